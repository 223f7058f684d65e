// Files that say a date twice: which of the two counts, and that the report tells where they differ.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csv } from '../../../src/formats/csv.ts'
import { ndjson } from '../../../src/formats/json/ndjson.ts'
import { timelineJs } from '../../../src/formats/timelinejs.ts'
import { datesAround2020, instantsAround2020 } from '../../support/dates.ts'
import { document, event, source } from '../../support/document.ts'
import { madeOf, planOf } from '../../support/import.ts'
import { shownIn } from '../../support/shown.ts'
import { documentsDated } from '../../support/timelines.ts'

const empty = document({ events: [], sources: [source({ published: '2030-01-01' })] })
const answers = { source: 'town-news', 'stretches/start_date': 'once' }
const documents = documentsDated(fc.oneof(datesAround2020, instantsAround2020))

const told = (file: string, into = empty): string =>
  planOf(file, { into, answers })
    .settled.filter((line) => line.includes('says otherwise'))
    .join('\n')

describe('display_date of TimelineJS', () => {
  const slide = (start: object, display: string, end?: object) =>
    JSON.stringify({
      events: [
        { start_date: start, end_date: end, display_date: display, text: { headline: 'A' } },
      ],
    })
  const fifth = { year: 2020, month: 3, day: 5 }

  it.each([
    '5 February 2020',
    '2020年2月5日',
    'from 5 March 2020 onwards',
    '2020-03-05/2020-03-07',
  ])('is told where it is another date than start and end: %s', (display) => {
    const file = slide(fifth, display)
    expect(told(file)).toBe(
      `“display_date” says otherwise than the date, which counts: row 1 is 2020-03-05, not “${display}”`,
    )
    expect(madeOf(file, { into: empty, answers }).document.events[0]).toMatchObject({
      date: '2020-03-05',
      note: `The date is given as “${display}”.`,
    })
  })

  it.each(['5 March 2020', 'March 2020', '2020', 'One fine day', 'Spring'])(
    'is not where it names the day, perhaps among others, or no date: %s',
    (display) => {
      expect(told(slide(fifth, display))).toBe('')
    },
  )

  it.each<
    readonly [
      said: readonly [start: string, whole: string, end: string],
      words: string,
      told: boolean,
    ]
  >([
    [['', '', '8 March 2020'], '– 8 March 2020', false],
    [['', '', 'the eighth'], '– the eighth', false],
    [['5 March 2020', '', 'Sunday'], '5 March 2020 – Sunday', false],
    [['', '', '9 March 2020'], '– 9 March 2020', true],
    [['4 March 2020', '', ''], '4 March 2020', true],
    [['', '5–8 March 2020', '9 March 2020'], '5–8 March 2020; – 9 March 2020', true],
    [['', '6–9 March 2020', 'Sunday'], '6–9 March 2020; – Sunday', true],
    [['', '5–8 March 2020', '8 March 2020'], '5–8 March 2020', false],
  ])('of start, slide and end is kept: %s', ([start, whole, end], words, isTold) => {
    const dates = [
      { ...fifth, display_date: start },
      { ...fifth, day: 8, display_date: end },
    ] as const
    const file = slide(dates[0], whole, dates[1])
    expect(told(file) !== '').toBe(isTold)
    expect(madeOf(file, { into: empty, answers }).document.events[0]).toMatchObject({
      date: '2020-03-05/2020-03-08',
      note: `The date is given as “${words}”.`,
    })
  })

  it('is told where it was edited alone, or stands beside a day that was, in a file of ours', () => {
    const into = document()
    const file = shownIn(timelineJs, into)
    const moved = file.replace(
      '"start_date":{"year":2020,"month":2,"day":24}',
      '"start_date":{"year":2020,"month":3,"day":4}',
    )
    expect(told(moved, into)).toContain('row 2 is 2020-03-04, not “截至2020年2月24日”')
    const edited = file.replace(
      '"display_date":"截至2020年2月24日"',
      '"display_date":"截至2020年3月4日"',
    )
    expect(told(edited, into)).toContain('row 2 is ../2020-02-24, not “截至2020年3月4日”')
  })
})

describe('columns of our own CSV that follow from the date', () => {
  it('say nothing else in a file that was not edited', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom('zh-Hans', 'en', 'zh-Hant'), (into, language) => {
        expect(told(shownIn(csv, into, language), into)).toBe('')
      }),
      { numRuns: 40 },
    )
  })

  it.each([
    ['"截至2020年2月24日"', '"截至2020年2月25日"', 'date_in_words', '截至2020年2月25日'],
    ['"截至2020年2月24日"', '"约定之日"', 'date_in_words', '约定之日'],
    [',"2020-02-24","2020-02-24",', ',"2020-02-25","2020-02-24",', 'latest', '2020-02-25'],
    [',"2020-02-24","2020-02-24",', ',"2020-02-24","2020-02-25",', 'anchor', '2020-02-25'],
    ['"2020-02-24",,"day"', '"2020-02-24","10:30","day"', 'time', '10:30'],
    ['"2020-02-24",,"day"', '"2020-02-24",,"month"', 'precision', 'month'],
    ['"2020-02-24",,"day","false"', '"2020-02-24",,"day","true"', 'approximate', 'true'],
    [
      '2020-02-24",,"day","false","false"',
      '2020-02-24",,"day","false","TRUE"',
      'uncertain',
      'TRUE',
    ],
  ])('are told where they were edited alone: %s', (from, to, header, text) => {
    const into = document()
    const file = shownIn(csv, into)
    const edited = file.replace(from, to)
    expect(edited).not.toBe(file)
    expect(told(edited, into)).toBe(
      `“${header}” says otherwise than the date, which counts: row 3 is ../2020-02-24, not “${text}”`,
    )
  })
})

describe('columns of our own CSV that spreadsheets have written in their own form', () => {
  it('say nothing else', () => {
    const into = document({ events: [event({ date: '2020-02-05T07:45+08:00', kind: 'point' })] })
    const file = shownIn(csv, into)
    const saved = file
      .replace('"2020-02-05","2020-02-05","2020-02-05"', '2020/2/5,5/2/2020,2/5/2020')
      .replace('"07:45"', '7:45:00')
      .replaceAll('"false"', 'FALSE')
    expect(saved).toContain(',7:45:00,"instant",FALSE,FALSE,')
    expect(told(saved, into)).toBe('')
  })
})

describe('names and the address beside ids of our own CSV', () => {
  const themes = [
    { id: 'a', label: { 'zh-Hans': '甲', en: 'A; B' } },
    { id: 'c', label: '丙' },
  ]
  const actors = [{ id: 'hall', kind: 'place' as const, name: { 'zh-Hans': '会堂', en: 'Hall' } }]
  const into = document({
    themes,
    actors,
    events: [event({ id: 'e', themes: ['a', 'c'], actors: ['hall'], place: 'hall' })],
  })

  it.each(['zh-Hans', 'en', 'fr'])(
    'say nothing else where they were not edited: %s',
    (language) => {
      expect(told(shownIn(csv, into, language), into)).toBe('')
    },
  )

  it.each([
    [
      '"甲; 丙"',
      '"甲; 丁"',
      '“theme_labels” says otherwise than “themes”, which counts: row 2 is a; c',
    ],
    [
      '"甲; 丙"',
      '"甲"',
      '“theme_labels” says otherwise than “themes”, which counts: row 2 is a; c',
    ],
    ['"hall","会堂","hall"', '"hall","礼堂","hall"', '“actor_names” says otherwise than “actors”'],
    ['"hall","会堂",,"', '"hall","礼堂",,"', '“place_name” says otherwise than “place”'],
    ['/events/e"', '/events/f"', '“url” says otherwise than “id”, which counts: row 2 is e, not'],
    ['"https://timelines.example/', '"https://a.example/x?', '“url” says otherwise than “id”'],
  ])('are told where %s is edited to %s', (from, to, line) => {
    const file = shownIn(csv, into)
    const edited = file.replace(from, to)
    expect(edited).not.toBe(file)
    expect(told(edited, into)).toContain(line)
    expect(told(edited, into).split('\n')).toHaveLength(1)
  })
})

describe('members of the API’s events that follow from the date', () => {
  const into = document({
    events: [
      event({ id: 'a', date: '2020-02-05T07:45+08:00', kind: 'point' }),
      event({ id: 'b', date: '../2020-02-24', kind: 'asOf' }),
    ],
  })
  const file = shownIn(ndjson, into)

  it('say nothing else in a file that was not edited, in all languages and in one', () => {
    fc.assert(
      fc.property(documents, (dated) => {
        expect(told(shownIn(ndjson, dated), dated)).toBe('')
      }),
      { numRuns: 40 },
    )
    const one = file.replaceAll(/"(words|short)":\{[^}]*"en":("[^"]*")[^}]*\}/g, '"$1":$2')
    expect(one).toContain('"words":"as of')
    expect(told(one, into)).toBe('')
  })

  it.each([
    [
      '"zh-Hans":"截至2020年2月24日"',
      '"zh-Hans":"截至2020年2月25日"',
      'date.words',
      '截至2020年2月25日',
    ],
    ['"en":"as of 24 February"', '"en":"one fine day"', 'date.short', 'one fine day'],
    ['"latest":"2020-02-24"', '"latest":"2020-02-25"', 'date.latest', '2020-02-25'],
    ['"earliest":null', '"earliest":"2020-01-01"', 'date.earliest', '2020-01-01'],
    ['"to":"2020-02-24"', '"to":"2020-02-26"', 'date.named.to', '2020-02-26'],
    ['"anchor":"2020-02-24"', '"anchor":"2020-02-26"', 'date.anchor', '2020-02-26'],
    ['"precision":"day"', '"precision":"month"', 'date.precision', 'month'],
    [
      '"approximate":false,"uncertain":false}',
      '"approximate":true,"uncertain":false}',
      'date.approximate',
      'true',
    ],
  ])('are told where they were edited alone: %s', (from, to, header, text) => {
    const edited = file.replace(from, to)
    expect(edited).not.toBe(file)
    expect(told(edited, into)).toBe(
      `“${header}” says otherwise than the date, which counts: row 2 is ../2020-02-24, not “${text}”`,
    )
  })

  it('are told of a time, and of an address, as well', () => {
    const edited = file
      .replace('"time":"07:45"', '"time":"08:45"')
      .replace('/events/b"', '/events/c"')
    expect(told(edited, into).split('\n')).toEqual([
      expect.stringContaining('“date.time” says otherwise than the date, which counts: row 1 is'),
      expect.stringContaining('“url” says otherwise than “id”, which counts: row 2 is b, not'),
    ])
  })
})
