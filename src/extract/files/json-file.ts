// JSON that can be imported: a document of a timeline, events of the API, NDJSON, TimelineJS, and flat
// records, one or a list of them. Events of our own keep their ids and everything that they hold.
import { parseJson, type JsonProblem } from '../../domain/document/json.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { canonicalTag } from '../../domain/text/language-map.ts'
import type { TextEncodingName } from '../../domain/text/read-text.ts'
import { fieldOfHeader } from '../table/headers.ts'
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
  if (!parsed.ok && isOfLines(text)) return readLines(text, encoding)
  if (!parsed.ok) {
    const line = lineOf(text, parsed.failure)
    return failed((words) => words.malformedJson(line))
  }
  const timelineJs = readTimelineJs(parsed.value)
  if (timelineJs !== null) return ok({ form: 'TimelineJS', encoding, tables: [timelineJs] })
  const table = tableOfJson(parsed.value)
  return table.ok ? ok({ form: 'JSON', encoding, tables: [table.value] }) : table
}

function lineOf(text: string, { offset }: JsonProblem): number | null {
  return offset === undefined ? null : text.slice(0, offset).split('\n').length
}

/** Lines that are looked at to know NDJSON. */
const sample = 60

/** True of NDJSON, broken lines or not: half of the first lines are each an object. */
function isOfLines(text: string): boolean {
  if (!text.trimStart().startsWith('{')) return false
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const first = lines.slice(0, sample)
  const objects = first.filter((line) => {
    const parsed = parseJson(line)
    return parsed.ok && isObject(parsed.value)
  })
  return lines.length > 1 && objects.length * 2 >= first.length
}

/** A value, and where it stands as people count: its line, or its number in a list. */
interface Placed<Value> {
  readonly at: number
  readonly value: Value
}

/** One record a line (ndjson.org), or the document of a timeline that has its events behind its first line. */
function readLines(text: string, encoding: TextEncodingName): Result<FoundTables, FileProblem> {
  const records: Placed<Json>[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const parsed = parseJson(line)
    const at = index + 1
    if (!parsed.ok || !isObject(parsed.value)) return failed((words) => words.malformedLine(at))
    records.push({ at, value: parsed.value })
  }
  const [first, ...others] = records
  const table = isDocument(first?.value)
    ? ok(ownTable(others, first.value))
    : tableOfRecords(records, {})
  return table.ok ? ok({ form: 'NDJSON', encoding, tables: [table.value] }) : table
}

type FoundTable = Result<Table, FileProblem>

const otherJson: FoundTable = failed((words) => words.otherJson)

function tableOfJson(value: unknown): FoundTable {
  if (Array.isArray(value)) return tableOfList(value, {})
  if (!isObject(value)) return otherJson
  if (Array.isArray(value['events'])) return tableOfList(value['events'], value)
  if (isDocument(value)) return ok(ownTable([], value))
  if ('@context' in value) return failed((words) => words.jsonLd)
  // Settings, answers of other services and the like are objects, too.
  return isOwn(value) || isDated(value) ? tableOfList([value], {}) : otherJson
}

function tableOfList(list: readonly unknown[], whole: Json): FoundTable {
  if (!list.every(isObject)) return otherJson
  const records = list.map((value, index) => ({ at: index + 1, value }))
  return isDocument(whole) || Array.isArray(whole['sources'])
    ? ok(ownTable(records, whole))
    : tableOfRecords(records, whole)
}

/** True of the document of a timeline, of any version and with whatever faults. */
export const isDocument = (value: unknown): value is Json =>
  isObject(value) && ('formatVersion' in value || 'authority' in value)

/** True of a record that says when it was: one alone may be anything. */
const isDated = (value: Json): boolean =>
  Object.keys(value).some((name) => ['date', 'published'].includes(fieldOfHeader(name) ?? ''))

/** Events of our own, or flat records. */
function tableOfRecords(records: readonly Placed<Json>[], whole: Json): FoundTable {
  if (records.some(({ value }) => isOwn(value))) return ok(ownTable(records, whole))
  for (const { at, value } of records) {
    const nested = Object.keys(value).find((name) => cellOf(value[name]) === null)
    if (nested !== undefined) return failed((words) => words.nestedRecord(at, nested))
  }
  return ok(recordTable(records))
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

/** Those that are no events are faults of their rows. `whole`: the document or answer around them. */
function ownTable(records: readonly Placed<Json>[], whole: Json): Table {
  const events = records.map(({ value }) => value)
  return {
    name: '',
    columns: [{ header: 'event', field: 'id' }],
    rows: records.map(({ at, value }) => ({ at, cells: [JSON.stringify(value)] })),
    lost: [],
    own: {
      events: events.map(asAuthored),
      answered: events.map((event) => (isObject(event['date']) ? event : null)),
      themes: listOf(whole['themes']),
      actors: listOf(whole['actors']),
      sources: listOf(whole['sources']),
      ...languageOf(whole, events),
      ...(isPart(whole, events) && { isPart: true as const }),
    },
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

/** Texts and numbers, and lists of them. */
function cellOf(value: unknown): string | null {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!Array.isArray(value)) return null
  const parts = value.map((one: unknown) => (Array.isArray(one) ? null : cellOf(one)))
  return parts.includes(null) ? null : parts.join('\n')
}

function recordTable(records: readonly Placed<Json>[]): Table {
  const headers = [...new Set(records.flatMap(({ value }) => Object.keys(value)))]
  const row = ({ at, value }: Placed<Json>): TableRow => ({
    at,
    cells: headers.map((header) =>
      Object.hasOwn(value, header) ? (cellOf(value[header]) ?? '') : '',
    ),
  })
  const columns: TableColumn[] = headers.map((header) => ({ header }))
  return { name: '', columns, rows: records.map(row), lost: [] }
}
