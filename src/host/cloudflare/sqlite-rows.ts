// Texts that are longer than a row may be: a row holds at most 2 MB.

/** Characters of a row: in UTF-8 a character has up to three bytes for each of its UTF-16 units. */
export const rowLength = 600_000

/** Never between the two halves of a character. */
export function* rowsOf(text: string): Generator<string> {
  for (let at = 0; at < text.length;) {
    const end = at + rowLength
    const isHalved = /[\uD800-\uDBFF]/.test(text.charAt(end - 1))
    yield text.slice(at, isHalved ? end - 1 : end)
    at = isHalved ? end - 1 : end
  }
}
