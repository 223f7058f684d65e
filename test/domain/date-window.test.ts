import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDay, printDay, type CivilDay } from '../../src/domain/date/civil-day.ts'
import {
  isInWindow,
  isSetAside,
  parseWindowDay,
  windowOfPart,
  type DateWindow,
} from '../../src/domain/query/window.ts'
import type { DateKind } from '../../src/domain/date/when.ts'
import { dated, datesAround2020 } from '../support/dates.ts'

const day = (text: string): CivilDay => parseDay(text)!
const attested = day('2020-03-13')

function windowOf(
  from: string | null,
  to: string | null,
  rest: Partial<DateWindow> = {},
): DateWindow {
  return {
    from: from === null ? null : day(from),
    to: to === null ? null : day(to),
    match: 'possible',
    undated: 'exclude',
    ...rest,
  }
}

describe('a day of a window', () => {
  test.each([
    ['2020-02-15', '2020-02-15', '2020-02-15'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2021-02', '2021-02-01', '2021-02-28'],
    ['2020', '2020-01-01', '2020-12-31'],
    ['-0043', '-0043-01-01', '-0043-12-31'],
  ])('%s is the first %s or the last %s', (text, first, last) => {
    expect(parseWindowDay(text, 'first')).toEqual({ ok: true, value: day(first) })
    expect(parseWindowDay(text, 'last')).toEqual({ ok: true, value: day(last) })
  })

  test.each([
    ['2020-02-15~', 'not-a-window-day'],
    ['10000', 'year-range'],
    ['202', 'year-digits'],
    ['2020-02-XX', 'not-a-window-day'],
    ['202X', 'not-a-window-day'],
    ['2020-02-01/2020-02-10', 'not-a-window-day'],
    ['[..2020]', 'not-a-window-day'],
    ['2020-03-13T07:45Z', 'not-a-window-day'],
    ['2021-02-29', 'no-day'],
    ['2021/02/29', 'no-day'],
    ['29/2/2021', 'no-day'],
    ['2019年2月30日', 'no-day'],
    ['公元0年', 'no-year'],
    ['2020-13', 'no-month'],
    ['', 'empty'],
    ['[]', 'not-a-window-day'],
    ['2020s', 'not-a-window-day'],
    ['43861', 'serial-number'],
    ['20-02-03', 'short-year'],
    ['20200101', 'basic-format'],
    ['x'.repeat(8192), 'too-long'],
  ])('%s is refused: %s', (text, reason) => {
    expect(parseWindowDay(text, 'first')).toMatchObject({ ok: false, failure: { rule: reason } })
  })
})

test('what is proposed for a day of a window can be used in its place', () => {
  const proposals = (text: string) => {
    const parsed = parseWindowDay(text, 'first')
    return !parsed.ok && 'proposals' in parsed.failure ? parsed.failure.proposals : []
  }
  expect(proposals('2020-2-3')).toEqual(['2020-02-03'])
  expect(proposals('3/2/2020')).toEqual(['2020-02-03', '2020-03-02'])
  expect(proposals('2020s')).toEqual([])
})

describe('an event possibly, or certainly, in a window', () => {
  type Answer = 'no' | 'possible' | 'certain'

  function answer(date: string, kind: DateKind, window: DateWindow): Answer {
    const when = dated(date, kind)
    if (!isInWindow(when, window)) return 'no'
    return isInWindow(when, { ...window, match: 'certain' }) ? 'certain' : 'possible'
  }

  const february = windowOf('2020-02-01', '2020-02-29')

  test.each<[string, DateKind, Answer]>([
    ['2020-02-01', 'point', 'certain'],
    ['2020-02-29', 'point', 'certain'],
    ['2020-01-31', 'point', 'no'],
    ['2020-03-01', 'point', 'no'],
    ['2020-02-15~', 'point', 'possible'],
    ['2020-02-15?', 'point', 'possible'],
    ['2020', 'point', 'possible'],
    ['[2020-01-31..2020-02-01]', 'point', 'possible'],
    ['[2020-02-01..2020-02-10]', 'point', 'certain'],
    // A list counts from its first to its last day, also where the window lies in its gap.
    ['[2020-01-05,2020-03-05]', 'point', 'possible'],
    ['2020-03-12T23:45Z', 'point', 'no'],
    ['2020-01-31T16:00Z', 'point', 'certain'],
    ['2020-01-31T15:59Z', 'point', 'no'],
    ['2020-01-20/2020-02-01', 'span', 'certain'],
    ['2020-01/2020-02', 'span', 'certain'],
    ['2020-01/2020-03', 'span', 'certain'],
    ['2019/2020', 'span', 'possible'],
    ['2019/2020~', 'span', 'possible'],
    ['2020-02-29/2020-03', 'span', 'certain'],
    ['2020-02/2020-04-01', 'span', 'certain'],
    ['2020-02/2020', 'span', 'possible'],
    ['2020-01-31/2020', 'span', 'possible'],
    ['2020-02-10/..', 'since', 'certain'],
    ['2020-02/..', 'since', 'certain'],
    ['2020/..', 'since', 'possible'],
    ['2020-01-24/', 'since', 'possible'],
    ['2020-03-01/..', 'since', 'no'],
    ['../2020-02-24', 'asOf', 'certain'],
    ['../2020-02', 'asOf', 'certain'],
    ['../2020', 'asOf', 'possible'],
    ['../2020-03-01', 'asOf', 'no'],
    ['/2020-02-24', 'until', 'certain'],
    ['/2020-02', 'until', 'certain'],
    ['/2020', 'until', 'possible'],
    ['/2020-03-01', 'until', 'no'],
    ['[..2020-03-13]', 'undated', 'no'],
  ])('%s as %s in February 2020: %s', (date, kind, expected) => {
    expect(answer(date, kind, february)).toBe(expected)
  })

  test('of what began reaches no further than its latest source', () => {
    expect(answer('2020-01-24/..', 'since', windowOf('2020-03-13', null))).toBe('possible')
    expect(answer('2020-01-24/..', 'since', windowOf('2020-03-14', null))).toBe('no')
    expect(answer('2025-01-01/..', 'since', windowOf('2025-01-01', null))).toBe('certain')
  })

  test('has bounds that both count, and either may be missing', () => {
    expect(answer('2020-02-01/2020-02-10', 'span', windowOf('2020-02-10', null))).toBe('certain')
    expect(answer('2020-02-01/2020-02-10', 'span', windowOf('2020-02-11', null))).toBe('no')
    expect(answer('2020-02-01/2020-02-10', 'span', windowOf(null, '2020-02-01'))).toBe('certain')
    expect(answer('2020-02-01/2020-02-10', 'span', windowOf(null, '2020-01-31'))).toBe('no')
  })

  test('is nothing where the window ends before it starts', () => {
    const inverted = windowOf('2020-02-10', '2020-02-09', { undated: 'include' })
    expect(answer('2020', 'span', inverted)).toBe('no')
    expect(answer('[..2020-03-13]', 'undated', inverted)).toBe('no')
  })

  test('is everything where the window has no bounds', () => {
    const anyTime = windowOf(null, null)
    for (const [date, kind] of [
      ['2020~', 'point'],
      ['[..2020]', 'undated'],
    ] as const) {
      expect(answer(date, kind, anyTime)).toBe('certain')
      expect(isSetAside(dated(date, kind), anyTime)).toBe(false)
    }
  })

  test('is never an undated one, unless it is wanted and not surely earlier', () => {
    const undated = dated('[..2020-03-13]', 'undated')
    const include = (from: string | null, to: string | null) =>
      windowOf(from, to, { undated: 'include' })
    expect(isInWindow(undated, include('2020-03-13', '2020-04-01'))).toBe(true)
    expect(isInWindow(undated, include('2020-03-14', null))).toBe(false)
    expect(isInWindow(undated, include(null, '1990-01-01'))).toBe(true)
    expect(isInWindow(undated, { ...include('2020-01-01', null), match: 'certain' })).toBe(false)
    expect(isSetAside(undated, include('2020-03-14', null))).toBe(false)
    expect(isSetAside(undated, windowOf('2020-03-14', null))).toBe(true)
    expect(isSetAside(dated('2020-01-26', 'point'), february)).toBe(false)
  })
})

describe('a check of every day between 2018 and 2030', () => {
  const calendar = Array.from({ length: day('2030-12-31') - day('2018-01-01') + 1 }, (_, index) => {
    const number = day('2018-01-01') + index
    return { number, text: printDay(number) }
  })

  /** The days that one date can mean, by comparing text. */
  const meant = (date: string) => {
    const start = date.replace(/[?~%]/, '').replace('-XX', '').replace('X', '')
    return calendar.filter(({ text }) => text.startsWith(start)).map(({ number }) => number)
  }

  /** Whether some day, or every day, on which an event may have been lies inside. */
  function daily(date: string, kind: DateKind, window: DateWindow): boolean {
    if (window.from === null && window.to === null) return true
    const inside = (number: CivilDay) =>
      (window.from === null || number >= window.from) && (window.to === null || number <= window.to)
    const certain = window.match === 'certain'
    if (certain && (/[?~%]/.test(date) || kind === 'undated')) return false

    const ends = date.match(/[-\dX?~%]+/g)!.map(meant)
    const [starts, lasts] = [ends[0]!, ends.at(-1)!]
    const days = calendar.map(({ number }) => number)
    const between = (first: CivilDay, last: CivilDay) =>
      days.filter((number) => first <= number && number <= last)
    if (kind === 'undated') {
      const upTo = [-Infinity, ...between(days[0]!, lasts.at(-1)!)]
      return window.undated === 'include' && upTo.some(inside)
    }
    if (kind === 'since') {
      const lasting = between(starts[0]!, Math.max(starts[0]!, attested))
      return certain ? starts.every(inside) : lasting.some(inside)
    }
    const possible = between(starts[0]!, lasts.at(-1)!)
    if (!certain) return possible.some(inside)
    // Every day between every start and every end that can go together.
    const began = starts.filter((start) => lasts.some((end) => start <= end))
    const ended = lasts.filter((end) => starts.some((start) => start <= end))
    const sure =
      ends.length === 1
        ? possible
        : possible.filter(
            (number) =>
              began.every((start) => start <= number) && ended.every((end) => number <= end),
          )
    return possible.every(inside) || (kind === 'span' && sure.some(inside))
  }

  /** Of which the end is less precise than the start, or the other way round. */
  const unevenSpans = fc
    .constantFrom(
      '2020-02-15/2020',
      '2020-02-15/2020-02',
      '2020/2020-02-15',
      '2020-02/2020-02-15',
      '2020-02/2020',
      '2020/2020-02',
      '2019/2020-02-15',
      '2019-11-15/2020',
    )
    .map((date) => [date, 'span'] as const)

  test('agrees with the filter', () => {
    const around = fc.oneof(
      fc.integer({ min: day('2019-06-01'), max: day('2021-06-30') }),
      fc.integer({ min: day('2020-02-10'), max: day('2020-02-20') }),
    )
    const bound = fc.option(around, { freq: 6 })
    const match = fc.constantFrom<DateWindow['match']>('possible', 'certain')
    const undated = fc.constantFrom<DateWindow['undated']>('exclude', 'include')
    const seen = { true: 0, false: 0 }
    fc.assert(
      fc.property(
        fc.oneof({ arbitrary: datesAround2020, weight: 4 }, unevenSpans),
        fc.record({ from: bound, to: bound, match, undated }),
        ([date, kind], window) => {
          const expected = daily(date, kind, window)
          seen[`${expected}`]++
          expect(isInWindow(dated(date, kind), window), `${date} as ${kind}`).toBe(expected)
        },
      ),
      { numRuns: 2000 },
    )
    expect(Math.min(seen.true, seen.false)).toBeGreaterThan(100)
  })
})

describe('the window of a part of a list', () => {
  const february = [day('2020-02-01'), day('2020-02-29')] as const

  test.each<[string, DateWindow, DateWindow | null]>([
    ['without days', windowOf(null, null), windowOf('2020-02-01', '2020-02-29')],
    [
      'without days, where match and undated have no effect',
      windowOf(null, null, { match: 'certain', undated: 'include' }),
      windowOf('2020-02-01', '2020-02-29'),
    ],
    [
      'with days within it',
      windowOf('2020-02-10', '2020-02-20', { undated: 'include' }),
      windowOf('2020-02-10', '2020-02-20', { undated: 'include' }),
    ],
    ['with one end', windowOf('2020-02-10', null), windowOf('2020-02-10', '2020-02-29')],
    ['elsewhere', windowOf('2020-03-01', null), null],
    ['elsewhere for certain', windowOf('2020-03-01', null, { match: 'certain' }), null],
    [
      'certain',
      windowOf('2020-01-01', '2020-12-31', { match: 'certain' }),
      windowOf('2020-01-01', '2020-12-31', { match: 'certain' }),
    ],
  ])('%s', (_, window, expected) => {
    expect(windowOfPart(window, february)).toEqual(expected)
  })

  test('has all that the list has of these days, and no undated event without days of its own', () => {
    const ends = fc.option(fc.integer({ min: day('2019-12-01'), max: day('2021-02-01') }))
    const windows = fc.record<DateWindow>({
      from: ends,
      to: ends,
      match: fc.constantFrom('possible', 'certain'),
      undated: fc.constantFrom('exclude', 'include'),
    })
    let shown = 0
    fc.assert(
      fc.property(
        datesAround2020,
        windows,
        fc.nat(40),
        fc.nat(40),
        ([date, kind], window, a, b) => {
          const when = dated(date, kind)
          const [first, last] = when.named ?? february
          const part = windowOfPart(window, [first - a, last + b])
          const isUndated = when.named === null
          const isFree = window.from === null && window.to === null
          const isKept = !isUndated && part !== null && isInWindow(when, window)
          shown += Number(isKept)
          const isFound = part !== null && isInWindow(when, part)
          expect(isFound || !isKept, `${date} ${JSON.stringify(part)}`).toBe(true)
          expect(isUndated && isFree && isFound).toBe(false)
        },
      ),
      { numRuns: 2000 },
    )
    expect(shown).toBeGreaterThan(100)
  })
})
