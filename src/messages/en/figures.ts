// Figures in English: over 200 enterprises, about 1,234.5 t, 8–10.
import { digitsOf, printDigits } from '../digits.ts'
import type { FigureWriter } from '../writers.ts'

export const enFigures: FigureWriter = ({ value, valueTo, bound, approximate }, unit) => {
  const numbers = valueTo === undefined ? [value] : [value, valueTo]
  const range = numbers.map(grouped).join(numbers.some((number) => number < 0) ? ' to ' : '–')
  const words = { over: 'over ', under: 'nearly ' }
  const limit = bound ? words[bound] : approximate ? 'about ' : ''
  return [limit + range + (unit === '' || /^[%％‰°]$/.test(unit) ? '' : ' '), '']
}

/** 1,234,567.25 */
function grouped(value: number): string {
  const digits = digitsOf(value)
  return printDigits({ ...digits, whole: digits.whole.replace(/\B(?=(?:\d{3})+$)/g, ',') })
}
