// Random dates of the profile, for properties of the date model.
import * as fc from 'fast-check'
import { daysInMonth, printYear, twoDigits } from '../../src/domain/date/civil-day.ts'
import { daysOf, type EdtfDate, type Qualifier } from '../../src/domain/date/edtf-date.ts'
import type { Edtf } from '../../src/domain/date/edtf.ts'
import { resolveDate, type DateKind, type When } from '../../src/domain/date/when.ts'
import { uiLanguages, type UiLanguage } from '../../src/domain/text/ui-language.ts'
import { dateInWords, shortDateInWords } from '../../src/messages/dates.ts'

const qualifier = fc.constantFrom<Qualifier>('', '?', '~', '%')
const month = fc.integer({ min: 1, max: 12 })

export const years = fc.oneof(
  fc.integer({ min: -9999, max: 9999 }),
  fc.integer({ min: -120, max: 120 }),
  fc.integer({ min: 2019, max: 2021 }),
)

const wholeDate = fc
  .tuple(years, month, fc.integer({ min: 1, max: 31 }), qualifier, fc.integer({ min: 0, max: 2 }))
  .map(([year, month, day, qualifier, parts]): EdtfDate => {
    if (parts === 0) return { precision: 'year', year, qualifier }
    if (parts === 1) return { precision: 'month', year, month, qualifier }
    return {
      precision: 'day',
      year,
      month,
      day: Math.min(day, daysInMonth(year, month)),
      qualifier,
    }
  })

/** Forms with an X. A negative decade is named after its earliest year: -004X after -49. */
const dateWithX = fc
  .tuple(years, month, qualifier, fc.constantFrom('month', 'decade', 'century'))
  .map(([year, month, qualifier, precision]): EdtfDate => {
    if (precision === 'month') return { precision, year, month, day: 'XX', qualifier }
    const size = precision === 'decade' ? 10 : 100
    const start = Math.floor(Math.abs(year) / size) * size
    return { precision, year: year < 0 ? -(start + size - 1) : start, qualifier }
  })

const inOrder = (a: EdtfDate, b: EdtfDate): [EdtfDate, EdtfDate] =>
  daysOf(a)[0] <= daysOf(b)[0] ? [a, b] : [b, a]

const pair = fc.tuple(wholeDate, wholeDate).map(([a, b]) => inOrder(a, b))

const list = fc
  .array(wholeDate, { minLength: 2, maxLength: 6 })
  .map((dates) => {
    const sorted = dates.toSorted((a, b) => daysOf(a)[0] - daysOf(b)[0])
    const apart: EdtfDate[] = []
    for (const date of sorted) {
      const before = apart.at(-1)
      if (before === undefined || daysOf(before)[1] < daysOf(date)[0]) apart.push(date)
    }
    return apart
  })
  .filter((dates) => dates.length > 1)
  .map((dates): Edtf => ({ form: 'list', dates: dates as [EdtfDate, EdtfDate] }))

const instant = fc
  .record({
    date: wholeDate.filter(({ precision, year }) => precision === 'day' && Math.abs(year) < 9999),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
    second: fc.option(fc.integer({ min: 0, max: 59 })),
    offset: fc.constantFrom('Z', '+00:00', '+08:00', '-03:30', '+14:00', '-11', '+05'),
  })
  .map(({ date, ...time }): Edtf => {
    const { year, month = 1, day } = date
    return { form: 'instant', instant: { year, month, day: Number(day), ...time } }
  })

const noDate = fc.constantFrom<'open' | 'unknown'>('open', 'unknown')

/** Any date of the profile. */
export const edtfDates: fc.Arbitrary<Edtf> = fc.oneof(
  fc.oneof(wholeDate, dateWithX).map((date): Edtf => ({ form: 'date', date })),
  instant,
  pair.map(([from, to]): Edtf => ({ form: 'interval', from, to })),
  fc.tuple(wholeDate, noDate).map(([from, to]): Edtf => ({ form: 'onwards', from, to })),
  fc.tuple(wholeDate, noDate).map(([to, from]): Edtf => ({ form: 'upTo', from, to })),
  pair.map(([from, to]): Edtf => ({ form: 'within', from, to })),
  wholeDate.map((to): Edtf => ({ form: 'before', to })),
  list,
)

const day = (year: number) =>
  fc
    .tuple(month, fc.integer({ min: 1, max: 28 }))
    .map(([month, day]) => `${printYear(year)}-${twoDigits(month)}-${twoDigits(day)}`)

/** Dates of every kind in and around 2020; many of them overlap. */
export const datesAround2020: fc.Arbitrary<readonly [date: string, kind: DateKind]> = fc
  .tuple(day(2020), day(2020), month, fc.constantFrom('', '', '', '~', '?', '%'))
  .chain(([a, b, month, qualifier]) => {
    const [from, to] = a <= b ? [a, b] : [b, a]
    const inMonth = `2020-${twoDigits(month)}`
    return fc.constantFrom<readonly [string, DateKind]>(
      [`${a}${qualifier}`, 'point'],
      [`${inMonth}${qualifier}`, 'point'],
      [`${inMonth}-XX`, 'point'],
      ['202X', 'point'],
      [`[${from}..${to}]`, 'point'],
      [`[${from.slice(0, 7)}..${to}]`, 'point'],
      [`${from}/${to}${qualifier}`, 'span'],
      [`${from.slice(0, 7)}/${to.slice(0, 7)}`, 'span'],
      [`2019/${inMonth}`, 'span'],
      [`${inMonth}${qualifier}`, 'span'],
      ['2020', 'span'],
      [`${a}${qualifier}/..`, 'since'],
      [`${inMonth}/`, 'since'],
      [`../${a}${qualifier}`, 'asOf'],
      [`../${inMonth}`, 'asOf'],
      [`/${a}${qualifier}`, 'until'],
      [`/${inMonth}`, 'until'],
      [`[..${a}]`, 'undated'],
      [`[..${inMonth}]`, 'undated'],
    )
  })

/** Instants in and around 2020, in offsets that put many on another day than the one written. */
export const instantsAround2020: fc.Arbitrary<readonly [date: string, kind: DateKind]> = fc
  .tuple(
    day(2020),
    fc.integer({ min: 0, max: 23 }),
    fc.constantFrom('Z', '+08', '-11:30', '+14:00'),
  )
  .map(([date, hour, offset]) => [`${date}T${twoDigits(hour)}:45${offset}`, 'point'])

/** The derived fields; by default in Asia/Shanghai and attested on 2020-03-13. */
export function dated(
  date: string,
  kind: DateKind,
  { timeZone = 'Asia/Shanghai', attested = 18_334 } = {},
): When {
  const when = resolveDate({ date, kind, timeZone, attested })
  if (!when.ok) throw new Error(`${date} as ${kind}: ${when.failure.rule}`)
  return when.value
}

/** The words of a date in every language. */
export const wordsOf = (when: When): Record<UiLanguage, string> => inEach(dateInWords, when)
export const shortWordsOf = (when: When): Record<UiLanguage, string> =>
  inEach(shortDateInWords, when)

const inEach = (write: typeof dateInWords, when: When) =>
  Object.fromEntries(uiLanguages.map((language) => [language, write(when, language)])) as Record<
    UiLanguage,
    string
  >
