// Days of the Chinese calendar as civil days, for the lunar years 1900 to 2099. Null outside them.
import type { CivilDay } from '../../domain/date/civil-day.ts'
import { alphabet, firstLunarDay, firstLunarYear, lunarYears } from './table.ts'

export interface LunarDay {
  readonly year: number
  /** 1-12. */
  readonly month: number
  /** 1-30. */
  readonly day: number
  readonly leap: boolean
}

interface LunarMonth {
  readonly month: number
  readonly leap: boolean
  readonly first: CivilDay
  readonly days: number
}

const lastLunarYear = firstLunarYear + lunarYears.length / 3 - 1

/** Read once: the first day of each lunar year, and of the one after the last. */
let newYears: readonly CivilDay[] | null = null

const bitsOf = (year: number): number => {
  const at = (year - firstLunarYear) * 3
  let bits = 0
  for (const character of lunarYears.slice(at, at + 3))
    bits = bits * 64 + alphabet.indexOf(character)
  return bits
}

const monthCount = (bits: number): number => ((bits & 15) === 0 ? 12 : 13)
const daysOfMonth = (bits: number, place: number): number => 29 + ((bits >> (16 - place)) & 1)

function readNewYears(): readonly CivilDay[] {
  if (newYears !== null) return newYears
  const days = [firstLunarDay]
  let day = firstLunarDay
  for (let year = firstLunarYear; year <= lastLunarYear; year++) {
    const bits = bitsOf(year)
    for (let place = 0; place < monthCount(bits); place++) day += daysOfMonth(bits, place)
    days.push(day)
  }
  newYears = days
  return days
}

function monthsOf(year: number): LunarMonth[] {
  const bits = bitsOf(year)
  const leapAfter = bits & 15
  let first = readNewYears()[year - firstLunarYear] ?? firstLunarDay
  return Array.from({ length: monthCount(bits) }, (_, place) => {
    const isLeap = leapAfter > 0 && place === leapAfter
    const month = place + 1 - (leapAfter > 0 && place >= leapAfter ? 1 : 0)
    const days = daysOfMonth(bits, place)
    const found = { month, leap: isLeap, first, days }
    first += days
    return found
  })
}

/** The civil day of a day of the Chinese calendar; null where there is none, or none known. */
export function lunarToCivil({ year, month, day, leap }: LunarDay): CivilDay | null {
  if (year < firstLunarYear || year > lastLunarYear) return null
  const found = monthsOf(year).find((one) => one.month === month && one.leap === leap)
  return found === undefined || day < 1 || day > found.days ? null : found.first + day - 1
}

/** The first day of the lunar month that holds a civil day; null outside the table. */
export function startOfLunarMonth(civil: CivilDay): CivilDay | null {
  const lunar = civilToLunar(civil)
  return lunar && civil - lunar.day + 1
}

/** The first day of the month so many before or behind the one that begins on a day. */
export function lunarMonthOn(first: CivilDay, months: number): CivilDay | null {
  let found: CivilDay | null = first
  for (let count = Math.abs(months); count > 0 && found !== null; count--)
    // A month has 29 or 30 days.
    found = startOfLunarMonth(months > 0 ? found + 30 : found - 1)
  return found
}

/** The last day of the lunar month that begins on a day. */
export const endOfLunarMonth = (first: CivilDay): CivilDay =>
  civilToLunar(first + 29)?.day === 30 ? first + 29 : first + 28

/** The day of a number in the lunar month that begins on a day; null where the month is too short. */
export const dayOfLunarMonth = (first: CivilDay, day: number): CivilDay | null =>
  first + day - 1 <= endOfLunarMonth(first) ? first + day - 1 : null

/** The day of the Chinese calendar on a civil day; null outside the table. */
export function civilToLunar(civil: CivilDay): LunarDay | null {
  const years = readNewYears()
  const last = years.at(-1) ?? firstLunarDay
  if (civil < firstLunarDay || civil >= last) return null
  let place = Math.floor((civil - firstLunarDay) / 365.25)
  while ((years[place + 1] ?? last) <= civil) place += 1
  while ((years[place] ?? 0) > civil) place -= 1
  const year = firstLunarYear + place
  const found = monthsOf(year).findLast(({ first }) => first <= civil)
  if (found === undefined) return null
  return { year, month: found.month, day: civil - found.first + 1, leap: found.leap }
}
