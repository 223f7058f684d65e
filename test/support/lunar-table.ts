// Generates the text of src/extract/lunar/table.ts from tyme4ts.
import { LunarYear } from 'tyme4ts'
import { alphabet } from '../../src/extract/lunar/table.ts'

/** Three characters for each lunar year from `first` to `last`. */
export function lunarTable(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, place) => writeYear(first + place)).join('')
}

function writeYear(year: number): string {
  const lunarYear = LunarYear.fromYear(year)
  let bits = lunarYear.getLeapMonth()
  for (const [place, month] of lunarYear.getMonths().entries())
    if (month.getDayCount() === 30) bits |= 1 << (16 - place)
  return [12, 6, 0].map((shift) => alphabet.charAt((bits >> shift) & 63)).join('')
}
