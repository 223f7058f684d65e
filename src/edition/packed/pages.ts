// The events of a packed edition that a query selects, page by page, as a stream, and before a month.
import { civilDay, daysInMonth, splitDay, type CivilDay } from '../../domain/date/civil-day.ts'
import type { TimelineEvent } from '../../domain/document/event.ts'
import type { EventQuery } from '../../domain/query/event-query.ts'
import type { Answer, Slice, StreamedPage } from '../reader.ts'
import { sectionSets } from './base-counts.ts'
import { evaluate, holds, countSelected, type PackedQuery } from './evaluate.ts'
import type { Opened } from './opened.ts'
import {
  ascending,
  byChange,
  bySections,
  descending,
  startOfDay,
  type Selected,
} from './sequences.ts'

/** How often candidates are read before a page ends early. */
const rounds = 2
/** Events of one read, for pages without limit. */
const maxTogether = 1000

export async function pageOf(
  opened: Opened,
  asked: PackedQuery,
  { limit, after, bySection }: Slice,
  { matching, isExact }: { readonly matching: Selected; readonly isExact: boolean },
): Promise<Pick<Answer, 'events' | 'next'>> {
  const isBySection = bySection === true && asked.query.sort !== '-updated'
  const order = await sequenceOf(opened, asked.query, matching, { after, isBySection })
  const rest =
    Symbol.asyncIterator in order ? order[Symbol.asyncIterator]() : order[Symbol.iterator]()
  const events: TimelineEvent[] = []
  let last: number | null = null
  for (let round = 1; events.length < limit; round++) {
    const ordinals = await nextOf(rest, Math.min(limit - events.length, maxTogether))
    if (ordinals.length === 0) return { events, next: null }
    const read = await opened.eventsAt(ordinals)
    for (const [index, event] of read.entries()) {
      last = ordinals[index] ?? last
      if (isExact || holds(asked.query, asked.textOf(event))) events.push(event)
      if (events.length === limit) {
        const hasMore = index + 1 < read.length || !((await rest.next()).done ?? false)
        return { events, next: hasMore ? last : null }
      }
    }
    if (!isExact && round === rounds) return { events, next: last }
  }
  return { events, next: null }
}

type Steps = Iterator<number> | AsyncIterator<number>

async function nextOf(rest: Steps, count: number): Promise<number[]> {
  const ordinals: number[] = []
  while (ordinals.length < count) {
    const step = await rest.next()
    if (step.done === true) break
    ordinals.push(step.value)
  }
  return ordinals
}

async function sequenceOf(
  opened: Opened,
  { sort }: EventQuery,
  matching: Selected,
  { after, isBySection }: { readonly after: number | null; readonly isBySection: boolean },
): Promise<Iterable<number> | AsyncIterable<number>> {
  const { access, edition, overlay } = opened
  if (sort === '-updated') return behind(byChange(matching, access, edition, opened), after)
  const descends = sort === '-date'
  if (isBySection)
    return bySections(matching, await sectionSets(access), opened, { descends, after })
  return (descends ? descending : ascending)(matching, overlay, after)
}

async function* behind(
  ordinals: AsyncIterable<number>,
  after: number | null,
): AsyncIterable<number> {
  let isBehind = after === null
  for await (const ordinal of ordinals) {
    if (isBehind) yield ordinal
    isBehind ||= ordinal === after
  }
}

/** Events of a stream that are read together. */
const streamed = 500

/** The ordinals of the page are listed, four bytes each; its events are read when they are written. */
export async function streamPacked(
  opened: Opened,
  asked: PackedQuery,
  { limit, skip = 0, after, bySection }: Slice & { readonly skip?: number },
): Promise<StreamedPage> {
  const { selected, setAside, isExact, isAsideExact } = await evaluate(opened, asked, {})
  const matching = selected(null)
  const isBySection = bySection === true && asked.query.sort !== '-updated'
  const order = await sequenceOf(opened, asked.query, matching, { after, isBySection })
  const total = countSelected(matching)
  const page = new Uint32Array(Math.min(limit, total))
  let [count, passed, hasMore] = [0, 0, false]
  for await (const ordinal of order) {
    if (passed++ < skip) continue
    hasMore = count === page.length
    if (hasMore) break
    page[count++] = ordinal
  }
  return {
    total,
    setAside,
    count,
    next: hasMore && count > 0 ? (page[count - 1] ?? null) : null,
    ...(!(isExact && isAsideExact) && { atMost: true }),
    events: (async function* () {
      for (let at = 0; at < count; at += streamed) {
        const read = await opened.eventsAt([...page.subarray(at, Math.min(count, at + streamed))])
        yield isExact ? read : read.filter((event) => holds(asked.query, asked.textOf(event)))
      }
    })(),
  }
}

/** `EditionReader.before`: from where the month begins, one step back. */
export async function beforeMonth(
  opened: Opened,
  asked: PackedQuery,
  day: CivilDay,
): Promise<number | null> {
  const { sort } = asked.query
  if (sort === '-updated') return null
  const descends = sort === '-date'
  const matching = (await evaluate(opened, asked, {})).selected(null)
  const sets = await sectionSets(opened.access)
  const { year, month } = splitDay(day)
  const first = civilDay(year, month, 1)
  const edge = descends ? first + daysInMonth(year, month) : first
  const start = startOfDay(edge, await opened.access.calendar(), opened)
  const back = { descends: !descends, after: descends ? start - 1 : start, rank: 0 }
  const [before] = bySections(matching, sets, opened, back)
  if (before === undefined) return null
  const [follows] = bySections(matching, sets, opened, { descends, after: before })
  return follows === undefined ? null : before
}
