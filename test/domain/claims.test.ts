import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isToTheDay, sectionOf, spanEnds, spanOf, windowOf } from '../../src/domain/date/claims.ts'
import { printDay } from '../../src/domain/date/civil-day.ts'
import { printEdtf } from '../../src/domain/date/edtf.ts'
import { kindOf, type DateKind } from '../../src/domain/date/kinds.ts'
import { countTimes, sectionsOf, sumOf } from '../../src/domain/query/counts.ts'
import { dated, datesAround2020, edtfDates } from '../support/dates.ts'

describe('an event stands in the month that holds the day it names [fault 1.1]', () => {
  test.each<[string, DateKind, string]>([
    ['2020-02-24', 'point', '2020-02'],
    ['2020-03-12T23:45Z', 'point', '2020-03'],
    ['2020-02~', 'point', '2020-02'],
    ['2020-02-XX', 'point', '2020-02'],
    ['[2020-02-01..2020-02-10]', 'point', '2020-02'],
    ['[2020-01-26,2020-01-28]', 'point', '2020-01'],
    ['[2020-01-27..2020-03-13]', 'point', 'window 2020-01/2020-03'],
    ['[2020-01-31,2020-02-01]', 'point', 'window 2020-01/2020-02'],
    ['1980%', 'point', 'window 1980-01/1980-12'],
    ['202X', 'point', 'window 2020-01/2029-12'],
    ['-0043-03-15', 'point', '-0043-03'],
    ['2020-02-24/2020-12-31', 'span', '2020-02'],
    ['2020-02/2020-03', 'span', '2020-02'],
    ['2020-02/2020', 'span', '2020-02'],
    ['2020', 'span', '2020-01'],
    ['2019/2020-03', 'span', 'window 2019-01/2019-12'],
    // It began no later than it ended.
    ['2020/2020-01', 'span', '2020-01'],
    ['2020-01-24/..', 'since', '2020-01'],
    ['2020-01/', 'since', '2020-01'],
    ['2019/..', 'since', 'window 2019-01/2019-12'],
    ['../2020-02-24', 'asOf', '2020-02'],
    ['../2020', 'asOf', 'window 2020-01/2020-12'],
    ['/2020-02-24', 'until', '2020-02'],
    ['/1985', 'until', 'window 1985-01/1985-12'],
    ['[..2020-03-13]', 'undated', 'undated'],
  ])('%s as %s in %s', (date, kind, expected) => {
    const when = dated(date, kind)
    const window = windowOf(when)
    expect(sectionOf(when) + (window === null ? '' : ` ${window}`)).toBe(expected)
  })

  test('of any date: only if no day that it may name lies in another month', () => {
    fc.assert(
      fc.property(datesAround2020, ([date, kind]) => {
        const when = dated(date, kind)
        const { named, earliest, latest } = when
        const [first, last] = named ?? [0, -1]
        // What it names lies within its bounds.
        expect(named === null).toBe(kind === 'undated')
        expect(first >= (earliest ?? first) && last <= (latest ?? last)).toBe(true)
        const months = new Set<string>()
        for (let day = first; day <= last; day++) months.add(printDay(day).slice(0, -3))
        const rest = named === null ? 'undated' : 'window'
        expect(sectionOf(when)).toBe(months.size === 1 ? [...months][0] : rest)
      }),
    )
  })
})

describe('an event is known to the day', () => {
  test.each<[string, DateKind, boolean]>([
    ['2020-01-26', 'point', true],
    ['2020-01-26~', 'point', false],
    ['2020-01-26?', 'point', false],
    ['2020-01-26%', 'point', false],
    ['2020-03-12T23:45Z', 'point', true],
    ['2020-02', 'point', false],
    ['2020-02-XX', 'point', false],
    ['[2020-01-26..2020-01-29]', 'point', false],
    ['2020-02-01/2020-02-10', 'span', true],
    ['2020-02-01~/2020-02-10', 'span', false],
    ['2020-02-01/2020-02', 'span', false],
    ['2020-01/2020-02-10', 'span', false],
    ['2020-02', 'span', true],
    ['2020', 'span', true],
    ['-0043', 'span', true],
    ['-0044-02-01/-0043-03', 'span', false],
    ['2020-02~', 'span', false],
    ['2020-01-31/2020-01', 'span', true],
    ['2020-02/2020-02-01', 'span', true],
    ['2020-01-24/..', 'since', true],
    ['2020-01/', 'since', false],
    ['../2020-02-24', 'asOf', true],
    ['../2020-02', 'asOf', false],
    ['/2020-02-24', 'until', true],
    ['/2020', 'until', false],
    ['[..2020-03-13]', 'undated', false],
  ])('%s as %s: %s', (date, kind, expected) => {
    expect(isToTheDay(dated(date, kind))).toBe(expected)
  })

  test('if its bounds leave no choice, whatever its form', () => {
    const forms = fc.oneof(
      datesAround2020,
      edtfDates.map((edtf) => [printEdtf(edtf), kindOf(edtf)] as const),
    )
    fc.assert(
      fc.property(forms, ([date, kind]) => {
        const when = dated(date, kind)
        const { earliest, latest, named, sure, approximate, uncertain } = when
        const isSure =
          kind === 'span'
            ? sure?.[0] === earliest && sure?.[1] === latest
            : named !== null && named[0] === named[1]
        expect(isToTheDay(when), date).toBe(isSure && !approximate && !uncertain)
      }),
    )
  })
})

test('the counts of months and rest add up to the number of events', () => {
  fc.assert(
    fc.property(fc.array(datesAround2020, { maxLength: 40 }), (dates) => {
      const times = countTimes(dates.map(([date, kind]) => dated(date, kind)))
      expect(sumOf(times.month) + sumOf(times.window) + times.undated).toBe(dates.length)
      const sections = sectionsOf(times, false)
      expect(sections.reduce((sum, [, count]) => sum + count, 0)).toBe(dates.length)
      expect(sectionsOf(times, true)).toEqual(sections.toReversed())
      const months = sections.map(([id]) => id).filter((id) => id.startsWith('2'))
      expect(months).toEqual(months.toSorted())
    }),
  )
})

describe('the span of events', () => {
  const span = (...dates: [string, DateKind][]) =>
    spanOf(dates.map(([date, kind]) => dated(date, kind)))

  test('is as precise as what they name', () => {
    expect(span(['2020-01-24', 'point'], ['2020-03', 'point'])).toEqual({
      first: '2020-01-24',
      last: '2020-03',
    })
    expect(span(['1980~', 'point'])).toEqual({ first: '1980', last: '1980' })
    expect(span(['202X', 'point'], ['-0043-03-15', 'point'])).toEqual({
      first: '-0043-03-15',
      last: '2029',
    })
  })

  test('ends with the last day of what lasted', () => {
    expect(span(['2020-03-07/2020-12-31', 'span'], ['../2020-03-13', 'asOf'])).toEqual({
      first: '2020-03-07',
      last: '2020-12-31',
    })
    expect(span(['1990', 'point'], ['2019/2023', 'span'])).toEqual({ first: '1990', last: '2023' })
    expect(span(['2023', 'span'])).toEqual({ first: '2023-01-01', last: '2023-12-31' })
    // It surely covered no day.
    expect(span(['2019/2019-03', 'span'])?.last).toBe('2019-03')
    expect(span(['2020-01-24/..', 'since'])?.last).toBe('2020-01-24')
  })

  test('of parts is that of the whole, also as it is stored', () => {
    fc.assert(
      fc.property(fc.array(fc.array(datesAround2020)), (parts) => {
        const whens = parts.map((part) => part.map(([date, kind]) => dated(date, kind)))
        const stored = structuredClone(whens.map(spanEnds))
        expect(spanOf(stored.flat())).toEqual(spanOf(whens.flat()))
        const lasted = whens.flat().filter(({ kind }) => kind === 'span')
        const latest = Math.max(...lasted.map((when) => when.latest ?? -Infinity))
        const end = spanEnds(lasted).at(-1)?.ended?.[1]
        expect(end ?? -Infinity).toBe(latest)
      }),
    )
  })

  test('of stored dates without an end is as it was stored', () => {
    const day = dated('2020-03-07', 'point').named
    expect(spanOf([{ named: day, precision: 'day' }])).toEqual({
      first: '2020-03-07',
      last: '2020-03-07',
    })
  })

  test('is not widened by sets, unless there is nothing else', () => {
    const set = ['[1900-01-01..2020-03-13]', 'point'] as [string, DateKind]
    expect(span(set, ['2020-02-01', 'point'])?.first).toBe('2020-02-01')
    expect(span(set)).toEqual({ first: '1900', last: '2020' })
    expect(span(['[..2020-03-13]', 'undated'])).toBeNull()
  })
})
