import { describe, expect, it } from 'vitest'
import { printDay } from '../../src/domain/date/civil-day.ts'
import type { DateKind } from '../../src/domain/date/when.ts'
import { calendarDate } from '../../src/formats/icalendar/calendar-date.ts'
import vectors from '../domain/date-vectors.json' with { type: 'json' }
import { dated } from '../support/dates.ts'
import { timelineEvent } from '../support/feed.ts'

const accepted = vectors.vectors.filter((vector) => vector.refused === undefined)

function shown(
  edtf: string,
  kind: DateKind,
  { vague = false, status = 'confirmed' as const } = {},
) {
  const date = calendarDate(timelineEvent({ when: dated(edtf, kind), status }), vague)
  return date && `${printDay(date.start)} to before ${printDay(date.end)} ${date.status}`
}

describe('the days that a calendar shows', () => {
  it('are those of every date vector', () => {
    expect(accepted.length).toBeGreaterThan(15)
    for (const { edtf, kind, ics } of accepted) {
      const date = calendarDate(timelineEvent({ when: dated(edtf, kind as DateKind) }), false)
      const basic = (day: number) => printDay(day).replaceAll('-', '')
      expect(
        date && {
          'DTSTART;VALUE=DATE': basic(date.start),
          'DTEND;VALUE=DATE': basic(date.end),
          STATUS: date.status,
        },
        edtf,
      ).toEqual(ics)
    }
  })

  it.each<[string, DateKind, string | null]>([
    ['2020-01-01/2020-01-31', 'span', '2020-01-01 to before 2020-02-01 CONFIRMED'],
    ['2020-01-01/2020-02-01', 'span', null],
    ['2020-02-01~/2020-02-10', 'span', '2020-02-01 to before 2020-02-11 TENTATIVE'],
    ['2020-02-01/2020-02-01', 'span', '2020-02-01 to before 2020-02-02 CONFIRMED'],
    ['[2020-01-01..2020-01-31]', 'point', '2020-01-01 to before 2020-02-01 TENTATIVE'],
    ['[2020-01-01..2020-02-01]', 'point', null],
    ['[2020-01-26,2020-01-28]', 'point', '2020-01-26 to before 2020-01-29 TENTATIVE'],
    ['2020-01-26?', 'point', '2020-01-26 to before 2020-01-27 TENTATIVE'],
    ['2020-02-29', 'point', '2020-02-29 to before 2020-03-01 CONFIRMED'],
    ['2020-01/..', 'since', '2020-01-01 to before 2020-02-01 TENTATIVE'],
    ['../2020', 'asOf', null],
    ['2020-02-01/2020-02', 'span', '2020-02-01 to before 2020-03-01 TENTATIVE'],
    ['/2020-02-24', 'until', '2020-02-24 to before 2020-02-25 CONFIRMED'],
    ['2020-03-12T23:45:00Z', 'point', '2020-03-13 to before 2020-03-14 CONFIRMED'],
    ['0001-01-01', 'point', '0001-01-01 to before 0001-01-02 CONFIRMED'],
    ['0000-12-31', 'point', null],
    ['0000-12-31/0001-01-02', 'span', null],
    ['-0043-03-15/..', 'since', null],
    ['9999-12-30', 'point', '9999-12-30 to before 9999-12-31 CONFIRMED'],
    ['9999-12-20/9999-12-31', 'span', null],
  ])('of %s as %s are %s', (edtf, kind, expected) => {
    expect(shown(edtf, kind)).toBe(expected)
  })

  it.each<[string, DateKind, string | null]>([
    ['2020-03-07/2020-12-31', 'span', '2020-03-07 to before 2020-03-08 CONFIRMED'],
    ['[2020-01-27..2020-03-13]', 'point', '2020-03-13 to before 2020-03-14 TENTATIVE'],
    ['[..2020-03-13]', 'undated', '2020-03-13 to before 2020-03-14 TENTATIVE'],
    ['202X', 'point', '2020-01-01 to before 2020-01-02 TENTATIVE'],
    ['9999-12-20/9999-12-31', 'span', '9999-12-20 to before 9999-12-21 CONFIRMED'],
    ['2020-02-01/2020-02-10', 'span', '2020-02-01 to before 2020-02-11 CONFIRMED'],
    ['2020-02/2020-05-10', 'span', '2020-02-01 to before 2020-02-02 TENTATIVE'],
    ['2020', 'span', '2020-01-01 to before 2020-01-02 CONFIRMED'],
    ['2020/..', 'since', '2020-01-01 to before 2020-01-02 TENTATIVE'],
    ['../2020', 'asOf', '2020-12-31 to before 2021-01-01 TENTATIVE'],
    ['-0043-03-15', 'point', null],
    ['9999-12-31', 'point', null],
  ])('of %s as %s are, with vague dates included, %s', (edtf, kind, expected) => {
    expect(shown(edtf, kind, { vague: true })).toBe(expected)
  })

  it('are tentative where the event is disputed', () => {
    const disputed = timelineEvent({ status: 'disputed' })
    expect(calendarDate(disputed, false)?.status).toBe('TENTATIVE')
  })
})
