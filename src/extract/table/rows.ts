// Rows as events: each field that a column holds, in the form of the document. Ids come later.
import { parseEdtf } from '../../domain/date/edtf.ts'
import { dateKinds, kindOf, kindProblem, type DateKind } from '../../domain/date/kinds.ts'
import { statuses, type AuthoredEvent } from '../../domain/document/event.ts'
import { versionIn, type AuthoredText } from '../../domain/text/language-map.ts'
import type { ImportWords } from '../words/en.ts'
import type { ReadDate } from './dates.ts'
import { joinEnds, withKind } from './row-date.ts'
import type { ImportField, LostThing } from './table.ts'
import type { ReadNames } from './names.ts'
import type { RowValues } from './values.ts'

export type EventFields = Partial<Omit<AuthoredEvent, 'id'>>

export interface RowEvent {
  readonly at: number
  readonly cells: readonly string[]
  readonly fields: EventFields
  /** What keeps the row from being an event. */
  readonly faults: readonly string[]
}

export interface RowContext {
  readonly words: ImportWords
  readonly language: string
  readonly names: ReadNames
  readonly date: ReadDate
  readonly end: ReadDate | null
  readonly timeZone: string
  /** Tells what the row has that a timeline does not hold. */
  readonly lose: (what: LostThing) => void
  /** The last day of the source, for a row without a date. */
  readonly sourceDay: string | undefined
  readonly sources: readonly string[] | { readonly why: string } | null
  /** What its cell names them by. */
  readonly sourceNames: readonly string[]
  /** True if the address of the row is that of its source. */
  readonly isArticle: boolean
}

export function readRow(row: RowValues, context: RowContext): RowEvent {
  const faults: string[] = []
  const { words } = context
  const title = lineText(row, context.language)
  const isUnedited = (field: ImportField): boolean => row.known?.unedited.has(field) === true
  if (title === null && !isUnedited('title')) faults.push(words.faults.noTitle)
  const date = isUnedited('date') ? {} : rowDate(row, context, faults)
  const citations = citationsOf(row, context, faults)
  const stated = row.text('statedDate')
  const isCited = citations.some(({ exact }) => exact?.includes(stated))
  const isStated = stated !== '' && isCited
  const note = joined(row, context, stated !== '' && !isCited ? words.statedNote(stated) : '')
  const place =
    row.text('place') === '' ? undefined : context.names.idOf('actors', row.text('place'))
  const status = statusOf(row.text('status'), faults, words)
  const links = context.isArticle && row.known === null ? row.links.slice(1) : row.links
  const summary = texts(row, 'summary', context.language)
  const fields: EventFields = {
    ...date,
    ...(isStated && { statedDate: stated }),
    ...(title !== null && { title }),
    ...(summary !== null && { summary }),
    themes: idsOf(row, 'themes', context),
    actors: idsOf(row, 'actors', context),
    ...(typeof place === 'string' && { place }),
    citations,
    ...(links.length > 0 && {
      links: links.map(({ url, title: name }) => ({
        url,
        ...(name !== undefined && { title: name.slice(0, 500) }),
      })),
    }),
    ...(status !== undefined && { status }),
    ...(note !== null && { note }),
    ...row.known?.fields,
  }
  return { at: row.at, cells: row.cells, fields, faults }
}

const idsOf = (row: RowValues, list: 'themes' | 'actors', { names }: RowContext): string[] => [
  ...new Set(row.list(list).flatMap((name) => names.idOf(list, name) ?? [])),
]

/** A title has no line ends. */
function lineText(row: RowValues, language: string): AuthoredText | null {
  const text = texts(row, 'title', language)
  if (text === null) return null
  return typeof text === 'string'
    ? onLine(text)
    : Object.fromEntries(Object.entries(text).map(([tag, one]) => [tag, onLine(one)]))
}

const onLine = (text: string): string => text.split('\n').join(' ')

function texts(
  row: RowValues,
  field: 'title' | 'summary' | 'note',
  language: string,
): AuthoredText | null {
  const own = row.text(field)
  const others = [...row.translations(field)]
  if (others.length === 0) return own === '' ? null : own
  return Object.fromEntries([...(own === '' ? [] : [[language, own] as const]), ...others])
}

function joined(row: RowValues, { language }: RowContext, more: string): AuthoredText | null {
  const note = texts(row, 'note', language)
  if (more === '') return note
  if (note === null) return more
  return typeof note === 'string'
    ? `${note}\n${more}`
    : {
        ...note,
        [language]: [versionIn(note, language), more].filter((one) => one !== undefined).join('\n'),
      }
}

function statusOf(
  text: string,
  faults: string[],
  words: ImportWords,
): AuthoredEvent['status'] | undefined {
  const status = text.trim().toLowerCase()
  if (status === '' || status === 'confirmed') return undefined
  const known = statuses.find((one) => one === status) ?? statusNames.get(status)
  if (known === undefined) faults.push(words.faults.status(text))
  return known === 'confirmed' ? undefined : known
}

const statusNames: ReadonlyMap<string, (typeof statuses)[number]> = new Map([
  ['已确认', 'confirmed'],
  ['已確認', 'confirmed'],
  ['有争议', 'disputed'],
  ['有爭議', 'disputed'],
  ['撤回', 'withdrawn'],
  ['已撤回', 'withdrawn'],
  ['cancelled', 'withdrawn'],
])

function rowDate(
  row: RowValues,
  { words, date, end, timeZone, lose, sourceDay }: RowContext,
  faults: string[],
): Pick<EventFields, 'date' | 'kind'> {
  const isEmpty = date.is === 'refused' && row.text('date') === ''
  const isRunning = end?.is === 'date' && end.value.date === '..'
  if (isEmpty && (end === null || isRunning)) {
    if (sourceDay !== undefined) return { date: `[..${sourceDay}]` }
    faults.push(words.faults.noDate)
    return {}
  }
  for (const one of [...(isEmpty ? [] : [date]), ...(end === null ? [] : [end])])
    if (one.is === 'refused')
      faults.push(words.faults.date(row.text(one === date ? 'date' : 'endDate'), one.why))
  if ((!isEmpty && date.is !== 'date') || (end !== null && end.is !== 'date')) return {}
  const start = date.is === 'date' ? date.value : null
  const whole =
    end === null
      ? { date: start?.date ?? '', losesClock: false }
      : joinEnds(start?.date ?? null, end.value.date, timeZone)
  if (typeof whole === 'string') {
    faults.push(words.faults.ends[whole](row.text('date'), row.text('endDate')))
    return {}
  }
  if (whole.losesClock) lose('clock-ends')
  return ofKind(row.text('kind'), whole.date, end === null ? start?.kind : undefined, {
    faults,
    words,
  })
}

function ofKind(
  cell: string,
  date: string,
  kind: DateKind | undefined,
  { faults, words }: { readonly faults: string[]; readonly words: ImportWords },
): Pick<EventFields, 'date' | 'kind'> {
  const stated =
    cell.trim() === ''
      ? kind
      : dateKinds.find((one) => one.toLowerCase() === cell.trim().toLowerCase())
  if (cell.trim() !== '' && stated === undefined) faults.push(words.faults.kind(cell))
  const parsed = parseEdtf(date)
  if (parsed.ok && stated !== undefined && kindProblem(parsed.value, stated) !== null)
    faults.push(words.faults.kindOfForm(stated, date, kindOf(parsed.value)))
  return withKind(date, stated)
}

function citationsOf(
  row: RowValues,
  { sources, sourceNames: items, words }: RowContext,
  faults: string[],
): AuthoredEvent['citations'] {
  if (sources === null) return []
  if ('why' in sources) {
    // Without title or date there is more to say of the row than that it has no source.
    if (faults.length === 0) faults.push(sources.why)
    return []
  }
  const exact = row.text('citedWords')
  if (exact === '' || sources.length === 0) return sources.map((source) => ({ source }))
  const [only = ''] = sources
  if (sources.length === 1 && items.length < 2) return [{ source: only, exact }]
  // Our own tables have one line for each citation, empty for one without words.
  const lines = exact.split('\n')
  const ids = sources.length === 1 ? items.map(() => only) : items
  if (lines.length === ids.length && ids.every((id) => sources.includes(id)))
    return ids.map((source, index) => {
      const line = lines[index] ?? ''
      return { source, ...(line !== '' && { exact: line }) }
    })
  faults.push(words.faults.wordsOfSources(lines.length, items.length))
  return []
}
