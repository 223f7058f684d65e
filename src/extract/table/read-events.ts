// The rows of a table as events, with the names and sources that they need: sources first, since dates
// may count from their days, then dates, then names.
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { isIdentifier } from '../../domain/document/identifier.ts'
import type { ImportWords } from '../words/en.ts'
import type { Asker } from './asker.ts'
import { withEdtf } from '../twice/calendar-dates.ts'
import { saidOtherwise } from '../twice/derived.ts'
import type { OwnDateWords } from '../twice/follows.ts'
import { wantedNames } from '../twice/own-labels.ts'
import { withKnownEvents, type WrittenTable } from '../twice/unedited.ts'
import { readDates, type DateCell, type ReadColumn, type ReadDate } from './dates.ts'
import type { MappedTable } from './mapping.ts'
import { knownNames, readNames, type KnownNames } from './names.ts'
import { endInYear } from './row-date.ts'
import { readRow, type RowEvent } from './rows.ts'
import {
  isPublication,
  readSourceNames,
  readSources,
  sourceDay,
  SourceIndex,
  sourceRule,
  type SourceCells,
  type SourceNames,
  type SourceRule,
} from './sources.ts'
import { LostThings, type ColumnField, type LostRows } from './table.ts'
import { tableValues, type RowValues } from './values.ts'

export interface ReadRow extends RowEvent {
  /** Empty where no column gives one. */
  readonly id: string
  readonly key: string
}

export interface ReadEvents {
  readonly rows: readonly ReadRow[]
  /** True where the file says that it has only some of the events. */
  readonly isPart?: true
  /** Rows that are not kept, by their column or by an answer. */
  readonly leftOut: number
  readonly settled: readonly string[]
  /** The new source of all rows, which the next import knows. */
  readonly newSource?: string
  readonly lost: readonly LostRows[]
  readonly themes: TimelineDocument['themes']
  readonly actors: TimelineDocument['actors']
  readonly sources: TimelineDocument['sources']
}

interface ReadSetting {
  readonly document: TimelineDocument
  readonly asker: Asker
  readonly words: ImportWords
  /** What our own writer would write in place of the file. */
  readonly written?: readonly WrittenTable[] | undefined
  readonly dateWords?: OwnDateWords | undefined
}

export function readEvents(mapped: MappedTable, setting: ReadSetting): ReadEvents {
  const { document, asker, words } = setting
  const { timeZone } = document
  const known = knownNames(document)
  const { rows, unkept, lost, settled: moved } = datedValues(mapped, known, setting)
  const sources = sourceSetting(mapped, rows, setting)
  const rule = sourceRule(sources)
  const cut = readSourceNames(rows, headerOf('source', mapped), sources)
  const { dates, ends, publishedOf, settled } = dateColumns(rows, rule, {
    ...setting,
    mapped,
    sourceNames: cut.names,
  })
  const names = readNames(document, wantedNames(rows, mapped.headers), { asker, known })
  const cells = rows.filter(isUnknown).map((row) =>
    sourceCells(row, rule, {
      published: publishedOf(row),
      date: dates.get(row.at),
      timeZone,
      sources: cut.names.get(row.at) ?? null,
    }),
  )
  const found = readSources(cells, rule, sources)
  const isLeftOut = ({ at }: RowValues): boolean =>
    [dates, ends].some((one) => one.get(at)?.is === 'left-out')
  const kept = rows.filter((row) => !isLeftOut(row))
  const all = [...document.sources, ...found.sources]
  const lostOfRows = new LostThings()
  const read = kept.map((row): ReadRow => {
    const sources = found.byRow.get(row.at) ?? null
    const event = readRow(row, {
      words,
      language: document.language,
      names,
      date: dates.get(row.at) ?? open,
      end: row.text('endDate') === '' ? null : (ends.get(row.at) ?? null),
      timeZone,
      lose: (what) => lostOfRows.add(what, row.at),
      sourceDay: lastDay(sources, all, timeZone),
      sources,
      sourceNames: row.ownSources ?? cut.names.get(row.at) ?? [],
      isArticle: rule.common === 'row',
    })
    return keyed(row, event, words)
  })
  return {
    rows: read,
    leftOut: unkept + rows.length - kept.length,
    ...newSourceOf(rule),
    settled: [
      ...new Set([...moved, ...cut.settled, ...settled, ...found.settled]),
      ...settledOfDates(read, kept, mapped, setting),
    ],
    lost: [...lost, ...lostOfRows.all()],
    themes: [...names.themes],
    actors: [...names.actors],
    sources: [...found.sources],
  }
}

/** With the events of our own files, and of two dates in one row that which counts. */
function datedValues(
  mapped: MappedTable,
  known: KnownNames,
  { document, asker, written = [] }: ReadSetting,
) {
  const values = tableValues(mapped, known)
  const { timeZone } = document
  const writer = written[0]?.table.writer
  const own = written.map(({ language, table }) => ({
    language,
    rows: tableValues({ ...mapped, rows: table.rows }, known).rows,
  }))
  const rows =
    writer === undefined
      ? values.rows
      : withKnownEvents(values.rows, { document, writer, written: own })
  return { ...values, ...withEdtf(rows, { timeZone, asker }) }
}

/** Sources of events that the timeline has are theirs. */
const isUnknown = ({ known }: RowValues): boolean => known === null

const isAllKnown = (rows: readonly RowValues[]): boolean => rows.length > 0 && !rows.some(isUnknown)

function sourceSetting(
  { columns }: MappedTable,
  rows: readonly RowValues[],
  { document, asker }: ReadSetting,
) {
  const has = (field: ColumnField) => columns.some((one) => one.field === field)
  return {
    document,
    asker,
    hasColumn: has('source') || has('sourceLink') || isAllKnown(rows),
    mayBeArticles: mayBeArticles(rows.filter(isUnknown)),
    hasPublished: has('published'),
  }
}

/** The source that an answer begins, and all rows cite. */
const newSourceOf = ({ isNew, common }: SourceRule): Pick<ReadEvents, 'newSource'> =>
  isNew && common !== null && common !== 'row' ? { newSource: common.id } : {}

/** Most rows have an address or a publisher of their own. */
function mayBeArticles(rows: readonly RowValues[]): boolean {
  const own = rows.filter((row) => row.links.length > 0 || row.text('publisher') !== '')
  return own.length > 0 && own.length * 2 >= rows.length
}

interface DateColumns {
  readonly dates: ReadColumn['dates']
  readonly ends: ReadColumn['dates']
  /** Of the row's source, where a column says when it appeared. */
  readonly publishedOf: (row: RowValues) => string | null
  readonly settled: readonly string[]
}

function dateColumns(
  all: readonly RowValues[],
  rule: SourceRule,
  setting: ColumnSetting & Pick<DayContext, 'sourceNames'>,
): DateColumns {
  const { document, mapped, sourceNames } = setting
  const rows = all.filter(({ known }) => known?.unedited.has('date') !== true)
  const none: ReadColumn = { settled: [], dates: new Map() }
  const has = (field: ColumnField) => mapped.columns.some((one) => one.field === field)
  const published = has('published') ? readColumn('published', rows, setting) : none
  const publishedOf = ({ at }: RowValues): string | null =>
    publicationOf(published.dates.get(at), document.timeZone)
  const index = new SourceIndex(document)
  const dayOf = (row: RowValues): string | undefined =>
    dayOfSource(row, rule, { document, publishedOf, sourceNames, index })
  const dates = readColumn('date', rows, { ...setting, dayOf })
  const inYears = endsInYears(rows, dates, setting)
  const ends = has('endDate') ? readColumn('endDate', rows, { ...setting, dayOf, inYears }) : none
  const settled = [published, dates, { settled: inYears.settled }, ends].flatMap(
    (one) => one.settled,
  )
  return { dates: dates.dates, ends: ends.dates, publishedOf, settled }
}

interface EndsInYears {
  /** What is read in place of a cell without a year, by `at`. */
  readonly texts: ReadonlyMap<number, string>
  readonly settled: readonly string[]
}

/** An end without a year is the first such date that is not before its start. */
function endsInYears(
  rows: readonly RowValues[],
  { dates }: ReadColumn,
  { document, asker, mapped }: ColumnSetting,
): EndsInYears {
  const found = rows.flatMap((row) => {
    const cell = row.text('endDate')
    const start = dates.get(row.at)
    const text =
      start?.is === 'date' && cell.trim() !== ''
        ? endInYear(cell, start.value.date, document.timeZone)
        : null
    return text === null ? [] : [{ at: row.at, cell: cell.trim(), text }]
  })
  const [one] = found
  return {
    texts: new Map(found.map(({ at, text }) => [at, text])),
    settled:
      one === undefined
        ? []
        : [
            asker.words.settled.noYearOfEnd(headerOf('endDate', mapped), {
              count: found.length,
              example: one.cell,
              date: one.text,
            }),
          ],
  }
}

const open: ReadDate = { is: 'open' }

function sourceCells(
  row: RowValues,
  rule: SourceRule,
  {
    published,
    date,
    timeZone,
    sources,
  }: Pick<SourceCells, 'published' | 'sources'> & {
    readonly date: ReadDate | undefined
    readonly timeZone: string
  },
): SourceCells {
  const [own] = rule.common === 'row' ? row.links : []
  const publisher = row.text('publisher')
  const link = row.sourceLink ?? own?.url
  return {
    at: row.at,
    sources,
    links: row.sourceAddresses.length > 0 ? row.sourceAddresses : link === undefined ? [] : [link],
    publisher: publisher === '' ? undefined : publisher,
    authors: row.list('authors'),
    published,
    title: row.text('title').replaceAll('\n', ' '),
    date: publicationOf(date, timeZone),
  }
}

function settledOfDates(
  read: readonly ReadRow[],
  rows: readonly RowValues[],
  mapped: MappedTable,
  setting: ReadSetting,
): string[] {
  const undated = undatedRows(read, rows)
  const dated = rows.map((row, index) => {
    const { date, kind } = read[index]?.fields ?? {}
    return { row, date, kind }
  })
  return [
    ...(undated === 0 ? [] : [setting.words.settled.noDate(undated)]),
    ...saidOtherwise(dated, mapped, setting),
  ]
}

/** Rows without a date, which count as dated by their source. */
const undatedRows = (read: readonly ReadRow[], rows: readonly RowValues[]): number =>
  read.filter(
    ({ fields }, index) =>
      fields.date?.startsWith('[..') === true &&
      rows[index]?.text('date') === '' &&
      rows[index]?.known === null,
  ).length

function keyed(row: RowValues, event: RowEvent, words: ImportWords): ReadRow {
  const id = row.text('id').trim()
  const key = row.text('key').trim()
  const faults =
    id === '' || isIdentifier(id) ? event.faults : [...event.faults, words.faults.id(id)]
  return { ...event, faults, id, key: key === '' ? '' : `key:${key}` }
}

const headerOf = (field: ColumnField, { columns }: MappedTable): string =>
  columns.find((one) => one.field === field)?.header ?? ''

interface ColumnSetting extends ReadSetting {
  readonly mapped: MappedTable
  readonly dayOf?: (row: RowValues) => string | undefined
  /** Of ends alone. */
  readonly inYears?: EndsInYears
}

/** Of a column of dates; empty cells are none. */
function readColumn(
  field: ColumnField & ('date' | 'endDate' | 'published'),
  rows: readonly RowValues[],
  { document, asker, mapped, dayOf, inYears }: ColumnSetting,
): ReadColumn {
  const header = headerOf(field, mapped)
  const running =
    field === 'endDate' ? rows.filter((row) => isRunning.test(row.text(field).trim())) : []
  const cells = rows.flatMap((row): DateCell[] => {
    const text = row.text(field)
    if (text.trim() === '' || running.includes(row)) return []
    return [
      {
        text: inYears?.texts.get(row.at) ?? text,
        at: row.at,
        day: dayOf?.(row),
        hasKind: row.text('kind') !== '' || row.text('endDate') !== '',
      },
    ]
  })
  const read = readDates(
    { header, cells, timeZone: document.timeZone, asksStretches: field === 'date' },
    asker,
  )
  const dates = new Map(read.dates)
  for (const row of rows)
    if (!dates.has(row.at))
      dates.set(
        row.at,
        running.includes(row) ? { is: 'date', value: { date: '..' } } : { is: 'refused', why: '' },
      )
  return { settled: read.settled, dates }
}

/** An end that has not come. */
const isRunning = /^(?:至今|今|迄今|进行中|進行中|present|now|ongoing|to date|current)$/i

interface DayContext {
  readonly document: TimelineDocument
  readonly publishedOf: (row: RowValues) => string | null
  readonly sourceNames: SourceNames
  readonly index: SourceIndex
}

/** The day from which a row's date is read: that of its source, where it is known before its date. */
function dayOfSource(
  row: RowValues,
  rule: SourceRule,
  { document, publishedOf, sourceNames, index }: DayContext,
): string | undefined {
  const stated = publishedOf(row)
  if (stated !== null) return sourceDay(stated, document.timeZone)
  if (rule.common !== null && rule.common !== 'row')
    return sourceDay(rule.common.published, document.timeZone)
  const [name = ''] = sourceNames.get(row.at) ?? []
  const [url = row.sourceLink] = row.sourceAddresses
  const known = index.find(name, { url, published: null })
  return known === null
    ? undefined
    : sourceDay(index.sources.get(known)?.published, document.timeZone)
}

const publicationOf = (read: ReadDate | undefined, timeZone: string): string | null =>
  read?.is === 'date' && isPublication(read.value.date, timeZone) ? read.value.date : null

/** Of the latest source of a row. */
function lastDay(
  ids: readonly string[] | { readonly why: string } | null | undefined,
  sources: TimelineDocument['sources'],
  timeZone: string,
): string | undefined {
  if (ids === null || ids === undefined || 'why' in ids) return undefined
  return sources
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ published }) => sourceDay(published, timeZone) ?? [])
    .toSorted()
    .at(-1)
}
