// What is asked of a kept edition, or in a language, names addresses of that edition and language.
import { beforeAll, expect, test } from 'vitest'
import { routes } from '../../src/http/routes/table.ts'
import { document } from '../support/document.ts'
import { createMemoryService, publicUrl, type MemoryService } from '../support/memory-service.ts'

const api = '/v1/timelines/town-2020'
const page = '/timelines/town-2020'

let service: MemoryService
beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(document())
  await service.publish(document({ title: { en: 'Another' } }), 1)
  service.clock.now += 10_000
})

const textOf = async (path: string) => (await service.fetch(path)).text()

test('every link of a kept edition of a timeline leads to it', async () => {
  const answer = await service.fetch(`${api}?edition=1`)
  const { links } = (await answer.json()) as { links: Record<string, string> }
  const { editions, ...others } = links
  expect(editions).toBe(`${publicUrl}${api}/editions`)
  for (const [name, link] of Object.entries(others))
    expect([name, link]).toEqual([name, expect.stringContaining('edition=1')])
  const alternates = (answer.headers.get('link') ?? '')
    .split(', ')
    .filter((link) => link.includes('"alternate"'))
  expect(alternates.length).toBeGreaterThan(5)
  for (const link of alternates) expect(link).toContain('edition=1')
  expect(await textOf(api)).not.toContain('edition=')
})

test('so do the files that the page of an event offers', async () => {
  const html = await textOf(`${page}/events/branches-formed?edition=1`)
  const files = [
    ...html.matchAll(
      /(?:href|src)="([^"]*\/v1\/timelines\/town-2020\/events\/branches-formed[^"]*)"/g,
    ),
  ]
  expect(files.length).toBeGreaterThan(8)
  for (const [, file] of files) expect(file).toContain('edition=1')
  expect(await textOf(`${page}/events/branches-formed`)).not.toMatch(
    /events\/branches-formed[^"]*edition=/,
  )
})

test.each(['ics', 'atom', 'rss', 'feed.json', 'jsonld', 'jcal.json'])(
  'the %s of one event names its own address, with language and edition',
  async (extension) => {
    const text = await textOf(`${api}/events/branches-formed.${extension}?lang=en&edition=1`)
    const flat = text
      .replaceAll('\r\n ', '')
      .replaceAll('\\u0026', '&')
      .replaceAll('&#x26;', '&')
      .replaceAll('\\/', '/')
    const own = `${publicUrl}${api}/events/branches-formed.${extension}`
    const named = flat.split(own).slice(1)
    expect(named.length > 0 || extension === 'jsonld').toBe(true)
    for (const rest of named) expect(rest).toMatch(/^\?lang=en&edition=1/)
  },
)

/** Reads of a timeline, and the parameters that they take. */
const reads = routes
  .filter(({ method, path }) => method === 'GET' && path.startsWith('/v1/timelines'))
  .map(({ path, parameters }) => ({
    path: path
      .replace('{timeline}', 'town-2020')
      .replace('{event}', 'branches-formed')
      .replace('{number}', '1'),
    takes: new Set(Object.keys(parameters)),
  }))

const readOf = (link: URL) => reads.find(({ path }) => path === link.pathname)

/** All addresses of the API in the `links` of an answer, however deep, and in its Link header. */
async function linksIn(answer: Response): Promise<readonly URL[]> {
  const found: string[] = [...(answer.headers.get('link') ?? '').matchAll(/<([^>]*)>/g)].map(
    ([, link = '']) => link,
  )
  JSON.parse(await answer.text(), (key: string, value: unknown) => {
    if (key === 'links') found.push(...Object.values(value as object).map(String))
    return value
  })
  return found.map((link) => new URL(link)).filter(({ pathname }) => pathname.startsWith('/v1/'))
}

test.each(['lang=en', 'edition=1'])('every link of JSON that can keep %s does', async (asked) => {
  const [name = ''] = asked.split('=')
  let count = 0
  for (const { path } of reads.filter(({ takes }) => takes.has(name))) {
    const answer = await service.fetch(`${path}?${asked}`)
    if (answer.headers.get('content-type')?.startsWith('application/json') !== true) continue
    for (const link of await linksIn(answer)) {
      if (readOf(link)?.takes.has(name) !== true) continue
      expect([path, link.href]).toEqual([path, expect.stringContaining(asked)])
      count++
    }
  }
  expect(count).toBeGreaterThan(20)
})
