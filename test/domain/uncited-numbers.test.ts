// Every number of an event stands in what it cites, in whatever words; else there is a warning.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { warningsOf } from '../../src/domain/check/rules.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { numeralsIn } from '../../src/domain/text/numerals.ts'
import { citation, document, event, measure, source } from '../support/document.ts'

const valuesIn = (text: string) => numeralsIn(text).map(({ value }) => value)

test.each<[string, number[]]>([
  ['20多万平方米', [200_000]],
  ['over 200,000 m²', [200_000]],
  ['two hundred thousand', [200_000]],
  ['10 million yuan', [10_000_000]],
  ['１０００万元', [10_000_000]],
  ['一千万元', [10_000_000]],
  ['三百零五万', [3_050_000]],
  ['二〇二〇年', [2020]],
  ['1亿2000万', [100_000_000, 20_000_000]],
  ['一亿二千万', [120_000_000]],
  ['1.2万', [12_000]],
  ['十五', [15]],
  ['三十多萬', [300_000]],
  ['三成', [30]],
  ['8-10家', [8, 10]],
  ['twenty-one of one hundred and eight', [21, 108]],
  ['the 3rd of 12', [3, 12]],
  ['no number', []],
])('%s has %j', (text, values) => {
  expect(valuesIn(text)).toEqual(values)
})

test('any text is read in linear time, and never throws', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          '一',
          '十',
          '万',
          '亿',
          '多',
          '1',
          ',',
          '.',
          ' ',
          '-',
          'and',
          'two',
          'hundred',
        ),
        { maxLength: 300 },
      ),
      (pieces) => {
        for (const { value } of numeralsIn(pieces.join(''))) expect(value).toBeGreaterThanOrEqual(0)
      },
    ),
  )
})

const words = '截至2月24日,108家企业复工,面积20多万平方米'
const warned = (overrides: Parameters<typeof event>[0], exact = words) =>
  warningsOf(
    document({
      events: [event({ date: '../2020-02-24', citations: [citation({ exact })], ...overrides })],
    }),
  ).map(({ pointer, reason }) => `${pointer} ${reason}`)

describe('a number of an event', () => {
  test.each<[string, Parameters<typeof event>[0], string?]>([
    ['the same digits', { title: '108家企业' }],
    ['in another language', { title: { en: '108 enterprises, over 200,000 m² on 24 February' } }],
    ['in words', { title: { 'zh-Hans': '一百零八家', en: 'A hundred and eight enterprises' } }],
    ['in a range', { title: { en: '80,000 to 100,000' } }, '8-10万'],
    ['in a range of the text', { title: '8到10万' }, 'from 80,000 to 100,000'],
    ['the year of the date', { title: '2020年的复工' }],
    ['of a source', { title: '3月13日报道' }],
    ['a name', { title: { en: 'COVID-19 measures' } }],
    ['of a date in English', { title: '2月24日' }, 'as of 24 February'],
    ['small, in words', { title: { 'zh-Hans': '第一批', en: 'The first of two groups' } }],
    ['a measure', { measures: [measure({ value: 108, sourceWords: '108家' })] }],
    ['a measure without words', { measures: [{ label: '面积', value: 200_000, bound: 'over' }] }],
    [
      'the sum of its parts',
      {
        measures: [
          {
            label: '企业',
            value: 128,
            parts: [
              { label: '甲', value: 108 },
              { label: '乙', value: 20 },
            ],
          },
        ],
      },
    ],
    ['allowed, with a reason', { title: '109家', allow: [{ term: '109', reason: '加上镇外1家' }] }],
  ])('stands there: %s [fault 9.10]', (_, overrides, exact) => {
    expect(warned(overrides, exact)).toEqual([])
  })

  test.each<[Parameters<typeof event>[0], string, string?]>([
    [{ title: '109家企业' }, '/events/0/title uncited-digits'],
    [{ title: { en: 'All 1,080 enterprises' } }, '/events/0/title/en uncited-digits'],
    [{ title: '一百零九家' }, '/events/0/title uncited-digits'],
    [{ title: { en: 'Nineteen enterprises' } }, '/events/0/title/en uncited-digits'],
    [{ title: '20多亿平方米' }, '/events/0/title uncited-digits'],
    [{ title: '8-11万' }, '/events/0/title uncited-digits', '8-10万'],
    [{ title: { en: 'The home team wins 5-0' } }, '/events/0/title/en uncited-digits', 'won 3-0'],
    [{ title: '7-10万' }, '/events/0/title uncited-digits', '8-10万'],
    [{ summary: '2月25日' }, '/events/0/summary uncited-digits'],
    [
      { measures: [measure({ value: 107, sourceWords: '108家' })] },
      '/events/0/measures/0/value uncited-digits',
    ],
    [
      { measures: [{ label: '企业', value: 108, valueTo: 110 }] },
      '/events/0/measures/0/valueTo uncited-digits',
    ],
    [{ date: '../2020-02-26', statedDate: '截至2月24日' }, '/events/0/date date-differs'],
    [{ date: '../2020-03-24', statedDate: '截至2月24日' }, '/events/0/date date-differs'],
  ])('is warned of: %j [fault 9.10]', (overrides, warning, exact) => {
    expect(warned(overrides, exact)).toEqual([warning])
  })
})

describe('a date in the words of people', () => {
  test.each<[string, Parameters<typeof event>[0], string?]>([
    ['-0220', { statedDate: '公元前221年' }],
    ['-0043-03-15', { title: { en: 'Caesar is killed in 44 BC' } }, '凯撒遇刺'],
    ['198X', { statedDate: '1980年代' }],
    ['198X', { statedDate: '20世纪80年代' }],
    ['198X', { title: { en: 'Factories of the 1980s' } }, '八十年代，镇上办起工厂'],
    ['198X', { title: '20世纪80年代的工厂' }, '八十年代，镇上办起工厂'],
    ['[1997..1999]', { statedDate: '1990年代末' }],
    ['19XX', { title: { en: 'Factories of the 20th century' } }, '镇上办起工厂'],
    ['[..2020-01-31]', { statedDate: '2月1日前' }],
    ['[..2020-02-01]', { statedDate: '2月2日前' }],
    ['[..2019-12-31]', { statedDate: '2020年1月1日前' }],
    ['2020-02-29T23:45Z', { statedDate: '3月1日早上' }],
    ['2020-02-29T23:45Z', { title: '3月1日7时45分' }, '复工'],
    ['2019-11/2020-01', { statedDate: '19年11月至20年1月' }],
  ])('is the same as %s: %j [fault 9.10]', (date, overrides, exact = overrides?.statedDate) => {
    expect(warned({ date, kind: undefined, title: '复工', ...overrides } as object, exact)).toEqual(
      [],
    )
  })

  test.each<[string, Parameters<typeof event>[0], string]>([
    ['-0220', { statedDate: '公元前220年' }, '/events/0/date date-differs'],
    ['198X', { statedDate: '1990年代' }, '/events/0/date date-differs'],
    ['[..2020-01-31]', { statedDate: '3月1日前' }, '/events/0/date date-differs'],
    ['2020-02-29T23:45Z', { statedDate: '2月27日' }, '/events/0/date date-differs'],
    ['-0043-03-15', { title: '43年' }, '/events/0/title uncited-digits'],
    ['198X', { title: '1990年代' }, '/events/0/title uncited-digits'],
    // The day after needs its passage.
    ['2020-02-24', { title: '2月25日' }, '/events/0/title uncited-digits'],
  ])('differs from %s: %j [fault 9.10]', (date, overrides, warning) => {
    const exact = overrides?.statedDate ?? '复工'
    expect(warned({ date, kind: undefined, title: '复工', ...overrides } as object, exact)).toEqual(
      [warning],
    )
  })

  test('is the civil day on which a source appeared', () => {
    const events = [event({ title: '3月13日报道', citations: [citation({ exact: '报道' })] })]
    const sources = [source({ published: '2020-03-12T23:45:00Z' })]
    expect(warningsOf(document({ events, sources }))).toEqual([])
  })

  test('is no reason to warn where it, or the time zone, cannot be read', () => {
    const one = (date: string, title: string, timeZone = 'Asia/Shanghai') =>
      warningsOf({
        ...document({ events: [event({ date, title, citations: [citation({ exact: '复工' })] })] }),
        timeZone,
      }).length
    expect(one('2020/2/5', '2月5日')).toBe(0)
    expect(one('2020-02-05T08:00+08:00', '2月5日', 'Asia/shanghai')).toBe(0)
  })
})

describe('fusha-2020', () => {
  const file = join(import.meta.dirname, '../../data/fusha-2020/timeline.json')
  const fusha = JSON.parse(readFileSync(file, 'utf8')) as TimelineDocument

  test('has no number that its source has not [fault 9.10]', () => {
    expect(warningsOf(fusha)).toEqual([])
  })

  test('with one digit changed is nearly always warned of [fault 9.10]', () => {
    const mutants = fusha.events.flatMap((original) =>
      (['title', 'summary'] as const).flatMap((field) =>
        Object.entries(original[field] ?? {}).flatMap(([language, text]) =>
          Array.from(text.matchAll(/\d/g), ({ 0: digit, index: at }) => {
            const other = String((Number(digit) + 1) % 10)
            const changed = text.slice(0, at) + other + text.slice(at + 1)
            const mutant = {
              ...original,
              [field]: { ...Object(original[field]), [language]: changed },
            }
            return { ...fusha, events: [mutant] }
          }),
        ),
      ),
    )
    const tried = mutants.length
    const noticed = mutants.filter((mutant) => warningsOf(mutant).length > 0).length
    expect(tried).toBeGreaterThan(100)
    // What is left is another number of the same passage, or of the date.
    expect(noticed / tried).toBeGreaterThan(0.9)
  })
})
