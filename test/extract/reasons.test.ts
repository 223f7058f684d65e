// The words of reasons: templates in three languages that say the values they are given.
import { expect, test } from 'vitest'
import { en } from '../../src/extract/reasons/en.ts'
import { because, reasonInWords, type ReasonWords } from '../../src/extract/reasons/reason.ts'
import { zhHans } from '../../src/extract/reasons/zh-hans.ts'
import { zhHant } from '../../src/extract/reasons/zh-hant.ts'

const languages: readonly (readonly [string, ReasonWords])[] = [
  ['English', en],
  ['simplified Chinese', zhHans],
  ['traditional Chinese', zhHant],
]

const reasons = [
  [because('nearest-before', { year: 2025 }), '2025'],
  [because('year-of-heading', { year: 1985 }), '1985'],
  [because('month-goes-on', { month: '2026-06' }), '2026-06'],
  [because('from-text', { date: '2026-06-21' }), '2026-06-21'],
  [because('day-of-year', { day: 110, year: 2026 }), '110'],
  [because('era', { year: 1934 }), '1934'],
  [because('form', { form: 'iCalendar' }), 'iCalendar'],
] as const

test.each(languages)('reasons in %s say their values', (_, words) => {
  for (const [reason, value] of reasons) expect(reasonInWords(reason, words)).toContain(value)
})

test.each(languages)('each rule has words of its own in %s', (_, words) => {
  const values = { year: 1, month: '1', day: 1, date: '1', order: 'mdy', system: 'unix', form: 'x' }
  const said = Object.values(words).map((say) => (say as (given: object) => string)(values))
  expect(said.length).toBeGreaterThan(40)
  expect(said.filter((line) => line.trim() === '')).toEqual([])
  expect(new Set(said).size).toBe(said.length)
})
