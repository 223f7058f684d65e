// Packs the events of an edition into the parts of a segment, one after the other and in bounded memory
// (docs/storage.md, "Segments").
import type { StoredEvent, TimelineEvent } from '../../domain/document/event.ts'
import { sectionOf, undatedSection } from '../../domain/date/claims.ts'
import { isListed, sourcesOf } from '../../domain/query/matches.ts'
import { foundUnder, groupsAmong, groupsIn, participants } from '../../domain/query/members.ts'
import { compareEvents } from '../../domain/query/order.ts'
import { searchText } from '../../domain/query/search.ts'
import { hanFolder } from '../../domain/text/fold.ts'
import type { StoredTimeline } from '../head.ts'
import { revisionsOf, withoutRevisions } from '../revisions.ts'
import { bitsBetween, countBits, setBit, type Bits } from './bits.ts'
import { columnEvents, columnsOf, createColumnWriter, type Vocabulary } from './columns.ts'
import { daysPart, type Reach } from './days.ts'
import { eachGram } from './grams/of-text.ts'
import {
  columnCounter,
  encodeFacets,
  fewEvents,
  groupTally,
  sizesOf,
  type SetCounts,
} from './facets.ts'
import { actorMark, groupKey, hasFacets, keysOf, listedKey, roleClasses, roleKey } from './keys.ts'
import { eventLine, linesPart } from './lines.ts'
import { partName, sealPart, segmentForm, type SegmentPartKind, type SegmentRoot } from './parts.ts'
import { createTermCollector, type Scratch } from './posting-runs.ts'
import { addPostings } from './postings.ts'
import { createTermWriter, type Term } from './terms.ts'
import { createWideWriter, reachOf, shortReach, type WideWriter } from './wide-dates.ts'

export interface SegmentOutput {
  /** Takes a finished part: text for events, bytes for everything else. */
  write(name: string, part: string | Uint8Array<ArrayBuffer>): Promise<void>
  readonly scratch: Scratch
}

export interface SegmentBuilder {
  /** Events come in the total order. Throws if they do not. */
  add(event: StoredEvent): Promise<void>
  /** Writes what is left. */
  finish(): Promise<SegmentRoot>
}

/** Bytes after which a part ends. Parts of events end before, unless one event is larger. */
const maxBytes = { e: 60_000, t: 131_072, w: 524_288, f: 65_536 } as const

/** The same for participants and places: groups that changed, and words in names, have several of them. */
const maxBytesOfActors = { a: 262_144, p: 524_288 } as const

/** @example await builder.add(event); …; await builder.finish() → { segment: 'c0ffee', events: 100000, … } */
export async function createSegmentBuilder(
  segment: string,
  timeline: StoredTimeline,
  output: SegmentOutput,
): Promise<SegmentBuilder> {
  const parts = partWriter(segment, output)
  const terms = createTermCollector(output.scratch)
  const textOf = await indexedTextOf(timeline)
  const revised = revisionsOf(timeline)
  const [lines, wide] = [linesWriter(parts), wideWriter(parts)]
  const [actorKeys, columns] = [actorKeysIn(timeline), columnsWriter(parts, timeline)]
  const days = new Map<number, number>()
  const undated: number[] = []
  const withdrawn: number[] = []
  let previous: StoredEvent | undefined
  let [events, edition] = [0, newestIn(timeline)]
  return {
    async add(stored) {
      if (previous !== undefined && compareEvents(previous, stored) >= 0)
        throw new Error(`${stored.id} comes too late: events are packed in their order`)
      previous = stored
      const event = revised(stored)
      for (const key of keysOf(event)) terms.add(key)
      for (const key of actorKeys(event)) terms.add(key)
      eachGram(textOf(event), (gram) => terms.addGram(gram))
      days.set(event.when.anchor, (days.get(event.when.anchor) ?? 0) + 1)
      if (sectionOf(event.when) === undatedSection) undated.push(events)
      if (!isListed(event)) withdrawn.push(events)
      edition = Math.max(edition, event.revision.edition)
      await lines.add(stored)
      await columns.add(event)
      await wide.add(event, events)
      events++
      await terms.endEvent()
    },
    async finish() {
      const chunks = await lines.end()
      const facets = await columns.end(withdrawn)
      const reaches = await wide.end()
      const dated = { chunks, days: [...days], wide: reaches, undated, withdrawn }
      await parts.bytes('d', daysPart(dated))
      const firstKeys = await writeTerms(parts, terms.merged(), facets)
      const { actors } = timeline
      const marks = { members: actorMark('members', actors), roles: actorMark('roles', actors) }
      return { segment, form: segmentForm, events, edition, ...firstKeys, marks }
    },
  }
}

const newestIn = ({ themes, actors, sources }: StoredTimeline): number =>
  [...themes, ...actors, ...sources].reduce(
    (last, { changed }) => Math.max(last, changed.edition),
    0,
  )

interface PartWriter {
  text(first: number, lines: readonly string[]): Promise<void>
  bytes(kind: SegmentPartKind, content: Uint8Array<ArrayBuffer>): Promise<void>
}

/** Numbers the parts of each kind. */
function partWriter(segment: string, output: SegmentOutput): PartWriter {
  const numbers = new Map<SegmentPartKind, number>()
  const nextName = (kind: SegmentPartKind): string => {
    const number = numbers.get(kind) ?? 0
    numbers.set(kind, number + 1)
    return partName(segment, kind, number)
  }
  return {
    async text(first, lines) {
      const name = nextName('e')
      await output.write(name, linesPart(name, first, lines))
    },
    async bytes(kind, content) {
      const name = nextName(kind)
      await output.write(name, sealPart(name, content))
    },
  }
}

/** The part of a text that does not change when a place is renamed or a role is mended. */
async function indexedTextOf(timeline: StoredTimeline): Promise<(event: TimelineEvent) => string> {
  const fold = (await hanFolder(['汉'])) ?? ((text: string) => text)
  const bare = { ...withoutRevisions(timeline), actors: [] }
  return (event) => fold(searchText(event, bare))
}

function linesWriter(parts: PartWriter) {
  const counts: number[] = []
  let lines: string[] = []
  let [bytes, first] = [0, 0]
  const flush = async (): Promise<void> => {
    if (lines.length === 0) return
    counts.push(lines.length)
    await parts.text(first, lines)
    first += lines.length
    ;[lines, bytes] = [[], 0]
  }
  return {
    async add(event: StoredEvent): Promise<void> {
      const next = eventLine(event)
      if (bytes + next.bytes > maxBytes.e) await flush()
      lines.push(next.line)
      bytes += next.bytes
    },
    /** The numbers of events of the parts. */
    async end(): Promise<readonly number[]> {
      await flush()
      return counts
    },
  }
}

const vocabularyOf = ({ themes, actors, sources }: StoredTimeline): Vocabulary => ({
  themes: themes.map(({ id }) => id),
  actors: actors.map(({ id }) => id),
  sources: sources.map(({ id }) => id),
})

/** The terms of groups and of roles that several have (keys.ts). */
function actorKeysIn({ actors }: StoredTimeline): (event: TimelineEvent) => readonly string[] {
  const groupsOf = groupsIn(actors)
  const groups = groupsAmong(actors)
  const roles = roleClasses(actors)
  const query = { members: 'include' } as const
  return (event) => [
    ...foundUnder(event, query, groupsOf).flatMap((id) => (groups.has(id) ? [groupKey(id)] : [])),
    ...participants(event).flatMap((id) => {
      const first = roles.get(id)
      return first === undefined ? [] : [roleKey(first)]
    }),
  ]
}

/** The listed events of a posting list, counted; null if they are few. Valid until the next call. */
type FacetsOf = (list: Uint8Array<ArrayBuffer>) => Counted | null

interface CountedColumns {
  readonly all: Counted
  readonly of: FacetsOf
}

interface Counted {
  readonly count: number
  readonly counts: SetCounts
}

function columnsWriter(parts: PartWriter, timeline: StoredTimeline) {
  const vocabulary = vocabularyOf(timeline)
  const writer = createColumnWriter(vocabulary)
  const written: Uint8Array<ArrayBuffer>[] = []
  let events = 0
  const flush = async (): Promise<void> => {
    const part = writer.take()
    written.push(part)
    await parts.bytes('c', part)
  }
  return {
    async add(event: TimelineEvent): Promise<void> {
      const { themes } = event
      writer.add({ themes, actors: participants(event), sources: sourcesOf(event) })
      events++
      if (writer.events === columnEvents) await flush()
    },
    /** What counts all listed events, and those of a list. */
    async end(withdrawn: readonly number[]): Promise<CountedColumns> {
      if (writer.events > 0) await flush()
      const text = JSON.stringify(vocabulary)
      await parts.bytes('v', Uint8Array.from(new TextEncoder().encode(text)))
      const listed = bitsBetween(events, 0, events)
      for (const ordinal of withdrawn) setBit(listed, ordinal, false)
      const columns = written.map((part, number) => {
        const own = Math.min(columnEvents, events - number * columnEvents)
        return [number, columnsOf(part, own, segmentForm)] as const
      })
      const { actors } = vocabulary
      const groups = groupTally(actors, groupsAmong(timeline.actors), groupsIn(timeline.actors))
      const counted = columnCounter(columns, { sizes: sizesOf(vocabulary), groups })
      const bits = listed.slice()
      return {
        all: { count: countBits(listed), counts: counted(listed) },
        of(list) {
          const count = countBits(onlyListed(list, listed, bits))
          return count <= fewEvents ? null : { count, counts: counted(bits) }
        },
      }
    },
  }
}

/** The listed events of a posting list, in a set that is used again. */
function onlyListed(list: Uint8Array<ArrayBuffer>, listed: Bits, bits: Bits): Bits {
  bits.fill(0)
  addPostings(list, bits)
  for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) & (listed[at] ?? 0)
  return bits
}

function wideWriter(parts: PartWriter) {
  const [short, long] = [createWideWriter(), createWideWriter()]
  const reaches: Reach[] = []
  const flush = async (writer: WideWriter): Promise<void> => {
    const taken = writer.take()
    if (taken === null) return
    reaches.push(taken.reach)
    await parts.bytes('w', taken.part)
  }
  return {
    async add({ when }: TimelineEvent, ordinal: number): Promise<void> {
      const reach = reachOf(when)
      if (reach === null) return
      const writer = reach[1] - reach[0] <= shortReach ? short : long
      writer.add(ordinal, when, reach)
      if (writer.length >= maxBytes.w) await flush(writer)
    },
    /** What the parts reach over. */
    async end(): Promise<readonly Reach[]> {
      await flush(short)
      await flush(long)
      return reaches
    },
  }
}

/** Writes the parts of terms and of facets, and returns the first key of each. */
async function writeTerms(
  parts: PartWriter,
  terms: AsyncIterable<Term>,
  facets: CountedColumns,
): Promise<Required<Pick<SegmentRoot, 'terms' | 'facets'>>> {
  const [lists, counted] = [blocksWriter(parts, 't'), blocksWriter(parts, 'f')]
  const { count, counts } = facets.all
  if (count > 0)
    await counted.add({ key: listedKey, count, list: encodeFacets(counts) }, maxBytes.f)
  for await (const term of terms) {
    await lists.add(term, bytesFor(term.key))
    const own = hasFacets(term.key) ? facets.of(term.list) : null
    if (own === null) continue
    await counted.add({ ...own, key: term.key, list: encodeFacets(own.counts) }, maxBytes.f)
  }
  return { terms: await lists.end(), facets: await counted.end() }
}

const bytesFor = (key: string): number =>
  key.startsWith('a') ? maxBytesOfActors.a : key.startsWith('p') ? maxBytesOfActors.p : maxBytes.t

/** A block ends behind the terms that most queries need, and before a list that is better by itself. */
function blocksWriter(parts: PartWriter, kind: 't' | 'f') {
  const firstKeys: string[] = []
  const writer = createTermWriter()
  let last = ''
  const flush = async (): Promise<void> => {
    if (writer.length === 0) return
    const { first, block } = writer.take()
    firstKeys.push(first)
    await parts.bytes(kind, block)
  }
  return {
    async add(term: Term, most: number): Promise<void> {
      const isLong = writer.length >= most / 2 && writer.length + term.list.length > most
      const isAnother = last <= '9' && term.key > '9'
      if (isLong || isAnother) await flush()
      last = term.key
      writer.add(term)
      if (writer.length >= most) await flush()
    },
    async end(): Promise<readonly string[]> {
      await flush()
      return firstKeys
    },
  }
}
