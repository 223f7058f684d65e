// Faults of dates in a document: each fault is told once, and no second one that may be false.
import { describe, expect, it } from 'vitest'
import { checkDocument } from '../../src/domain/check/rules.ts'
import type { Fault } from '../../src/domain/check/fault.ts'
import { citation, document, event, source } from '../support/document.ts'

const faultsOf = (value: unknown): Fault[] => {
  const checked = checkDocument(value)
  return checked.ok ? [] : checked.failure
}
const placesOf = (value: unknown) =>
  faultsOf(value).map(({ pointer, reason }) => `${pointer} ${reason}`)

const withEvent = (overrides: Parameters<typeof event>[0]) =>
  document({ events: [event(overrides)] })
const withSource = (overrides: Parameters<typeof source>[0]) =>
  document({ sources: [source(overrides)] })
/** The source appeared on 2020-03-13 in Shanghai. */
const undated = { kind: 'undated' as const, citations: [citation()] }

describe('the day of publication of a source', () => {
  it.each([
    ['2020-03-13T07:45:00.000Z', 'time-fraction'],
    ['2020-03-13T07:45:00.5+08:00', 'time-fraction'],
    ['2020-21', 'not-a-publication'],
    ['2020-13', 'no-month'],
    ['2020-02-30', 'no-day'],
    ['2020-03-13T24:00Z', 'no-time'],
    ['2020-02~', 'not-a-publication'],
  ])('%s is refused as %s', (published, rule) => {
    const faults = faultsOf(withSource({ published }))
    expect(faults.map(({ pointer, broken }) => [pointer, broken.rule])).toEqual([
      ['/sources/0/published', rule],
    ])
  })
})

describe('the date of an authority', () => {
  const of = (date: string) =>
    placesOf(document({ authority: { domain: 'timelines.example', date } }))

  it.each(['2024', '2024-02', '2024-02-29'])('may be %s', (date) => {
    expect(of(date)).toEqual([])
  })

  it.each(['2026-02-30', '2026-13', '2026-00', '2026-21', '2026-31-01', '2025-02-29', '2026/01'])(
    'is not %s',
    (date) => {
      expect(of(date)).toEqual(['/authority/date wrong-form'])
    },
  )
})

describe('only what can be read is compared', () => {
  it.each<[string, unknown, string[]]>([
    [
      'an unknown source, which may be the latest of an undated event',
      withEvent({
        ...undated,
        date: '[..2020-03-20]',
        citations: [citation(), citation({ source: 'later-news' })],
      }),
      ['/events/0/citations/1/source unknown-source'],
    ],
    [
      'a source without readable day, which may be the latest of an undated event',
      document({
        sources: [source(), source({ id: 'later', published: '2020/04/01' })],
        events: [
          event({
            ...undated,
            date: '[..2020-03-20]',
            citations: [citation(), citation({ source: 'later' })],
          }),
        ],
      }),
      ['/sources/1/published wrong-form'],
    ],
    [
      'two sources of one id, of which either may be cited',
      document({
        sources: [source({ published: '2020-04-01' }), source()],
        events: [event({ ...undated, date: '[..2020-03-20]' })],
      }),
      ['/sources/1/id duplicate-id'],
    ],
    [
      'a time zone without which the day of an instant is not known',
      {
        ...document({
          sources: [source({ published: '2020-03-12T23:45:00Z' })],
          events: [event({ ...undated, date: '[..2020-03-13]' })],
        }),
        timeZone: 'Asia/shanghai',
      },
      ['/timeZone wrong-form'],
    ],
    [
      'a time zone without which the year of an instant is not known',
      {
        ...document({
          sources: [source({ published: '9999-12-31T23:00:00-05:00' })],
          events: [event({ kind: 'point', date: '9999-12-31T23:00-05:00' })],
        }),
        timeZone: 'America/New York',
      },
      ['/timeZone wrong-form'],
    ],
    [
      'a time zone, and an undated event after a source whose day is known',
      {
        ...document({
          sources: [source({ published: '2020-03-13' })],
          events: [event({ ...undated, date: '[..2020-03-14]' })],
        }),
        timeZone: 'Asia/shanghai',
      },
      ['/timeZone wrong-form', '/events/0/date after-source'],
    ],
  ])('not %s', (_, value, places) => {
    expect(placesOf(value)).toEqual(places)
  })
})
