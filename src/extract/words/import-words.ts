// The sentences of an import and of asking in the terminal: what a language must have.
import type { DateKind } from '../../domain/date/kinds.ts'
import type { BinaryKind } from '../files/kinds.ts'
import type { ReasonWords } from '../reasons/reason.ts'
import type { ColumnField, ImportField, LostThing } from '../table/table.ts'

type Order = 'mdy' | 'dmy'
type Serials = 'excel' | 'excel1904' | 'unix'

export interface ImportWords {
  readonly reasons: ReasonWords
  readonly asking: {
    readonly noAnswer: (given: string) => string
    readonly choose: (most: number) => string
    readonly later: string
    readonly open: (count: number) => string
    readonly more: (count: number) => string
    readonly how: string
    /** Ids of answers; `meant` is of one alone. */
    readonly unasked: (ids: readonly string[], meant: string | null) => string
  }
  readonly fields: Readonly<Record<ColumnField, string>>
  readonly eventFields: Readonly<Record<ImportField, string>>
  readonly questions: {
    readonly sheet: string
    readonly header: (cells: readonly string[]) => string
    readonly column: (header: string, samples: readonly string[]) => string
    readonly columns: (field: string) => string
    readonly missing: (field: string) => string
    readonly calendar: (header: string, example: string) => string
    readonly serials: (header: string, example: string) => string
    readonly order: (header: string, example: string) => string
    readonly century: (header: string, example: string) => string
    readonly stretches: (
      header: string,
      found: { readonly example: string; readonly count: number },
    ) => string
    readonly date: (
      header: string,
      cell: { readonly text: string; readonly at: number; readonly why: string },
    ) => string
    readonly vague: (header: string, count: number, examples: readonly string[]) => string
    readonly newNames: (list: 'themes' | 'actors', names: readonly string[]) => string
    readonly newName: (list: 'themes' | 'actors', name: string) => string
    readonly source: string
    readonly sourceTitle: string
    readonly sourcePublished: string
    readonly sourcePublisher: string
    readonly published: string
    readonly repeated: (count: number, at: number, before: number) => string
    readonly known: (count: number) => string
    readonly same: (title: string, at: number) => string
    readonly both: (event: string, field: string) => string
    readonly vanished: (titles: readonly string[]) => string
    readonly deleted: (count: number) => string
    readonly about: (field: 'title' | 'description', text: string) => string
  }
  readonly choices: {
    readonly headerYes: string
    readonly headerNo: string
    readonly sheet: (name: string, rows: number) => string
    readonly minguo: string
    readonly noDates: string
    readonly undated: string
    readonly serial: (serials: Serials, date: string) => string
    readonly order: (order: Order, date: string) => string
    readonly century: (first: number, last: number) => string
    readonly once: string
    readonly lasted: string
    readonly reading: (date: string, kind: DateKind) => string
    readonly leaveOut: string
    readonly leaveAllOut: string
    readonly asUsual: string
    readonly addAll: string
    readonly each: string
    readonly noneKept: string
    readonly add: string
    readonly sameAs: (name: string, id: string) => string
    readonly rowIsSource: string
    readonly newSource: string
    readonly noPublisher: string
    readonly publishedAsDated: string
    readonly skipRepeated: string
    readonly keepRepeated: string
    readonly sameEvents: string
    readonly newEvents: string
    readonly sameEvent: (title: string, date: string, id: string) => string
    readonly newEvent: string
    readonly table: (value: string) => string
    readonly document: (value: string) => string
    readonly keepVanished: string
    readonly withdrawVanished: string
    readonly leaveDeleted: string
    readonly addAgain: string
    readonly keepAbout: string
    readonly takeAbout: string
  }
  /** What may be answered in words. */
  readonly free: {
    readonly date: string
    readonly published: string
    readonly title: string
    readonly name: string
    readonly sourceId: string
  }
  /** Of a column, told in the report. */
  readonly settled: {
    readonly minguo: (header: string) => string
    readonly serials: (header: string, serials: Serials) => string
    readonly order: (header: string, order: Order) => string
    readonly orderTold: (
      header: string,
      order: Order,
      because: { readonly text: string; readonly at: number },
    ) => string
    readonly noOrder: (header: string, cells: readonly [string, string]) => string
    readonly century: (header: string, first: number, last: number) => string
    readonly stretches: (header: string, how: 'once' | 'lasted', count: number) => string
    readonly vague: (header: string, count: number, examples: readonly string[]) => string
    readonly vagueOut: (header: string, count: number) => string
    readonly noYear: (
      header: string,
      found: { readonly count: number; readonly example: string; readonly date: string },
    ) => string
    readonly noDate: (count: number) => string
    readonly partsStay: (list: 'themes' | 'actors' | 'sources', ids: readonly string[]) => string
  }
  readonly faults: {
    readonly noTitle: string
    readonly noEvent: string
    readonly noDate: string
    readonly date: (cell: string, why: string) => string
    readonly ends: (start: string, end: string) => string
    readonly kind: (cell: string) => string
    readonly kindOfForm: (kind: DateKind, date: string, usual: DateKind) => string
    readonly status: (cell: string) => string
    readonly id: (cell: string) => string
    readonly noSource: string
    readonly noPublished: string
    readonly wordsOfSources: (words: number, sources: number) => string
    readonly repeatedKey: (before: number) => string
  }
  readonly lost: Readonly<Record<LostThing, string>>
  /** A note of an event whose source has these words for its date, but is not cited with them. */
  readonly statedNote: (words: string) => string
  readonly report: {
    readonly read: (file: {
      readonly name: string
      readonly form: string
      readonly encoding: string | null
      readonly rows: number
    }) => string
    readonly column: (header: string, field: string) => string
    readonly notKept: (headers: readonly string[]) => string
    readonly lost: (what: string, rows: readonly number[], count: number) => string
    readonly told: (what: string, rows: readonly number[], count: number) => string
    readonly counts: (counts: {
      readonly added: number
      readonly changed: number
      readonly unchanged: number
      readonly withdrawn: number
      readonly leftOut: number
      readonly bad: number
    }) => string
    readonly names: (list: 'themes' | 'actors' | 'sources', count: number) => string
    readonly badRow: (at: number, reasons: readonly string[]) => string
    readonly badRows: (count: number, rest: string) => string
    readonly rest: (count: number, file: string) => string
    readonly moreRows: (count: number) => string
    readonly nothing: string
    readonly write: (file: string, events: number) => string
    readonly written: (file: string) => string
    readonly unwritten: string
    readonly needsYes: string
    readonly next: string
  }
  /** Why a file cannot be imported. */
  readonly files: {
    readonly empty: string
    readonly tooLarge: (megabytes: number) => string
    readonly unzipped: (megabytes: number) => string
    readonly rows: (most: number) => string
    readonly columns: (most: number) => string
    readonly notText: string
    readonly otherEncoding: string
    readonly big5: string
    readonly noRows: string
    readonly openQuote: (line: number) => string
    readonly text: (name: string) => string
    readonly binary: Readonly<Record<BinaryKind, string>>
    readonly damaged: (kind: string) => string
    readonly otherJson: string
    readonly malformedJson: (line: number | null) => string
    readonly html: string
  }
}
