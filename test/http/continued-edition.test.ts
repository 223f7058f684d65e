// A list that a cursor continues in an older edition links to that edition: to the other formats of the same
// list, its page, its picture. In the newest one its links lead to whatever is newest.
import { beforeAll, expect, test } from 'vitest'
import { callTool } from '../support/mcp.ts'
import { document, event } from '../support/document.ts'
import { createMemoryService, publicUrl, type MemoryService } from '../support/memory-service.ts'

const api = '/v1/timelines/town-2020'
const page = '/timelines/town-2020'

const files = [
  `${api}/events?limit=5`,
  ...['ics', 'atom', 'rss', 'feed.json', 'jsonld', 'jcal.json', 'csv', 'ndjson', 'md'].map(
    (extension) => `${api}/events.${extension}?limit=5`,
  ),
] as const

const pages = [`${page}.md?limit=5`, page, `${page}/embed`] as const

const lists = [...files, ...pages]

let service: MemoryService
/** The second part of each list, by the address of the first. */
const continued = new Map<string, string>()
const before = new Map<string, string>()

/** Without what hides addresses: folded lines, escapes. */
const plain = (text: string): string =>
  text
    .replaceAll('\r\n ', '')
    .replaceAll(/&amp;|\\u0026|&#x26;/g, '&')
    .replaceAll('\\/', '/')

async function read(path: string): Promise<string> {
  const answer = await service.fetch(path)
  expect([path, answer.status]).toEqual([path, 200])
  return `${answer.headers.get('link') ?? ''}\n${plain(await answer.text())}`
}

beforeAll(async () => {
  service = await createMemoryService()
  const events = Array.from({ length: 120 }, (_, index) =>
    event({ id: `e${index}`, title: `Title ${index}` }),
  )
  await service.publish(document({ events }))
  service.clock.now += 10_000
  for (const first of lists) {
    const [next = ''] = /[^"<>]*[?&]cursor=[^"<>\s#]*/.exec(await read(first)) ?? []
    continued.set(first, next.replace(publicUrl, ''))
    before.set(first, await read(next.replace(publicUrl, '')))
  }
  await service.publish(document({ events, title: { en: 'Another' } }), 1)
  service.clock.now += 10_000
})

const addressOfList =
  /\/(?:v1\/)?timelines\/town-2020(?:\/events(?:\.[a-z.]+)?)?(?:\?[^"<>\s#)]*)?(?=["<>\s#)]|$)/gm

const listsIn = (text: string): readonly string[] =>
  [...text.matchAll(addressOfList)].map(([address]) => address)

test.each(lists)(
  'the part behind the first of %s says what it says with the edition',
  async (first) => {
    const next = continued.get(first) ?? ''
    const text = await read(next)
    expect(text).toBe(await read(`${next}&edition=1`))
    expect(text).toContain('edition=1')
    // In the newest edition its links led to whatever is newest.
    expect(before.get(first)).not.toMatch(/[?&]edition=/)
  },
)

test.each(files)(
  'each list that the part behind the first of %s links to is of its edition',
  async (first) => {
    for (const address of listsIn(await read(continued.get(first) ?? '')))
      expect(address).toMatch(/[?&](?:edition=1\b|cursor=)/)
  },
)

test.each([...lists, `${api}/events.timelinejs.json?limit=5`])(
  'a cursor of %s beside another edition is refused, whichever of the two is newer',
  async (first) => {
    const next = continued.get(first) ?? continued.get(files[0]) ?? ''
    const cursor = /cursor=[^&]*/.exec(next)?.[0]
    const path = `${first}${first.includes('?') ? '&' : '?'}${cursor}`
    for (const [edition, status] of [
      [1, 200],
      [2, 400],
      [3, 400],
    ] as const) {
      const answer = await service.fetch(`${path}&edition=${edition}`)
      expect([edition, answer.status]).toEqual([edition, status])
      const type = first.startsWith(api) && status === 400 ? 'invalid-cursor' : ''
      expect(await answer.text()).toContain(type)
    }
  },
)

test('find_events refuses a cursor beside another edition', async () => {
  const cursor = /cursor=([\w-]+)/.exec(continued.get(files[0]) ?? '')?.[1]
  const find = (edition: number) =>
    callTool(service, 'find_events', {
      timeline: 'town-2020',
      limit: 5,
      cursor,
      edition,
      lang: 'en',
    })
  expect((await find(1)).structuredContent).toMatchObject({ edition: 1 })
  expect(await find(2)).toMatchObject({
    isError: true,
    text: expect.stringContaining('another timeline, edition or filter') as string,
  })
})

test('the tool find_events names the page of the same edition', async () => {
  const found = async (cursor?: string) => {
    const answer = await service.fetch('/mcp', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        'mcp-protocol-version': '2025-06-18',
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: {
          name: 'find_events',
          arguments: { timeline: 'town-2020', limit: 5, ...(cursor && { cursor }) },
        },
      }),
    })
    const { result } = (await answer.json()) as {
      result: { structuredContent: { page: string; next: string } }
    }
    return result.structuredContent
  }
  const { page: first, next } = await found(
    /cursor=([\w-]+)/.exec(continued.get(`${api}/events?limit=5`) ?? '')?.[1],
  )
  expect([first, next]).toEqual([`${publicUrl}${page}?edition=1`, expect.any(String)])
  expect((await found()).page).toBe(`${publicUrl}${page}`)
})

test('oEmbed frames and previews the same edition', async () => {
  const url = encodeURIComponent(`${publicUrl}${continued.get(page) ?? ''}`)
  const answer = await service.fetch(`/oembed?url=${url}`)
  const { html, thumbnail_url: preview } = (await answer.json()) as Record<string, string>
  expect([html, preview]).toEqual([
    expect.stringContaining('edition=1'),
    expect.stringContaining('edition=1'),
  ])
})
