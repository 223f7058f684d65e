// Measures each kind of query over the segment in a folder, cold and warm, beside the database there and,
// up to 100,000 events, beside a scan of all events in memory.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EventQuery } from '../../../src/domain/query/event-query.ts'
import type { StoredEvent } from '../../../src/domain/document/event.ts'
import { createHeadReader } from '../../../src/edition/head-reader.ts'
import type { PackedEdition } from '../../../src/edition/packed/packed-edition.ts'
import { createPackedReader } from '../../../src/edition/packed/packed-reader.ts'
import { createPartCache } from '../../../src/edition/packed/part-cache.ts'
import type { Counted, EditionReader, Slice } from '../../../src/edition/reader.ts'
import type { SegmentRoot } from '../../../src/edition/segment/parts.ts'
import { maxLanes } from '../../../src/picture/limits.ts'
import { randomFrom, sizesFor } from '../../support/synthetic.ts'
import { databasePath } from './build.ts'
import { cpuNow, diskSource, type DiskSource } from './disk.ts'
import { editionIn, eventsPath } from './events-file.ts'
import { kinds, queryOf } from './kinds.ts'
import { openSqlite } from './sqlite.ts'

interface Sample {
  readonly cpu: number
  readonly operations: number
  readonly keys: number
  readonly bytes: number
}

interface Row {
  readonly kind: string
  readonly total: number
  readonly list: readonly Sample[]
  readonly facets: readonly Sample[]
  /** CPU milliseconds that the counts of months and lanes take beyond the set that they count. */
  readonly lanes: readonly number[]
  readonly warm: readonly number[]
  readonly sqlite: readonly number[]
  readonly sqliteList: readonly number[]
  readonly scan: readonly number[]
}

interface Options {
  readonly rounds: number
  readonly peers: boolean
}

/** Bytes that are still needed. */
function held(): number {
  globalThis.gc?.({ type: 'minor' })
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

export async function measureQueries(folder: string, { rounds, peers }: Options): Promise<void> {
  const { timeline, edition } = editionIn(folder)
  const root = JSON.parse(readFileSync(join(folder, 'root.json'), 'utf8')) as SegmentRoot
  const packed = {
    timeline,
    edition,
    kept: [edition],
    removed: [],
    base: { root, places: [], drops: [] },
    adds: [],
  }
  const source = diskSource(folder)
  const sqlite = peers ? openSqlite(databasePath(folder)) : null
  const scanned = peers && root.events <= 100_000 ? scanOf(folder) : null
  const sizes = sizesFor(root.events)
  const rows: Row[] = []
  const before = held()
  const cache = createPartCache()
  const warm = createPackedReader(packed, source, cache)
  for (const kind of Object.keys(kinds)) {
    const random = randomFrom(kind.length * 31 + rounds)
    const queries = Array.from({ length: rounds }, () => queryOf(kind, random, sizes))
    const row = {
      kind,
      total: 0,
      list: [],
      facets: [],
      lanes: [],
      warm: [],
      sqlite: [],
      sqliteList: [],
      scan: [],
    }
    rows.push(await measureKind(row, queries, { packed, source, warm, sqlite, scanned }))
  }
  writeFileSync(figuresPath(folder), JSON.stringify(figuresOf(rows, root.events)))
  printRows(rows, root.events, { peers, scans: scanned !== null })
  console.log(`\nHeld after all of these: ${((held() - before) / 1e6).toFixed(0)} MB`)
  // What is asked once more is held until here.
  await warm.answer(queryOf('everything', randomFrom(1), sizes), slice)
  sqlite?.close()
}

interface Measured {
  readonly packed: PackedEdition
  readonly source: DiskSource
  readonly warm: EditionReader
  readonly sqlite: ReturnType<typeof openSqlite> | null
  readonly scanned: EditionReader | null
}

const slice = { limit: 20, after: null }

/**
 * How often each question is asked, of us and of the peers. What else the machine does only adds to the time, so
 * the least is the cost of the question; the quantiles are over questions.
 */
const asked = 3

const leastOf = (samples: readonly Sample[]): Sample =>
  samples.reduce((least, sample) => (sample.cpu < least.cpu ? sample : least))

async function askCold(
  { packed, source }: Pick<Measured, 'packed' | 'source'>,
  query: EventQuery,
  counted: Counted,
  page: Slice = slice,
): Promise<{ readonly total: number; readonly sample: Sample }> {
  const reader = createPackedReader(packed, source)
  source.taken()
  // A cold isolate has no garbage of others.
  globalThis.gc?.({ type: 'minor' })
  const start = cpuNow()
  const { total } = await reader.answer(query, page, counted)
  const cpu = cpuNow() - start
  const read = source.taken()
  return { total, sample: { ...read, cpu: cpu - read.cpu } }
}

/** By month, with as many lanes of themes as a picture has; all other themes share one. */
async function lanesCpu(measured: Measured, query: EventQuery): Promise<number> {
  const ids = measured.packed.timeline.themes.map(({ id }) => id)
  const [own, others] = [ids.slice(0, maxLanes), ids.slice(maxLanes)]
  const lanes = { by: 'theme', ids: own, others, size: 'month' } as const
  const least = async (counted: Counted): Promise<number> => {
    const samples: Sample[] = []
    for (let time = 0; time < asked; time++)
      samples.push((await askCold(measured, query, counted, { limit: 0, after: null })).sample)
    return leastOf(samples).cpu
  }
  return (await least({ lanes })) - (await least({}))
}

async function measureKind(
  row: Row,
  queries: readonly EventQuery[],
  measured: Measured,
): Promise<Row> {
  const { packed, source, warm, sqlite, scanned } = measured
  const result = { ...row, lanes: [] as number[] }
  const [list, facets]: [Sample[], Sample[]] = [[], []]
  const [warmed, sql, sqlList, scan]: [number[], number[], number[], number[]] = [[], [], [], []]
  // Nothing is at hand in a cold reader, but its code has run before.
  for (const query of queries.slice(0, 3))
    await createPackedReader(packed, source).answer(query, slice, { facets: true })
  for (const query of queries) {
    for (const [samples, counted] of [
      [list, {}],
      [facets, { facets: true }],
    ] as const) {
      const tried: Sample[] = []
      for (let time = 0; time < asked; time++) {
        const { total, sample } = await askCold(measured, query, counted)
        tried.push(sample)
        if (time === 0) result.total += total / queries.length / 2
      }
      samples.push(leastOf(tried))
    }
    result.lanes.push(await lanesCpu(measured, query))
    await warm.answer(query, slice, { facets: true })
    source.taken()
    warmed.push(
      await cpuOf(
        () => warm.answer(query, slice, { facets: true }),
        () => source.taken().cpu,
      ),
    )
    // SQLite has no order of changes; its counterpart is the descending one.
    if (sqlite !== null) {
      sql.push(await cpuOf(() => sqlite.answer(query, slice.limit, true)))
      sqlList.push(await cpuOf(() => sqlite.answer(query, slice.limit, false)))
    }
    if (scanned !== null)
      scan.push(await cpuOf(() => scanned.answer(query, slice, { facets: true })))
  }
  return { ...result, list, facets, warm: warmed, sqlite: sql, sqliteList: sqlList, scan }
}

async function cpuOf(work: () => unknown, apart = (): number => 0): Promise<number> {
  let least = Infinity
  for (let time = 0; time < asked; time++) {
    const start = cpuNow()
    await work()
    least = Math.min(least, cpuNow() - start - apart())
  }
  return least
}

/** All events in memory, and what parsing them costs. */
function scanOf(folder: string): EditionReader {
  const { timeline, edition } = editionIn(folder)
  const text = readFileSync(eventsPath(folder), 'utf8')
  const start = cpuNow()
  const adds = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as StoredEvent)
  console.log(`\nParsing all events: ${(cpuNow() - start).toFixed(0)} ms`)
  return createHeadReader({ timeline, edition, kept: [edition], base: null, adds, removed: [] })
}

const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ??
  0

interface Budget {
  readonly operations: readonly [list: number, facets: number]
  readonly keys: number
  readonly bytes: readonly [list: number, facets: number]
  readonly cpu: readonly [list50: number, list99: number, facets50: number, facets99: number]
  readonly lanes: number
  /** How many times as long SQLite takes, with facets. */
  readonly sqlite: number | null
}

const budgetOf = (events: number): Budget =>
  events <= 1000
    ? {
        operations: [1, 1],
        keys: 1,
        bytes: [0.5, 0.5],
        cpu: [3, 10, 3, 10],
        lanes: 1,
        sqlite: null,
      }
    : events <= 100_000
      ? { operations: [8, 10], keys: 30, bytes: [2, 3], cpu: [2, 8, 4, 10], lanes: 3, sqlite: 2 }
      : { operations: [8, 25], keys: 45, bytes: [3, 11], cpu: [3, 12, 8, 45], lanes: 6, sqlite: 10 }

function printRows(
  rows: readonly Row[],
  events: number,
  peers: { peers: boolean; scans: boolean },
): void {
  console.log(
    '\n| query | total | operations, keys, MB | with facets | CPU ms p50/p99 | with facets | warm | SQLite | with facets | scan |\n' +
      '|---|---|---|---|---|---|---|---|---|---|',
  )
  for (const row of rows) {
    const cells = [
      row.kind,
      row.total.toFixed(0),
      readOf(row.list),
      readOf(row.facets),
      timeOf(row.list.map(({ cpu }) => cpu)),
      timeOf(row.facets.map(({ cpu }) => cpu)),
      timeOf(row.warm),
      timeOf(row.sqliteList),
      timeOf(row.sqlite),
      timeOf(row.scan),
    ]
    console.log(`| ${cells.join(' | ')} |`)
  }
  printBudgets(rows, budgetOf(events), peers)
}

const most = (samples: readonly Sample[], key: 'operations' | 'keys' | 'bytes'): number =>
  Math.max(...samples.map((sample) => sample[key]))

const readOf = (samples: readonly Sample[]): string =>
  `${most(samples, 'operations')}, ${most(samples, 'keys')}, ${(most(samples, 'bytes') / 1e6).toFixed(2)}`

const timeOf = (values: readonly number[]): string =>
  values.length === 0
    ? ''
    : `${quantile(values, 0.5).toFixed(1)}/${quantile(values, 0.99).toFixed(1)}`

/** What the table over sizes has of one size. */
export interface Figures {
  readonly events: number
  readonly operations: readonly [list: number, facets: number]
  readonly bytes: readonly [list: number, facets: number]
  /** CPU milliseconds, half of the queries and all but one in a hundred. */
  readonly cpu: readonly [list50: number, list99: number, facets50: number, facets99: number]
}

export const figuresPath = (folder: string): string => join(folder, 'figures.json')

function figuresOf(rows: readonly Row[], events: number): Figures {
  const [list, facets] = [rows.flatMap((row) => row.list), rows.flatMap((row) => row.facets)]
  const cpu = (samples: readonly Sample[], part: number): number =>
    quantile(
      samples.map((sample) => sample.cpu),
      part,
    )
  return {
    events,
    operations: [most(list, 'operations') + 1, most(facets, 'operations') + 1],
    bytes: [most(list, 'bytes'), most(facets, 'bytes')],
    cpu: [cpu(list, 0.5), cpu(list, 0.99), cpu(facets, 0.5), cpu(facets, 0.99)],
  }
}

/** The head is one more operation and one more key. */
function printBudgets(
  rows: readonly Row[],
  budget: Budget,
  { peers, scans }: { peers: boolean; scans: boolean },
): void {
  const [list, facets] = [rows.flatMap((row) => row.list), rows.flatMap((row) => row.facets)]
  const [listCpu, facetsCpu] = [list, facets].map((all) => all.map(({ cpu }) => cpu)) as [
    number[],
    number[],
  ]
  const pair = (a: number | string, b: number | string): string => `${a} / ${b}`
  const lines: [string, string, string][] = [
    [
      'operations, list / with facets',
      pair(...budget.operations),
      pair(most(list, 'operations') + 1, most(facets, 'operations') + 1),
    ],
    ['keys, list', String(budget.keys), String(most(list, 'keys') + 1)],
    [
      'MB, list / with facets',
      pair(...budget.bytes),
      pair((most(list, 'bytes') / 1e6).toFixed(1), (most(facets, 'bytes') / 1e6).toFixed(1)),
    ],
    ['CPU ms p50/p99, list', budget.cpu.slice(0, 2).join('/'), timeOf(listCpu)],
    ['CPU ms p50/p99, with facets', budget.cpu.slice(2).join('/'), timeOf(facetsCpu)],
    [
      'CPU ms p50, counts of months and lanes',
      String(budget.lanes),
      quantile(
        rows.flatMap((row) => row.lanes),
        0.5,
      ).toFixed(1),
    ],
  ]
  if (peers) {
    const own = quantile(facetsCpu, 0.5)
    const sql = quantile(
      rows.flatMap((row) => row.sqlite),
      0.5,
    )
    const wanted = budget.sqlite === null ? '' : `${budget.sqlite} times`
    lines.push([
      'SQLite, p50 with facets',
      wanted,
      `${sql.toFixed(1)} ms, ${(sql / own).toFixed(1)} times`,
    ])
    if (scans) {
      const scan = quantile(
        rows.flatMap((row) => row.scan),
        0.5,
      )
      lines.push([
        'scan, p50 with facets',
        '',
        `${scan.toFixed(1)} ms, ${(scan / own).toFixed(1)} times`,
      ])
    }
  }
  console.log('\n| all kinds together, cold | budget | figure |\n|---|---|---|')
  for (const cells of lines) console.log(`| ${cells.join(' | ')} |`)
}
