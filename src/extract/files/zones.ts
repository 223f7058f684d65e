// Time zones of calendars under the names of the IANA database.
import { isTimeZone } from '../rules/time-zone.ts'

/** Names of Windows, as Outlook writes them (Unicode CLDR, windowsZones). */
const windows: ReadonlyMap<string, string> = new Map([
  ['China Standard Time', 'Asia/Shanghai'],
  ['Taipei Standard Time', 'Asia/Taipei'],
  ['Singapore Standard Time', 'Asia/Singapore'],
  ['Tokyo Standard Time', 'Asia/Tokyo'],
  ['Korea Standard Time', 'Asia/Seoul'],
  ['India Standard Time', 'Asia/Kolkata'],
  ['SE Asia Standard Time', 'Asia/Bangkok'],
  ['AUS Eastern Standard Time', 'Australia/Sydney'],
  ['GMT Standard Time', 'Europe/London'],
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['Romance Standard Time', 'Europe/Paris'],
  ['Central Europe Standard Time', 'Europe/Budapest'],
  ['Central European Standard Time', 'Europe/Warsaw'],
  ['E. Europe Standard Time', 'Europe/Chisinau'],
  ['Russian Standard Time', 'Europe/Moscow'],
  ['Eastern Standard Time', 'America/New_York'],
  ['Central Standard Time', 'America/Chicago'],
  ['Mountain Standard Time', 'America/Denver'],
  ['Pacific Standard Time', 'America/Los_Angeles'],
  ['UTC', 'Etc/UTC'],
])

/**
 * Null for a zone that only the calendar itself describes.
 * @example ianaZone('/example.org/20200101/Asia/Shanghai') → 'Asia/Shanghai'
 */
export function ianaZone(name: string): string | null {
  const mapped = windows.get(name)
  if (mapped !== undefined) return mapped
  const parts = name.split('/').filter((part) => part !== '')
  const ends = [name, parts.slice(-3).join('/'), parts.slice(-2).join('/')]
  return ends.find((end) => /^[A-Za-z]/.test(end) && isTimeZone(end)) ?? null
}
