// What a query needs of a segment, read part by part, each at most once while it is at hand.
import type { StoredEvent } from '../../domain/document/event.ts'
import { columnEvents, columnsOf, type Columns, type Vocabulary } from '../segment/columns.ts'
import { bitFrom, noBits, type Bits } from '../segment/bits.ts'
import { calendarOf, type Calendar, type Lists } from '../segment/days.ts'
import { decodeFacets, sizesOf, type SetCounts } from '../segment/facets.ts'
import { undatedKey, withdrawnKey } from '../segment/keys.ts'
import { addPostings } from '../segment/postings.ts'
import { eventsOfPart } from '../segment/lines.ts'
import {
  DamagedPart,
  openPart,
  partName,
  type OpenedPart,
  type SegmentPartKind,
  type PartSource,
  type SegmentRoot,
} from '../segment/parts.ts'
import { termsFrom, type Term } from '../segment/terms.ts'
import type { PartCache } from './part-cache.ts'

export interface SegmentAccess {
  readonly events: number
  calendar(): Promise<Calendar>
  vocabulary(): Promise<Vocabulary>
  /** Those of these terms that exist, by key. */
  terms(keys: readonly string[]): Promise<ReadonlyMap<string, Term>>
  /** The number of parts that `terms` reads for these. */
  termParts(keys: readonly string[]): number
  /** The terms whose keys begin so, ascending, as many at a time as one part has. */
  termsBeginning(prefix: string, walk?: TermWalk): AsyncIterable<readonly Term[]>
  /** The parts of wide dates of these numbers. */
  wideDates(numbers: readonly number[]): Promise<readonly Uint8Array<ArrayBuffer>[]>
  /** Those parts of columns that have events of a set, with their numbers. */
  columns(bits: Bits): Promise<readonly (readonly [number: number, part: Columns])[]>
  /** Those of these facets that exist, by key (segment/facets.ts). */
  facets(keys: readonly string[]): Promise<ReadonlyMap<string, SetCounts>>
  /** Events that are in no month and in no list. */
  apart(): Promise<Apart>
  /** The parts of events that hold a set, up to one more than `most`. */
  chunksOf(bits: Bits, most: number): Promise<number>
  /** The events of ordinals, in the order asked for. */
  eventsAt(ordinals: readonly number[]): Promise<readonly StoredEvent[]>
}

export interface TermWalk {
  /** Most parts that are read. */
  readonly most: number
  /** Parts that are read together. */
  readonly atOnce: number
}

export interface Apart {
  readonly undated: Bits
  readonly withdrawn: Bits
}

/** A condition of a query, by its parameter. */
export type ConditionParameter = 'theme' | 'actor' | 'source' | 'q'

/** A query that no number of reads within reason answers; addresses answer 400. */
export class QueryTooBroad extends Error {
  /** The condition that needs most of them; undefined where it is none, but what is asked about all events. */
  readonly condition: ConditionParameter | undefined

  constructor(condition?: ConditionParameter) {
    super()
    this.condition = condition
  }
}

/** Most parts of terms that one question may read: bytes and time follow from it. */
const maxTermParts = 160
/** Most grams that one question may read: the part of each may hold the lists of a single common word. */
export const maxGrams = 40

type Bytes = Uint8Array<ArrayBuffer>

export function createSegmentAccess(
  root: SegmentRoot,
  source: PartSource,
  cache: PartCache,
): SegmentAccess {
  const { segment, events } = root
  const parts: ReadParts = (kind, numbers, decode) => {
    const names = numbers.map((number) => partName(segment, kind, number))
    return readParts(
      cache,
      names,
      (wanted) => source.bytes(wanted),
      async (index, sealed) => {
        const opened = await openPart(names[index] ?? '', sealed)
        return { part: decode(opened, numbers[index] ?? 0), bytes: opened.content.length }
      },
    )
  }
  const one = async <Part>(
    kind: SegmentPartKind,
    decode: (opened: OpenedPart) => Part,
  ): Promise<Part> => (await parts(kind, [0], decode))[0] as Part

  const calendar = (): Promise<Calendar> =>
    one('d', ({ content, form }) => calendarOf(content, form))
  const vocabulary = (): Promise<Vocabulary> =>
    one('v', ({ content }) => JSON.parse(new TextDecoder().decode(content)) as Vocabulary)
  const terms = termAccess('t', root.terms, parts)
  const facets = termAccess('f', root.facets ?? [], parts)
  let apart: Apart | undefined
  return {
    events,
    calendar,
    vocabulary,
    ...terms,
    apart: async () => (apart ??= await apartIn(events, calendar, terms)),
    wideDates: (numbers) => parts('w', numbers, asIs),
    columns: columnAccess(events, parts),
    async facets(keys) {
      if (root.facets === undefined) return new Map()
      const [found, ids] = await Promise.all([facets.terms(keys), vocabulary()])
      return new Map(
        [...found].flatMap(([key, { list }]) => {
          const counts = decodeFacets(list, sizesOf(ids))
          return counts === null ? [] : [[key, counts]]
        }),
      )
    },
    async chunksOf(bits, most) {
      const { chunkOf } = await calendar()
      const chunks = new Set<number>()
      for (let at = bitFrom(bits, 0); at >= 0 && chunks.size <= most; at = bitFrom(bits, at + 1))
        chunks.add(chunkOf(at).chunk)
      return chunks.size
    },
    eventsAt: eventsAccess(segment, { calendar, source, cache }),
  }
}

interface EventSource {
  readonly calendar: () => Promise<Calendar>
  readonly source: PartSource
  readonly cache: PartCache
}

function eventsAccess(segment: string, sources: EventSource): SegmentAccess['eventsAt'] {
  const read = readEvents(segment, sources)
  return async (ordinals) => {
    const again = new Set<string>()
    for (;;) {
      try {
        return await read(ordinals)
      } catch (error) {
        if (!(error instanceof DamagedPart) || error.fault !== 'checksum-differs') throw error
        // A line is checked when it is needed, perhaps long after the store gave its part.
        sources.cache.drop(error.part)
        if (again.has(error.part)) throw error
        again.add(error.part)
      }
    }
  }
}

function readEvents(
  segment: string,
  { calendar, source, cache }: EventSource,
): SegmentAccess['eventsAt'] {
  return async (ordinals) => {
    const { chunkOf } = await calendar()
    const places = ordinals.map(chunkOf)
    const firsts = new Map(places.map(({ chunk, first }) => [chunk, first]))
    const chunks = [...firsts.keys()]
    const names = chunks.map((chunk) => partName(segment, 'e', chunk))
    const read = await readParts(
      cache,
      names,
      (wanted) => source.texts(wanted),
      async (index, text) => ({
        part: eventsOfPart(names[index] ?? '', firsts.get(chunks[index] ?? 0) ?? 0, text),
        // Two bytes a character.
        bytes: (text?.length ?? 0) * 2,
      }),
    )
    const lines = new Map(chunks.map((chunk, index) => [chunk, read[index]]))
    return ordinals.map(
      (ordinal, index) => lines.get(places[index]?.chunk ?? -1)?.(ordinal) as StoredEvent,
    )
  }
}

type ReadParts = <Part>(
  kind: SegmentPartKind,
  numbers: readonly number[],
  decode: (opened: OpenedPart, number: number) => Part,
) => Promise<Part[]>

/** The parts of these names: those at hand, and the others read together. */
async function readParts<Stored, Part>(
  cache: PartCache,
  names: readonly string[],
  read: (names: readonly string[]) => Promise<readonly (Stored | null)[]>,
  open: (index: number, stored: Stored | null) => Promise<{ part: Part; bytes: number }>,
): Promise<Part[]> {
  const parts = names.map((name) => cache.at(name) as Part | undefined)
  const missing = [...parts.keys()].filter((index) => parts[index] === undefined)
  const stored = missing.length === 0 ? [] : await read(missing.map((index) => names[index] ?? ''))
  for (const [at, index] of missing.entries()) {
    const { part, bytes } = await open(index, stored[at] ?? null)
    cache.keep(names[index] ?? '', part, bytes)
    parts[index] = part
  }
  return parts as Part[]
}

const asIs = ({ content }: OpenedPart): Bytes => content

async function apartIn(
  events: number,
  calendar: () => Promise<Calendar>,
  terms: Pick<SegmentAccess, 'terms'>,
): Promise<Apart> {
  const lists = (await calendar()).lists ?? (await listsIn(terms))
  return { undated: setOf(lists.undated, events), withdrawn: setOf(lists.withdrawn, events) }
}

/** Form 1 has these lists as terms. */
async function listsIn({ terms }: Pick<SegmentAccess, 'terms'>): Promise<Lists> {
  const found = await terms([undatedKey, withdrawnKey])
  const listOf = (key: string): Bytes => found.get(key)?.list ?? new Uint8Array()
  return { undated: listOf(undatedKey), withdrawn: listOf(withdrawnKey) }
}

function setOf(list: Bytes, events: number): Bits {
  const bits = noBits(events)
  addPostings(list, bits)
  return bits
}

const columnAccess =
  (events: number, parts: ReadParts): SegmentAccess['columns'] =>
  async (bits) => {
    const numbers = columnNumbers(bits, events)
    const read = await parts('c', numbers, ({ content, form }, number) =>
      columnsOf(content, Math.min(columnEvents, events - number * columnEvents), form),
    )
    return read.map((part, index) => [numbers[index] ?? 0, part])
  }

/** The numbers of the parts of columns in which a set has events. */
function columnNumbers(bits: Bits, events: number): number[] {
  const numbers = Array.from({ length: Math.ceil(events / columnEvents) }, (_, number) => number)
  return numbers.filter((number) => {
    const first = bitFrom(bits, number * columnEvents)
    return first >= 0 && first < (number + 1) * columnEvents
  })
}

function termAccess(
  kind: 't' | 'f',
  firstKeys: readonly string[],
  parts: ReadParts,
): Pick<SegmentAccess, 'terms' | 'termParts' | 'termsBeginning'> {
  const blocksOf = (keys: readonly string[]): readonly number[] => [
    ...new Set(keys.map((key) => blockOf(firstKeys, key))),
  ]
  return {
    termParts: (keys) => blocksOf(keys).length,
    async terms(keys) {
      const numbers = blocksOf(keys)
      if (numbers.length > maxTermParts) throw new QueryTooBroad()
      // Nothing was packed: there is no part.
      if (firstKeys.length === 0) return new Map<string, Term>()
      const read = await parts(kind, numbers, asIs)
      const blocks = new Map(numbers.map((number, index) => [number, read[index]]))
      return new Map(
        [...new Set(keys)].flatMap((key) => {
          const found = termIn(blocks.get(blockOf(firstKeys, key)), key)
          return found === undefined ? [] : [[key, found]]
        }),
      )
    },
    async *termsBeginning(prefix, { most, atOnce } = { most: maxTermParts, atOnce: 8 }) {
      const start = blockOf(firstKeys, prefix)
      let blocks: Bytes[] = []
      for (let number = start; number < firstKeys.length; number++) {
        if (number > start && !firstKeys[number]?.startsWith(prefix)) return
        if (number - start >= most) throw new QueryTooBroad()
        if (blocks.length === 0) {
          const ahead = firstKeys.slice(number + 1, number + atOnce)
          const more = ahead.filter((key) => key.startsWith(prefix))
          blocks = await parts(kind, [number, ...more.map((_, at) => number + 1 + at)], asIs)
        }
        const block = blocks.shift()
        const terms: Term[] = []
        let isLast = false
        for (const term of block === undefined ? [] : termsFrom(block, prefix)) {
          isLast = !term.key.startsWith(prefix)
          if (isLast) break
          terms.push(term)
        }
        yield terms
        if (isLast) return
      }
    },
  }
}

/** The last part whose first key is not behind `key`; keys before all are in none, so in the first. */
function blockOf(firstKeys: readonly string[], key: string): number {
  let [low, high] = [0, firstKeys.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((firstKeys[middle] ?? '') <= key) low = middle
    else high = middle - 1
  }
  return low
}

function termIn(block: Bytes | undefined, key: string): Term | undefined {
  if (block === undefined) return undefined
  for (const term of termsFrom(block, key)) return term.key === key ? term : undefined
  return undefined
}
