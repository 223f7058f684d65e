// The same edition twice: as a head, and packed with some edits over its base.
import type { TimelineEvent } from '../../src/domain/document/event.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { createHeadReader } from '../../src/edition/head-reader.ts'
import type { Head } from '../../src/edition/head.ts'
import { nextEdition } from '../../src/edition/next.ts'
import { isPacked, type PackedEdition } from '../../src/edition/packed/packed-edition.ts'
import { createPackedReader } from '../../src/edition/packed/packed-reader.ts'
import type { EditionReader } from '../../src/edition/reader.ts'
import { createSegmentBuilder } from '../../src/edition/segment/builder.ts'
import { overlay } from '../../src/edition/segment/overlay.ts'
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
  const laid = overlay({ root, events: base.adds }, head)
  if (laid === null || !isPacked(laid)) throw new Error('too many edits')
  return laid
}

/** Without its position: in a segment that is an ordinal, which has gaps where events were dropped. */
export const placeless = (event: TimelineEvent | undefined) => event && { ...event, position: 0 }

export const answered = <Given extends { readonly events: readonly TimelineEvent[] }>(
  given: Given,
) => ({ ...given, events: given.events.map(placeless) })
