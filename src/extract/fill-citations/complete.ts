// Looks the quotations of a document up in the texts of its sources, and fills in where they stand, what
// stands around them where the words alone are not enough, and what they support. What it cannot find
// or tell stays as it is. Pure: nothing is written here.
import type { BrokenRule } from '../../domain/broken-rule.ts'
import {
  findPassage,
  placesOf,
  prepareText,
  type Passage,
  type SourceText,
} from '../../domain/check/find-quotation.ts'
import type { Citation } from '../../domain/document/citation.ts'
import type { AuthoredEvent } from '../../domain/document/event.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { supportsOf } from './supports.ts'

/** The text of a source, with LF line ends, and its SHA-256. */
export interface CitedText {
  readonly id: string
  readonly text: string
  readonly sha256: string
}

/** Where a quotation of the document is. */
export interface QuotationPlace {
  readonly event: string
  /** In the citations of the event. */
  readonly index: number
  readonly source: string
  readonly words: string
}

export interface CompletedDocument {
  readonly document: TimelineDocument
  /** Quotations of sources whose text is at hand. */
  readonly looked: number
  /** Those that were given something. */
  readonly filled: readonly QuotationPlace[]
  /** Those that stand at several places of which none is chosen. */
  readonly several: readonly (QuotationPlace & { readonly places: readonly PlaceInText[] })[]
  /** Those that are not there, and why. */
  readonly lost: readonly (QuotationPlace & { readonly why: BrokenRule })[]
  /** Sources whose text is another than the one that was cited. */
  readonly changed: readonly string[]
}

export interface PlaceInText {
  /** In code points. */
  readonly start: number
  readonly before: string
  readonly words: string
  readonly after: string
}

/** The start of the place that a person chose, by event and index of the citation. */
export type ChosenPlace = (quotation: QuotationPlace) => number | null

/** More places than these are not offered. */
const mostPlaces = 20

/**
 * Of all events, or only of those with these ids.
 * @example (a document that cites 'two', [{ id, text: 'one two', … }], () => null) → the citation has start 4, end 7
 */
export function completeCitations(
  document: TimelineDocument,
  texts: readonly CitedText[],
  chosen: ChosenPlace,
  only?: ReadonlySet<string>,
): CompletedDocument {
  const prepared = new Map(texts.map(({ id, text }) => [id, prepareText(text)]))
  const done: Done = { looked: 0, filled: [], several: [], lost: [] }
  const changed = document.sources
    .filter(({ id, sha256 }) =>
      texts.some((text) => text.id === id && sha256 !== undefined && sha256 !== text.sha256),
    )
    .map(({ id }) => id)
  const events = document.events.map((event): AuthoredEvent => {
    if (only?.has(event.id) === false) return event
    const citations = event.citations.map((citation, index): Citation => {
      const source = prepared.get(citation.source)
      const { exact } = citation
      if (source === undefined || exact === undefined) return citation
      const quotation = { event: event.id, index, source: citation.source, words: exact }
      const isNew = changed.includes(citation.source)
      const completed = complete({ ...citation, exact }, { source, quotation, isNew }, chosen, done)
      return completed === null ? citation : supported(completed, event, document)
    })
    for (const [index, citation] of citations.entries())
      if (JSON.stringify(citation) !== JSON.stringify(event.citations[index]))
        done.filled.push({
          event: event.id,
          index,
          source: citation.source,
          words: citation.exact ?? '',
        })
    return { ...event, citations }
  })
  const sources = document.sources.map((source) => {
    const text = texts.find(({ id }) => id === source.id)
    return text === undefined || source.sha256 === text.sha256
      ? source
      : { ...source, sha256: text.sha256 }
  })
  return { document: { ...document, sources, events }, changed, ...done }
}

interface Done {
  looked: number
  readonly filled: QuotationPlace[]
  readonly several: (QuotationPlace & { readonly places: readonly PlaceInText[] })[]
  readonly lost: (QuotationPlace & { readonly why: BrokenRule })[]
}

interface Looked {
  readonly source: SourceText
  readonly quotation: QuotationPlace
  /** The text is another than the one that was cited: its offsets are void. */
  readonly isNew: boolean
}

type Quotation = Citation & { readonly exact: string }

/** Null where it stays as it is: lost, or at several places. */
function complete(
  citation: Quotation,
  { source, quotation, isNew }: Looked,
  chosen: ChosenPlace,
  done: Done,
): Citation | null {
  done.looked += 1
  const { start, end, ...unplaced } = citation
  const found = findPassage(source, isNew ? unplaced : citation)
  if (found.ok && found.value.how === 'offset') return citation
  const places = placesOf(source, unplaced, mostPlaces)
  const [only, another] = places
  if (only !== undefined && another === undefined) return placed(unplaced, only, source)
  if (another !== undefined) {
    const start = chosen(quotation)
    const place = places.find((one) => one.start === start)
    if (place !== undefined) return placed(unplaced, place, source)
    done.several.push({ ...quotation, places: places.map((one) => shown(one, source)) })
    return null
  }
  // Almost the same words between prefix and suffix: check tells of it, and a person decides.
  if (found.ok) return citation
  done.lost.push({ ...quotation, why: found.failure })
  return null
}

/** With its offsets, and with context where the words alone stand at several places. */
function placed(
  citation: Omit<Quotation, 'start' | 'end'>,
  place: Passage,
  source: SourceText,
): Citation {
  const { exact, supports, prefix, suffix, ...rest } = citation
  const context = contextOf(place, source)
  const before = prefix ?? context.prefix
  const after = suffix ?? context.suffix
  return {
    ...rest,
    exact,
    ...(before !== undefined && { prefix: before }),
    ...(after !== undefined && { suffix: after }),
    // Offsets hold for the very words; other spaces or quotation marks are found by their words.
    ...(place.words === exact && { start: place.start, end: place.end }),
    ...(supports !== undefined && { supports }),
  }
}

const lengths = [8, 16, 32, 64, 128, 200] as const

/** As short as tells the place from the others; nothing where the words stand there alone. */
function contextOf(
  { start, words }: Passage,
  source: SourceText,
): { readonly prefix?: string; readonly suffix?: string } {
  if (placesOf(source, { exact: words }, 2).length < 2) return {}
  const from = unitAt(source, start)
  for (const length of lengths) {
    const prefix = wholeEnd(source.text.slice(Math.max(0, from - length), from))
    const suffix = wholeStart(source.text.slice(from + words.length, from + words.length + length))
    const context = {
      ...(prefix.trim() !== '' && { prefix }),
      ...(suffix.trim() !== '' && { suffix }),
    }
    if (placesOf(source, { exact: words, ...context }, 2).length === 1) return context
  }
  return {}
}

const unitAt = ({ units }: SourceText, point: number): number =>
  units === null ? point : (units[point] ?? 0)

/** Never half of a surrogate pair. */
const wholeEnd = (text: string): string => text.replace(/^[\udc00-\udfff]/, '')
const wholeStart = (text: string): string => text.replace(/[\ud800-\udbff]$/, '')

const around = 24

function shown({ start, words }: Passage, source: SourceText): PlaceInText {
  const from = unitAt(source, start)
  const to = from + words.length
  return {
    start,
    before: wholeEnd(source.text.slice(Math.max(0, from - around), from)),
    words,
    after: wholeStart(source.text.slice(to, to + around)),
  }
}

function supported(citation: Citation, event: AuthoredEvent, document: TimelineDocument): Citation {
  if (citation.supports !== undefined || citation.exact === undefined) return citation
  const supports = supportsOf(citation.exact, event, document)
  return supports.length === 0 ? citation : { ...citation, supports }
}
