// In which order the dates of a column have day, month and year, and what is asked of it.
import { expect, test } from 'vitest'
import { ordersOf } from '../../src/extract/date-order.ts'
import { readFile } from '../../src/extract/files/read-file.ts'
import { noMemory } from '../../src/extract/table/again.ts'
import { planImport } from '../../src/extract/table/plan.ts'
import { importWords } from '../../src/extract/words/words.ts'
import { document, source } from '../support/document.ts'

const column = (...cells: readonly string[]): string =>
  `date,title\n${cells.map((cell, index) => `${cell},t${index}`).join('\n')}\n`

function plan(content: string, answers: object = {}) {
  const found = readFile(new TextEncoder().encode(content))
  return planImport(found.ok ? found.value.tables : [], {
    document: document({ events: [], sources: [source({ published: '2024-03-13' })] }),
    memory: noMemory,
    answers: new Map(Object.entries({ source: 'town-news', ...answers })),
    words: importWords.en,
  })
}

const asked = (...given: Parameters<typeof plan>) => plan(...given).questions.map(({ id }) => id)
const dates = (...given: Parameters<typeof plan>) =>
  plan(...given).result?.document.events.map(({ date }) => date)

test('years of two digits may stand first', () => {
  const century = { 'century/date': '2000' }
  const cells = ['20/1/23', '20/2/13']
  expect(asked(column(...cells))).toEqual(['century/date'])
  expect(asked(column(...cells), century)).toEqual(['order/date'])
  expect(dates(column(...cells), { ...century, 'order/date': 'ymd' })).toEqual([
    '2020-01-23',
    '2020-02-13',
  ])
  expect(dates(column(...cells), { ...century, 'order/date': 'dmy' })).toEqual([
    '2023-01-20',
    '2013-02-20',
  ])
  const short = { ...century, 'calendar/date': 'two-digits' }
  expect(asked(column(...cells, '20/2/3'), century)).toEqual(['calendar/date'])
  expect(dates(column(...cells, '20/2/3'), short)).toEqual([
    '2020-01-23',
    '2020-02-13',
    '2020-02-03',
  ])
  expect(dates(column('98/3/5'), { 'calendar/date': 'minguo' })).toEqual(['2009-03-05'])
  expect(asked(column('20-02-03'), century)).toEqual(['order/date'])
})

test('the question of the century names the numbers that may be the year', () => {
  const { questions } = plan(column('20/1/23'))
  expect(questions.map(({ words }) => words)).toEqual([
    'Column “date”: which century has a year of two digits, such as 23 or 20 in 20/1/23?',
  ])
})

test('an order is told by the cells that leave no other', () => {
  const fits: Readonly<Record<string, readonly string[]>> = {
    '5.3.20': ['dmy', 'mdy'],
    '24.12.20': ['dmy', 'ymd'],
    '20.12.24': ['dmy', 'ymd'],
    '12.31.20': ['mdy'],
  }
  const found = (...texts: readonly string[]) =>
    ordersOf(
      texts.map((text, at) => ({ text, at })),
      (order, { text }) => fits[text]?.includes(order) === true,
    )
  const [a, b] = [
    { text: '24.12.20', at: 0 },
    { text: '5.3.20', at: 1 },
  ]
  expect(found('24.12.20', '5.3.20')).toEqual({ is: 'one', order: 'dmy', since: [a, b] })
  expect(found('24.12.20', '20.12.24')).toEqual({ is: 'several', orders: ['dmy', 'ymd'] })
  expect(found('5.3.20', '24.12.20', '12.31.20')).toEqual({
    is: 'none',
    between: ['24.12.20', '12.31.20'],
  })
})
