// The same events in SQLite, in process: covering indexes for every condition, FTS5 over pairs of
// characters, the same totals and facets.
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import type { StoredEvent } from '../../../src/domain/document/event.ts'
import type { EventQuery } from '../../../src/domain/query/event-query.ts'
import { sectionOf } from '../../../src/domain/date/claims.ts'
import { sourcesOf } from '../../../src/domain/query/matches.ts'
import { groupsIn, participants } from '../../../src/domain/query/members.ts'
import { searchText } from '../../../src/domain/query/search.ts'
import { foldHan } from '../../../src/domain/text/fold-han.ts'
import type { StoredTimeline } from '../../../src/edition/head.ts'
import { withoutRevisions } from '../../../src/edition/revisions.ts'

const tables = `
  PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144;
  CREATE TABLE events (ordinal INTEGER PRIMARY KEY, listed INTEGER, first INTEGER, last INTEGER,
    sure_first INTEGER, sure_last INTEGER, section TEXT, json TEXT);
  CREATE TABLE themes (id TEXT, ordinal INTEGER, PRIMARY KEY (id, ordinal)) WITHOUT ROWID;
  CREATE TABLE actors (id TEXT, ordinal INTEGER, PRIMARY KEY (id, ordinal)) WITHOUT ROWID;
  CREATE TABLE sources (id TEXT, ordinal INTEGER, PRIMARY KEY (id, ordinal)) WITHOUT ROWID;
  CREATE VIRTUAL TABLE texts USING fts5 (text, content = '', detail = full, tokenize = 'unicode61');`

const indexes = `
  CREATE INDEX event_days ON events (first, last, listed, ordinal);
  CREATE INDEX event_listed ON events (listed, ordinal);
  CREATE INDEX event_sections ON events (ordinal, section);
  CREATE INDEX theme_events ON themes (ordinal, id);
  CREATE INDEX actor_events ON actors (ordinal, id);
  CREATE INDEX source_events ON sources (ordinal, id);
  ANALYZE;`

export interface SqlAnswer {
  readonly total: number
  readonly events: number
}

/** Pairs of characters as words, in the alphabet of the default tokenizer. */
const pairs = (text: string): string =>
  text
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((run) =>
      Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => run.slice(at, at + 2)),
    )
    .join(' ')

export async function fillSqlite(
  path: string,
  timeline: StoredTimeline,
  events: AsyncIterable<StoredEvent>,
): Promise<void> {
  const db = new DatabaseSync(path)
  db.exec(tables)
  const insert = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  const [addTheme, addActor, addSource] = ['themes', 'actors', 'sources'].map((table) =>
    db.prepare(`INSERT OR IGNORE INTO ${table} VALUES (?, ?)`),
  )
  const addText = db.prepare('INSERT INTO texts (rowid, text) VALUES (?, ?)')
  const groupsOf = groupsIn(timeline.actors)
  const bare = { ...withoutRevisions(timeline), actors: [] }
  let ordinal = 0
  db.exec('BEGIN')
  for await (const stored of events) {
    const event = { ...stored, revision: stored.changed }
    const { when } = event
    const sure = when.approximate || when.uncertain ? null : when.range
    insert.run(
      ordinal,
      event.status === 'withdrawn' ? 0 : 1,
      when.range?.[0] ?? null,
      when.range?.[1] ?? null,
      sure?.[0] ?? null,
      sure?.[1] ?? null,
      sectionOf(when),
      JSON.stringify(stored),
    )
    const direct = participants(event)
    for (const id of event.themes) addTheme?.run(id, ordinal)
    for (const id of new Set([...direct, ...direct.flatMap(groupsOf)])) addActor?.run(id, ordinal)
    for (const id of sourcesOf(event)) addSource?.run(id, ordinal)
    addText.run(ordinal, pairs(foldHan(searchText(event, bare))))
    ordinal++
  }
  db.exec('COMMIT')
  db.exec(indexes)
  db.close()
}

export function openSqlite(path: string) {
  const db = new DatabaseSync(path, { readOnly: true })
  db.exec('PRAGMA cache_size = -262144; PRAGMA mmap_size = 8589934592; PRAGMA temp_store = MEMORY')
  return {
    /** The first events of a query, its total and, if asked for, its facets. */
    answer(query: EventQuery, limit: number, facets: boolean): SqlAnswer {
      const { where, values } = conditions(query)
      const order = query.sort === 'date' ? 'ASC' : 'DESC'
      const all = (sql: string): unknown[] => db.prepare(sql).all(...values)
      const page = all(
        `SELECT json FROM events WHERE ${where} ORDER BY ordinal ${order} LIMIT ${limit}`,
      )
      for (const row of page) JSON.parse((row as { json: string }).json)
      const [counted] = all(`SELECT count(*) AS total FROM events WHERE ${where}`)
      if (facets) {
        for (const table of ['themes', 'actors', 'sources'])
          all(
            `SELECT id, count(*) FROM ${table} WHERE ordinal IN (SELECT ordinal FROM events WHERE ${where}) GROUP BY id`,
          )
        all(`SELECT section, count(*) FROM events WHERE ${where} GROUP BY section`)
      }
      return { total: (counted as { total: number }).total, events: page.length }
    },
    close: () => db.close(),
  }
}

function conditions(query: EventQuery): { where: string; values: SQLInputValue[] } {
  const [parts, values]: [string[], SQLInputValue[]] = [['listed = 1'], []]
  const clauses = (['themes', 'actors', 'sources'] as const).flatMap((table) =>
    query[table].map((clause) => ({ table, ...clause })),
  )
  for (const { table, any, exclude } of clauses) {
    const marks = any.map(() => '?').join()
    parts.push(
      `ordinal ${exclude ? 'NOT ' : ''}IN (SELECT ordinal FROM ${table} WHERE id IN (${marks}))`,
    )
    values.push(...any)
  }
  const { from, to, match } = query.window
  if (from !== null && to !== null) {
    parts.push(
      match === 'possible' ? 'first <= ? AND last >= ?' : 'sure_first >= ? AND sure_last <= ?',
    )
    values.push(...(match === 'possible' ? [to, from] : [from, to]))
  }
  for (const term of query.terms) {
    parts.push('ordinal IN (SELECT rowid FROM texts WHERE texts MATCH ?)')
    values.push(`"${pairs(term)}"`)
  }
  return { where: parts.join(' AND '), values }
}
