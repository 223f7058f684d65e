// What a file is, by its content and not by its name, and its tables. Pure: bytes in, tables out.
import { failed, ok, type Result } from '../../domain/result.ts'
import { readText, type TextEncodingName } from '../../domain/text/read-text.ts'
import type { Table, TableRow } from '../table/table.ts'
import type { ImportWords } from '../words/import-words.ts'
import { readDelimited, type Separator } from './delimited.ts'
import { importLimits } from './limits.ts'

export type FileForm =
  | 'CSV'
  | 'TSV'
  | 'Markdown'
  | 'XLSX'
  | 'iCalendar'
  | 'TimelineJS'
  | 'NDJSON'
  | 'Jishi JSON'

export interface FoundTables {
  readonly form: FileForm
  /** Null for files that are no text. */
  readonly encoding: TextEncodingName | null
  readonly tables: readonly Table[]
}

/** Why a file cannot be imported: words for people by their language. */
export type FileProblem = (words: ImportWords['files'], name: string) => string

/** @example readFile(utf8('date,title\n2020,A')) → ok({ form: 'CSV', encoding: 'UTF-8', tables: [… 2 rows] }) */
export function readFile(bytes: Uint8Array): Result<FoundTables, FileProblem> {
  if (bytes.length > importLimits.megabytes * 1_000_000)
    return failed((words) => words.tooLarge(importLimits.megabytes))
  const read = readText(bytes)
  if (!read.ok) return failed((words) => words.notText)
  const { text, encoding } = read.value
  if (text.trim() === '') return failed((words) => words.empty)
  const delimited = readDelimited(text)
  if (delimited === null) return failed((words, name) => words.text(name))
  if (!delimited.ok) return failed((words) => words.openQuote(delimited.failure.line))
  const { separator, rows } = delimited.value
  return bounded({ form: forms[separator], encoding, tables: [tableOf(rows)] })
}

const forms: Readonly<Record<Separator, FileForm>> = {
  '\t': 'TSV',
  ',': 'CSV',
  ';': 'CSV',
  '|': 'Markdown',
}

const tableOf = (rows: readonly TableRow[]): Table => ({ name: '', columns: null, rows, lost: [] })

const most = (sizes: readonly number[]): number => sizes.reduce((a, b) => Math.max(a, b), 0)

function bounded(found: FoundTables): Result<FoundTables, FileProblem> {
  if (most(found.tables.map(({ rows }) => rows.length)) > importLimits.rows + 1)
    return failed((words) => words.rows(importLimits.rows))
  const widest = most(found.tables.flatMap(({ rows }) => rows.map(({ cells }) => cells.length)))
  if (widest > importLimits.columns) return failed((words) => words.columns(importLimits.columns))
  return ok(found)
}
