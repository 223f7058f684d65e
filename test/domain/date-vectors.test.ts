// The cases of date-vectors.json: bounds, filters and words. Other files test what formats make of them.
import { expect, test } from 'vitest'
import { parseDay, printDay, type CivilDay } from '../../src/domain/date/civil-day.ts'
import { isInWindow, isSetAside, type DateWindow } from '../../src/domain/query/window.ts'
import { resolveDate, type DateKind, type When } from '../../src/domain/date/when.ts'
import { ruleInWords } from '../../src/messages/languages.ts'
import { dateInWords } from '../../src/messages/dates.ts'
import data from './date-vectors.json' with { type: 'json' }

type Vector = (typeof data.vectors)[number]

const february: DateWindow = {
  from: parseDay('2020-02-01'),
  to: parseDay('2020-02-29'),
  match: 'possible',
  undated: 'exclude',
}
const refused = data.vectors.filter((vector) => vector.refused !== undefined)
const accepted = data.vectors.filter((vector) => vector.refused === undefined)

const resolve = ({ edtf, kind }: Vector) =>
  resolveDate({
    date: edtf,
    kind: kind as DateKind,
    timeZone: 'Asia/Shanghai',
    attested: parseDay('2020-03-13')!,
  })

function whenOf(vector: Vector): When {
  const when = resolve(vector)
  if (!when.ok) throw new Error(when.failure.rule)
  return when.value
}

const printed = (day: CivilDay | null) => (day === null ? null : printDay(day))

test('there are accepted and refused cases', () => {
  expect(accepted.length).toBe(21)
  expect(refused.length).toBe(12)
})

test.each(accepted)('$edtf as $kind has its bounds, filter results and words', (vector) => {
  const when = whenOf(vector)
  expect({
    earliest: printed(when.earliest),
    latest: printed(when.latest),
    anchor: printed(when.anchor),
    precision: when.precision,
    possible: isInWindow(when, february),
    certain: isInWindow(when, { ...february, match: 'certain' }),
    zh: dateInWords(when, 'zh-Hans'),
    en: dateInWords(when, 'en'),
  }).toEqual({
    earliest: vector.earliest,
    latest: vector.latest,
    anchor: vector.anchor,
    precision: vector.precision,
    possible: vector.possible,
    certain: vector.certain,
    zh: vector.zh,
    en: vector.en,
  })
})

test.each(refused)('"$edtf" as $kind is refused: $refused', (vector) => {
  const when = resolve(vector)
  expect(when.ok).toBe(false)
  expect(when.ok || ruleInWords(when.failure, 'en').detail).toContain(vector.refused)
})

test('an undated event is set aside and counted, or possible where it is wanted', () => {
  const when = whenOf(accepted.find(({ kind }) => kind === 'undated')!)
  expect(isSetAside(when, february)).toBe(true)
  expect(isInWindow(when, { ...february, undated: 'include' })).toBe(true)
  expect(isSetAside(when, { ...february, undated: 'include' })).toBe(false)
})
