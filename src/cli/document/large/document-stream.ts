// Reads a document of any size in parts: what it says besides its events, which must fit into memory,
// and its events in batches. As JSON, or as NDJSON, whose first line is the document without `events` and
// whose other lines are one event each.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { broken, type BrokenRule } from '../../../domain/broken-rule.ts'
import { jsonFault } from '../../../domain/document/json-fault.ts'
import { decodeUtf8, parseJson, type JsonProblem } from '../../../domain/document/json.ts'
import { failed, ok, type Result } from '../../../domain/result.ts'
import { headOfLines, isOfLines } from '../lines-document.ts'
import { fileLines } from './file-lines.ts'
import { piecesOf } from './json-pieces.ts'

/** Line and column in the file, from 1; columns in UTF-16 units. */
export interface FilePlace {
  readonly line: number
  readonly column: number
}

/** A problem of JSON, and where it is. */
export type PlacedProblem = JsonProblem & FilePlace

/** The text of the document around its events. */
export interface DocumentFrame {
  /** Up to where the first event stands. */
  readonly head: string
  readonly headPlace: FilePlace
  /** From where the last event ends. */
  readonly tail: string
  readonly tailPlace: FilePlace
}

export interface EventBatch {
  /** The index of the first event in the document. */
  readonly first: number
  readonly count: number
  /** The events, separated by commas: what stands between head and tail of the frame. */
  readonly text: string
  readonly place: FilePlace
  /** Each event as it is written, if that is a line of its own. */
  readonly lines: readonly string[] | null
  /** Lines that are not JSON; in the text null stands for them. Indices count from the first event. */
  readonly problems: ReadonlyMap<number, PlacedProblem>
  /** Bytes of the file up to its end. */
  readonly read: number
}

export interface DocumentStream {
  readonly file: string
  /** Of the whole file. */
  readonly bytes: number
  readonly frame: DocumentFrame
  /** Set if the events end nowhere, so that nothing can be said of what follows them. */
  readonly unclosed: PlacedProblem | null
  /** Reads the file again. A problem ends it. */
  batches(): AsyncIterable<Result<EventBatch, PlacedProblem>>
}

/** Bytes of events after which a batch ends. */
const usualBatch = 4 * 1_048_576

/**
 * Throws what the system says if the file cannot be read.
 * @example await openStream('town.ndjson') → ok({ frame: { head: '{"id":"town",…,"events":[', … }, batches })
 */
export async function openStream(
  file: string,
  batchBytes = usualBatch,
): Promise<Result<DocumentStream, PlacedProblem>> {
  const isLines = isOfLines(file)
  const found = isLines ? await frameOfLines(file) : await frameOfDocument(file)
  if (!found.ok) return found
  const batchesOf = isLines ? batchesOfLines : batchesOfDocument
  const { size: bytes } = await stat(file)
  const batches = (): ReturnType<typeof batchesOf> => batchesOf(file, batchBytes)
  return ok({ file, bytes, unclosed: null, ...found.value, batches })
}

interface FoundFrame {
  readonly frame: DocumentFrame
  readonly unclosed?: PlacedProblem
}

const chunksOf = (file: string): AsyncIterable<Buffer> =>
  createReadStream(file, { highWaterMark: 1_048_576 })

const start: FilePlace = { line: 1, column: 1 }

/** The place behind a text that begins at a place. */
function behind({ line, column }: FilePlace, text: string): FilePlace {
  const last = text.lastIndexOf('\n')
  if (last < 0) return { line, column: column + text.length }
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return { line: line + lines, column: text.length - last }
}

/** The place of an offset of a text that begins at a place. */
export const placeAt = (place: FilePlace, text: string, offset: number): FilePlace =>
  behind(place, text.slice(0, offset))

/** The same, for ascending offsets: the text is read only once. */
export function placesFrom(place: FilePlace, text: string): (offset: number) => FilePlace {
  let [here, read] = [place, 0]
  return (offset) => {
    here = behind(here, text.slice(read, offset))
    read = offset
    return here
  }
}

/** A problem whose words name its place in the file. */
export function placedProblem(problem: JsonProblem, place: FilePlace): PlacedProblem {
  const { values } = problem.broken
  const named = 'line' in values ? { ...values, ...place } : values
  return { ...problem, broken: { ...problem.broken, values: named } as BrokenRule, ...place }
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** At the beginning of a file its mark is none of its characters (RFC 8259, 8.1), or says UTF-16. */
function decoded(bytes: Uint8Array, place: FilePlace): Result<string, PlacedProblem> {
  if (place === start) {
    const text = decodeUtf8(bytes)
    return text.ok ? text : failed({ ...text.failure, ...place })
  }
  try {
    return ok(strict.decode(bytes))
  } catch {
    return failed({ reason: 'invalid-utf-8', broken: broken('not-utf-8'), ...place })
  }
}

async function frameOfDocument(file: string): Promise<Result<FoundFrame, PlacedProblem>> {
  let [head, tail, place, tailPlace] = ['', '', start, start]
  let rests = 0
  let open: { text: string; place: FilePlace } | null = null
  for await (const { kind, bytes } of piecesOf(chunksOf(file))) {
    const text = decoded(bytes, place)
    if (!text.ok) return text
    if (kind !== 'rest') open = { text: text.value, place }
    else {
      open = null
      rests++
      if (rests === 1) head = text.value
      if (rests === 2) tailPlace = place
      if (rests > 1) tail += text.value
    }
    place = behind(place, text.value)
  }
  const frame = { head, headPlace: start, tail, tailPlace }
  return ok(open === null ? { frame } : { frame, unclosed: unclosed(open.text, open.place) })
}

/** The events of the file end nowhere: where they stop being JSON. */
function unclosed(text: string, place: FilePlace): PlacedProblem {
  const { offset, broken: rule } = jsonFault(`[${text}`)
  const problem: JsonProblem = { reason: 'malformed-json', broken: rule }
  return placedProblem(problem, placeAt(place, text, Math.max(0, offset - 1)))
}

async function* batchesOfDocument(
  file: string,
  batchBytes: number,
): AsyncIterable<Result<EventBatch, PlacedProblem>> {
  let [place, first, read] = [start, 0, 0]
  let between = { text: '', place }
  let batch = newBatch(0, start)
  const put = (part: typeof between): void => {
    if (batch.text.length === 0) batch.place = part.place
    batch.text.push(part.text)
  }
  const taken = (): EventBatch => {
    const { text, bytes: _, ...rest } = batch
    first += batch.count
    batch = newBatch(first, place)
    return { ...rest, text: text.join(''), lines: null, problems: new Map(), read }
  }
  for await (const { kind, bytes } of piecesOf(chunksOf(file))) {
    const text = decoded(bytes, place)
    if (!text.ok) {
      yield text
      return
    }
    if (kind === 'between') between = { text: text.value, place }
    else {
      // Only where one comma stands: what is wrong between two events is seen when they are parsed.
      const isEnd = kind === 'event' && between.text.trim() === ','
      if (isEnd && batch.bytes >= batchBytes) yield ok(taken())
      else if (batch.text.length > 0 || between.text.trim() !== '') put(between)
      between = { text: '', place }
    }
    if (kind === 'event') {
      put({ text: text.value, place })
      batch.bytes += bytes.length
      batch.count++
    }
    place = behind(place, text.value)
    read += bytes.length
  }
  if (between.text.trim() !== '') put(between)
  if (batch.text.length > 0) yield ok(taken())
}

interface OpenBatch {
  readonly first: number
  place: FilePlace
  count: number
  readonly text: string[]
  bytes: number
}

const newBatch = (first: number, place: FilePlace): OpenBatch => ({
  first,
  place,
  count: 0,
  text: [],
  bytes: 0,
})

async function frameOfLines(file: string): Promise<Result<FoundFrame, PlacedProblem>> {
  for await (const { number, bytes } of fileLines(chunksOf(file))) {
    const headPlace = { line: number, column: 1 }
    const text = decoded(bytes, number === 1 ? start : headPlace)
    if (!text.ok) return text
    const line = text.value.trimEnd()
    if (line === '') continue
    const parsed = parseJson(line)
    if (!parsed.ok) return failed(problemOfLine(parsed.failure, line, number))
    const head = headOfLines(line)
    if (head === null)
      return ok({ frame: { head: line, headPlace, tail: '', tailPlace: headPlace } })
    const tailPlace = { line: number, column: line.length }
    return ok({ frame: { head, headPlace, tail: ']}', tailPlace } })
  }
  return ok({ frame: { head: '', headPlace: start, tail: '', tailPlace: start } })
}

const problemOfLine = (problem: JsonProblem, text: string, line: number): PlacedProblem =>
  placedProblem(problem, placeAt({ line, column: 1 }, text, problem.offset ?? 0))

async function* batchesOfLines(
  file: string,
  batchBytes: number,
): AsyncIterable<Result<EventBatch, PlacedProblem>> {
  let isFrame = true
  let [first, read] = [0, 0]
  let batch = newBatch(0, start)
  let lines: string[] = []
  let problems = new Map<number, PlacedProblem>()
  const taken = (): EventBatch => {
    const { text, bytes: _, ...rest } = batch
    const done = { ...rest, text: text.join(''), lines, problems, read }
    first += batch.count
    batch = newBatch(first, start)
    lines = []
    problems = new Map()
    return done
  }
  for await (const { number, bytes } of fileLines(chunksOf(file))) {
    read += bytes.length + 1
    const place = { line: number, column: 1 }
    const text = decoded(bytes, number === 1 ? start : place)
    const line = text.ok ? text.value.trimEnd() : ''
    if (text.ok && line === '') {
      if (batch.count > 0) batch.text.push('\n')
      continue
    }
    if (isFrame) {
      isFrame = false
      continue
    }
    const problem = text.ok ? lineProblem(line, number) : text.failure
    if (problem !== null) problems.set(batch.count, problem)
    if (batch.count === 0) batch.place = place
    batch.text.push(batch.count === 0 ? '' : ',\n', problem === null ? line : 'null')
    lines.push(line.trimStart())
    batch.count++
    batch.bytes += bytes.length
    if (batch.bytes >= batchBytes) yield ok(taken())
  }
  if (batch.count > 0) yield ok(taken())
}

function lineProblem(line: string, number: number): PlacedProblem | null {
  const parsed = parseJson(line)
  return parsed.ok ? null : problemOfLine(parsed.failure, line, number)
}
