// Text with separators as rows of cells: CSV (RFC 4180), TSV, cells pasted from a spreadsheet, tables of
// Markdown. The separator is found by trying: it cuts most rows into equally many cells. Linear.
import { failed, ok, type Result } from '../../domain/result.ts'
import type { TableRow } from '../table/table.ts'

export type Separator = '\t' | ',' | ';' | '|'

export interface Delimited {
  readonly separator: Separator
  /** Rows with any text; `at` is the line on which a row begins, from 1. */
  readonly rows: readonly TableRow[]
}

/** A quotation mark that is opened in this line and never closed. */
export interface OpenQuote {
  readonly line: number
}

/** Rows that are looked at to find the separator. */
const sample = 60

/**
 * Null for a text that is no table.
 * @example readDelimited('date,title\n2020,"a, b"') → ok({ separator: ',', rows: [… ['2020', 'a, b']] })
 */
export function readDelimited(text: string): Result<Delimited, OpenQuote> | null {
  const named = /^sep=([,;|\t])\n/i.exec(text)
  if (named !== null) return cut(text.slice(named[0].length), named[1] as Separator, 2)
  const separator = separatorOf(text)
  return separator === null ? null : cut(text, separator, 1)
}

function cut(text: string, separator: Separator, line: number): Result<Delimited, OpenQuote> {
  const rows = separator === '|' ? ok(pipeRows(text, line)) : parseRows(text, separator, { line })
  if (!rows.ok) return rows
  return ok({ separator, rows: rows.value.filter(hasText) })
}

const hasText = ({ cells }: TableRow): boolean => cells.some((cell) => cell.trim() !== '')

/** The separator that cuts most rows alike; tabs first, since texts have commas. */
function separatorOf(text: string): Separator | null {
  if (/^\s*\|.*\n\s*\|?\s*:?-+:?\s*\|/.test(text.slice(0, 10_000))) return '|'
  if (isList(text)) return null
  let best: { separator: Separator; alike: number; columns: number } | null = null
  for (const separator of ['\t', ',', ';', '|'] as const) {
    const parsed = parseRows(text, separator, { line: 1, most: sample })
    const rows = parsed.ok ? parsed.value.filter(hasText) : []
    const [first] = rows
    const counts = rows.map(({ cells }) => cells.length)
    const columns = mostFrequent(counts)
    const alike = counts.filter((count) => count === columns).length / Math.max(1, rows.length)
    if (first === undefined || columns < 2 || alike < 0.7 || isProse(first, separator)) continue
    if (best === null || alike > best.alike + 0.1) best = { separator, alike, columns }
  }
  return best?.separator ?? null
}

const listItem = /^\s*(?:[-*+•·–—]|\d{1,4}[.)、])\s+\S/

/** Bullets of an article: most lines begin with a sign, and none of them holds cells. */
function isList(text: string): boolean {
  const lines = text.slice(0, 20_000).split('\n').slice(0, sample)
  const filled = lines.filter((line) => line.trim() !== '' && !/^#{1,6} /.test(line))
  const items = filled.filter((line) => listItem.test(line) && !line.includes('\t'))
  return items.length > 2 && items.length > filled.length * 0.6
}

function mostFrequent(counts: readonly number[]): number {
  const often = new Map<number, number>()
  for (const count of counts) often.set(count, (often.get(count) ?? 0) + 1)
  return [...often].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

/** The first row of a table is short; a sentence with commas is not, and it has spaces behind them. */
function isProse({ cells }: TableRow, separator: Separator): boolean {
  if (separator === '\t') return false
  const spaced = cells.slice(1).filter((cell) => /^ \S/.test(cell)).length
  return (
    cells.some((cell) => cell.length > 80) ||
    (spaced === cells.length - 1 && / .* /.test(cells.join('')))
  )
}

interface RowsSettings {
  /** The number of the first line. */
  readonly line: number
  /** Rows to read. */
  readonly most?: number
}

/**
 * Quoted cells may hold separators and line ends. A mark within a cell, or one with text behind its
 * end, is text.
 */
function parseRows(
  text: string,
  separator: Separator,
  { line: firstLine, most = Infinity }: RowsSettings,
): Result<TableRow[], OpenQuote> {
  const rows: TableRow[] = []
  let line = firstLine
  let at = 0
  while (at < text.length && rows.length < most) {
    const cells: string[] = []
    const begin = line
    for (;;) {
      const cell = cellAt(text, at, separator)
      // Of a sample, what stands before an open mark tells enough.
      if (cell === null) return most < Infinity ? ok(rows) : failed({ line })
      cells.push(cell.value)
      line += cell.lines
      at = cell.end
      if (text[at] !== separator) break
      at += 1
    }
    rows.push({ at: begin, cells })
    line += 1
    at += 1
  }
  return ok(rows)
}

interface ReadCell {
  readonly value: string
  /** The offset of the separator or line end behind it. */
  readonly end: number
  /** Line ends within. */
  readonly lines: number
}

function cellAt(text: string, start: number, separator: Separator): ReadCell | null {
  // Some writers put a blank between a separator and the mark.
  const open = afterBlanks(text, start)
  if (text[open] === '"') {
    const close = quoteEnd(text, open + 1)
    if (close === -1 && open === start) return null
    const end = close === -1 ? start : afterBlanks(text, close)
    const behind = text[end]
    if (close !== -1 && (behind === undefined || behind === separator || behind === '\n')) {
      const value = text.slice(open + 1, close - 1).replaceAll('""', '"')
      return { value, end, lines: value.split('\n').length - 1 }
    }
  }
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1
  return { value: text.slice(start, end), end, lines: 0 }
}

function afterBlanks(text: string, start: number): number {
  let at = start
  while (text[at] === ' ') at += 1
  return at
}

/** The offset behind the closing mark; -1 if there is none. */
function quoteEnd(text: string, start: number): number {
  for (let at = text.indexOf('"', start); at !== -1; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at + 1
  return -1
}

/** A table of Markdown (GFM, 4.10), with or without its outer bars. */
function pipeRows(text: string, firstLine: number): TableRow[] {
  return text.split('\n').flatMap((line, index) => {
    const trimmed = line.trim()
    if (/^\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?)?\s*$/.test(trimmed)) return []
    const cells = splitBars(trimmed).map((cell) => cell.trim())
    return [{ at: firstLine + index, cells }]
  })
}

function splitBars(line: string): string[] {
  const inner = line.replace(/^\|/, '').replace(/(?<!\\)\|$/, '')
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll(String.raw`\|`, '|'))
}
