// The kinds of query that are measured, each made anew with other values for every round.
import { civilDay } from '../../../src/domain/date/civil-day.ts'
import { everything, only, type EventQuery } from '../../../src/domain/query/event-query.ts'
import { word, zipf, type Sizes } from '../../support/synthetic.ts'

type Make = (random: () => number, sizes: Sizes) => Partial<EventQuery>

const theme = (random: () => number, { themes }: Sizes): string => `theme-${zipf(random, themes)}`
const actor = (random: () => number, { actors }: Sizes): string => `actor-${zipf(random, actors)}`

/** Days from the 15th of some month of 1950 to 2019. */
const window = (random: () => number, days: number): EventQuery['window'] => {
  const from = civilDay(1950 + Math.floor(random() * 69), 1 + Math.floor(random() * 12), 15)
  return { ...everything.window, from, to: from + days }
}

export const kinds: Readonly<Record<string, Make>> = {
  everything: () => ({}),
  'newest first': () => ({ sort: '-date' }),
  'last changed first': () => ({ sort: '-updated' }),
  'a theme': (random, sizes) => ({ themes: [only(theme(random, sizes))] }),
  'two themes': (random, sizes) => ({
    themes: [only(theme(random, sizes)), only(theme(random, sizes))],
  }),
  'without a theme': (random, sizes) => ({
    themes: [{ any: [theme(random, sizes)], exclude: true }],
  }),
  'an actor': (random, sizes) => ({ actors: [only(actor(random, sizes))] }),
  'a group and its members': (random, { actors }) => ({
    actors: [only(`actor-${Math.floor(random() * (actors / 40)) * 40 + 7}`)],
  }),
  'a source': (random, { sources }) => ({ sources: [only(`source-${zipf(random, sources)}`)] }),
  'a week': (random) => ({ window: window(random, 6) }),
  'a year': (random) => ({ window: window(random, 364) }),
  'ten years, certainly': (random) => ({ window: { ...window(random, 3652), match: 'certain' } }),
  'a theme in a year': (random, sizes) => ({
    themes: [only(theme(random, sizes))],
    window: window(random, 364),
  }),
  'an actor and a theme': (random, sizes) => ({
    themes: [only(theme(random, sizes))],
    actors: [only(actor(random, sizes))],
    sort: '-date',
  }),
  'a word': (random) => ({ terms: [word(zipf(random, 20_000))] }),
  'two words': (random) => ({
    terms: [word(zipf(random, 500)), word(500 + zipf(random, 19_000))].toSorted(),
  }),
  'four characters': (random) => ({ terms: [word(zipf(random, 300)) + word(zipf(random, 300))] }),
}

export const queryOf = (kind: string, random: () => number, sizes: Sizes): EventQuery => ({
  ...everything,
  ...kinds[kind]?.(random, sizes),
})
