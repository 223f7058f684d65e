// Reads a timeline's folder (or its document) and the texts of its sources from disk, and checks
// them. For every command that takes a document.
import { checkDocument, warningsOf } from '../../domain/check/rules.ts'
import {
  addReports,
  checkCitations,
  noCitations,
  type CitationReport,
} from '../../domain/check/citations.ts'
import { collections } from '../../domain/check/loose-document.ts'
import type { Fault } from '../../domain/check/fault.ts'
import type { Warning } from '../../domain/check/warning.ts'
import {
  decodeUtf8,
  parseJson,
  valueOffsets,
  type JsonProblem,
} from '../../domain/document/json.ts'
import { isIdentifier } from '../../domain/document/identifier.ts'
import { valueAt } from '../../domain/document/pointer.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { documentAt, noDocumentIn } from './document-path.ts'
import { documentOfLines, isOfLines } from './lines-document.ts'
import { commandLine } from '../terminal/command-line.ts'
import { say } from '../terminal/speech.ts'
import { withMeant } from './meant.ts'
import { isPresent } from './presence.ts'
import { otherKind } from './other-kind.ts'
import {
  noTexts,
  readBytes,
  readSourceTexts,
  type SourceFile,
  type SourceTexts,
} from './source-texts.ts'

/** Where a fault or warning is in the file; line and column count from 1. */
interface Place {
  readonly line?: number
  readonly column?: number
  /** Of the event, theme, actor or source. */
  readonly id?: string
}

export type LocatedFault = (Fault | (JsonProblem & { readonly pointer: string })) & Place
export type LocatedWarning = Warning & Place

/** A document that was read and checked. */
export interface CheckedDocument {
  /** Path of the document. */
  readonly file: string
  /** The content of the file as it was read, by which a later change of it is known. */
  readonly bytes: Uint8Array
  /** The parsed content of the file; null if it is not JSON. */
  readonly value: unknown
  /** The same as a document, if it has no fault. */
  readonly document: TimelineDocument | null
  /** In the order of the file. */
  readonly faults: readonly LocatedFault[]
  /** In the order of the file. */
  readonly warnings: readonly LocatedWarning[]
  /** Null if no citation was looked up. */
  readonly citations: CitationReport | null
  /** The texts in which citations were looked up. */
  readonly texts: SourceTexts
}

/**
 * Reads and checks a document as JSON, for commands that write into it. The texts of its sources are those given, and those in the folder
 * `sources` beside it. A file that is not JSON is a fault of the document. Fails, with a
 * message for people, if a file cannot be read or is NDJSON, or a source is not in the document.
 * @example await loadDocument('data/fusha-2020') → { ok: true, value: { document, faults: [], … } }
 */
export async function loadDocument(
  path: string,
  sources: readonly SourceFile[] = [],
): Promise<Result<CheckedDocument, string>> {
  const none = await noDocumentIn(path)
  if (none !== null) return failed(none)
  const file = await documentAt(path)
  if (isOfLines(file) && (await isPresent(file)))
    return failed(say().files.ofLines(file, commandLine('pull', '<timeline>', '-o', 'town.json')))
  return loadFile(file, sources, (text) => text)
}

/** The same of a document as JSON or as NDJSON (large/document-stream.ts), for commands that do not write it. */
export async function loadReadOnly(
  path: string,
  sources: readonly SourceFile[] = [],
): Promise<Result<CheckedDocument, string>> {
  const none = await noDocumentIn(path)
  if (none !== null) return failed(none)
  const file = await documentAt(path)
  return loadFile(file, sources, isOfLines(file) ? documentOfLines : (text) => text)
}

/** `toJson` keeps the line and the column of every value. */
async function loadFile(
  file: string,
  sources: readonly SourceFile[],
  toJson: (text: string) => string,
): Promise<Result<CheckedDocument, string>> {
  const bytes = await readBytes(file)
  if (!bytes.ok) return bytes
  const decoded = decodeUtf8(bytes.value)
  const text = decoded.ok ? ok(toJson(decoded.value)) : decoded
  const parsed = text.ok ? parseJson(text.value) : text
  const other = otherKind(file, bytes.value, parsed.ok ? parsed.value : null)
  if (other !== null) return failed(other)
  if (!parsed.ok) {
    const fault = { pointer: '', ...parsed.failure }
    const place = text.ok && fault.offset !== undefined ? placesIn(text.value)(fault.offset) : {}
    const faults = [{ ...fault, ...place }]
    return ok({
      file,
      bytes: bytes.value,
      value: null,
      document: null,
      faults,
      warnings: [],
      citations: null,
      texts: noTexts,
    })
  }
  const checked = checkDocument(parsed.value, text.ok ? text.value : '')
  const texts = await readSourceTexts(parsed.value, file, sources)
  if (!texts.ok) return texts
  const citations = checkSources(parsed.value, texts.value)
  const own = checked.ok ? [] : withMeant(checked.failure, (at) => valueAt(parsed.value, at))
  const faults = [...own, ...(citations?.faults ?? [])]
  const warnings = warningsOf(parsed.value, checked.ok ? checked.value : undefined)
  return ok({
    file,
    bytes: bytes.value,
    value: parsed.value,
    document: checked.ok && faults.length === 0 ? checked.value : null,
    faults: text.ok ? locate(text.value, parsed.value, faults) : [],
    warnings: text.ok ? locate(text.value, parsed.value, warnings) : [],
    citations,
    texts: texts.value,
  })
}

export interface MadeDocument extends Pick<CheckedDocument, 'citations'> {
  readonly document: TimelineDocument
}

/**
 * Checks a document that was made, and not read from a file: it has no lines.
 * @example checkMade({ …, events: [{ id: 'a', actors: ['nobody'] }] }, texts) → failed([{ id: 'a', … }])
 */
export function checkMade(
  content: object,
  texts: SourceTexts,
): Result<MadeDocument, readonly LocatedFault[]> {
  const checked = checkDocument(content)
  const citations = checkSources(content, texts)
  const faults = [...(checked.ok ? [] : checked.failure), ...(citations?.faults ?? [])]
  if (checked.ok && faults.length === 0) return ok({ document: checked.value, citations })
  const idOf = idsOf(content)
  return failed(faults.map((fault) => ({ ...fault, ...idOf(fault.pointer) })))
}

/** Looks the citations up in all texts; null without any. */
export function checkSources(document: unknown, { given }: SourceTexts): CitationReport | null {
  if (given.length === 0) return null
  return given
    .map((source) => checkCitations(document, source))
    .reduce((all, report) => addReports(all, report), noCitations)
}

/** Line, column and id of what was found, in the order of the text. `placeOf` is given ascending offsets. */
export function locate<Found extends Fault | Warning>(
  text: string,
  document: unknown,
  found: readonly Found[],
  placeOf: (offset: number) => Required<Pick<Place, 'line' | 'column'>> = placesIn(text),
): (Found & Place)[] {
  if (found.length === 0) return []
  const offsets = valueOffsets(text)
  const offsetOf = ({ pointer }: Found) => offsets.get(pointer) ?? 0
  const idOf = idsOf(document)
  return found
    .toSorted((a, b) => offsetOf(a) - offsetOf(b))
    .map((one) => ({ ...withHolder(one, idOf), ...placeOf(offsetOf(one)), ...idOf(one.pointer) }))
}

/** What has a name already is told by its id, too: a number says little among 3,000. */
function withHolder<Found extends Fault | Warning>(
  found: Found,
  idOf: (pointer: string) => { readonly id?: string },
): Found {
  const { broken } = found
  if (broken.rule !== 'ambiguous-name') return found
  const { id } = idOf(broken.values.holder)
  const holder = id === undefined ? broken.values.holder : `${broken.values.holder} (${id})`
  return { ...found, broken: { ...broken, values: { ...broken.values, holder } } }
}

/** The id of the part that a pointer lies in, such as that of the event. */
function idsOf(document: unknown): (pointer: string) => { readonly id?: string } {
  return (pointer) => {
    const [, collection = '', index] = pointer.split('/')
    if (index === undefined || !collections.some((one) => one === collection)) return {}
    const id = valueAt(document, `/${collection}/${index}/id`)
    return typeof id === 'string' && isIdentifier(id) ? { id } : {}
  }
}

/** Line and column of an offset. Reads the text only once, so pass offsets in ascending order. */
function placesIn(text: string): (offset: number) => { line: number; column: number } {
  let line = 1
  let start = 0
  let read = 0
  return (offset) => {
    const lines = text.slice(read, offset).split('\n')
    line += lines.length - 1
    if (lines.length > 1) start = offset - (lines.at(-1)?.length ?? 0)
    read = offset
    return { line, column: offset - start + 1 }
  }
}
