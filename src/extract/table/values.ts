// The cells of a row by what their columns hold: plain texts, lists, links.
import type { AuthoredEvent } from '../../domain/document/event.ts'
import { isWebUrl, normalUrl } from '../../domain/document/link.ts'
import { unguardedCell } from '../../domain/text/spreadsheet-cell.ts'
import { plainCell, type CellLink } from '../files/html.ts'
import type { MappedColumn, MappedTable } from './mapping.ts'
import { isOwnTable, isYes } from './mapping.ts'
import { cutList, foldName, nameSet, type KnownNames, type NameSet } from './names.ts'
import {
  LostThings,
  type ColumnField,
  type EndWords,
  type ImportField,
  type LostRows,
  type TableRow,
} from './table.ts'

/** The event of a row of our own file, and which of its fields the row leaves as they are. */
export interface KnownEvent {
  readonly id: string
  readonly unedited: ReadonlySet<ImportField>
  /** Those fields, where the event has them, and the kind of its date. */
  readonly fields: Partial<Omit<AuthoredEvent, 'id'>>
  /** Words for the date that are not those that we would write beside it; else empty. */
  readonly stated: string
}

export interface RowValues {
  readonly at: number
  readonly cells: readonly string[]
  /** In a file of ours, where the timeline has its event; null otherwise. */
  readonly known: KnownEvent | null
  /** The text of the column of a field, of summaries and notes those of all, by line ends; may be empty. */
  readonly text: (field: ColumnField) => string
  /** The texts of the columns of a field that have a language of their own. */
  readonly translations: (field: ColumnField) => ReadonlyMap<string, string>
  /** Parts of all columns of a field, cut at `;` `；` `、` `|` and line ends, but not within known names. */
  readonly list: (field: ColumnField) => readonly string[]
  /** The sources of our own tables, in which one may stand twice; null for other tables. */
  readonly ownSources: readonly string[] | null
  /** Addresses of the columns of links, and links in the texts that are kept. */
  readonly links: readonly CellLink[]
  /** Addresses of the column of sources' addresses. */
  readonly sourceAddresses: readonly string[]
  /** The address behind the cell of the source. */
  readonly sourceLink: string | undefined
  /** Words for its start and its end, which stand with those for the whole in the text of `statedDate`. */
  readonly endWords: EndWords | undefined
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

export function tableValues(
  { columns, rows, headers }: MappedTable,
  known: KnownNames,
): TableValues {
  const lost = new LostThings()
  const names = new Map<ColumnField, NameSet>([
    ['themes', nameSet(known.themes.keys())],
    ['actors', nameSet(known.actors.keys())],
  ])
  const isActor = (name: string): boolean =>
    known.actors.has(foldName(name)) && !known.themes.has(foldName(name))
  const isOwn = isOwnTable(headers)
  const hasKeep = columns.some(({ field }) => field === 'keep')
  const values = rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map((row) => rowValues(row, columns, { lost, isOwn, names, isActor }))
  const kept = values.filter((row) => !hasKeep || isYes(row.text('keep')))
  return { rows: kept, unkept: values.length - kept.length, lost: lost.all() }
}

interface RowContext {
  readonly lost: LostThings
  /** Spreadsheets are kept from evaluating cells of our own files by an apostrophe. */
  readonly isOwn: boolean
  /** Which the timeline has. */
  readonly names: ReadonlyMap<ColumnField, NameSet>
  /** True for a name that the timeline has among its actors alone. */
  readonly isActor: (name: string) => boolean
}

const noNames = nameSet([])

function rowValues(
  row: TableRow,
  columns: readonly MappedColumn[],
  { lost, isOwn, names, isActor }: RowContext,
): RowValues {
  const links: CellLink[] = []
  const read = columns.map((column) => {
    const raw = row.cells[column.index] ?? ''
    // Our own tables hold no markup.
    const cell = isOwn ? { text: unguardedCell(raw), links: [], lost: [] } : plainCell(raw)
    if (isOwn && column.header === 'measures' && raw !== '') lost.add('measures', row.at)
    if (column.field === 'none') return { column, text: '', urls: [] }
    for (const what of cell.lost) lost.add(what, row.at)
    const behind = row.links?.get(column.index)
    const own = [
      ...cell.links,
      ...(behind === undefined || !isWebUrl(behind) ? [] : [{ url: normalUrl(behind) }]),
    ]
    if (linked.has(column.field)) links.push(...own)
    if (!addressed.has(column.field))
      return { column, text: cell.text, urls: own.map(({ url }) => url) }
    const found = isOwn ? cell.text.split('; ').filter(isWebUrl) : webAddresses(cell.text)
    const urls = [...new Set([...own.map(({ url }) => url), ...found.map(normalUrl)])]
    if (column.field === 'links') links.push(...urls.map((url) => ({ url })))
    // Words beside an address are of it; alone they are what was to be one.
    const isFilled = cell.text !== '' && cell.lost.length === 0
    if ((isFilled && urls.length === 0) || hasOtherAddress(cell.text))
      lost.add('links-of-no-web-address', row.at)
    return { column, text: cell.text, urls }
  })
  const of = (field: ColumnField) => read.filter(({ column }) => column.field === field)
  const textOf = (field: ColumnField, language: string | undefined): string => {
    const texts = of(field).flatMap(({ column, text }) =>
      column.language === language ? [text] : [],
    )
    return joinedFields.has(field)
      ? [...new Set(texts)].filter((text) => text !== '').join('\n')
      : (texts[0] ?? '')
  }
  return {
    at: row.at,
    cells: row.cells,
    known: null,
    text: (field) => textOf(field, undefined),
    translations: (field) =>
      new Map(
        of(field).flatMap(({ column: { language } }) => {
          const text = language === undefined ? '' : textOf(field, language)
          return language === undefined || text === '' ? [] : [[language, text] as const]
        }),
      ),
    list: (field) => listedIn(read, field, { names, isActor }),
    ownSources: isOwn ? of('source').flatMap(({ text }) => text.split('; ')) : null,
    links: [...new Map(links.toReversed().map((link) => [link.url, link])).values()].toReversed(),
    sourceAddresses: of('sourceLink').flatMap(({ urls }) => urls),
    sourceLink: of('source')[0]?.urls[0],
    endWords: row.endWords,
  }
}

/** Each once. */
function listedIn(
  read: readonly { readonly column: MappedColumn; readonly text: string }[],
  field: ColumnField,
  { names, isActor }: Pick<RowContext, 'names' | 'isActor'>,
): readonly string[] {
  const parts = (text: string) => cutList(text, names.get(field) ?? noNames)
  const all = read.flatMap(({ column, text }) => {
    if (column.field === field)
      return column.namesActors ? parts(text).filter((name) => !isActor(name)) : parts(text)
    return field === 'actors' && column.namesActors ? parts(text).filter(isActor) : []
  })
  return [...new Set(all)]
}

/** Texts of which a row may have several columns. */
const joinedFields: ReadonlySet<ColumnField> = new Set(['summary', 'note'])

/** Columns that hold addresses, and perhaps words beside them. */
const addressed: ReadonlySet<ColumnField> = new Set(['links', 'sourceLink'])

/** Up to a space, a sign of Chinese, or one of a list before the next address. */
const webAddress =
  /https?:\/\/(?:(?![,;]{1,3}https?:\/\/)[^\s<>"|，。；：、！？（）【】《》「」“”])+/gi

/** Signs of a sentence around an address; a bracket that it opens itself is its own. */
function withoutEnd(address: string): string {
  let length = address.length
  while (".,;:!?'])}*".includes(address.charAt(length - 1) || ' ')) length -= 1
  const end = address.slice(length)
  const isBalanced = address.lastIndexOf('(') > address.lastIndexOf(')', address.length - 2)
  return end === ')' && isBalanced ? address : address.slice(0, length)
}

/**
 * The web addresses in a text.
 * @example webAddresses('新华社（https://a.example/4）') → ['https://a.example/4']
 */
export const webAddresses = (text: string): string[] =>
  (text.match(webAddress) ?? []).map(withoutEnd).filter(isWebUrl)

/** What looks like an address and is none of the web: ftp://…, mailto:…, www.… */
const hasOtherAddress = (text: string): boolean =>
  /(?:^|[\s;；、|<>"（(，,])(?:[a-z][a-z0-9+.-]{1,20}:\/?\/?\S|www\.\S)/i.test(
    text.replaceAll(webAddress, (address) => (isWebUrl(withoutEnd(address)) ? ' ' : address)),
  )
