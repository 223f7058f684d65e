// An edition that its publisher packed and uploaded: the same answers as of one that was sent whole, and
// never a part of one.
import { describe, expect, test } from 'vitest'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { leaseFor as leaseMilliseconds } from '../../src/store/publish/leases.ts'
import { collectAfter } from '../../src/store/publish/segments.ts'
import { document as smallDocument, event } from '../support/document.ts'
import {
  createMemoryService,
  createMemoryStorage,
  writing,
  type MemoryService,
} from '../support/memory-service.ts'
import { largeDocument } from '../support/large-document.ts'
import { packUpload, type LeaseTold, type PackedParts } from '../support/pack-upload.ts'
import { commitTo, leaseFor, publishPacked, uploadTo } from '../support/upload.ts'
import { readPatiently } from '../support/patient-reads.ts'

readPatiently()

const timeline = 'town-2020'
const count = 70

/** Every event says its edition, so that a mixture of two would be seen. */
const contentOf = (edition: number, events = count): TimelineDocument =>
  smallDocument({
    events: Array.from({ length: events }, (_, index) =>
      event({ id: `e${index}`, title: `Edition ${edition}`, summary: 'x'.repeat(2_000) }),
    ),
  })

const large = largeDocument(120)

async function leased(
  service: MemoryService,
  document: TimelineDocument,
  base = 0,
): Promise<LeaseTold> {
  const response = await leaseFor(service, document, base)
  expect([200, 201]).toContain(response.status)
  return (await response.json()) as LeaseTold
}

/** The only edition that all events are of, and how many there are. */
async function served(service: MemoryService, query = ''): Promise<unknown> {
  service.clock.now += 10_000
  const answer = await service.fetch(`/v1/timelines/${timeline}/events.ndjson${query}`)
  if (!answer.ok) return answer.status
  const lines = (await answer.text())
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
  const titles = new Set(lines.map((line) => /Edition \d+/.exec(line)?.[0]))
  return [...titles, lines.length]
}

const problemOf = async (response: Response): Promise<unknown> => {
  const {
    type,
    rule,
    errors = [],
  } = (await response.json()) as {
    type: string
    rule?: string
    errors?: { pointer: string; rule: string }[]
  }
  return [
    response.status,
    type.split('/').at(-1),
    rule ?? errors.map((one) => `${one.pointer} ${one.rule}`),
  ]
}

const keysOf = ({ kv }: MemoryService, beginning: string): string[] =>
  [...kv.stored.keys(), ...kv.bytes.keys()].filter((key) => key.startsWith(beginning))

/** With one part changed or left out. */
const altered = (
  { root, parts }: PackedParts,
  name: string,
  bytes?: Uint8Array<ArrayBuffer>,
): PackedParts => {
  const others = new Map(parts)
  if (bytes === undefined) others.delete(name)
  else others.set(name, bytes)
  return { root, parts: others }
}

describe('an uploaded edition', () => {
  test('is read as one that was sent whole', async () => {
    const [sent, uploaded] = [await createMemoryService(), await createMemoryService()]
    await sent.publish(large)
    await publishPacked(uploaded, large)
    for (const path of ['', '/events.ndjson', '/events?limit=100&facets=true', '/events?q=复工']) {
      const address = `/v1/timelines/${large.id}${path}`
      const [a, b] = [await sent.fetch(address), await uploaded.fetch(address)]
      // A cursor names the segment that it counts in.
      const [sentText, uploadedText] = [await a.text(), await b.text()].map((text) =>
        text.replaceAll(/cursor=\w+/g, 'cursor='),
      )
      expect([b.status, uploadedText]).toEqual([a.status, sentText])
    }
    const [a, b] = await Promise.all([sent, uploaded].map((one) => one.fetch('/v1/timelines')))
    expect(await b!.text()).toBe(await a!.text())
  })

  test('is never mixed with that of another timeline, whose segment has the same name', async () => {
    const service = await createMemoryService()
    const ids = ['town-a', 'town-b']
    for (const [index, id] of ids.entries())
      expect((await publishPacked(service, { ...contentOf(index), id })).root.segment).toBe('1-u1')
    service.clock.now += 10_000
    for (const [index, id] of ids.entries()) {
      const lines = await (await service.fetch(`/v1/timelines/${id}/events.ndjson`)).text()
      expect([...new Set(lines.match(/Edition \d+/g))]).toEqual([`Edition ${index}`])
    }
  })

  test('gives back what was written, part by part', async () => {
    const service = await createMemoryService()
    const { parts } = await publishPacked(service, large)
    const address = `/v1/timelines/${large.id}/editions/1`
    const copy = (await (await service.fetch(address)).json()) as {
      document: unknown
      changes: unknown
      uploaded: { events: number; parts: { a: number }; document: unknown }
    }
    expect(copy).toMatchObject({
      document: null,
      changes: { added: [], leftOut: { added: 120, changed: 0, withdrawn: 0, removed: 0 } },
      edition: { changes: { added: 120 } },
      uploaded: { events: 120, document: { ...large, events: [] }, places: [], drops: [] },
    })
    for (const [part, bytes] of parts) {
      const answer = await service.fetch(`${address}/parts/${part}`)
      expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array(bytes))
    }
    for (const none of ['e999', 'e00', 'x0'])
      expect((await service.fetch(`${address}/parts/${none}`)).status).toBe(404)
    service.kv.stored.delete(`segment/${large.id}/1-u1/e0`)
    expect((await service.fetch(`${address}/parts/e0`)).status).toBe(503)
  })
})

describe('an upload', () => {
  test('is refused without a lease, and after its end', async () => {
    const service = await createMemoryService()
    const document = contentOf(1)
    const lease = await leased(service, document)
    const packed = await packUpload(document, lease)
    const other = await uploadTo(service, document, '1-u9', packed.parts)
    expect(await problemOf(other)).toEqual([409, 'segment-not-leased', []])
    service.clock.now += leaseMilliseconds
    const late = await uploadTo(service, document, lease.segment, packed.parts)
    expect(await problemOf(late)).toEqual([409, 'segment-not-leased', []])
    expect(await problemOf(await commitTo(service, document, packed))).toEqual([
      409,
      'segment-not-leased',
      [],
    ])
    expect(keysOf(service, 'segment/')).toEqual([])
  })

  test('goes on where it was broken off', async () => {
    const service = await createMemoryService()
    const document = contentOf(1)
    const lease = await leased(service, document)
    const { root, parts } = await packUpload(document, lease)
    const [first, rest] = [new Map([...parts].slice(0, 3)), new Map([...parts].slice(3))]
    await uploadTo(service, document, lease.segment, first)
    const again = await leased(service, document)
    expect(again).toMatchObject({ segment: lease.segment, instant: lease.instant })
    expect(again.uploaded.map(({ part }) => part)).toEqual([...first.keys()])
    expect(await problemOf(await commitTo(service, document, { root, parts }))).toEqual([
      409,
      'segment-incomplete',
      ['/d0 part-missing'],
    ])
    await uploadTo(service, document, lease.segment, rest)
    expect((await commitTo(service, document, { root, parts })).status).toBe(201)
    expect(await served(service)).toEqual(['Edition 1', count])
  })

  test('takes no other content for a part that is there', async () => {
    const service = await createMemoryService()
    const document = contentOf(1)
    const lease = await leased(service, document)
    const { parts } = await packUpload(document, lease)
    await uploadTo(service, document, lease.segment, parts)
    const other = await packUpload(contentOf(2), lease)
    expect(await problemOf(await uploadTo(service, document, lease.segment, other.parts))).toEqual([
      409,
      'segment-incomplete',
      ['/a0 other-content'],
    ])
  })

  test('names the parts that are missing', async () => {
    const service = await createMemoryService()
    const document = contentOf(1)
    const lease = await leased(service, document)
    const packed = await packUpload(document, lease)
    const all = [...packed.parts.keys()]
    for (const name of all.filter((part) => !/^[ae]/.test(part))) {
      const { parts } = altered(packed, name)
      const fresh = await createMemoryService()
      await leased(fresh, document)
      await uploadTo(fresh, document, lease.segment, parts)
      expect(await problemOf(await commitTo(fresh, document, packed))).toEqual([
        409,
        'segment-incomplete',
        [`/${name} part-missing`],
      ])
      expect(await served(fresh)).toBe(404)
    }
  })

  test('never takes a part with a bit changed, under another name, or of another segment', async () => {
    const service = await createMemoryService()
    const document = contentOf(1)
    const lease = await leased(service, document)
    const packed = await packUpload(document, lease)
    for (const [name, bytes] of packed.parts) {
      const flipped = bytes.slice()
      flipped[bytes.length - 5]! ^= 4
      const { parts } = altered(packed, name, flipped)
      const answer = await uploadTo(service, document, lease.segment, parts)
      expect([name, answer.status]).toEqual([name, 422])
    }
    const [e0, e1] = [packed.parts.get('e0')!, packed.parts.get('e1')!]
    const swapped = altered(altered(packed, 'e0', e1), 'e1', e0)
    expect((await uploadTo(service, document, lease.segment, swapped.parts)).status).toBe(422)
    expect(keysOf(service, 'segment/')).toEqual([])
  })
})

describe('two leases at once', () => {
  test('have segments of their own, and one of them becomes the edition', async () => {
    const service = await createMemoryService()
    const [one, two] = [contentOf(1), contentOf(2)]
    const leases = [await leased(service, one), await leased(service, two)]
    const [a, b] = [await packUpload(one, leases[0]!), await packUpload(two, leases[1]!)]
    // Taking turns, part by part.
    for (const names of [...a.parts.keys()].filter((name) => /^[at]/.test(name)))
      for (const [document, packed] of [
        [one, a],
        [two, b],
      ] as const) {
        const all = [...packed.parts]
        const from = all.findIndex(([name]) => name === names)
        const to = all.findIndex(([name], at) => at > from && !name.startsWith('e'))
        const some = new Map(all.slice(from, to < 0 ? undefined : to))
        await uploadTo(service, document, packed.root.segment, some)
      }
    for (const [document, packed] of [
      [one, a],
      [two, b],
    ] as const)
      expect((await uploadTo(service, document, packed.root.segment, packed.parts)).status).toBe(
        200,
      )
    // A root and parts that do not belong together.
    const mixed = { root: { ...a.root, segment: b.root.segment, terms: [] }, parts: b.parts }
    expect((await commitTo(service, two, mixed)).status).toBe(422)
    const other = { root: b.root, parts: a.parts }
    expect(await problemOf(await commitTo(service, two, other))).toEqual([
      409,
      'segment-incomplete',
      'parts-differ',
    ])
    expect((await commitTo(service, two, b)).status).toBe(201)
    expect(await problemOf(await commitTo(service, one, a))).toEqual([
      412,
      'precondition-failed',
      'edition-there',
    ])
    expect(await served(service)).toEqual(['Edition 2', count])
    expect((await commitTo(service, two, b)).status).toBe(200)
    service.clock.now += leaseMilliseconds + collectAfter
    await service.drain(timeline)
    expect(keysOf(service, `segment/${timeline}/${a.root.segment}/`)).toEqual([])
    expect(keysOf(service, 'segment/')).toHaveLength(b.parts.size)
    expect(await served(service)).toEqual(['Edition 2', count])
  })

  test('are at most four, and one that is given up makes room', async () => {
    const service = await createMemoryService()
    const leases: LeaseTold[] = []
    for (let edition = 1; edition <= 4; edition++)
      leases.push(await leased(service, contentOf(edition, 1)))
    const fifth = () => leaseFor(service, contentOf(5, 1))
    expect(await problemOf(await fifth())).toEqual([429, 'rate-limited', 'too-many-leases'])
    const address = `/v1/timelines/${timeline}/segments/${leases[0]!.segment}`
    const { authorization = '' } = writing(0)
    const gone = await service.fetch(address, { method: 'DELETE', headers: { authorization } })
    expect(gone.status).toBe(200)
    expect((await fifth()).status).toBe(201)
  })
})

describe('after an uploaded edition', () => {
  test('whatever is published, rolled back or taken down leaves its readers whole, and nothing behind', async () => {
    const storage = createMemoryStorage()
    const service = await createMemoryService({ storage })
    const put = (path: string, base: number, body: object, method = 'PUT') =>
      service.fetch(`/v1/timelines/${timeline}${path}`, {
        method,
        headers: writing(base),
        ...(method === 'PUT' && { body: JSON.stringify(body) }),
      })
    const countsOf = async (response: Response) => {
      const { edition } = (await response.json()) as {
        edition: { events: number; changes: object }
      }
      return [response.status, edition.events, edition.changes]
    }
    await publishPacked(service, contentOf(1))
    service.clock.now += 10_000
    expect(await countsOf(await put('', 1, contentOf(2, 3)))).toEqual([
      200,
      3,
      { added: 0, changed: 3, withdrawn: 0, removed: count - 3, parts: 0 },
    ])
    expect(await served(service)).toEqual(['Edition 2', 3])
    // The first edition in which they appeared is known, and what is gone is.
    const one = (await (
      await service.fetch(`/v1/timelines/${timeline}/events/e0`)
    ).json()) as object
    expect(one).toMatchObject({ sequence: 1 })
    expect((await service.fetch(`/v1/timelines/${timeline}/events/e50`)).status).toBe(410)
    expect(await served(service, '?edition=1')).toEqual(['Edition 1', count])

    expect(await countsOf(await put('/head', 2, { edition: 1 }))).toEqual([
      200,
      count,
      { added: count - 3, changed: 3, withdrawn: 0, removed: 0, parts: 0 },
    ])
    expect(await served(service)).toEqual(['Edition 1', count])
    const changed = (await (
      await service.fetch(`/v1/timelines/${timeline}/events/e0`)
    ).json()) as object
    expect(changed).toMatchObject({ sequence: 2 })
    const sinceIs = async (number: number) =>
      (await service.fetch(`/v1/timelines/${timeline}/changes?since=${number}`)).json()
    // What the document in between changed is compared with what it says again; what it left out is not.
    const title = { field: 'title' }
    expect(await sinceIs(2)).toMatchObject({
      added: [],
      changed: ['e0', 'e1', 'e2'].map((id) => ({ id, fields: [title] })),
      leftOut: { added: count - 3, changed: 0, withdrawn: 0, removed: 0 },
    })
    // Both name the same segment, whatever was gone in between; what its sources say of it is no change.
    const since1 = await sinceIs(1)
    expect(since1).toMatchObject({ added: [], changed: [], withdrawn: [], removed: [] })
    expect(since1).not.toHaveProperty('leftOut')

    expect((await put('', 3, {}, 'DELETE')).status).toBe(200)
    expect(await served(service)).toBe(410)
    expect((await service.fetch(`/v1/timelines/${timeline}/editions/1/parts/a0`)).status).toBe(410)
    expect((await put('/head', 4, { edition: 3 })).status).toBe(200)
    expect(await served(service)).toEqual(['Edition 1', count])
    // Neither share they a segment nor are they neighbours: what the editions since say is added up.
    expect(await sinceIs(2)).toMatchObject({
      added: [],
      leftOut: { added: 2 * count - 3, changed: 3, withdrawn: 0, removed: count },
    })

    // The store loses everything: the publisher of the timeline sends the parts again.
    const kept = new Map(service.kv.stored)
    service.kv.stored.clear()
    const lost = [...service.kv.bytes]
    service.kv.bytes.clear()
    const repaired = await service.publisher.repair({ timeline })
    expect(repaired).toMatchObject({ value: { uploaded: ['1-u1'], visible: true } })
    expect(await served(await createMemoryService({ storage }))).toBe(503)
    const { parts } = await publishedParts(kept, lost)
    expect((await uploadTo(service, contentOf(1), '1-u1', parts)).status).toBe(200)
    expect(await served(await createMemoryService({ storage }))).toEqual(['Edition 1', count])
    expect(new Set(service.kv.stored.keys())).toEqual(new Set(kept.keys()))

    // Ten editions later none names the segment.
    for (let edition = 6; edition <= 16; edition++) {
      service.clock.now += 86_400_000
      expect((await put('', edition - 1, contentOf(edition, 2))).status).toBe(200)
      await service.drain(timeline)
    }
    service.clock.now += collectAfter
    await service.drain(timeline)
    expect(await served(service)).toEqual(['Edition 16', 2])
    expect(keysOf(service, 'segment/')).toEqual([])
  })
})

/** The parts of the segment 1-u1 as a store had them. */
async function publishedParts(
  stored: MemoryService['kv']['stored'],
  bytes: readonly (readonly [string, Uint8Array<ArrayBuffer>])[],
): Promise<Pick<PackedParts, 'parts'>> {
  const beginning = `segment/${timeline}/1-u1/`
  const texts = [...stored].map(
    ([key, { value }]) => [key, new Uint8Array(new TextEncoder().encode(value))] as const,
  )
  const own = [...bytes, ...texts].filter(([key]) => key.startsWith(beginning))
  return { parts: new Map(own.map(([key, value]) => [key.slice(beginning.length), value])) }
}
