// From a filtered list to one of its events and back: the filter, the page of a long list and the place
// in it are kept.
import { beforeAll, expect, test } from 'vitest'
import { document, event } from '../support/document.ts'
import { createMemoryService, type MemoryService } from '../support/memory-service.ts'

const path = '/timelines/town-2020'
let service: MemoryService

beforeAll(async () => {
  service = await createMemoryService()
  const events = Array.from({ length: 250 }, (_, i) =>
    event({
      id: `e-${i}`,
      date: `${1700 + i}-05-01`,
      kind: 'point',
      title: { en: `Event ${i}` },
      themes: [i % 3 === 0 ? 'reopening' : 'prevention'],
    }),
  )
  await service.publish(document({ events }))
})

const page = async (address: string): Promise<string> => {
  const response = await service.fetch(address.split('#')[0] ?? '')
  expect(response.status, address).toBe(200)
  return response.text()
}

const plain = (markup: string) => markup.replaceAll('&amp;', '&')

/** The addresses of the links whose markup has this. */
const linksTo = (html: string, part: string): readonly string[] =>
  [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>/g)].flatMap(([link, address = '']) =>
    link.includes(part) ? [plain(address)] : [],
  )

test.each([
  ['?theme=prevention&lang=en', 'Prevention'],
  ['?theme=prevention&lang=zh-Hans', '防控'],
  ['?sort=-date&lang=en', 'The town'],
  ['?from=1710&to=1940&lang=en', '1710'],
  ['?theme=-prevention&q=event&lang=en', 'Prevention'],
])('of %s', async (filter, words) => {
  const first = await page(path + filter)
  const [onward = ''] = linksTo(first, 'rel="next')
  for (const list of [first, ...(onward === '' ? [] : [await page(onward)])]) {
    const cards = [...list.matchAll(/<article id="([^"]+)"/g)].map(([, id = '']) => id)
    const id = cards.at(-2) ?? ''
    const [address = ''] = linksTo(list, `${path}/events/${id}?`)
    const shown = await page(address)
    const breadcrumb = /<p class="breadcrumb">.*?<\/p>/s.exec(shown)?.[0] ?? ''
    expect(breadcrumb).toContain(words)
    const back = linksTo(breadcrumb, `#${id}`)
    expect(back).toHaveLength(1)
    expect((await page(back[0] ?? '')).replaceAll('\n', '')).toContain(`<article id="${id}"`)
    expect(shown).toContain(
      `<link rel="canonical" href="https://timelines.example${path}/events/${id}`,
    )
    // The next event and the other languages keep it, too.
    for (const link of [...linksTo(shown, 'rel="next'), ...linksTo(shown, 'hreflang="zh-Hant"')])
      expect(link).toMatch(/theme=|sort=|from=/)
  }
})

test('the whole list has the plain address of its events', async () => {
  const list = await page(`${path}?lang=en`)
  const addresses = new Set(linksTo(list, `${path}/events/e-0?`))
  expect([...addresses]).toEqual([`${path}/events/e-0?lang=en`])
})

test('a filter that the timeline no longer has is no fault of an event', async () => {
  const shown = await page(`${path}/events/e-3?theme=gone&lang=en`)
  expect(shown).not.toContain('theme=gone')
})
