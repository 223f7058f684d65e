// Dates that cannot be read, do not exist, do not fit their kind or contradict their source.
import { printDay, type CivilDay } from '../date/civil-day.ts'
import type { Fault } from './fault.ts'
import { civilTime, parseInstant } from '../date/instant.ts'
import { resolveDate } from '../date/when.ts'
import type { LooseDocument } from './loose-document.ts'

export function dateFaults(document: LooseDocument): Fault[] {
  const { timeZone } = document
  if (timeZone === undefined) return []
  const sources = readSources(document, timeZone)
  return [
    ...sources.faults,
    ...document.events.flatMap((event) => eventFaults(event, timeZone, sources.days)),
  ]
}

/** The civil day on which each source was published, by id, and faults for unreadable ones. */
function readSources({ sources }: LooseDocument, timeZone: string) {
  const days = new Map<string, CivilDay>()
  const faults: Fault[] = []
  for (const { pointer, value } of sources) {
    if (value.published === undefined) continue
    const instant = parseInstant(value.published)
    const shown = instant.ok ? civilTime(instant.value, timeZone) : instant
    if (!shown.ok) faults.push(invalid(`${pointer}/published`, shown.failure.message))
    else if (value.id !== undefined) days.set(value.id, shown.value.day)
  }
  return { days, faults }
}

function eventFaults(
  { pointer, value: { date, kind, citations } }: LooseDocument['events'][number],
  timeZone: string,
  sourceDays: ReadonlyMap<string, CivilDay>,
): Fault[] {
  if (date === undefined || kind === undefined) return []
  // The validity and bounds of a date do not depend on when its source appeared.
  const when = resolveDate({ date, kind, timeZone, attested: 0 })
  if (!when.ok) return [invalid(`${pointer}/date`, when.failure.message)]
  if (kind !== 'undated' || citations === undefined || when.value.latest === null) return []
  const cited = citations.flatMap(({ source }) => sourceDays.get(source) ?? [])
  const attested = cited.length === 0 ? Infinity : Math.max(...cited)
  return when.value.latest > attested ? [afterSource(`${pointer}/date`, attested)] : []
}

const invalid = (pointer: string, message: string): Fault => ({
  pointer,
  reason: 'invalid-date',
  message,
})

const afterSource = (pointer: string, attested: CivilDay): Fault => ({
  pointer,
  reason: 'after-source',
  message: `lies after its latest source appeared, on ${printDay(attested)}: undated means known only to lie before`,
  hint: `write [..${printDay(attested)}] or an earlier day`,
})
