// The edition log in the SQLite storage of a Durable Object; every call is one transaction.
import { failed, ok } from '../../domain/result.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import type { Changes } from '../../domain/document/changes.ts'
import type { EditionEntry, Head } from '../../edition/head.ts'
import type {
  EditionLog,
  EditionRecord,
  NewEdition,
  Packing,
} from '../../store/publish/edition-log.ts'
import {
  appearancesIn,
  storedForm,
  upgradeHead,
  type Appearance,
} from '../../edition/stored-form.ts'
import { upgraded } from '../../store/values.ts'
import { openDatabase, type Step } from './sqlite-form.ts'
import { createSqliteOutbox } from './sqlite-outbox.ts'
import { rowsOf } from './sqlite-rows.ts'
import { createSqliteSegments, segmentTables, sizeTable } from './sqlite-segments.ts'

/**
 * Content is stored separately from the log, which is never truncated, in rows for each of its `contentParts`,
 * such as `head`, `head.1`, `head.2`: the maximum row size is 2 MB.
 */
const steps: readonly Step[] = [
  `
  CREATE TABLE IF NOT EXISTS editions (number INTEGER PRIMARY KEY, entry TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS contents (
    number INTEGER NOT NULL, part TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (number, part)
  );
`,
  // The form of the text (edition/stored-form.ts).
  'ALTER TABLE contents ADD COLUMN form INTEGER NOT NULL DEFAULT 0',
  (sql) => {
    sql.exec(`
      CREATE TABLE appearances (
        event TEXT PRIMARY KEY, first_edition INTEGER NOT NULL, first_instant TEXT,
        last_edition INTEGER NOT NULL, last_instant TEXT NOT NULL
      ) WITHOUT ROWID
    `)
    const heads = sql.exec<{ text: string; form: number }>(
      "SELECT text, form FROM contents WHERE part = 'head' ORDER BY number",
    )
    for (const { text, form } of heads.toArray()) note(sql, appearancesIn(JSON.parse(text), form))
  },
  'CREATE TABLE packings (number INTEGER PRIMARY KEY, packing TEXT NOT NULL)',
  segmentTables,
  sizeTable,
]

/**
 * The first and the last revision of every event that ever was, without limit. The newest head has
 * the right numbers; the instant of a first edition may be in an older head only.
 */
function note(sql: SqlStorage, appearances: ReadonlyMap<string, Appearance>): void {
  for (const [event, { first, last }] of appearances) {
    sql.exec(
      `INSERT INTO appearances VALUES (?1, ?2, ?3, ?4, ?5)
       ON CONFLICT (event) DO UPDATE SET
         first_edition = ?2, first_instant = coalesce(first_instant, ?3),
         last_edition = ?4, last_instant = ?5`,
      event,
      first.edition,
      first.instant,
      last.edition,
      last.instant,
    )
  }
}

/** @example append edition 1 twice → ok(record), then failed('taken') */
export function createSqliteLog(storage: DurableObjectStorage): EditionLog {
  const { sql } = storage
  openDatabase(storage, steps)
  const outbox = createSqliteOutbox(storage)

  const newest = (): number =>
    sql.exec<{ number: number }>('SELECT coalesce(max(number), 0) AS number FROM editions').one()
      .number

  return {
    ...outbox,
    ...createSqliteSegments(storage),
    latest: () => readRecord(sql, newest()),
    record: (number) => readRecord(sql, number),
    head: (number) => readHead(sql, number),
    appearanceOf(event) {
      const [row] = sql
        .exec<AppearanceRow>('SELECT * FROM appearances WHERE event = ?', event)
        .toArray()
      return (
        row && {
          first: { edition: row.first_edition, instant: row.first_instant },
          last: { edition: row.last_edition, instant: row.last_instant },
        }
      )
    },
    has: (number) =>
      sql.exec('SELECT 1 FROM contents WHERE number = ?', number).toArray().length > 0,
    append: (record, tasks) =>
      storage.transactionSync(() => {
        if (record.entry.number !== newest() + 1) return failed('taken')
        insert(sql, record)
        note(sql, changedBy(record))
        forgetAllBut(
          sql,
          record.head.kept.map((entry) => entry.number),
        )
        for (const task of tasks) outbox.add(task)
        return ok(record)
      }),
    packings: () =>
      sql
        .exec<{ packing: string }>('SELECT packing FROM packings ORDER BY number')
        .toArray()
        .map(({ packing }) => JSON.parse(packing) as Packing),
    notePacking(packing) {
      const text = JSON.stringify(packing)
      sql.exec('INSERT OR REPLACE INTO packings VALUES (?, ?)', packing.number, text)
    },
    dropPacking: (number) => void sql.exec('DELETE FROM packings WHERE number = ?', number),
    forget: (number) => void sql.exec('DELETE FROM contents WHERE number = ?', number),
  }
}

type AppearanceRow = {
  readonly first_edition: number
  readonly first_instant: string | null
  readonly last_edition: number
  readonly last_instant: string
}

const contentParts = ['document', 'head', 'changes'] as const

/** @example 'head' → 0, 'head.2' → 2 */
const pieceOf = (row: string): number => Number(row.split('.')[1] ?? 0)

function readRecord(sql: SqlStorage, number: number): EditionRecord | null {
  const entry = sql.exec<Row>(
    "SELECT 'entry' AS part, entry AS text, 0 AS form FROM editions WHERE number = ?",
    number,
  )
  const read = readParts([...entry.toArray(), ...contentsOf(sql, number)])
  if (!contentParts.every((part) => read.has(part))) return null
  const record = {
    entry: read.get('entry') as EditionEntry,
    document: read.get('document') as TimelineDocument,
    head: read.get('head') as Head,
    changes: read.get('changes') as Changes,
  }
  return upgraded(record, formOf(sql, number))
}

function readHead(sql: SqlStorage, number: number): Head | null {
  const head = readParts(contentsOf(sql, number, 'head')).get('head')
  return head === undefined ? null : upgradeHead(head, formOf(sql, number))
}

type Row = { readonly part: string; readonly text: string }

/** The rows of all parts, or of one. */
const contentsOf = (sql: SqlStorage, number: number, part = '*'): Row[] =>
  sql
    .exec<Row>(
      "SELECT part, text FROM contents WHERE number = ?1 AND (?2 = '*' OR part = ?2 OR part GLOB ?2 || '.*')",
      number,
      part,
    )
    .toArray()

/** The rows of an edition are written together. */
const formOf = (sql: SqlStorage, number: number): number =>
  sql
    .exec<{ form: number }>('SELECT form FROM contents WHERE number = ? LIMIT 1', number)
    .toArray()[0]?.form ?? 0

function readParts(rows: readonly Row[]): ReadonlyMap<string, unknown> {
  const texts = new Map<string, string>()
  for (const { part, text } of rows.toSorted((a, b) => pieceOf(a.part) - pieceOf(b.part))) {
    const [name = ''] = part.split('.')
    texts.set(name, (texts.get(name) ?? '') + text)
  }
  return new Map([...texts].map(([name, text]) => [name, JSON.parse(text) as unknown]))
}

function insert(sql: SqlStorage, record: EditionRecord): void {
  const { number } = record.entry
  sql.exec('INSERT INTO editions VALUES (?, ?)', number, JSON.stringify(record.entry))
  for (const part of contentParts)
    for (const [index, text] of [...rowsOf(JSON.stringify(record[part]))].entries()) {
      const row = index === 0 ? part : `${part}.${index}`
      sql.exec('INSERT INTO contents VALUES (?, ?, ?, ?)', number, row, text, storedForm)
    }
}

const changedBy = ({ entry, head, gone = [] }: NewEdition): ReadonlyMap<string, Appearance> =>
  new Map(
    [...gone, ...head.adds.filter(({ changed }) => changed.edition === entry.number)].map(
      ({ id, first, changed }) => [id, { first, last: changed }],
    ),
  )

const forgetAllBut = (sql: SqlStorage, kept: readonly number[]): void => {
  sql.exec(
    'DELETE FROM contents WHERE number NOT IN (SELECT value FROM json_each(?))',
    JSON.stringify(kept),
  )
}
