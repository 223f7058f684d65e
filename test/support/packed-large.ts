// A synthetic timeline twice: as a head, and as a segment with edits over it.
import type { StoredEvent } from '../../src/domain/document/event.ts'
import { createHeadReader } from '../../src/edition/head-reader.ts'
import type { Head, StoredTimeline } from '../../src/edition/head.ts'
import type { PackedEdition } from '../../src/edition/packed/packed-edition.ts'
import { createPackedReader } from '../../src/edition/packed/packed-reader.ts'
import type { PartCache } from '../../src/edition/packed/part-cache.ts'
import type { EditionReader } from '../../src/edition/reader.ts'
import { createSegmentBuilder, type SegmentOutput } from '../../src/edition/segment/builder.ts'
import type { PartSource, SegmentRoot } from '../../src/edition/segment/parts.ts'
import { afterEdits, placesOf, randomEdits } from './synthetic-queries.ts'
import { randomFrom, synthetic } from './synthetic.ts'

export interface PackedTimeline {
  /** The events of the segment. */
  readonly events: readonly StoredEvent[]
  /** Both readers of the timeline after so many random edits, and after a change of its actors. */
  after(edits: number, source: PartSource, more?: After): Readers
}

type StoredActor = StoredTimeline['actors'][number]

interface After {
  readonly cache?: PartCache
  readonly actors?: (actor: StoredActor) => StoredActor
}

export interface Readers {
  readonly plain: EditionReader
  readonly packed: EditionReader
}

export async function packSynthetic(count: number, output: SegmentOutput): Promise<PackedTimeline> {
  const { timeline, events } = synthetic(count)
  const builder = await createSegmentBuilder('c0ffee', timeline, output)
  for (const event of events()) await builder.add(event)
  return packedAs(count, await builder.finish())
}

/** The same timeline, of which these are the parts. */
export function packedAs(count: number, root: SegmentRoot): PackedTimeline {
  const { timeline, edition, events: generated } = synthetic(count)
  const events = [...generated()]
  return {
    events,
    after(edits, source, { cache, actors = (actor: StoredActor) => actor } = {}) {
      const changes = randomEdits(randomFrom(edits), timeline, events, edits)
      const { adds, drops } = changes
      const edited = { ...changes.timeline, actors: changes.timeline.actors.map(actors) }
      const shared = { timeline: edited, edition, kept: [edition], removed: [] }
      const head: Head = {
        ...shared,
        base: null,
        adds: edits === 0 ? events : afterEdits(events, changes),
      }
      const base = { root, places: placesOf(events, adds), drops }
      const packed: PackedEdition = { ...shared, base, adds }
      return {
        plain: createHeadReader(head),
        packed: createPackedReader(packed, source, cache),
      }
    },
  }
}
