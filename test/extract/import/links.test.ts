// Links and addresses of sources in cells, and what the report counts of those that are left out.
import { describe, expect, it } from 'vitest'
import { plainCell } from '../../../src/extract/files/html.ts'
import { document, source } from '../../support/document.ts'
import { madeOf, planOf } from '../../support/import.ts'

const into = document({
  events: [],
  sources: [source({ id: 's1', published: '2024-03-13' })],
})

function read(header: string, cell: string) {
  const table = `日期,标题,${header}\n2020-02-05,甲,"${cell}"\n`
  const importing = { into, answers: { source: 's1', published: '2024' } }
  const made = madeOf(table, importing).document
  return {
    links: made.events[0]?.links?.map(({ url }) => url) ?? [],
    source: made.sources.at(-1)?.url,
    lost: planOf(table, importing).lost.map(({ what }) => what),
  }
}

const lost = ['links-of-no-web-address']

describe('a cell of links', () => {
  it.each([
    ['https://a.example/1, https://b.example/2', ['https://a.example/1', 'https://b.example/2']],
    ['https://a.example/1,https://b.example/2', ['https://a.example/1', 'https://b.example/2']],
    ['https://a.example/1，https://b.example/2', ['https://a.example/1', 'https://b.example/2']],
    ['https://a.example/1;https://b.example/2', ['https://a.example/1', 'https://b.example/2']],
    ['https://a.example/5。', ['https://a.example/5']],
    ['See https://a.example/5.', ['https://a.example/5']],
    ['新华社（https://a.example/4）', ['https://a.example/4']],
    ['(https://a.example/4)', ['https://a.example/4']],
    ['链接:https://a.example/x_(y)', ['https://a.example/x_(y)']],
    ['https://a.example/x?a=1,2;b', ['https://a.example/x?a=1,2;b']],
    [
      'https://web.example/2020/https://a.example/',
      ['https://web.example/2020/https://a.example/'],
    ],
    ['https://a.example/水', ['https://a.example/%E6%B0%B4']],
  ])('%s', (cell, links) => {
    expect(read('链接', cell)).toEqual({ links, source: undefined, lost: [] })
  })

  it.each([
    ['www.example.com/a', []],
    ['见附件', []],
    ['mailto:a@b.example', []],
    ['https://a.example/1 www.example.com/a', ['https://a.example/1']],
    ['https://a.example/1；ftp://b.example/', ['https://a.example/1']],
    ['[甲](mailto:a@b.example)', []],
  ])('that has none of the web is counted: %s', (cell, links) => {
    expect(read('链接', cell)).toEqual({ links, source: undefined, lost })
  })
})

describe('the address of a source', () => {
  it('is found among words, and counted where it is none', () => {
    expect(read('来源网址', '原文：https://a.example/4。')).toEqual({
      links: [],
      source: 'https://a.example/4',
      lost: [],
    })
    expect(read('来源网址', "<a href='https://a.example/4'>原文</a>").source).toBe(
      'https://a.example/4',
    )
    const table = '日期,标题,来源,来源网址\n2020-02-05,甲,晚报,www.example.com/a\n'
    const plan = planOf(table, { into, answers: { published: '2024' } })
    expect(plan.lost).toEqual([{ what: 'links-of-no-web-address', at: [2], count: 1 }])
  })

  it('belongs to its source by its place, and is a fault where that is open', () => {
    const row = (names: string, urls: string) =>
      madeOf(`日期,标题,来源,来源网址\n2020-02-05,甲,${names},${urls}\n`, {
        into,
        answers: { published: '2024' },
      })
    const { sources } = row('晚报；日报', 'https://a.example/1；https://a.example/2').document
    expect(sources.slice(1).map(({ title, url }) => [title, url])).toEqual([
      ['晚报', 'https://a.example/1'],
      ['日报', 'https://a.example/2'],
    ])
    expect(row('晚报；日报', 'https://a.example/1').bad).toMatchObject([
      { reasons: ['1 address for 2 sources: it is open which is whose'] },
    ])
  })
})

describe('Markdown beside HTML', () => {
  it('becomes text and links, too', () => {
    expect(plainCell('甲<br>[链](https://a.example/y)')).toEqual({
      text: '甲\n链',
      links: [{ url: 'https://a.example/y', title: '链' }],
      lost: [],
    })
    expect(plainCell('a[1](b) [c](javascript:d)')).toEqual({
      text: 'a[1](b) c',
      links: [],
      lost: ['links-of-no-web-address'],
    })
  })
})
