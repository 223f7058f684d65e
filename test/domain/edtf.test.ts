// The profile of ISO 8601-2:2019, annex A, by its levels, accepted and refused side by side.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { civilDay } from '../../src/domain/date/civil-day.ts'
import { daysOf, hasX } from '../../src/domain/date/edtf-date.ts'
import { ruleInWords } from '../../src/messages/languages.ts'
import { edtfRules, type EdtfRule } from '../../src/domain/broken-rule.ts'
import { maxDateLength, parseEdtf, printEdtf, type Edtf } from '../../src/domain/date/edtf.ts'
import { datesOf } from '../../src/domain/date/civil-date.ts'
import { edtfDates } from '../support/dates.ts'
import { growth } from '../support/growth.ts'
// @ts-expect-error The package has no types.
import edtf from 'edtf'

const levels: Record<string, { accepted: readonly string[]; refused: Record<string, EdtfRule> }> = {
  'level 0: date': {
    accepted: ['2020-01-26', '2020-01', '2020', '0000', '0987-05', '2020-02-29', '9999-12-31'],
    refused: {
      '': 'empty',
      ' 2020-01-26': 'surrounding-space',
      '2020-01-26\n': 'surrounding-space',
      '\u30002020': 'surrounding-space',
      '2020-01- 26': 'inner-space',
      '2020–01–26': 'not-ascii',
      '２０２０': 'not-ascii',
      '2020年1月26日': 'typed-date',
      '5 March 2020': 'typed-date',
      '5/3/2020': 'day-or-month',
      '1900s': 'decade-or-century',
      '12月初': 'without-year',
      '5/3/20': 'short-year',
      '2020年12月初': 'unbounded-part',
      '2020年2月上旬': 'exact-part',
      '43556': 'serial-number',
      '2021-02-29': 'no-day',
      '2020-01-00': 'zero-part',
      '2020-04-31': 'no-day',
      '2020-00': 'zero-part',
      '2020-13': 'no-month',
      '2020-20': 'no-month',
      '2020-42': 'no-month',
      '20200126': 'basic-format',
      '202001': 'basic-format',
      '2020-0126': 'basic-format',
      '20': 'year-digits',
      '202': 'year-digits',
      '987-05': 'year-digits',
      '2020-1-6': 'two-digits',
      '2020-1': 'two-digits',
      '2020-W05': 'week',
      '2020W05': 'week',
      '2020-060': 'ordinal-day',
      '26.01.2020': 'typed-date',
      yesterday: 'not-a-date',
      '2020-01-26-01': 'not-a-date',
      '2020..2021': 'range-alone',
    },
  },
  'level 0: instant': {
    accepted: [
      '2020-03-13T07:45:00+08:00',
      '2020-03-12T23:45Z',
      '2020-03-12T23:45:59-03:30',
      '2020-03-13T07:45+08',
      '2020-03-13T23:59:59+23:59',
      '2020-03-13T00:00:00-00:01',
      '-0043-03-15T12:00Z',
    ],
    refused: {
      '2020-03-13T07:45': 'time-without-offset',
      '2020-03-13T07:45:00': 'time-without-offset',
      '2020-03T07:45Z': 'time-without-day',
      '2020-03-XXT07:45Z': 'time-without-day',
      '2020-03-13~T07:45Z': 'time-without-day',
      'T07:45Z': 'time-without-day',
      '2020-02-30T07:45Z': 'no-day',
      '2020-03-13T': 'time-digits',
      '2020-03-13T07Z': 'time-digits',
      '2020-03-13T7:45Z': 'time-digits',
      '2020-03-13T07:45z': 'time-digits',
      '2020-03-13T07:45:00.5Z': 'time-fraction',
      '2020-03-13T0745Z': 'basic-format',
      '2020-03-13T07:45+0800': 'basic-format',
      '2020-03-13T24:00Z': 'no-time',
      '2020-03-13T07:60Z': 'no-time',
      '2016-12-31T23:59:60Z': 'no-time',
      '2020-03-13T07:45-00:00': 'no-offset',
      '2020-03-13T07:45+24:00': 'no-offset',
      '2020-03-13T07:45+08:60': 'no-offset',
      '2020-03-13T07:45Z~': 'qualified-instant',
    },
  },
  'level 0 and 1: interval': {
    accepted: [
      '2020-02-01/2020-02-10',
      '2019/2020-03',
      '2020-06/2020',
      '2020-02-01/2020-02-01',
      '2019-10~/2021%',
      '-0043/0014',
      '2020-01-24/..',
      '2020-01-24/',
      '../2020-02-24',
      '/2020-02-24',
    ],
    refused: {
      '2020-03/2020-01': 'ends-before-start',
      '-0100/-0101': 'ends-before-start',
      '2020-01-24T18:00+08:00/..': 'time-in-interval',
      '/': 'interval-without-bound',
      '../..': 'interval-without-bound',
      '/..': 'interval-without-bound',
      '2020/01/26': 'typed-date',
      '2019/2020/2021': 'interval-parts',
      '202X/2030': 'x-in-interval',
      '2020-02-XX/2020-03': 'x-in-interval',
      '2020-02-01/10': 'year-digits',
      '2020-02-01/2020-02-30': 'no-day',
      '2020-02-30/2020-03-01': 'no-day',
      '2020/[2021,2022]': 'not-a-date',
    },
  },
  'level 1: years': {
    accepted: ['-0043-03-15', '-9999', '-0001-02'],
    refused: {
      '12020': 'year-range',
      '-12020-01': 'year-range',
      '+2020': 'not-a-date',
      'y2020-02': 'not-a-date',
      '+12020': 'year-range',
      Y17000002: 'year-range',
      'Y-17e7': 'year-range',
      '-0000': 'no-year',
      '-0000-01-01': 'no-year',
    },
  },
  'level 1: unspecified digits': {
    accepted: [
      '202X',
      '19XX',
      '2020-02-XX',
      '-004X',
      '-000X',
      '-00XX',
      '000X',
      '00XX',
      '-9999',
      '-99XX',
    ],
    refused: {
      '2020-XX': 'unspecified-part',
      '2020-XX-XX': 'unspecified-part',
      XXXX: 'x-elsewhere',
      '2XXX': 'x-elsewhere',
      '202X-05': 'x-elsewhere',
      '19XX-05-12': 'x-elsewhere',
      '2020-XX-26': 'x-elsewhere',
      '202x': 'small-x',
    },
  },
  'level 1: qualification': {
    accepted: ['1980?', '2020-02~', '2020-01-26%', '198X~', '2020-02-XX?'],
    refused: { '2020?~': 'qualifier-place', '~': 'not-a-date' },
  },
  'level 1: seasons': {
    accepted: [],
    refused: {
      '2020-21': 'season',
      '2020-24': 'season',
      '2020-41': 'season',
      '2020-21~': 'season',
    },
  },
  'level 2: one of a set': {
    accepted: [
      '[2020-01-27..2020-03-13]',
      '[2019-10~..2020]',
      '[..2020-03-13]',
      '[2020-01-26,2020-01-27]',
      '[1667,1668-12,1670-01-02]',
      '[2020-01-26..2020-01-26]',
    ],
    refused: {
      '[2020-03..2020-01]': 'ends-before-start',
      '[]': 'set-empty',
      '[..]': 'set-empty',
      '[,]': 'set-empty',
      '[2020]': 'set-of-one',
      '[2020,]': 'empty',
      '[2020..]': 'set-without-end',
      '[2020,2021..2022]': 'set-mixed',
      '[2021,2020]': 'set-order',
      '[2020,2020]': 'set-order',
      '[2020,2020-02]': 'set-order',
      '[2020, 2021]': 'inner-space',
      '[2020..2021': 'set-bracket',
      '[2020..2021]~': 'set-bracket',
      '[2020..2021]]': 'set-bracket',
      '[2020-01-24T18:00Z..2020-02]': 'time-in-set',
      '[202X..2030]': 'x-in-set',
      '[2010,202X]': 'x-in-set',
      '[..202X]': 'x-in-set',
      '[2020/2021]': 'set-mixed',
      '[..2020-13]': 'no-month',
      '[2020-13..2021]': 'no-month',
      '[2020..2021-13]': 'no-month',
    },
  },
  'level 2: the rest': {
    accepted: [],
    refused: {
      '{2020,2021}': 'all-of-set',
      '2020-02-2X': 'unspecified-part',
      '2020-0X': 'unspecified-part',
      '2020-1X': 'unspecified-part',
      '2020-13-2X': 'no-month',
      '2020-02-3X': 'no-day',
      '2020?-01': 'qualifier-place',
      '?2020-01': 'qualifier-place',
      '1950S2': 'not-a-date',
    },
  },
}

describe.each(Object.entries(levels))('%s', (_level, { accepted, refused }) => {
  test('accepts', () => {
    for (const text of accepted) {
      const parsed = parseEdtf(text)
      expect(parsed.ok ? printEdtf(parsed.value) : parsed.failure).toBe(text)
    }
  })

  test('refuses', () => {
    const reasons = Object.keys(refused).map((text) => {
      const parsed = parseEdtf(text)
      return [text, parsed.ok ? 'accepted' : parsed.failure.rule]
    })
    expect(Object.fromEntries(reasons)).toEqual(refused)
    expect(reasons.length).toBeGreaterThan(0)
  })
})

describe('a refusal', () => {
  const refusals = Object.values(levels).flatMap(({ refused }) => Object.keys(refused))

  test('of every reason is shown above, except for length', () => {
    const shown = new Set<string>(
      Object.values(levels).flatMap(({ refused }) => Object.values(refused)),
    )
    expect(edtfRules.filter((reason) => !shown.has(reason))).toEqual(['too-long'])
  })

  test('has a message of its own for each reason', () => {
    const messages = new Map<string, string>()
    for (const text of refusals) {
      const parsed = parseEdtf(text)
      if (!parsed.ok) messages.set(ruleInWords(parsed.failure, 'en').detail, parsed.failure.rule)
    }
    expect(new Set(messages.values()).size).toBe(edtfRules.length - 1)
  })

  test.each([
    ['2020-02-2X', 'not in the profile; write [2020-02-20..2020-02-29]'],
    ['2021-02-2X', 'not in the profile; write [2021-02-20..2021-02-28]'],
    ['2020-02-0X', 'not in the profile; write [2020-02-01..2020-02-09]'],
    ['2020-01-3X', 'not in the profile; write [2020-01-30..2020-01-31]'],
    ['2020-04-3X', 'not in the profile; write 2020-04-30'],
    ['-0043-1X', 'not in the profile; write [-0043-10..-0043-12]'],
    ['2020-0X', 'not in the profile; write [2020-01..2020-09]'],
    ['2020-XX', 'not in the profile; write 2020'],
    ['2021-02-29', 'no such day: 2021-02 has 28 days'],
    ['2020-02-3X', 'no such day: 2020-02 has 29 days'],
  ])('of %s says "%s"', (text, message) => {
    const parsed = parseEdtf(text)
    expect(parsed.ok || ruleInWords(parsed.failure, 'en').detail).toBe(message)
  })

  test('proposes dates that are accepted', () => {
    const proposals = refusals.flatMap((text) => {
      const parsed = parseEdtf(text)
      return parsed.ok ? [] : (parsed.failure.proposals ?? [])
    })
    expect(proposals.length).toBeGreaterThan(4)
    for (const proposal of proposals)
      expect(parseEdtf(proposal), proposal).toHaveProperty('ok', true)
  })
})

describe('any text', () => {
  const alphabet = [
    '2020',
    '-',
    '0',
    '1',
    '9',
    'X',
    'XX',
    '..',
    '/',
    '[',
    ']',
    ',',
    'T',
    'Z',
    ':',
    '+',
    '~',
    '?',
    '%',
    ' ',
    '中',
    '{',
  ]
  const likely = fc
    .array(fc.constantFrom(...alphabet), { maxLength: 12 })
    .map((parts) => parts.join(''))

  test('is either a date that prints as it was written, or refused with a message', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), likely), (text) => {
        const parsed = parseEdtf(text)
        const answered = parsed.ok
          ? printEdtf(parsed.value) === text
          : ruleInWords(parsed.failure, 'zh-Hans').detail !== ''
        expect(answered).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test(`of at most ${maxDateLength} characters is read, longer is refused`, () => {
    const years = Array.from({ length: 40 }, (_, index) => 1500 + index)
    const longest = `[${years.join(',')}]`.replace('1500,', '')
    expect(longest.length).toBe(196)
    expect(parseEdtf(longest).ok).toBe(true)
    expect(parseEdtf(longest.replace('1501', '1501-01')).ok).toBe(true)
    expect(parseEdtf(longest.replace('1501', '1501-01~')).ok).toBe(true)
    const most = longest.replace('1501', '1501-01~')
    expect(most.length).toBe(maxDateLength)
    expect(parseEdtf(most.replace('1502', '1502~'))).toMatchObject({
      failure: { rule: 'too-long', values: { max: 200 } },
    })
  })

  test('however long is answered at once', () => {
    const parts = [...alphabet, '2020,', '[2020-01-01,', '2020-02-2X', 'a..']
    const starts = ['', '[', '2020-01-26T', '2020/']
    // Made before the work begins: making them takes longer than answering them.
    const textsOf = (size: number) =>
      parts.flatMap((part) => starts.map((start) => (start + part.repeat(size)).slice(0, size)))
    const texts = new Map([8192, 65_536].map((size) => [size, textsOf(size)]))
    const answer = (size: number) => {
      for (const text of texts.get(size) ?? []) parseEdtf(text)
    }
    expect(growth(8192, answer)).toBeLessThan(25)
  })
})

test('every date of the profile prints and parses to itself', () => {
  fc.assert(
    fc.property(edtfDates, (date) => {
      expect(parseEdtf(printEdtf(date))).toEqual({ ok: true, value: date })
    }),
    { numRuns: 1000 },
  )
})

describe('the edtf package', () => {
  const read = edtf as (text: string) => { min: number; max: number }
  const civil = (milliseconds: number): number => {
    const date = new Date(milliseconds)
    return civilDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
  }

  /**
   * It refuses X with a qualifier, some lists with one, `../b`, and ends that begin on the same day;
   * its [a..b] ends with a. Instants are no days.
   */
  function bothKnow(date: Edtf): boolean {
    if (date.form === 'list') return date.dates.every(({ qualifier }) => qualifier === '')
    if (date.form === 'date') return date.date.qualifier === '' || !hasX(date.date)
    return date.form === 'interval' && daysOf(date.from)[0] < daysOf(date.to)[0]
  }

  /** It takes -0000 (in -000X) for a year, -0001-01-XX backwards and the leap day of 0000 for 1 March. */
  const misread = (text: string): boolean => /^-(.*-XX|00(0X|XX))|0000-02-(29|XX)/.test(text)

  test('gives the same bounds where it is right', () => {
    let compared = 0
    const comparable = edtfDates.filter((date) => bothKnow(date) && !misread(printEdtf(date)))
    fc.assert(
      fc.property(comparable, (date) => {
        if (date.form === 'instant') return
        const dates = datesOf(date)
        const other = read(printEdtf(date))
        expect([civil(other.min), civil(other.max)], printEdtf(date)).toEqual([
          daysOf(dates[0])[0],
          daysOf(dates.at(-1)!)[1],
        ])
        compared++
      }),
    )
    expect(compared).toBeGreaterThan(50)
  })
})
