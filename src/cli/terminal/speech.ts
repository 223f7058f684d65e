// In which language a command speaks: that of `--lang`, else of the terminal. A process has one terminal,
// so that what is said need not be handed through everything that may fail.
import { nearestUiLanguage, uiLanguageOf, type UiLanguage } from '../../domain/text/ui-language.ts'
import { commandMessages, sentenceMessages } from '../../messages/report.ts'
import type { CommandMessages } from '../../messages/en/terminal/commands.ts'
import type { SentenceMessages } from '../../messages/en/terminal/sentences.ts'

export type Environment = NodeJS.ProcessEnv

let spoken: UiLanguage = 'en'

/** From now on all that is said is said in the language of these words of a command line. */
export function speakAs(argv: readonly string[], env: Environment): void {
  spoken = languageGiven(argv) ?? terminalLanguage(env)
}

export const spokenLanguage = (): UiLanguage => spoken

/** What is said while a command runs, and at its end. */
export const say = (): SentenceMessages => sentenceMessages[spoken]

/** What the help says. */
export const commandWords = (): CommandMessages => commandMessages[spoken]

/**
 * Placeholders in the language that is spoken.
 * @example withPlaceholders('--into <folder>') → '--into <文件夹>'
 */
export const withPlaceholders = (words: string): string =>
  words.replace(
    /([<[])([a-z]+)(?=[>\]])/g,
    (_, open: string, name: string) => `${open}${commandWords().placeholders.get(name) ?? name}`,
  )

/** Read before the command line is, since its errors and its help are said in it, too. */
function languageGiven(argv: readonly string[]): UiLanguage | null {
  const index = argv.findLastIndex((word) => /^--lang(=|$)/.test(word))
  const word = argv[index] ?? ''
  const tag = word.includes('=') ? word.slice(word.indexOf('=') + 1) : argv[index + 1]
  return index < 0 || tag === undefined ? null : uiLanguageOf(tag)
}

export function terminalLanguage({ LC_ALL, LC_MESSAGES, LANG = '' }: Environment): UiLanguage {
  const locale = given(LC_ALL) ?? given(LC_MESSAGES) ?? LANG
  // `zh_TW.UTF-8` (POSIX, 8.2) is the tag zh-TW.
  return nearestUiLanguage(locale.replace(/[.@].*$/, ''))
}

/** An empty variable counts as unset. */
export const given = (text: string | undefined): string | undefined =>
  text === '' ? undefined : text
