// What of a text is indexed so that parts of its words are found: every two characters where one of
// them is of a script without spaces, otherwise every three, a line feed standing for the end of a
// word. Texts and terms are folded before (domain/text/fold.ts). Characters are UTF-16 units.
import { packedGram } from './table.ts'

/** Ideographs, kana, Hangul and whatever is behind them in Unicode. */
const isWide = (unit: number): boolean => unit >= 0x2e_80
const isSpace = (unit: number): boolean => unit <= 0x20 || unit === 0xa0 || unit === 0x30_00
/** Marks of sentences, which make no bigram: few search for them, and every text has them. */
const marks = new Set(Array.from(',.;:!?()"\'-·、。《》', (mark) => mark.charCodeAt(0)))
const isMark = (unit: number): boolean => (unit < 0x4e_00 || unit > 0x9f_ff) && marks.has(unit)

/**
 * Calls `take` with each gram of a folded text, again for each time that it occurs, as a number
 * (`packedGram`).
 * @example 'un 防控' → 'un', line feed; '防控'
 */
export function eachGram(text: string, take: (gram: number) => void): void {
  for (let at = 0; at + 1 < text.length; at++) {
    const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + 1)]
    if (isSpace(first) || isSpace(second)) continue
    if (isWide(first) || isWide(second)) {
      if (!isMark(first) && !isMark(second)) take(packedGram(first, second, 0))
      continue
    }
    const third = at + 2 < text.length ? text.charCodeAt(at + 2) : 0x20
    take(packedGram(first, second, isSpace(third) ? 0x0a : third))
  }
}

/** What the index can say of a term. */
export interface TermGrams {
  /** Every text that holds the term has all of these. */
  readonly all: readonly string[]
  /** Where the term is too short for a gram: every text that holds it has a gram that begins so. */
  readonly prefix: string | null
  /** True if every text that has these grams holds the term. */
  readonly exact: boolean
}

/**
 * The grams of a folded term; null if it is too short for the index.
 * @example '疫情' → { all: ['疫情'], prefix: null, exact: true }; 'un' → { all: [], prefix: 'un', exact: true }; '疫' → null
 */
export function gramsOfTerm(term: string): TermGrams | null {
  const all = new Set<string>()
  for (let at = 0; at + 1 < term.length; at++) {
    const [first, second] = [term.charCodeAt(at), term.charCodeAt(at + 1)]
    if (isWide(first) || isWide(second)) {
      if (!isMark(first) && !isMark(second)) all.add(term.slice(at, at + 2))
    } else if (at + 2 < term.length) all.add(term.slice(at, at + 3))
  }
  if (all.size > 0) return { all: [...all], prefix: null, exact: all.size === 1 && all.has(term) }
  const isPair = term.length === 2 && !isWide(term.charCodeAt(0)) && !isWide(term.charCodeAt(1))
  return isPair ? { all: [], prefix: term, exact: true } : null
}
