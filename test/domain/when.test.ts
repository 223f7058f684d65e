import * as fc from 'fast-check'
import { ruleInWords } from '../../src/messages/languages.ts'
import { describe, expect, test } from 'vitest'
import {
  parseDay,
  printDay,
  printYear,
  twoDigits,
  type CivilDay,
} from '../../src/domain/date/civil-day.ts'
import { maxDateLength, printEdtf, type Edtf } from '../../src/domain/date/edtf.ts'
import { dateKinds, resolveDate, type DateKind, type When } from '../../src/domain/date/when.ts'
import { uiLanguages } from '../../src/domain/text/ui-language.ts'
import { dated, edtfDates, shortWordsOf, wordsOf, years } from '../support/dates.ts'

const printed = (day: CivilDay | null) => (day === null ? null : printDay(day))

/** `earliest latest @anchor range sure precision`, with days as text and - for none. */
function summary(when: When): string {
  const range = (days: When['range']) => (days === null ? '-' : days.map(printDay).join('/'))
  const bounds = [when.earliest, when.latest].map((day) => printed(day) ?? '-').join('/')
  const marks = `${when.approximate ? '~' : ''}${when.uncertain ? '?' : ''}`
  return `${bounds} @${printDay(when.anchor)} in ${range(when.range)} sure ${range(when.sure)} ${when.precision}${marks}`
}

describe('the derived fields', () => {
  test.each<[string, DateKind, string]>([
    [
      '2020-01-26',
      'point',
      '2020-01-26/2020-01-26 @2020-01-26 in 2020-01-26/2020-01-26 sure - day',
    ],
    [
      '2020-02-XX',
      'point',
      '2020-02-01/2020-02-29 @2020-02-01 in 2020-02-01/2020-02-29 sure - month',
    ],
    ['1980%', 'point', '1980-01-01/1980-12-31 @1980-01-01 in 1980-01-01/1980-12-31 sure - year~?'],
    [
      '-000X',
      'point',
      '-0009-01-01/-0001-12-31 @-0009-01-01 in -0009-01-01/-0001-12-31 sure - decade',
    ],
    ['000X~', 'point', '0000-01-01/0009-12-31 @0000-01-01 in 0000-01-01/0009-12-31 sure - decade~'],
    [
      '-00XX',
      'point',
      '-0099-01-01/-0001-12-31 @-0099-01-01 in -0099-01-01/-0001-12-31 sure - century',
    ],
    [
      '[2020-01-27..2020-03-13]',
      'point',
      '2020-01-27/2020-03-13 @2020-03-13 in 2020-01-27/2020-03-13 sure - window',
    ],
    [
      '[2019~..2020-01-26]',
      'point',
      '2019-01-01/2020-01-26 @2020-01-26 in 2019-01-01/2020-01-26 sure - window~',
    ],
    [
      '[2020-01-05,2020-02?,2020-03-05]',
      'point',
      '2020-01-05/2020-03-05 @2020-03-05 in 2020-01-05/2020-03-05 sure - window?',
    ],
    [
      '2020-02-01/2020-02-10',
      'span',
      '2020-02-01/2020-02-10 @2020-02-01 in 2020-02-01/2020-02-10 sure 2020-02-01/2020-02-10 day',
    ],
    [
      '2020-02',
      'span',
      '2020-02-01/2020-02-29 @2020-02-01 in 2020-02-01/2020-02-29 sure 2020-02-01/2020-02-29 month',
    ],
    [
      '2019/2020-03',
      'span',
      '2019-01-01/2020-03-31 @2019-01-01 in 2019-01-01/2020-03-31 sure 2019-12-31/2020-03-01 year',
    ],
    [
      '2019-10~/2021?',
      'span',
      '2019-10-01/2021-12-31 @2019-10-01 in 2019-10-01/2021-12-31 sure 2019-10-31/2021-01-01 year~?',
    ],
    [
      '2020-06/2020',
      'span',
      '2020-06-01/2020-12-31 @2020-06-01 in 2020-06-01/2020-12-31 sure - year',
    ],
    [
      '2020-01-24/..',
      'since',
      '2020-01-24/- @2020-01-24 in 2020-01-24/2020-03-13 sure 2020-01-24/2020-01-24 day',
    ],
    [
      '2020-01/',
      'since',
      '2020-01-01/- @2020-01-01 in 2020-01-01/2020-03-13 sure 2020-01-01/2020-01-31 month',
    ],
    ['../2020-02-24', 'asOf', '-/2020-02-24 @2020-02-24 in 2020-02-24/2020-02-24 sure - day'],
    ['../2020-02', 'asOf', '-/2020-02-29 @2020-02-29 in 2020-02-01/2020-02-29 sure - month'],
    ['/2020-02-24', 'until', '-/2020-02-24 @2020-02-24 in 2020-02-24/2020-02-24 sure - day'],
    ['/1985', 'until', '-/1985-12-31 @1985-12-31 in 1985-01-01/1985-12-31 sure - year'],
    ['[..2020-03-13]', 'undated', '-/2020-03-13 @2020-03-13 in - sure - window'],
    ['[..2020-03~]', 'undated', '-/2020-03-31 @2020-03-31 in - sure - window~'],
  ])('of %s as %s', (date, kind, expected) => {
    expect(summary(dated(date, kind))).toBe(expected)
  })

  test('keep the text as it was written', () => {
    expect(dated('2020-03-12T23:45Z', 'point').edtf).toBe('2020-03-12T23:45Z')
  })

  test('reach from an announced start no further than that start', () => {
    expect(summary(dated('2020-06-01/..', 'since'))).toContain('in 2020-06-01/2020-06-01')
  })

  test('hold a clock time for an instant alone', () => {
    expect(dated('2020-03-12T23:45Z', 'point').minute).toBe(465)
    expect(dated('2020-03-12', 'point')).not.toHaveProperty('minute')
  })

  test('move an instant to the civil day of the time zone', () => {
    const day = (timeZone: string) =>
      printDay(dated('2020-03-12T23:45Z', 'point', { timeZone }).anchor)
    expect(day('Asia/Shanghai')).toBe('2020-03-13')
    expect(day('America/New_York')).toBe('2020-03-12')
  })

  test('nest as the date becomes more precise', () => {
    fc.assert(
      fc.property(
        years,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (y, m, d) => {
          const year = printYear(y)
          const month = `${year}-${twoDigits(m)}`
          const chain = [
            `${year.slice(0, -2)}XX`,
            `${year.slice(0, -1)}X`,
            year,
            month,
            `${month}-XX`,
            `${month}-${twoDigits(d)}`,
          ]
          const bounds = chain
            .filter((date) => y !== 0 || !date.startsWith('-'))
            .map((date) => dated(date, 'point'))
          for (const [index, inner] of bounds.entries()) {
            const outer = bounds[index - 1] ?? inner
            expect(inner.earliest!).toBeGreaterThanOrEqual(outer.earliest!)
            expect(inner.latest!).toBeLessThanOrEqual(outer.latest!)
          }
          expect(bounds.at(-1)!.earliest).toBe(parseDay(chain.at(-1)!))
        },
      ),
    )
  })

  test('are in order for every date of every kind that it fits', () => {
    const kinds = new Set<DateKind>()
    fc.assert(
      fc.property(edtfDates, fc.constantFrom(...dateKinds), (edtf, kind) => {
        const date = printEdtf(edtf)
        const when = resolveDate({ date, kind, timeZone: 'America/St_Johns', attested: 18_334 })
        if (!when.ok) return
        kinds.add(kind)
        const { earliest, latest, anchor, range, sure } = when.value
        const first = earliest ?? -Infinity
        const last = latest ?? Infinity
        const within = (days: typeof range) =>
          days === null || (first <= days[0] && days[0] <= days[1])
        expect(first <= anchor && anchor <= last && within(range) && within(sure), date).toBe(true)
        expect(sure === null || sure[1] <= last, date).toBe(true)
        const said = [wordsOf(when.value), shortWordsOf(when.value)].flatMap(Object.values)
        expect(said.length).toBe(2 * uiLanguages.length)
        for (const words of said) {
          expect(words, date).not.toMatch(/undefined|NaN|null|^$|^ | $/)
        }
      }),
      { numRuns: 1000 },
    )
    expect(kinds.size).toBe(dateKinds.length)
  })
})

describe('a kind', () => {
  /** Each form, and the kinds that have it. */
  const forms: readonly (readonly [string, readonly DateKind[]])[] = [
    ['2020-01-26', ['point']],
    ['2020-01', ['point', 'span']],
    ['2020~', ['point', 'span']],
    ['202X', ['point']],
    ['20XX', ['point']],
    ['2020-02-XX', ['point']],
    ['2020-03-13T07:45Z', ['point']],
    ['2020-02-01/2020-02-10', ['span']],
    ['2020-02-01/..', ['since']],
    ['2020-02-01/', ['since']],
    ['../2020-02-01', ['asOf']],
    ['/2020-02-01', ['until']],
    ['[2020-02-01..2020-02-10]', ['point']],
    ['[..2020-02-10]', ['undated']],
    ['[2020-02-01,2020-02-10]', ['point']],
  ]

  test.each(forms)('has the form of %s: %j', (date, kinds) => {
    const fitting = dateKinds.filter(
      (kind) => resolveDate({ date, kind, timeZone: 'UTC', attested: 18_334 }).ok,
    )
    expect(fitting).toEqual(kinds)
  })

  test.each<[string, DateKind, string, string]>([
    [
      '../2020-02-24',
      'point',
      'point-without-earliest',
      'a point needs an earliest bound: ../b is an asOf, /b is an until, [..b] is undated',
    ],
    [
      '[..2020-02-24]',
      'point',
      'point-without-earliest',
      'a point needs an earliest bound: ../b is an asOf, /b is an until, [..b] is undated',
    ],
    ['202X', 'span', 'x-not-a-point', 'X forms are points: a span is a/b, a month or a year'],
    ['2020-02-XX', 'asOf', 'x-not-a-point', 'X forms are points: an asOf is ../b'],
    [
      '2020-02-01',
      'span',
      'day-not-a-span',
      'one day is a point: a span is a/b, a month or a year',
    ],
    [
      '[..2020-03-13]',
      'asOf',
      'form-not-of-kind',
      'form does not fit kind: [..b] is undated, an asOf is ../b',
    ],
    [
      '2020-01/2020-02',
      'since',
      'form-not-of-kind',
      'form does not fit kind: a/b is a span, a since is a/.. or a/',
    ],
    [
      '2020-01',
      'undated',
      'form-not-of-kind',
      'form does not fit kind: a date alone is a point, an undated is [..b]',
    ],
    [
      '/2020-02',
      'asOf',
      'form-not-of-kind',
      'form does not fit kind: ../b is an asOf, /b is an until, an asOf is ../b',
    ],
  ])('is refused for %s as %s', (date, kind, reason, message) => {
    const when = resolveDate({ date, kind, timeZone: 'UTC', attested: 18_334 })
    expect(when).toMatchObject({ ok: false, failure: { rule: reason } })
    expect(when.ok || ruleInWords(when.failure, 'en').detail).toBe(message)
  })
})

test('an instant whose day lies beyond the years is refused', () => {
  const at = (date: string, timeZone: string) =>
    resolveDate({ date, kind: 'point', timeZone, attested: 18_334 })
  expect(at('9999-12-31T23:00Z', 'UTC').ok).toBe(true)
  expect(at('9999-12-31T23:00Z', 'Asia/Shanghai')).toMatchObject({
    failure: { rule: 'year-range' },
  })
  expect(at('-9999-01-01T00:00Z', 'America/New_York')).toMatchObject({
    failure: { rule: 'year-range' },
  })
})

test('a refused text is refused for every kind', () => {
  for (const kind of dateKinds) {
    expect(resolveDate({ date: '2021-02-29', kind, timeZone: 'UTC', attested: 0 })).toMatchObject({
      failure: { rule: 'no-day' },
    })
  }
})

test('resolving never throws, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: maxDateLength + 50 }),
      fc.constantFrom(...dateKinds),
      (date, kind) => {
        expect(resolveDate({ date, kind, timeZone: 'Asia/Shanghai', attested: 0 })).toHaveProperty(
          'ok',
        )
      },
    ),
  )
})

test('every form of the profile was generated', () => {
  const forms = new Set(fc.sample(edtfDates, 300).map((date: Edtf) => date.form))
  expect(forms.size).toBe(8)
})
