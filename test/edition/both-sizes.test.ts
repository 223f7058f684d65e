// A timeline says the same of what changes it, whether its events are in the head or in an uploaded segment.
import { describe, expect, test } from 'vitest'
import { revisionsFrom } from '../../src/cli/publishing/large/base-revisions.ts'
import type { GrantedLease } from '../../src/cli/service/segment-client.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { eventCompiler } from '../../src/edition/compile.ts'
import { editsMediaType } from '../../src/http/request/body.ts'
import { document, event } from '../support/document.ts'
import { createMemoryService, writing, type MemoryService } from '../support/memory-service.ts'
import { readPatiently } from '../support/patient-reads.ts'
import { leaseFor, publishPacked } from '../support/upload.ts'

readPatiently()

const address = '/v1/timelines/town-2020'

const dates = { e1: '2020-01-05', e2: '2020-01-07', e3: '2020-01-06', e4: '2020-01-05' }
const events = Object.entries(dates).map(([id, date]) => {
  const { kind: _ofSpan, ...own } = event({ id, date })
  return own
})
const [e1] = events as [(typeof events)[number]]
const four = document({ events })

interface Sizes {
  readonly small: MemoryService
  readonly packed: MemoryService
}

async function bothOf(first: TimelineDocument): Promise<Sizes> {
  const [small, packed] = [await createMemoryService(), await createMemoryService()]
  await small.publish(first)
  await publishPacked(packed, first)
  return { small, packed }
}

type Step = (service: MemoryService) => Promise<Response>

const write =
  (method: string, path: string, base: number, body?: object): Step =>
  (service) => {
    service.clock.now += 10_000
    return service.fetch(address + path, {
      method,
      headers: {
        ...writing(base),
        ...(method === 'PATCH' && { 'content-type': editsMediaType }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
  }

const put = (base: number, whole: object): Step => write('PUT', '', base, whole)
const edit = (base: number, edits: object): Step => write('PATCH', '', base, edits)
const rollBack = (base: number, edition: number): Step => write('PUT', '/head', base, { edition })

/** Digests of edited editions are made otherwise than those of documents. */
const digests = /"digest":"\w+"/g

async function answerOf(service: MemoryService, step: Step) {
  const response = await step(service)
  const body = JSON.parse((await response.text()).replaceAll(digests, '"digest":""')) as unknown
  return { status: response.status, body: body as Record<string, unknown> }
}

/** The answer, which is the same in both. */
async function same({ small, packed }: Sizes, step: Step) {
  const answer = await answerOf(small, step)
  expect(await answerOf(packed, step)).toEqual(answer)
  return answer
}

const read =
  (path: string): Step =>
  (service) =>
    service.fetch(address + path)

const partsOf = async (service: MemoryService, step: Step): Promise<unknown> =>
  ((await answerOf(service, step)).body['changes'] as { parts: unknown }).parts

test('a document, or a roll back to one, does not tell of another order of events where there is none', async () => {
  const both = await bothOf(four)
  for (const step of [put(1, { ...four, title: 'New title' }), rollBack(2, 1), rollBack(3, 2)])
    expect(await partsOf(both.packed, step)).toEqual(await partsOf(both.small, step))
})

test('an edit that changes only what an event may name is an edition', async () => {
  const allowed = { ...e1, allow: [{ term: '肿瘤', reason: 'name of a ward' }] } as typeof e1
  const outcomes = async ({ small, packed }: Sizes, base: number, one: object) => {
    const step = edit(base, { put: [one] })
    const answers = [await answerOf(small, step), await answerOf(packed, step)]
    return answers.map(({ body }) => body['outcome'])
  }
  const both = await bothOf(four)
  expect(await outcomes(both, 1, allowed)).toEqual(['created', 'created'])
  expect(await outcomes(both, 2, allowed)).toEqual(['repeated', 'repeated'])
  expect(await outcomes(both, 2, e1)).toEqual(['created', 'created'])
  const other = await bothOf(document({ events: [allowed] }))
  expect(await outcomes(other, 1, allowed)).toEqual(['repeated', 'repeated'])
  expect(await outcomes(other, 1, e1)).toEqual(['created', 'created'])
})

test('edits with faults of several kinds are told all of them', async () => {
  const both = await bothOf(four)
  const sources = [{ ...four.sources[0], published: '2019' }]
  const edits = { put: [{ id: 'x' }, e1], drop: ['nope', 'e1'] }
  const { status, body } = await same(both, edit(1, edits))
  const errors = body['errors'] as { pointer: string; rule: string }[]
  expect(status).toBe(422)
  expect(errors.map(({ pointer }) => pointer)).toEqual(
    expect.arrayContaining(['/drop/0', '/drop/1', '/put/0']),
  )
  // Only where the events are not read may the day of a source not change.
  const moved = await answerOf(both.packed, edit(1, { ...edits, sources }))
  expect(moved.body['errors']).toEqual([
    ...errors,
    expect.objectContaining({ pointer: '/sources/0/published', rule: 'fixed-by-events' }),
  ])
})

test.each(['e00', 'e1', 'e9', 'a7', 't01', 't9', 'c1', 'd1', 'v1', 'w1', 'f9', 'z0'])(
  'an uploaded edition has no part %s',
  async (part) => {
    const { packed } = await bothOf(four)
    const { status, body } = await answerOf(packed, read(`/editions/1/parts/${part}`))
    expect([status, body['type']]).toEqual([404, expect.stringContaining('/not-found')])
  },
)

describe('an event that comes back', () => {
  const title = '镇报二'
  const sources = [{ ...four.sources[0], title }] as typeof four.sources
  const three = { ...four, sources, events: events.slice(0, 3) }
  const another = { ...three, title: 'Another' }
  const e4 = events[3] as (typeof events)[number]

  /** Sends a whole document; where the events are packed, packed ones. */
  const upload =
    (base: number, whole: TimelineDocument): Step =>
    async (service) => {
      const isPacked = [...service.kv.stored.keys()].some((key) => key.startsWith('segment/'))
      if (!isPacked) return put(base, whole)(service)
      await publishPacked(service, whole, base)
      return service.fetch(address)
    }
  const dropped = (base: number): Step => edit(base, { drop: ['e4'] })
  const takenDown = (base: number): Step => write('DELETE', '', base)

  test.each<[string, readonly Step[]]>([
    ['an upload left out', [upload(2, three)]],
    ['a document left out', [put(2, three)]],
    ['an edit dropped before an upload', [dropped(2), upload(3, another)]],
    ['an edit dropped before a document', [dropped(2), put(3, another)]],
    ['a roll back left out', [dropped(2), upload(3, { ...four, sources }), rollBack(4, 3)]],
    ['a takedown left out', [takenDown(2), put(3, three)]],
  ])('that %s keeps its first edition, and its sequence does not fall', async (_, steps) => {
    const both = await bothOf(four)
    // Changes what the event shows, so that its sequence is 1.
    const all = [edit(1, { sources }), ...steps, edit(2 + steps.length, { put: [e4] })]
    for (const step of all)
      for (const service of [both.small, both.packed])
        expect((await answerOf(service, step)).status).toBe(200)
    const { body } = await same(both, read('/events/e4'))
    expect(body['event'] ?? body).toMatchObject({ sequence: all.length })
  })

  test('in an upload keeps its first edition, which the lease tells', async () => {
    const { packed } = await bothOf(four)
    await publishPacked(packed, { ...four, events: events.slice(0, 3) }, 1)
    const leased = await answerOf(packed, (service) => leaseFor(service, four, 2))
    const { segment, edition, instant, revisions } = leased.body as unknown as GrantedLease
    const first = { edition: 1, instant: '2026-10-01T08:30:10.000Z' }
    expect(revisions).toEqual([{ id: 'e4', first, changed: first }])
    const lease = { segment, edition, instant, revisions } as unknown as GrantedLease
    const known = revisionsFrom(four, { ...four, events: new Map() }, lease)
    expect(known.ok && known.value(eventCompiler(four)(e4))).toEqual({
      first,
      changed: { edition: 3, instant },
    })
  })
})

test('the page of editions tells as bounds only what is one', async () => {
  const { packed } = await bothOf(four)
  const pageOf = async () => {
    packed.clock.now += 10_000
    const html = await (await packed.fetch('/timelines/town-2020/editions?lang=en')).text()
    return html.slice(html.indexOf('<section'))
  }
  await put(1, { ...four, title: 'Another title' })(packed)
  const first = await pageOf()
  // All of a first edition is new, and of the title all is known.
  expect(first).toContain('4 events added')
  expect(first).not.toMatch(/at most|not compared|has all of them/i)
  // A document that leaves some out, over an upload: what is gone is counted.
  await publishPacked(packed, { ...four, title: 'Third' }, 2)
  await put(3, { ...four, events: events.slice(0, 1) })(packed)
  const [fourth = ''] = (await pageOf())
    .split('<section')
    .filter((section) => section.includes('id="edition-4"'))
  expect(fourth).toContain('3 events removed')
  expect(fourth).toContain('lists some of them')
  expect(fourth).not.toMatch(/at most|not compared/i)
  // A rollback over several editions may count an event twice.
  await rollBack(4, 3)(packed)
  expect(await pageOf()).toContain('at most')
})

test('page of editions and corrections feed link to events that are gone where they still are', async () => {
  const both = await bothOf(four)
  await same(
    both,
    edit(1, {
      put: [
        { ...e1, title: 'Changed' },
        { ...e1, id: 'e5' },
      ],
    }),
  )
  await same(both, edit(2, { drop: ['e1'] }))
  for (const service of [both.small, both.packed]) {
    service.clock.now += 10_000
    for (const path of ['/timelines/town-2020/editions', `${address}/editions.atom`]) {
      const text = (await (await service.fetch(path)).text()).replaceAll('&#x26;', '&')
      const links = [...text.matchAll(/\/timelines\/town-2020\/events\/[^"&<>\s]+/g)]
      const addresses = [...new Set(links.map(([link]) => link))]
      expect(addresses).toContain('/timelines/town-2020/events/e5')
      expect(addresses).toContain('/timelines/town-2020/events/e1?edition=2')
      for (const link of addresses)
        expect([link, (await service.fetch(link)).status]).toEqual([link, 200])
    }
  }
})
