// What `--help` says, and what is said of a command that was typed wrong. Commands and options are
// the same in every language; placeholders are named in it.

/** A command, or the program as a whole. */
export type CommandName =
  | 'new'
  | 'draft'
  | 'import'
  | 'cite'
  | 'check'
  | 'preview'
  | 'publish'
  | 'editions'
  | 'diff'
  | 'rollback'
  | 'pull'
  | 'delete'
  | 'repair'
  | 'doctor'
  | 'token'

export interface CommandHelp {
  /** One line, also in the list of commands. */
  readonly about: string
  /** What follows the options: examples, what to know, exit codes. */
  readonly more: string
}

export interface CommandMessages {
  readonly program: string
  readonly environment: string
  readonly help: Readonly<Record<CommandName, CommandHelp>>
  readonly start: CommandHelp
  /** What each stands for, by its placeholder or by command and placeholder. */
  readonly arguments: Readonly<
    Record<
      | 'path'
      | 'folder'
      | 'timeline'
      | 'edition'
      | 'before'
      | 'after'
      | 'address'
      | 'article'
      | 'file'
      | 'id'
      | 'name',
      string
    >
  >
  readonly options: Readonly<
    Record<
      | 'to'
      | 'wait'
      | 'json'
      | 'lang'
      | 'langDefault'
      | 'note'
      | 'yes'
      | 'yesToWrite'
      | 'source'
      | 'answers'
      | 'strict'
      | 'jsonLines'
      | 'dryRun'
      | 'onto'
      | 'baseDocument'
      | 'keptEdition'
      | 'output'
      | 'all'
      | 'force'
      | 'repairAll'
      | 'timelines'
      | 'expires'
      | 'into'
      | 'jsonToken'
      | 'intoFolder'
      | 'goodRows'
      | 'title'
      | 'language'
      | 'timeZone'
      | 'domain'
      | 'from'
      | 'articleTitle'
      | 'publisher'
      | 'published'
      | 'publishedToday'
      | 'in'
      | 'sourceId'
      | 'articleLanguage'
      | 'table'
      | 'previewPort'
      | 'startPort'
      | 'fresh',
      string
    >
  >
  /** What a placeholder such as `<file>` is called; one that is not named here stands as it is. */
  readonly placeholders: ReadonlyMap<string, string>
  /** The titles and standing words of the help. */
  readonly titles: {
    readonly usage: string
    readonly options: string
    readonly commands: string
    readonly arguments: string
    readonly help: string
    readonly helpCommand: string
    readonly byDefault: (value: string) => string
    readonly ofVariable: (name: string) => string
  }
  /** How a command was typed wrong. */
  readonly wrong: {
    readonly missingArgument: (name: string) => string
    readonly missingValue: (option: string) => string
    readonly missingOption: (option: string, about: string) => string
    readonly invalidValue: (value: string, of: string, why: string) => string
    readonly unknownOption: (option: string) => string
    readonly unknownCommand: (name: string) => string
    readonly tooMany: (most: number, given: number) => string
    readonly meant: (names: readonly string[]) => string
    readonly seeHelp: string
  }
}
