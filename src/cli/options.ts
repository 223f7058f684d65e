// The options that several commands share, and how their values are read.
import { InvalidArgumentError, Option, type Command } from 'commander'
import { uiLanguageOf, uiLanguages, type UiLanguage } from '../domain/text/ui-language.ts'
import { parseSourceFile, type SourceFile } from './document/source-texts.ts'
import { commandWords, say, spokenLanguage } from './terminal/speech.ts'

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
    .option('--to <url>', commandWords().options.to)
    .option('--wait <seconds>', commandWords().options.wait, wholeNumber, 60)
    .option('--json', commandWords().options.json)

export const withLanguage = (command: Command): Command =>
  command.addOption(
    new Option('--lang <language>', commandWords().options.lang)
      .argParser(readLanguage)
      .default(spokenLanguage(), commandWords().options.langDefault),
  )

export const withWrite = (command: Command): Command =>
  withLanguage(withService(command))
    .option('--note <words>', commandWords().options.note)
    .option('-y, --yes', commandWords().options.yes)

export const withSources = (command: Command): Command =>
  command.option(
    '--source <[id=]path>',
    commandWords().options.source,
    (argument: string, files: readonly SourceFile[]) => [...files, parseSourceFile(argument)],
    [],
  )

function readLanguage(tag: string): UiLanguage {
  const language = uiLanguageOf(tag)
  if (language === null) throw new InvalidArgumentError(say().invalid.language(uiLanguages))
  return language
}

/** Editions count from 1. */
export function editionNumber(text: string): number {
  const number = wholeNumber(text)
  if (number === 0) throw new InvalidArgumentError(say().invalid.edition)
  return number
}

/** For numeric arguments: seconds, ports. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError(say().invalid.number)
  return Number(text)
}
