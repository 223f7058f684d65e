// Folding of texts: of what is searched, and of a source's text, so that cited words are found although
// white space, quotation marks or full and half width differ. Digits stay what they are.

/** For words that people search, and names that filters take: NFKC and lower case. */
export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase()

/** A folded text, and the place of each of its UTF-16 units in the text that it came from. */
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
 * Folds unit by unit. White space stays, as one space, only between letters or digits of scripts
 * that put spaces between words: there it parts words and numbers.
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

/** The index in the folded text of the first unit that stands at or after a place of the text. */
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
