// Today, yesterday, tomorrow in a quotation: counted from the day on which they were said, which is
// the story's own or the source's.
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

/** Such words between quotation marks, without another name of the day. */
export function isQuoted(text: string, { start, from: { stated, besides } }: Phrase): boolean {
  if (stated.is !== 'shift' || stated.unit !== 'day' || stated.from !== 'source') return false
  if (besides.length > 0) return false
  const earlier = text.slice(Math.max(0, start - reach), start)
  const line = earlier.slice(earlier.lastIndexOf('\n') + 1)
  return quotes.some(([open, close]) => line.lastIndexOf(open) > line.lastIndexOf(close))
}

export function composeQuoted(phrase: Phrase, place: Place): Composed {
  const { scene } = place
  const bySource = composePhrase(phrase, place)
  if (scene.story === null || scene.story === scene.day) return bySource
  const byStory = composePhrase(phrase, { ...place, scene: { ...scene, day: scene.story } })
  return {
    readings: [...byStory.readings, ...bySource.readings],
    open: plain('day-of-quotation'),
    named: [...byStory.named, ...bySource.named],
    namedOpen: true,
  }
}
