// The same edition twice: as a head, and packed with some edits over its base.
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { compareEvents } from '../../src/domain/query/order.ts'
import { createHeadReader } from '../../src/edition/head-reader.ts'
import type { Head } from '../../src/edition/head.ts'
import { nextEdition } from '../../src/edition/next.ts'
import type { PackedEdition } from '../../src/edition/packed/packed-edition.ts'
import { createPackedReader } from '../../src/edition/packed/packed-reader.ts'
import type { EditionReader } from '../../src/edition/reader.ts'
import { createSegmentBuilder } from '../../src/edition/segment/builder.ts'
import { memoryParts, type MemoryParts } from './memory-parts.ts'

export interface Twice {
  readonly head: Head
  readonly plain: EditionReader
  readonly packed: EditionReader
  readonly edition: PackedEdition
  readonly memory: MemoryParts
}

/** The first document is the base, the others are published over it one after the other. */
export async function twice(
  documents: readonly [TimelineDocument, ...TimelineDocument[]],
): Promise<Twice> {
  const heads: Head[] = []
  for (const [index, document] of documents.entries()) {
    const stamp = { digest: '', instant: Date.UTC(2026, 9, 1 + index), by: 'test' }
    heads.push(nextEdition(document, heads.at(-1) ?? null, stamp).head)
  }
  const [first, head] = [heads[0] as Head, heads.at(-1) as Head]
  const memory = memoryParts()
  const edition = await packOver(first, head, memory)
  return {
    head,
    plain: createHeadReader(head),
    packed: createPackedReader(edition, memory.source),
    edition,
    memory,
  }
}

/** Packs the events of one head and lays over them what another has instead. */
async function packOver(base: Head, head: Head, memory: MemoryParts): Promise<PackedEdition> {
  const builder = await createSegmentBuilder('c0ffee', base.timeline, memory)
  for (const event of base.adds) await builder.add(event)
  const root = await builder.finish()
  const now = new Map(head.adds.map((event) => [event.id, event]))
  const kept = new Set<string>()
  const drops: number[] = []
  for (const [ordinal, event] of base.adds.entries()) {
    if (JSON.stringify(now.get(event.id)) === JSON.stringify(event)) kept.add(event.id)
    else drops.push(ordinal)
  }
  const adds = head.adds.filter(({ id }) => !kept.has(id))
  const places = adds.map((event) => {
    const place = base.adds.findIndex((other) => compareEvents(other, event) >= 0)
    return place < 0 ? base.adds.length : place
  })
  const { timeline, edition, kept: editions, removed } = head
  return { timeline, edition, kept: editions, removed, base: { root, places, drops }, adds }
}
