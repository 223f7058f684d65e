// What every kind of file becomes before it is read as events: rows of cells, under columns.

/** What a column may hold. `none`: it is not kept. */
export const columnFields = [
  'date',
  'endDate',
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
  'status',
  'note',
] as const
export type ImportField = (typeof importFields)[number]

export interface TableColumn {
  readonly header: string
  /** Where the form of the file decides it. */
  readonly field?: ColumnField
}

export interface TableRow {
  /** Where it stands in the file, as people count: line, row of the sheet, number of the event. */
  readonly at: number
  readonly cells: readonly string[]
  /** Addresses behind cells, by column. */
  readonly links?: ReadonlyMap<number, string>
}

/** What a file has that a timeline does not keep. */
export type LostThing =
  | 'alarms'
  | 'backgrounds'
  | 'clock-ends'
  | 'credits'
  | 'derived-columns'
  | 'eras'
  | 'floating-times'
  | 'formulas'
  | 'hidden-rows'
  | 'images'
  | 'links-of-no-web-address'
  | 'measures'
  | 'media-without-address'
  | 'merged-cells'
  | 'other-components'
  | 'people'
  | 'private-events'
  | 'recurrences'
  | 'scripts'
  | 'tentative'
  | 'thumbnails'
  | 'uncited-stated'

export interface LostRows {
  readonly what: LostThing
  /** Rows by `at`; empty where it is of the whole file. */
  readonly at: readonly number[]
}

export interface Table {
  /** Of a sheet; empty otherwise. */
  readonly name: string
  /** Null where a row has to tell them. */
  readonly columns: readonly TableColumn[] | null
  readonly rows: readonly TableRow[]
  readonly lost: readonly LostRows[]
  /** What the file calls the timeline. */
  readonly about?: { readonly title?: string; readonly description?: string }
}

/** Gathers what is lost, kind by kind. */
export class LostThings {
  readonly #rows = new Map<LostThing, number[]>()

  add(what: LostThing, at?: number): void {
    const rows = this.#rows.get(what) ?? []
    if (at !== undefined && rows.at(-1) !== at) rows.push(at)
    this.#rows.set(what, rows)
  }

  all(): LostRows[] {
    return [...this.#rows].map(([what, at]) => ({ what, at }))
  }
}
