// The help of commands, and what is said of a command that was typed wrong, in the language that is
// spoken: commander has its words in English only.
import { Help, type Argument, type Command, type Option } from 'commander'
import { commandWords, say, withPlaceholders } from './speech.ts'

/** To be called before subcommands are added, which take the settings over. */
export function inWords<Given extends Command>(command: Given): Given {
  const { titles, wrong } = commandWords()
  command
    .helpOption('-h, --help', titles.help)
    .configureHelp({
      styleTitle: titleInWords,
      optionDescription,
      optionTerm: (option: Option) => withPlaceholders(option.flags),
      argumentTerm: (argument: Argument) => placeholder(argument.name()),
      subcommandTerm: (one: Command) => withPlaceholders(plainHelp.subcommandTerm(one)),
      commandUsage: (one: Command) => withPlaceholders(plainHelp.commandUsage(one)),
      displayWidth,
    })
    .configureOutput({ outputError: (text, write) => write(errorInWords(text, command)) })
    .showHelpAfterError(wrong.seeHelp)
  return command
}

const plainHelp = new Help()

const placeholder = (name: string): string => commandWords().placeholders.get(name) ?? name

/** Columns of a terminal: a Chinese character takes two. */
const displayWidth = (text: string): number =>
  plainHelp.displayWidth(text) + (text.match(/[\u2e80-\u9fff\uff00-\uff60]/g)?.length ?? 0)

function titleInWords(title: string): string {
  const { titles } = commandWords()
  const words = new Map([
    ['Usage:', titles.usage],
    ['Options:', titles.options],
    ['Commands:', titles.commands],
    ['Arguments:', titles.arguments],
  ])
  return words.get(title) ?? title
}

function optionDescription(option: Option): string {
  const { titles } = commandWords()
  const { description, defaultValueDescription, envVar } = option
  const value: unknown = option.defaultValue
  const isShown =
    value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0)
  return [
    description,
    ...(isShown ? [titles.byDefault(defaultValueDescription ?? JSON.stringify(value))] : []),
    ...(envVar === undefined ? [] : [titles.ofVariable(envVar)]),
  ].join('')
}

/** The sentences of commander, which has them as text alone. */
const patterns: readonly [
  pattern: RegExp,
  inWords: (values: readonly string[], program: Command) => string,
][] = [
  [
    /^missing required argument '(.*)'$/,
    ([name = '']) => commandWords().wrong.missingArgument(placeholder(name)),
  ],
  [
    /^option '(.*)' argument missing$/,
    ([option = '']) => commandWords().wrong.missingValue(withPlaceholders(option)),
  ],
  [
    /^required option '(.*)' not specified$/,
    ([option = ''], program) =>
      commandWords().wrong.missingOption(withPlaceholders(option), aboutOption(option, program)),
  ],
  [
    /^option '(.*)' argument '([^]*)' is invalid\. ?([^]*)$/,
    ([option = '', value = '', why = '']) =>
      commandWords().wrong.invalidValue(value, withPlaceholders(option), why),
  ],
  [
    /^option '(.*)' value '([^]*)' from env '(.*)' is invalid\. ?([^]*)$/,
    ([, value = '', name = '', why = '']) => commandWords().wrong.invalidValue(value, name, why),
  ],
  [
    /^command-argument value '([^]*)' is invalid for argument '(.*)'\. ?([^]*)$/,
    ([value = '', name = '', why = '']) =>
      commandWords().wrong.invalidValue(value, placeholder(name), why),
  ],
  [/^unknown option '([^]*)'$/, ([option = '']) => commandWords().wrong.unknownOption(option)],
  [/^unknown command '([^]*)'$/, ([name = '']) => commandWords().wrong.unknownCommand(name)],
  [
    /^too many arguments(?: for '.*')?\. Expected (\d+) arguments? but got (\d+)/,
    ([most, given]) => commandWords().wrong.tooMany(Number(most), Number(given)),
  ],
]

/** What an option that some command requires stands for. */
const aboutOption = (flags: string, program: Command): string =>
  program.commands.flatMap(({ options }) => options).find((option) => option.flags === flags)
    ?.description ?? ''

/** @example "error: unknown option '--yess'\n(Did you mean --yes?)\n" → in the language that is spoken */
function errorInWords(text: string, program: Command): string {
  const { meant } = commandWords().wrong
  const [first = '', ...rest] = text.trimEnd().split(/\n(?=\(Did you mean )/)
  const sentence = first.replace(/^error: /, '').trimEnd()
  const proposals = rest.map((line) =>
    meant(/^\(Did you mean (?:one of )?(.*)\?\)$/.exec(line.trimEnd())?.[1]?.split(', ') ?? []),
  )
  for (const [pattern, inWords] of patterns) {
    const found = pattern.exec(sentence)
    if (found !== null)
      return `${[say().error(inWords(found.slice(1), program)), ...proposals].join('\n')}\n`
  }
  return text
}
