// The list of timelines and the log of editions in parts: nothing is too long for one answer, and a
// walk along the cursors meets everything once.
import { describe, expect, test } from 'vitest'
import { wrap } from '../../src/edition/envelope.ts'
import { maxListedDescription, summaryOf, type TimelineSummary } from '../../src/edition/summary.ts'
import { maxLogged, maxTimelines } from '../../src/http/request/parameters.ts'
import { timelinesKey } from '../../src/store/keys.ts'
import { maxChanges, maxEditions } from '../../src/store/read/kept-changes.ts'
import { document, event } from '../support/document.ts'
import { createMemoryService, createMemoryStorage, publicUrl } from '../support/memory-service.ts'
import { firstEdition } from '../support/first-edition.ts'
import { callTool } from '../support/mcp.ts'
import { all, readXml } from '../support/xml-reader.ts'

interface Listed {
  readonly timelines: readonly { readonly id: string }[]
  readonly total: number
  readonly next?: string
}

async function withTimelines(count: number) {
  const storage = createMemoryStorage()
  const summary = summaryOf(firstEdition(document()).head)
  const timelines = Array.from({ length: count }, (_, index): TimelineSummary => ({
    ...summary,
    id: `t${String(index).padStart(4, '0')}`,
  }))
  const value = await wrap(timelinesKey, { timelines, gone: [] })
  storage.kv.stored.set(timelinesKey, { value, metadata: null })
  const service = await createMemoryService({ storage })
  return { service, ids: timelines.map(({ id }) => id) }
}

/** Follows `next` from page to page; what each page has. */
async function walk(
  first: string,
  read: (path: string) => Promise<{ found: string[]; next: string | undefined }>,
): Promise<string[][]> {
  const pages: string[][] = []
  for (let path: string | undefined = first; path !== undefined;) {
    const { found, next } = await read(path)
    pages.push(found)
    path = next?.replace(publicUrl, '').replaceAll('&amp;', '&')
  }
  return pages
}

const nextOf = (text: string): string | undefined =>
  /rel="next" href="([^"]+)"/.exec(text)?.[1] ?? /<([^>]+)>; rel="next"/.exec(text)?.[1]

describe('the list of timelines [fault A13]', () => {
  test.each([
    [maxTimelines, [maxTimelines]],
    [maxTimelines + 1, [maxTimelines, 1]],
    [0, [0]],
  ])(
    'of %i is in parts of %j in the API, on the home page, in the tool and in llms.txt',
    async (count, parts) => {
      const { service, ids } = await withTimelines(count)
      const inApi = await walk('/v1/timelines?lang=en', async (path) => {
        const response = await service.fetch(path)
        const { total, timelines, links } = (await response.json()) as {
          total: number
          timelines: { id: string }[]
          links: Record<string, string>
        }
        expect([total, links['self']]).toEqual([count, publicUrl + path])
        expect(nextOf(response.headers.get('link') ?? '')).toBe(links['next'])
        return { found: timelines.map(({ id }) => id), next: links['next'] }
      })
      const onPages = await walk('/?lang=en', async (path) => {
        const text = await (await service.fetch(path)).text()
        const found = Array.from(
          text.matchAll(/<h2><a href="\/timelines\/(t\d+)/g),
          ([, id]) => id!,
        )
        return { found, next: nextOf(text) }
      })
      const inTool = await walk('', async (cursor) => {
        const given = { cursor, lang: 'en' }
        const { text, structuredContent } = await callTool(service, 'list_timelines', given)
        const { timelines, total, next } = structuredContent as unknown as Listed
        expect(total).toBe(count)
        const told = `In this answer: ${timelines.length} of ${count} timelines. For the others call again with cursor=${next} `
        expect(text.includes(told)).toBe(next !== undefined)
        return { found: timelines.map(({ id }) => id), next }
      })
      for (const pages of [inApi, onPages, inTool]) {
        expect(pages.map(({ length }) => length)).toEqual(parts)
        expect(pages.flat()).toEqual(ids)
      }
      const lines =
        (await (await service.fetch('/llms.txt')).text()).match(/^- .*t\d{4}.*$/gm) ?? []
      expect(lines).toHaveLength(parts[0] ?? 0)
      const more = await service.fetch('/llms.txt').then((response) => response.text())
      expect(/ 1 more: \S+cursor=/.test(more)).toBe(parts.length > 1)
    },
  )

  test('is as long as is asked for, and keeps its place when timelines come and go', async () => {
    const { service } = await withTimelines(5)
    const first = await service.fetch('/v1/timelines?limit=2')
    const { links } = (await first.json()) as { links: { next: string } }
    const { service: later } = await withTimelines(9)
    const second = await later.fetch(links.next.slice(publicUrl.length))
    const { timelines } = (await second.json()) as { timelines: { id: string }[] }
    expect(timelines.map(({ id }) => id)).toEqual(['t0002', 't0003'])
    expect((await service.fetch(`/v1/timelines?limit=${maxTimelines}`)).status).toBe(200)
    expect((await service.fetch(`/v1/timelines?limit=${maxTimelines + 1}`)).status).toBe(400)
  })

  test.each(['x', 'My4xOS5hYmM', 'YWZ0ZXIuQQ', '%00'])('refuses the cursor %s', async (cursor) => {
    const { service } = await withTimelines(1)
    const response = await service.fetch(`/v1/timelines?cursor=${cursor}`)
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { type: expect.stringMatching(/invalid-cursor$/) as string },
    ])
  })

  test.each([
    [maxListedDescription, true],
    [maxListedDescription + 1, false],
  ])('has a description of %i octets: %s', (octets, isListed) => {
    const description = 'a'.repeat(octets - '{"en":""}'.length)
    const { head } = firstEdition(document({ description: { en: description } }))
    expect(summaryOf(head).description !== undefined).toBe(isListed)
    expect(head.timeline.description).toEqual({ en: description })
  })
})

/** Editions whose changes have about so many characters each; the first adds everything. */
async function withEditions(count: number, size = 0) {
  const service = await createMemoryService()
  for (let number = 1; number <= count; number++) {
    const long = (letter: string) => letter.repeat(size === 0 ? 1 : 4_000)
    const events = Array.from({ length: Math.max(1, Math.ceil(size / 8_200)) }, (_, index) =>
      event({ id: `e${index}`, title: 'One', summary: long('abcdefghij'[number % 10]!) }),
    )
    await service.publish(document({ events }), number - 1)
  }
  return service
}

const pagesOf = async (service: Awaited<ReturnType<typeof withEditions>>) => ({
  page: await walk('/timelines/town-2020/editions?lang=en', async (path) => {
    const text = await (await service.fetch(path)).text()
    const found = Array.from(text.matchAll(/id="edition-(\d+)"/g), ([, id]) => id!)
    return { found, next: nextOf(text) }
  }),
  feed: await walk('/v1/timelines/town-2020/editions.atom?lang=en', async (path) => {
    const text = await (await service.fetch(path)).text()
    const root = readXml(text)
    const links = all(root, 'link').map(({ attributes }) => attributes)
    const found = Array.from(text.matchAll(/\/editions\/(\d+)<\/id>/g), ([, id]) => id!)
    const linked = (rel: string) => links.find((link) => link['rel'] === rel)?.['href']
    expect(linked('self')).toBe(publicUrl + path)
    return { found, next: linked('next') }
  }),
})

describe('the log of editions [fault A13]', () => {
  test.each([
    [maxEditions, [maxEditions]],
    [maxEditions + 1, [maxEditions, 1]],
  ])('of %i editions is in parts of %j on the page and in the feed', async (count, parts) => {
    for (const pages of Object.values(await pagesOf(await withEditions(count)))) {
      expect(pages.map(({ length }) => length)).toEqual(parts)
      expect(pages.flat()).toEqual(Array.from({ length: count }, (_, n) => String(count - n)))
    }
  })

  test.each([
    ['', [5]],
    ['?limit=5', [5]],
    ['?limit=4', [4, 1]],
    ['?limit=2', [2, 2, 1]],
  ])('of 5 editions is in the API with %s in parts of %j', async (query, parts) => {
    const service = await withEditions(5)
    const pages = await walk(`/v1/timelines/town-2020/editions${query}`, async (path) => {
      const response = await service.fetch(path)
      const { total, editions, links } = (await response.json()) as {
        total: number
        editions: { number: number }[]
        links: Record<string, string>
      }
      expect([total, links['self']]).toEqual([5, publicUrl + path])
      expect(nextOf(response.headers.get('link') ?? '')).toBe(links['next'])
      return { found: editions.map(({ number }) => String(number)), next: links['next'] }
    })
    expect(pages.map(({ length }) => length)).toEqual(parts)
    expect(pages.flat()).toEqual(['5', '4', '3', '2', '1'])
  })

  test('takes 1 to 100 editions for one answer of the API', async () => {
    const service = await withEditions(1)
    for (const [limit, status] of [
      [0, 400],
      [1, 200],
      [maxLogged, 200],
      [maxLogged + 1, 400],
    ]) {
      const response = await service.fetch(`/v1/timelines/town-2020/editions?limit=${limit}`)
      expect([limit, response.status]).toEqual([limit, status])
    }
  })

  test('ends a part before its changes are too long, and counts what is too long alone', async () => {
    const many = await pagesOf(await withEditions(4, maxChanges / 2 - 20_000))
    for (const pages of Object.values(many)) {
      expect(pages.length).toBeGreaterThan(1)
      expect(pages.flat()).toEqual(['4', '3', '2', '1'])
    }
    const service = await withEditions(3, maxChanges + 20_000)
    for (const pages of Object.values(await pagesOf(service)))
      expect(pages.flat()).toEqual(['3', '2', '1'])
    const html = await (await service.fetch('/timelines/town-2020/editions?lang=en')).text()
    expect(html.length).toBeLessThan(maxChanges)
    expect(
      html.match(/href="\/v1\/timelines\/town-2020\/editions\/\d">Too many changes/g),
    ).toHaveLength(2)
  })

  test('refuses cursors of others, and says when a part is no longer kept', async () => {
    const service = await withEditions(2)
    const page = await service.fetch('/timelines/town-2020/editions?cursor=My4xOS5hYmM')
    const feed = await service.fetch('/v1/timelines/town-2020/editions.atom?cursor=x')
    expect([page.status, feed.status]).toEqual([400, 400])
    const gone = btoa('2.1.editions').replaceAll('=', '')
    for (const path of [
      '/timelines/town-2020/editions',
      '/v1/timelines/town-2020/editions.atom',
      '/v1/timelines/town-2020/editions',
    ])
      expect((await service.fetch(`${path}?cursor=${gone}`)).status).toBe(410)
  })
})
