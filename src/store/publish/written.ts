// Events of an uploaded segment as their publisher wrote them: what is served of them lacks `allow`.
import { authoredLines } from '../../edition/upload/authored.ts'
import type { PartSource } from '../../edition/segment/parts.ts'
import type { EditionLog } from './edition-log.ts'

/**
 * Of the events of these ordinals; absent are those whose part cannot be read. Each part is read once, so
 * that this is for few events.
 * @example writtenAt('5-u3', [7], log, source) → Map { 7 → { id: 'a', … } }
 */
export async function writtenAt(
  segment: string,
  ordinals: readonly number[],
  log: Pick<EditionLog, 'segments' | 'uploaded'>,
  source: PartSource,
): Promise<ReadonlyMap<number, unknown>> {
  const written = new Map<number, unknown>()
  const leased = log.segments().find((one) => one.segment === segment)
  if (leased === undefined || ordinals.length === 0) return written
  for (const { part, told } of log.uploaded(leased.serial)) {
    if (told.kind !== 'a') continue
    const own = ordinals.filter((at) => at >= told.first && at < told.first + told.events)
    if (own.length === 0) continue
    try {
      const name = `${segment}/${part}`
      const [bytes = null] = await source.bytes([name])
      const lines = await authoredLines(name, bytes)
      for (const at of own) written.set(at, JSON.parse(lines[at - told.first] ?? 'null'))
    } catch {
      // Whatever it was: edits are not refused because a part of what was written is lost.
    }
  }
  return written
}
