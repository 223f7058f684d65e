// Sorts the events of a document into the total order in bounded memory: runs are sorted in memory, written
// to files and merged. An entry is what the order needs and the event as it is written.
import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { compareEvents, type OrderKey } from '../../../domain/query/order.ts'
import { fileLines } from '../../document/large/file-lines.ts'

export interface SortedEvent {
  /** Its index in the document. */
  readonly position: number
  readonly when: OrderKey['when']
  /** Its JSON, in one line. */
  readonly line: string
}

export interface EventSorter {
  add(key: OrderKey, line: string): Promise<void>
  /** All of them in the total order. May be read again. */
  sorted(): AsyncIterable<SortedEvent>
}

/** Bytes of events of a run. */
const usualRun = 32 * 1_048_576

interface Entry {
  readonly key: OrderKey
  readonly line: string
}

const compareEntries = (a: Entry, b: Entry): number => compareEvents(a.key, b.key)

/** Files are written to the folder, and left there. */
export function createEventSorter(folder: string, runBytes = usualRun): EventSorter {
  let entries: Entry[] = []
  let [bytes, runs] = [0, 0]
  const fileOf = (run: number): string => join(folder, `events-${run}`)
  const flush = async (): Promise<void> => {
    const file = await open(fileOf(runs++), 'w')
    try {
      await writeEntries(file, entries.toSorted(compareEntries))
    } finally {
      await file.close()
    }
    ;[entries, bytes] = [[], 0]
  }
  return {
    async add(key, line) {
      entries.push({ key, line })
      bytes += line.length * 3
      if (bytes >= runBytes) await flush()
    },
    async *sorted() {
      if (runs > 0 && entries.length > 0) await flush()
      const all =
        runs === 0
          ? entries.toSorted(compareEntries)
          : merged(Array.from({ length: runs }, (_, run) => entriesOf(fileOf(run))))
      for await (const { key, line } of all) yield { position: key.position, when: key.when, line }
    },
  }
}

async function writeEntries(file: FileHandle, entries: readonly Entry[]): Promise<void> {
  let text: string[] = []
  let length = 0
  for (const { key, line } of entries) {
    const entry = `${JSON.stringify(key)}\t${line}\n`
    text.push(entry)
    length += entry.length
    if (length < 1_048_576) continue
    await file.write(text.join(''))
    ;[text, length] = [[], 0]
  }
  await file.write(text.join(''))
}

async function* entriesOf(path: string): AsyncIterable<Entry> {
  for await (const { bytes } of fileLines(createReadStream(path, { highWaterMark: 262_144 }))) {
    // The first tab: the key has none.
    const end = bytes.indexOf('\t')
    const key = JSON.parse(bytes.toString('utf8', 0, end)) as OrderKey
    yield { key, line: bytes.toString('utf8', end + 1) }
  }
}

/** Merges sorted runs; there are few, so that the smallest is found by looking at each. */
async function* merged(runs: readonly AsyncIterable<Entry>[]): AsyncIterable<Entry> {
  const rests = runs.map((run) => run[Symbol.asyncIterator]())
  const heads: (Entry | undefined)[] = []
  const step = async (run: number): Promise<void> => {
    const next = await rests[run]?.next()
    heads[run] = next?.done === false ? next.value : undefined
  }
  for (const run of runs.keys()) await step(run)
  for (;;) {
    let least = -1
    for (const [run, head] of heads.entries()) {
      const best = heads[least]
      if (head !== undefined && (best === undefined || compareEntries(head, best) < 0)) least = run
    }
    const head = heads[least]
    if (head === undefined) return
    yield head
    await step(least)
  }
}
