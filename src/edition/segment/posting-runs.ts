// Posting lists in bounded memory: the terms of 65,536 events at a time are collected, sorted and laid
// aside as a run; in the end the runs are merged.
import { createGramTable, gramText, type GramTable } from './grams/table.ts'
import { gramKey } from './keys.ts'
import { containerSize, encodeContainer } from './postings.ts'
import { createTermWriter, termsFrom, type Term } from './terms.ts'
import { createByteWriter } from './varints.ts'

/** Where runs are laid aside: files, or memory. */
export interface Scratch {
  write(run: number, block: Uint8Array<ArrayBuffer>): Promise<void>
  /** The blocks of a run in their order. */
  read(run: number): AsyncIterable<Uint8Array<ArrayBuffer>>
}

/** Scratch for editions of a few megabytes, which fit into memory whole. */
export function memoryScratch(): Scratch {
  const runs = new Map<number, Uint8Array<ArrayBuffer>[]>()
  return {
    async write(run, block) {
      runs.set(run, [...(runs.get(run) ?? []), block])
    },
    async *read(run) {
      yield* runs.get(run) ?? []
    },
  }
}

export interface TermCollector {
  /** A term of the event; repeated ones count once. */
  add(key: string): void
  /** The term of a gram (`packedGram`). */
  addGram(gram: number): void
  /** Called after each event, in the total order. */
  endEvent(): Promise<void>
  /** All terms, ascending. */
  merged(): AsyncIterable<Term>
}

/** Bytes after which a block of a run ends. */
const blockBytes = 262_144

export function createTermCollector(scratch: Scratch): TermCollector {
  let collected = newCollection()
  let [ordinal, runs] = [0, 0]
  const flush = async (): Promise<void> => {
    const writer = createTermWriter()
    for (const term of sortedTerms(collected)) {
      writer.add(term)
      if (writer.length >= blockBytes) await scratch.write(runs, writer.take().block)
    }
    if (writer.length > 0) await scratch.write(runs, writer.take().block)
    collected = newCollection()
    runs++
  }
  return {
    add: (key) => collect(collected, numberOfKey(collected, key), ordinal % containerSize),
    addGram: (gram) =>
      collect(
        collected,
        collected.grams.numberOf(gram, collected.last.length),
        ordinal % containerSize,
      ),
    async endEvent() {
      if (++ordinal % containerSize === 0) await flush()
    },
    async *merged() {
      if (ordinal % containerSize > 0) await flush()
      yield* mergeRuns(Array.from({ length: runs }, (_, run) => termsOfRun(scratch, run)))
    },
  }
}

/** Pairs of a term and an event, in the order of events. */
interface Collection {
  /** The numbers of terms: of grams, and of all others. */
  readonly grams: GramTable
  readonly numbers: Map<string, number>
  /** The last event of each term, plus 1, and how many events it has. */
  readonly last: number[]
  readonly counts: number[]
  terms: Uint32Array
  ordinals: Uint16Array
  length: number
}

const newCollection = (): Collection => ({
  grams: createGramTable(),
  numbers: new Map(),
  last: [],
  counts: [],
  terms: new Uint32Array(1024),
  ordinals: new Uint16Array(1024),
  length: 0,
})

function numberOfKey({ numbers, last }: Collection, key: string): number {
  const known = numbers.get(key)
  if (known === undefined) numbers.set(key, last.length)
  return known ?? last.length
}

function collect(into: Collection, number: number, ordinal: number): void {
  if (number === into.last.length) {
    into.last.push(0)
    into.counts.push(0)
  }
  if (into.last[number] === ordinal + 1) return
  into.last[number] = ordinal + 1
  into.counts[number] = (into.counts[number] ?? 0) + 1
  if (into.length === into.terms.length) {
    into.terms = grown(into.terms, Uint32Array)
    into.ordinals = grown(into.ordinals, Uint16Array)
  }
  into.terms[into.length] = number
  into.ordinals[into.length++] = ordinal
}

function grown<Numbers extends Uint32Array | Uint16Array>(
  numbers: Numbers,
  Kind: new (length: number) => Numbers,
): Numbers {
  const larger = new Kind(numbers.length * 2)
  larger.set(numbers)
  return larger
}

/** The terms of a run: in place of a list each has its container, without the number. */
function* sortedTerms(collected: Collection): Iterable<Term> {
  const starts = new Uint32Array(collected.counts.length + 1)
  for (const [number, count] of collected.counts.entries())
    starts[number + 1] = (starts[number] ?? 0) + count
  const ordinals = new Uint16Array(collected.length)
  const next = starts.slice()
  for (let at = 0; at < collected.length; at++) {
    const number = collected.terms[at] ?? 0
    ordinals[next[number] ?? 0] = collected.ordinals[at] ?? 0
    next[number] = (next[number] ?? 0) + 1
  }
  const writer = createByteWriter()
  for (const [key, number] of sortedNumbers(collected)) {
    const own = ordinals.subarray(starts[number], starts[number + 1])
    yield { key, count: own.length, list: encodeContainer(own, writer) }
  }
}

/** All terms in the order of their keys, with their numbers. */
function* sortedNumbers({ grams, numbers }: Collection): Iterable<readonly [string, number]> {
  const keys = [...numbers].toSorted(([a], [b]) => byUnits(a, b))
  const gramsAt = keys.findIndex(([key]) => key > gramKey(''))
  const before = gramsAt < 0 ? keys.length : gramsAt
  yield* keys.slice(0, before)
  for (const gram of grams.sorted()) yield [gramKey(gramText(gram)), grams.numberOf(gram, 0)]
  yield* keys.slice(before)
}

const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

async function* termsOfRun(scratch: Scratch, run: number): AsyncIterable<Term> {
  for await (const block of scratch.read(run)) yield* termsFrom(block)
}

async function* mergeRuns(runs: readonly AsyncIterable<Term>[]): AsyncIterable<Term> {
  const rests = runs.map((run) => run[Symbol.asyncIterator]())
  const heads: (Term | undefined)[] = []
  const step = async (run: number): Promise<void> => {
    const next = await rests[run]?.next()
    heads[run] = next?.done === false ? next.value : undefined
  }
  for (const run of runs.keys()) await step(run)
  const writer = createByteWriter()
  for (;;) {
    const key = smallest(heads)
    if (key === undefined) return
    let [count, next] = [0, 0]
    for (const [run, head] of heads.entries()) {
      if (head?.key !== key) continue
      writer.varint(run - next)
      writer.raw(head.list)
      count += head.count
      next = run + 1
      await step(run)
    }
    yield { key, count, list: writer.take() }
  }
}

function smallest(heads: readonly (Term | undefined)[]): string | undefined {
  let key: string | undefined
  for (const head of heads)
    if (head !== undefined && (key === undefined || head.key < key)) key = head.key
  return key
}
