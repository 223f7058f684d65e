// A table of grams and their numbers, with open addressing: it is asked for every character of a text, for
// which a Map of strings is too slow. A gram is one number of its characters, in the order of strings.

export interface GramTable {
  /** How many there are. */
  readonly size: number
  /** The number of a gram: `next` for a new one, which is then kept. */
  numberOf(gram: number, next: number): number
  /** All of them, ascending. */
  sorted(): Float64Array
}

/** @example packedGram('un', line feed) → a number; gramText(it) → 'un', line feed */
export const packedGram = (first: number, second: number, third: number): number =>
  first * 0x1_00_00_00_00 + second * 0x1_00_00 + third

export function gramText(gram: number): string {
  const [first, second, third] = [
    Math.floor(gram / 0x1_00_00_00_00),
    Math.floor(gram / 0x1_00_00) % 0x1_00_00,
    gram % 0x1_00_00,
  ]
  return third === 0
    ? String.fromCharCode(first, second)
    : String.fromCharCode(first, second, third)
}

export function createGramTable(): GramTable {
  let grams = new Float64Array(1 << 16)
  let numbers = new Uint32Array(1 << 16)
  let size = 0
  /** Where a gram is, or where it belongs. */
  const placeOf = (gram: number): number => {
    const mask = grams.length - 1
    const [low, high] = [gram >>> 0, Math.floor(gram / 0x1_00_00_00_00)]
    let at = (Math.imul(low, 0x9e_37_79_b1) ^ Math.imul(high, 0x85_eb_ca_6b)) >>> 0
    at = (at ^ (at >>> 15)) & mask
    while (grams[at] !== 0 && grams[at] !== gram) at = (at + 1) & mask
    return at
  }
  const grow = (): void => {
    const [oldGrams, oldNumbers] = [grams, numbers]
    grams = new Float64Array(oldGrams.length * 2)
    numbers = new Uint32Array(oldGrams.length * 2)
    for (const [index, gram] of oldGrams.entries()) {
      if (gram === 0) continue
      const at = placeOf(gram)
      grams[at] = gram
      numbers[at] = oldNumbers[index] ?? 0
    }
  }
  return {
    get size() {
      return size
    },
    numberOf(gram, next) {
      let at = placeOf(gram)
      if (grams[at] === gram) return numbers[at] ?? 0
      if (++size * 2 > grams.length) {
        grow()
        at = placeOf(gram)
      }
      grams[at] = gram
      numbers[at] = next
      return next
    },
    sorted: () => grams.filter((gram) => gram !== 0).toSorted(),
  }
}
