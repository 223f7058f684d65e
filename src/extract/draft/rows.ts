// The dates of an article as rows that a person goes through: what is ready with its date, what is open
// with its proposals, each with its sentence. Nothing is chosen.
import type { Mark } from '../mark.ts'
import { marksOf, type SourceSetting } from '../marks.ts'
import { reasonInWords, type ReasonWords } from '../reasons/reason.ts'

export interface DraftRow {
  readonly mark: Mark
  /** Counts from 1. */
  readonly line: number
  /** As it stands in the text. */
  readonly sentence: string
}

/** A sentence that is cited has at most this many characters before and after the date. */
const reach = 400

/** Rows in the order of the text, one for each mark but for headings of dated lines, which tell of nothing. */
export function draftRows(text: string, setting: SourceSetting): DraftRow[] {
  const units = unitsOf(text)
  let line = 1
  let read = 0
  const marks = marksOf(text, setting).filter(({ isHeading }) => !isHeading)
  return marks.map((mark) => {
    const [start, end] = [units(mark.start), units(mark.end)]
    line += text.slice(read, start).split('\n').length - 1
    read = start
    return { mark, line, sentence: sentenceAround(text, start, end) }
  })
}

/** From code points, asked for in rising order but for an end before a start, to UTF-16 units. */
function unitsOf(text: string): (point: number) => number {
  const starts: number[] = []
  let at = 0
  for (const character of text) {
    starts.push(at)
    at += character.length
  }
  return (point) => starts[point] ?? text.length
}

/** A full stop of English ends a sentence where a capital follows, and no short form or initial is before it. */
const englishEnd =
  /(?<!\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[ap]\.m|No|vs|U\.S|Inc|Co|Ltd))[.!?]["”’')]*(?=\s+["“‘'(]*[A-Z\d])/g
const chineseEnd = /[。！？!?][”」』’）)]*/g

function sentenceAround(text: string, start: number, end: number): string {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - reach)
  const lineEnd = text.indexOf('\n', end)
  const stop = Math.min(lineEnd < 0 ? text.length : lineEnd, end + reach)
  const line = text.slice(lineStart, stop)
  const [from, to] = [start - lineStart, end - lineStart]
  const isChinese = /[\u3400-\u9fff]/.test(line)
  const ends = [...line.matchAll(isChinese ? chineseEnd : englishEnd)].map(
    (match) => match.index + match[0].length,
  )
  const begin = ends.findLast((one) => one <= from) ?? 0
  const close = ends.find((one) => one >= to) ?? line.length
  // A spreadsheet would evaluate what begins like a formula.
  return line
    .slice(begin, close)
    .trim()
    .replace(/^[\s=+@\-–—]+/, '')
}

/** The sentences about marks, in one language. */
export interface MarkWords {
  readonly reasons: ReasonWords
  readonly perhapsNoEvent: string
  readonly perhapsElsewhere: string
  /** Between two sentences in a cell. */
  readonly joint: string
}

/** Why it is read so or what is open, and what else speaks against it. */
export const markReason = (
  { rule, isEvent, isAside }: Mark,
  { reasons, perhapsNoEvent, perhapsElsewhere, joint }: MarkWords,
): string =>
  [
    reasonInWords(rule, reasons),
    ...(isEvent ? [] : [perhapsNoEvent]),
    ...(isAside ? [perhapsElsewhere] : []),
  ].join(joint)

const columns = [
  'keep',
  'date',
  'kind',
  'stated',
  'reason',
  'readings',
  'sentence',
  'title',
  'source',
]

/** CSV (RFC 4180) with a byte order mark, which spreadsheets need to read it as UTF-8. */
export function draftTable(rows: readonly DraftRow[], source: string, words: MarkWords): string {
  const cells = rows.map(({ mark, sentence }) => [
    '',
    mark.date ?? '',
    mark.kind ?? '',
    mark.words,
    markReason(mark, words),
    mark.readings.map(({ date, kind }) => `${date} ${kind}`).join('; '),
    sentence,
    '',
    source,
  ])
  return `\ufeff${[columns, ...cells].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`
}

const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
