// The 24 solar terms of the years 1901 to 2099: the usual formula with its constants of either century, and
// the years in which it is a day wrong. A test holds every term to tyme4ts.
import { civilDay, type CivilDay } from '../../domain/date/civil-day.ts'

const names =
  '小寒大寒立春雨水惊蛰春分清明谷雨立夏小满芒种夏至小暑大暑立秋处暑白露秋分寒露霜降立冬小雪大雪冬至'

/** For each term the day in the years 1900 and 2000, with the part of a day. */
const days: readonly (readonly [number, number])[] = [
  [6.11, 5.4055],
  [20.84, 20.12],
  [4.6295, 3.87],
  [19.4599, 18.73],
  [6.3826, 5.63],
  [21.4155, 20.646],
  [5.59, 4.81],
  [20.888, 20.1],
  [6.318, 5.52],
  [21.86, 21.04],
  [6.5, 5.678],
  [22.2, 21.37],
  [7.928, 7.108],
  [23.65, 22.83],
  [8.35, 7.5],
  [23.95, 23.13],
  [8.44, 7.646],
  [23.822, 23.042],
  [9.098, 8.318],
  [24.218, 23.438],
  [8.218, 7.438],
  [23.08, 22.36],
  [7.9, 7.18],
  [22.6, 21.94],
]

/** Where the formula is a day early (+) or late (-). */
const moved: Readonly<Record<string, number>> = {
  芒种1902: 1,
  立夏1911: 1,
  小雪1912: 1,
  秋分1913: 1,
  立春1914: -1,
  冬至1914: 1,
  惊蛰1915: -1,
  大雪1917: -1,
  大暑1922: 1,
  雨水1923: -1,
  小暑1925: 1,
  秋分1942: 1,
  立春1947: -1,
  冬至1947: 1,
  惊蛰1948: -1,
  冬至1951: 1,
  小雪1978: 1,
  冬至1980: 1,
  小寒1982: 1,
  冬至1984: 1,
  立秋2002: 1,
  小满2008: 1,
  小暑2016: 1,
  小寒2019: -1,
  冬至2021: -1,
  雨水2026: -1,
  大寒2082: 1,
  立冬2089: 1,
  霜降2089: 1,
}

/** The civil day of a term in a civil year; null outside 1901 to 2099, or where the name is none. */
export function solarTermDay(name: string, year: number): CivilDay | null {
  const place = names.indexOf(name) / 2
  const [early, late] = days[place] ?? []
  if (early === undefined || late === undefined || year < 1901 || year > 2099) return null
  const short = year % 100
  const leaps = Math.floor((short - (place < 4 ? 1 : 0)) / 4)
  const day = Math.floor(short * 0.2422 + (year < 2000 ? early : late)) - leaps
  return civilDay(year, Math.floor(place / 2) + 1, day + (moved[`${name}${year}`] ?? 0))
}
