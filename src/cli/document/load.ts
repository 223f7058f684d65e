// Reads a timeline's folder (or its document) and the texts of its sources from disk, and checks
// them. For every command that takes a document.
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { checkDocument } from '../../domain/check/rules.ts'
import {
  addReports,
  checkCitations,
  noCitations,
  type CitationReport,
} from '../../domain/check/citations.ts'
import { readLooseDocument } from '../../domain/check/loose-document.ts'
import type { Fault } from '../../domain/check/fault.ts'
import { isIdentifier } from '../../domain/document/identifier.ts'
import {
  decodeUtf8,
  parseJson,
  valueOffsets,
  type JsonProblem,
} from '../../domain/document/json.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { ruleInWords } from '../../messages/languages.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'

/** The text of a source on disk. Without `id` it is the text of the document's only source. */
export interface SourceFile {
  readonly id?: string
  readonly path: string
}

/** A fault and its place in the file; both count from 1. */
export type LocatedFault = (Fault | (JsonProblem & { readonly pointer: string })) & {
  readonly line?: number
  readonly column?: number
}

/** A document that was read and checked. */
export interface CheckedDocument {
  /** Path of the document. */
  readonly file: string
  /** The parsed content of the file; null if it is not JSON. */
  readonly value: unknown
  /** The same as a document, if it has no fault. */
  readonly document: TimelineDocument | null
  /** In the order of the file. */
  readonly faults: readonly LocatedFault[]
  /** Null if no citation was looked up. */
  readonly citations: CitationReport | null
}

/** Reads `<id>=<path>`, or a path alone. */
export function parseSourceFile(argument: string): SourceFile {
  const split = argument.indexOf('=')
  const id = argument.slice(0, Math.max(split, 0))
  return isIdentifier(id) ? { id, path: argument.slice(split + 1) } : { path: argument }
}

/**
 * Reads and checks a document. A file that is not JSON is a fault of the document. Fails, with a
 * message for people, if a file cannot be read, or a source is not in the document.
 * @example await loadDocument('data/fusha-2020') → { ok: true, value: { document, faults: [], … } }
 */
export async function loadDocument(
  path: string,
  sources: readonly SourceFile[] = [],
): Promise<Result<CheckedDocument, string>> {
  const file = (await isFolder(path)) ? join(path, 'timeline.json') : path
  const bytes = await readBytes(file)
  if (!bytes.ok) return bytes
  const text = decodeUtf8(bytes.value)
  const parsed = text.ok ? parseJson(text.value) : text
  if (!parsed.ok) {
    const fault = { pointer: '', ...parsed.failure }
    const place = text.ok && fault.offset !== undefined ? placesIn(text.value)(fault.offset) : {}
    const faults = [{ ...fault, ...place }]
    return ok({ file, value: null, document: null, faults, citations: null })
  }
  const checked = checkDocument(parsed.value, text.ok ? text.value : '')
  const citations = await checkSources(parsed.value, sources)
  if (!citations.ok) return citations
  const faults = [...(checked.ok ? [] : checked.failure), ...(citations.value?.faults ?? [])]
  return ok({
    file,
    value: parsed.value,
    document: checked.ok && faults.length === 0 ? checked.value : null,
    faults: text.ok ? locate(text.value, faults) : [],
    citations: citations.value,
  })
}

async function checkSources(
  document: unknown,
  files: readonly SourceFile[],
): Promise<Result<CitationReport | null, string>> {
  if (files.length === 0) return ok(null)
  const known = sourceIds(document)
  let report = noCitations
  for (const { id = onlyOne(known), path } of files) {
    if (id === null)
      return failed(`the document has ${known.length} sources: name one, --source <id>=${path}`)
    if (!known.includes(id))
      return failed(`the document has no source ${id}; it has ${known.join(', ') || 'none'}`)
    const bytes = await readBytes(path)
    if (!bytes.ok) return bytes
    const text = decodeUtf8(bytes.value)
    if (!text.ok) return failed(`${path} ${ruleInWords(text.failure.broken, 'en').detail}`)
    report = addReports(report, checkCitations(document, givenSource(id, text.value)))
  }
  return ok(report)
}

function givenSource(id: string, raw: string) {
  const text = raw.replaceAll(/\r\n?/g, '\n')
  return { id, text, sha256: createHash('sha256').update(text, 'utf8').digest('hex') }
}

const sourceIds = (document: unknown): string[] =>
  readLooseDocument(document).sources.flatMap(({ value: { id } }) => (id === undefined ? [] : [id]))

const onlyOne = (ids: readonly string[]): string | null =>
  ids.length === 1 ? (ids[0] ?? null) : null

function locate(text: string, faults: readonly Fault[]): LocatedFault[] {
  if (faults.length === 0) return []
  const offsets = valueOffsets(text)
  const placeOf = placesIn(text)
  const offsetOf = ({ pointer }: Fault) => offsets.get(pointer) ?? 0
  return faults
    .toSorted((a, b) => offsetOf(a) - offsetOf(b))
    .map((fault) => ({ ...fault, ...placeOf(offsetOf(fault)) }))
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

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )

async function readBytes(path: string): Promise<Result<Uint8Array, string>> {
  try {
    return ok(await readFile(path))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return failed(`cannot read ${path}: ${code === 'ENOENT' ? 'there is no such file' : code}`)
  }
}
