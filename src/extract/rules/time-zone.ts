// The offset that clocks of a time zone show at a civil time: none where the time was skipped, two
// where it came twice. Intl knows the zones; nothing is parsed with Date.
import { civilTime, type Instant } from '../../domain/date/instant.ts'
import { twoDigits, type CivilDay } from '../../domain/date/civil-day.ts'
import { periodParts } from '../period.ts'

const printOffset = (minutes: number): string => {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`
}

/** What the zone is ahead of UTC, in minutes, at a moment given in UTC. */
function aheadAt(day: CivilDay, minute: number, timeZone: string): number | null {
  const instant: Instant = {
    ...periodParts(day),
    hour: Math.floor(minute / 60),
    minute: minute % 60,
    second: null,
    offset: 'Z',
  }
  const shown = civilTime(instant, timeZone)
  if (!shown.ok) return null
  return (shown.value.day - day) * 1440 + shown.value.minute - minute
}

/** Offsets, the earlier instant first. */
export function offsetAt(day: CivilDay, minute: number, timeZone: string): string[] {
  const offsets = new Set<number>()
  for (const near of [day - 1, day + 1]) {
    const ahead = aheadAt(near, 720, timeZone)
    if (ahead !== null) offsets.add(ahead)
  }
  return [...offsets]
    .toSorted((a, b) => b - a)
    .filter((offset) => {
      const total = minute - offset
      const days = Math.floor(total / 1440)
      return aheadAt(day + days, total - days * 1440, timeZone) === offset
    })
    .map(printOffset)
}

/** True for a name that Intl knows. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** A zone of the IANA database that words name; null for words that may be of several. */
export type ZoneName = string | null

/** Whether clocks of both zones show the same, in summer and in winter. */
export function isSameZone(zone: ZoneName, timeZone: string, day: CivilDay): boolean {
  if (zone === null) return false
  return [day, day + 182].every((one) => aheadAt(one, 720, zone) === aheadAt(one, 720, timeZone))
}

/** Whether clocks of a zone show an offset, +08:00 or Z, at a time of a day. */
export const isOffsetOf = (offset: string, timeZone: string, [day, minute]: [CivilDay, number]) =>
  offsetAt(day, minute, timeZone).includes(offset.replace('Z', '+00:00'))
