// Rows of calendars and slide shows of ours, beside what our writers would write of the timeline now: cells
// that are the same leave the event as it is, since such a file holds less of it than the timeline.
import type { AuthoredEvent } from '../../domain/document/event.ts'
import { normalUrl } from '../../domain/document/link.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { byLanguage, inLanguage, type AuthoredText } from '../../domain/text/language-map.ts'
import {
  importFields,
  type ColumnField,
  type ImportField,
  type OwnWriter,
  type Table,
} from '../table/table.ts'
import type { RowValues } from '../table/values.ts'

/** What our writer would write of the timeline in place of a file. */
export interface WrittenTable {
  /** Of texts, BCP 47. */
  readonly language: string
  readonly table: Table
}

/** Columns that say something of a field; of all others our files say nothing that could be edited. */
const columnsOf: Readonly<Partial<Record<ImportField, readonly ColumnField[]>>> = {
  date: ['date', 'endDate', 'edtf'],
  title: ['title'],
  summary: ['summary'],
  themes: ['themes'],
  place: ['place'],
  status: ['status'],
  note: ['note'],
}

interface Setting {
  readonly document: TimelineDocument
  readonly writer: OwnWriter
  /** In each language in which the file may be. */
  readonly written: readonly { readonly language: string; readonly rows: readonly RowValues[] }[]
}

/** The rows, with the events of those that our writer would write. */
export function withKnownEvents(
  rows: readonly RowValues[],
  { document, writer, written }: Setting,
): readonly RowValues[] {
  const events = new Map(document.events.map((event) => [event.id, event]))
  const all = written.map(({ language, rows: own }) => {
    const byKey = new Map(own.map((row) => [row.text('key'), row]))
    const pairs = new Map(rows.map((row) => [row, byKey.get(row.text('key'))]))
    return { language, pairs, same: [...pairs].reduce((sum, pair) => sum + sameCells(...pair), 0) }
  })
  // A file is in one language: that in which most is the same.
  const [best] = all.toSorted((a, b) => b.same - a.same)
  return rows.map((row) => {
    const own = best?.pairs.get(row)
    const event = events.get(row.text('key').split('.')[0] ?? '')
    return best === undefined || own === undefined || event === undefined
      ? row
      : knownRow(row, own, { event, document, writer, language: best.language })
  })
}

const sameCells = (row: RowValues, own: RowValues | undefined): number =>
  own === undefined ? 0 : row.cells.filter((cell, index) => cell === own.cells[index]).length

interface Known {
  readonly event: AuthoredEvent
  readonly document: TimelineDocument
  readonly writer: OwnWriter
  readonly language: string
}

function knownRow(
  row: RowValues,
  own: RowValues,
  { event, document, writer, language }: Known,
): RowValues {
  const isSame = (field: ColumnField): boolean =>
    field === 'themes'
      ? sameList(row.list('themes'), own.list('themes')) &&
        sameList(row.list('actors'), own.list('actors'))
      : row.text(field) === own.text(field)
  const links = linksOf(row, own, event)
  const actors = writer === 'ics' ? ['themes' as const] : []
  const unedited = new Set(
    importFields.filter((field) =>
      field === 'links'
        ? links === null
        : (field === 'actors' ? actors : (columnsOf[field] ?? [])).every(isSame),
    ),
  )
  const editedText = (field: 'title' | 'summary'): string => {
    if (unedited.has(field)) return ''
    const [text, mine] = [row.text(field), inFile(event[field], { document, language })]
    return withoutFrame(text, own.text(field), mine)
  }
  const isOther = language !== document.language
  // Slides have the first theme alone.
  const more = writer === 'ics' ? [] : event.themes.slice(1)
  const kept = Object.entries(event).filter(([name]) =>
    unedited.has((name === 'kind' ? 'date' : name) as ImportField),
  )
  return {
    ...row,
    known: {
      id: event.id,
      unedited,
      fields: Object.fromEntries(kept),
      stated: unedited.has('date') && isSame('statedDate') ? '' : row.text('statedDate'),
    },
    links: links ?? [],
    text: (field) => {
      if (field === 'id') return event.id
      if (field === 'title' || field === 'summary') return isOther ? '' : editedText(field)
      const about = fieldOf(field)
      return about !== null && unedited.has(about) ? '' : row.text(field)
    },
    translations: (field) => {
      const text = field === 'title' || field === 'summary' ? editedText(field) : ''
      return new Map(isOther && text !== '' ? [[language, text]] : [])
    },
    list: (field) => {
      if (field !== 'themes' && field !== 'actors') return row.list(field)
      if (unedited.has(field)) return []
      return field === 'themes' ? [...row.list(field), ...more] : row.list(field)
    },
  }
}

const fieldOf = (column: ColumnField): ImportField | null =>
  importFields.find((field) => columnsOf[field]?.includes(column)) ??
  (column === 'statedDate' ? column : null)

const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index])

/** Links of the event without those that are gone from the row, and with those that are new; null for the same. */
function linksOf(row: RowValues, own: RowValues, event: AuthoredEvent): RowValues['links'] | null {
  const [now, before] = [row, own].map(({ links }) => new Set(links.map(({ url }) => url)))
  const added = row.links.filter(({ url }) => before?.has(url) !== true)
  const gone = own.links.filter(({ url }) => now?.has(url) !== true).map(({ url }) => url)
  if (added.length + gone.length === 0) return null
  const kept = (event.links ?? []).flatMap(({ url }) =>
    gone.includes(normalUrl(url)) ? [] : [{ url }],
  )
  return [...kept, ...added]
}

const inFile = (
  text: AuthoredText | undefined,
  { document, language }: Pick<Known, 'document' | 'language'>,
): string =>
  text === undefined
    ? ''
    : inLanguage(byLanguage(text, document.language), language, document.language)

/**
 * An edited text without what our writers put around it, as far as it is still there.
 * @example withoutFrame('Branches now (1–10 February 2020)', 'Branches (1–10 February 2020)', 'Branches') → 'Branches now'
 */
export function withoutFrame(edited: string, written: string, own: string): string {
  const at = own === '' ? 0 : written.indexOf(own)
  if (at < 0) return edited
  const [before, after] = [written.slice(0, at), written.slice(at + own.length)]
  const isFramed =
    edited.length >= before.length + after.length &&
    edited.startsWith(before) &&
    edited.endsWith(after)
  return isFramed ? edited.slice(before.length, edited.length - after.length).trim() : edited
}
