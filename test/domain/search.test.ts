import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTerms, searchText } from '../../src/domain/query/search.ts'
import { foldHan } from '../../src/domain/text/fold-han.ts'
import { timeline, timelineEvent } from '../support/feed.ts'

const terms = (q: string) => {
  const parsed = parseTerms(q)
  if (!parsed.ok) throw new Error(parsed.failure.rule)
  return parsed.value
}

describe('the words of a search', () => {
  test.each([
    ['police.', ['police']],
    ['"三级网格"', ['三级网格']],
    ['“Police”, (fire)…', ['fire', 'police']],
    ['《小镇》。', ['小镇']],
    ['C++ C#', ['c#', 'c++']],
    ['3.5% -5 −5 (-5) $5', ['$5', '-5', '3.5%']],
    ["o'clock dogs' ’tis", ['dogs', "o'clock", 'tis']],
    ['well-known --all', ['all', 'well-known']],
    ['A & B – C', ['a', 'b', 'c']],
    ['😀 °', ['°', '😀']],
    ['工', ['工']],
    ['… — “”, +', []],
  ])('%s are %j [fault 5.3]', (q, words) => {
    expect(terms(q)).toEqual(words)
  })

  test('are at most ten', () => {
    expect(parseTerms('a b c d e f g h i j k')).toMatchObject({ ok: false })
    expect(parseTerms('a b c d e f g h i j . -')).toMatchObject({ ok: true })
  })

  test('are read again as they are written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (q) => {
        const parsed = parseTerms(q)
        const words = parsed.ok ? parsed.value : []
        expect(terms(words.join(' '))).toEqual(words)
      }),
      { numRuns: 5000 },
    )
  })
})

test.each([
  ["the men of Jian'an", 'Jian’an'],
  ['the men of Jian’an', "jian'an"],
  ['the men of Jianʼan', 'Jian´an'],
  ['实行“三级网格”管理', '"三级网格"'],
  ['实行"三级网格"管理', '「三级网格」'],
  ['实行“三级网格”管理', '三级网格'],
  ['2019–2020', '2019-2020'],
])('%s is found by %s [fault 5.2]', (title, q) => {
  const text = searchText(timelineEvent({ title: { en: title } }), timeline())
  for (const term of terms(q)) expect(text).toContain(term)
})

/** What stands in texts: Chinese in both scripts, words of other scripts, marks, what is never visible. */
const pieces = [
  '企业',
  '復工',
  '“三级网格”',
  "Jian'an",
  'Jian’an',
  'Café',
  'naïve',
  'ΟΔΟΣ',
  'й',
  'が',
  '，',
  '。',
  ' ',
  ' — ',
  '3.5%',
  '\u00ad',
  '𠮷',
  '❤️',
  'ﬁn',
  '\n',
]
const texts = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 20 })

/** The same words as people type them. */
const variants = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) => text.normalize('NFD'),
  (text: string) => text.replaceAll('企业', '企業').replaceAll('復工', '复工'),
  (text: string) => text.replaceAll(/[“”]/g, '"').replaceAll('’', "'"),
)

test('every word copied from a text is found in it, in whatever variant', () => {
  fc.assert(
    fc.property(texts, fc.nat(20), fc.nat(20), variants, (all, from, length, variant) => {
      const event = timelineEvent({ title: { en: all.join('') } })
      const text = foldHan(searchText(event, timeline()))
      const copied = variant(all.slice(from, from + 1 + length).join(''))
      const parsed = parseTerms(copied)
      for (const term of parsed.ok ? parsed.value : []) expect(text).toContain(foldHan(term))
    }),
    { numRuns: 3000 },
  )
})

test('names of the place and roles are searched, names of others are not [fault 5.6]', () => {
  const role = { 'zh-Hans': '镇长', en: 'Mayor' }
  const actors = timeline().actors.map((actor) => ({ ...actor, role }))
  const event = timelineEvent({ actors: ['li-ming'], place: 'town' })
  const text = searchText(event, timeline({ actors }))
  for (const found of ['小镇', 'the town', '镇长', 'mayor']) expect(text).toContain(found)
  expect(text).not.toContain('李明')
})

test('what is searched is title, summary, stated date and cited words, on a line each', () => {
  const citation = { source: 'town-news' }
  const event = timelineEvent({
    title: { en: 'One', 'zh-Hans': '一' },
    summary: { en: 'Two' },
    statedDate: '2月3日',
    citations: [{ ...citation, exact: 'Four' }, citation, { ...citation, exact: 'Five' }],
    actors: [],
  })
  expect(searchText(event, timeline())).toBe('one\n一\ntwo\n2月3日\nfour\nfive')
  const { statedDate: _, ...undated } = event
  expect(searchText(undated, timeline()).split('\n')).toEqual([
    'one',
    '一',
    'two',
    '',
    'four',
    'five',
  ])
})
