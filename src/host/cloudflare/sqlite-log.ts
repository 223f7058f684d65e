// The edition log in the SQLite storage of a Durable Object; every call is one transaction.
import { failed, ok } from '../../domain/result.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import type { Changes } from '../../edition/changes/events.ts'
import type { EditionEntry, Head } from '../../edition/head.ts'
import type { EditionLog, EditionRecord } from '../../store/publish/edition-log.ts'
import { storedForm } from '../../edition/stored-form.ts'
import { upgraded } from '../../store/values.ts'
import { openDatabase } from './sqlite-form.ts'
import { createSqliteOutbox } from './sqlite-outbox.ts'

/**
 * Content is stored separately from the log, which is never truncated, with one row per part: the
 * maximum row size is 2 MB, and a large document in which everything changed comes close to it.
 */
const tables = [
  `
  CREATE TABLE IF NOT EXISTS editions (number INTEGER PRIMARY KEY, entry TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS contents (
    number INTEGER NOT NULL, part TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (number, part)
  );
`,
  // The form of the text (edition/stored-form.ts).
  'ALTER TABLE contents ADD COLUMN form INTEGER NOT NULL DEFAULT 0',
]

/** @example append edition 1 twice → ok(record), then failed('taken') */
export function createSqliteLog(storage: DurableObjectStorage): EditionLog {
  const { sql } = storage
  openDatabase(storage, tables)
  const outbox = createSqliteOutbox(storage)

  const newest = (): number =>
    sql.exec<{ number: number }>('SELECT coalesce(max(number), 0) AS number FROM editions').one()
      .number

  return {
    ...outbox,
    latest: () => readRecord(sql, newest()),
    record: (number) => readRecord(sql, number),
    has: (number) =>
      sql.exec('SELECT 1 FROM contents WHERE number = ?', number).toArray().length > 0,
    append: (record, tasks) =>
      storage.transactionSync(() => {
        if (record.entry.number !== newest() + 1) return failed('taken')
        insert(sql, record)
        forgetAllBut(
          sql,
          record.head.kept.map((entry) => entry.number),
        )
        for (const task of tasks) outbox.add(task)
        return ok(record)
      }),
    forget: (number) => void sql.exec('DELETE FROM contents WHERE number = ?', number),
  }
}

const parts = ['document', 'head', 'changes'] as const

function readRecord(sql: SqlStorage, number: number): EditionRecord | null {
  const rows = sql
    .exec<{ part: string; text: string; form: number }>(
      `SELECT 'entry' AS part, entry AS text, 0 AS form FROM editions WHERE number = ?1
       UNION ALL SELECT part, text, form FROM contents WHERE number = ?1`,
      number,
    )
    .toArray()
  const texts = new Map(rows.map(({ part, text }) => [part, text]))
  if (!parts.every((part) => texts.has(part))) return null
  const read = (part: string): unknown => JSON.parse(texts.get(part) ?? 'null')
  const record = {
    entry: read('entry') as EditionEntry,
    document: read('document') as TimelineDocument,
    head: read('head') as Head,
    changes: read('changes') as Changes,
  }
  // The rows of an edition are written together.
  return upgraded(record, rows.find(({ part }) => part === 'head')?.form ?? 0)
}

function insert(sql: SqlStorage, record: EditionRecord): void {
  const { number } = record.entry
  sql.exec('INSERT INTO editions VALUES (?, ?)', number, JSON.stringify(record.entry))
  for (const part of parts) {
    const text = JSON.stringify(record[part])
    sql.exec('INSERT INTO contents VALUES (?, ?, ?, ?)', number, part, text, storedForm)
  }
}

const forgetAllBut = (sql: SqlStorage, kept: readonly number[]): void => {
  sql.exec(
    'DELETE FROM contents WHERE number NOT IN (SELECT value FROM json_each(?))',
    JSON.stringify(kept),
  )
}
