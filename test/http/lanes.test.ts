// The counts behind a picture of many events: by lane and time, of the timeline and of a filter.
import { beforeAll, describe, expect, test } from 'vitest'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { createMemoryService, type MemoryService } from '../support/memory-service.ts'
import { actor, document, event } from '../support/document.ts'
import { publishPacked } from '../support/upload.ts'

const base = '/v1/timelines/town-2020'

const dates = [
  { date: '2020-01-05', kind: 'point' },
  { date: '2020-01', kind: 'point' },
  { date: '2020-02-10/2020-03-01', kind: 'span' },
  { date: '2020', kind: 'point' },
  { date: '2020-03-01', kind: 'point' },
  { date: '[..2020-03-13]', kind: 'undated' },
] as const

/** 14 themes, of which each event has none, one or two; groups with members. */
const written: TimelineDocument = document({
  themes: Array.from({ length: 14 }, (_, i) => ({ id: `t-${i}`, label: `Theme ${i}` })),
  actors: [
    actor({ id: 'office', kind: 'organization', name: 'Office' }),
    actor({ id: 'li', kind: 'person', memberOf: ['office'] }),
    actor({ id: 'town', kind: 'place', name: 'Town' }),
  ],
  events: Array.from({ length: 90 }, (_, i) =>
    event({
      id: `e-${i}`,
      ...dates[i % dates.length],
      themes: i % 7 === 0 ? [] : [...new Set([`t-${i % 14}`, `t-${(i * i) % 9}`])],
      actors: i % 3 === 0 ? ['li'] : i % 3 === 1 ? ['office', 'town'] : [],
    }),
  ),
})

interface Both {
  readonly count: number
  readonly found: number
}
interface LaneTimes extends Both {
  readonly bins: readonly (Both & { readonly from: string; readonly to: string })[]
  readonly window: Both
  readonly undated: Both
}
interface Lanes {
  readonly by: string
  readonly size: string
  readonly total: Both
  readonly undated: Both
  readonly lanes: readonly (LaneTimes & { readonly id: string; readonly label: unknown })[]
  readonly rest: LaneTimes & { readonly lanes: number }
  readonly none: LaneTimes
  readonly links: Readonly<Record<string, string>>
}

let service: MemoryService

beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(written)
})

const get = async <Answer>(path: string): Promise<Answer> =>
  (await (await service.fetch(path)).json()) as Answer
const lanesOf = (query = '') => get<Lanes>(`${base}/lanes?${query}`)
const total = async (query: string) =>
  (await get<{ total: { value: number } }>(`${base}/events?limit=1&${query}`)).total.value

const parts = ({ bins, window, undated }: LaneTimes): readonly Both[] => [...bins, window, undated]
const sum = (counts: readonly Both[], of: keyof Both) =>
  counts.reduce((all, count) => all + count[of], 0)

describe('counts by lane and time', () => {
  test.each(['', 'from=2020-02-15', 'theme=t-1', 'actor=office', 'q=nothing+like+this'])(
    'add up in each lane to what the events of %j say',
    async (query) => {
      const { lanes, rest, none, total: all, undated } = await lanesOf(query)
      expect(all).toMatchObject({ count: 90, found: await total(query) })
      expect(undated.count).toBe(15)
      expect(lanes).toHaveLength(12)
      expect(rest.lanes).toBe(2)
      for (const lane of [...lanes, rest, none])
        for (const of of ['count', 'found'] as const)
          expect(sum(parts(lane), of), JSON.stringify(lane)).toBe(lane[of])
      for (const { id, count, found } of lanes) {
        expect(count, id).toBe(await total(`theme=${id}`))
        expect(found, id).toBe(await total(`theme=${id}&${query}`))
      }
    },
  )

  test('have a lane for each theme that the filter asks for, also for those with few events', async () => {
    const own = new Set((await lanesOf()).lanes.map(({ id }) => id))
    const others = written.themes.map(({ id }) => id).filter((id) => !own.has(id))
    expect(others).toHaveLength(2)
    for (const id of others) {
      const { lanes } = await lanesOf(`theme=${id}`)
      expect(lanes).toHaveLength(12)
      const { count, found } = lanes.find((lane) => lane.id === id) ?? {}
      expect([count, found], id).toEqual(Array(2).fill(await total(`theme=${id}`)))
    }
  })

  test('stand in the bins that surely hold them', async () => {
    const { size, lanes } = await lanesOf()
    expect(size).toBe('day')
    for (const { id, bins } of lanes) {
      expect(
        bins.every(({ from, to }) => from === to),
        id,
      ).toBe(true)
      const { facets } = await get<{ facets: { month: { id: string; count: number }[] } }>(
        `${base}/events?facets=true&limit=1&theme=${id}`,
      )
      // All events of March are known to the day; of January some are known to the month only.
      const days = bins.filter(({ from }) => from.startsWith('2020-03'))
      const march = facets.month.find((month) => month.id === '2020-03')?.count ?? 0
      expect(sum(days, 'count'), id).toBe(march)
    }
  })

  test('of actors are those who take part themselves; places have no lane', async () => {
    const { by, lanes } = await lanesOf('lanes=actor&lang=en')
    expect(by).toBe('actor')
    expect(lanes.map(({ id, count }) => [id, count])).toEqual([
      ['office', await total('actor=office&members=exclude')],
      ['li', await total('actor=li')],
    ])
  })

  test('are the same where events are uploaded, also of a place whose kind nobody says', async () => {
    const { kind: _kind, ...town } = written.actors[2]!
    const kindless = { ...written, actors: [...written.actors.slice(0, 2), town] }
    const [small, large] = [await createMemoryService(), await createMemoryService()]
    await small.publish(kindless)
    await publishPacked(large, kindless)
    for (const query of ['lanes=actor', 'lanes=actor&theme=t-1&from=2020-02', 'lanes=theme']) {
      const [one, other] = await Promise.all(
        [small, large].map(async (from): Promise<Lanes> => {
          return (await from.fetch(`${base}/lanes?${query}`)).json()
        }),
      )
      const countsOf = ({ lanes, none, rest }: Lanes) => [
        ...lanes.map(({ id, count, found }) => [id, count, found]),
        ...[none, rest].map(({ count, found }) => [count, found]),
      ]
      expect(countsOf(other!), query).toEqual(countsOf(one!))
    }
    const { lanes } = (await (await small.fetch(`${base}/lanes?lanes=actor`)).json()) as Lanes
    expect(lanes.map(({ id, count }) => [id, count])).toContainEqual(['town', 90])
  })

  test('name their filter, their events and their page', async () => {
    const { links } = await lanesOf('theme=t-1&lanes=actor')
    expect(links['self']).toMatch(/\/lanes\?theme=t-1&lanes=actor$/)
    expect(links['events']).toMatch(/\/events\?theme=t-1$/)
    expect(links['page']).toMatch(/\/timelines\/town-2020\?theme=t-1&lanes=actor$/)
    expect(await service.fetch(`${base}/lanes?theme=none`)).toMatchObject({ status: 400 })
  })
})

test.each([
  ['-9999-03-01', '9999-12-31'],
  ['-9999-03-01', '-9000-04-01'],
  ['-9999-01-01', '-9999-11-30'],
  ['9999-02-01', '9999-12-31'],
])('more events than are drawn, from %s to %s, are counted in every picture', async (...ends) => {
  const edge = await createMemoryService()
  await edge.publish(
    document({
      events: Array.from({ length: 151 }, (_, i) =>
        event({ id: `e-${i}`, date: ends[i % 2] ?? '', kind: 'point' }),
      ),
    }),
  )
  const page = '/timelines/town-2020'
  for (const path of [`${base}/lanes`, page, `${page}?lanes=actor`, `${page}/embed`])
    expect((await edge.fetch(path)).status, path).toBe(200)
  for (const path of ['/', `${page}/picture.png`, `${page}/events/e-0/picture.png`])
    expect((await edge.fetch(path)).status, path).toBe(200)
  // Each bar leads to its window of days.
  const [, href = ''] = /href="([^"]*from=[^"]*)"/.exec(await (await edge.fetch(page)).text()) ?? []
  expect((await edge.fetch(href.replaceAll('&amp;', '&'))).status, href).toBe(200)
})
