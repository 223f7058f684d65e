// Finds cited words in the text of a source, as a TextPositionSelector and a TextQuoteSelector of the
// W3C Web Annotation Data Model (4.2.4, 4.2.5) describe them. A differing digit is never a match.
import { broken, type BrokenRule } from '../broken-rule.ts'
import type { Citation } from '../document/citation.ts'
import { foldHan } from '../text/fold-han.ts'
import { foldedIndex, foldPassage, foldText, type FoldedText } from '../text/fold.ts'
import { failed, ok, type Result } from '../result.ts'
import { nearestStretch } from './nearest.ts'

/** A text prepared for many look-ups. Offsets of passages count its Unicode code points. */
export interface SourceText {
  /** With LF line endings. */
  readonly text: string
  readonly folded: FoldedText
  /** The UTF-16 offset of each code point; null if the text has no surrogate pairs. */
  readonly units: Uint32Array | null
}

export const findings = ['offset', 'exact', 'folded', 'context'] as const
/** By offsets, by exact words, by folded words, or by context around almost the same words. */
export type Finding = (typeof findings)[number]

export interface Passage {
  /** In Unicode code points; `end` is exclusive. */
  readonly start: number
  readonly end: number
  readonly how: Finding
  /** The words found there. */
  readonly words: string
}

export type PassageProblem = BrokenRule<
  'passage-absent' | 'passage-ambiguous' | 'digits-differ' | 'context-differs'
>

type Quote = Pick<Citation, 'prefix' | 'suffix' | 'start' | 'end'> & { readonly exact: string }

/** A range of UTF-16 units of the source's text. */
interface Range {
  readonly from: number
  readonly to: number
}

export function prepareText(text: string): SourceText {
  const lines = text.replaceAll(/\r\n?/g, '\n')
  return { text: lines, folded: foldPassage(lines), units: codePointUnits(lines) }
}

/**
 * Finds the cited words: at their offsets, else the same words, else the folded words, else almost
 * the same words between prefix and suffix. Prefix and suffix, if given, must always match.
 * @example (prepareText('one two'), { exact: 'two' }) → ok({ start: 4, end: 7, how: 'exact', … })
 */
export function findPassage(source: SourceText, quote: Quote): Result<Passage, PassageProblem> {
  const placed = atOffsets(source, quote)
  if (placed !== null) return found(source, placed, 'offset')

  const anyExact = occurrences(source.text, quote.exact)
  const exact = anyExact.filter((range) => isWhole(source.text, range))
  const fitting = firstTwo(exact, (range) => isInContext(source, range, quote))
  if (fitting.length > 0) return unique(source, fitting, 'exact')

  const needle = foldPassage(quote.exact).text
  const anyFolded = occurrences(source.folded.text, needle).map((range) => unfold(source, range))
  const folded = anyFolded.filter((range) => isWhole(source.text, range))
  const foldedFitting = firstTwo(folded, (range) => isInContext(source, range, quote))
  if (foldedFitting.length > 0) return unique(source, foldedFitting, 'folded')
  if (exact.length > 0 || folded.length > 0) {
    return failed(broken('context-differs'))
  }
  const [cut] = [...anyExact, ...anyFolded]
  if (cut !== undefined) return failed(otherDigits(source, cut))
  const near = nearWords(source, needle, quote)
  return near.length > 0
    ? unique(source, near, 'context')
    : failed(explainAbsence(source, needle, quote))
}

/**
 * All places at which the cited words stand in their context, at most `most`: the same words, else the
 * folded words.
 * @example (prepareText('one two two'), { exact: 'two' }, 9) → two passages
 */
export function placesOf(source: SourceText, quote: Quote, most: number): Passage[] {
  const fits = (range: Range): boolean =>
    isWhole(source.text, range) && isInContext(source, range, quote)
  const exact = occurrences(source.text, quote.exact).filter(fits)
  const needle = foldPassage(quote.exact).text
  const ranges =
    exact.length > 0
      ? exact
      : occurrences(source.folded.text, needle)
          .map((range) => unfold(source, range))
          .filter(fits)
  return ranges
    .slice(0, most)
    .flatMap((range) => passageAt(source, range, exact.length > 0 ? 'exact' : 'folded'))
}

const passageAt = (source: SourceText, { from, to }: Range, how: Finding): Passage => ({
  start: codePointAt(source, from),
  end: codePointAt(source, to),
  how,
  words: source.text.slice(from, to),
})

const found = (source: SourceText, range: Range, how: Finding): Result<Passage, never> =>
  ok(passageAt(source, range, how))

function unique(
  source: SourceText,
  ranges: readonly Range[],
  how: Finding,
): Result<Passage, PassageProblem> {
  const [first, second] = ranges
  if (first !== undefined && second === undefined) return found(source, first, how)
  return failed(broken('passage-ambiguous'))
}

function atOffsets(source: SourceText, quote: Quote): Range | null {
  if (quote.start === undefined || quote.end === undefined) return null
  const range = { from: unitAt(source, quote.start), to: unitAt(source, quote.end) }
  return source.text.slice(range.from, range.to) === quote.exact &&
    isWhole(source.text, range) &&
    isInContext(source, range, quote)
    ? range
    : null
}

/** Overlapping occurrences count, too: each is a place that the citation could refer to. */
function occurrences(text: string, words: string): Range[] {
  const ranges: Range[] = []
  if (words === '') return ranges
  for (let from = text.indexOf(words); from !== -1; from = text.indexOf(words, from + 1)) {
    ranges.push({ from, to: from + words.length })
  }
  return ranges
}

function firstTwo(ranges: readonly Range[], fits: (range: Range) => boolean): Range[] {
  const fitting: Range[] = []
  for (const range of ranges) {
    if (fits(range)) fitting.push(range)
    if (fitting.length === 2) break
  }
  return fitting
}

function isInContext(
  source: SourceText,
  range: Range,
  { prefix = '', suffix = '' }: Quote,
): boolean {
  return endsWith(source, range.from, prefix) && startsWith(source, range.to, suffix)
}

function endsWith({ text, folded }: SourceText, at: number, prefix: string): boolean {
  if (endsAt(text, at, prefix)) return true
  const words = foldContext(foldPassage(prefix).text)
  const index = foldedIndex(folded, at)
  const end = folded.text.charAt(index - 1) === ' ' ? index - 1 : index
  const before = folded.text.slice(Math.max(0, end - reach(prefix)), end)
  return words !== '' && foldContext(before).endsWith(words)
}

function startsWith({ text, folded }: SourceText, at: number, suffix: string): boolean {
  if (text.startsWith(suffix, at)) return true
  const words = foldContext(foldPassage(suffix).text)
  const index = foldedIndex(folded, at)
  const start = folded.text.charAt(index) === ' ' ? index + 1 : index
  const after = folded.text.slice(start, start + reach(suffix))
  return words !== '' && foldContext(after).startsWith(words)
}

/** Context is compared as search compares words; cited words only as `foldPassage` folds them. */
const foldContext = (text: string): string => foldHan(foldText(text))

/** As much of the source as may be folded to the words: accents may be characters of their own. */
const reach = (words: string): number => 4 * words.length + 8

/** Unlike `startsWith`, which treats a negative position as 0. */
const endsAt = (text: string, end: number, words: string): boolean =>
  end >= words.length && text.startsWith(words, end - words.length)

/** Maximum share of a phrase that may differ from the source, in a single place. */
const maxChanged = 0.2
const numeral = /[\p{N}零〇一二三四五六七八九十百千万亿两萬億兩]/u

/** Between prefix and suffix: the words with one small change that contains no numeral. */
function nearWords(source: SourceText, needle: string, quote: Quote): Range[] {
  if (quote.prefix === undefined || quote.suffix === undefined) return []
  const { text } = source.folded
  const suffix = foldPassage(quote.suffix).text
  const slack = Math.floor(needle.length * maxChanged)
  const near: Range[] = []
  for (const { to: from } of occurrences(text, foldPassage(quote.prefix).text)) {
    const window = text.slice(from, from + needle.length + slack + suffix.length + 2)
    for (const { from: length } of occurrences(window, suffix)) {
      if (isNear(needle, window.slice(0, length).trim(), slack)) {
        near.push(unfold(source, { from, to: from + length }))
      }
    }
  }
  return near
}

function isNear(cited: string, actual: string, slack: number): boolean {
  const shorter = Math.min(cited.length, actual.length)
  let head = 0
  while (head < shorter && cited[head] === actual[head]) head++
  let tail = 0
  while (tail < shorter - head && cited.at(-1 - tail) === actual.at(-1 - tail)) tail++
  const changed = [cited.slice(head, cited.length - tail), actual.slice(head, actual.length - tail)]
  return changed.every((part) => part.length <= slack && !numeral.test(part))
}

function explainAbsence(source: SourceText, needle: string, quote: Quote): PassageProblem {
  const { text } = source.folded
  const twin = nearestTwin(source, needle, quote)
  if (twin !== null) return otherDigits(source, unfold(source, twin))
  const near = nearestStretch(text, needle)
  if (near === null) return broken('passage-absent')
  const { from, to } = unfold(source, wholeNumbers(text, near))
  return { ...broken('passage-absent'), proposals: [source.text.slice(from, to)] }
}

/** The words of the source, with whole numbers at their ends. */
function otherDigits(source: SourceText, range: Range): PassageProblem {
  const { from, to } = wholeNumbers(source.text, range)
  const words = source.text.slice(from, to)
  return { ...broken('digits-differ', { words }), proposals: [words] }
}

/**
 * Of the places that have the words with other digits, the one with the fewest others; of several, the
 * one next to the offset that the citation gives.
 */
function nearestTwin(source: SourceText, needle: string, { start }: Quote): Range | null {
  const { text } = source.folded
  const expected = start === undefined ? 0 : foldedIndex(source.folded, unitAt(source, start))
  let nearest: { range: Range; others: number; distance: number } | null = null
  for (const range of occurrences(blankDigits(text), blankDigits(needle))) {
    let others = isWhole(text, range) ? 0 : needle.length
    for (let i = 0; i < needle.length; i++) if (text[range.from + i] !== needle[i]) others++
    const distance = Math.abs(range.from - expected)
    if (
      nearest === null ||
      others < nearest.others ||
      (others === nearest.others && distance < nearest.distance)
    )
      nearest = { range, others, distance }
  }
  return nearest && nearest.range
}

const digit = /\p{Nd}/u
const hanNumeral = /[零〇一二三四五六七八九十百千万亿两萬億兩]/
const inNumber = /[\d.,]/
/** Longer numbers than this are not looked at whole. */
const maxNumber = 40

/** False where an end of the words stands within a number: 全长12 of 全长120米 is another number. */
const isWhole = (text: string, { from, to }: Range): boolean =>
  !splitsNumber(text, from) && !splitsNumber(text, to)

function splitsNumber(text: string, at: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)]
  if (digit.test(before) && digit.test(after)) return true
  if (hanNumeral.test(before) && hanNumeral.test(after)) return true
  if (!/[.,]/.test(before + after)) return false
  // At the point of 3.5 or the comma of 1,200, but not at those of 2020.3.13 or of a list.
  let [from, to] = [at, at]
  while (at - from < maxNumber && inNumber.test(text.charAt(from - 1))) from--
  while (to - at < maxNumber && inNumber.test(text.charAt(to))) to++
  return /^(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)$/.test(text.slice(from, to))
}

function wholeNumbers(text: string, range: Range): Range {
  let { from, to } = range
  while (from > 0 && splitsNumber(text, from)) from--
  while (to < text.length && splitsNumber(text, to)) to++
  return { from, to }
}

/** Keeps the number of UTF-16 units, so that offsets stay valid. */
const blankDigits = (text: string): string =>
  text.replaceAll(/\p{Nd}/gu, (digit) => '0'.repeat(digit.length))

/** Maps a range of the folded text to the original text. */
function unfold({ folded }: SourceText, { from, to }: Range): Range {
  const first = folded.origins[from] ?? 0
  return { from: first, to: (folded.origins[to - 1] ?? first) + 1 }
}

function codePointUnits(text: string): Uint32Array | null {
  if (!/[\ud800-\udfff]/.test(text)) return null
  const units: number[] = []
  let at = 0
  for (const character of text) {
    units.push(at)
    at += character.length
  }
  return Uint32Array.from(units)
}

function unitAt({ text, units }: SourceText, codePoint: number): number {
  return units === null ? codePoint : (units[codePoint] ?? text.length + codePoint - units.length)
}

function codePointAt({ units }: SourceText, unit: number): number {
  if (units === null) return unit
  let low = 0
  let high = units.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((units[middle] ?? 0) < unit) low = middle + 1
    else high = middle
  }
  return low
}
