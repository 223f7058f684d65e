// Checks a document of any size in bounded memory: by the same rules and in the same words as one that is
// read whole, since each batch of events is checked as a document of its own.
import { addReports, noCitations, type CitationReport } from '../../../domain/check/citations.ts'
import { faultOf, maxFaultsCounted } from '../../../domain/check/fault.ts'
import { checkDocument, warningsOf, type Fault } from '../../../domain/check/rules.ts'
import { broken } from '../../../domain/broken-rule.ts'
import type { AuthoredEvent } from '../../../domain/document/event.ts'
import { isIdentifier } from '../../../domain/document/identifier.ts'
import { parseJson } from '../../../domain/document/json.ts'
import { valueAt } from '../../../domain/document/pointer.ts'
import type { TimelineDocument } from '../../../domain/document/timeline.ts'
import { failed, ok, type Result } from '../../../domain/result.ts'
import { checkSources, locate, type LocatedFault, type LocatedWarning } from '../load.ts'
import type { TellDone } from '../../terminal/progress.ts'
import { withMeant } from '../meant.ts'
import { holdingsOf, type CheckReport } from '../report.ts'
import { noTexts, readSourceTexts, type SourceFile } from '../source-texts.ts'
import { createSizer } from './content-size.ts'
import {
  openStream,
  placeAt,
  placedProblem,
  placesFrom,
  type DocumentFrame,
  type DocumentStream,
  type EventBatch,
  type FilePlace,
  type PlacedProblem,
} from './document-stream.ts'
import { keepHeapSmall } from './small-heap.ts'

/** The document without its events. */
export type FrameDocument = TimelineDocument & { readonly events: readonly [] }

/** Events that have no fault, as they are checked. */
export interface CheckedBatch {
  /** The index of the first in the document. */
  readonly first: number
  readonly events: readonly AuthoredEvent[]
  /** The same as they were parsed. */
  readonly values: readonly unknown[]
  /** The same as they are written, if that is a line of its own. */
  readonly lines: readonly string[] | null
}

/** The document without its events, checked and as it was parsed. */
export interface CheckedFrame {
  readonly document: FrameDocument
  readonly value: object
}

export interface StreamOptions {
  readonly sources?: readonly SourceFile[]
  /** Takes what passed the check, before it is known whether all does. */
  readonly visit?: (batch: CheckedBatch, frame: CheckedFrame) => Promise<void>
  /** Told after each batch: bytes of the file that are checked, of how many. */
  readonly onChecked?: TellDone
  /** Bytes of events after which a batch ends. */
  readonly batchBytes?: number
}

export interface StreamedCheck extends CheckReport {
  /** The document without its events, as it was parsed; null of what is no JSON. */
  readonly value: object | null
  /** Null if there is any fault. */
  readonly frame: FrameDocument | null
}

/** Maximum of faults, and of warnings, that are kept; of warnings beyond them their number is. */
const most = maxFaultsCounted + 1

/**
 * Fails, with a message for people, if a file cannot be read, or a source is not in the document.
 * @example await checkStream('town.ndjson') → ok({ faults: [], holds: { events: 100000, … }, … })
 */
export async function checkStream(
  file: string,
  { sources = [], visit, onChecked, batchBytes }: StreamOptions = {},
): Promise<Result<StreamedCheck, string>> {
  keepHeapSmall()
  const opened = await openStream(file, batchBytes)
  if (!opened.ok) return ok(unreadable(file, opened.failure))
  const stream = opened.value
  const { frame, unclosed } = stream
  const parsed = parseJson(frame.head + frame.tail)
  if (!parsed.ok || unclosed !== null) {
    const problem = unclosed ?? (parsed.ok ? null : inFrame(parsed.failure, frame))
    return ok(unreadable(file, (await firstProblem(stream)) ?? (problem as PlacedProblem)))
  }
  const texts = await readSourceTexts(parsed.value, file, sources)
  if (!texts.ok) return texts
  const checker = createChecker(stream, parsed.value, texts.value)
  for await (const batch of stream.batches()) {
    if (!batch.ok) {
      checker.addFaults([placed(batch.failure)])
      break
    }
    const problem = await checker.addBatch(batch.value, visit)
    if (problem !== null) return ok(unreadable(file, problem))
    // The last line may have no end.
    onChecked?.(Math.min(batch.value.read, stream.bytes), stream.bytes)
  }
  return ok(checker.report())
}

/** The first place where an event is no JSON: what follows it may have been cut in wrong places. */
async function firstProblem(stream: DocumentStream): Promise<PlacedProblem | null> {
  for await (const batch of stream.batches()) {
    if (!batch.ok) return batch.failure
    const { place, text } = batch.value
    const parsed = parseJson(`[${text}]`)
    if (parsed.ok || parsed.failure.reason !== 'malformed-json') continue
    const { offset = 0 } = parsed.failure
    return placedProblem(parsed.failure, placeAt(place, text, Math.max(0, offset - 1)))
  }
  return null
}

const placed = (problem: PlacedProblem): LocatedFault => ({ pointer: '', ...problem })

const unreadable = (file: string, problem: PlacedProblem): StreamedCheck => ({
  file,
  value: null,
  frame: null,
  faults: [placed(problem)],
  warnings: [],
  citations: null,
  texts: noTexts,
  holds: null,
  quoted: 0,
  size: null,
})

/** The place of an offset of the text of a frame. */
function placeInFrame({ head, headPlace, tail, tailPlace }: DocumentFrame, offset: number) {
  return offset < head.length || tail === ''
    ? placeAt(headPlace, head, offset)
    : placeAt(tailPlace, tail, offset - head.length)
}

const inFrame = (problem: Parameters<typeof placedProblem>[0], frame: DocumentFrame) =>
  placedProblem(problem, placeInFrame(frame, problem.offset ?? 0))

type Texts = CheckReport['texts']

/** Faults and warnings as far as they are kept. */
function createFindings() {
  const faults: LocatedFault[] = []
  const warnings: LocatedWarning[] = []
  const unlisted = new Map<string, number>()
  return {
    unlisted,
    isFull: (): boolean => faults.length >= most,
    faults: () => faults.toSorted(byPlace),
    warnings: () => warnings.toSorted(byPlace),
    addFaults(found: readonly LocatedFault[]): void {
      faults.push(...found.slice(0, most - faults.length))
    },
    addWarnings(found: readonly LocatedWarning[]): void {
      const listed = found.slice(0, most - warnings.length)
      warnings.push(...listed)
      for (const { reason } of found.slice(listed.length))
        unlisted.set(reason, (unlisted.get(reason) ?? 0) + 1)
    },
  }
}

/** The document without its events; null if it has faults. */
function checkFrame(
  frame: DocumentFrame,
  value: unknown,
  { findings, texts }: { findings: ReturnType<typeof createFindings>; texts: Texts },
): FrameDocument | null {
  const text = frame.head + frame.tail
  const inFile = (offset: number): FilePlace => placeInFrame(frame, offset)
  const checked = checkDocument(value, text)
  const own = [
    ...(checked.ok ? [] : withMeant(checked.failure, (at) => valueAt(value, at))),
    ...(checkSources(value, texts)?.faults ?? []),
  ]
  findings.addFaults(locate(text, value, own, inFile))
  findings.addWarnings(
    locate(text, value, warningsOf(value, checked.ok ? checked.value : undefined), inFile),
  )
  return checked.ok ? (checked.value as FrameDocument) : null
}

function createChecker({ file, frame }: DocumentStream, value: unknown, texts: Texts) {
  const findings = createFindings()
  const ids = new Map<string, number>()
  const sizer = createSizer()
  let citations: CitationReport | null = checkSources(value, texts) && noCitations
  let [holds, quoted] = [holdingsOf(value), 0]
  const document = checkFrame(frame, value, { findings, texts })
  if (document === null) sizer.addUnsound(frame.head + frame.tail)
  else sizer.addFrame(document)

  const count = (batch: EventBatch, cited: readonly unknown[]): void => {
    const events = holds.events + batch.count
    holds = { ...holds, events, citations: holds.citations + cited.length }
    quoted += cited.filter(isQuoted).length
  }
  return {
    addFaults: (found: readonly LocatedFault[]): void => findings.addFaults(found),
    /** A problem of JSON that ends the check. */
    async addBatch(
      batch: EventBatch,
      visit: StreamOptions['visit'],
    ): Promise<PlacedProblem | null> {
      // A document of faults is only counted to its end.
      if (findings.isFull()) {
        count(batch, [])
        return null
      }
      const found = checkBatch(batch, frame, texts, ids)
      if (!found.ok) return found.failure
      const { values, document: sound } = found.value
      findings.addFaults(found.value.faults)
      findings.addWarnings(found.value.warnings)
      citations = withReport(citations, found.value.citations)
      count(batch, citationsIn(values))
      const { lines, first } = batch
      if (document === null || sound === null) sizer.addUnsound(batch.text)
      else {
        sizer.addEvents(sound, first)
        const checked = { first, events: sound.events, values, lines }
        await visit?.(checked, { document, value: value as object })
      }
      return null
    },
    report(): StreamedCheck {
      const faults = findings.faults()
      return {
        file,
        value: value as object,
        frame: faults.length === 0 ? document : null,
        faults,
        warnings: findings.warnings(),
        unlisted: findings.unlisted,
        citations,
        texts,
        holds,
        quoted,
        size: sizer.size(holds.events),
      }
    },
  }
}

const withReport = (
  all: CitationReport | null,
  own: CitationReport | null,
): CitationReport | null => (own === null ? all : capped(addReports(all ?? noCitations, own)))

/** Only what was found in the first ones is listed. */
const capped = (report: CitationReport): CitationReport =>
  report.changed.length <= most ? report : { ...report, changed: report.changed.slice(0, most) }

const byPlace = (a: FilePlaced, b: FilePlaced): number =>
  (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)

type FilePlaced = Partial<FilePlace>

interface BatchCheck {
  readonly faults: readonly LocatedFault[]
  readonly warnings: readonly LocatedWarning[]
  readonly citations: CitationReport | null
  /** The events as they are. */
  readonly values: readonly unknown[]
  /** Null if any has a fault. */
  readonly document: TimelineDocument | null
}

/** `ids`: the events before, by id; those of the batch are added. */
function checkBatch(
  batch: EventBatch,
  frame: DocumentFrame,
  texts: Texts,
  ids: Map<string, number>,
): Result<BatchCheck, PlacedProblem> {
  const text = frame.head + batch.text + frame.tail
  const placesInBatch = () => {
    const placeOf = placesFrom(batch.place, batch.text)
    return (offset: number): FilePlace => {
      const own = offset - frame.head.length
      if (own < 0) return placeInFrame(frame, offset)
      return own > batch.text.length
        ? placeInFrame(frame, offset - batch.text.length)
        : placeOf(own)
    }
  }
  const parsed = parseJson(text)
  if (!parsed.ok) {
    const { offset = 0 } = parsed.failure
    return failed(moved(placedProblem(parsed.failure, placesInBatch()(offset)), batch.first))
  }
  const { value } = parsed
  const { events: values } = value as { readonly events: readonly unknown[] }
  const checked = checkDocument(value, text)
  const cited = checkSources(value, texts)
  const isOwn = ({ pointer, reason }: { pointer: string; reason: string }): boolean =>
    pointer.startsWith('/events/') &&
    reason !== 'duplicate-id' &&
    !batch.problems.has(Number(pointer.split('/')[2]))
  const found = [
    ...(checked.ok ? [] : withMeant(checked.failure, (at) => valueAt(value, at))),
    ...(cited?.faults ?? []),
  ].filter(isOwn)
  const warnings = warningsOf(value, checked.ok ? checked.value : undefined).filter(isOwn)
  const all = [...found, ...repeatedIds(values, batch.first, ids)]
  const problems = Array.from(batch.problems, ([index, { pointer = '', ...problem }]) => ({
    ...problem,
    pointer: `/events/${index}${pointer}`,
  }))
  return ok({
    faults: [...locate(text, value, all, placesInBatch()), ...problems]
      .toSorted(byPlace)
      .map((fault) => moved(fault, batch.first)),
    warnings: locate(text, value, warnings, placesInBatch()).map((one) => moved(one, batch.first)),
    citations: cited && {
      found: cited.found,
      faults: [],
      changed: cited.changed.map((one) => moved(one, batch.first)),
    },
    values,
    document: checked.ok && all.length === 0 ? checked.value : null,
  })
}

/** The same with the index of the event in the document, and not in the batch. */
function moved<Found extends { readonly pointer?: string }>(found: Found, first: number): Found {
  if (found.pointer === undefined) return found
  const pointer = found.pointer.replace(
    /^\/events\/(\d+)/,
    (_, index: string) => `/events/${Number(index) + first}`,
  )
  return { ...found, pointer }
}

/** Events whose id an earlier one has; notes the ids of the others. */
function repeatedIds(events: readonly unknown[], first: number, ids: Map<string, number>): Fault[] {
  return events.flatMap((event, index): Fault[] => {
    const id: unknown = (event as { readonly id?: unknown } | null)?.id
    if (typeof id !== 'string' || !isIdentifier(id)) return []
    const holder = ids.get(id)
    if (holder === undefined) ids.set(id, first + index)
    if (holder === undefined) return []
    return [faultOf(`/events/${index}/id`, broken('duplicate-id', { holder: `/events/${holder}` }))]
  })
}

const citationsIn = (events: readonly unknown[]): unknown[] =>
  events.flatMap((event) => {
    const citations: unknown = (event as { readonly citations?: unknown } | null)?.citations
    return Array.isArray(citations) ? (citations as unknown[]) : []
  })

const isQuoted = (citation: unknown): boolean =>
  typeof (citation as { readonly exact?: unknown } | null)?.exact === 'string'
