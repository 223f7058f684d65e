// Whatever happened to a timeline, what changed since an edition, and what is known of an event that is gone,
// is the same whether its events are in the head or in an uploaded segment.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maxRemoved } from '../../src/edition/head.ts'
import { editsMediaType } from '../../src/http/request/body.ts'
import { document, event } from '../support/document.ts'
import { isFull } from '../support/extent.ts'
import { createMemoryService, writing, type MemoryService } from '../support/memory-service.ts'
import { readPatiently } from '../support/patient-reads.ts'
import { publishPacked } from '../support/upload.ts'
import '../support/seed.ts'

readPatiently()

const address = '/v1/timelines/town-2020'

/** Each of a month of its own: another order of events of one date is compared of small timelines alone. */
const eventOf = (index: number, title: string) =>
  event({ id: `e${index}`, title, date: `2020-0${index + 1}` })

const indices = [0, 1, 2, 3, 4, 5, 6]
const first = document({ events: indices.slice(0, 5).map((index) => eventOf(index, 'First')) })

type Step =
  | { readonly kind: 'edit'; readonly put: readonly number[]; readonly drop: readonly number[] }
  | { readonly kind: 'takedown' }
  /** To the edition so many before the newest one. */
  | { readonly kind: 'rollback'; readonly by: number }

const edits = fc.record({
  kind: fc.constant('edit' as const),
  put: fc.subarray(indices, { maxLength: 2 }),
  drop: fc.subarray(indices, { minLength: 1, maxLength: 3 }),
})
const rollback = fc.record({
  kind: fc.constant('rollback' as const),
  by: fc.integer({ min: 1, max: 3 }),
})
const steps: fc.Arbitrary<readonly Step[]> = fc
  .tuple(
    fc.array(edits, { minLength: 1, maxLength: 2 }),
    fc.subarray<Step>([{ kind: 'takedown' }]),
    rollback,
    fc.array(fc.oneof({ weight: 3, arbitrary: edits }, rollback), { minLength: 1, maxLength: 3 }),
  )
  .map(([before, takedown, back, after]) => [...before, ...takedown, back, ...after])

type Json = Readonly<Record<string, unknown>>

const send = async (
  service: MemoryService,
  base: number,
  { method, path = '', body }: { method: string; path?: string; body?: object },
): Promise<Response> => {
  service.clock.now += 10_000
  const type = method === 'PATCH' ? { 'content-type': editsMediaType } : {}
  return service.fetch(address + path, {
    method,
    headers: { ...writing(base), ...type },
    ...(body && { body: JSON.stringify(body) }),
  })
}

const answered = async (service: MemoryService, path: string) => {
  const answer = await service.fetch(address + path)
  const body = (await answer.json()) as Json
  return { status: answer.status, body, type: body['type'] }
}

/** What is done to both. */
function requestOf(step: Step, base: number, there: ReadonlySet<number>) {
  switch (step.kind) {
    case 'takedown':
      return { method: 'DELETE' }
    case 'rollback':
      return { method: 'PUT', path: '/head', body: { edition: Math.max(1, base - step.by) } }
    case 'edit': {
      const put = step.put.map((index) => eventOf(index, `Title of ${base}`))
      const drop = step.drop.filter((index) => there.has(index) && !step.put.includes(index))
      return { method: 'PATCH', body: { put, drop: drop.map((index) => `e${index}`) } }
    }
  }
}

async function expectSame(small: MemoryService, packed: MemoryService, newest: number) {
  for (const service of [small, packed]) service.clock.now += 10_000
  for (const index of indices) {
    const [wanted, told] = [
      await answered(small, `/events/e${index}`),
      await answered(packed, `/events/e${index}`),
    ]
    expect([index, told.status, told.type]).toEqual([index, wanted.status, wanted.type])
  }
  for (let since = 1; since <= newest; since++) {
    const path = `/changes?since=${since}`
    const [wanted, told] = [await answered(small, path), await answered(packed, path)]
    // What is only counted is no list.
    if (told.body['leftOut'] === undefined) expect([since, told]).toEqual([since, wanted])
    else expect(told.status).toBe(wanted.status)
  }
}

async function play(all: readonly Step[]) {
  const [small, packed] = [await createMemoryService(), await createMemoryService()]
  await small.publish(first)
  await publishPacked(packed, first)
  const contents: ReadonlySet<number>[] = [new Set([0, 1, 2, 3, 4])]
  for (const step of all) {
    const base = contents.length
    const request = requestOf(step, base, contents[base - 1] as ReadonlySet<number>)
    const [wanted, told] = [await send(small, base, request), await send(packed, base, request)]
    expect([step, told.status]).toEqual([step, wanted.status])
    const { outcome } = (await wanted.json()) as { readonly outcome?: string }
    if (outcome !== 'created') continue
    contents.push(next(step, contents))
    await expectSame(small, packed, contents.length)
  }
}

/** What the edition after these has. */
function next(step: Step, contents: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  const base = contents.length
  const there = contents[base - 1] as ReadonlySet<number>
  if (step.kind === 'takedown') return new Set()
  if (step.kind === 'rollback')
    return contents[Math.max(1, base - step.by) - 1] as ReadonlySet<number>
  const dropped = new Set(step.drop.filter((index) => !step.put.includes(index)))
  return new Set([...there, ...step.put].filter((index) => !dropped.has(index)))
}

test('what changed, and what is gone, is told the same after any history', async () => {
  await fc.assert(fc.asyncProperty(steps, play), { numRuns: isFull ? 100 : 10 })
})

test('of many events, what an edit removed stays removed after a takedown and a roll back', async () => {
  const many = Array.from({ length: maxRemoved + 5 }, (_, index) =>
    event({ id: `m${index}`, title: 'One of many' }),
  )
  const service = await createMemoryService()
  await publishPacked(service, document({ events: many }))
  const requests = [
    { method: 'PATCH', body: { drop: ['m3'] } },
    { method: 'DELETE' },
    { method: 'PUT', path: '/head', body: { edition: 2 } },
  ]
  for (const [index, request] of requests.entries())
    expect((await send(service, index + 1, request)).status).toBe(200)
  service.clock.now += 10_000
  const told = await Promise.all(
    ['m3', 'm4', 'never'].map((id) => answered(service, `/events/${id}`)),
  )
  expect(told.map(({ status }) => status)).toEqual([410, 200, 404])
})
