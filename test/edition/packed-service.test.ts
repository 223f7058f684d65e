// A timeline whose events are packed is served as if its head held them: the same answers at the same
// addresses. Only cursors differ, and a part that cannot be read is a problem, never a wrong answer.
import { beforeAll, describe, expect, test } from 'vitest'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { wrap } from '../../src/edition/envelope.ts'
import type { Head } from '../../src/edition/head.ts'
import { headKey } from '../../src/store/keys.ts'
import { chronicle } from '../support/large-material.ts'
import {
  createMemoryService,
  createMemoryStorage,
  type MemoryService,
} from '../support/memory-service.ts'
import type { MemoryParts } from '../support/memory-parts.ts'
import { twice, type Twice } from '../support/packed.ts'

const { document: ofOneYear } = chronicle(700)

/** Over sixty years: in a picture of one, days and weeks are months where events are packed. */
const document: TimelineDocument = {
  ...ofOneYear,
  events: ofOneYear.events.map((event, index) => ({
    ...event,
    date: event.date.replaceAll('2021', String(1961 + Math.floor(index / 11.5))),
  })),
}
const base = `/v1/timelines/${document.id}`
const page = `/timelines/${document.id}`

/** Some events are changed, removed and added over the base. */
const edited: TimelineDocument = {
  ...document,
  themes: document.themes.map((theme) =>
    theme.id === 'roads' ? { ...theme, label: '交通与桥梁' } : theme,
  ),
  events: [
    ...document.events
      .slice(0, -3)
      .map((event, index) =>
        index % 50 === 0 ? { ...event, title: { 'zh-Hans': `更正：${String(index)}号` } } : event,
      ),
    { ...document.events[0]!, id: 'added', date: '2021-06-15', title: { 'zh-Hans': '补记一事' } },
  ],
}

let both: Twice
let plain: MemoryService
let packed: MemoryService

const serve = async (head: Head, parts?: MemoryParts): Promise<MemoryService> => {
  const storage = createMemoryStorage()
  await storage.kv.put(headKey(document.id), await wrap(headKey(document.id), head))
  return createMemoryService({ storage, ...(parts && { partsOf: () => parts.source }) })
}

beforeAll(async () => {
  both = await twice([document, edited])
  plain = await serve(both.head)
  packed = await serve(both.edition, both.memory)
})

/** Ordinals in cursors are the readers' own. */
const withoutCursors = (text: string): string => text.replaceAll(/cursor=[\w-]+/g, 'cursor=…')

const filters = [
  '',
  '?theme=roads&facets=theme',
  '?actor=education&from=1971-03&to=1985-05-20',
  '?actor=place-2&theme=-schools',
  '?q=%E6%B2%B3%E9%81%93', // 河道
  '?sort=-updated&limit=30',
  '?sort=-date&limit=7&match=certain&from=1971-02-11',
  '?q=nowhere',
]

const answered = async (service: MemoryService, path: string) => {
  const response = await service.fetch(path)
  return {
    status: response.status,
    total: response.headers.get('jishi-total'),
    heldBack: response.headers.get('jishi-held-back'),
    body: withoutCursors(await response.text()),
  }
}

describe('a packed timeline', () => {
  test.each([
    ...filters.map((filter) => `${base}/events${filter}`),
    ...['csv', 'ndjson', 'ics', 'atom', 'feed.json', 'md', 'rss', 'jcal', 'jsonld'].flatMap(
      (extension) => [
        `${base}/events.${extension}`,
        `${base}/events.${extension}?theme=roads`,
        `${base}/events.${extension}?sort=-updated&limit=600`,
      ],
    ),
    base,
    `${base}/editions`,
    page,
    `${page}?theme=roads&lang=en`,
    `${page}?lanes=actor`,
    `${page}/events/added`,
    `${page}/subscribe`,
    `${page}/embed`,
    `/sitemap.xml?timeline=${document.id}`,
    `${base}/events/added`,
    `${base}/events/${document.events[0]!.id}`,
  ])('answers %s as before', async (path) => {
    expect(await answered(packed, path)).toEqual(await answered(plain, path))
  })

  test('has new events of a day before older ones in every format', async () => {
    const newer = (id: string) => ({ ...document.events[1]!, id, title: { 'zh-Hans': id } })
    const before = { ...document, events: document.events.slice(0, 20) }
    const after = { ...before, events: [newer('x1'), newer('x2'), ...before.events] }
    const laid = await twice([before, after])
    const service = await serve(laid.edition, laid.memory)
    const idsIn = async (file: string, id: RegExp) => {
      const text = await (await service.fetch(`${base}/${file}`)).text()
      return Array.from(text.matchAll(id), ([, found]) => found)
    }
    const ids = laid.head.adds.map(({ id }) => id)
    const at = ids.indexOf('x1')
    expect(ids.slice(at, at + 3)).toEqual(['x1', 'x2', before.events[1]!.id])
    expect(await idsIn('events.ics', /^UID:([\w-]+)\./gm)).toEqual(ids)
    expect(await idsIn('events.jcal.json', /"uid",\{\},"text","([\w-]+)\./g)).toEqual(ids)
    expect(await idsIn('events.ndjson', /^\{"id":"([\w-]+)"/gm)).toEqual(ids)
  })

  test('is read to its end, page by page', async () => {
    const ids: string[] = []
    for (let next: string | undefined = `${base}/events?limit=100`; next !== undefined;) {
      const answer: { events: { id: string }[]; links: { next?: string } } = await (
        await packed.fetch(next)
      ).json()
      ids.push(...answer.events.map(({ id }) => id))
      next = answer.links.next?.replace(/^https:\/\/[^/]+/, '')
    }
    expect(ids).toEqual(both.head.adds.map(({ id }) => id))
  })

  test('is sent as NDJSON some hundred events at a time', async () => {
    const { source } = both.memory
    let read = 0
    const counting = {
      ...both.memory,
      source: {
        ...source,
        async texts(names: readonly string[]) {
          read += names.length
          return source.texts(names)
        },
      },
    }
    const service = await serve(both.edition, counting)
    const { body } = await service.fetch(`${base}/events.ndjson`)
    const reader = body!.getReader()
    await reader.read()
    const first = read
    for (let next = await reader.read(); !next.done;) next = await reader.read()
    expect(first).toBeLessThan(read)
  })

  test('cannot be asked for one Chinese character, and says so', async () => {
    for (const path of [`${base}/events?q=%E6%B2%B3`, `${base}/events.csv?q=%E6%B2%B3`]) {
      const response = await packed.fetch(path)
      expect(await response.json()).toMatchObject({
        status: 400,
        type: 'https://timelines.example/problems/query-too-broad',
      })
    }
    const asPage = await packed.fetch(`${page}?q=%E6%B2%B3&lang=en`)
    expect(asPage.status).toBe(400)
    const text = await asPage.text()
    expect(text).toContain('at least two Chinese characters')
    // The filter could be read, and nothing in it is invalid.
    expect(text).toContain('The filter is too broad for so many events')
    expect(text).not.toContain('could not be read')
  })

  test('never answers from a damaged part: the answer is right or 503, and the log names the part', async () => {
    const few = { ...document, events: document.events.slice(0, 120) }
    const { edition, memory } = await twice([few, { ...few, events: few.events.slice(0, -1) }])
    const paths = [
      `${base}/events?facets=true&limit=500&to=2021`,
      `${base}/events?q=%E6%B2%B3%E9%81%93`,
      page,
    ]
    const sound = await serve(edition, memory)
    const expected = await Promise.all(paths.map((path) => answered(sound, path)))
    let refused = 0
    for (const [name, part] of memory.parts) {
      for (const broken of damagesOf(part)) {
        const parts = new Map(memory.parts)
        if (broken === null) parts.delete(name)
        else parts.set(name, broken)
        const read = async (names: readonly string[]) => names.map((one) => parts.get(one) ?? null)
        const source = { bytes: read, texts: read } as MemoryParts['source']
        const service = await serve(edition, { ...memory, source })
        for (const [index, path] of paths.entries()) {
          const answer = await answered(service, path)
          const isRefused = answer.status === 503 && service.logged.at(-1)?.['key'] === name
          if (isRefused) refused++
          expect(isRefused ? expected[index] : answer, name).toEqual(expected[index])
        }
      }
    }
    // Each damage is met by some of the paths, but one in an event that none of them shows.
    expect(refused).toBeGreaterThan(3 * memory.parts.size)
  })

  test('does not hide other timelines of the list when its parts cannot be read', async () => {
    const service = await serve(both.edition)
    expect((await service.fetch('/')).status).toBe(200)
    expect((await service.fetch(page)).status).toBe(503)
  })
})

/** A character or byte changed in the middle, the end cut off, nothing at all. */
function damagesOf(part: string | Uint8Array<ArrayBuffer>) {
  const at = Math.floor(part.length / 2)
  if (typeof part === 'string')
    return [
      part.slice(0, at) + (part[at] === 'x' ? 'y' : 'x') + part.slice(at + 1),
      part.slice(0, at),
      null,
    ]
  const flipped = part.slice()
  flipped[at] = (flipped[at] ?? 0) ^ 4
  return [flipped, part.slice(0, at), null]
}
