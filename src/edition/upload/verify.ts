// Whether the uploaded parts together are one segment, by what was remembered of each.
import { spanEnds, type Spanned } from '../../domain/date/claims.ts'
import { compareEvents } from '../../domain/query/order.ts'
import { columnEvents } from '../segment/columns.ts'
import { sha256 } from '../digest.ts'
import { segmentForm, type SegmentRoot } from '../segment/parts.ts'
import type { Material } from './group.ts'
import type {
  ToldColumns,
  ToldEvents,
  ToldFacets,
  ToldPart,
  ToldTerms,
  ToldWideDates,
} from './told.ts'

/** A part that is in the store. */
export interface UploadedPart {
  readonly part: string
  readonly bytes: number
  readonly sha256: string
  readonly told: ToldPart
}

/** What is known of a segment as a whole. */
export interface SegmentTotals {
  readonly listed: number
  /** Those that no edition had before this one, withdrawn ones included. */
  readonly fresh: number
  readonly added: number
  readonly changed: number
  readonly withdrawn: number
  /** `spanEnds` of all that are listed. */
  readonly span: readonly Spanned[]
  /** Numbers of parts with events, compiled and as they were written. */
  readonly parts: { readonly e: number; readonly a: number }
}

export type Verified =
  | { readonly kind: 'whole'; readonly totals: SegmentTotals }
  /** These parts are not there. */
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] }
  /** They are not the parts of one segment with that root. */
  | { readonly kind: 'contradictory' }

/** @example a root of 100 events, parts without e1 → { kind: 'incomplete', missing: ['e1'] } */
export function verifySegment(
  root: SegmentRoot,
  uploaded: readonly UploadedPart[],
  { segment, stored }: Pick<Material, 'segment' | 'stored'>,
): Verified {
  const told = new Map(uploaded.map((one) => [one.part, one.told]))
  const days = told.get('d0')
  if (days?.kind !== 'd') return { kind: 'incomplete', missing: ['d0'] }
  const columns = Math.ceil(root.events / columnEvents)
  const named = [
    'd0',
    'v0',
    ...numbered('e', days.chunks.length),
    ...numbered('t', root.terms.length),
    ...numbered('c', columns),
    ...numbered('w', days.wide),
    ...numbered('f', root.facets?.length ?? 0),
  ]
  const events = numbered('e', days.chunks.length).flatMap((name) => eventsOf(told.get(name)))
  const wanted = new Set([...named, ...events.map(({ authored }) => authored)])
  const missing = [...wanted].filter((name) => !told.has(name))
  if (missing.length > 0) return { kind: 'incomplete', missing }
  const terms = numbered('t', root.terms.length).map((name) => told.get(name) as ToldTerms)
  const ofColumns = numbered('c', columns).map((name) => told.get(name) as ToldColumns)
  const facets = numbered('f', root.facets?.length ?? 0).map((name) => told.get(name) as ToldFacets)
  const wide = numbered('w', days.wide).map((name) => told.get(name) as ToldWideDates)
  const isWhole =
    root.segment === segment &&
    isOfForm(root) &&
    wanted.size === told.size &&
    root.events === days.events &&
    areInOrder(events, days.chunks) &&
    areCovered(events, told) &&
    areTerms(terms, root, events) &&
    areBlocks(facets, root.facets ?? []) &&
    ofColumns.every(
      (part, at) => part.events === Math.min(columnEvents, root.events - at * columnEvents),
    ) &&
    wide.every(({ highest }) => highest < root.events) &&
    root.edition === newestOf(events, stored)
  return isWhole ? { kind: 'whole', totals: totalsOf(events) } : { kind: 'contradictory' }
}

/**
 * The checksum of all parts: of their names and checksums, a line each, by code units of the name.
 * @example [{ part: 'a0', sha256: '2c26…' }] → SHA-256 of 'a0 2c26…\n'
 */
export function checksumOfParts(
  parts: readonly Pick<UploadedPart, 'part' | 'sha256'>[],
): Promise<string> {
  const lines = parts.map(({ part, sha256 }) => `${part} ${sha256}\n`)
  return sha256(lines.toSorted(byUnits).join(''))
}

/** A space stands before every letter and digit. */
const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const numbered = (kind: string, count: number): string[] =>
  Array.from({ length: count }, (_, number) => `${kind}${number}`)

const eventsOf = (told: ToldPart | undefined): ToldEvents[] => (told?.kind === 'e' ? [told] : [])

/** One after the other, and as many in each as the part of days says. */
function areInOrder(events: readonly ToldEvents[], chunks: readonly number[]): boolean {
  let first = 0
  return events.every((part, at) => {
    const before = events[at - 1]
    const isNext = part.first === first && part.events === chunks[at]
    first += part.events
    if (before === undefined) return isNext
    return isNext && compareEvents(before.end, part.start) < 0
  })
}

/** Each part of authored events was checked against just those parts of events that name it now. */
function areCovered(events: readonly ToldEvents[], told: ReadonlyMap<string, ToldPart>): boolean {
  return [...Map.groupBy(events, ({ authored }) => authored)].every(([name, parts]) => {
    const authored = told.get(name)
    const count = parts.reduce((sum, part) => sum + part.events, 0)
    return authored?.kind === 'a' && authored.first === parts[0]?.first && authored.events === count
  })
}

const marksIn = (parts: readonly { readonly marks: number }[]): number =>
  parts.reduce((sum, part) => sum + part.marks, 0)

function areTerms(
  terms: readonly ToldTerms[],
  root: SegmentRoot,
  events: readonly ToldEvents[],
): boolean {
  const ids = terms.reduce((sum, part) => sum + part.ids, 0)
  const isWithin = terms.every(({ highest }) => highest < root.events)
  return (
    areBlocks(terms, root.terms) &&
    isWithin &&
    ids === root.events &&
    marksIn(terms) === marksIn(events)
  )
}

/** One behind the other, with the first keys that the root tells. */
const areBlocks = (
  blocks: readonly (ToldTerms | ToldFacets)[],
  firstKeys: readonly string[],
): boolean =>
  blocks.every(({ first }, at) => {
    const before = blocks[at - 1]
    return first === firstKeys[at] && (before === undefined || before.last < first)
  })

/** Form 1 has neither facets nor marks. */
const isOfForm = ({ form, facets, marks }: SegmentRoot): boolean =>
  form === segmentForm ? facets !== undefined && marks !== undefined : !facets && !marks

const newestOf = (
  events: readonly ToldEvents[],
  { themes, actors, sources }: Material['stored'],
): number =>
  [
    ...events.map(({ edition }) => edition),
    ...[...themes, ...actors, ...sources].map(({ changed }) => changed.edition),
  ].reduce((newest, edition) => Math.max(newest, edition), 0)

function totalsOf(events: readonly ToldEvents[]): SegmentTotals {
  const sum = (of: (part: ToldEvents) => number): number =>
    events.reduce((total, part) => total + of(part), 0)
  return {
    listed: sum(({ listed }) => listed),
    fresh: sum(({ fresh }) => fresh),
    added: sum(({ added }) => added),
    changed: sum(({ changed }) => changed),
    withdrawn: sum(({ withdrawn }) => withdrawn),
    span: spanEnds(events.flatMap(({ span }) => span)),
    parts: { e: events.length, a: new Set(events.map(({ authored }) => authored)).size },
  }
}
