// Dates that cannot be read, do not exist, do not fit their kind or contradict their source.
import { broken, type BrokenRule } from '../broken-rule.ts'
import type { CivilDay } from '../date/civil-day.ts'
import { faultOf, type Fault } from './fault.ts'
import { publicationDate, publicationDay } from '../date/publication.ts'
import { resolveDate } from '../date/when.ts'
import type { LooseDocument } from './loose-document.ts'

export function dateFaults(document: LooseDocument): Fault[] {
  // A wrong time zone has a fault of its own, and hides no other.
  const { timeZone = 'UTC' } = document
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

/** When each source appeared, by id, and faults for unreadable dates. */
function readSources({ sources }: LooseDocument, timeZone: string) {
  const appeared = new Map<string, Appeared>()
  const faults: Fault[] = []
  for (const { pointer, value } of sources) {
    if (value.published === undefined) continue
    const day = publicationDay(value.published, timeZone)
    if (!day.ok) faults.push(invalid(`${pointer}/published`, day.failure))
    else if (value.id !== undefined) {
      const date = publicationDate(value.published, timeZone)
      appeared.set(value.id, { day: day.value, date })
    }
  }
  return { appeared, faults }
}

function eventFaults(
  { pointer, value: { date, kind, citations } }: LooseDocument['events'][number],
  timeZone: string,
  sources: ReadonlyMap<string, Appeared>,
): Fault[] {
  if (date === undefined) return []
  // The validity and bounds of a date do not depend on when its source appeared.
  const when = resolveDate({ date, kind, timeZone, attested: 0 })
  if (!when.ok) return [invalid(`${pointer}/date`, when.failure)]
  const { kind: claimed, latest } = when.value
  if (claimed !== 'undated' || citations === undefined || latest === null) return []
  if (citations.includes(undefined)) return []
  const cited = citations.flatMap((citation) => sources.get(citation?.source ?? '') ?? [])
  const [last] = cited.toSorted((a, b) => b.day - a.day)
  return last === undefined || latest <= last.day ? [] : [afterSource(`${pointer}/date`, last)]
}

const invalid = (pointer: string, rule: BrokenRule): Fault => ({
  pointer,
  reason: 'invalid-date',
  broken: rule,
})

const afterSource = (pointer: string, { date }: Appeared): Fault =>
  faultOf(pointer, broken('after-source', { date }))
