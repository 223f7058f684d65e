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
      sql.exec('UPDATE segments SET segment = NULL WHERE serial = ?', serial)
    },
  }
}

/** What is noted of uploaded parts. */
const partsIn = (sql: SqlStorage): Pick<SegmentLog, PartLog> => ({
  uploaded: (serial) =>
    sql
      .exec<{ noted: string }>('SELECT noted FROM uploads WHERE serial = ?', serial)
      .toArray()
      .map(({ noted }) => JSON.parse(noted) as NotedPart),
  uploadedOf: (serial, names) =>
    names.flatMap((name) =>
      sql
        .exec<{ noted: string }>(
          'SELECT noted FROM uploads WHERE serial = ? AND part = ?',
          serial,
          name,
        )
        .toArray()
        .map(({ noted }) => JSON.parse(noted) as NotedPart),
    ),
  uploadedSize: (serial) =>
    sql
      .exec<{ parts: number; bytes: number }>(
        "SELECT count(*) AS parts, coalesce(sum(json_extract(noted, '$.bytes')), 0) AS bytes FROM uploads WHERE serial = ?",
        serial,
      )
      .one(),
  notePart: (serial, part) =>
    void sql.exec(
      'INSERT OR REPLACE INTO uploads VALUES (?, ?, ?)',
      serial,
      part.part,
      JSON.stringify(part),
    ),
  dropPart: (serial, part) =>
    void sql.exec('DELETE FROM uploads WHERE serial = ? AND part = ?', serial, part),
})
