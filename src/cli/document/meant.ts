// What an author may have meant by a date that is none of the profile: the readings of the readers that
// import and extraction use, as proposals beside those of the check.
import { edtfRules } from '../../domain/broken-rule.ts'
import type { Fault } from '../../domain/check/fault.ts'
import { publicationDate } from '../../domain/date/publication.ts'
import { parseDay } from '../../domain/date/civil-day.ts'
import { readCell } from '../../extract/cells.ts'

const rules: ReadonlySet<string> = new Set(edtfRules)

/** More than these help nobody. */
const most = 3

/**
 * Faults of dates with what may have been meant; all others as they are. `valueAt` gives the value at a
 * pointer.
 * @example a fault at /events/0/date, where 2019年12月初 stands → its proposals hold [2019-12-01..2019-12-10]
 */
export function withMeant(
  faults: readonly Fault[],
  valueAt: (pointer: string) => unknown,
): Fault[] {
  return faults.map((fault) => {
    const value = fault.reason === 'invalid-date' ? valueAt(fault.pointer) : null
    if (typeof value !== 'string' || !rules.has(fault.broken.rule)) return fault
    const event = fault.pointer.replace(/\/date$/, '')
    const dates = datesMeant(value, dayOfSource(event, valueAt), zoneOf(valueAt))
    const proposals = [...new Set([...(fault.broken.proposals ?? []), ...dates])].slice(0, most)
    if (proposals.length === 0) return fault
    return { ...fault, broken: { ...fault.broken, proposals } }
  })
}

function datesMeant(text: string, day: string | undefined, timeZone: string | undefined): string[] {
  const settings = {
    ...(day !== undefined && { day }),
    ...(timeZone !== undefined && { timeZone }),
  }
  const answer = readCell(text, settings)
  const readings =
    answer.readings.length > 0 || !/^\d{5}$/.test(text.trim())
      ? answer.readings
      : readCell(text, { serials: 'excel' }).readings
  return readings.map(({ date }) => date)
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
