// Our own calendars have each date twice, as EDTF and as the days of the event: which of them counts once a
// calendar program has moved the event.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay, printDay } from '../../../src/domain/date/civil-day.ts'
import type { TimelineDocument } from '../../../src/domain/document/timeline.ts'
import { compile } from '../../../src/edition/compile.ts'
import { ics } from '../../../src/formats/icalendar/ics.ts'
import { datesAround2020, instantsAround2020 } from '../../support/dates.ts'
import { document, source } from '../../support/document.ts'
import { feed } from '../../support/feed.ts'
import { askedBy, madeOf, planOf } from '../../support/import.ts'
import { documentsDated } from '../../support/timelines.ts'

const at = { edition: 1, instant: '2026-10-01T08:30:00Z' }

/** The calendar of a timeline, also of events that are dated vaguely. */
function calendarOf(whole: TimelineDocument): string {
  const { timeline, events } = compile(whole, null, at)
  const revised = events.map((event) => ({ ...event, revision: event.changed }))
  return ics.write(feed({ timeline, events: revised, vague: true }))
}

const empty = document({
  themes: [],
  actors: [],
  events: [],
  sources: [source({ published: '2030-01-01' })],
})

const answers = {
  source: 'town-news',
  'new/themes': 'none',
  'new/actors': 'none',
  'stretches/DTSTART': 'once',
  repeated: 'keep',
}

/** What was settled, and the dates by their UIDs, which begin with the id of their event. */
function readAs(calendar: string, more: object = {}) {
  const { result, settled } = planOf(calendar, { into: empty, answers: { ...answers, ...more } })
  const dates = new Map(result?.document.events.map(({ id, date }) => [id, date]))
  const byUid = Array.from(result?.memory.rows ?? [], ([id, { key }]) => {
    const uid = key.replace('key:', '').split('.')[0]
    return [uid, dates.get(id)] as const
  })
  return { dates: new Map(byUid), told: settled.find((line) => line.includes('without X-EDTF')) }
}

const days = /DTSTART;VALUE=DATE:(\d{8})\r\nDTEND;VALUE=DATE:(\d{8})/g

const iso = (day: string): string => day.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3')

/** The calendar with all events some days later, and X-EDTF as it was. */
const moved = (calendar: string, by: number): string => {
  const later = (day: string) => printDay((parseDay(iso(day)) ?? 0) + by).replaceAll('-', '')
  return calendar.replaceAll(
    days,
    (_, start: string, end: string) =>
      `DTSTART;VALUE=DATE:${later(start)}\r\nDTEND;VALUE=DATE:${later(end)}`,
  )
}

const shownIn = (calendar: string): string[] =>
  Array.from(calendar.matchAll(days), ([, start = '', end = '']) => {
    const last = printDay((parseDay(iso(end)) ?? 0) - 1)
    return iso(start) === last ? last : `${iso(start)}/${last}`
  })

const documents = documentsDated(fc.oneof(datesAround2020, instantsAround2020))

describe('a calendar of ours', () => {
  it('keeps the date of X-EDTF while its days are those that we show for it', () => {
    let seen = 0
    fc.assert(
      fc.property(documents, (whole) => {
        const listed = whole.events.filter(({ status }) => status !== 'withdrawn')
        fc.pre(listed.length > 0)
        seen += listed.length
        const calendar = calendarOf(whole)
        expect(readAs(calendar)).toEqual({
          dates: new Map(listed.map(({ id, date }) => [id, date])),
          told: undefined,
        })
      }),
      { numRuns: 40 },
    )
    expect(seen).toBeGreaterThan(0)
  })

  it('has the days of the calendar once they were moved, and says so', () => {
    fc.assert(
      fc.property(documents, fc.integer({ min: 1, max: 60 }), (whole, by) => {
        const listed = whole.events.filter(({ status }) => status !== 'withdrawn')
        fc.pre(listed.length > 0)
        const calendar = moved(calendarOf(whole), by)
        const { dates, told = '' } = readAs(calendar, { moved: 'days' })
        expect([...dates.values()].toSorted()).toEqual(shownIn(calendar).toSorted())
        expect(told).toContain(`${listed.length} event`)
        expect(told).toContain(`, not ${/X-EDTF:(.*)/.exec(calendar)?.[1]?.replaceAll('\\', '')}`)
      }),
      { numRuns: 40 },
    )
  })
})

describe('an event of a calendar', () => {
  const calendar = (...lines: readonly string[]) =>
    [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'UID:a',
      ...lines,
      'SUMMARY:A',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n')

  it.each([
    ['a time of the day', 'DTSTART:20200305T100000Z', 'X-EDTF:2020-03-05', '2020-03-05T10:00Z'],
    ['a longer end', 'DTEND;VALUE=DATE:20200308', 'X-EDTF:2020-03-05', '2020-03-05/2020-03-07'],
    ['no end', '', 'X-EDTF:2020-03', '2020-03-05'],
    ['an X-EDTF that is no date', '', 'X-EDTF:next year', '2020-03-05'],
  ])('that was given %s is no longer that of its X-EDTF', (_, line, edtf, date) => {
    const day = line.startsWith('DTSTART') ? [] : ['DTSTART;VALUE=DATE:20200305']
    const file = calendar(...day, ...(line === '' ? [] : [line]), edtf)
    const { settled, result } = planOf(file, { into: empty, answers })
    expect(result?.document.events.map((event) => event.date)).toEqual([date])
    expect(settled.join(' ')).toContain(`row 1 is ${date.replace('Z', '')}`.slice(0, 19))
    expect(settled.join(' ')).toContain(edtf.replace('X-EDTF:', ', not '))
  })

  it('is asked about where it is on the day of its time in another zone', () => {
    const file = calendar('DTSTART;VALUE=DATE:20200305', 'X-EDTF:2020-03-05T20:00Z')
    const dateBy = (moved: string) =>
      madeOf(file, { into: empty, answers: { ...answers, moved } }).document.events[0]?.date
    expect(askedBy(file, { into: empty, answers })).toEqual(['moved'])
    expect(dateBy('edtf')).toBe('2020-03-05T20:00Z')
    expect(dateBy('days')).toBe('2020-03-05')
    const there = { ...empty, timeZone: 'Europe/London' }
    expect(askedBy(file, { into: there, answers })).toEqual([])
    const { memory } = madeOf(file, { into: empty, answers: { ...answers, moved: 'edtf' } })
    expect([...memory.answers.keys()]).not.toContain('moved')
  })

  it('has the date of X-EDTF alone where it has no other', () => {
    const file = calendar('X-EDTF:[2020-01-26\\,2020-01-29]')
    expect(madeOf(file, { into: empty, answers }).document.events[0]?.date).toBe(
      '[2020-01-26,2020-01-29]',
    )
  })
})
