import { expect, test } from 'vitest'
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

test.each(['', '?sort=-date'])(
  'a link of the month rail leads to its month, also behind more ongoing events than a page has %s',
  async (filter) => {
    const service = await createMemoryService()
    await service.publish(long)
    const page = async (path: string): Promise<string> => (await service.fetch(path)).text()
    const rail =
      /<nav class="rail".*?<\/nav>/s.exec(await page(`/timelines/long${filter}`))?.[0] ?? ''
    const links = Array.from(rail.matchAll(/href="(\/[^"#]*)#(_[^"]*)"/g), ([, path, id]) => [
      path?.replaceAll('&amp;', '&') ?? '',
      id ?? '',
    ])
    expect(links.length).toBeGreaterThanOrEqual(1)
    for (const [path = '', id = ''] of links) {
      const html = await page(path)
      expect(/<h2 id="(_.*?)"/.exec(html)?.[1], path).toBe(id)
    }
  },
)
