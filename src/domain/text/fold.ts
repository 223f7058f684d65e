// Folds texts for search and names, and sources so that cited words are found even if white space,
// quotation marks or character width (full or half) differ. Digits are never changed into others.

/** Never visible, such as soft hyphens, joiners, direction marks and variation selectors (UAX #44). */
const ignorable = /\p{Default_Ignorable_Code_Point}/gu

/**
 * Names that look alike are alike without what is never visible.
 * @example withoutIgnorables('a\u200bb') → ab
 */
export const withoutIgnorables = (text: string): string => text.replace(ignorable, '')

/**
 * Marks that are left out in capitals, on keyboards or in most texts: accents of Latin and Greek,
 * vowel points of Hebrew and Arabic. Elsewhere a mark makes another letter: й is not и, nor が か.
 */
const optionalMarks =
  /([\p{Script=Latin}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}])[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]+/gu
/** Most texts have none of them, and the classes of letters are slow to look through. */
const anyMark = /[\u0300-\u036f\u0591-\u06ed]/

/** What one sign is written for. Plain ranges, since every text of a timeline is folded. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/[“”„‟«»「」『』〝〞〟]/g, '"'],
  [/[‘’‚‛‹›ʼʹ′`]/g, "'"],
  [/[‐-―−⸺⸻﹘]/g, '-'],
  [/[•‧∙⋅・]/g, '·'],
  [/〜/g, '~'],
]

/** Letters without decomposition, and what keyboards have instead. */
const substitutes = new Map(
  'øo đd łl ħh ŧt æae œoe ðd þth ςσ'.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)]),
)

/**
 * For names, of which no two may be alike: NFKC and lower case.
 * @example foldCase('ＡＢ') → ab
 */
export const foldCase = (text: string): string => text.normalize('NFKC').toLowerCase()

/**
 * Folds what readers do not tell apart or cannot type: width, case, accents, and the shapes of
 * quotation marks, apostrophes, dashes and middle dots. For search terms and for names in filters;
 * `foldHan` folds Chinese characters, too. Folding twice changes nothing.
 * @example foldText('Ｊian’an Café – ΟΔΟΣ') → jian'an cafe - οδοσ
 */
export function foldText(text: string): string {
  if (ascii.test(text)) return text.toLowerCase().replaceAll('`', "'")
  const letters = withoutIgnorables(text)
    // NFKD would make a space and an accent of these.
    .replace(/[´΄]/g, "'")
    .replace(/″/g, '"')
    .normalize('NFKD')
  let folded = (anyMark.test(letters) ? letters.replace(optionalMarks, '$1') : letters)
    // Down, up and down: ẞ and ß become ss, and ı becomes i.
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replace(/[øđłħŧæœðþς]/g, (letter) => substitutes.get(letter) ?? letter)
  for (const [shape, sign] of shapes) folded = folded.replace(shape, sign)
  return folded.normalize('NFC')
}

// oxlint-disable-next-line no-control-regex -- all of ASCII, control characters included
const ascii = /^[\u0000-\u007f]*$/

const han = /\p{Script=Han}/u

/**
 * What folds Chinese characters, too (`foldHan`), if one of the folded words has any; else nothing.
 * Its table is loaded only then.
 */
export async function hanFolder(
  words: readonly string[],
): Promise<((text: string) => string) | null> {
  if (!words.some((word) => han.test(word))) return null
  const { foldHan } = await import('./fold-han.ts')
  return foldHan
}

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
