// The sentences of the report about a document: what it holds, what was looked up, how much room is left.
import type { UiLanguage } from '../domain/text/ui-language.ts'
import { enReport } from './en/report.ts'
import { zhHansReport } from './zh-hans/report.ts'
import { zhHantReport } from './zh-hant/report.ts'

export interface ReportMessages {
  readonly holds: (
    held: Readonly<Record<'events' | 'themes' | 'actors' | 'sources', number>>,
  ) => string
  /** Kilobytes, and how many events of the same size fit beside those that there are. */
  readonly size: (size: {
    readonly used: string
    readonly max: string
    readonly more: number
  }) => string
  readonly tooLarge: (size: { readonly used: string; readonly max: string }) => string
  readonly lookedUp: (found: number, all: number) => string
  readonly byWords: (otherwise: number) => string
  readonly notLookedUp: (all: number) => string
  readonly readAs: (encoding: string) => string
  readonly strange: string
  readonly otherWords: (words: string) => string
  readonly faults: (count: number) => string
  readonly warnings: (count: number) => string
  readonly noFault: string
  readonly more: (count: number) => string
  /** Of a publish. */
  readonly words: {
    readonly undoes: (undone: {
      readonly what: string
      readonly edition: number
      readonly by: string
    }) => string
    readonly removed: string
    readonly unknownBase: string
  }
}

export const reportMessages: Readonly<Record<UiLanguage, ReportMessages>> = {
  'zh-Hans': zhHansReport,
  'zh-Hant': zhHantReport,
  en: enReport,
}
