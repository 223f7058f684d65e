// oEmbed frames what the page at the address shows: the same page of its list, and an event where it stands.
import { beforeAll, describe, expect, test } from 'vitest'
import { document, event } from '../support/document.ts'
import { createMemoryService, publicUrl, type MemoryService } from '../support/memory-service.ts'

const page = '/timelines/many'
const months = ['2019-01', '2019-02', '2019-03']
const day = (index: number) => String(1 + (index % 28)).padStart(2, '0')

/** Without the words of a source, which would have to agree with the dates. */
const plain = (id: string, date: string, kind: 'point' | 'undated' = 'point') =>
  event({ id, date, kind, citations: [{ source: 'town-news' }] })

const events = [
  ...months.flatMap((month, of) =>
    Array.from({ length: [60, 60, 150][of]! }, (_, index) =>
      plain(`x${month}-${index}`, `${month}-${day(index)}`),
    ),
  ),
  plain('undated', '[..2019-12-31]', 'undated'),
  { ...plain('undone', '2019-01-01'), status: 'withdrawn' as const },
]

interface Oembed {
  readonly title: string
  readonly html: string
}

let service: MemoryService
let cursor: string
beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(document({ id: 'many', events }))
  const html = await (await service.fetch(`${page}?lang=en`)).text()
  cursor = /[?&;]cursor=([^"&#]+)/.exec(html)![1]!
})

const ask = (path: string) => service.fetch(`/oembed?url=${encodeURIComponent(publicUrl + path)}`)

async function framed(path: string) {
  const answer = await ask(path)
  expect(answer.status).toBe(200)
  const { title, html } = (await answer.json()) as Oembed
  const src = /<iframe src="([^"]+)"/.exec(html)![1]!.replaceAll('&amp;', '&')
  const frame = await service.at(src.replace(/#.*/, ''))
  expect(frame.status).toBe(200)
  return { title, src, shown: await frame.text() }
}

describe('an event', () => {
  test.each([
    ['on the first page', 'x2019-01-3', '#'],
    ['of a later month', 'x2019-03-2', '\\?at=2019-03'],
    ['beyond the first page of its month', 'x2019-03-139', '\\?cursor='],
    ['without a date', 'undated', '\\?cursor='],
  ])('%s is in its frame', async (_, id, query) => {
    for (const asked of ['', '?lang=en', '?theme=reopening', `?cursor=${cursor}`]) {
      const { src, shown } = await framed(`${page}/events/${id}${asked}`)
      expect(src).toMatch(new RegExp(`#${id}$`))
      expect(src).toMatch(new RegExp(asked === '' ? `/embed${query}` : '/embed'))
      expect(shown).toContain(`id="${id}"`)
    }
  })

  test('is titled without the filter of the list from which it was reached', async () => {
    const [plain, filtered] = await Promise.all(
      ['', '?theme=reopening'].map((query) => framed(`${page}/events/x2019-01-3${query}`)),
    )
    expect(filtered!.title).toBe(plain!.title)
  })
})

test.each([
  ['a later page', () => `${page}?lang=en&cursor=${cursor}`],
  ['a later frame', () => `${page}/embed?cursor=${cursor}`],
  ['a month', () => `${page}?at=2019-03`],
])('%s is framed as the page shows it', async (_, path) => {
  const ids = (html: string) =>
    [...html.matchAll(/<article[^>]* id="([^"]+)"/g)].map(([, id]) => id)
  const { shown } = await framed(path())
  const own = ids(await (await service.fetch(path())).text())
  expect(own.length).toBeGreaterThan(50)
  expect(ids(shown)).toEqual(own)
})

test.each([page, `${page}/events/x2019-01-3`])(
  '%s as Markdown is framed as the page',
  async (path) => {
    expect((await service.fetch(`${path}.md?lang=en`)).status).toBe(200)
    expect(await framed(`${path}.md?lang=en`)).toEqual(await framed(`${path}?lang=en`))
    expect((await ask(`${path}.json`)).status).toBe(404)
  },
)

test('an address may be written with percent-encoded letters', async () => {
  expect((await framed('/timelines/m%61ny')).src).toContain('/timelines/many/embed')
  expect((await ask('/timelines/m%zzny')).status).toBe(404)
})

test('a withdrawn event, and a page with faults, have nothing to embed', async () => {
  for (const path of ['/events/undone', '/events/never', '?theme=never', '?cursor=x'])
    expect([path, (await ask(page + path)).status]).toEqual([path, 404])
})

test('a withdrawn event is not said to have an error page, which it has not', async () => {
  const rule = async (path: string) => {
    const { rule } = (await (await ask(page + path)).json()) as { readonly rule: string }
    return rule
  }
  expect(await rule('/events/undone')).toBe('withdrawn-event')
  expect(await rule('/events/never')).toBe('nothing-to-embed')
})
