// Which edition is laid over the segment of which, and the head that readers get of it.
import type { Head } from '../../edition/head.ts'
import { laid, overlay } from '../../edition/segment/overlay.ts'
import type { EditionLog, Packing } from './edition-log.ts'

export const packingOf = (log: EditionLog, number: number): Packing | undefined =>
  log.packings().find((packing) => packing.number === number)

export interface Laid {
  readonly over: number
  readonly head: Head
}

/** The newest kept edition with a segment of its own, if the head is near enough to it. */
export function chooseBase(log: EditionLog, head: Head): Laid | null {
  const kept = new Set(head.kept.map(({ number }) => number))
  const base = log
    .packings()
    .filter(({ number, root, isWritten, isForgotten }) => {
      return root !== null && isWritten && !isForgotten && kept.has(number)
    })
    .at(-1)
  return base === undefined ? null : laidOver(log, { over: base.number, root: null }, head)
}

/** Null for an edition with a segment of its own, and where the other one can no longer be compared. */
export function laidOver(
  log: EditionLog,
  { over, root: own }: Pick<Packing, 'over' | 'root'>,
  head: Head,
): Laid | null {
  if (over === null || own !== null) return null
  const root = packingOf(log, over)?.root ?? null
  const base = log.head(over)
  if (root === null || base === null) return null
  const found = overlay({ root, events: base.adds }, head)
  return found && { over, head: found }
}

/** As its copy has it; null if that was never written. */
export function servedHead(log: EditionLog, head: Head): Head | null {
  const packing = packingOf(log, head.edition.number)
  if (packing?.isWritten !== true) return null
  const { root } = packing
  if (root !== null) return laid(head, { root, places: [], drops: [], adds: [] })
  return laidOver(log, packing, head)?.head ?? null
}
