// A synthetic timeline twice: as a head, and as a segment with edits over it.
import type { StoredEvent } from '../../src/domain/document/event.ts'
import { createHeadReader } from '../../src/edition/head-reader.ts'
import type { Head } from '../../src/edition/head.ts'
import type { PackedEdition } from '../../src/edition/packed/packed-edition.ts'
import { createPackedReader } from '../../src/edition/packed/packed-reader.ts'
import type { PartCache } from '../../src/edition/packed/part-cache.ts'
import type { EditionReader } from '../../src/edition/reader.ts'
import { createSegmentBuilder, type SegmentOutput } from '../../src/edition/segment/builder.ts'
import type { PartSource } from '../../src/edition/segment/parts.ts'
import { afterEdits, placesOf, randomEdits } from './synthetic-queries.ts'
import { randomFrom, synthetic } from './synthetic.ts'

export interface PackedTimeline {
  /** The events of the segment. */
  readonly events: readonly StoredEvent[]
  /** Both readers of the timeline after so many random edits. */
  after(edits: number, source: PartSource, cache?: PartCache): Readers
}

export interface Readers {
  readonly plain: EditionReader
  readonly packed: EditionReader
}

export async function packSynthetic(count: number, output: SegmentOutput): Promise<PackedTimeline> {
  const { timeline, edition, events: generated } = synthetic(count)
  const events = [...generated()]
  const builder = await createSegmentBuilder('c0ffee', timeline, output)
  for (const event of events) await builder.add(event)
  const root = await builder.finish()
  return {
    events,
    after(edits, source, cache) {
      const changes = randomEdits(randomFrom(edits), timeline, events, edits)
      const { adds, drops } = changes
      const shared = { timeline: changes.timeline, edition, kept: [edition], removed: [] }
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
