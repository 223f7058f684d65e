// Dates that cannot be read, do not exist, do not fit their kind or contradict their source.
import { broken, type BrokenRule } from '../broken-rule.ts'
import type { CivilDay } from '../date/civil-day.ts'
import { faultOf, type Fault } from './fault.ts'
import { parseEdtf } from '../date/edtf.ts'
import { isInstantText, publicationDate, publicationDay } from '../date/publication.ts'
import { resolveDate } from '../date/when.ts'
import type { LooseDocument } from './loose-document.ts'

export function dateFaults(document: LooseDocument): Fault[] {
  const { timeZone } = document
  const sources = readSources(document, timeZone)
  return [
    ...sources.faults,
    ...document.events.flatMap((event) => eventFaults(event, timeZone, sources.appeared)),
  ]
}

interface Appeared {
  /** The last civil day on which it may have been. */
  readonly day: CivilDay
  /** As precise as it was stated. */
  readonly date: string
}

/** When each source appeared, by id; null where that cannot be told. */
type Sources = ReadonlyMap<string, Appeared | null>

/** With faults for unreadable dates. */
function readSources({ sources }: LooseDocument, timeZone: string | undefined) {
  const appeared = new Map<string, Appeared | null>()
  const faults: Fault[] = []
  for (const { pointer, value } of sources) {
    const { id, published } = value
    const day = published === undefined ? null : publicationDay(published, timeZone ?? anyZone)
    if (published !== undefined && day?.ok === false)
      faults.push(
        ...invalid(`${pointer}/published`, published, ofPublication(day.failure), timeZone),
      )
    if (id === undefined) continue
    const isTold = published !== undefined && (timeZone !== undefined || !isInstantText(published))
    const read =
      isTold && day?.ok === true
        ? { day: day.value, date: publicationDate(published, timeZone ?? anyZone) }
        : null
    // Two sources of one id have a fault of their own: either may be the one that is cited.
    const other = appeared.get(id)
    appeared.set(id, other === undefined ? read : laterOf(other, read))
  }
  return { appeared, faults }
}

/** What is advised for a season is no date of publication. */
const ofPublication = (rule: BrokenRule): BrokenRule =>
  rule.rule === 'season' ? broken('not-a-publication') : rule

const laterOf = (a: Appeared | null, b: Appeared | null): Appeared | null =>
  a === null || b === null ? null : a.day > b.day ? a : b

function eventFaults(
  { pointer, value: { date, kind, citations } }: LooseDocument['events'][number],
  timeZone: string | undefined,
  sources: Sources,
): Fault[] {
  if (date === undefined) return []
  // The validity and bounds of a date do not depend on when its source appeared.
  const when = resolveDate({ date, kind, timeZone: timeZone ?? anyZone, attested: 0 })
  if (!when.ok) return invalid(`${pointer}/date`, date, when.failure, timeZone)
  const { kind: claimed, latest } = when.value
  if (claimed !== 'undated' || citations === undefined || latest === null) return []
  const cited = citations.map((citation) => sources.get(citation?.source ?? '') ?? null)
  // A citation or a source that cannot be read might be the latest.
  const last = cited.length === 0 ? null : cited.reduce(laterOf)
  return last === null || latest <= last.day ? [] : [afterSource(`${pointer}/date`, last)]
}

/**
 * A wrong time zone has a fault of its own, and hides no other: dates are read by any. What then depends
 * on the zone, the civil day of an instant, is not judged.
 */
const anyZone = 'UTC'

function invalid(
  pointer: string,
  date: string,
  rule: BrokenRule,
  timeZone: string | undefined,
): Fault[] {
  // An instant in the last hours of the year 9999 lies in a year that there is, or not.
  const isOfZone = timeZone === undefined && rule.rule === 'year-range' && parseEdtf(date).ok
  return isOfZone ? [] : [{ pointer, reason: 'invalid-date', broken: rule }]
}

const afterSource = (pointer: string, { date }: Appeared): Fault =>
  faultOf(pointer, broken('after-source', { date }))
