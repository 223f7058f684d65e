// What is found in a file.
import type { TextEncodingName } from '../../domain/text/read-text.ts'
import type { Table } from '../table/table.ts'
import type { ImportWords } from '../words/en.ts'

export type FileForm =
  | 'CSV'
  | 'TSV'
  | 'Markdown'
  | 'XLSX'
  | 'iCalendar'
  | 'TimelineJS'
  | 'NDJSON'
  | 'JSON'

export interface FoundTables {
  readonly form: FileForm
  /** Null for files that are no text. */
  readonly encoding: TextEncodingName | null
  /** One for each sheet. */
  readonly tables: readonly Table[]
}

/** Why a file cannot be imported, in the words of a language; `draft` is the command for a text. */
export type FileProblem = (words: ImportWords['files'], draft: string) => string
