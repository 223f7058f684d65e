// Decimal numbers to the digit: 0.1 and 0.2 make 0.3. A number stands for the shortest decimal that it
// prints as, which is what the author wrote; `isKept` tells whether it is.

interface Decimal {
  readonly digits: bigint
  /** Number of digits after the decimal point. */
  readonly scale: number
}

/**
 * True if the numbers add up to the total exactly. All must be finite.
 * @example addUpTo([0.1, 0.2], 0.3) → true
 */
export function addUpTo(numbers: readonly number[], total: number): boolean {
  const decimals = [...numbers, total].map(decimalOf)
  const scale = Math.max(...decimals.map((decimal) => decimal.scale))
  const scaled = decimals.map((decimal) => decimal.digits * 10n ** BigInt(scale - decimal.scale))
  const sum = scaled.slice(0, -1).reduce((left, right) => left + right, 0n)
  return sum === scaled.at(-1)
}

/**
 * True if a number of JSON is the one that it prints as when it was read: no digit is lost.
 * @example isKept('1234567890123.4567') → false
 */
export const isKept = (literal: string): boolean => {
  const number = Number(literal)
  return Number.isFinite(number) && normalized(literal) === normalized(String(number))
}

/** One spelling for each decimal: 1.50, 15e-1 and 1.5 are `15e-1`. */
function normalized(literal: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(literal) ?? []
  const digits = (whole + fraction).replace(/^0+/, '')
  const significant = withoutTrailing('0', digits)
  if (significant === '') return '0'
  const scale = Number(exponent) - fraction.length + digits.length - significant.length
  return `${sign}${significant}e${scale}`
}

function withoutTrailing(character: string, text: string): string {
  let end = text.length
  while (text[end - 1] === character) end--
  return text.slice(0, end)
}

function decimalOf(number: number): Decimal {
  const [mantissa = '0', exponent = '0'] = String(number).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const scale = fraction.length - Number(exponent)
  const digits = BigInt(whole + fraction)
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 }
}
