// The cells of a row by what their columns hold: plain texts, lists, links.
import { isWebUrl, normalUrl } from '../../domain/document/link.ts'
import { unguardedCell } from '../../domain/text/spreadsheet-cell.ts'
import { plainCell, type CellLink } from '../files/html.ts'
import type { MappedColumn, MappedTable } from './mapping.ts'
import { isOwnTable } from './mapping.ts'
import { LostThings, type ColumnField, type LostRows, type TableRow } from './table.ts'

export interface RowValues {
  readonly at: number
  readonly cells: readonly string[]
  /** The text of the first column of a field; empty where there is none. */
  readonly text: (field: ColumnField) => string
  /** The texts of the columns of a field that have a language of their own. */
  readonly translations: (field: ColumnField) => ReadonlyMap<string, string>
  /** Parts of all columns of a field, cut at `;` `；` `、` `|` and line ends. */
  readonly list: (field: ColumnField) => readonly string[]
  /** The same of our own tables, in which an item may stand twice. */
  readonly items: (field: ColumnField) => readonly string[]
  /** Addresses of the columns of links, and links in the texts that are kept. */
  readonly links: readonly CellLink[]
  /** The address behind the cell of a field. */
  readonly linkOf: (field: ColumnField) => string | undefined
}

export interface TableValues {
  readonly rows: readonly RowValues[]
  /** Rows that `keep` leaves out. */
  readonly unkept: number
  readonly lost: readonly LostRows[]
}

/** Texts of which the links are kept beside the text. */
const linked: ReadonlySet<ColumnField> = new Set([
  'title',
  'summary',
  'note',
  'links',
  'themes',
  'actors',
  'place',
])

export function tableValues({ columns, rows, headers }: MappedTable): TableValues {
  const lost = new LostThings()
  const isOwn = isOwnTable(headers)
  const hasKeep = columns.some(({ field }) => field === 'keep')
  const values = rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map((row) => rowValues(row, columns, { lost, isOwn }))
  const kept = values.filter((row) => !hasKeep || isYes(row.text('keep')))
  return { rows: kept, unkept: values.length - kept.length, lost: lost.all() }
}

const isYes = (text: string): boolean =>
  /^(?:x|y|yes|1|true|keep|✓|✔|√|☑|是|保留|采用|採用|要|对|對|收录|收錄)$/iu.test(text.trim())

interface RowContext {
  readonly lost: LostThings
  /** Spreadsheets are kept from evaluating cells of our own files by an apostrophe. */
  readonly isOwn: boolean
}

function rowValues(
  row: TableRow,
  columns: readonly MappedColumn[],
  { lost, isOwn }: RowContext,
): RowValues {
  const links: CellLink[] = []
  const read = columns.map((column) => {
    const raw = row.cells[column.index] ?? ''
    // Our own tables hold no markup.
    const cell = isOwn ? { text: unguardedCell(raw), links: [], lost: [] } : plainCell(raw)
    if (isOwn && column.header === 'measures' && raw !== '') lost.add('measures', row.at)
    if (column.field === 'none') return { column, text: '', link: undefined }
    for (const what of cell.lost) lost.add(what, row.at)
    const behind = row.links?.get(column.index)
    const own = [
      ...cell.links,
      ...(behind === undefined || !isWebUrl(behind) ? [] : [{ url: normalUrl(behind) }]),
    ]
    if (linked.has(column.field)) links.push(...own)
    return { column, text: cell.text, link: own[0]?.url }
  })
  const of = (field: ColumnField) => read.filter(({ column }) => column.field === field)
  const list = (field: ColumnField): readonly string[] => [
    ...new Set(of(field).flatMap(({ text }) => parts(text))),
  ]
  for (const address of of('links').flatMap(({ text }) => addresses(text)))
    if (isWebUrl(address)) links.push({ url: normalUrl(address) })
    else lost.add('links-of-no-web-address', row.at)
  return {
    at: row.at,
    cells: row.cells,
    text: (field) => of(field).find(({ column }) => column.language === undefined)?.text ?? '',
    translations: (field) =>
      new Map(
        of(field).flatMap(({ column, text }) =>
          column.language === undefined || text === '' ? [] : [[column.language, text] as const],
        ),
      ),
    list,
    items: (field) => (isOwn ? of(field).flatMap(({ text }) => text.split('; ')) : list(field)),
    links: [...new Map(links.toReversed().map((link) => [link.url, link])).values()].toReversed(),
    linkOf: (field) => of(field)[0]?.link,
  }
}

const parts = (text: string): string[] =>
  text
    .split(/[;；、|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** What a cell of links has besides words: everything that looks like an address. */
const addresses = (text: string): string[] =>
  text.split(/[\s;；、|<>"]+/).filter((part) => /^[a-z][a-z0-9+.-]{1,20}:\/?\/?\S/i.test(part))
