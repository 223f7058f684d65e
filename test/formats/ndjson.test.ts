import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventJson } from '../../src/formats/json/event-json.ts'
import { ndjson } from '../../src/formats/json/ndjson.ts'
import { feed } from '../support/feed.ts'
import { hostileFeed, idsOf } from './hostile-feed.ts'

const eventsOf = (text: string) =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))

test('every line is one event with all its languages', () => {
  const given = feed()
  expect(eventsOf(ndjson.write(given))).toEqual(
    given.events.map((event) =>
      eventJson(event, { timeline: given.timeline, url: given.links.event(event.id) }),
    ),
  )
})

test('no event is an empty text', () => {
  expect(ndjson.write(feed({ events: [] }))).toBe('')
})

test('any text comes back to the character, line by line and again the same', () => {
  let seen = 0
  fc.assert(
    fc.property(hostileFeed, (given) => {
      const written = ndjson.write(given)
      const read = eventsOf(written)
      expect(read.map(({ id }) => id)).toEqual(idsOf(given))
      expect(read.map(({ title, citations }) => [title, citations])).toEqual(
        given.events.map(({ title, citations }) => [title, citations]),
      )
      expect([...(ndjson.parts?.(given) ?? [])].join('')).toBe(written)
      expect(ndjson.write(given)).toBe(written)
      seen += read.length
    }),
    { numRuns: 100, seed: 2 },
  )
  expect(seen).toBeGreaterThan(0)
})
