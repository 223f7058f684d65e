// What a query needs of a segment, read part by part, each at most once while it is at hand.
import type { StoredEvent } from '../../domain/document/event.ts'
import type { SegmentRoot } from '../segment/root.ts'
import { columnEvents, columnsOf, type Columns, type Vocabulary } from '../segment/columns.ts'
import { calendarOf, type Calendar } from '../segment/days.ts'
import { eventsOfPart } from '../segment/lines.ts'
import { openPart, partName, type SegmentPartKind, type PartSource } from '../segment/parts.ts'
import { termsFrom, type Term } from '../segment/terms.ts'
import type { PartCache } from './part-cache.ts'

export interface SegmentAccess {
  readonly events: number
  calendar(): Promise<Calendar>
  vocabulary(): Promise<Vocabulary>
  /** Those of these terms that exist, by key. */
  terms(keys: readonly string[]): Promise<ReadonlyMap<string, Term>>
  /** The terms whose keys begin so, ascending, as many at a time as one part has. */
  termsBeginning(prefix: string): AsyncIterable<readonly Term[]>
  /** The parts of wide dates of these numbers. */
  wideDates(numbers: readonly number[]): Promise<readonly Uint8Array<ArrayBuffer>[]>
  /** All parts of columns. */
  columns(): Promise<readonly Columns[]>
  /** The events of ordinals, in the order asked for. */
  eventsAt(ordinals: readonly number[]): Promise<readonly StoredEvent[]>
}

/** A query that no number of reads within reason answers; addresses answer 400. */
export class QueryTooBroad extends Error {}

/** Most parts of terms that one question may read: bytes and time follow from it. */
const maxTermParts = 40

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
        const content = await openPart(names[index] ?? '', sealed)
        return { part: decode(content, numbers[index] ?? 0), bytes: content.length }
      },
    )
  }
  const one = async <Part>(
    kind: SegmentPartKind,
    decode: (content: Bytes) => Part,
  ): Promise<Part> => (await parts(kind, [0], decode))[0] as Part

  const calendar = (): Promise<Calendar> => one('d', calendarOf)
  return {
    events,
    calendar,
    vocabulary: () =>
      one('v', (content) => JSON.parse(new TextDecoder().decode(content)) as Vocabulary),
    ...termAccess(root.terms, parts),
    wideDates: (numbers) => parts('w', numbers, asIs),
    columns: () =>
      parts('c', upTo(Math.ceil(events / columnEvents)), (content, number) =>
        columnsOf(content, Math.min(columnEvents, events - number * columnEvents)),
      ),
    async eventsAt(ordinals) {
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
    },
  }
}

type ReadParts = <Part>(
  kind: SegmentPartKind,
  numbers: readonly number[],
  decode: (content: Bytes, number: number) => Part,
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

const asIs = (content: Bytes): Bytes => content

function termAccess(
  firstKeys: readonly string[],
  parts: ReadParts,
): Pick<SegmentAccess, 'terms' | 'termsBeginning'> {
  return {
    async terms(keys) {
      const numbers = [...new Set(keys.map((key) => blockOf(firstKeys, key)))]
      if (numbers.length > maxTermParts) throw new QueryTooBroad()
      // Nothing was packed: there is no part.
      if (firstKeys.length === 0) return new Map<string, Term>()
      const read = await parts('t', numbers, asIs)
      const blocks = new Map(numbers.map((number, index) => [number, read[index]]))
      return new Map(
        [...new Set(keys)].flatMap((key) => {
          const found = termIn(blocks.get(blockOf(firstKeys, key)), key)
          return found === undefined ? [] : [[key, found]]
        }),
      )
    },
    async *termsBeginning(prefix) {
      let read = 0
      for (let number = blockOf(firstKeys, prefix); number < firstKeys.length; number++) {
        if (++read > maxTermParts) throw new QueryTooBroad()
        const [block] = await parts('t', [number], asIs)
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

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

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
