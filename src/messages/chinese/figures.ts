// Figures in Chinese, in both scripts: 20多万平方米, 1.2亿元, 近1000家, 超过87家.
import { digitsOf, printDigits } from '../digits.ts'
import type { FigureWriter } from '../writers.ts'

/** The words that differ between the two scripts. */
export interface FigureTerms {
  /** 10^12, 10^8 and 10^4. */
  readonly scales: readonly [trillion: string, hundredMillion: string, tenThousand: string]
  readonly about: string
  readonly moreThan: string
}

export function chineseFigures({ scales, about, moreThan }: FigureTerms): FigureWriter {
  return ({ value, valueTo, bound, approximate }, unit) => {
    // 12000万元: a unit that begins with a number word takes no second one.
    const known = /^[万萬亿億兆千百十]/.test(unit) ? [] : scales
    const numbers = valueTo === undefined ? [value] : [value, valueTo]
    const scaled = numbers.map((number) => scale(number, known))
    const range = scaled
      .map(({ digits, word }) => digits + word)
      .join(numbers.some((number) => number < 0) ? '至' : '–')
    if (bound === 'under') return [`近${range}`, '']
    if (bound !== 'over') return [(approximate ? about : '') + range, '']
    const [only, upper] = scaled
    const more = only && upper === undefined ? withMore(only, unit) : undefined
    return [more ?? moreThan + range, '']
  }
}

interface Scaled {
  readonly digits: string
  /** The number word after the digits; empty if there is none. */
  readonly word: string
}

/** How many decimals a number may have before its number word: 1.5万, 1.2345亿. */
const maxDecimals = [4, 4, 1]
const zeros = [12, 8, 4]

/**
 * With a number word if it stays exact and becomes short: 12,345,678 keeps its digits. From 10^8 on
 * 万 is not used.
 */
function scale(value: number, words: readonly string[]): Scaled {
  const digits = digitsOf(value)
  const { sign, whole, fraction } = digits
  for (const [i, word] of words.entries()) {
    const places = zeros[i] ?? 0
    if (fraction !== '' || whole.length <= places) continue
    const decimals = whole.slice(-places).replace(/0+$/, '')
    if (decimals.length <= (maxDecimals[i] ?? 0)) {
      const scaled = { sign, whole: whole.slice(0, -places), fraction: decimals }
      return { digits: printDigits(scaled), word }
    }
    // 1.00001234 × 10^12 may still be short in 亿; below 10^12 there is no second choice.
    if (places !== zeros[0]) break
  }
  return { digits: printDigits(digits), word: '' }
}

/**
 * 多 follows round tens and precedes the number word (20多万, 200多家), or follows the number word
 * (5万多, 1.2亿多). It fits no other number (87) and no sign (%).
 */
function withMore({ digits, word }: Scaled, unit: string): string | undefined {
  if (digits.startsWith('-') || (unit !== '' && !/^\p{L}/u.test(unit))) return undefined
  if (/^[1-9]\d*0$/.test(digits)) return `${digits}多${word}`
  return word === '' ? undefined : `${digits}${word}多`
}
