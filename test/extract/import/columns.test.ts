// Several columns of one field: nothing that the report calls kept is lost.
import { describe, expect, it } from 'vitest'
import { csv, csvColumns } from '../../../src/formats/csv.ts'
import { document, source } from '../../support/document.ts'
import { askedBy, madeOf } from '../../support/import.ts'
import { shownIn } from '../../support/shown.ts'

const into = document({ events: [], sources: [source({ id: 's1', published: '2024-03-13' })] })

const eventOf = (table: string, answers: object = {}) =>
  madeOf(table, { into, answers: { source: 's1', ...answers } }).document.events[0]

describe('several columns', () => {
  it('of summaries and notes are joined by line ends', () => {
    expect(eventOf('日期,标题,摘要,内容,备注,注释\n2020-02-05,甲,一,二,三,四\n')).toMatchObject({
      summary: '一\n二',
      note: '三\n四',
    })
    expect(eventOf('日期,标题,摘要,内容\n2020-02-05,甲,,二\n')).toMatchObject({ summary: '二' })
    expect(eventOf('日期,标题,摘要,内容\n2020-02-05,甲,二,二\n')).toMatchObject({ summary: '二' })
    const twice = '日期,标题,备注,备注\n2020-02-05,甲,三,四\n'
    expect(eventOf(twice, { 'column/备注 (2)': 'note' })).toMatchObject({ note: '三\n四' })
    expect(
      eventOf('日期,标题,Summary (en),Description (en)\n2020-02-05,甲,One,Two\n'),
    ).toMatchObject({ summary: { en: 'One\nTwo' } })
  })

  it('of titles leave the other title in the summary, beside that of a column', () => {
    const table = '日期,标题,事件,内容\n2020-02-05,甲,乙,丙\n'
    expect(eventOf(table, { 'columns/title': '标题' })).toMatchObject({
      title: '甲',
      summary: '乙\n丙',
    })
  })

  it.each([
    ['标题', '标题（中文）'],
    ['標題', 'Title (Chinese)'],
    ['title', '标题（zh-Hans）'],
    ['标题（中文）', '标题（简体）'],
  ])('of titles in the language of the timeline are asked: %s, %s', (one, other) => {
    const table = `日期,${one},${other},Title (en)\n2020-02-05,甲,乙,A\n`
    const importing = { into, answers: { source: 's1' } }
    expect(askedBy(table, importing)).toEqual(['columns/title'])
    expect(eventOf(table, { 'columns/title': other })).toMatchObject({
      title: { 'zh-Hans': '乙', en: 'A' },
      summary: '甲',
    })
  })

  it('of summaries and notes in the language of the timeline are joined', () => {
    const table = '日期,标题,摘要,摘要（中文）,备注（中文）,备注\n2020-02-05,甲,一,二,三,四\n'
    expect(eventOf(table)).toMatchObject({ summary: '一\n二', note: '三\n四' })
  })

  it('of titles in one language, and of quoted words, are asked', () => {
    const importing = { into, answers: { source: 's1' } }
    expect(askedBy('日期,标题,Title (en),Headline (en)\n2020-02-05,甲,A,B\n', importing)).toEqual([
      'columns/title (en)',
    ])
    expect(askedBy('日期,标题,引文,原文\n2020-02-05,甲,A,B\n', importing)).toEqual([
      'columns/citedWords',
    ])
  })
})

describe('a column such as keep', () => {
  const table = (...marks: readonly string[]) =>
    [
      'date,title,保留',
      ...marks.map((mark, day) => `2020-02-0${day + 1},A${day},${mark}`),
      '',
    ].join('\n')
  const importing = (answers: object = {}) => ({ into, answers: { source: 's1', ...answers } })
  const added = (content: string, answers: object = {}) =>
    madeOf(content, importing(answers)).document.events.map(({ title }) => title)

  it.each([
    ['x', '', 'x'],
    ['是', '否', '是'],
    ['TRUE', 'false', '1'],
  ])('chooses rows by marks: %s, %s, %s', (...marks) => {
    expect(added(table(...marks))).toEqual(['A0', 'A2'])
    expect(added(table('no', '', '-'))).toEqual([])
  })

  it('is asked about where no row is marked, each time', () => {
    const empty = table('', '')
    expect(askedBy(empty, importing())).toEqual(['unmarked/保留'])
    const all = madeOf(empty, importing({ 'unmarked/保留': 'all' }))
    expect(all.added).toHaveLength(2)
    expect(all.memory.answers.has('unmarked/保留')).toBe(false)
    expect(madeOf(empty, importing({ 'unmarked/保留': 'none' }))).toMatchObject({
      added: [],
      leftOut: 2,
    })
  })

  it('is asked about, as a column of no known name, where it holds other words', () => {
    const words = table('Stone tower', 'x')
    expect(askedBy(words, importing())).toEqual(['column/保留'])
    expect(added(words, { 'column/保留': 'keep' })).toEqual(['A1'])
    expect(added(words, { 'column/保留': 'none' })).toEqual(['A0', 'A1'])
    expect(eventOf(words, { 'column/保留': 'note' })).toMatchObject({ note: 'Stone tower' })
  })

  it('of our list of dates leaves all rows out while none is marked, and asks nothing', () => {
    const draft =
      'keep,date,kind,stated,reason,readings,sentence,title,source\n,2020-02-05,point,,,,,A,s1\n'
    expect(madeOf(draft, importing())).toMatchObject({ added: [], leftOut: 1 })
  })
})

describe('columns that somebody has added to a file of ours', () => {
  it('are read by their names, or asked', () => {
    const draft =
      'keep,date,kind,stated,reason,readings,sentence,title,source,备注,Weather\nx,2020-02-05,point,,,,,A,s1,注,Rain\n'
    const importing = (answers: object) => ({ into, answers })
    expect(askedBy(draft, importing({}))).toEqual(['column/Weather'])
    expect(madeOf(draft, importing({ 'column/Weather': 'none' })).document.events[0]).toMatchObject(
      { note: '注' },
    )
    const file = shownIn(csv, into).replace('\r\n', ',Weather\r\n')
    const row = csvColumns.map((name) => ownCells[name] ?? '').join(',')
    expect(askedBy(`${file}${row},Rain\r\n`, { into })).toEqual(['column/Weather'])
    expect(
      madeOf(`${file}${row},Rain\r\n`, importing({ 'column/Weather': 'note' })).document.events,
    ).toMatchObject([{ id: 'a', note: 'Rain' }])
    expect(askedBy(`${shownIn(csv, into)}${row}\r\n`, { into })).toEqual([])
  })
})

/** Of a row of our own CSV. */
const ownCells: Readonly<Record<string, string>> = {
  id: 'a',
  date: '2020-02-05',
  kind: 'point',
  title: 'A',
  sources: 's1',
  status: 'confirmed',
  ...Object.fromEntries(['sequence', 'modified', 'url', 'measures'].map((name) => [name, '0'])),
}
