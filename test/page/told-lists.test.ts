// What a page says of its list is true of all events of the list, also where the page has only some of them.
import { beforeAll, describe, expect, test } from 'vitest'
import { citation, document, event, source } from '../support/document.ts'
import { createMemoryService, type MemoryService } from '../support/memory-service.ts'

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** 28 events in each of eight months. */
const days = Array.from({ length: 8 * 28 }, (_, i) => {
  const date = `2020-${twoDigits(1 + Math.floor(i / 28))}-${twoDigits(1 + (i % 28))}`
  return event({ id: `e${i}`, date, kind: 'point' })
})

/** With one that goes on for years, and one that is known to two years. */
const long = document({
  id: 'long',
  events: [
    ...days,
    event({ id: 'lasts', date: '2020-02-01/2023-05-04', kind: 'span', themes: ['reopening'] }),
    event({ id: 'vague', date: '[2018..2019]', kind: 'point' }),
  ],
})

let service: MemoryService

beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(long)
  await service.publish(document({ id: 'days', events: days }))
})

test('under the title are the sources on which events of the list rest, with their number', async () => {
  const cited = { b0: 'b', b1: 'b', a0: 'a', ad: 'a d', d: 'd' }
  const events = Object.entries(cited).map(([id, ids]) =>
    event({ id, citations: ids.split(' ').map((source) => citation({ source })) }),
  )
  const sources = ['a', 'b', 'c', 'd'].map((id) => source({ id, title: id }))
  await service.publish(document({ id: 'cited', sources, events }))
  const told = async (filter: string) => {
    const html = await page(`/timelines/cited?lang=en${filter}`)
    const row = /<p class="small-print">Source (.*?)<\/p>/s.exec(html)?.[1] ?? ''
    return Array.from(
      row.matchAll(/<a href="([^"]*)"[^>]*>(\d+) events?<\/a>/g),
      ([, href, count]) => [
        new URLSearchParams(href?.split('?')[1]?.replaceAll('&amp;', '&'))
          .getAll('source')
          .join(' + '),
        count,
      ],
    )
  }
  expect(await told('')).toEqual([
    ['a', '2'],
    ['b', '2'],
    ['d', '2'],
  ])
  expect(await told('&source=a')).toEqual([
    ['a', '2'],
    ['a + d', '1'],
  ])
  expect(await told('&source=-b')).toEqual([
    ['-b + a', '2'],
    ['-b + d', '2'],
  ])
})

async function page(path: string): Promise<string> {
  const answer = await service.fetch(path)
  expect(answer.status, path).toBe(200)
  return answer.text()
}

const plain = (markup = ''): string => markup.replaceAll(/<[^>]*>/g, '').trim()

const linksIn = (markup: string, pattern: RegExp) =>
  Array.from(markup.matchAll(pattern), ([, href = '', said]) => ({
    href: href.replaceAll('&amp;', '&'),
    said: plain(said),
  }))

const factsIn = (html: string): string =>
  plain(/<p class="small-print facts-line">(.*?)<\/p>/s.exec(html)?.[1])

describe('the span', () => {
  test('of a timeline is the same on its page and in the list of timelines', async () => {
    const card = /<a href="\/timelines\/long.*?<\/li>/s.exec(await page('/?lang=en'))?.[0]
    expect(card).toContain('<b>2020-01-01 to 2023-05-04</b>')
    expect(factsIn(await page('/timelines/long?lang=en'))).toMatch(/^2020-01-01 to 2023-05-04 · /)
  })

  test.each([
    ['from=2020-01-20&to=2020-07-10', '160 events'],
    ['from=2021-01-01', '2020-02-01 to 2023-05-04'],
    ['theme=-reopening', '225 events'],
  ])(
    'under the filter %s is told where the page has all of its events: %s',
    async (filter, begin) => {
      const facts = factsIn(await page(`/timelines/long?lang=en&${filter}`))
      expect(facts.startsWith(begin)).toBe(true)
    },
  )
})

const windows = [
  '',
  'from=2020-02-10&to=2020-07-10',
  'from=2020-02-10&match=certain',
  'sort=-date&to=2020-07-10',
]

describe.each(windows)('under %s', (filter) => {
  test('the number of a month is that of the section to which it leads', async () => {
    const html = await page(`/timelines/long?lang=en&${filter}`)
    const rail = html.split('<nav class="rail"')[1]?.split('</nav>')[0] ?? ''
    const links = linksIn(rail, /<a href="(\/[^"]*)"[^>]*>(.*?)<\/a>/gs)
    expect(links.length).toBeGreaterThan(1)
    for (const { href, said } of links) {
      const heading = new RegExp(`<h2 id="${href.split('#')[1] ?? ''}"[^>]*>(.*?)</h2>`, 's')
      expect(plain(heading.exec(await page(href.split('#')[0] ?? ''))?.[1]), href).toBe(said)
    }
  })

  test('the number of a bar is that of the list to which it leads, or it leads to its month in this one', async () => {
    const html = await page(`/timelines/days?lang=en&${filter}`)
    const bars = linksIn(html, /<a class="bin" href="([^"]*)"[^>]*><title>[^<]*: ([^<]*)<\/title>/g)
    expect(bars.length).toBeGreaterThan(30)
    const totalOf = (list: string) => /(\d+) events?/.exec(factsIn(list))?.[1]
    for (const { href, said } of bars.slice(0, 40)) {
      const [kept, all = kept] = said.split('/')
      const counted = kept === '0' ? all : kept
      const isHere = new URLSearchParams(href.split(/[?#]/)[1]).has('at')
      expect(totalOf(await page(href)), href).toBe(isHere ? totalOf(html) : counted)
    }
  })
})
