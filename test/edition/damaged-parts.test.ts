// Parts of an uploaded segment that are damaged in the store, with edits over it: whatever is asked, the
// answer is right or a told problem; and who sends the part again makes it whole.
import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { filterText } from '../../src/address/canonical.ts'
import type { AuthoredEvent } from '../../src/domain/document/event.ts'
import { document, event } from '../support/document.ts'
import { isFull } from '../support/extent.ts'
import {
  createMemoryService,
  createMemoryStorage,
  writing,
  type MemoryService,
} from '../support/memory-service.ts'
import type { PackedParts } from '../support/pack-upload.ts'
import { readPatiently } from '../support/patient-reads.ts'
import { queries } from '../support/timelines.ts'
import { publishPacked, uploadTo } from '../support/upload.ts'

readPatiently()

type Bytes = Uint8Array<ArrayBuffer>

const dates = ['2020-01-24', '2020-02-01/2020-02-10', '2020-02', '../2020-03-05', '2019', '2020-12']
const titles = ['复工一批', '防控会议', 'Party of the town', '小镇 ABC', 'Partly open']

/** Several parts of events. */
const eventOf = (index: number, overrides: Partial<AuthoredEvent> = {}): AuthoredEvent => {
  const { kind: _span, ...plain } = event({
    id: `e${index}`,
    date: dates[index % dates.length] ?? '',
    title: titles[index % titles.length] ?? '',
    summary: `${index} `.repeat(1_500),
    themes: index % 3 === 0 ? ['reopening'] : ['prevention'],
    actors: index % 4 === 0 ? ['li-ming'] : ['committee'],
  })
  return { ...plain, ...overrides }
}

const whole = document({ events: Array.from({ length: 50 }, (_, index) => eventOf(index)) })
const base = `/v1/timelines/${whole.id}`
const storage = createMemoryStorage()
let packed: PackedParts
let segment = ''

beforeAll(async () => {
  const service = await createMemoryService({ storage })
  packed = await publishPacked(service, whole)
  segment = `segment/${whole.id}/${packed.root.segment}/`
  service.clock.now += 10_000
  const edited = await service.fetch(base, {
    method: 'PATCH',
    headers: { ...writing(1), 'content-type': 'application/vnd.jishi.edits+json' },
    body: JSON.stringify({
      put: [eventOf(3, { title: '更正复工' }), eventOf(60)],
      drop: ['e7', 'e20'],
    }),
  })
  if (!edited.ok) throw new Error(await edited.text())
})

const names = (): readonly string[] => [...packed.parts.keys()]

/** A new service, which has nothing at hand. */
const fresh = (): Promise<MemoryService> => createMemoryService({ storage })

const stored = (name: string): Bytes | undefined => {
  const text = storage.kv.stored.get(segment + name)
  return text === undefined
    ? storage.kv.bytes.get(segment + name)
    : Uint8Array.from(new TextEncoder().encode(text.value))
}

function store(name: string, bytes: Bytes | undefined): void {
  const key = segment + name
  const isText = name.startsWith('e')
  storage.kv.stored.delete(key)
  storage.kv.bytes.delete(key)
  if (bytes === undefined) return
  if (!isText) storage.kv.bytes.set(key, bytes)
  else storage.kv.stored.set(key, { value: new TextDecoder().decode(bytes), metadata: null })
}

const harms = [
  'flipped',
  'cut short',
  'lost',
  'in place of another',
  'with more behind it',
] as const

/** What the store has instead of a part; `where` from 0 up to 1. */
function harmed(name: string, harm: (typeof harms)[number], where: number): Bytes | undefined {
  const bytes = stored(name) ?? new Uint8Array()
  const at = Math.floor(where * bytes.length)
  const others = names().filter((other) => other !== name && other[0] === name[0])
  switch (harm) {
    case 'flipped':
      return bytes.map((byte, index) => (index === at ? byte ^ (1 << (at % 8)) : byte))
    case 'cut short':
      return bytes.slice(0, at)
    case 'lost':
      return undefined
    case 'in place of another':
      return stored(others[Math.floor(where * others.length)] ?? names()[0] ?? '')
    case 'with more behind it':
      return Uint8Array.from([...bytes, 120])
  }
}

/** What a reader gets; null for an answer that breaks off, which nobody takes for a whole one. */
async function read(service: MemoryService, path: string) {
  const response = await service.fetch(path)
  const text = await response.text().catch(() => null)
  return { status: response.status, text }
}

const paths = fc.oneof(
  fc
    .tuple(queries, fc.integer({ min: 1, max: 60 }), fc.boolean())
    .filter(([{ window }]) => (window.from ?? -Infinity) <= (window.to ?? Infinity))
    .map(([query, limit, facets]) => {
      const filter = filterText(query)
      return `${base}/events?${filter}${filter && '&'}limit=${limit}&facets=${String(facets)}`
    }),
  fc
    .constantFrom('.ndjson', '.csv', '.ics', '.atom', '.md')
    .map((ending) => `${base}/events${ending}`),
  fc.nat(60).map((index) => `${base}/events/e${index}`),
  fc.nat(60).map((index) => `/timelines/${whole.id}/events/e${index}?lang=en`),
  fc
    .constantFrom('theme=reopening', 'lanes=actor', 'q=par', '')
    .map((query) => `/timelines/${whole.id}?${query}${query && '&'}lang=en`),
  fc.constant(`${base}/events?edition=1&limit=20`),
)

describe('a damaged part of an uploaded segment', () => {
  test('never gives a wrong answer, and is told', async () => {
    let told = 0
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.constantFrom(...harms),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        paths,
        async (number, harm, where, path) => {
          const all = names().filter((name) => !name.startsWith('a'))
          const name = all[number % all.length] ?? ''
          const [kept, expected] = [stored(name), await read(await fresh(), path)]
          store(name, harmed(name, harm, where))
          try {
            const service = await fresh()
            const answer = await read(service, path)
            const isTold =
              (answer.status === 503 || answer.text === null) &&
              service.logged.some(({ key }) => String(key).endsWith(name))
            if (isTold) told++
            expect(isTold ? expected : answer, `${name} ${harm}`).toEqual(expected)
          } finally {
            store(name, kept)
          }
        },
      ),
      { numRuns: isFull ? 600 : 30 },
    )
    expect(told).toBeGreaterThan(isFull ? 60 : 2)
  })

  test('is whole when its publisher sends it again', async () => {
    for (const name of isFull ? names() : ['a0', 't0', 'd0']) {
      store(name, harmed(name, 'flipped', 0.5))
      const part = new Map([[name, packed.parts.get(name) ?? new Uint8Array()]])
      const sent = await uploadTo(await fresh(), whole, packed.root.segment, part)
      expect([name, sent.status]).toEqual([name, 200])
      expect(stored(name)).toEqual(packed.parts.get(name))
    }
  })
})
