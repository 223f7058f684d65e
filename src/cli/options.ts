// The options that several commands share, and how their values are read.
import { InvalidArgumentError, Option, type Command } from 'commander'
import {
  nearestUiLanguage,
  uiLanguageOf,
  uiLanguages,
  type UiLanguage,
} from '../domain/text/ui-language.ts'
import { parseSourceFile, type SourceFile } from './document/source-texts.ts'

export type Environment = Readonly<Record<string, string | undefined>>

export interface ServiceFlags {
  readonly to?: string
  /** Seconds. */
  readonly wait: number
  readonly json?: boolean
}

export interface LanguageFlag {
  readonly lang: UiLanguage
}

export interface WriteFlags extends ServiceFlags, LanguageFlag {
  readonly note?: string
  readonly yes?: boolean
}

export interface SourceFlags {
  readonly source: readonly SourceFile[]
}

/** The options of every command that calls the service. */
export const withService = (command: Command): Command =>
  command
    .option(
      '--to <url>',
      'the service; otherwise JISHI_URL, otherwise that of npm start in this clone',
    )
    .option(
      '--wait <seconds>',
      'how long to try again while the service is overloaded or silent',
      wholeNumber,
      60,
    )
    .option('--json', 'print the result as JSON')

export const withLanguage = (command: Command): Command =>
  command.addOption(
    new Option('--lang <language>', 'the language of faults, differences and texts')
      .argParser(readLanguage)
      .default(terminalLanguage(process.env), 'that of LC_ALL or LANG, else en'),
  )

export const withWrite = (command: Command): Command =>
  withLanguage(withService(command))
    .option('--note <words>', 'why, for the edition log; at most 200 characters')
    .option('-y, --yes', 'do not ask')

export const withSources = (command: Command): Command =>
  command.option(
    '--source <[id=]path>',
    'the text of a source, to look up its cited words; repeatable',
    (argument: string, files: readonly SourceFile[]) => [...files, parseSourceFile(argument)],
    [],
  )

function readLanguage(tag: string): UiLanguage {
  const language = uiLanguageOf(tag)
  if (language === null)
    throw new InvalidArgumentError(`It must be one of ${uiLanguages.join(', ')}, or close to one.`)
  return language
}

/** For numeric arguments: editions, seconds, ports. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(text)
}

export function terminalLanguage({ LC_ALL, LC_MESSAGES, LANG = '' }: Environment): UiLanguage {
  const locale = given(LC_ALL) ?? given(LC_MESSAGES) ?? LANG
  // `zh_TW.UTF-8` (POSIX, 8.2) is the tag zh-TW.
  return nearestUiLanguage(locale.replace(/[.@].*$/, ''))
}

/** An empty variable counts as unset. */
export const given = (text: string | undefined): string | undefined =>
  text === '' ? undefined : text
