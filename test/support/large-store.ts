// A store of one timeline, `town-2020`, with any number of events, more than a head could hold.
import type { TimelineEvent } from '../../src/domain/document/event.ts'
import { createHeadReader } from '../../src/edition/head-reader.ts'
import type { EditionReader } from '../../src/edition/reader.ts'
import type { Store } from '../../src/store/read/store.ts'
import { timeline, timelineEvent } from './feed.ts'

export interface LargeStore {
  readonly store: Store
  /** The events that a writer has read so far. */
  readonly written: ReadonlySet<string>
}

export function largeStore(count: number): LargeStore {
  const written = new Set<string>()
  const adds = Array.from({ length: count }, (_, position) =>
    timelineEvent({ id: `e-${position}`, position }),
  )
  const entry = {
    number: 1,
    digest: '',
    published: '2026-10-01T08:30:00.000Z',
    by: 'test',
    events: count,
    changes: { added: count, changed: 0, withdrawn: 0 },
  }
  const whole = timeline()
  const head = createHeadReader({
    timeline: {
      ...whole,
      changed,
      themes: whole.themes.map(revised),
      actors: whole.actors.map(revised),
      sources: whole.sources.map(revised),
    },
    edition: entry,
    kept: [entry],
    base: null,
    adds,
    removed: [],
  })
  const reader: EditionReader = {
    ...head,
    async answer(...asked) {
      const found = await head.answer(...asked)
      return { ...found, events: found.events.map((event) => watched(event, written)) }
    },
  }
  const absent = async () => ({ ok: false, failure: 'not-found' }) as const
  return {
    written,
    store: {
      current: async () => ({ ok: true, value: { value: reader, stale: false, age: 0 } }),
      edition: absent,
      changes: async () => [],
      timelines: absent,
      document: absent,
      part: absent,
      expire: () => undefined,
    },
  }
}

const changed = { edition: 1, instant: null }
const revised = <Part extends object>(part: Part) => ({ ...part, changed })

/** Detects writers by their read of an event's citations. */
function watched({ citations, ...event }: TimelineEvent, written: Set<string>): TimelineEvent {
  return Object.defineProperty({ ...event, citations }, 'citations', {
    enumerable: true,
    get() {
      written.add(event.id)
      return citations
    },
  })
}
