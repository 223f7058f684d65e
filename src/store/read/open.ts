// Opens an edition for reading, whichever way its events are stored.
import { createHeadReader } from '../../edition/head-reader.ts'
import type { Head } from '../../edition/head.ts'
import { isPacked } from '../../edition/packed/packed-edition.ts'
import { createPackedReader } from '../../edition/packed/packed-reader.ts'
import { cacheOf, type PartCache } from '../../edition/packed/part-cache.ts'
import type { EditionReader } from '../../edition/reader.ts'
import type { PartSource } from '../../edition/segment/parts.ts'

/** Where the parts of segments are read, and where those at hand are kept. */
export interface OpenParts {
  readonly sourceOf: (timeline: string) => PartSource
  readonly cache: PartCache
}

/** @example openHead(head without base, parts) → answers from the head; nothing else is read */
export const openHead = (head: Head, { sourceOf, cache }: OpenParts): EditionReader =>
  isPacked(head)
    ? createPackedReader(head, sourceOf(head.timeline.id), cacheOf(cache, head.timeline.id))
    : createHeadReader(head)
