// The list of timelines as one value of the store: collects the lines of all publishers and writes
// the list, once per second at most.
import { wrap } from '../edition/envelope.ts'
import { backOff, createDelivery } from './delivery.ts'
import { timelinesKey } from './keys.ts'
import { writeTimeout, type KeyValue } from './key-value.ts'
import type { Outbox } from './outbox.ts'
import { withTimeout } from './timeout.ts'
import type { TimelineLine } from './values.ts'

/** Minimum milliseconds between two writes of the list, so that many publishes share one. */
const interval = 1_000

/** Storage for the lines that survives a crash. */
export interface LineStore extends Outbox {
  lines(): readonly TimelineLine[]
  /** A line of an older edition is ignored. */
  take(line: TimelineLine): void
}

export interface ListingParts {
  readonly lines: LineStore
  readonly kv: Pick<KeyValue, 'put'>
  readonly now: () => number
  /** Requests a wake-up at that time, which also happens after a crash. */
  readonly schedule: (at: number) => void
}

export interface Listing {
  /** Takes responsibility for the line, even if the store cannot be written yet. */
  update(line: TimelineLine): Promise<void>
  /** Writes the list anew; the ids of all timelines, also of those that were taken down. */
  repair(): Promise<readonly string[]>
  drain(): Promise<void>
}

/** @example update({ id: 'a', summary, … }) → the store has { timelines: [summary], gone: [] } */
export function createListing({ lines, kv, now, schedule }: ListingParts): Listing {
  let written = -Infinity

  const delivery = createDelivery({
    outbox: lines,
    mutable: 'list',
    now,
    schedule,
    async run() {
      written = now()
      const value = await wrap(timelinesKey, listOf(lines.lines()))
      await withTimeout(kv.put(timelinesKey, value), writeTimeout)
    },
  })

  const write = (): Promise<void> => {
    // A new number, so that the end of a write in progress does not complete this task.
    const before = lines.tasks().find(({ kind }) => kind === 'list')?.number ?? 0
    const sinceWritten = Math.max(0, now() - written)
    const notBefore = now() + Math.max(0, interval - sinceWritten)
    lines.add({ kind: 'list', number: before + 1, notBefore })
    schedule(notBefore + backOff.first)
    return delivery.drain()
  }

  return {
    drain: () => delivery.drain(),
    update(line) {
      lines.take(line)
      return write()
    },
    async repair() {
      await write()
      return lines.lines().map(({ id }) => id)
    },
  }
}

const listOf = (lines: readonly TimelineLine[]) => ({
  timelines: lines.flatMap(({ summary }) => (summary === null ? [] : [summary])),
  gone: lines.flatMap(({ id, summary }) => (summary === null ? [id] : [])),
})
