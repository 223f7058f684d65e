// Dates written by our own printer of words in each language, and read back as cells of imports and as sentences:
// the same date, or a question, never another.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printEdtf, type Edtf } from '../../src/domain/date/edtf.ts'
import { kindOf } from '../../src/domain/date/kinds.ts'
import type { When } from '../../src/domain/date/when.ts'
import type { ColumnSettings } from '../../src/extract/cell/answer.ts'
import { namesBothEnds, readCell } from '../../src/extract/cells.ts'
import { marksOf } from '../../src/extract/marks.ts'
import { dated, edtfDates, wordsOf } from '../support/dates.ts'
import { en } from '../support/marks.ts'

const timeZone = 'Asia/Shanghai'

interface Answer {
  readonly state: string
  readonly date: string | null
  readonly kind: When['kind'] | null
}

/** What is read of the words, by each answer to the question of the column that is asked for such words. */
function answersOf(words: string): readonly Answer[] {
  const read = (settings: ColumnSettings): Answer =>
    readCell(words, { timeZone, day: '2020-03-13', ...settings })
  const answers = [read({ stretches: 'once' }), read({ stretches: 'lasted' })]
  return namesBothEnds(words) || answers[0]?.date === answers[1]?.date ? [read({})] : answers
}

/** 199X and [1990..1999], 2020-02-XX and 2020-02 say the same, and an instant is read to its minute. */
function isSame({ date, kind }: Answer, written: When): boolean {
  if (date === null || kind === null) return false
  const found = dated(date, kind, { timeZone })
  const claims = ({ earliest, latest, approximate, uncertain, minute }: When) =>
    [found.kind === written.kind, earliest, latest, approximate, uncertain, minute].join()
  const isWritten = wordsOf(found).en === wordsOf(written).en || written.edtf.includes('X')
  return claims(found) === claims(written) && isWritten
}

const written = (edtf: Edtf, isWhole: boolean): When => {
  const isSpan = isWhole && edtf.form === 'date' && !/X|\d-\d\d-\d\d/.test(printEdtf(edtf))
  return dated(printEdtf(edtf), isSpan ? 'span' : kindOf(edtf), { timeZone })
}

test.each(['en', 'zh-Hans', 'zh-Hant'] as const)('cells of words in %s', (language) => {
  let read = 0
  fc.assert(
    fc.property(edtfDates, fc.boolean(), (edtf, isWhole) => {
      const when = written(edtf, isWhole)
      const words = wordsOf(when)[language]
      const answers = answersOf(words).filter(({ state }) => state === 'ready')
      const isRight = answers.length === 0 || answers.some((answer) => isSame(answer, when))
      expect({ words, edtf: when.edtf, isRight, answers }).toMatchObject({ isRight: true })
      read += answers.length > 0 ? 1 : 0
    }),
    { numRuns: 1500 },
  )
  expect(read).toBeGreaterThan(400)
})

const recent = fc.record({
  year: fc.integer({ min: 1901, max: 2025 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  parts: fc.integer({ min: 0, max: 2 }),
  isRough: fc.boolean(),
})

const recentName = (date: { year: number; month: number; day: number; parts: number }): string =>
  [date.year, date.month, date.day]
    .slice(0, date.parts + 1)
    .map((part) => String(part).padStart(2, '0'))
    .join('-')

test('English sentences with ranges and lists of mixed precision', () => {
  let read = 0
  fc.assert(
    fc.property(fc.array(recent, { minLength: 2, maxLength: 4 }), fc.boolean(), (dates, isSet) => {
      const names = dates
        .map((date) => recentName(date) + (date.isRough ? '~' : ''))
        .toSorted((a, b) => (a < b ? -1 : 1))
      const text = isSet ? `[${names.join(',')}]` : `${names[0]}/${names[1]}`
      const when = tried(text)
      // Within July 2018: what began and ended in it reads as what happened in it.
      fc.pre(when !== null && names[0] !== names[1])
      const words = wordsOf(when).en
      const marks = marksOf(`It closed ${isSet ? '' : 'from '}${words}.`, en)
      const ready = marks.filter(({ state }) => state === 'ready')
      const isRight = ready.every((mark) => isSame(mark, when))
      expect({ words, text, isRight, ready }).toMatchObject({ isRight: true })
      read += ready.length
    }),
    { numRuns: 1000 },
  )
  expect(read).toBeGreaterThan(50)
})

/** Null for a set whose dates overlap, and the like. */
function tried(text: string): When | null {
  try {
    return dated(text, text.startsWith('[') ? 'point' : 'span', { timeZone })
  } catch {
    return null
  }
}
