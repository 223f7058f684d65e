// The log of uploaded segments in the SQLite storage of a Durable Object. Its tables are made by
// sqlite-log.ts.
import type {
  LeasedSegment,
  LeaseMaterial,
  NotedPart,
  SegmentLog,
} from '../../store/publish/segment-log.ts'
import { rowsOf } from './sqlite-rows.ts'

/**
 * A segment that was dropped leaves its row without content, so that its number is never used again.
 * What its parts are checked against is in rows of its own, since a row holds at most 2 MB.
 */
export const segmentTables = `
  CREATE TABLE segments (serial INTEGER PRIMARY KEY, segment TEXT);
  CREATE TABLE leased (
    serial INTEGER NOT NULL, piece INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (serial, piece)
  );
  CREATE TABLE uploads (
    serial INTEGER NOT NULL, part TEXT NOT NULL, noted TEXT NOT NULL, PRIMARY KEY (serial, part)
  ) WITHOUT ROWID
`

/** What the parts of each segment sum up to: an upload of many requests would count them all each time. */
export const sizeTable = `
  CREATE TABLE sizes (
    serial INTEGER PRIMARY KEY, parts INTEGER NOT NULL, bytes INTEGER NOT NULL
  );
  INSERT INTO sizes
    SELECT serial, count(*), sum(json_extract(noted, '$.bytes')) FROM uploads GROUP BY serial
`

type PartLog = 'uploaded' | 'uploadedOf' | 'uploadedSize' | 'notePart' | 'dropPart'

export function createSqliteSegments({ sql }: DurableObjectStorage): SegmentLog {
  return {
    segments: () =>
      sql
        .exec<{ segment: string }>(
          'SELECT segment FROM segments WHERE segment IS NOT NULL ORDER BY serial',
        )
        .toArray()
        .map(({ segment }) => JSON.parse(segment) as LeasedSegment),
    nextSerial: () =>
      sql.exec<{ next: number }>('SELECT coalesce(max(serial), 0) + 1 AS next FROM segments').one()
        .next,
    addSegment(segment, material) {
      sql.exec('INSERT INTO segments VALUES (?, ?)', segment.serial, JSON.stringify(segment))
      for (const [piece, text] of [...rowsOf(JSON.stringify(material))].entries())
        sql.exec('INSERT INTO leased VALUES (?, ?, ?)', segment.serial, piece, text)
    },
    noteSegment: (segment) =>
      void sql.exec(
        'UPDATE segments SET segment = ? WHERE serial = ?',
        JSON.stringify(segment),
        segment.serial,
      ),
    material(serial) {
      const pieces = sql
        .exec<{ text: string }>('SELECT text FROM leased WHERE serial = ? ORDER BY piece', serial)
        .toArray()
      return pieces.length === 0
        ? null
        : (JSON.parse(pieces.map(({ text }) => text).join('')) as LeaseMaterial)
    },
    ...partsIn(sql),
    dropSegment(serial) {
      sql.exec('DELETE FROM leased WHERE serial = ?', serial)
      sql.exec('DELETE FROM uploads WHERE serial = ?', serial)
      sql.exec('DELETE FROM sizes WHERE serial = ?', serial)
      sql.exec('UPDATE segments SET segment = NULL WHERE serial = ?', serial)
    },
  }
}

/** What is noted of uploaded parts. */
function partsIn(sql: SqlStorage): Pick<SegmentLog, PartLog> {
  const noted = (serial: number, names: readonly string[]): readonly NotedPart[] =>
    names.flatMap((name) =>
      sql
        .exec<{ noted: string }>(
          'SELECT noted FROM uploads WHERE serial = ? AND part = ?',
          serial,
          name,
        )
        .toArray()
        .map((row) => JSON.parse(row.noted) as NotedPart),
    )
  /** Adds to the sums, in the transaction that changes the rows. */
  const grow = (serial: number, parts: number, bytes: number): void =>
    void sql.exec(
      `INSERT INTO sizes VALUES (?1, ?2, ?3)
       ON CONFLICT (serial) DO UPDATE SET parts = parts + ?2, bytes = bytes + ?3`,
      serial,
      parts,
      bytes,
    )
  return {
    uploaded: (serial) =>
      sql
        .exec<{ noted: string }>('SELECT noted FROM uploads WHERE serial = ?', serial)
        .toArray()
        .map((row) => JSON.parse(row.noted) as NotedPart),
    uploadedOf: noted,
    uploadedSize: (serial) =>
      sql
        .exec<{ parts: number; bytes: number }>(
          'SELECT parts, bytes FROM sizes WHERE serial = ?',
          serial,
        )
        .toArray()[0] ?? { parts: 0, bytes: 0 },
    notePart(serial, part) {
      const [old] = noted(serial, [part.part])
      sql.exec(
        'INSERT OR REPLACE INTO uploads VALUES (?, ?, ?)',
        serial,
        part.part,
        JSON.stringify(part),
      )
      grow(serial, old === undefined ? 1 : 0, part.bytes - (old?.bytes ?? 0))
    },
    dropPart(serial, part) {
      const [old] = noted(serial, [part])
      if (old === undefined) return
      sql.exec('DELETE FROM uploads WHERE serial = ? AND part = ?', serial, part)
      grow(serial, -1, -old.bytes)
    },
  }
}
