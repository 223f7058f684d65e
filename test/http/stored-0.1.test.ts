// Whoever kept a store of version 0.1 goes on with it: what its fixtures hold is read, published to,
// rolled back, taken down and restored. Through the front door, over the real objects.
import { runDurableObjectAlarm } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import publishers from '../fixtures/stored-0.1/publishers.json'
import registry from '../fixtures/stored-0.1/registry.json'
import values from '../fixtures/stored-0.1/values.json'
import { reads } from '../support/addresses.ts'
import { get, getJson, origin, problemOf, put } from '../support/service.ts'
import { restoreStore, textOf, type Stored } from '../support/stored.ts'

const stored: Stored = { values, publishers, registry }

interface Part {
  readonly id: string
}

interface Document {
  readonly id: string
  readonly themes?: readonly Part[]
  readonly actors?: readonly Part[]
  readonly sources?: readonly Part[]
  readonly events: readonly {
    readonly id: string
    readonly title: unknown
    readonly themes?: readonly string[]
    readonly actors?: readonly string[]
    readonly place?: string
    readonly citations?: readonly { readonly source: string }[]
  }[]
}

interface Stored01 {
  readonly id: string
  readonly status: string
  readonly revision: { readonly sequence: number; readonly modified: string }
}

interface Shown {
  readonly id: string
  readonly sequence: number
  readonly modified: string
}

/** What the object has of the editions of a timeline, oldest first. */
function keptOf(timeline: string): { readonly number: number; readonly document: Document }[] {
  const { tables } = stored.publishers.find(({ name }) => name === timeline)!
  return tables
    .find(({ name }) => name === 'contents')!
    .rows.filter(({ part }) => part === 'document')
    .map(({ number, text }) => ({
      number: Number(number),
      document: JSON.parse(String(textOf(values, text))) as Document,
    }))
}

const path = (timeline: string) => `/v1/timelines/${timeline}`

/** The number of the newest edition, as who loses learns it. */
async function newest(timeline: string): Promise<number> {
  const lost = await put(path(timeline), keptOf(timeline)[0]!.document, on(999))
  expect(lost.status).toBe(412)
  return (await problemOf(lost)).edition!.number
}

const on = (number: number) => ({ headers: { 'if-match': `"${number}"` } })

/** Lets readers ask the store again. */
const pass = (milliseconds = 10_000): unknown => vi.setSystemTime(Date.now() + milliseconds)

async function taken(answer: Response, number: number): Promise<{ changes: Changes }> {
  expect(answer.status, await answer.clone().text()).toBe(200)
  const body = await answer.json<{ edition: { number: number }; changes: Changes }>()
  expect(body).toMatchObject({ edition: { number }, outcome: 'created', visible: true })
  return body
}

interface Changes {
  readonly added: readonly { readonly id: string }[]
  readonly changed: readonly { readonly id: string }[]
}

const publish = async (document: Document, base: number) => {
  pass()
  return taken(await put(path(document.id), document, on(base)), base + 1)
}

const rollBack = async (timeline: string, edition: number, base: number) => {
  pass()
  return put(`${path(timeline)}/head`, { edition }, on(base))
}

async function takeDown(timeline: string, base: number): Promise<void> {
  pass()
  const headers = { authorization: 'Bearer editor-token', 'if-match': `"${base}"` }
  const request = new Request(origin + path(timeline), { method: 'DELETE', headers })
  await taken(await exports.default.fetch(request), base + 1)
}

const shown = async (timeline: string) => {
  const { events } = await getJson<{ events: Shown[] }>(`${path(timeline)}/events?limit=500`)
  return new Map(events.map((event) => [event.id, event]))
}

/** All that a document says of an event: with the themes, actors and sources that it names. */
function saidOf(document: Document, id: string): string {
  const event = document.events.find((one) => one.id === id)
  const citations = event?.citations ?? []
  const named = [event?.themes, event?.actors, event?.place, citations.map(({ source }) => source)]
  const ids = new Set(named.flat())
  const parts = [document.themes, document.actors, document.sources]
  return JSON.stringify([event, parts.map((list) => list?.filter((part) => ids.has(part.id)))])
}

const documentOf = async (timeline: string, edition: number) =>
  (await getJson<{ document: Document }>(`${path(timeline)}/editions/${edition}`)).document

const listed = async (): Promise<Record<string, number>> => {
  const { timelines } = await getJson<{
    timelines: { id: string; edition: number | { number: number } }[]
  }>('/v1/timelines')
  return Object.fromEntries(
    timelines.map(({ id, edition }) => [
      id,
      typeof edition === 'number' ? edition : edition.number,
    ]),
  )
}

const alarm = (timeline: string) => runDurableObjectAlarm(env.PUBLISHER.getByName(timeline))

beforeAll(async () => {
  // Ten minutes after the last write. In 2036, as the fixtures, so that no alarm rings by itself.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2036-03-20T08:00:00Z') })
  await restoreStore(stored)
})
afterAll(() => void vi.useRealTimers())
beforeEach(() => void pass())

describe('a store of version 0.1', () => {
  test.each(reads)('is read: %s', async (_, address) => {
    expect((await get(address)).status).toBe(200)
  })

  test.each(['dates', 'ferry', 'bridge', 'quay'])('is read in all formats: %s', async (id) => {
    const mine = reads.filter(([, , route]) => /\{timeline\}(?!.*\{)/.test(route.path))
    expect(mine.length).toBeGreaterThan(10)
    for (const [, address] of mine) {
      if (address.includes('since=')) continue
      const other = address.replace('town-2020', id)
      expect([other, (await get(other)).status]).toEqual([other, 200])
    }
  })

  test('has the events of dates of every form and kind', async () => {
    const { document } = keptOf('dates').at(-1)!
    expect(document.events.length).toBeGreaterThan(30)
    expect(new Set((await shown('dates')).keys())).toEqual(
      new Set(document.events.map(({ id }) => id)),
    )
    for (const { id } of document.events) {
      expect(await getJson(`${path('dates')}/events/${id}`)).toMatchObject({ id })
    }
  })

  test.each(['town-2020', 'dates', 'ferry'])('has the kept editions of %s', async (timeline) => {
    const kept = keptOf(timeline)
    expect(kept.length).toBeGreaterThan(1)
    for (const { number, document } of kept) {
      expect(await documentOf(timeline, number)).toEqual(document)
      expect((await get(`${path(timeline)}/events?edition=${number}`)).status).toBe(200)
      expect((await get(`${path(timeline)}/changes?since=${number}`)).status).toBe(200)
    }
  })

  test.each(['town-2020', 'dates', 'ferry', 'bridge', 'quay'])(
    'has the revisions of %s as version 0.1 told them',
    async (timeline) => {
      const { value } = values.find(({ key }) => key === `head/${timeline}`)!
      const { adds } = JSON.parse(value.slice(value.indexOf('\n'))) as { adds: Stored01[] }
      const listed = adds.filter(({ status }) => status !== 'withdrawn')
      expect([...(await shown(timeline)).values()]).toMatchObject(
        listed.map(({ id, revision }) => ({ id, ...revision })),
      )
    },
  )

  test.each(['market', 'fair'])('says that %s was taken down', async (timeline) => {
    expect((await get(path(timeline))).status).toBe(410)
    expect(await listed()).not.toHaveProperty(timeline)
  })
})

describe('what version 0.1 had under way', () => {
  test('is written: the list of timelines', async () => {
    expect(await listed()).toMatchObject({ ferry: 12 })
    expect(await listed()).not.toHaveProperty('quay')
    await runDurableObjectAlarm(env.REGISTRY.getByName('timelines'))
    pass()
    expect(await listed()).toMatchObject({ ferry: 13, quay: 1, 'town-2020': 7, bridge: 1 })
  })

  test.each([
    ['bridge', 1, 'a head'],
    ['library', 404, 'a first copy'],
  ])('is delivered: of %s, of which %i is read, %s', async (timeline, before) => {
    const seen = async (): Promise<number> => {
      const answer = await get(path(timeline))
      if (answer.status !== 200) return answer.status
      return (await answer.json<{ edition: { number: number } }>()).edition.number
    }
    expect(await seen()).toBe(before)
    expect(await alarm(timeline)).toBe(true)
    pass()
    const { number, document } = keptOf(timeline).at(-1)!
    expect(await seen()).toBe(number)
    expect(await documentOf(timeline, number)).toEqual(document)
  })

  test('is deleted: copies of editions that are no longer kept', async () => {
    const copy = 'edition/ferry/2'
    expect(await env.TIMELINES.get(copy)).not.toBeNull()
    pass(3_600_000)
    expect(await alarm('ferry')).toBe(true)
    expect(await env.TIMELINES.get(copy)).toBeNull()
    expect(await env.TIMELINES.get('edition/ferry/4')).not.toBeNull()
  })
})

describe('on a store of version 0.1', () => {
  test.each(['town-2020', 'dates', 'ferry', 'bridge', 'library', 'quay'])(
    'a publish to %s is the next edition, and changes what it changes',
    async (timeline) => {
      const before = await newest(timeline)
      const { document } = keptOf(timeline).at(-1)!
      const [first, ...others] = document.events
      await alarm(timeline)
      const earlier = await shown(timeline)
      const edited = { ...document, events: [{ ...first!, title: '另一个标题' }, ...others] }
      const { changes } = await publish(edited, before)
      expect(changes.changed.map(({ id }) => id)).toEqual([first!.id])
      pass()
      const later = await shown(timeline)
      expect([...later.keys()].toSorted()).toEqual([...earlier.keys()].toSorted())
      const isRevised = ([id, { sequence, modified }]: [string, Shown]): boolean =>
        later.get(id)!.sequence !== sequence || later.get(id)!.modified !== modified
      expect([...earlier].filter(isRevised).map(([id]) => id)).toEqual([first!.id])
      expect(later.get(first!.id)!.sequence).toBeGreaterThan(earlier.get(first!.id)!.sequence)
    },
  )

  test('an event that was removed goes on with its revisions', async () => {
    const kept = keptOf('town-2020')
    const present = kept.at(-1)!.document
    const removed = kept
      .flatMap(({ document }) => document.events)
      .find(({ id }) => present.events.every((event) => event.id !== id))!
    const last = await getJson<Shown>(`${path('town-2020')}/events/${removed.id}?edition=4`)
    await publish({ ...present, events: [...present.events, removed] }, await newest('town-2020'))
    pass()
    const returned = (await shown('town-2020')).get(removed.id)!
    expect(returned.sequence).toBeGreaterThan(last.sequence)
    expect(returned.modified > last.modified).toBe(true)
  })

  test.each(['town-2020', 'dates', 'ferry'])(
    'every kept edition of %s can be restored, and only what differs is revised [fault 3.1]',
    async (timeline) => {
      const { editions } = await getJson<{ editions: { number: number; removes?: true }[] }>(
        `${path(timeline)}/editions`,
      )
      const restorable = editions.filter(({ removes }) => removes !== true)
      expect(restorable.length).toBeGreaterThan(2)
      // The oldest first: each roll back may end the oldest one.
      for (const { number } of restorable.toReversed()) {
        const wanted = await documentOf(timeline, number)
        const base = await newest(timeline)
        const present = await documentOf(timeline, base)
        const isSame = JSON.stringify(wanted) === JSON.stringify(present)
        const earlier = await shown(timeline)
        const answer = await rollBack(timeline, number, base)
        expect(await answer.json()).toMatchObject({ outcome: isSame ? 'repeated' : 'created' })
        pass()
        // What is the same in both keeps its revision; what differs, alone, gets a later one.
        for (const [id, { sequence, modified }] of await shown(timeline)) {
          const before = earlier.get(id)
          if (before === undefined) continue
          const isKept = saidOf(present, id) === saidOf(wanted, id)
          const rose = Math.sign(sequence - before.sequence)
          expect([id, rose, modified === before.modified]).toEqual([id, isKept ? 0 : 1, isKept])
        }
        expect(await documentOf(timeline, await newest(timeline))).toEqual(wanted)
      }
    },
  )

  test('the edition of a takedown cannot be restored', async () => {
    expect((await rollBack('market', 2, await newest('market'))).status).toBe(404)
  })

  test('a timeline is taken down and restored', async () => {
    const earlier = await shown('dates')
    const base = await newest('dates')
    await takeDown('dates', base)
    pass()
    expect((await get(path('dates'))).status).toBe(410)
    await taken(await rollBack('dates', base, base + 1), base + 2)
    pass()
    expect([...(await shown('dates')).keys()]).toEqual([...earlier.keys()])
  })

  test('what was taken down is restored within seven days', async () => {
    await taken(await rollBack('market', 1, await newest('market')), 3)
    pass()
    expect(await documentOf('market', 3)).toEqual(keptOf('market')[0]!.document)
  })

  test('and is forgotten afterwards; a publish brings it back', async () => {
    const [first] = keptOf('fair')
    pass(7 * 86_400_000)
    expect(await alarm('fair')).toBe(true)
    expect(await env.TIMELINES.get('edition/fair/1')).toBeNull()
    expect((await rollBack('fair', 1, 2)).status).toBe(404)
    await publish(first!.document, 2)
    pass()
    expect((await shown('fair')).size).toBe(1)
  })
})
