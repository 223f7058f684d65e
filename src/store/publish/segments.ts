// The segments of packed editions in the store: how many parts are written or deleted at a time, and
// when a segment is no longer needed.
import type { Head } from '../../edition/head.ts'
import type { EditionLog, Packing } from './edition-log.ts'
import { partKey } from '../keys.ts'
import type { KeyValue } from '../key-value.ts'
import { together } from '../together.ts'

/** Milliseconds for which the parts of a segment that nobody needs stay, since uploads may be under way. */
export const collectAfter = 3_600_000

/** A store that failed so often is left alone until the next try. */
const maxFailures = 6

/** Does as much as it can, then throws the first failure. */
export async function each<Item>(
  items: readonly Item[],
  one: (item: Item) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = []
  await together(items, async (item) => {
    if (failures.length < maxFailures)
      await one(item).catch((cause: unknown) => failures.push(cause))
  })
  if (failures.length > 0) throw failures[0]
}

/** Deletes the segments of forgotten editions that no edition is laid over. */
export async function deleteSegments(
  timeline: string,
  log: EditionLog,
  kv: Pick<KeyValue, 'delete'>,
): Promise<void> {
  const needed = new Set(log.packings().map(({ over }) => over))
  const unneeded = log
    .packings()
    .filter(({ number, isForgotten }) => isForgotten && !needed.has(number))
  for (const packing of unneeded) {
    await deleteParts(timeline, packing, { log, kv })
    log.dropPacking(packing.number)
  }
}

async function deleteParts(
  timeline: string,
  packing: Packing,
  { log, kv }: { readonly log: EditionLog; readonly kv: Pick<KeyValue, 'delete'> },
): Promise<void> {
  const left = new Set(packing.parts)
  try {
    await each(packing.parts, async (name) => {
      await kv.delete(partKey(timeline, name))
      left.delete(name)
    })
  } finally {
    // What is left is deleted by the next try.
    log.notePacking({ ...packing, parts: [...left] })
  }
}

/** An edition that names an uploaded segment keeps it. In the transaction that appends the edition. */
export function holdSegment({ base, edition: { number } }: Head, log: EditionLog): void {
  const segment = log.segments().find((one) => one.segment === base?.root.segment)
  if (segment === undefined || base?.uploaded === undefined) return
  log.noteSegment({ ...segment, expires: null, editions: [...segment.editions, number] })
}

/** The copy of an edition is deleted: its uploaded segment is collected unless another one names it. */
export function releaseSegment(number: number, log: EditionLog, now: number): void {
  const segment = log.segments().find(({ editions }) => editions.includes(number))
  if (segment === undefined) return
  const editions = segment.editions.filter((other) => other !== number)
  log.noteSegment({ ...segment, editions })
  if (editions.length > 0) return
  log.add({ kind: 'collect', number: segment.serial, notBefore: now + collectAfter })
}

/** Deletes an uploaded segment that no edition names and no lease protects. */
export async function collectSegment(
  serial: number,
  {
    log,
    kv,
    now,
  }: { readonly log: EditionLog; readonly kv: Pick<KeyValue, 'delete'>; readonly now: number },
): Promise<void> {
  const segment = log.segments().find((one) => one.serial === serial)
  if (segment === undefined || segment.editions.length > 0) return
  if (segment.expires !== null && now < segment.expires) return
  await each(log.uploaded(serial), async ({ part }) => {
    await kv.delete(partKey(segment.timeline, `${segment.segment}/${part}`))
    log.dropPart(serial, part)
  })
  log.dropSegment(serial)
}
