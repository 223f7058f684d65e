// The characters that no text of a timeline may have, so that every format carries it unchanged and no
// text can disturb those around it. Pure; the schemas are in text-schema.ts.
import { broken, type BrokenRule } from '../broken-rule.ts'
import { lineEnd, strayControls } from './direction.ts'

/** Maximum combining marks on one base; normalization for streams allows as many (UAX #15, 13). */
export const maxMarks = 30

/**
 * What is wrong with the characters of a text; null if nothing is. The first fault
 * counts; the text itself is never repeated.
 * @example characterProblem('a\u202eb') → { rule: 'direction-override', values: { name: 'U+202E' } }
 */
export const characterProblem = (text: string): BrokenRule | null =>
  unassignableProblem(text) ?? directionProblem(text) ?? markProblem(text)

/**
 * Characters outside the Unicode Assignables of RFC 9839 (4.3): surrogates, controls except TAB, LF and
 * CR, and noncharacters.
 */
export function unassignableProblem(text: string): BrokenRule | null {
  const found = unassignable.exec(text)?.[0]
  if (found === undefined) return null
  const name = nameOf(found)
  if (/\p{Cs}/u.test(found)) return broken('unpaired-surrogate', { name })
  return broken(/\p{Cc}/u.test(found) ? 'control-character' : 'noncharacter', { name })
}

const unassignable = /(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/u

/**
 * A text for one line, such as a title.
 * @example lineProblem('a\nb') → { rule: 'line-end', values: { name: 'U+000A' } }
 */
export function lineProblem(text: string): BrokenRule | null {
  const found = lineEnd.exec(text)?.[0]
  return found === undefined ? null : broken('line-end', { name: nameOf(found) })
}

/** White space, what is never drawn, marks without a base, and the two letters that are blank. */
const showsNothing =
  /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\p{M}\u2800\u{1d159}]*$/u

/** True for a text of which a reader sees nothing. */
export const isInvisible = (text: string): boolean => showsNothing.test(text)

/**
 * Overrides turn digits around. Embeddings and isolates must be closed in the line that opens them, so
 * that they cannot reorder the text around.
 */
function directionProblem(text: string): BrokenRule | null {
  const [stray] = strayControls(text)
  if (stray === undefined) return null
  const { control, closer } = stray
  const name = nameOf(control)
  if (closer !== null) return broken('unclosed-direction', { name, closer: nameOf(closer) })
  return broken(/[\u202d\u202e]/.test(control) ? 'direction-override' : 'stray-closer', { name })
}

/** Marks are counted through joiners and other characters that are never drawn. */
function markProblem(text: string): BrokenRule | null {
  if (!/\p{M}/u.test(text)) return null
  let count = 0
  for (const character of text) {
    if (/\p{M}/u.test(character)) count++
    else if (!/\p{Default_Ignorable_Code_Point}/u.test(character)) count = 0
    if (count > maxMarks)
      return broken('too-many-marks', { max: maxMarks, name: nameOf(character) })
  }
  return null
}

/** @example nameOf('\u202e') → U+202E */
const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
