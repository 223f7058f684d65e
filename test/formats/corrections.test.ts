import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  writeCorrections,
  type CorrectionsFeed,
  type CorrectedEdition,
} from '../../src/formats/feed/corrections.ts'
import { messages } from '../../src/messages/languages.ts'
import { feed, timelineEvent } from '../support/feed.ts'
import { all, carried, childrenOf, only, readXml, textOf } from '../support/xml-reader.ts'
import { hostileText } from './hostile-feed.ts'

const base = 'https://timelines.example'

const corrections = (
  editions: readonly CorrectedEdition[],
  overrides: Partial<CorrectionsFeed> = {},
): CorrectionsFeed => ({
  timeline: feed().timeline,
  edition: { number: 3, published: '2026-10-01T08:30:00Z' },
  language: 'zh-Hans',
  content: overrides.language ?? 'zh-Hans',
  editions,
  links: {
    self: `${base}/v1/timelines/town-2020/editions.atom`,
    page: (number) =>
      `${base}/timelines/town-2020/editions${number === undefined ? '' : `#edition-${number}`}`,
    edition: (number) => `${base}/v1/timelines/town-2020/editions/${number}`,
    event: (id) => `${base}/timelines/town-2020/events/${id}`,
  },
  ...overrides,
})

const edition = (overrides: Partial<CorrectedEdition> = {}): CorrectedEdition => ({
  number: 3,
  published: '2026-10-01T08:30:00Z',
  added: [],
  changed: [],
  withdrawn: [],
  removed: [],
  parts: [],
  ...overrides,
})

const { id, title } = timelineEvent()
const changedEvent = (field: string, before: unknown, after: unknown) => ({
  id,
  title,
  fields: [{ field, before, after }],
})

const renamedPlace = {
  part: 'actor',
  id: 'town',
  name: { 'zh-Hans': '新村' },
  change: 'changed',
  fields: [{ field: 'name', before: { 'zh-Hans': '小镇' }, after: { 'zh-Hans': '新村' } }],
} as const

const entriesOf = (of: CorrectionsFeed) => childrenOf(readXml(writeCorrections(of)), 'entry')
const contentOf = (entry: ReturnType<typeof readXml>) =>
  readXml(`<div>${only(entry, 'content')}</div>`)
/** The lines of the differences of one field. */
const said = (
  field: string,
  before: unknown,
  after: unknown,
  language: 'zh-Hans' | 'en' = 'zh-Hans',
) => {
  const of = corrections([edition({ changed: [changedEvent(field, before, after)] })], { language })
  const [list] = all(contentOf(entriesOf(of)[0]!), 'ul').slice(1)
  return childrenOf(list!, 'li').map(textOf)
}

describe('the corrections feed', () => {
  test('has one entry for each edition, with permanent ids of their own', () => {
    const of = corrections([edition(), edition({ number: 2, published: '2026-10-01T08:30:00Z' })])
    expect(only(readXml(writeCorrections(of)), 'id')).toBe(
      'tag:timelines.example,2026:town-2020/editions/',
    )
    expect(entriesOf(of).map((entry) => only(entry, 'id'))).toEqual([
      'tag:timelines.example,2026:town-2020/editions/3',
      'tag:timelines.example,2026:town-2020/editions/2',
    ])
    expect(entriesOf(of).map((entry) => only(entry, 'updated'))).toEqual([
      '2026-10-01T08:30:00Z',
      '2026-10-01T08:30:00Z',
    ])
  })

  test('has title, updated, author, self and alternate', () => {
    const root = readXml(writeCorrections(corrections([edition()])))
    expect(only(root, 'title')).toBe('小镇纪事：更正记录')
    expect(only(root, 'updated')).toBe('2026-10-01T08:30:00Z')
    expect(only(childrenOf(root, 'author')[0]!, 'name')).toBe('timelines.example')
    expect(
      childrenOf(root, 'link').map(({ attributes }) => [attributes.rel, attributes.href]),
    ).toEqual([
      ['self', `${base}/v1/timelines/town-2020/editions.atom`],
      ['alternate', `${base}/timelines/town-2020/editions`],
    ])
  })

  test('counts in the title of an entry what the edition changed', () => {
    const changes = {
      added: [
        { id, title },
        { id: 'b', title },
      ],
      withdrawn: [{ id: 'c', title, fields: [] }],
      removed: [{ id: 'd', title }],
      parts: [renamedPlace],
    }
    const of = (language: 'zh-Hans' | 'en') => corrections([edition(changes)], { language })
    expect(only(entriesOf(of('zh-Hans'))[0]!, 'title')).toBe(
      '第3版：新增2个事件，撤回1个事件，移除1个事件，名称、来源等改动1项',
    )
    expect(only(entriesOf(of('en'))[0]!, 'title')).toBe(
      'Edition 3: 2 events added, 1 event withdrawn, 1 event removed, ' +
        '1 change to names, sources or other parts',
    )
  })

  test('says that nothing changed, with the note of the edition', () => {
    const [entry] = entriesOf(corrections([edition({ note: '重新发布 <旧>' })]))
    expect(only(entry!, 'title')).toBe('第3版：没有变化')
    expect(textOf(contentOf(entry!))).toBe('重新发布 <旧>没有变化')
  })

  test.each([
    ['zh-Hans', '第1版：创建时间线，尚无事件'],
    ['zh-Hant', '第1版：建立時間軸，尚無事件'],
    ['en', 'Edition 1: begins the timeline, without events'],
  ] as const)('says in %s of a first edition without events that it begins', (language, said) => {
    const [entry] = entriesOf(corrections([edition({ number: 1 })], { language }))
    expect(only(entry!, 'title')).toBe(said)
    expect(said).toContain(textOf(contentOf(entry!)))
  })

  test('claims of an edition of version 0.1 only what was known', () => {
    const { removed: _removed, parts: _parts, ...older } = edition()
    const title = (changes: Partial<CorrectedEdition>) =>
      only(entriesOf(corrections([{ ...older, removed: [], ...changes }]))[0]!, 'title')
    expect(title({})).toBe('第3版：事件没有变化')
  })

  test('tells changes of parts field by field', () => {
    const of = corrections([edition({ parts: [renamedPlace] })])
    expect(all(contentOf(entriesOf(of)[0]!), 'li').map(textOf)).toEqual([
      '人物、机构与地点：新村名称：小镇 → 新村',
      '名称：小镇 → 新村',
    ])
  })

  test('links to the page of editions at that edition, and to its JSON [fault 3.6]', () => {
    const [entry] = entriesOf(corrections([edition()]))
    const links = childrenOf(entry!, 'link').map(({ attributes }) => attributes)
    expect(links.map(({ rel, type, href }) => [rel, type, href])).toEqual([
      ['alternate', 'text/html', `${base}/timelines/town-2020/editions#edition-3`],
      ['related', 'application/json', `${base}/v1/timelines/town-2020/editions/3`],
    ])
  })

  test('links every event that is still there', () => {
    const changes = edition({
      added: [{ id: 'a', title }],
      changed: [{ ...changedEvent('place', null, 'town'), id: 'b' }],
      withdrawn: [{ id: 'c', title, fields: [] }],
      removed: [{ id: 'd', title }],
    })
    const anchors = all(contentOf(entriesOf(corrections([changes]))[0]!), 'a')
    expect(anchors.map(({ attributes }) => attributes.href)).toEqual(
      ['a', 'b', 'c'].map((event) => `${base}/timelines/town-2020/events/${event}`),
    )
  })
})

describe('an edition that is only counted', () => {
  const counted = {
    number: 1,
    published: '2026-10-01T08:30:00Z',
    changes: { added: 100_000, changed: 0, withdrawn: 0, removed: 0, parts: 0 },
  }
  test.each([
    ['zh-Hans', '第1版：至多新增100000个事件', '第1版：新增100000个事件'],
    ['zh-Hant', '第1版：至多新增100000個事件', '第1版：新增100000個事件'],
    ['en', 'Edition 1: at most 100000 events added', 'Edition 1: 100000 events added'],
  ] as const)('says in %s whether its JSON has all changes', (language, bounded, exact) => {
    const [first, second] = entriesOf(
      corrections([], { language, large: [{ ...counted, isBounded: true }, counted] }),
    )
    const all = messages[language].changes.tooMany
    expect(only(first!, 'title')).toBe(bounded)
    const contents = [first, second].map((entry) => only(entry!, 'content'))
    expect(contents[0]).not.toContain(all)
    expect(contents[0]).toContain(messages[language].changes.notCompared)
    expect(only(second!, 'title')).toBe(exact)
    expect(contents[1]).toContain(all)
  })
})

describe('a changed field', () => {
  test('of text shows before and after in each language that changed', () => {
    const [before, after] = [
      { 'zh-Hans': '旧', en: 'same' },
      { 'zh-Hans': '新', en: 'same', fr: 'n' },
    ]
    expect(said('title', before, after)).toEqual(['标题：旧 → 新', '标题（fr）：（无） → n'])
  })

  test('of the date shows the words', () => {
    const date = (edtf: string) => ({ edtf, kind: 'point' })
    expect(said('date', date('2020-02-01'), date('2020-02-02'))).toEqual([
      '日期：2020年2月1日 → 2020年2月2日',
    ])
  })

  test('of themes, actors, place and status shows names', () => {
    expect(said('themes', ['prevention'], ['reopening', 'prevention'])).toEqual([
      '主题：疫情防控 → 复工复产、疫情防控',
    ])
    expect(said('actors', [], ['li-ming'], 'en')).toEqual([
      'People, organizations and places: (none) → Li Ming',
    ])
    expect(said('place', 'town', null)).toEqual(['地点：小镇 → （无）'])
    expect(said('status', 'confirmed', 'disputed')).toEqual(['状态：已确认 → 有争议'])
  })

  test('of figures, quotations, links and the stated date shows them', () => {
    const [label, unit] = [{ 'zh-Hans': '企业' }, { 'zh-Hans': '家' }]
    expect(said('measures', [{ label, unit, value: 87 }], [{ label, unit, value: 78 }])).toEqual([
      '数据：企业：87家 → 企业：78家',
    ])
    const damage = (unitCode: string) => [{ label: { 'zh-Hans': '损失' }, value: 30_000, unitCode }]
    expect(said('measures', damage('USD'), damage('EUR'))).toEqual([
      '数据：损失：3万USD → 损失：3万EUR',
    ])
    expect(said('citations', [{ exact: '甲' }], [{ exact: '乙' }])).toEqual(['原文：“甲” → “乙”'])
    expect(said('links', [], [{ url: 'https://a.example/' }])).toEqual([
      '链接：（无） → https://a.example/',
    ])
    expect(said('statedDate', null, '2月')).toEqual(['原文日期：（无） → 2月'])
  })

  test('that the words do not tell is said to differ in detail', () => {
    const at = (start: number) => [{ exact: '甲', start, end: start + 1 }]
    expect(said('citations', at(1), at(2))).toEqual(['原文：细节有改动'])
  })

  test('that is not known is shown as it is', () => {
    expect(said('colour', 1, { a: '<' })).toEqual(['colour：1 → {"a":"<"}'])
  })
})

test('with random hostile texts is well-formed and says the same when read', () => {
  let seen = 0
  fc.assert(
    fc.property(hostileText, hostileText, (before, after) => {
      const change = changedEvent('title', { 'zh-Hans': before }, { 'zh-Hans': after })
      const of = corrections([edition({ note: before, changed: [change] })])
      const content = contentOf(entriesOf(of)[0]!)
      expect(textOf(childrenOf(content, 'p')[0]!)).toBe(carried(before))
      if (before === after) return
      expect(all(content, 'del').map(textOf)).toEqual([carried(before)])
      expect(all(content, 'ins').map(textOf)).toEqual([carried(after)])
      seen++
    }),
    { numRuns: 200 },
  )
  expect(seen).toBeGreaterThan(100)
})
