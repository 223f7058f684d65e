// PATCH of a timeline, by the clauses of RFC 5789.
import { beforeAll, expect, test } from 'vitest'
import { document } from '../../support/document.ts'
import { createMemoryService, writing, type MemoryService } from '../../support/memory-service.ts'

let service: MemoryService

beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(document())
})

const address = '/v1/timelines/town-2020'
const type = 'application/vnd.jishi.edits+json'

const patch = (edits: string | object, headers: Record<string, string> = {}) =>
  service.fetch(address, {
    method: 'PATCH',
    headers: { ...writing(1), 'content-type': type, ...headers },
    body: typeof edits === 'string' ? edits : JSON.stringify(edits),
  })

const refusedWith = async (response: Response): Promise<unknown> => {
  expect([response.headers.get('cache-control'), response.headers.get('content-type')]).toEqual([
    'no-store',
    'application/problem+json',
  ])
  const { type: name } = (await response.json()) as { type: string }
  return [response.status, name.split('/').at(-1)]
}

test('RFC 5789, 3.1: OPTIONS names the type of patches that are taken', async () => {
  const answer = await service.fetch(address, { method: 'OPTIONS' })
  expect(answer.headers.get('allow')).toContain('PATCH')
  expect(answer.headers.get('accept-patch')).toBe(type)
  const other = await service.fetch('/v1/timelines', { method: 'OPTIONS' })
  expect(other.headers.get('accept-patch')).toBeNull()
})

test.each(['application/json', 'application/merge-patch+json', 'text/plain', ''])(
  'RFC 5789, 2.2: a patch of the type %j is 415, and Accept-Patch says which is taken',
  async (other) => {
    const answer = await patch({ drop: [] }, { 'content-type': other })
    expect(answer.headers.get('accept-patch')).toBe(type)
    expect(await refusedWith(answer)).toEqual([415, 'unsupported-media-type'])
  },
)

test('RFC 5789, 2.2: a patch that cannot be read is 400, one whose result has faults 422', async () => {
  for (const body of ['', '[]', '{', '{"put":{}}', '{"remove":[]}', '{"texts":{"id":"a"}}'])
    expect([body, (await patch(body)).status]).toEqual([body, 400])
  expect(await refusedWith(await patch({ drop: ['nobody'] }))).toEqual([422, 'invalid-timeline'])
})

test('RFC 5789, 2.2: a number that would lose digits is refused as in a document', async () => {
  const put = '{"put":[{"id":"a","measures":[{"value":108.00000000000000000001}]}]}'
  const answer = await patch(put)
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({
    errors: [{ pointer: '/put/0/measures/0/value', rule: 'too-many-digits' }],
  })
})

test('RFC 5789, 2: a patch is applied whole or not at all', async () => {
  const before = await (await service.fetch(`${address}/events`)).text()
  const wrong = { texts: { title: 'Other' }, put: [{ id: 'broken' }] }
  expect((await patch(wrong)).status).toBe(422)
  expect(await (await service.fetch(`${address}/events`)).text()).toBe(before)
})

test('RFC 5789, 2: a patch needs the edition that it is made for', async () => {
  const edits = { texts: { title: 'Other' } }
  const { 'if-match': _, ...unconditional } = writing(1)
  const headers = { ...unconditional, 'content-type': type }
  const body = JSON.stringify(edits)
  const without = await service.fetch(address, { method: 'PATCH', headers, body })
  expect(await refusedWith(without)).toEqual([428, 'precondition-required'])
  const answer = await patch(edits, { 'if-match': '"7"' })
  expect(answer.headers.get('etag')).toBe('"1"')
  expect(await refusedWith(answer)).toEqual([412, 'precondition-failed'])
  const first = await service.fetch('/v1/timelines/nothing', {
    method: 'PATCH',
    headers: { ...writing(0), 'content-type': type },
    body,
  })
  expect(await refusedWith(first)).toEqual([404, 'not-found'])
})
