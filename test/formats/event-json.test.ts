import { toJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EventJson, eventJson } from '../../src/formats/json/event-json.ts'
import { dated, shortWordsOf, wordsOf } from '../support/dates.ts'
import { timeline, timelineEvent } from '../support/feed.ts'
import { hostileFeed } from './hostile-feed.ts'

const options = { timeline: timeline(), url: 'https://timelines.example/e' }

test('texts are language maps, or strings where a language is asked for', () => {
  const event = timelineEvent({ when: dated('2020-02-01/2020-02-10', 'span') })
  expect(eventJson(event, options)).toMatchObject({
    title: { 'zh-Hans': '党支部成立', en: 'Party branches are formed' },
    date: { words: { 'zh-Hans': '2020年2月1日至10日', en: '1–10 February 2020' } },
  })
  expect(eventJson(event, { ...options, language: 'en' })).toMatchObject({
    title: 'Party branches are formed',
    date: { words: '1–10 February 2020' },
  })
})

test('a language that the event lacks falls back to the timeline’s', () => {
  const event = timelineEvent({ title: { 'zh-Hans': '党支部成立' } })
  expect(eventJson(event, { ...options, language: 'fr' }).title).toBe('党支部成立')
})

test('days are ISO days, or null where the date has no bound', () => {
  const event = timelineEvent({ when: dated('../2020-02-24', 'asOf'), statedDate: '截至2月24日' })
  expect(eventJson(event, options).date).toEqual({
    edtf: '../2020-02-24',
    kind: 'asOf',
    stated: '截至2月24日',
    words: wordsOf(event.when),
    short: shortWordsOf(event.when),
    earliest: null,
    latest: '2020-02-24',
    named: { from: '2020-02-24', to: '2020-02-24' },
    anchor: '2020-02-24',
    precision: 'day',
    approximate: false,
    uncertain: false,
  })
})

test('an instant has its clock time in the timeline’s time zone', () => {
  const event = timelineEvent({ when: dated('2020-03-12T23:45:00Z', 'point') })
  expect(eventJson(event, options).date).toMatchObject({ anchor: '2020-03-13', time: '07:45' })
})

test('figures keep their range, bound and parts', () => {
  const figure = { label: { 'zh-Hans': '企业' }, value: 8, valueTo: 10, unit: { 'zh-Hans': '家' } }
  const event = timelineEvent({ measures: [{ ...figure, bound: 'over', parts: [figure] }] })
  const plain = { label: '企业', value: 8, valueTo: 10, unit: '家' }
  expect(eventJson(event, { ...options, language: 'en' }).measures).toEqual([
    { ...plain, bound: 'over', parts: [plain] },
  ])
})

test('what is written fits the schema, with and without a language', () => {
  const schema = v.strictObject(EventJson.entries)
  let seen = 0
  fc.assert(
    fc.property(hostileFeed, fc.constantFrom(undefined, 'en', 'fr'), (feed, language) => {
      for (const event of feed.events) {
        const json = eventJson(event, {
          timeline: feed.timeline,
          url: feed.links.event(event.id),
          ...(language !== undefined && { language }),
        })
        const read: unknown = JSON.parse(JSON.stringify(json))
        expect(v.parse(schema, read)).toEqual(read)
        seen++
      }
    }),
    { numRuns: 50, seed: 1 },
  )
  expect(seen).toBeGreaterThan(0)
})

test('the schema can be printed as JSON Schema', () => {
  expect(toJsonSchema(EventJson)).toMatchObject({
    type: 'object',
    required: expect.arrayContaining(['id', 'url', 'date', 'citations']),
  })
})
