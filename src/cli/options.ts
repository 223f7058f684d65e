// The options that several commands share, and how their values are read.
import { InvalidArgumentError, Option, type Command } from 'commander'
import * as v from 'valibot'
import { plainText } from '../domain/text/text-schema.ts'
import { uiLanguageOf, uiLanguages, type UiLanguage } from '../domain/text/ui-language.ts'
import { maxParameterLength } from '../http/request/query-string.ts'
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
    .option('--note <words>', commandWords().options.note, readNote)
    .option('-y, --yes', commandWords().options.yes)

export const withSources = (command: Command): Command =>
  command.option(
    '--source <[id=]path>',
    commandWords().options.source,
    (argument: string, files: readonly SourceFile[]) => [...files, parseSourceFile(argument)],
    [],
  )

/** As the service takes it, so that nothing is packed or uploaded for one that it refuses. */
const Note = plainText(maxParameterLength)

function readNote(text: string): string {
  if (!v.is(Note, text)) throw new InvalidArgumentError(say().invalid.note(maxParameterLength))
  return text
}

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
