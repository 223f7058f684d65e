// Whatever is read of a kept edition leads to the pages of its events in that edition: the newest may no longer
// have them. What identifies an event is the same in every edition.
import { beforeAll, describe, expect, test } from 'vitest'
import { formats } from '../../src/formats/all-formats.ts'
import { routes } from '../../src/http/routes/table.ts'
import { document } from '../support/document.ts'
import { callTool } from '../support/mcp.ts'
import { createMemoryService, publicUrl, type MemoryService } from '../support/memory-service.ts'

/** The second edition is without it. */
const dropped = 'branches-formed'
/** The second edition has nothing else. */
const kept = 'enterprises-reopen'

let service: MemoryService
beforeAll(async () => {
  service = await createMemoryService()
  const { events, ...rest } = document()
  const others = events.filter(({ id }) => id !== dropped)
  await service.publish({ ...rest, events })
  await service.publish({ ...rest, events: others }, 1)
  service.clock.now += 10_000
})

type Path = (event: string, search: string) => string

/** Every answer that can be of a kept edition. */
const read: readonly Path[] = routes
  .filter(({ method, parameters }) => method === 'GET' && 'edition' in parameters)
  .map(({ path }) => (event, search) => {
    const named = path.replace('{timeline}', 'town-2020').replace('{event}', event)
    return named + search
  })

const embedded: readonly Path[] = ['json', 'xml'].flatMap((format) =>
  ['', '/events/'].map((page) => (event: string, search: string) => {
    const url = `${publicUrl}/timelines/town-2020${page && page + event}${search}`
    return `/oembed?format=${format}&url=${encodeURIComponent(url)}`
  }),
)

const answers = [...read, ...embedded]

async function textOf(path: string): Promise<string> {
  const answer = await service.fetch(path)
  expect([path, answer.status]).toEqual([path, 200])
  if (answer.headers.get('content-type') === 'image/png') return ''
  const bytes = await answer.arrayBuffer()
  return plain(`${new TextDecoder().decode(bytes)} ${answer.headers.get('link') ?? ''}`)
}

/** Without what hides addresses: folded lines, escapes, an address within an address. */
const plain = (text: string): string =>
  text
    .replaceAll('\r\n ', '')
    .replaceAll(/&amp;|\\u0026|&#x26;/g, '&')
    .replaceAll('\\/', '/')
    .replaceAll(/%3A|%2F|%3F|%3D|%26/g, decodeURIComponent)

/** What names no edition: the canonical page, also in other languages, the identifier of an event, and the way to the newest edition. */
const ofAnyEdition = [
  /<link rel="(?:canonical|alternate" hreflang)[^>]*>/g,
  /<[^>]*>; rel="canonical"/g,
  /<meta property="og:url"[^>]*>/g,
  /<a class="chip" href="[^"]*"><span class="visually-hidden">Remove/g,
  /"@id":"[^"]*#event"/g,
]

/** The addresses in a text of the pages of events, and of their files and pictures. */
const ofEvents = (text: string): readonly string[] =>
  [
    ...ofAnyEdition
      .reduce((rest, one) => rest.replaceAll(one, ''), text)
      .matchAll(/\/(?:v1\/)?timelines\/town-2020\/events\/[a-z-]+[^\s"'<>()#,\\]*/g),
  ].map(([address]) => address)

test('every address of an event in an answer of a kept edition leads to it there', async () => {
  let count = 0
  for (const answer of answers) {
    const path = answer(dropped, '?edition=1')
    const found = ofEvents(await textOf(path))
    const others = found.filter((address) => !/[?&]edition=1(?:&|$)/.test(address))
    expect([path, others]).toEqual([path, []])
    for (const address of new Set(found)) await textOf(address)
    count += found.length
  }
  expect(count).toBeGreaterThan(100)
})

test('so does that which was read of the newest edition before it was asked for by its number', async () => {
  for (const answer of answers) {
    const path = answer(kept, '')
    expect([path, (await textOf(path)).includes('edition=')]).toEqual([path, false])
    const found = ofEvents(await textOf(answer(kept, '?edition=2')))
    expect([path, found.every((address) => address.includes('edition=2'))]).toEqual([path, true])
  }
})

test('the tools name the page of an event in the edition that they read', async () => {
  for (const edition of [1, undefined]) {
    const { text, structuredContent } = await callTool(service, 'find_events', {
      timeline: 'town-2020',
      lang: 'en',
      ...(edition !== undefined && { edition }),
    })
    const found = ofEvents(plain(text + JSON.stringify(structuredContent)))
    expect(found.length).toBeGreaterThan(0)
    for (const address of found) expect(address.includes('edition=1')).toBe(edition === 1)
  }
})

describe('what identifies an event is the same in every edition', () => {
  const identifiers = [/^UID:.*$/gm, /"uid",\{\},"text","[^"]*"/g, /<id>tag:[^<]*<\/id>/g]
  const more = [
    /<guid[^>]*>[^<]*/g,
    /"id":"[^"]*"/g,
    /"@id":"[^"]*#event"/g,
    /"identifier":"[^"]*"/g,
  ]
  test.each(formats.filter(({ name }) => !['csv', 'markdown', 'timelinejs'].includes(name)))(
    '$name',
    async ({ extension }) => {
      const named = async (search: string) => {
        const text = await textOf(`/v1/timelines/town-2020/events.${extension}${search}`)
        const found = [...identifiers, ...more].flatMap((one) => text.match(one) ?? [])
        return found.filter((one) => one.includes(kept))
      }
      const [newest, before] = [await named(''), await named('?edition=1')]
      expect(newest.length).toBeGreaterThan(0)
      expect(before).toEqual(newest)
    },
  )
})
