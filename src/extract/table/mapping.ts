// Which column of a table holds what: by the form of the file, by its header, or by an answer.
import { unguardedCell } from '../../domain/text/spreadsheet-cell.ts'
import type { Asker } from './asker.ts'
import { fieldOfHeader, foldHeader } from './headers.ts'
import { columnFields, type ColumnField, type Table, type TableRow } from './table.ts'

export interface MappedColumn {
  readonly index: number
  readonly header: string
  readonly field: ColumnField
  /** BCP 47; absent: the timeline's. Only of title, summary and note. */
  readonly language?: string
  readonly how: 'format' | 'header' | 'answer'
  readonly namesActors?: true
}

export interface MappedTable {
  readonly columns: readonly MappedColumn[]
  /** Without the header and what stands above it. */
  readonly rows: readonly TableRow[]
  /** Headers as they are written, for what is written back. */
  readonly headers: readonly string[]
  /** Places of rows above the header, which are left out. */
  readonly above: readonly number[]
  /** True while it is open what a column holds; `columns` are then those that are known. */
  readonly isOpen: boolean
}

/** Fields of which an event has one value, so that two columns of them are one too many. */
const single: ReadonlySet<ColumnField> = new Set([
  'date',
  'endDate',
  'edtf',
  'kind',
  'statedDate',
  'title',
  'place',
  'status',
  'source',
  'sourceLink',
  'publisher',
  'published',
  'citedWords',
  'id',
  'key',
  'keep',
])

/** Null while it is open whether the first row names the columns. */
export function mapColumns(table: Table, asker: Asker, language: string): MappedTable | null {
  const found = headerOf(table, asker)
  if (found === null) return null
  const { headers, rows, above } = isRestTable(found.headers) ? unguarded(found) : found
  const known = knownColumns(headers)
  const cells = (index: number): string[] =>
    rows.map((row) => row.cells[index]?.trim() ?? '').filter((cell) => cell !== '')
  const columns = headers.map((header, index): MappedColumn | null => {
    const { field: own, namesActors } = table.columns?.[index] ?? {}
    const preset = own ?? known?.get(foldHeader(header))
    if (preset !== undefined)
      return { index, header, field: preset, how: 'format', ...(namesActors && { namesActors }) }
    const filled = header === reasonsHeader ? [] : cells(index)
    if (filled.length === 0)
      return rows.length > 0 && readHeader(header).field === 'keep'
        ? askUnmarked({ header, index }, asker)
        : { index, header, field: 'none', how: 'format' }
    return mapOne({ header, index, filled, of: language }, asker)
  })
  const told = columns.filter((column) => column !== null)
  const decided = told.length < columns.length ? told : decideDoubles(told, asker)
  const before = asker.open.length
  const complete = told.length < columns.length ? decided : withMissing(decided, asker)
  const isOpen = told.length < columns.length || asker.open.length > 0 || before > 0
  return { columns: complete, rows, headers, above, isOpen }
}

interface Header {
  readonly header: string
  readonly index: number
  /** Its cells that are not empty. */
  readonly filled: readonly string[]
  /** The timeline's language. */
  readonly of: string
}

function mapOne({ header, index, filled, of }: Header, asker: Asker): MappedColumn | null {
  const id = `column/${header}`
  const { field, language: named } = readHeader(header)
  // 标题（中文） beside 标题 is a second title of a timeline in Chinese.
  const language = named === of || named === of.split('-')[0] ? null : named
  const given = asker.given(id)
  // A keep may be a tower, and 保留 what is reserved.
  const isOfWords = field === 'keep' && !filled.every(isMark)
  if (field !== null && given === null && !isOfWords) {
    return { index, header, field, how: 'header', ...(language !== null && { language }) }
  }
  const answer = asker.ask({
    id,
    words: asker.words.questions.column(header, filled.slice(0, 3).map(short)),
    choices: columnFields
      .filter((one) => (one !== 'keep' || isOfWords) && one !== 'kind' && one !== 'edtf')
      .map((value) => ({ value, words: asker.words.fields[value] })),
  })
  if (answer === null) return null
  return { index, header, field: answer as ColumnField, how: 'answer' }
}

/** A column that would choose rows, of another table than our draft, and without a mark: it may be of anything. */
function askUnmarked(
  { header, index }: Pick<Header, 'header' | 'index'>,
  asker: Asker,
): MappedColumn | null {
  const { questions, choices } = asker.words
  const answer = asker.ask({
    id: `unmarked/${header}`,
    words: questions.unmarked(header),
    choices: (['all', 'none'] as const).map((value) => ({ value, words: choices.unmarked[value] })),
  })
  if (answer === null) return null
  return { index, header, field: answer === 'all' ? 'none' : 'keep', how: 'answer' }
}

/** Of a row that is imported, in the column that chooses rows. */
export const isYes = (text: string): boolean =>
  /^(?:x|y|yes|1|true|keep|✓|✔|√|☑|是|保留|采用|採用|要|对|對|收录|收錄)$/iu.test(text.trim())

/** A mark of that column: of a row that is imported, or of one that is not. */
const isMark = (text: string): boolean =>
  isYes(text) ||
  /^(?:n|no|0|false|drop|skip|[-–—?？×✗✘☐]|否|不|不是|不要|不保留|不采用|不採用|不收录|不收錄|删|刪)$/iu.test(
    text.trim(),
  )

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

/** Title (en), 标题（英文）: the field, and the language behind it. */
function readHeader(header: string): { field: ColumnField | null; language: string | null } {
  const whole = fieldOfHeader(header)
  if (whole !== null) return { field: whole, language: null }
  const tag = languageAtEnd.exec(header.slice(-20))
  const name = tag === null ? '' : header.slice(0, header.length - tag[0].length)
  const field = fieldOfHeader(name)
  if (field !== 'title' && field !== 'summary' && field !== 'note')
    return { field: null, language: null }
  return { field, language: languages.get((tag?.[1] ?? '').toLowerCase()) ?? null }
}

const languageAtEnd =
  /(en|zh-hans|zh-hant|zh|english|chinese|英文|英语|英語|中文|汉语|漢語|简体|簡體|繁体|繁體)[)\]）】]?$/i

const languages: ReadonlyMap<string, string> = new Map(
  Object.entries({
    en: 'en english 英文 英语 英語',
    zh: 'zh chinese 中文 汉语 漢語',
    'zh-Hans': 'zh-hans 简体 簡體',
    'zh-Hant': 'zh-hant 繁体 繁體',
  }).flatMap(([tag, words]) => words.split(' ').map((word) => [word, tag] as const)),
)

/** How far down a header may stand, below a title of the table. */
const headerRows = 8

type FoundHeader = Pick<MappedTable, 'headers' | 'rows' | 'above'>

const unguarded = ({ headers, rows, above }: FoundHeader): FoundHeader => ({
  headers: headers.map(unguardedCell),
  rows: rows.map((row) => ({ ...row, cells: row.cells.map(unguardedCell) })),
  above,
})

function headerOf(table: Table, asker: Asker): FoundHeader | null {
  if (table.columns !== null)
    return { headers: table.columns.map(({ header }) => header), rows: table.rows, above: [] }
  const width = table.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const named = (cells: readonly string[]) => distinctHeaders(cells, width)
  const scores = table.rows
    .slice(0, headerRows)
    .map(({ cells }) => new Set(cells.flatMap((cell) => readHeader(cell).field ?? [])).size)
  const most = Math.max(0, ...scores)
  const at = most >= 2 ? scores.indexOf(most) : -1
  const header = table.rows[Math.max(at, 0)]
  if (header === undefined) return { headers: named([]), rows: [], above: [] }
  if (at >= 0) {
    const second = secondHeader(header.cells, table.rows[at + 1]?.cells ?? [])
    const skip = second === null ? 1 : 2
    return {
      headers: named(second ?? header.cells),
      rows: table.rows.slice(at + skip),
      above: table.rows.slice(0, at).map((row) => row.at),
    }
  }
  const answer = asker.ask({
    id: 'header',
    words: asker.words.questions.header(header.cells.map(short).slice(0, 6)),
    choices: [
      { value: 'yes', words: asker.words.choices.headerYes },
      { value: 'no', words: asker.words.choices.headerNo },
    ],
  })
  if (answer === null) return null
  return answer === 'yes'
    ? { headers: named(header.cells), rows: table.rows.slice(1), above: [] }
    : { headers: named([]), rows: table.rows, above: [] }
}

/** Words under a header such as 日期 or Date that spans two columns. */
const spanned: readonly (readonly [RegExp, string])[] = [
  [/^(?:from|start|begin|自|起|始|开始|開始|起始)$/i, 'start'],
  [/^(?:to|until|till|end|至|止|讫|訖|终|終|结束|結束|截止)$/i, 'end'],
]

/** From and To under a merged When: the two rows together name the columns. Null for a row of its own. */
function secondHeader(upper: readonly string[], lower: readonly string[]): string[] | null {
  const words = Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => ({
    above: (upper[index] ?? '').trim(),
    below: (lower[index] ?? '').trim(),
  }))
  const pair = words.map(({ below }) => spanned.find(([word]) => word.test(below))?.[1] ?? null)
  const isSpan = pair.some(
    (word, index) =>
      word === 'start' && pair[index + 1] === 'end' && words[index + 1]?.above === '',
  )
  const restIsHeader = words.every(
    ({ above, below }, index) => pair[index] !== null || below === '' || below === above,
  )
  return isSpan && restIsHeader ? words.map(({ above }, index) => pair[index] ?? above) : null
}

/** Every column has a name of its own; those without are named as in spreadsheets. */
function distinctHeaders(cells: readonly string[], width: number): string[] {
  const seen = new Map<string, number>()
  return Array.from({ length: Math.max(width, cells.length) }, (_, index) => {
    const text = (cells[index] ?? '').replaceAll(/\s+/g, ' ').trim() || letters(index)
    const count = (seen.get(text) ?? 0) + 1
    seen.set(text, count)
    return count === 1 ? text : `${text} (${count})`
  })
}

function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last
}

const columnSet = (
  fields: Readonly<Record<string, ColumnField>>,
): ReadonlyMap<string, ColumnField> =>
  new Map(Object.entries(fields).map(([header, field]) => [foldHeader(header), field]))

/** What follows from other columns, or is for the reader. */
const notRead = (headers: readonly string[]): Readonly<Record<string, ColumnField>> =>
  Object.fromEntries(headers.map((header) => [header, 'none']))

/** Of `events.csv` of a service (docs/formats.md); others are columns that somebody has added. */
const ownColumns = columnSet({
  id: 'id',
  date: 'date',
  kind: 'kind',
  stated_date: 'statedDate',
  title: 'title',
  summary: 'summary',
  themes: 'themes',
  actors: 'actors',
  place: 'place',
  sources: 'source',
  cited_words: 'citedWords',
  links: 'links',
  status: 'status',
  note: 'note',
  ...notRead([
    'date_in_words',
    'earliest',
    'latest',
    'anchor',
    'time',
    'precision',
    'approximate',
    'uncertain',
    'theme_labels',
    'actor_names',
    'place_name',
    'measures',
    'sequence',
    'modified',
    'url',
  ]),
})

/** Of `draft.csv`, which lists the dates of an article. */
const draftColumns = columnSet({
  keep: 'keep',
  date: 'date',
  kind: 'kind',
  stated: 'statedDate',
  sentence: 'citedWords',
  title: 'title',
  source: 'source',
  ...notRead(['reason', 'readings']),
})

/** Of the events of a calendar, as rows with faults are written back. */
const calendarColumns = columnSet({
  UID: 'key',
  DTSTART: 'date',
  DTEND: 'endDate',
  SUMMARY: 'title',
  DESCRIPTION: 'summary',
  CATEGORIES: 'themes',
  LOCATION: 'place',
  URL: 'links',
  STATUS: 'status',
  COMMENT: 'note',
  'X-EDTF': 'edtf',
})

function knownColumns(headers: readonly string[]): ReadonlyMap<string, ColumnField> | null {
  const has = (...names: readonly string[]) =>
    names.every((name) => headers.some((header) => foldHeader(header) === foldHeader(name)))
  if (has('date_in_words', 'theme_labels', 'cited_words')) return ownColumns
  if (has('UID', 'DTSTART', 'DTEND', 'SUMMARY')) return calendarColumns
  return has('keep', 'readings', 'sentence') ? draftColumns : null
}

/** Of the column that is added to rows that are written back. */
export const reasonsHeader = 'reasons'

/** True for rows that were written back; their cells are kept from being evaluated. */
export const isRestTable = (headers: readonly string[]): boolean => headers.at(-1) === reasonsHeader

/** True for the columns of `events.csv` of a service. */
export const isOwnTable = (headers: readonly string[]): boolean =>
  knownColumns(headers) === ownColumns

/** Where two columns hold what can be there once, a person says which. */
function decideDoubles(columns: readonly MappedColumn[], asker: Asker): readonly MappedColumn[] {
  let decided = columns
  const kinds = Map.groupBy(columns, ({ field, language }) =>
    language === undefined ? field : `${field} (${language})`,
  )
  for (const [kind, same] of kinds) {
    const { field, language } = same[0] ?? { field: 'none' as const }
    if (!single.has(field) || same.length < 2) continue
    const name = asker.words.fields[field]
    const answer = asker.ask({
      id: `columns/${kind}`,
      words: asker.words.questions.columns(language === undefined ? name : `${name} (${language})`),
      choices: same.map(({ header }) => ({ value: header, words: header })),
    })
    if (answer === null) continue
    const other: ColumnField = field === 'title' ? 'summary' : 'none'
    decided = decided.map((one) =>
      same.includes(one) && one.header !== answer
        ? { ...one, field: other, how: 'answer' as const }
        : one,
    )
  }
  return decided
}

/** An event needs a title; and without a day of its own, it may be dated by that of its source. */
function withMissing(columns: readonly MappedColumn[], asker: Asker): readonly MappedColumn[] {
  const has = (field: ColumnField) => columns.some((one) => one.field === field)
  const missing = (['title', 'date'] as const).filter((field) => !has(field))
  return missing.reduce<readonly MappedColumn[]>((all, field) => {
    const { words } = asker
    const answer = asker.ask({
      id: `missing/${field}`,
      words: words.questions.missing(words.fields[field]),
      choices: [
        ...columns.map(({ header }) => ({ value: header, words: header })),
        ...(field === 'date' ? [{ value: 'none', words: words.choices.undated }] : []),
      ],
    })
    const found = answer === 'none' ? undefined : columns.find(({ header }) => header === answer)
    if (found === undefined) return all
    // A column may hold two things: the day of the event and that of its source.
    const isBoth = field === 'date' && found.field === 'published'
    const added: MappedColumn = { ...found, field, how: 'answer' }
    return [...all.filter((one) => isBoth || one !== found), added]
  }, columns)
}
