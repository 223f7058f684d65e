// What a file is, by its content and not by its name, and what is in it. Pure: bytes in, tables out.
import { failed, ok, type Result } from '../../domain/result.ts'
import { readText } from '../../domain/text/read-text.ts'
import type { Table, TableRow } from '../table/table.ts'
import { isLikelyBig5 } from './big5.ts'
import { isCalendar, readCalendarFile } from './calendar.ts'
import { readDelimited, type Separator } from './delimited.ts'
import type { FileForm, FileProblem, FoundTables } from './found.ts'
import { readJsonFile } from './json-file.ts'
import { binaryKind, isZip, zipKind } from './kinds.ts'
import { importLimits } from './limits.ts'
import { asTimelineJsSheet } from './timelinejs.ts'
import { isWorkbookPart, readWorkbook } from './workbook.ts'
import { unzip } from './zip.ts'

/** True for a file that holds nothing, such as one that is being written. */
export const isBlank = (bytes: Uint8Array): boolean =>
  bytes.length < 1000 && new TextDecoder().decode(bytes).trim() === ''

/** @example readFile(utf8('date,title\n2020,A')) → ok({ form: 'CSV', encoding: 'UTF-8', tables: [… 2 rows] }) */
export function readFile(bytes: Uint8Array): Result<FoundTables, FileProblem> {
  if (bytes.length > importLimits.megabytes * 1_000_000)
    return failed((words) => words.tooLarge(importLimits.megabytes))
  const kind = binaryKind(bytes)
  if (kind !== null) return failed((words) => words.binary[kind])
  const found = isZip(bytes) ? readZip(bytes) : readTextFile(bytes)
  return found.ok ? bounded(found.value) : found
}

function readZip(bytes: Uint8Array): Result<FoundTables, FileProblem> {
  const unzipped = unzip(bytes, isWorkbookPart, importLimits.unzippedMegabytes * 1_000_000)
  if (!unzipped.ok)
    return unzipped.failure === 'damaged'
      ? failed((words) => words.damaged('ZIP'))
      : failed((words) => words.unzipped(importLimits.unzippedMegabytes))
  const { names, parts } = unzipped.value
  if (!names.some((name) => /^xl\/workbook\.xml$/i.test(name)))
    return failed((words) => words.binary[zipKind(names)])
  const tables = readWorkbook(parts)
  if (tables.ok) return ok(asKnown({ form: 'XLSX', encoding: null, tables: tables.value }))
  const problem = tables.failure
  return failed((words) =>
    problem === 'damaged' ? words.damaged('XLSX') : words[problem](importLimits[problem]),
  )
}

function readTextFile(bytes: Uint8Array): Result<FoundTables, FileProblem> {
  const read = readText(bytes)
  if (!read.ok) return failed((words) => (bytes.includes(0) ? words.notText : words.otherEncoding))
  const { text, encoding } = read.value
  if (encoding === 'GB18030' && isLikelyBig5(bytes, text)) return failed((words) => words.big5)
  if (text.trim() === '') return failed((words) => words.empty)
  if (isCalendar(text)) return ok({ form: 'iCalendar', encoding, tables: [readCalendarFile(text)] })
  if (/^\s*[[{]/.test(text) && !bracketedHeader.test(text)) return readJsonFile(text, encoding)
  if (isWebPage(text)) return failed((words) => words.html)
  const delimited = readDelimited(text)
  if (delimited === null) return failed((words, draft) => words.text(draft))
  if (!delimited.ok) {
    const { line } = delimited.failure
    return failed((words) => words.openQuote(line))
  }
  const { separator, rows } = delimited.value
  return ok(asKnown({ form: forms[separator], encoding, tables: [tableOf(rows)] }))
}

/** [日期],标题: no JSON goes on behind its first bracket. */
const bracketedHeader = /^\s*\[[^[\]{}\n]{1,80}\] ?[,;\t|]/

export const isWebPage = (text: string): boolean =>
  /^\s*<(?:!doctype html|html|\?xml)/i.test(text.slice(0, 200))

const forms: Readonly<Record<Separator, FileForm>> = {
  '\t': 'TSV',
  ',': 'CSV',
  ';': 'CSV',
  '|': 'Markdown',
}

const tableOf = (rows: readonly TableRow[]): Table => ({ name: '', columns: null, rows, lost: [] })

/** A sheet of TimelineJS is known by its header, in whatever file it is. */
function asKnown(found: FoundTables): FoundTables {
  const [only, ...others] = found.tables
  const sheet = only === undefined || others.length > 0 ? null : asTimelineJsSheet(only)
  return sheet === null ? found : { ...found, form: 'TimelineJS', tables: [sheet] }
}

const most = (sizes: readonly number[]): number => sizes.reduce((a, b) => Math.max(a, b), 0)

function bounded(found: FoundTables): Result<FoundTables, FileProblem> {
  if (most(found.tables.map(({ rows }) => rows.length)) > importLimits.rows + 1)
    return failed((words) => words.rows(importLimits.rows))
  if (found.tables.every(({ rows }) => rows.length === 0)) return failed((words) => words.empty)
  const widest = most(found.tables.flatMap(({ rows }) => rows.map(({ cells }) => cells.length)))
  if (widest > importLimits.columns) return failed((words) => words.columns(importLimits.columns))
  return ok(found)
}
