// What every kind of file becomes before it is read as events: rows of cells, under columns.

/** What a column may hold. `none`: it is not kept. */
export const columnFields = [
  'date',
  'endDate',
  'edtf',
  'kind',
  'statedDate',
  'title',
  'summary',
  'themes',
  'actors',
  'place',
  'links',
  'note',
  'status',
  'source',
  'sourceLink',
  'publisher',
  'authors',
  'published',
  'citedWords',
  'id',
  'key',
  'keep',
  'none',
] as const
export type ColumnField = (typeof columnFields)[number]

/** The fields that an import writes; `date` has its kind with it. */
export const importFields = [
  'date',
  'statedDate',
  'title',
  'summary',
  'themes',
  'actors',
  'place',
  'citations',
  'links',
  'measures',
  'status',
  'note',
  'allow',
] as const
export type ImportField = (typeof importFields)[number]

export interface TableColumn {
  readonly header: string
  /** Where the form of the file decides it. */
  readonly field?: ColumnField
  /** Of themes: it may also name actors that the timeline has. */
  readonly namesActors?: true
}

export interface TableRow {
  /** Where it stands in the file, as people count: line, row of the sheet, number of the event. */
  readonly at: number
  readonly cells: readonly string[]
  /** Addresses behind cells, by column. */
  readonly links?: ReadonlyMap<number, string>
  /** Words for its start and its end beside those for the whole; empty where there are none. */
  readonly endWords?: EndWords
}

export interface EndWords {
  readonly whole: string
  readonly start: string
  readonly end: string
}

/** What a file has that a timeline does not keep. */
export type LostThing =
  | 'about-calendar'
  | 'alarms'
  | 'backgrounds'
  | 'clock-ends'
  | 'coordinates'
  | 'credits'
  | 'eras'
  | 'floating-times'
  | 'formulas'
  | 'hidden-rows'
  | 'hidden-sheets'
  | 'images'
  | 'links-of-no-web-address'
  | 'measures'
  | 'media-texts'
  | 'media-without-address'
  | 'merged-cells'
  | 'other-components'
  | 'other-properties'
  | 'people'
  | 'private-events'
  | 'recurrences'
  | 'rows-above'
  | 'scripts'
  | 'tentative'
  | 'thumbnails'
  | 'title-slides'
  | 'years-before-christ'

export interface LostRows {
  readonly what: LostThing
  /** Rows by `at`; empty where it is of the whole file, or where nothing of the rows may be told. */
  readonly at: readonly number[]
  readonly count: number
}

/** What is kept all the same, and told because it was read in a certain way. */
export const toldThings: ReadonlySet<LostThing> = new Set([
  'floating-times',
  'hidden-rows',
  'merged-cells',
  'years-before-christ',
])

/** Writers of ours whose files hold less of an event than the timeline. */
export type OwnWriter = 'ics' | 'timelinejs'

export interface Table {
  /** Of a sheet; empty otherwise. */
  readonly name: string
  /** Null where a row has to tell them. */
  readonly columns: readonly TableColumn[] | null
  readonly rows: readonly TableRow[]
  readonly lost: readonly LostRows[]
  /** Events in the form of the document, instead of cells; one for each row. */
  readonly own?: OwnEvents
  /** Where the form of the file says that it may be one of ours. */
  readonly writer?: OwnWriter
  /** What the file calls the timeline. */
  readonly about?: { readonly title?: string; readonly description?: string }
}

/** Parts of a timeline as another document or the API has them; not checked. */
export interface OwnEvents {
  readonly events: readonly unknown[]
  /** Those of the API as they stand in the file, with what follows from their dates; null for others. */
  readonly answered: readonly (Readonly<Record<string, unknown>> | null)[]
  readonly themes: readonly unknown[]
  readonly actors: readonly unknown[]
  readonly sources: readonly unknown[]
  /**
   * BCP 47, of texts that are strings; null where it would be that of the request, and nothing says it.
   * Absent: the timeline's.
   */
  readonly language?: string | null
  /** True of a page of an answer, or of one with a filter: what it lacks is not gone. */
  readonly isPart?: true
}

/** Gathers what is lost, kind by kind. */
export class LostThings {
  readonly #rows = new Map<LostThing, { readonly at: number[]; count: number }>()

  add(what: LostThing, at?: number): void {
    const rows = this.#rows.get(what) ?? { at: [], count: 0 }
    if (at !== undefined && rows.at.at(-1) === at) return
    if (at !== undefined) rows.at.push(at)
    rows.count += 1
    this.#rows.set(what, rows)
  }

  all(): LostRows[] {
    return [...this.#rows].map(([what, { at, count }]) => ({ what, at, count }))
  }
}

/** One entry for each kind, though the file and its rows have both told of it. */
export function joinLost(lost: readonly LostRows[]): LostRows[] {
  const kinds = Map.groupBy(lost, ({ what }) => what)
  return [...kinds].map(([what, all]) => ({
    what,
    at: [...new Set(all.flatMap(({ at }) => at))].toSorted((a, b) => a - b),
    count: all.reduce((sum, { count }) => sum + count, 0),
  }))
}
