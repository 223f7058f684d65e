import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysInMonth } from '../../src/domain/date/civil-day.ts'
import { printEdtf } from '../../src/domain/date/edtf.ts'
import { kindOf } from '../../src/domain/date/kinds.ts'
import type { DateKind } from '../../src/domain/date/when.ts'
import type { FormatInput } from '../../src/formats/format.ts'
import { timelineJs } from '../../src/formats/timelinejs.ts'
import data from '../domain/date-vectors.json' with { type: 'json' }
import { dated, edtfDates } from '../support/dates.ts'
import { feed, timeline, timelineEvent } from '../support/feed.ts'
import { hostileFeed, idsOf } from './hostile-feed.ts'

interface Parts {
  readonly year?: number
  readonly month?: number
  readonly day?: number
}

interface Slide {
  readonly unique_id: string
  readonly start_date: Parts
  readonly end_date?: Parts
  readonly display_date: string
  readonly group?: string
  readonly text: { readonly headline: string; readonly text: string }
}

interface Written {
  readonly title: Slide
  readonly events: readonly Slide[]
}

const written = (given: FormatInput): Written => JSON.parse(timelineJs.write(given))

const civilDate = (...[year, month, day]: [number, number, number]): boolean =>
  year >= 1 &&
  year <= 9999 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= daysInMonth(year, month)

/** How many parts the most precise of the dates has: three of 2020-02-03/2020, two of 2020-02-XX. */
const longest = (edtf: string): number =>
  Math.max(...(edtf.match(/\d[\dX]{3}(?:-\d\d)*/g) ?? []).map((date) => date.split('-').length))

const slideOf = (date: string, kind: DateKind): Slide | undefined =>
  written(feed({ events: [timelineEvent({ when: dated(date, kind) })] })).events[0]

describe('dates', () => {
  test.each([
    ['2020-01-26', 'point', { year: 2020, month: 1, day: 26 }, undefined],
    [
      '2020-03-12T23:45:00Z',
      'point',
      { year: 2020, month: 3, day: 13, hour: 7, minute: 45 },
      undefined,
    ],
    ['2020-02', 'span', { year: 2020, month: 2 }, undefined],
    ['2020-02-XX', 'point', { year: 2020, month: 2 }, undefined],
    ['2020', 'span', { year: 2020 }, undefined],
    ['202X', 'point', { year: 2020 }, { year: 2029 }],
    ['2019/2020-03', 'span', { year: 2019 }, { year: 2020, month: 3 }],
    ['2020-01-24/..', 'since', { year: 2020, month: 1, day: 24 }, undefined],
    ['../2020-02-24', 'asOf', { year: 2020, month: 2, day: 24 }, undefined],
    ['/1985', 'until', { year: 1985 }, undefined],
    [
      '[2020-01-27..2020-03-13]',
      'point',
      { year: 2020, month: 1, day: 27 },
      { year: 2020, month: 3, day: 13 },
    ],
  ] as const)('%s (%s) has the parts that the source gives', (date, kind, start, end) => {
    const slide = slideOf(date, kind)
    expect(slide?.start_date).toEqual(start)
    expect(slide?.end_date).toEqual(end)
  })

  test('all parts are numbers of the calendar, and as many as the source gives', () => {
    fc.assert(
      fc.property(edtfDates, (date) => {
        const edtf = printEdtf(date)
        const when = dated(edtf, kindOf(date))
        const [slide] = written(feed({ events: [timelineEvent({ when })], vague: true })).events
        for (const parts of slide ? [slide.start_date, slide.end_date ?? {}] : []) {
          const { year = 1, month = 1, day = 1 } = parts
          expect(civilDate(year, month, day), edtf).toBe(true)
          expect(edtf.includes('T') || Object.keys(parts).length <= longest(edtf)).toBe(true)
        }
      }),
    )
  })

  test('every date is displayed in words', () => {
    const vectors = data.vectors.filter(
      ({ zh, edtf, kind }) => zh && edtf[0] !== '-' && kind !== 'undated',
    )
    expect(vectors.length).toBeGreaterThan(10)
    for (const { edtf, kind, zh } of vectors) {
      expect(slideOf(edtf, kind as DateKind)?.display_date).toBe(zh)
    }
  })
})

describe('what TimelineJS cannot place', () => {
  const given = feed({
    events: [
      timelineEvent(),
      timelineEvent({ id: 'bc', when: dated('-0043-03-15', 'point') }),
      timelineEvent({ id: 'undated', when: dated('[..2020-03-13]', 'undated') }),
    ],
    language: 'en',
  })

  test('is left out, counted, and to be found on the page', () => {
    const { title, events } = written(given)
    expect(events.map((slide) => slide.unique_id)).toEqual(['branches-formed'])
    expect(title.text.text).toContain('cannot show 2 events that are undated or BC')
    expect(title.text.text).toContain(given.links.page)
  })

  test('is followed by the address that its sentence ends with, not by the licence', () => {
    const licence = { name: { en: 'CC BY 4.0' }, url: 'https://licence.example/' }
    const { title } = written({
      ...given,
      timeline: timeline({ licence, credit: { en: 'The editors' } }),
    })
    const [address, note] = title.text.text.split('</p>').slice(0, -1).toReversed()
    expect(note).toContain('The whole answer:')
    expect(address).toContain(given.links.page)
  })

  test('is none of those that a page says to have', () => {
    const { title } = written({ ...given, total: 12 })
    expect(title.text.text).toContain('12 events, 1 of them on this page')
  })

  test('stands on its anchor where vague dates are wanted, except years that it does not have', () => {
    const { title, events } = written({ ...given, vague: true })
    expect(events.map((slide) => slide.unique_id)).toEqual(['branches-formed', 'undated'])
    expect(events[1]).toMatchObject({
      start_date: { year: 2020, month: 3, day: 13 },
      display_date: 'on or before 13 March 2020',
    })
    expect(title.text.text).toContain('cannot show 1 event that is undated or BC')
  })
})

test('events are grouped by their first theme', () => {
  const events = [timelineEvent({ themes: ['reopening', 'prevention'] })]
  expect(written(feed({ events })).events[0]?.group).toBe('复工复产')
})

test('the source’s own words for the date stand in the text', () => {
  const events = [timelineEvent({ statedDate: '除夕' })]
  expect(written(feed({ events })).events[0]?.text.text).toContain('除夕')
})

test('no text is markup, not even where the library decodes twice; what is held back is counted', () => {
  let seen = 0
  fc.assert(
    fc.property(hostileFeed, (given) => {
      const { title, events } = written(given)
      const vague = given.events.filter(({ when }) => when.kind === 'undated').map(({ id }) => id)
      const placed = given.vague ? idsOf(given) : idsOf(given).filter((id) => !vague.includes(id))
      expect(events.map((slide) => slide.unique_id)).toEqual(placed)
      for (const { text, display_date, group } of [title, ...events]) {
        expect(text.headline).not.toMatch(/[<>]|&(?!#x[\da-f]+;|gt;)/i)
        expect(text.text.replace(ownMarkup, '')).not.toMatch(/[<>]/)
        for (const twice of [display_date, group ?? '']) {
          expect(decoded(twice ?? '')).not.toMatch(/[<>]/)
        }
        seen++
      }
      expect(timelineJs.write(given)).toBe(timelineJs.write(given))
    }),
    { numRuns: 100, seed: 5 },
  )
  expect(seen).toBeGreaterThan(0)
})

const ownMarkup =
  /<br\/>|<\/?(?:p|em|strong|ul|li|blockquote|cite|span)(?: (?:lang|cite)="[^"<>]*")*>|<a href="https:[^"<>]*"(?: rel="[^"<>]*")?>|<\/a>/g

const decoded = (html: string): string =>
  html.replace(/&(?:#x([\da-f]+)|gt);/gi, (_, code: string | undefined) =>
    code === undefined ? '>' : String.fromCodePoint(Number.parseInt(code, 16)),
  )
