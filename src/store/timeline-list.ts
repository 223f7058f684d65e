// The list of timelines as one value of the store: takes the lines of all publishers, and writes the
// list at most once a second.
import { wrap } from '../edition/envelope.ts'
import { backOff, createDelivery } from './delivery.ts'
import { timelinesKey } from './keys.ts'
import type { KeyValue } from './key-value.ts'
import type { Outbox } from './outbox.ts'
import type { TimelineLine } from './values.ts'

/** Milliseconds between two writes of the list, so that many publishes share one. */
const interval = 1_000

/** The lines, where they survive a crash. */
export interface LineStore extends Outbox {
  lines(): readonly TimelineLine[]
  /** A line of an older edition is ignored. */
  take(line: TimelineLine): void
}

export interface ListingParts {
  readonly lines: LineStore
  readonly kv: Pick<KeyValue, 'put'>
  readonly now: () => number
  /** Asks to be woken at that time, also after a crash. */
  readonly schedule: (at: number) => void
}

export interface Listing {
  /** From here on the list is answerable for the line, also where the store does not take it yet. */
  update(line: TimelineLine): Promise<void>
  drain(): Promise<void>
}

export function createListing({ lines, kv, now, schedule }: ListingParts): Listing {
  let written = -Infinity

  const delivery = createDelivery({
    outbox: lines,
    mutable: 'list',
    now,
    schedule,
    async run() {
      written = now()
      await kv.put(timelinesKey, await wrap(timelinesKey, listOf(lines.lines())))
    },
  })

  return {
    drain: () => delivery.drain(),
    update(line) {
      lines.take(line)
      // A number of its own: the end of a write that is under way must not count for this line.
      const before = lines.tasks().find(({ kind }) => kind === 'list')?.number ?? 0
      const sinceWritten = Math.max(0, now() - written)
      const notBefore = now() + Math.max(0, interval - sinceWritten)
      lines.add({ kind: 'list', number: before + 1, notBefore })
      schedule(notBefore + backOff.first)
      return delivery.drain()
    },
  }
}

const listOf = (lines: readonly TimelineLine[]) => ({
  timelines: lines.flatMap(({ summary }) => (summary === null ? [] : [summary])),
  gone: lines.flatMap(({ id, summary }) => (summary === null ? [id] : [])),
})
