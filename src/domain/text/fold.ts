// Folds texts for search, and sources so that cited words are found even if white space, quotation
// marks or character width (full or half) differ. Digits are never changed into others.

/**
 * For search terms and for names in filters: NFKC and lower case.
 * @example foldText('ＡＢ') → ab
 */
export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase()

/** A folded text, and the offset of each of its UTF-16 units in the original text. */
export interface FoldedText {
  readonly text: string
  readonly origins: readonly number[]
}

/** Soft hyphen, zero-width space, word joiner and byte order mark: never visible. */
const invisible = /[\u00ad\u200b\u2060\ufeff]/
const whiteSpace = /\s/
const doubleQuotes = '“”„‟«»「」『』〝〞〟'
const singleQuotes = '‘’‚‛'

/** Letters and digits of scripts that put spaces between words. */
const spacedCharacter = /[\p{L}\p{N}]/u
const unspacedScript = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u

/**
 * Folds unit by unit. White space is kept, as one space, only between letters or digits of scripts
 * that put spaces between words, where it separates words and numbers.
 * @example foldPassage('“甲 乙”').text → "甲乙"
 */
export function foldPassage(text: string): FoldedText {
  const units: string[] = []
  const origins: number[] = []
  let space = -1
  for (let at = 0; at < text.length; at++) {
    const raw = text.charAt(at)
    if (invisible.test(raw)) continue
    if (whiteSpace.test(raw)) {
      if (space === -1) space = at
      continue
    }
    const unit = foldUnit(raw)
    if (space !== -1 && isSpaced(units.at(-1)) && isSpaced(unit)) {
      units.push(' ')
      origins.push(space)
    }
    space = -1
    units.push(unit)
    origins.push(at)
  }
  return { text: units.join(''), origins }
}

/** The index in the folded text of the first unit at or after an offset of the original text. */
export function foldedIndex(folded: FoldedText, origin: number): number {
  let low = 0
  let high = folded.origins.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((folded.origins[middle] ?? 0) < origin) low = middle + 1
    else high = middle
  }
  return low
}

function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0)
  if (code < 0x80) return unit
  if (doubleQuotes.includes(unit)) return '"'
  if (singleQuotes.includes(unit)) return "'"
  // Halfwidth and Fullwidth Forms of Unicode; the few that decompose into two units stay.
  if (code < 0xff00 || code > 0xffef) return unit
  const narrow = unit.normalize('NFKC')
  return narrow.length === 1 ? narrow : unit
}

const isSpaced = (unit: string | undefined): boolean =>
  unit !== undefined && spacedCharacter.test(unit) && !unspacedScript.test(unit)
