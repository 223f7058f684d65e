import { describe, expect, test } from 'vitest'
import { document, event } from '../support/document.ts'
import { createMemoryService } from '../support/memory-service.ts'

/** 150 events of 2019 that go on, and then two in each month of five years. */
const long = document({
  id: 'long',
  events: [
    ...Array.from({ length: 150 }, (_, i) =>
      event({ id: `goes-on-${i}`, date: `2019-${i % 2 === 0 ? '03' : '04'}-05/..`, kind: 'since' }),
    ),
    ...Array.from({ length: 120 }, (_, i) => {
      const month = String((Math.floor(i / 2) % 12) + 1).padStart(2, '0')
      const date = `${2020 + Math.floor(i / 24)}-${month}-0${1 + (i % 2)}`
      return event({ id: `e${i}`, date, kind: 'point' })
    }),
  ],
})

/** The first month or the last one that a date can have, and one in each of 120 more, over so many years. */
const edges = (['-9999', '9999'] as const).flatMap((edge) =>
  [60, 1_000, 9_000].map((years) => ({ edge, years })),
)

const atEdge = ({ edge, years }: (typeof edges)[number]): string[] => [
  edge === '9999' ? '9999-12-01' : '-9999-03-01',
  ...Array.from({ length: 120 }, (_, i) => {
    const away = 9999 - Math.floor((i * years) / 120)
    const month = String((i % 9) + 2).padStart(2, '0')
    return `${edge === '9999' ? '' : '-'}${String(away).padStart(4, '0')}-${month}-01`
  }),
]

test.each(['', '?sort=-date'])(
  'a link of the month rail leads to its month, also behind more ongoing events than a page has %s',
  async (filter) => {
    const service = await createMemoryService()
    await service.publish(long)
    expect(await followRail(service, `/timelines/long${filter}`)).toBeGreaterThanOrEqual(1)
  },
)

describe.each(edges)('a timeline of $years years that reaches year $edge', (at) => {
  test.each(['', '?sort=-date'])('has months to follow on each page %s', async (filter) => {
    const service = await createMemoryService()
    await service.publish(
      document({
        id: 'edge',
        events: atEdge(at).map((date, i) => event({ id: `e${i}`, date, kind: 'point' })),
      }),
    )
    let [followed, pages] = [0, 0]
    let path: string | undefined = `/timelines/edge${filter}`
    while (path !== undefined) {
      followed += await followRail(service, path)
      pages++
      path = inHtml(/<a class="chip" rel="next[^"]*" href="([^"]*)"/, await page(service, path))
    }
    expect(pages).toBeGreaterThan(1)
    expect(followed).toBeGreaterThanOrEqual(5)
  })
})

type Service = Awaited<ReturnType<typeof createMemoryService>>

async function page(service: Service, path: string): Promise<string> {
  const answer = await service.fetch(path)
  expect(answer.status, path).toBe(200)
  return answer.text()
}

const inHtml = (pattern: RegExp, html: string): string | undefined =>
  pattern.exec(html)?.[1]?.replaceAll('&amp;', '&')

/** Follows the links of a page's rail to other pages, which begin with the month; their number. */
async function followRail(service: Service, path: string): Promise<number> {
  const rail = inHtml(/(<nav class="rail".*?<\/nav>)/s, await page(service, path)) ?? ''
  const links = Array.from(rail.matchAll(/href="(\/[^"#]*)#(_[^"]*)"/g), ([, to = '', id]) => ({
    to,
    id,
  }))
  for (const { to, id } of links)
    expect(/<h2 id="(_.*?)"/.exec(await page(service, to))?.[1], to).toBe(id)
  return links.length
}
