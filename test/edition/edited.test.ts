// Edits in place of documents: what they make of an edition is what the whole document would make, whether
// the events are in the head, packed by the service, or in a segment that was uploaded.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AuthoredEvent } from '../../src/domain/document/event.ts'
import { datesAround2020 } from '../support/dates.ts'
import { actor, document, event, source } from '../support/document.ts'
import { createMemoryService, writing, type MemoryService } from '../support/memory-service.ts'
import { readPatiently } from '../support/patient-reads.ts'
import { publishPacked } from '../support/upload.ts'
import '../support/seed.ts'

readPatiently()

const timeline = 'town-2020'
const address = `/v1/timelines/${timeline}`

const days = ['2020-01-24', '2020-02-01/2020-02-10', '2020-02', '2020-03-05', '2021-12-31']

const eventOf = (index: number, overrides: Partial<AuthoredEvent> = {}): AuthoredEvent => {
  const date = days[index % days.length] ?? ''
  const { kind: _span, ...plain } = event({ id: `e${index}`, title: `Title ${index}`, date })
  return { ...plain, ...overrides }
}

const first = document({ events: Array.from({ length: 40 }, (_, index) => eventOf(index)) })

const send = (service: MemoryService, base: number, edits: object, query = '') => {
  service.clock.now += 10_000
  return service.fetch(`${address}${query}`, {
    method: 'PATCH',
    headers: { ...writing(base), 'content-type': 'application/vnd.jishi.edits+json' },
    body: JSON.stringify(edits),
  })
}

const textOf = async (service: MemoryService, path: string): Promise<unknown> => {
  const answer = await service.fetch(address + path)
  // The digest of an edition of edits is made of the edits; cursors hold ordinals, which have gaps here.
  const text = (await answer.text()).replaceAll(/"digest":"[0-9a-f]{64}"|cursor=[\w-]+/g, '')
  return [answer.status, text]
}

const faultsOf = async (response: Response): Promise<unknown> => {
  const { errors = [] } = (await response.json()) as {
    errors?: { pointer?: string; inEdition?: string; rule: string }[]
  }
  return [
    response.status,
    errors.map(
      ({ pointer, inEdition, rule }) => `${pointer ?? `${inEdition} of the edition`} ${rule}`,
    ),
  ]
}

const looks = [
  '',
  '/events.ndjson',
  '/events?limit=100&facets=true',
  '/events?sort=-updated&limit=5',
  '/events?theme=prevention&actor=committee',
  '/events?from=2020-02-03&to=2020-02-20',
  '/events?q=title',
]

const known = Array.from({ length: 44 }, (_, index) => index)

const edits = fc
  .record({
    put: fc.uniqueArray(
      fc.record({
        index: fc.constantFrom(...known),
        date: fc.constantFrom(...days),
        title: fc.constantFrom('Title 1', 'Another title', 'Word'),
        status: fc.constantFrom('confirmed' as const, 'withdrawn' as const),
        themes: fc.constantFrom<string[]>(['prevention'], ['reopening'], []),
      }),
      { maxLength: 4, selector: ({ index }) => index },
    ),
    drop: fc.uniqueArray(fc.constantFrom(...known), { maxLength: 3 }),
    label: fc.option(fc.constantFrom('Prevention', 'Care'), { nil: undefined }),
    title: fc.option(fc.constantFrom('The town', 'A town'), { nil: undefined }),
  })
  .map(({ put, drop, label, title }) => ({
    put: put.map(({ index, ...own }) => eventOf(index, own)),
    drop: drop
      .filter((gone) => !put.some(({ index }) => index === gone))
      .map((index) => `e${index}`),
    ...(label !== undefined && { themes: [{ ...first.themes[0], label }] }),
    ...(title !== undefined && { texts: { title } }),
  }))

describe('edits', () => {
  test('make the same edition over an uploaded segment as of a whole document', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 4, maxLength: 4 }), async (all) => {
        const [whole, uploaded] = [await createMemoryService(), await createMemoryService()]
        await whole.publish(first)
        await publishPacked(uploaded, first)
        const there = new Set(first.events.map(({ id }) => id))
        let base = 1
        for (const { drop, ...others } of all) {
          const made = { ...others, drop: drop.filter((id) => there.has(id)) }
          const [a, b] = [await send(whole, base, made), await send(uploaded, base, made)]
          const [one, other] = [
            (await a.json()) as { outcome: string; edition: object; changes: object },
            (await b.json()) as { outcome: string; edition: object; changes: object },
          ]
          expect([a.status, b.status]).toEqual([200, 200])
          expect(other.outcome).toBe(one.outcome)
          if (one.outcome === 'repeated') continue
          base++
          const digest: unknown = expect.any(String)
          expect(other).toEqual({ ...one, edition: { ...one.edition, digest } })
          for (const { id } of made.put) there.add(id)
          for (const id of made.drop) there.delete(id)
          for (const look of looks)
            expect([look, await textOf(uploaded, look)]).toEqual([look, await textOf(whole, look)])
          expect(await textOf(uploaded, '/changes?since=1')).toEqual(
            await textOf(whole, '/changes?since=1'),
          )
          for (const id of made.drop)
            expect(await textOf(uploaded, `/events/${id}`)).toEqual(
              await textOf(whole, `/events/${id}`),
            )
        }
      }),
      { numRuns: 6 },
    )
  })

  test('of the last event leave the day on which what lasted ended', async () => {
    const dates = ['2019-01-01/2023-12-31', '2020-02', '2024-05-01', '2019-06/2020']
    const events = dates.map((date, index) =>
      event({ id: `e${index}`, date, kind: date.includes('/') ? 'span' : 'point' }),
    )
    const service = await createMemoryService()
    await publishPacked(service, document({ events, sources: [source({ published: '2025' })] }))
    await send(service, 1, { drop: ['e2'] })
    const answer = await service.fetch('/v1/timelines')
    expect(await answer.json()).toMatchObject({
      timelines: [{ first: '2019-01-01', last: '2023-12-31' }],
    })
  })

  test('leave no end of the span of the timeline that no event has any more', async () => {
    const spanIn = async (service: MemoryService) => {
      const answer = await service.fetch('/v1/timelines')
      const { timelines } = (await answer.json()) as {
        timelines: { first: string | null; last: string | null }[]
      }
      return [timelines[0]?.first ?? '', timelines[0]?.last ?? '']
    }
    // A set within a month counts as known to the month, but is no end of a span where days are known.
    const noSets = datesAround2020.filter(([date]) => !/^\[\d/.test(date))
    const dates = fc.uniqueArray(noSets, {
      minLength: 6,
      maxLength: 6,
      selector: ([date]) => date,
    })
    await fc.assert(
      fc.asyncProperty(dates, fc.shuffledSubarray([0, 1, 2, 3, 4, 5]), async (dated, gone) => {
        const events = dated.map(([date, kind], index) => event({ id: `e${index}`, date, kind }))
        // After all dates: no undated event may end after its source.
        const all = document({ events, sources: [source({ published: '2021' })] })
        const [whole, uploaded] = [await createMemoryService(), await createMemoryService()]
        await whole.publish(all)
        await publishPacked(uploaded, all)
        for (const [index, one] of gone.slice(0, 4).entries()) {
          const made =
            index % 2 === 0
              ? { drop: [`e${one}`] }
              : { put: [{ ...events[one], status: 'withdrawn' }] }
          await Promise.all([whole, uploaded].map((service) => send(service, index + 1, made)))
          const [spans, expected] = [await spanIn(uploaded), await spanIn(whole)]
          // Where events of the segment went, the day may not be known.
          for (const [end, known = ''] of expected.entries()) {
            const told = spans[end] ?? ''
            const isSame = told.startsWith(known) || known.startsWith(told)
            expect(isSame && (told === '') === (known === ''), JSON.stringify(dated)).toBe(true)
          }
        }
      }),
      { numRuns: 15 },
    )
  })

  test('cost two writes and the list, and sent again they are the same publish', async () => {
    const service = await createMemoryService()
    await publishPacked(service, first)
    const before = new Set(service.kv.stored.keys())
    const made = { put: [eventOf(3, { title: 'Other' })], drop: ['e7'] }
    const planned = (await (await send(service, 1, made, '?dryRun=true')).json()) as object
    expect(planned).toMatchObject({ outcome: 'planned', edition: { number: 2, events: 39 } })
    expect((await send(service, 1, made)).status).toBe(200)
    const added = [...service.kv.stored.keys()].filter((key) => !before.has(key))
    expect(added).toEqual([`edition/${timeline}/2`])
    expect(await (await send(service, 1, made)).json()).toMatchObject({ outcome: 'repeated' })
    expect((await send(service, 1, { drop: ['e8'] })).status).toBe(412)
    const copy = (await (await service.fetch(`${address}/editions/2`)).json()) as object
    expect(copy).toMatchObject({
      document: null,
      uploaded: { document: { events: [{ id: 'e3', title: 'Other' }] }, drops: expect.any(Array) },
    })
  })
})

describe.each([
  ['a document', (service: MemoryService) => service.publish(first)],
  ['an uploaded segment', (service: MemoryService) => publishPacked(service, first)],
] as const)('edits of %s', (_, begin) => {
  test('are checked with the rest, and faults are told at their places in the edits', async () => {
    const service = await createMemoryService()
    await begin(service)
    const wrong = {
      put: [eventOf(50), eventOf(1, { title: '', themes: ['nobody'] }), { id: 'e2' }],
      actors: [actor({ id: 'x', name: '镇委' })],
      texts: { title: '' },
    }
    const [status, faults] = (await faultsOf(await send(service, 1, wrong))) as [number, string[]]
    expect(status).toBe(422)
    expect(faults).toEqual(
      expect.arrayContaining([
        '/put/1/themes/0 unknown-theme',
        '/put/2 missing-field',
        '/actors/0/name ambiguous-name',
      ]),
    )
    expect(faults.every((fault) => /^\/(?:put\/[12]|actors\/0|texts\/title)\b/.test(fault))).toBe(
      true,
    )
    expect(await faultsOf(await send(service, 1, { drop: ['e1', 'nobody'] }))).toEqual([
      422,
      ['/drop/1 unknown-event'],
    ])
    expect(await faultsOf(await send(service, 1, { events: [] }))).toEqual([400, [' not-an-edit']])
    expect(await textOf(service, '/editions/2')).toMatchObject([404, expect.any(String)])
  })

  test('are followed by roll back, takedown and a document as always', async () => {
    const service = await createMemoryService()
    await begin(service)
    const titles = async () => {
      service.clock.now += 10_000
      const answer = await service.fetch(`${address}/events.ndjson`)
      const lines = (await answer.text()).trimEnd().split('\n')
      return answer.ok
        ? [lines.length, lines.filter((line) => line.includes('Other')).length]
        : answer.status
    }
    await send(service, 1, { put: [eventOf(3, { title: 'Other' })], drop: ['e7'] })
    expect(await titles()).toEqual([39, 1])
    const roll = (base: number, edition: number) =>
      service.fetch(`${address}/head`, {
        method: 'PUT',
        headers: writing(base),
        body: JSON.stringify({ edition }),
      })
    expect((await roll(2, 1)).status).toBe(200)
    expect(await titles()).toEqual([40, 0])
    expect((await roll(3, 2)).status).toBe(200)
    expect(await titles()).toEqual([39, 1])
    const { authorization = '' } = writing(4)
    const headers = { authorization, 'if-match': '"4"' }
    expect((await service.fetch(address, { method: 'DELETE', headers })).status).toBe(200)
    expect(await titles()).toBe(410)
    expect((await roll(5, 4)).status).toBe(200)
    expect((await send(service, 6, { put: [eventOf(4, { title: 'Other' })] })).status).toBe(200)
    expect(await titles()).toEqual([39, 2])
    await service.publish(first, 7)
    expect(await titles()).toEqual([40, 0])
  })
})

describe('what is wrong with edits', () => {
  const kindless = (id: string) => {
    const { kind: _kind, ...one } = first.actors.find((actor) => actor.id === id)!
    return one
  }
  const { place: _place, ...ill } = eventOf(1, { title: '他住院了' })
  const unsure = document({
    actors: first.actors.map((one) => (one.id === 'town' ? kindless('town') : one)),
    allowTerms: ['住院', '隔离'],
    events: [eventOf(0), ill],
  })
  const fixed = 'fixed-by-events'

  test.each([
    ['a place that is a person', { actors: [{ ...kindless('town'), kind: 'person' }] }, '/events/e0/place of the edition not-a-place', `/actors/0/kind ${fixed}`], // prettier-ignore
    ['terms that are allowed no more', { texts: { allowTerms: null } }, '/events/e1/title of the edition private-matter', `/texts/allowTerms ${fixed}`], // prettier-ignore
    ['one of them', { texts: { allowTerms: ['隔离'] } }, '/events/e1/title of the edition private-matter', `/texts/allowTerms ${fixed}`], // prettier-ignore
    ['an event that comes and goes', { put: [eventOf(0)], drop: ['e1', 'e0'] }, '/drop/1 duplicate-id', '/drop/1 duplicate-id'], // prettier-ignore
    ['a new one', { put: [eventOf(9)], drop: ['e9'] }, '/drop/0 duplicate-id', '/drop/0 duplicate-id'], // prettier-ignore
  ])('%s is refused over a segment as of a document', async (_, made, ofDocument, overSegment) => {
    const [whole, uploaded] = [await createMemoryService(), await createMemoryService()]
    await whole.publish(unsure)
    await publishPacked(uploaded, unsure)
    expect(await faultsOf(await send(whole, 1, made))).toEqual([422, [ofDocument]])
    expect(await faultsOf(await send(uploaded, 1, made))).toEqual([422, [overSegment]])
  })

  test('over a segment is also what may be right of a document', async () => {
    const service = await createMemoryService()
    await publishPacked(service, unsure)
    const published = { sources: [{ ...first.sources[0], published: '2020-05-01' }] }
    expect(await faultsOf(await send(service, 1, published))).toEqual([
      422,
      [`/sources/0/published ${fixed}`],
    ])
    const group = { actors: [actor({ id: 'new' }), kindless('enterprises')] }
    expect(await faultsOf(await send(service, 1, group))).toEqual([422, [`/actors/1 ${fixed}`]])
    const more = { texts: { allowTerms: ['住院', '隔离', '离婚'] } }
    expect((await send(service, 1, more)).status).toBe(200)
  })
})

describe('edits over a segment are refused by the bound that they pass', () => {
  const refused = async (events: number, more: object = {}) => {
    const service = await createMemoryService()
    await publishPacked(service, first)
    const put = Array.from({ length: events }, (_, index) => ({ ...eventOf(100 + index), ...more }))
    return (await send(service, 1, { put })).json()
  }

  test('a thousand events', async () => {
    expect(await refused(1001)).toMatchObject({
      status: 413,
      rule: 'too-many-edits',
      values: { max: 1000 },
      detail: expect.stringContaining('a changed one counts as both'),
    })
  })

  test('their length, however few they are', async () => {
    expect(await refused(140, { summary: '字'.repeat(2000) })).toMatchObject({
      status: 413,
      rule: 'edits-length',
      values: { max: 262_144 },
    })
  })
})
