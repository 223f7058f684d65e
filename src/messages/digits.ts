// The digits of a number.

/** Digits before and after the decimal point, and the sign. */
export interface Digits {
  readonly sign: '' | '-'
  readonly whole: string
  /** Without zeros at its end; empty for a whole number. */
  readonly fraction: string
}

/**
 * All digits of a number, never rounded. A number stands for the shortest decimal that it prints
 * as, here without an exponent.
 * @example digitsOf(-1.5e21) → { sign: '-', whole: '1500000000000000000000', fraction: '' }
 */
export function digitsOf(value: number): Digits {
  const [mantissa = '0', exponent = '0'] = String(Math.abs(value)).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const shift = Number(exponent)
  const padded = '0'.repeat(Math.max(0, -shift)) + whole + fraction.padEnd(shift, '0')
  const point = padded.length - Math.max(0, fraction.length - shift)
  return {
    sign: value < 0 ? '-' : '',
    whole: padded.slice(0, point).replace(/^0+(?=\d)/, ''),
    fraction: padded.slice(point),
  }
}

/** `-1500.25`, without grouping. */
export const printDigits = ({ sign, whole, fraction }: Digits): string =>
  sign + whole + (fraction && `.${fraction}`)
