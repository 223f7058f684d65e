// The whole service in memory: the real app, store and publishing over a KV of its own, with a
// manual clock. Runs both in Node and in workerd.
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { ok } from '../../src/domain/result.ts'
import { sha256 } from '../../src/edition/digest.ts'
import { compressesType } from '../../src/host/cloudflare/compression.ts'
import { createApp } from '../../src/http/app.ts'
import type { Service } from '../../src/http/service.ts'
import type { KeyValue } from '../../src/store/key-value.ts'
import { createListing, type LineStore } from '../../src/store/timeline-list.ts'
import { createMemoryLines } from './memory-lines.ts'
import { createMemoryLog } from './memory-log.ts'
import type { EditionLog } from '../../src/store/publish/edition-log.ts'
import { createPublishing, type Publishing } from '../../src/store/publish/candidate.ts'
import { createStore, type StoreOptions } from '../../src/store/read/cached-store.ts'
import type { Publisher } from '../../src/store/publish/publisher.ts'
import { createPartSource } from '../../src/store/read/part-source.ts'
import { watch } from './watch.ts'
import { createMemoryKv, type MemoryKv } from './memory-kv.ts'

export const publicUrl = 'https://timelines.example'

export interface MemoryService {
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** Fetches an absolute address, also of another host. */
  at(url: string, init?: RequestInit): Promise<Response>
  /** Publishes on the edition `base` (0: the first), and returns the answer. */
  offer(document: TimelineDocument, base?: number): Promise<Response>
  /** The same, and expects that it is accepted. */
  publish(document: TimelineDocument, base?: number): Promise<void>
  readonly publisher: Publisher
  /** Runs the tasks of a timeline that are due, as its alarm does. */
  drain(timeline: string): Promise<void>
  readonly kv: MemoryKv
  /** What was logged: faults of the store, and unexpected errors. */
  readonly logged: Readonly<Record<string, unknown>>[]
  readonly clock: { now: number }
}

/** What survives a service: another one can be started over it. */
export interface MemoryStorage {
  readonly kv: MemoryKv
  readonly lines: LineStore
  logOf(timeline: string): EditionLog
}

export function createMemoryStorage(): MemoryStorage {
  const logs = new Map<string, EditionLog>()
  return {
    kv: createMemoryKv(),
    lines: createMemoryLines(),
    logOf(timeline) {
      const log = logs.get(timeline) ?? createMemoryLog()
      logs.set(timeline, log)
      return log
    },
  }
}

export interface MemoryServiceOptions extends Partial<Service> {
  /** Empty unless given. */
  readonly storage?: MemoryStorage
  /** The parts of the segments of timelines, if any is packed. */
  readonly partsOf?: StoreOptions['partsOf']
  /** Wraps the KV that the store reads, for example in one that fails. */
  readonly reading?: (kv: MemoryKv) => KeyValue
}

/** With the tokens `editor-token`, `narrow-token` (for the timeline `another`) and `former-token`. */
export async function createMemoryService({
  reading = (kv) => kv,
  storage = createMemoryStorage(),
  partsOf = (timeline) => createPartSource(storage.kv, timeline),
  ...given
}: MemoryServiceOptions = {}): Promise<MemoryService> {
  const { kv } = storage
  const logged: Record<string, unknown>[] = []
  const clock = { now: Date.parse('2026-10-01T08:30:00Z') }
  const now = () => clock.now
  const { publisher, repairList, drain } = createMemoryPublisher(storage, now)
  const app = createApp({
    store: createStore({
      kv: reading(kv),
      now,
      report: (event) => logged.push({ ...event }),
      partsOf,
    }),
    publisher,
    repairList,
    callerOf: () => 'test',
    isSecure: ({ url }) => url.startsWith('https:'),
    purge: () => undefined,
    mayWrite: async () => true,
    mayAsk: async () => true,
    tokens: await testTokens(),
    equal: (a, b) => a.join() === b.join(),
    compresses: compressesType,
    acceptEncodingOf: ({ headers }) => headers.get('accept-encoding') ?? '',
    assets: async (request) => assetOf(new URL(request.url).pathname),
    publicUrl,
    build: 'test',
    now,
    log: (entry) => logged.push(entry),
    ...given,
  })
  const at = async (url: string, init: RequestInit = {}) => {
    // Node asks for `duplex` with a stream.
    const request = new Request(url, { duplex: 'half', ...init } as RequestInit)
    const response = await app.fetch(request)
    await watch.response(request, response)
    return response
  }
  const fetch = (path: string, init?: RequestInit) => at(publicUrl + path, init)
  const offer = (document: TimelineDocument, base = 0) => {
    // Later than caches last, so that readers ask the store again.
    clock.now += 10_000
    return fetch(`/v1/timelines/${document.id}`, {
      method: 'PUT',
      body: JSON.stringify(document),
      headers: writing(base),
    })
  }
  return {
    fetch,
    at,
    publisher,
    drain,
    kv,
    logged,
    clock,
    offer,
    async publish(document, base) {
      const response = await offer(document, base)
      const text = await response.text()
      if (!response.ok) throw new Error(text)
    },
  }
}

/** The headers of a write that is accepted. */
export const writing = (base: number): Record<string, string> => ({
  authorization: 'Bearer editor-token',
  'content-type': 'application/json',
  ...(base === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${base}"` }),
})

function createMemoryPublisher(
  { kv, lines, logOf }: MemoryStorage,
  now: () => number,
): Pick<Service, 'publisher' | 'repairList'> & Pick<MemoryService, 'drain'> {
  const unscheduled = () => undefined
  const listing = createListing({ lines, kv, now, schedule: unscheduled })
  const known = new Map<string, Publishing>()
  const of = (timeline: string): Publishing => {
    const publishing =
      known.get(timeline) ??
      createPublishing({
        log: logOf(timeline),
        kv,
        list: (line) => listing.update(line),
        now,
        schedule: unscheduled,
        interval: 0,
        sourceOf: (timeline) => createPartSource(kv, timeline),
      })
    known.set(timeline, publishing)
    return publishing
  }
  const publisher: Publisher = {
    publish: (request) => of(request.timeline).publish(request),
    restore: (request) => of(request.timeline).restore(request),
    takeDown: (request) => of(request.timeline).takeDown(request),
    repair: (request) => of(request.timeline).repair(request),
    edit: (request) => of(request.timeline).edit(request),
    lease: (request) => of(request.timeline).lease(request),
    upload: (request) => of(request.timeline).upload(request),
    commitSegment: (request) => of(request.timeline).commitSegment(request),
    giveUp: (request) => of(request.timeline).giveUp(request),
  }
  return {
    publisher,
    repairList: async () => ok(await listing.repair()),
    drain: (timeline) => of(timeline).drain(),
  }
}

const testTokens = async () => [
  { name: 'editor', sha256: await sha256('editor-token'), timelines: ['*'] },
  { name: 'narrow', sha256: await sha256('narrow-token'), timelines: ['another'] },
  {
    name: 'former',
    sha256: await sha256('former-token'),
    timelines: ['*'],
    expires: '2020-01-01T00:00:00Z',
  },
]

const script = 'text/javascript; charset=utf-8'
const assets: Readonly<Record<string, readonly [type: string, text: string]>> = {
  '/reference/en.txt': ['text/plain', '<!doctype html><title>API</title><body>'],
  '/reference/zh-Hans.txt': ['text/plain', '<!doctype html><title>API</title><body>'],
  '/reference/zh-Hant.txt': ['text/plain', '<!doctype html><title>API</title><body>'],
  '/openapi.json': ['application/json', '{ "openapi": "3.1.0" }'],
  '/timeline.schema.json': ['application/json', '{ "type": "object" }'],
  '/widget/manifest.json': [
    'application/json',
    '{ "path": "/widget/1.0.0/event-timeline.js", "integrity": "sha384-x" }',
  ],
  '/widget/v1/event-timeline.js': [script, 'widget()'],
  '/widget/1.0.0/event-timeline.js': [script, 'widget()'],
}

function assetOf(path: string): Response {
  const found = assets[path]
  if (found === undefined) return new Response('no such file', { status: 404 })
  const [type, text] = found
  return new Response(text, { headers: { 'content-type': type, etag: `"${text.length}"` } })
}
