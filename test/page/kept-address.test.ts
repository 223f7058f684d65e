// What a page shows besides its filter stays in its links: edition, lanes, layout, search, and the
// language that its address names.
import { beforeAll, describe, expect, test } from 'vitest'
import { document, event } from '../support/document.ts'
import { callTool } from '../support/mcp.ts'
import { createMemoryService, type MemoryService } from '../support/memory-service.ts'

const path = '/timelines/town-2020'
let service: MemoryService

beforeAll(async () => {
  service = await createMemoryService()
  const events = Array.from({ length: 120 }, (_, i) =>
    event({
      id: `e-${i}`,
      date: i === 119 ? '[..2020-03-13]' : `${1900 + i}-05-01`,
      kind: i === 119 ? 'undated' : 'point',
      title: { en: `Event ${i}`, fr: `Événement ${i}` },
      themes: [i % 2 === 0 ? 'reopening' : 'prevention'],
      actors: i === 0 ? ['committee'] : [],
    }),
  )
  await service.publish(document({ events }))
  service.clock.now += 5000
  await service.publish(document({ events: events.slice(0, 110) }), 1)
  service.clock.now += 5000
})

const read = async (address: string, status = 200): Promise<string> => {
  const response = await service.fetch(address)
  expect(response.status, address).toBe(status)
  return (await response.text()).replaceAll('&amp;', '&')
}

const hrefs = (html: string, part = ''): readonly string[] =>
  [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>/g)].flatMap(([link, href = '']) =>
    link.includes(part) ? [href] : [],
  )

const chip = (html: string, label: string): string =>
  new RegExp(`<a [^>]*href="([^"]*)"[^>]*>${label}</a>`).exec(html)?.[1] ?? ''

describe('links to other languages keep', () => {
  test.each([
    ['/?q=town', ['q=town']],
    [`${path}?edition=1`, ['edition=1']],
    [`${path}?edition=1&theme=reopening&lanes=actor`, ['edition=1', 'theme=', 'lanes=actor']],
    [`${path}/events/e-0?edition=1`, ['edition=1']],
    [`${path}/events/e-0?edition=1&theme=reopening`, ['edition=1', 'theme=reopening']],
    [`${path}/embed-code?layout=compact&theme=reopening`, ['layout=compact', 'theme=reopening']],
    [`${path}/subscribe?theme=reopening`, ['theme=reopening']],
  ])('%s', async (address, kept) => {
    const links = hrefs(await read(address), 'hreflang="en"')
    expect(links).toHaveLength(1)
    for (const part of kept) expect(links[0]).toContain(part)
  })

  test('the page of a long list', async () => {
    const [next = ''] = hrefs(await read(path), 'rel="next')
    expect(hrefs(await read(next), 'hreflang="en"')[0]).toContain('cursor=')
  })

  test.each([`${path}?from=zz&lanes=actor&edition=1`, `${path}/embed?theme=none&layout=picture`])(
    'what was typed: %s',
    async (address) => {
      const [, search = ''] = address.split('?')
      expect(hrefs(await read(address, 400), 'hreflang="en"')).toEqual([`?${search}&lang=en`])
    },
  )
})

describe('a page that refuses its address leads on', () => {
  test.each([
    [`${path}?edition=1&lanes=actor&from=zz&lang=en`, '?edition=1&lanes=actor&lang=en'],
    [`${path}/embed?layout=picture&theme=none&lang=en`, '?layout=picture&lang=en'],
    [`${path}/embed?layout=odd&lang=en`, '?lang=en'],
    [`${path}?theme=none`, '?'],
  ])('to the same view without its filter: %s', async (address, expected) => {
    const html = await read(`${address}${address.includes('lang') ? '' : '&lang=en'}`, 400)
    const own = address.includes('lang') ? expected : '?lang=en'
    expect(chip(html, 'Clear the filter')).toBe(own)
  })

  test('to the timeline in the edition of its address, if that is there', async () => {
    const there = await read(`${path}/events/none?edition=1&lang=en`, 404)
    expect(chip(there, 'Back to the timeline')).toBe('..?edition=1&lang=en')
    const gone = await read(`${path}/events/e-0?edition=9&lang=en`, 404)
    expect(chip(gone, 'Back to the timeline')).toBe('..?lang=en')
    const timeline = await read(`${path}?edition=9&lanes=actor&lang=en`, 404)
    expect(chip(timeline, 'Back to the timeline')).toBe('?lanes=actor&lang=en')
  })

  test.each(['/?cursor=zz&lang=en', `${path}?theme=reopening&cursor=zz&lang=en`])(
    'to the beginning, and says nothing of a filter: %s',
    async (address) => {
      const html = await read(address, 400)
      expect(html).not.toMatch(/filter could not be read|Clear the filter/)
      expect(chip(html, 'Back to the beginning')).toBe(
        address.slice(address.indexOf('?')).replace(/cursor=zz&/, ''),
      )
    },
  )

  test('in a frame, whose script tells its height and keeps its links within', async () => {
    const html = await read(`${path}/embed?from=2020-03-13&to=2020-01-01&lang=en`, 400)
    expect(html).toContain('ResizeObserver')
    expect(html).toMatch(/href="\?lang=en" target="_self">Clear the filter/)
    expect(html).toMatch(/href="\/\?lang=en" target="_blank"/)
  })
})

describe('the language of contents that an address names', () => {
  test.each([path, `${path}/embed`, `${path}/events/e-0`, `${path}/subscribe`, `${path}/editions`])(
    'stays in the links of %s',
    async (address) => {
      const html = await read(`${address}?lang=fr`)
      expect(html).toContain('<html lang="en">')
      const own = hrefs(html).filter((href) => href.startsWith('/timelines'))
      const links = own.filter((href) => !/lang=(?:zh-Hans|zh-Hant|en)$/.test(href))
      expect(links.length).toBeGreaterThan(0)
      for (const href of links) expect(href).toContain('lang=fr')
      // Only the links to the three languages of the pages name another one.
      expect(own.length - links.length).toBeLessThanOrEqual(3)
    },
  )

  test('is the canonical one where it is none of ours', async () => {
    const canonical = async (lang: string) =>
      /rel="canonical" href="([^"]*)"/.exec(await read(`${path}?lang=${lang}`))?.[1]
    expect(await canonical('fr')).toContain('lang=fr')
    expect(await canonical('en-GB')).toMatch(/lang=en$/)
    expect(await canonical('zh-TW')).toMatch(/lang=zh-Hant$/)
  })

  test('is that of the frame, and no language of the element', async () => {
    const html = await read(`${path}/embed-code?lang=fr`)
    const [element = '', frame = ''] = [...html.matchAll(/<textarea[^>]*>([^<]*)/g)].map(
      ([, code = '']) => code.replaceAll('&quot;', '"'),
    )
    expect(frame).toContain('/embed?lang=fr')
    expect(element).toMatch(/ lang="en"/)
    expect(element).not.toContain('lang="fr"')
  })
})

describe('an event', () => {
  test('is told as one of the list only where the list has it', async () => {
    const html = await read(`${path}/events/e-1?theme=reopening&lang=en`)
    expect(/<p class="breadcrumb">.*?<\/p>/s.exec(html)?.[0]).not.toContain('Reopening')
    expect(chip(html, 'Back to the timeline')).toBe(`${path}?lang=en&at=1901-05#e-1`)
    // The list goes on behind it.
    expect(hrefs(html, 'rel="next')[0]).toBe(`${path}/events/e-2?theme=reopening&lang=en`)
  })

  test.each(['e-0', 'e-109'])(
    'stands on the page of the timeline that is linked: %s',
    async (id) => {
      const back = chip(await read(`${path}/events/${id}?lang=en`), 'Back to the timeline')
      expect(await read(back.split('#')[0] ?? '')).toContain(`id="${id}"`)
    },
  )

  test('without a month leads to the timeline, not to a place that may be elsewhere', async () => {
    const html = await read(`${path}/events/e-119?edition=1&lang=en`)
    expect(chip(html, 'Back to the timeline')).toBe(`${path}?lang=en&edition=1`)
  })
})

test('a group that is left out is told as left out', async () => {
  const grouped = document({
    id: 'grouped',
    actors: [
      { id: 'committee', kind: 'organization', name: { en: 'The committee' } },
      { id: 'li', kind: 'person', name: { en: 'Li' }, memberOf: ['committee'] },
      { id: 'town', kind: 'place', name: { en: 'The town' } },
    ],
    events: [event({ id: 'a', actors: ['li'] })],
  })
  await service.publish(grouped)
  const note = async (filter: string) => {
    const html = await read(`/timelines/grouped?${filter}&lang=en`)
    const notices = [...html.matchAll(/<p class="notice">(.*?)<\/p>/gs)].map(
      ([, text = '']) => text,
    )
    const told = notices.find((text) => text.includes('members')) ?? ''
    return told.replaceAll(/<[^>]*>/g, '')
  }
  expect(await note('actor=-committee')).toBe(
    'without The committee and its members without The committee alone',
  )
  expect(await note('actor=committee')).toBe('The committee and its members The committee alone')
})

test('neither an order nor a certainty without days is a filter that finds nothing', async () => {
  await service.publish(document({ id: 'empty', events: [] }))
  for (const search of ['', 'sort=-date&', 'match=certain&', 'undated=include&'])
    expect(await read(`/timelines/empty?${search}lang=en`)).not.toContain('No event matches')
  expect(await read('/timelines/empty?q=town&lang=en')).toContain('No event matches')
})

test('agents are told of no filter either, where a timeline has no events yet', async () => {
  await service.publish(document({ id: 'empty', events: [] }))
  const found = async (given: object) =>
    (await callTool(service, 'find_events', { timeline: 'empty', lang: 'en', ...given })).text
  expect(await found({})).toContain('There are no events yet.')
  expect(await found({ q: 'town' })).toContain('No event matches this filter.')
})
