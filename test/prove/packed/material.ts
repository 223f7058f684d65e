// What is asked: a synthetic timeline of any size, one event in three with an English title as well, and
// the same timeline after random edits. Events are made when they are needed: nothing holds all of them.
import type { StoredEvent } from '../../../src/domain/document/event.ts'
import { compareEvents } from '../../../src/domain/query/order.ts'
import type { StoredTimeline, EditionEntry } from '../../../src/edition/head.ts'
import { placesOf, randomEdits } from '../../support/synthetic-queries.ts'
import { randomFrom, synthetic, zipf, type EventsByOrdinal } from '../../support/synthetic.ts'

export interface Material {
  readonly timeline: StoredTimeline
  readonly edition: EditionEntry
  readonly events: EventsByOrdinal
}

/** What lies over the segment of a material. */
export interface Laid {
  readonly timeline: StoredTimeline
  readonly adds: readonly StoredEvent[]
  readonly places: readonly number[]
  readonly drops: readonly number[]
}

export function materialOf(count: number): Material {
  const { timeline, edition, listed } = synthetic(count)
  const at = (ordinal: number): StoredEvent | undefined => {
    const event = listed.at(ordinal)
    return event && withEnglish(event)
  }
  return { timeline, edition, events: { length: count, at } }
}

export function editsOver({ timeline, events }: Material, count: number): Laid {
  if (count === 0) return { timeline, adds: [], places: [], drops: [] }
  const { adds, drops, timeline: edited } = randomEdits(randomFrom(count), timeline, events, count)
  return { timeline: edited, adds, drops, places: placesOf(events, adds) }
}

/** The events after the edits in their order; told event by event of the segment. */
export function afterEach({ adds, drops }: Laid) {
  let [added, dropped] = [0, 0]
  return {
    /** The events that stand up to this one of the segment, and are not told yet. */
    upTo(event: StoredEvent, ordinal: number): StoredEvent[] {
      const before: StoredEvent[] = []
      for (let add = adds[added]; add && compareEvents(add, event) < 0; add = adds[++added])
        before.push(add)
      const isDropped = drops[dropped] === ordinal
      if (isDropped) dropped++
      return isDropped ? before : [...before, event]
    },
    rest: (): readonly StoredEvent[] => adds.slice(added),
  }
}

const syllables = ['ba', 'ri', 'to', 'nu', 'ke', 'sha', 'lo', 'mi', 'ven', 'ast', 'or', 'q']

/** @example latinWord(0) → 'ba'; latinWord(13) → 'riri' */
export function latinWord(rank: number): string {
  let [word, rest] = ['', rank]
  do {
    word += syllables[rest % syllables.length]
    rest = Math.floor(rest / syllables.length)
  } while (rest > 0)
  return word
}

function withEnglish(event: StoredEvent): StoredEvent {
  const { position } = event
  if (position % 3 !== 0) return event
  const random = randomFrom(position + 5)
  const words = Array.from({ length: 2 + (position % 7) }, () => latinWord(zipf(random, 3000)))
  const [first = '', ...others] = words
  const en = `${[first.toUpperCase(), ...others].join(' ')}.`
  return { ...event, title: { ...event.title, en } }
}
