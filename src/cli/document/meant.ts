// What an author may have meant by a value that the check refuses, as proposals beside its own. Of a date
// that is none of the profile: the readings of the readers that import and extraction use.
import * as v from 'valibot'
import { edtfRules } from '../../domain/broken-rule.ts'
import type { Fault } from '../../domain/check/fault.ts'
import { publicationDate } from '../../domain/date/publication.ts'
import { AuthoredSource } from '../../domain/document/source.ts'
import { parseDay } from '../../domain/date/civil-day.ts'
import { readCell } from '../../extract/cells.ts'
import { nearestIn } from './nearest-value.ts'

const rules: ReadonlySet<string> = new Set(edtfRules)

/** More than these help nobody. */
const most = 3

/**
 * Faults with what may have been meant, where something is near. `valueAt` gives the value at a pointer.
 * @example a fault at /events/0/date, where 2019年12月初 stands → its proposals hold [2019-12-01..2019-12-10]
 */
export function withMeant(
  faults: readonly Fault[],
  valueAt: (pointer: string) => unknown,
): Fault[] {
  const nearest = nearestIn(valueAt(''))
  return faults.map((fault) => {
    const value = valueAt(fault.pointer)
    const meant =
      fault.reason === 'invalid-date' && rules.has(fault.broken.rule)
        ? datesAt(fault.pointer, value, valueAt)
        : nearest(fault.pointer, value, fault.broken)
    const proposals = [...new Set([...(fault.broken.proposals ?? []), ...meant])].slice(0, most)
    if (proposals.length === 0) return fault
    return { ...fault, broken: { ...fault.broken, proposals } }
  })
}

function datesAt(pointer: string, value: unknown, valueAt: (pointer: string) => unknown) {
  if (typeof value !== 'string') return []
  const event = pointer.replace(/\/date$/, '')
  const dates = datesMeant(value, dayOfSource(event, valueAt), zoneOf(valueAt))
  // A source did not appear in a set or an interval.
  return event === pointer
    ? dates.filter((date) => v.is(AuthoredSource.entries.published, date))
    : dates
}

function datesMeant(text: string, day: string | undefined, timeZone: string | undefined): string[] {
  const settings = {
    ...(day !== undefined && { day }),
    ...(timeZone !== undefined && { timeZone }),
  }
  const { readings: once } = readCell(text, { ...settings, stretches: 'once' })
  if (once.length === 0 && /^\d{5}$/.test(text.trim()))
    return readCell(text, { serials: 'excel' }).readings.map(({ date }) => date)
  const { readings: lasted } = readCell(text, { ...settings, stretches: 'lasted' })
  // Each meaning of the words, first as a day within it: that it lasted is the greater claim.
  const dates = once.flatMap(({ date }, index) => [date, lasted[index]?.date ?? date])
  // A time of day is one of the timeline's zone, which may be wrong, too.
  return dates.filter((date) => timeZone !== undefined || !date.includes('T'))
}

/** The day of the event's only source, from which a date without a year is read. */
function dayOfSource(event: string, valueAt: (pointer: string) => unknown): string | undefined {
  const cited = valueAt(`${event}/citations/0/source`)
  const sources = valueAt('/sources')
  const ids = Array.isArray(sources) ? sources.map((_, at) => valueAt(`/sources/${at}/id`)) : []
  const published =
    cited === undefined ? cited : valueAt(`/sources/${ids.indexOf(cited)}/published`)
  const zone = zoneOf(valueAt)
  if (typeof published !== 'string' || zone === undefined) return undefined
  const day = /T/.test(published) && Number.isNaN(Date.parse(published)) ? '' : published
  const shown = day === '' ? '' : publicationDate(day, zone)
  return parseDay(shown) === null ? undefined : shown
}

function zoneOf(valueAt: (pointer: string) => unknown): string | undefined {
  const zone = valueAt('/timeZone')
  try {
    if (typeof zone !== 'string') return undefined
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}
