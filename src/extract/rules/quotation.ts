// Today, yesterday, tomorrow: counted from the day on which they were said. In a quotation that is the
// story's own or the source's; in the record of a sitting, printed the day after, the sitting's.
import type { CivilDay } from '../../domain/date/civil-day.ts'
import { plain } from '../reasons/reason.ts'
import { composePhrase, type Composed, type Place } from './compose.ts'
import type { Phrase } from './stated.ts'

/** The longest quotation that is looked back through. */
const reach = 300

/** A quotation within one does not end it. */
const quotes = [
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
] as const

/** Today, yesterday, this morning without another name of the day. */
export const isOfSource = ({ from: { stated, besides }, to }: Phrase): boolean =>
  stated.is === 'shift' &&
  stated.unit === 'day' &&
  stated.from === 'source' &&
  besides.length === 0 &&
  to === undefined

/** Such words between quotation marks. */
export function isQuoted(text: string, phrase: Phrase): boolean {
  if (!isOfSource(phrase)) return false
  const { start } = phrase
  const earlier = text.slice(Math.max(0, start - reach), start)
  const line = earlier.slice(earlier.lastIndexOf('\n') + 1)
  return quotes.some(([open, close]) => line.lastIndexOf(open) > line.lastIndexOf(close))
}

/** Such words counted from another day of the text, and from the source's. */
export function composeFrom(
  day: CivilDay | null,
  phrase: Phrase,
  place: Place,
  rule: 'day-of-quotation' | 'two-bases',
): Composed {
  const { scene } = place
  const bySource = composePhrase(phrase, place)
  if (day === null || day === scene.day) return bySource
  return eitherReading(
    composePhrase(phrase, { ...place, scene: { ...scene, day } }),
    bySource,
    rule,
  )
}

/** Two ways to read the same words; where they agree there is nothing to choose. */
export function eitherReading(
  first: Composed,
  second: Composed,
  rule: 'day-of-quotation' | 'two-bases',
): Composed {
  const dates = new Set(first.readings.map(({ date }) => date))
  const more = second.readings.filter(({ date }) => !dates.has(date))
  if (more.length === 0) return first
  return {
    readings: [...first.readings, ...more],
    open: plain(rule),
    named: [...first.named, ...second.named],
    namedOpen: true,
  }
}
