// What an import would do: pure, and made anew with every answer. Reads a table as events, finds those
// that are there already, and makes the document that would be written.
import type { AuthoredEvent } from '../../domain/document/event.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { byLanguage } from '../../domain/text/language-map.ts'
import { plainCell } from '../files/html.ts'
import type { GivenAnswers, Question } from '../question.ts'
import type { ImportWords } from '../words/en.ts'
import {
  matchRows,
  returnedEvents,
  vanishedEvents,
  wordsKey,
  type ImportMemory,
  type KeyedRow,
  type RememberedRow,
} from './again.ts'
import { marksOfValue } from './compared.ts'
import { Asker, lasting } from './asker.ts'
import { mapColumns, type MappedColumn, type MappedTable } from './mapping.ts'
import { readOwnEvents } from './own-events.ts'
import { readEvents, type ReadEvents } from './read-events.ts'
import { joinLost, type LostRows, type OwnEvents, type Table } from './table.ts'
import type { OwnDateWords } from '../twice/follows.ts'
import type { WrittenTable } from '../twice/unedited.ts'
import { ordered, writeAll } from './write-event.ts'

export interface ImportSetting {
  /** Without faults. */
  readonly document: TimelineDocument
  readonly memory: ImportMemory
  readonly answers: GivenAnswers
  readonly words: ImportWords
  /** What our own writers would write of the document in place of the file, where it may be one of theirs. */
  readonly written?: readonly WrittenTable[]
  readonly dateWords?: OwnDateWords
  /** True of the rows with faults of an import: rows that are not among them are not gone. */
  readonly isRest?: boolean
  /** Rows that a check has found faults in, with its words. */
  readonly faults?: ReadonlyMap<number, readonly string[]>
}

/** A row that cannot become an event. */
export interface BadRow {
  readonly at: number
  readonly cells: readonly string[]
  readonly reasons: readonly string[]
}

export interface ImportPlan {
  readonly questions: readonly Question[]
  /** Null while questions are open. */
  readonly result: ImportResult | null
  /** As far as they are known. */
  readonly columns: readonly MappedColumn[]
  /** What was settled for all rows, in words. */
  readonly settled: readonly string[]
  readonly lost: readonly LostRows[]
  /** Rows of the table that hold anything. */
  readonly rows: number
}

export interface ImportResult {
  /** With the good rows. */
  readonly document: TimelineDocument
  readonly headers: readonly string[]
  readonly bad: readonly BadRow[]
  /** Of events in the form of the document: what came with them. */
  readonly own?: OwnEvents
  /** Ids. */
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly unchanged: readonly string[]
  readonly withdrawn: readonly string[]
  /** Rows that a person or a column leaves out. */
  readonly leftOut: number
  /** The row of each event. */
  readonly rowOf: ReadonlyMap<string, number>
  readonly memory: ImportMemory
  readonly newThemes: readonly string[]
  readonly newActors: readonly string[]
  readonly newSources: readonly string[]
}

/** @example planImport([table], { document, memory: noMemory, answers: new Map(), words }).questions → what is open */
export function planImport(tables: readonly Table[], setting: ImportSetting): ImportPlan {
  const { memory, answers, words } = setting
  const asker = new Asker(answers, lasting(memory.answers), words)
  const table = chooseTable(tables, asker)
  const mapped = table === null ? null : columnsOf(table, asker, setting.document.language)
  if (table === null || mapped === null || mapped.isOpen)
    return {
      questions: asker.open,
      result: null,
      columns: mapped?.columns ?? [],
      settled: [],
      lost: [...(mapped === null ? [] : rowsAbove(mapped)), ...(table?.lost ?? [])],
      rows: mapped?.rows.length ?? table?.rows.length ?? rowsIn(tables),
    }
  const read =
    table.own === undefined
      ? readEvents(mapped, { ...setting, asker })
      : readOwnEvents(table, table.own, { ...setting, asker })
  const texts = aboutTexts(table, setting, asker)
  const about = {
    columns: mapped.columns,
    settled: read.settled,
    lost: joinLost([...rowsAbove(mapped), ...table.lost, ...read.lost]),
    rows: mapped.rows.length,
  }
  if (asker.open.length > 0)
    return {
      ...about,
      settled: [...read.settled, ...answeredBefore(asker)],
      questions: asker.open,
      result: null,
    }
  const result = assemble(read, mapped, {
    ...setting,
    document: withTexts(setting.document, texts),
    asker,
  })
  const isOpen = asker.open.length > 0 || result === null
  const { own } = table
  return {
    ...about,
    settled: [...read.settled, ...answeredBefore(asker)],
    questions: asker.open,
    result: isOpen ? null : { ...result, ...(own !== undefined && { own }) },
  }
}

/** Of answers that nobody gives anew nothing else tells. */
const answeredBefore = ({ before, words }: Asker): readonly string[] =>
  before.size === 0
    ? []
    : [words.settled.before(Array.from(before, ([id, answer]) => `${id} = ${answer}`))]

/** A title of the table, or what was taken for one. */
const rowsAbove = ({ above }: MappedTable): readonly LostRows[] =>
  above.length === 0 ? [] : [{ what: 'rows-above', at: above, count: above.length }]

/** Of all sheets, while none is chosen. */
const rowsIn = (tables: readonly Table[]): number =>
  tables.reduce((sum, { rows }) => sum + rows.length, 0)

/** Events of our own have no columns. */
const columnsOf = (table: Table, asker: Asker, language: string): MappedTable | null =>
  table.own === undefined
    ? mapColumns(table, asker, language)
    : { columns: [], rows: table.rows, headers: ['event'], above: [], isOpen: false }

function chooseTable(tables: readonly Table[], asker: Asker): Table | null {
  const filled = tables.filter(({ rows }) => rows.length > 0)
  const [only] = filled
  if (filled.length < 2) return only ?? tables[0] ?? { name: '', columns: null, rows: [], lost: [] }
  const { words } = asker
  const answer = asker.ask({
    id: 'sheet',
    words: words.questions.sheet,
    choices: filled.map(({ name, rows }) => ({
      value: name,
      words: words.choices.sheet(name, rows.length),
    })),
  })
  return filled.find(({ name }) => name === answer) ?? null
}

type AboutTexts = Partial<Pick<TimelineDocument, 'title' | 'description'>>

/** What the file says of the timeline as a whole, where a person takes it. */
function aboutTexts(
  { about }: Table,
  { document, written = [] }: ImportSetting,
  asker: Asker,
): AboutTexts {
  const { words } = asker
  const taken = (field: 'title' | 'description', text: string | undefined): string | null => {
    const plain = text === undefined ? '' : plainCell(text).text
    const own = document[field]
    const isThere =
      own !== undefined && Object.values(byLanguage(own, document.language)).includes(plain)
    // The title slide of our own files says more than the description.
    const isOurs = written.some(({ table }) => text === table.about?.[field])
    if (plain === '' || isThere || isOurs) return null
    const answer = asker.ask({
      id: `timeline/${field}`,
      words: words.questions.about(field, plain),
      choices: [
        { value: 'keep', words: words.choices.keepAbout },
        { value: 'take', words: words.choices.takeAbout },
      ],
    })
    return answer === 'take' ? plain : null
  }
  const title = taken('title', about?.title)?.split('\n').join(' ')
  const description = taken('description', about?.description)
  return {
    ...(title !== undefined && { title }),
    ...(description !== null && { description }),
  }
}

/** The description stands behind the title. */
function withTexts(
  document: TimelineDocument,
  { title = document.title, description = document.description }: AboutTexts,
): TimelineDocument {
  const entries = Object.entries(document).flatMap(([name, value]) =>
    name === 'description'
      ? []
      : name === 'title'
        ? [['title', title], ...(description === undefined ? [] : [['description', description]])]
        : [[name, value]],
  )
  return Object.fromEntries(entries) as TimelineDocument
}

interface AssembleSetting extends ImportSetting {
  readonly asker: Asker
}

function assemble(
  read: ReadEvents,
  mapped: MappedTable,
  setting: AssembleSetting,
): ImportResult | null {
  const { document, memory, asker, faults } = setting
  const bad: BadRow[] = []
  const good: KeyedRow[] = []
  for (const row of read.rows) {
    const reasons = [...row.faults, ...(faults?.get(row.at) ?? [])]
    if (reasons.length > 0) bad.push({ at: row.at, cells: row.cells, reasons })
    else
      good.push({ ...row, key: row.key === '' ? wordsKey(row.fields, document.language) : row.key })
  }
  const rows = withoutRepeated(good, bad, setting)
  if (rows === null) return null
  const context = { document, memory, asker }
  const matched = matchRows(rows, context)
  const leftOut = read.leftOut + (rows.length - matched.length)
  // While it is open which events rows are, none is gone.
  const isMatched = !asker.open.some(({ id }) => /^(?:known$|same\/)/.test(id))
  const before =
    read.isPart || setting.isRest ? { ...memory, rows: new Map() } : withoutBad(read, bad, setting)
  const vanished = isMatched ? vanishedEvents(matched, { ...context, memory: before }) : null
  const returned = returnedEvents(matched, context)
  const written = writeAll(matched, { columns: mapped.columns, returned }, setting)
  if (vanished === null || written === null || asker.open.length > 0) return null
  const events = document.events.map((event): AuthoredEvent => {
    const changed = written.byId.get(event.id)
    if (changed !== undefined) return ordered(changed)
    return vanished.withdrawn.has(event.id) ? ordered({ ...event, status: 'withdrawn' }) : event
  })
  const used = usedParts(read, [...events, ...written.added])
  const forgotten = new Set([...vanished.withdrawn, ...vanished.kept])
  const kept = [...memory.rows].filter(([id]) => !forgotten.has(id))
  return {
    document: {
      ...document,
      themes: [...document.themes, ...used.themes],
      actors: [...document.actors, ...used.actors],
      sources: [...document.sources, ...used.sources],
      events: [...events, ...written.added],
    },
    headers: mapped.headers,
    bad: bad.toSorted((a, b) => a.at - b.at),
    added: written.added.map(({ id }) => id),
    changed: written.changed,
    unchanged: written.unchanged,
    withdrawn: [...vanished.withdrawn],
    leftOut,
    rowOf: written.rowOf,
    memory: {
      answers: rememberedAnswers(read, bad.length > 0, setting),
      rows: new Map([...kept, ...written.memory]),
    },
    newThemes: used.themes.map(({ id }) => id),
    newActors: used.actors.map(({ id }) => id),
    newSources: used.sources.map(({ id }) => id),
  }
}

/**
 * Answers for the next time; a source that was new is then known. Rows with faults may not show by themselves
 * what the whole table did.
 */
function rememberedAnswers(
  { newSource }: ReadEvents,
  hasRest: boolean,
  { memory, asker }: AssembleSetting,
): GivenAnswers {
  const answers = [
    ...lasting(new Map([...memory.answers, ...(hasRest ? asker.found : []), ...asker.used])),
  ].filter(([id]) => !(newSource !== undefined && id.startsWith('source/')))
  return new Map([...answers, ...(newSource === undefined ? [] : [['source', newSource] as const])])
}

/** Rows that cannot be read this time are not gone: they are known by their key, id or title. */
function withoutBad(
  { rows }: ReadEvents,
  bad: readonly BadRow[],
  { memory, document: { language } }: AssembleSetting,
): ImportMemory {
  const unread = rows.filter((row) => bad.some(({ at }) => at === row.at))
  const keys = new Set(unread.flatMap(({ key, id }) => [key, id]))
  const titles = new Set(
    unread.flatMap(({ fields }) => marksOfValue({ name: 'title', value: fields.title }, language)),
  )
  const isThere = (id: string, { key, fields }: RememberedRow): boolean =>
    keys.has(key) || keys.has(id) || (fields.title !== undefined && titles.has(fields.title))
  return { ...memory, rows: new Map([...memory.rows].filter(([id, row]) => !isThere(id, row))) }
}

/** Two rows of one key: the second is a fault if a column gives it, else a person says what it is. */
function withoutRepeated(
  rows: readonly KeyedRow[],
  bad: BadRow[],
  { asker, words }: AssembleSetting,
): readonly KeyedRow[] | null {
  const first = new Map<string, number>()
  const kept: KeyedRow[] = []
  const repeated: { row: KeyedRow; before: number }[] = []
  for (const row of rows) {
    const key = row.id === '' ? row.key : `id:${row.id}`
    const before = first.get(key)
    if (before === undefined) {
      first.set(key, row.at)
      kept.push(row)
    } else if (key.startsWith('words:')) repeated.push({ row, before })
    else bad.push({ at: row.at, cells: row.cells, reasons: [words.faults.repeatedKey(before)] })
  }
  const [one] = repeated
  if (one === undefined) return kept
  const answer = asker.ask({
    id: 'repeated',
    words: words.questions.repeated(repeated.length, one.row.at, one.before),
    choices: [
      { value: 'skip', words: words.choices.skipRepeated },
      { value: 'keep', words: words.choices.keepRepeated },
    ],
  })
  if (answer === null) return null
  return answer === 'skip'
    ? kept
    : [
        ...kept,
        ...repeated.map(({ row }, index) => ({ ...row, key: `${row.key}:${index + 2}` })),
      ].toSorted((a, b) => a.at - b.at)
}

/** New parts that an event names; those of bad rows alone are not added. */
function usedParts({ themes, actors, sources }: ReadEvents, events: readonly AuthoredEvent[]) {
  const used = new Set(
    events.flatMap((event) => [
      ...event.themes,
      ...event.actors,
      ...(event.place === undefined ? [] : [event.place]),
      ...event.citations.map(({ source }) => `source ${source}`),
    ]),
  )
  // An actor brings what it is a member of.
  const groups = new Map(actors.map(({ id, memberOf = [] }) => [id, memberOf]))
  for (const id of used) for (const group of groups.get(id) ?? []) used.add(group)
  return {
    themes: themes.filter(({ id }) => used.has(id)),
    actors: actors.filter(({ id }) => used.has(id)),
    sources: sources.filter(({ id }) => used.has(`source ${id}`)),
  }
}
