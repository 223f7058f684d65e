import { describe, expect, test } from 'vitest'
import { idsOfPage } from '../support/event-ids.ts'
import { document, event } from '../support/document.ts'
import { createMemoryService } from '../support/memory-service.ts'

/** 240 days of 2020, and between them 24 windows and 36 undated events. */
const dates = Array.from({ length: 300 }, (_, i) => {
  const day = new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10)
  if (i % 25 < 2) return { date: `[2020-01-01..${i < 40 ? '2020-12-31' : day}]`, kind: 'point' }
  if (i % 25 < 5) return { date: `[..${day}]`, kind: 'undated' }
  return { date: day, kind: 'point' }
}) as { date: string; kind: 'point' | 'undated' }[]

const long = document({
  id: 'long',
  sources: document().sources.map((source) => ({
    ...source,
    published: '2021-01-01T00:00:00+08:00',
  })),
  events: dates.map((date, i) => event({ id: `e${i}`, ...date })),
})

const service = createMemoryService().then(async (one) => {
  await one.publish(long)
  return one
})

interface Heading {
  readonly id: string
  readonly count: number
}

/** The headings and events of all pages, by following the links. */
async function walk(start: string) {
  const headings: Heading[] = []
  const ids: string[] = []
  let pages = 0
  for (let path: string | undefined = start; path !== undefined; pages++) {
    const html = await (await (await service).fetch(path)).text()
    for (const [, id = '', count] of html.matchAll(/<h2 id="_(.*?)".*?<small>(\d+)<\/small>/g)) {
      // Where a page begins in the middle of a section, its heading is repeated.
      if (headings.at(-1)?.id !== id) headings.push({ id, count: Number(count) })
    }
    ids.push(...idsOfPage(html))
    path = /class="chip"[^>]* href="([^"]*[?&;]cursor=[^"]*)"/
      .exec(html)?.[1]
      ?.replaceAll('&amp;', '&')
  }
  return { headings, ids, pages }
}

interface Answer {
  readonly events: { readonly id: string }[]
  readonly facets: {
    readonly month: Heading[]
    readonly monthRest: { readonly window: number; readonly undated: number }
  }
}

describe.each(['', '/embed'])(
  'a list of several pages at /timelines/long%s [fault 1.1]',
  (page) => {
    test.each(['date', '-date'])('has each section once, in the order of %s', async (sort) => {
      const answer = await (
        await service
      ).fetch(`/v1/timelines/long/events?limit=500&facets=true&sort=${sort}`)
      const { events, facets } = await answer.json<Answer>()
      const sections = [
        ...facets.month.map(({ id, count }) => ({ id, count })),
        { id: 'window', count: facets.monthRest.window },
        { id: 'undated', count: facets.monthRest.undated },
      ]
      expect(sections.reduce((sum, { count }) => sum + count, 0)).toBe(300)

      const { headings, ids, pages } = await walk(`/timelines/long${page}?sort=${sort}`)
      expect(pages).toBe(3)
      expect(headings).toEqual(sort === 'date' ? sections : sections.toReversed())
      expect(ids.toSorted()).toEqual(events.map(({ id }) => id).toSorted())
      // Within a section the order is that of the API.
      const undated = events
        .map(({ id }) => id)
        .filter((id) => dates[Number(id.slice(1))]?.kind === 'undated')
      expect(ids.filter((id) => undated.includes(id))).toEqual(undated)
    })
  },
)

test.each(['', '/embed'])(
  'the order of changes has no months at /timelines/long%s',
  async (page) => {
    const changed = await createMemoryService()
    await changed.publish(long)
    const events = long.events.map((one) =>
      one.id === 'e3' || one.id === 'e150' ? { ...one, note: 'x' } : one,
    )
    await changed.publish({ ...long, events }, 1)
    const answer = await changed.fetch('/v1/timelines/long/events?sort=-updated&limit=100')
    const order = (await answer.json<Answer>()).events.map(({ id }) => id)
    expect(order.slice(0, 2)).toEqual(['e150', 'e3'])
    const html = await (await changed.fetch(`/timelines/long${page}?sort=-updated&lang=en`)).text()
    expect(idsOfPage(html)).toEqual(order)
    expect(html.match(/<h2 id="_.*?<small>/g)).toEqual([
      '<h2 id="_changes" part="month">Last changed first <small>',
    ])
  },
)

test('a cursor of a page is none of the API, whose order is another', async () => {
  const html = await (await (await service).fetch('/timelines/long')).text()
  const cursor = /[?&;]cursor=([^"&]*)/.exec(html)?.[1] ?? ''
  const answer = await (await service).fetch(`/v1/timelines/long/events?cursor=${cursor}`)
  expect(answer.status).toBe(400)
})
