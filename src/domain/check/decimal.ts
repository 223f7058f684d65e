// Exact sums of decimal numbers: 0.1 and 0.2 make 0.3. A number stands for the shortest decimal that
// it prints as, which is what the author wrote.

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

function decimalOf(number: number): Decimal {
  const [mantissa = '0', exponent = '0'] = String(number).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const scale = fraction.length - Number(exponent)
  const digits = BigInt(whole + fraction)
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 }
}
