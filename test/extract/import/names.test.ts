// Names in cells: what the timeline has under exactly that name is not cut, and is shown as it is written.
import { describe, expect, it } from 'vitest'
import type { TimelineDocument } from '../../../src/domain/document/timeline.ts'
import { document, source } from '../../support/document.ts'
import { askedBy, madeOf, planOf } from '../../support/import.ts'

const into = (overrides: Partial<TimelineDocument> = {}): TimelineDocument =>
  document({
    events: [],
    themes: [],
    actors: [],
    sources: [
      source({ id: 's1', title: '晚报', published: '2024-03-13' }),
      source({ id: 's2', title: '市、县通报', published: '2024-03-12' }),
      source({ id: 's3', title: 'Flood | Town News', published: '2024-03-11' }),
      source({ id: 's4', title: 'Page', published: '2024-03-11', url: 'https://a.example/x;y=1' }),
    ],
    ...overrides,
  })

const cited = (cell: string, answers: object = {}) => {
  const made = madeOf(`日期,标题,来源\n2020-02-05,甲,"${cell}"\n`, {
    into: into(),
    answers: { published: '2024-03-10', ...answers },
  }).document
  return made.events[0]?.citations.map(
    ({ source: id }) => made.sources.find((one) => one.id === id)?.title,
  )
}

describe('a name of the timeline', () => {
  it.each([
    ['市、县通报', ['市、县通报']],
    ['晚报；市、县通报', ['晚报', '市、县通报']],
    ['市、县通报、晚报', ['市、县通报', '晚报']],
    ['晚报、s2', ['晚报', '市、县通报']],
    ['flood | town news', ['Flood | Town News']],
    ['https://a.example/x;y=1', ['Page']],
  ])('of a source is not cut: %s', (cell, titles) => {
    expect(cited(cell)).toEqual(titles)
  })

  it('of an actor or theme is not cut, be it a name, an alias or a translation', () => {
    const { events } = madeOf(
      'date,title,actors,themes\n2020-02-05,a,市、縣衛生局|Li; Sons,水、电|Fire; flood\n',
      {
        into: into({
          themes: [
            { id: 't1', label: '水、电' },
            { id: 't2', label: { 'zh-Hans': '火灾', en: 'Fire; flood' } },
          ],
          actors: [
            { id: 'a1', name: '市、县卫生局' },
            { id: 'a2', name: 'Company', aliases: { en: ['Li; Sons'] } },
          ],
        }),
        answers: { source: 's1' },
      },
    ).document
    expect(events[0]).toMatchObject({ actors: ['a1', 'a2'], themes: ['t1', 't2'] })
  })

  it('gives its day to a date without a year', () => {
    const { events } = madeOf('日期,标题,来源\n3月12日,甲,市、县通报\n', { into: into() }).document
    expect(events[0]?.date).toBe('2024-03-12')
  })

  it('is offered as it is written', () => {
    const actors = [
      { id: 'a1', name: '北京市卫生局' },
      { id: 'a2', name: '台湾里长协会' },
      { id: 'a3', name: 'BBC News' },
    ]
    const { questions } = planOf(
      'date,title,actors,themes\n2020-02-05,a,卫生局；里长；BBC,水电\n',
      {
        into: into({ actors, themes: [{ id: 't1', label: '水电（台湾里）' }] }),
        answers: { source: 's1' },
        lang: 'zh-Hans',
      },
    )
    expect(questions.map(({ choices }) => choices[0]?.words)).toEqual([
      '就是 水电（台湾里）（t1）',
      '就是 北京市卫生局（a1）',
      '就是 台湾里长协会（a2）',
      '就是 BBC News（a3）',
    ])
  })
})

describe('a new source', () => {
  it('is cut at 、 and | only where somebody says so, and the report tells it', () => {
    const table = '日期,标题,来源\n2020-02-05,甲,省、市公告\n2020-02-06,乙,省、市公告\n'
    const answers = { published: '2024-03-10' }
    expect(askedBy(table, { into: into(), answers })).toEqual(['cut/来源'])
    expect(cited('省、市公告', { 'cut/来源': 'one' })).toEqual(['省、市公告'])
    expect(cited('省报、县报', { 'cut/来源': 'several' })).toEqual(['省报', '县报'])
    expect(cited('A；B\nC')).toEqual(['A', 'B', 'C'])
    const { settled } = planOf(table, { into: into(), answers: { ...answers, 'cut/来源': 'one' } })
    expect(settled).toEqual([
      '“来源”: 2 cells with 、 or | are the title of one source: 省、市公告',
    ])
    const two = '日期,标题,来源\n2020-02-05,甲,省、市公告\n2020-02-06,乙,省报、县报\n'
    const each = { ...answers, 'cut/来源': 'each', 'cut/来源/省、市公告': 'one' }
    expect(askedBy(two, { into: into(), answers: each })).toEqual(['cut/来源/省报、县报'])
  })
})
