// A store of one timeline, `town-2020`, with any number of events, more than a head could hold.
import type { TimelineEvent } from '../../src/domain/document/event.ts'
import { createHeadReader } from '../../src/edition/head-reader.ts'
import type { Store } from '../../src/store/read/store.ts'
import { timeline, timelineEvent } from './feed.ts'

export interface LargeStore {
  readonly store: Store
  /** The events that a writer has read so far. */
  readonly written: ReadonlySet<string>
}

export function largeStore(count: number): LargeStore {
  const written = new Set<string>()
  const adds = Array.from({ length: count }, (_, position) => watched(position, written))
  const entry = {
    number: 1,
    digest: '',
    published: '2026-10-01T08:30:00.000Z',
    by: 'test',
    events: count,
    changes: { added: count, changed: 0, withdrawn: 0 },
  }
  const head = {
    timeline: timeline(),
    edition: entry,
    kept: [entry],
    base: null,
    adds,
    retired: {},
  }
  const reader = createHeadReader(head)
  const absent = async () => ({ ok: false, failure: 'not-found' }) as const
  return {
    written,
    store: {
      current: async () => ({ ok: true, value: { value: reader, stale: false, age: 0 } }),
      edition: absent,
      changes: absent,
      timelines: absent,
      expire: () => undefined,
    },
  }
}

/** Detects writers by their read of an event's revision, which filters never read. */
function watched(position: number, written: Set<string>): TimelineEvent {
  const event = timelineEvent({ id: `e-${position}`, position })
  const { revision } = event
  return Object.defineProperty(event, 'revision', {
    enumerable: true,
    get() {
      written.add(event.id)
      return revision
    },
  })
}
