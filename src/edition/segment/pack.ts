// Packs a head that is too large to be one stored value: its events become a segment.
import type { Head } from '../head.ts'
import { createSegmentBuilder } from './builder.ts'
import { laid } from './overlay.ts'
import { memoryScratch } from './posting-runs.ts'

/**
 * Part of the name of a segment. Raised when the builder writes other parts for the same events, so that
 * parts of one name never differ.
 */
export const packing = 2

export interface Packed {
  /** Without events; its base names the segment. */
  readonly head: Head
  /** The parts of the segment by name. */
  readonly parts: ReadonlyMap<string, string | Uint8Array<ArrayBuffer>>
}

/**
 * The same head always gives the same parts under the same names.
 * @example packHead(edition 3 of 2,000 events) → { head: { base: { root: { segment: '3-1-9f86d081884c', … } } }, parts }
 */
export async function packHead(head: Head): Promise<Packed> {
  const { number, digest } = head.edition
  const parts = new Map<string, string | Uint8Array<ArrayBuffer>>()
  const name = `${number}-${packing}-${digest.slice(0, 12)}`
  const builder = await createSegmentBuilder(name, head.timeline, {
    async write(part, content) {
      parts.set(part, content)
    },
    scratch: memoryScratch(),
  })
  for (const event of head.adds) await builder.add(event)
  const root = await builder.finish()
  return { head: laid(head, { root, places: [], drops: [], adds: [] }), parts }
}
