// The lunar table against tyme4ts, which it was made from, on every day.
import { SolarDay, SolarTerm } from 'tyme4ts'
import { expect, test } from 'vitest'
import { civilDay, splitDay } from '../../src/domain/date/civil-day.ts'
import { civilToLunar, lunarToCivil } from '../../src/extract/lunar/lunar-day.ts'
import { firstLunarYear, lunarYears } from '../../src/extract/lunar/table.ts'
import { solarTermDay } from '../../src/extract/lunar/solar-terms.ts'
import { isFull } from '../support/extent.ts'
import { lunarTable } from '../support/lunar-table.ts'

test('the table is what tyme4ts makes', () => {
  expect(lunarYears).toBe(lunarTable(firstLunarYear, 2099))
  expect(lunarYears).toHaveLength(600)
})

/** Every day, or every day of the week in turn. */
const step = isFull ? 1 : 8

test('every day of 1901 to 2099 is the lunar day of tyme4ts, and back', () => {
  const wrong: string[] = []
  const last = civilDay(2099, 12, 31)
  let seen = 0
  for (let day = civilDay(1901, 1, 1); day <= last; day += step) {
    const { year, month, day: ofMonth } = splitDay(day)
    const lunar = SolarDay.fromYmd(year, month, ofMonth).getLunarDay()
    const theirs = [
      lunar.getYear(),
      Math.abs(lunar.getMonth()),
      lunar.getDay(),
      lunar.getMonth() < 0,
    ]
    const ours = civilToLunar(day)
    if (ours === null || [ours.year, ours.month, ours.day, ours.leap].join() !== theirs.join())
      wrong.push(`${year}-${month}-${ofMonth}`)
    else if (lunarToCivil(ours) !== day) wrong.push(`back: ${year}-${month}-${ofMonth}`)
    seen += 1
  }
  expect(wrong).toEqual([])
  expect(seen).toBe(Math.ceil(72_684 / step))
})

test('a lunar day that does not exist, or lies outside the table, is null', () => {
  expect(lunarToCivil({ year: 2020, month: 4, day: 1, leap: true })).toBe(civilDay(2020, 5, 23))
  expect(lunarToCivil({ year: 2021, month: 4, day: 1, leap: true })).toBeNull()
  expect(lunarToCivil({ year: 2021, month: 1, day: 30, leap: false })).toBeNull()
  expect(lunarToCivil({ year: 1899, month: 1, day: 1, leap: false })).toBeNull()
  expect(civilToLunar(civilDay(1900, 1, 30))).toBeNull()
  expect(civilToLunar(civilDay(2101, 1, 1))).toBeNull()
})

test('every solar term of 1901 to 2099 is the day of tyme4ts', () => {
  const names = SolarTerm.NAMES
  const wrong: string[] = []
  for (let year = 1901; year <= 2099; year++)
    for (const name of names) {
      // Its winter solstice opens the year before which it lies.
      const theirs = SolarTerm.fromName(name === '冬至' ? year + 1 : year, name).getSolarDay()
      const { year: y, month, day } = splitDay(solarTermDay(name, year) ?? 0)
      if ([y, month, day].join() !== [theirs.getYear(), theirs.getMonth(), theirs.getDay()].join())
        wrong.push(`${name}${year}`)
    }
  expect(names).toHaveLength(24)
  expect(wrong).toEqual([])
  expect(solarTermDay('立春', 1900)).toBeNull()
  expect(solarTermDay('小年', 2020)).toBeNull()
})
