// Several columns of one field: nothing that the report calls kept is lost.
import { describe, expect, it } from 'vitest'
import { document, source } from '../../support/document.ts'
import { askedBy, madeOf } from '../../support/import.ts'

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
