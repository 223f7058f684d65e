import { describe, expect, test } from 'vitest'
import { queryInWords } from '../../src/messages/queries.ts'
import { everything, type EventQuery } from '../../src/domain/query/event-query.ts'
import { uiLanguages } from '../../src/domain/text/ui-language.ts'
import { day, timeline } from '../support/feed.ts'

const within = (from: string | null, to: string | null): EventQuery => ({
  ...everything,
  window: {
    ...everything.window,
    from: from && day(from),
    to: to && day(to),
  } as EventQuery['window'],
})
const since = within('2020-02-01', null).window
const inEach = (query: EventQuery) =>
  uiLanguages.map((language) =>
    queryInWords({ query }, timeline(), { ui: language, content: language }),
  )

describe('a window of days', () => {
  test.each([
    ['2020-02-01', null, '自2020年2月1日起', '自2020年2月1日起', 'from 1 February 2020'],
    [null, '2020-01-01', '至2020年1月1日', '至2020年1月1日', 'until 1 January 2020'],
    ['2020-02-01', '2020-02-29', '2020年2月1日至29日', '2020年2月1日至29日', '1–29 February 2020'],
    [
      '2019-12-31',
      '2020-01-01',
      '2019年12月31日至2020年1月1日',
      '2019年12月31日至2020年1月1日',
      '31 December 2019 – 1 January 2020',
    ],
    ['2020-02-01', '2020-02-01', '2020年2月1日', '2020年2月1日', '1 February 2020'],
    ['-0043-03-15', null, '自公元前44年3月15日起', '自西元前44年3月15日起', 'from 15 March 44 BC'],
  ])('from %s to %s is told in words of each language', (from, to, ...words) => {
    expect(inEach(within(from, to))).toEqual(words)
  })

  test('without bounds is not told', () => {
    expect(inEach(everything)).toEqual(['', '', ''])
  })
})

test('a group is told with its members, or alone [fault 5.4]', () => {
  const grouped = timeline({
    actors: [
      { id: 'committee', kind: 'organization', name: { 'zh-Hans': '镇委', en: 'The committee' } },
      { id: 'li-ming', kind: 'person', name: { 'zh-Hans': '李明' }, memberOf: ['committee'] },
    ],
  })
  const inWords = (members: EventQuery['members'], ui: 'zh-Hans' | 'en', exclude = false) =>
    queryInWords(
      { query: { ...everything, members, actors: [{ any: ['committee'], exclude }] } },
      grouped,
      {
        ui,
        content: ui,
      },
    )
  expect(inWords('include', 'zh-Hans')).toBe('镇委及其成员')
  expect(inWords('exclude', 'zh-Hans')).toBe('仅镇委本身')
  expect(inWords('include', 'en', true)).toBe('without The committee and its members')
  expect(inWords('exclude', 'en')).toBe('The committee alone')
})

test('nothing stands behind what is left out, as if that were left out, too', () => {
  const leavingOut = { any: ['prevention'], exclude: true }
  const others: readonly Partial<EventQuery>[] = [
    { themes: [leavingOut, { any: ['reopening'], exclude: false }] },
    { actors: [{ any: ['committee'], exclude: false }] },
    { window: since },
    { terms: ['口罩'] },
    { sort: '-date' },
  ]
  for (const other of others)
    expect(inEach({ ...everything, themes: [leavingOut], ...other })).toEqual([
      expect.stringMatching(/[^不]*、不含疫情防控$/),
      expect.stringMatching(/[^不]*、不含疫情防控$/),
      expect.stringMatching(/.*, without Prevention$/),
    ])
})

describe('every other condition', () => {
  test.each<[Partial<EventQuery>, ...string[]]>([
    [
      { themes: [{ any: ['prevention', 'reopening'], exclude: true }] },
      '不含疫情防控或复工复产',
      '不含疫情防控或复工复产',
      'without Prevention or Reopening',
    ],
    [
      { themes: ['prevention', 'reopening'].map((id) => ({ any: [id], exclude: false })) },
      '疫情防控、复工复产',
      '疫情防控、复工复产',
      'Prevention, Reopening',
    ],
    [{ terms: ['口罩', '企业'] }, '“口罩”、“企业”', '「口罩」、「企业」', '“口罩”, “企业”'],
    [
      { window: { ...since, match: 'certain' } },
      '自2020年2月1日起、只列确定在所选日期内发生或持续的事件',
      '自2020年2月1日起、只列確定在所選日期內發生或持續的事件',
      'from 1 February 2020, only events that certainly happened or went on within the chosen days',
    ],
    [
      { window: { ...since, undated: 'include' } },
      '自2020年2月1日起、包括没有日期的事件',
      '自2020年2月1日起、包括沒有日期的事件',
      'from 1 February 2020, with events that have no date',
    ],
    // Without days, neither of the two has an effect.
    [{ window: { ...everything.window, match: 'certain', undated: 'include' } }, '', '', ''],
    [{ sort: '-date' }, '由新到旧', '由新到舊', 'newest first'],
    [{ sort: '-updated' }, '最近修改的在前', '最近修改的在前', 'last changed first'],
  ])('is in words: %j [fault 2.2]', (condition, ...words) => {
    expect(inEach({ ...everything, ...condition })).toEqual(words)
  })

  test('a pinned edition is in words', () => {
    const languages = { ui: 'en', content: 'en' } as const
    const narrowing = { query: everything, pinnedEdition: 3 }
    expect(queryInWords(narrowing, timeline(), languages)).toBe('edition 3')
  })
})

test('names are told in the language of contents, the words between them in our own', () => {
  const french = timeline({
    language: 'fr',
    themes: [
      { id: 'prevention', label: { fr: 'Prévention', en: 'Prevention' }, color: 0 },
      { id: 'reopening', label: { fr: 'Reprise', en: 'Reopening' }, color: 1 },
    ],
  })
  const query: EventQuery = {
    ...within('2020-02-01', null),
    themes: [{ any: ['prevention', 'reopening'], exclude: false }],
    actors: [{ any: ['committee'], exclude: true }],
    terms: ['ville'],
  }
  expect(queryInWords({ query }, french, { ui: 'en', content: 'fr' })).toBe(
    'Prévention or Reprise, from 1 February 2020, “ville”, without 镇委',
  )
})
