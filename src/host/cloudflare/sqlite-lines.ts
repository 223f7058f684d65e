// The lines of the list of timelines, in the SQLite storage of a Durable Object.
import type { LineStore } from '../../store/timeline-list.ts'
import { openDatabase } from './sqlite-form.ts'
import { createSqliteOutbox } from './sqlite-outbox.ts'
import type { TimelineSummary } from '../../edition/summary.ts'

type Row = { id: string; edition: number; summary: string | null }

const tables = [
  'CREATE TABLE IF NOT EXISTS timelines (id TEXT PRIMARY KEY, edition INTEGER NOT NULL, summary TEXT)',
]

export function createSqliteLines(storage: DurableObjectStorage): LineStore {
  const { sql } = storage
  openDatabase(storage, tables)
  return {
    ...createSqliteOutbox(storage),
    lines: () =>
      sql
        .exec<Row>('SELECT id, edition, summary FROM timelines ORDER BY id')
        .toArray()
        .map(({ id, edition, summary }) => ({
          id,
          edition,
          summary: summary === null ? null : (JSON.parse(summary) as TimelineSummary),
        })),
    take: ({ id, edition, summary }) =>
      void sql.exec(
        `INSERT INTO timelines VALUES (?1, ?2, ?3)
         ON CONFLICT (id) DO UPDATE SET edition = ?2, summary = ?3 WHERE edition <= ?2`,
        id,
        edition,
        summary === null ? null : JSON.stringify(summary),
      ),
  }
}
