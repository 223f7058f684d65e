// Packs the events of an edition into the parts of a segment, one after the other and in bounded memory
// (docs/storage.md, "Segments").
import type { StoredEvent, TimelineEvent } from '../../domain/document/event.ts'
import { sourcesOf } from '../../domain/query/matches.ts'
import { participants } from '../../domain/query/members.ts'
import { compareEvents } from '../../domain/query/order.ts'
import { searchText } from '../../domain/query/search.ts'
import { hanFolder } from '../../domain/text/fold.ts'
import type { StoredTimeline } from '../head.ts'
import { revisionsOf, withoutRevisions } from '../revisions.ts'
import { columnEvents, createColumnWriter, type Vocabulary } from './columns.ts'
import { daysPart, type Reach } from './days.ts'
import { eachGram } from './grams.ts'
import { isOfIds, keysOf } from './keys.ts'
import { eventLine, linesPart } from './lines.ts'
import { partName, sealPart, segmentForm, type SegmentPartKind } from './parts.ts'
import type { SegmentRoot } from './root.ts'
import { createTermCollector, type Scratch } from './posting-runs.ts'
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
const maxBytes = { e: 60_000, t: 131_072, w: 131_072 } as const

/** The same for parts of participants, places, sources and themes: a group has its members in few of them. */
const maxBytesOfIds = 524_288

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
  const columns = columnsWriter(parts, vocabularyOf(timeline))
  const days = new Map<number, number>()
  let previous: StoredEvent | undefined
  let [events, edition] = [0, newestIn(timeline)]
  return {
    async add(stored) {
      if (previous !== undefined && compareEvents(previous, stored) >= 0)
        throw new Error(`${stored.id} comes too late: events are packed in their order`)
      previous = stored
      const event = revised(stored)
      for (const key of keysOf(event)) terms.add(key)
      eachGram(textOf(event), (gram) => terms.addGram(gram))
      days.set(event.when.anchor, (days.get(event.when.anchor) ?? 0) + 1)
      edition = Math.max(edition, event.revision.edition)
      await lines.add(stored)
      await columns.add(event)
      await wide.add(event, events)
      events++
      await terms.endEvent()
    },
    async finish() {
      const chunks = await lines.end()
      await columns.end()
      const reaches = await wide.end()
      await parts.bytes('d', daysPart({ chunks, days: [...days], wide: reaches }))
      const firstKeys = await writeTerms(parts, terms.merged())
      return { segment, form: segmentForm, events, edition, terms: firstKeys }
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
      await output.write(name, await sealPart(name, content))
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

function columnsWriter(parts: PartWriter, vocabulary: Vocabulary) {
  const writer = createColumnWriter(vocabulary)
  return {
    async add(event: TimelineEvent): Promise<void> {
      const { themes } = event
      writer.add({ themes, actors: participants(event), sources: sourcesOf(event) })
      if (writer.events === columnEvents) await parts.bytes('c', writer.take())
    },
    async end(): Promise<void> {
      if (writer.events > 0) await parts.bytes('c', writer.take())
      const text = JSON.stringify(vocabulary)
      await parts.bytes('v', Uint8Array.from(new TextEncoder().encode(text)))
    },
  }
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

/** Writes the parts of terms and returns the first key of each. */
async function writeTerms(parts: PartWriter, terms: AsyncIterable<Term>): Promise<string[]> {
  const firstKeys: string[] = []
  const writer = createTermWriter()
  const flush = async (): Promise<void> => {
    const { first, block } = writer.take()
    firstKeys.push(first)
    await parts.bytes('t', block)
  }
  for await (const term of terms) {
    writer.add(term)
    if (writer.length >= (isOfIds(term.key) ? maxBytesOfIds : maxBytes.t)) await flush()
  }
  if (writer.length > 0) await flush()
  return firstKeys
}
