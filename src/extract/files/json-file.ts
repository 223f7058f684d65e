// JSON that can be imported: a document of a timeline, events of the API, NDJSON, TimelineJS, and lists of
// flat records. Events of our own keep their ids and everything that they hold.
import { parseJson, type JsonProblem } from '../../domain/document/json.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { canonicalTag } from '../../domain/text/language-map.ts'
import type { TextEncodingName } from '../../domain/text/read-text.ts'
import type { OwnEvents, Table, TableColumn, TableRow } from '../table/table.ts'
import type { FileProblem, FoundTables } from './found.ts'
import { readTimelineJs } from './timelinejs.ts'

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function readJsonFile(
  text: string,
  encoding: TextEncodingName,
): Result<FoundTables, FileProblem> {
  const parsed = parseJson(text)
  if (parsed.ok) {
    const table = tableOfJson(parsed.value)
    if (table === null) return failed((words) => words.otherJson)
    const form = readTimelineJs(parsed.value) === null ? 'JSON' : 'TimelineJS'
    return ok({ form, encoding, tables: [table] })
  }
  const lines = readLines(text)
  if (lines !== null) {
    const table = tableOfJson(lines)
    return table === null
      ? failed((words) => words.otherJson)
      : ok({ form: 'NDJSON', encoding, tables: [table] })
  }
  const line = lineOf(text, parsed.failure)
  return failed((words) => words.malformedJson(line))
}

function lineOf(text: string, { offset }: JsonProblem): number | null {
  return offset === undefined ? null : text.slice(0, offset).split('\n').length
}

/** One value a line; null where a line is no JSON. */
function readLines(text: string): unknown[] | null {
  const values: unknown[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const parsed = parseJson(line)
    if (!parsed.ok) return null
    values.push(parsed.value)
  }
  return values.length > 1 ? values : null
}

function tableOfJson(value: unknown): Table | null {
  const timelineJs = readTimelineJs(value)
  if (timelineJs !== null) return timelineJs
  if (isObject(value) && Array.isArray(value['events']))
    return ownTable(value['events'], {
      themes: listOf(value['themes']),
      actors: listOf(value['actors']),
      sources: listOf(value['sources']),
      ...languageOf(value, value['events']),
      ...(isPart(value, value['events']) && { isPart: true as const }),
    })
  const list = Array.isArray(value)
    ? (value as unknown[])
    : isObject(value) && isOwn(value)
      ? [value]
      : null
  if (list === null || list.length === 0) return null
  if (list.every(isOwn))
    return ownTable(list, { themes: [], actors: [], sources: [], ...languageOf({}, list) })
  return list.every(isFlat) ? recordTable(list) : null
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : [])

/** That of a document, or of the request for an answer of the API, whose events have dates in words. */
function languageOf(
  { language, links }: Json,
  events: readonly unknown[],
): Pick<OwnEvents, 'language'> {
  const self = isObject(links) ? links['self'] : undefined
  const asked =
    typeof self === 'string' && URL.canParse(self) ? new URL(self).searchParams.get('lang') : null
  const told = typeof language === 'string' ? language : asked
  if (told !== null) return { language: canonicalTag(told) }
  return events.some((event) => isObject(event) && isObject(event['date']))
    ? { language: null }
    : {}
}

/** True of an answer of the API that has not all events: a page of several, or one with a filter. */
function isPart({ total, links }: Json, events: readonly unknown[]): boolean {
  if (!isObject(links)) return false
  const { self, next } = links
  const most = isObject(total) ? total['value'] : total
  if (typeof next === 'string' || (typeof most === 'number' && most > events.length)) return true
  return (
    typeof self === 'string' &&
    URL.canParse(self) &&
    [...new URL(self).searchParams.keys()].some((name) => !ofWhole.has(name))
  )
}

/** Parameters of an answer that leave nothing out. */
const ofWhole: ReadonlySet<string> = new Set(['lang', 'limit', 'sort', 'facets', 'edition'])

/** An event of a document or of the API. */
const isOwn = (value: unknown): value is Json =>
  isObject(value) &&
  typeof value['id'] === 'string' &&
  'date' in value &&
  Array.isArray(value['citations'])

function ownTable(events: readonly unknown[], parts: Omit<OwnEvents, 'events'>): Table | null {
  if (!events.every(isOwn)) return null
  return {
    name: '',
    columns: [{ header: 'event', field: 'id' }],
    rows: events.map((event, index) => ({ at: index + 1, cells: [JSON.stringify(event)] })),
    lost: [],
    own: { events: events.map(asAuthored), ...parts },
  }
}

/** Members of the API's events that follow from others. */
const derived: ReadonlySet<string> = new Set([
  'url',
  'through',
  'sequence',
  'published',
  'modified',
])

/** An event of the API in the form of the document; one of a document is as it was. */
function asAuthored(event: Json): Json {
  const { date } = event
  if (!isObject(date)) return event
  const kept = Object.entries(event).filter(
    ([name, value]) =>
      !derived.has(name) &&
      name !== 'date' &&
      !(name === 'status' && value === 'confirmed') &&
      !((name === 'measures' || name === 'links') && Array.isArray(value) && value.length === 0),
  )
  return {
    ...Object.fromEntries(kept),
    date: date['edtf'],
    kind: date['kind'],
    ...(date['stated'] !== undefined && { statedDate: date['stated'] }),
  }
}

const isFlat = (value: unknown): value is Json =>
  isObject(value) && Object.values(value).every((one) => cellOf(one) !== null)

/** Texts and numbers, and lists of them. */
function cellOf(value: unknown): string | null {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!Array.isArray(value)) return null
  const parts = value.map((one: unknown) => (Array.isArray(one) ? null : cellOf(one)))
  return parts.includes(null) ? null : parts.join('\n')
}

function recordTable(records: readonly Json[]): Table {
  const headers = [...new Set(records.flatMap((record) => Object.keys(record)))]
  const row = (record: Json, index: number): TableRow => ({
    at: index + 1,
    cells: headers.map((header) =>
      Object.hasOwn(record, header) ? (cellOf(record[header]) ?? '') : '',
    ),
  })
  const columns: TableColumn[] = headers.map((header) => ({ header }))
  return { name: '', columns, rows: records.map(row), lost: [] }
}
