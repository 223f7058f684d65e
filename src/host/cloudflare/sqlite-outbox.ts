// The outbox in the SQLite storage of a Durable Object. Its table keeps the name of version 0.1.
import { byOrder, isSingle, type Outbox, type Task } from '../../store/outbox.ts'

const table = `
  CREATE TABLE IF NOT EXISTS duties (
    kind TEXT NOT NULL, number INTEGER NOT NULL, not_before INTEGER NOT NULL,
    PRIMARY KEY (kind, number)
  );
`

type Row = { kind: Task['kind']; number: number; notBefore: number }

export function createSqliteOutbox({ sql }: DurableObjectStorage): Outbox {
  sql.exec(table)
  return {
    tasks: () =>
      sql
        .exec<Row>('SELECT kind, number, not_before AS notBefore FROM duties')
        .toArray()
        .toSorted(byOrder),
    // Both statements run in one turn of the object, hence in one transaction.
    add({ kind, number, notBefore }) {
      if (isSingle(kind)) sql.exec('DELETE FROM duties WHERE kind = ?', kind)
      sql.exec('INSERT OR REPLACE INTO duties VALUES (?, ?, ?)', kind, number, notBefore)
    },
    done({ kind, number }) {
      sql.exec('DELETE FROM duties WHERE kind = ? AND number = ?', kind, number)
    },
  }
}
