// The column of ends, read from the starts of its rows.
import { describe, expect, it } from 'vitest'
import { document, source } from '../../support/document.ts'
import { askedBy, madeOf, planOf } from '../../support/import.ts'

const into = (published = '2021-05-01') =>
  document({ events: [], sources: [source({ id: 's1', published })] })

const table = (start: string, end: string): string =>
  `开始日期,结束日期,标题\n"${start}","${end}",甲\n`

const dateOf = (start: string, end: string, published?: string): string | undefined =>
  madeOf(table(start, end), { into: into(published), answers: { source: 's1' } }).document.events[0]
    ?.date

const faultsOf = (start: string, end: string) =>
  madeOf(table(start, end), { into: into(), answers: { source: 's1' } }).bad.flatMap(
    ({ reasons }) => reasons,
  )

describe('an end without a year', () => {
  it.each([
    ['2020-01-26', '2月3日', '2020-01-26/2020-02-03'],
    ['2019-12-28', '1月3日', '2019-12-28/2020-01-03'],
    ['2020-03-01', '3月20日', '2020-03-01/2020-03-20'],
    ['2020-03-01', '2月20日', '2020-03-01/2021-02-20'],
    ['2020-01-26', '30日', '2020-01-26/2020-01-30'],
    ['2020-01-26', '3日', '2020-01-26/2020-02-03'],
    ['2020-11', '1月', '2020-11/2021-01'],
    ['2020年1月上旬', '2月上旬', '2020-01-01/2020-02-10'],
    ['2019-12-28', '14/1', '2019-12-28/2020-01-14'],
    ['2020-01-26', 'Feb 3', '2020-01-26/2020-02-03'],
    ['1905-06-01', '6月9日', '1905-06-01/1905-06-09'],
    // The start itself counts from the source.
    ['1月26日', '2月3日', '2021-01-26/2021-02-03'],
  ])('%s, %s is the first such date that is not before its start', (start, end, date) => {
    expect(dateOf(start, end)).toBe(date)
    expect(
      askedBy(table(start, end), { into: into('2020-03-13'), answers: { source: 's1' } }),
    ).toEqual([])
  })

  it('is told, and asks only which of day and month comes first', () => {
    const { settled } = planOf(table('2020-01-26', '2月3日'), {
      into: into(),
      answers: { source: 's1' },
      lang: 'zh-Hans',
    })
    expect(settled).toEqual([
      '“结束日期”：1格没有年份，取不早于开始日期的最近一次：2月3日 为 2020-02-03',
    ])
    const importing = { into: into(), answers: { source: 's1' } }
    expect(askedBy(table('2020-01-26', '2/3'), importing)).toEqual(['order/结束日期'])
    const answers = { source: 's1', 'order/结束日期': 'dmy' }
    expect(
      madeOf(table('2020-01-26', '2/3'), { ...importing, answers }).document.events,
    ).toMatchObject([{ date: '2020-01-26/2020-03-02' }])
  })
})

describe('an end without a start', () => {
  it('is all that is stated, of a table and of TimelineJS', () => {
    const rows = `${table('2020-02-01', '')},2020-02-08,乙\n,至今,丙\n`
    const read = madeOf(rows, { into: into(), answers: { source: 's1' } }).document.events
    expect(read.map(({ date }) => date)).toEqual(['2020-02-01', '/2020-02-08', '[..2021-05-01]'])
    const slides = {
      events: [
        { start_date: { year: 2020 }, text: { headline: 'A' } },
        { end_date: { year: 2020, month: 2, day: 8 }, text: { headline: 'B' } },
      ],
    }
    const answers = { source: 's1', 'stretches/start_date': 'once' }
    const { document: made } = madeOf(JSON.stringify(slides), { into: into(), answers })
    expect(made.events.map(({ date }) => date)).toEqual(['2020', '/2020-02-08'])
  })
})

describe('longer times', () => {
  it.each([
    ['2020年2月上旬', '2020年3月上旬', '2020-02-01/2020-03-10'],
    ['2020年2月上旬', '2020年2月上旬', '2020-02-01/2020-02-10'],
    ['1980年代', '1990年代', '1980/1999'],
    ['[2020-02-01,2020-02-04]', '2020-02-XX', '2020-02-01/2020-02'],
    ['2020-02-03/..', '2020-02-08', '2020-02-03/2020-02-08'],
  ])('%s to %s begin with the first day and end with the last', (start, end, date) => {
    expect(dateOf(start, end)).toBe(date)
  })

  it('name the cell that begins or ends nothing', () => {
    expect(faultsOf('../2020-02-03', '2020-02-08')).toEqual([
      '“../2020-02-03” does not say when it began',
    ])
    expect(faultsOf('2020-02-03', '2020-02-08/..')).toEqual([
      '“2020-02-08/..” does not say when it ended',
    ])
    expect(faultsOf('2020-02-03', '2020-02-01')).toEqual([
      'no time lasts from “2020-02-03” to “2020-02-01”',
    ])
  })

  it('leave the row out where a person says so of its end', () => {
    const made = madeOf(table('2020-02-03', '2020年底'), {
      into: into(),
      answers: { source: 's1', 'date/结束日期/2020年底': 'skip' },
    })
    expect(made).toMatchObject({ leftOut: 1, bad: [], added: [] })
  })
})
