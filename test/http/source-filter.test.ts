// What rests on a source, in the whole grammar: ids and titles, any of, all of, none of.
import { beforeAll, describe, expect, test } from 'vitest'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { createMemoryService, type MemoryService } from '../support/memory-service.ts'
import { citation, document, event, source } from '../support/document.ts'

const base = '/v1/timelines/town-2020'
const cited = {
  both: ['town-news', 'report'],
  news: ['town-news'],
  report: ['report'],
  twin: ['twin-1'],
}
const title = { 'zh-Hans': '年度报告', en: 'Annual report' }

const written: TimelineDocument = document({
  sources: [
    source({ id: 'town-news' }),
    source({ id: 'report', title }),
    source({ id: 'twin-1', title: 'A shared title' }),
    source({ id: 'twin-2', title: 'A shared title' }),
    source({ id: 'constructor', title: 'Never cited' }),
  ],
  events: Object.entries(cited).map(([id, sources]) =>
    event({ id, citations: sources.map((source) => citation({ source })) }),
  ),
})

let service: MemoryService

beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(written)
})

const textOf = async (path: string): Promise<string> => (await service.fetch(path)).text()

interface List {
  readonly events: readonly { id: string }[]
  readonly facets: { source: { id: string; label: unknown; count: number }[] }
  readonly links: Readonly<Record<string, string>>
}
const list = async (query: string) => JSON.parse(await textOf(`${base}/events?${query}`)) as List
const idsOf = async (query: string) => (await list(query)).events.map(({ id }) => id).toSorted()

test.each([
  ['source=report', ['both', 'report']],
  ['source=年度报告', ['both', 'report']],
  ['source=annual report', ['both', 'report']],
  ['source=report,twin-1', ['both', 'report', 'twin']],
  ['source=report&source=town-news', ['both']],
  ['source=-report', ['news', 'twin']],
  ['source=-report,twin-1', ['news']],
  ['source=report&source=-town-news', ['report']],
  ['source=constructor', []],
])('%s selects %j', async (query, ids) => {
  expect(await idsOf(query)).toEqual(ids)
})

test('a title that several sources share is refused, with their ids', async () => {
  const response = await service.fetch(`${base}/events?source=A shared title`)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({
    errors: [{ parameter: 'source', detail: expect.stringContaining('twin-1, twin-2') }],
  })
  const unknown = await service.fetch(`${base}/events?source=nothing`)
  expect(await unknown.json()).toMatchObject({
    errors: [{ parameter: 'source', detail: 'names no source of this timeline' }],
  })
})

test('addresses have the id, between actors and dates', async () => {
  const { links } = await list('from=2020&source=年度报告&actor=committee')
  expect(links['page']).toContain('?actor=committee&source=report&from=2020-01-01')
})

test('the facet and the timeline count what rests on each source', async () => {
  const { facets } = await list('facets=true&lang=en')
  expect(facets.source.map(({ id, count }) => [id, count])).toEqual([
    ['town-news', 2],
    ['report', 2],
    ['twin-1', 1],
  ])
  expect(facets.source[1]?.label).toBe('Annual report')
  const { sources } = JSON.parse(await textOf(base)) as { sources: { id: string; count: number }[] }
  expect(sources.map(({ count }) => count)).toEqual([2, 2, 1, 0, 0])
})

describe('the filter is told', () => {
  test('in the name of a calendar and of a feed', async () => {
    expect(await textOf(`${base}/events.ics?source=report&lang=en`)).toMatch(
      /^NAME:.*Annual report/m,
    )
    expect(await textOf(`${base}/events.atom?source=report&lang=en`)).toMatch(
      /<title>[^<]*Annual report<\/title>/,
    )
  })

  test('as the subject of its page', async () => {
    const page = await textOf('/timelines/town-2020?source=report&lang=en')
    expect(page).toMatch(/<h1 class="title">Annual report<\/h1>/)
  })

  test('in the code that embeds it', async () => {
    const page = await textOf('/timelines/town-2020/embed-code?source=-report,twin-1&lang=en')
    expect(page).toContain('source=&quot;-report,twin-1&quot;')
    expect(page).toMatch(/<event-timeline[^>]* source="-report,twin-1"/)
  })
})
