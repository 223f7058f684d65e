// Who may upload, and what the answers to uploads carry.
import { beforeAll, describe, expect, test } from 'vitest'
import { ofUploads } from '../support/addresses.ts'
import { document } from '../support/document.ts'
import { createMemoryService, writing, type MemoryService } from '../support/memory-service.ts'
import { packUpload, type LeaseTold } from '../support/pack-upload.ts'
import { commitTo, leaseFor, uploadTo } from '../support/upload.ts'

const writes = ofUploads.filter(([, , { method }]) => method !== 'GET')

let service: MemoryService

beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(document())
})

const refused = async (response: Response): Promise<unknown> => {
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
  const { type } = (await response.json()) as { type: string }
  return [response.status, type.split('/').at(-1)]
}

const partsType = 'application/vnd.jishi.parts'

describe.each(writes)('%s', (_, address, { method, problems }) => {
  const send = (headers: Record<string, string>, body: BodyInit = '{}') =>
    service.fetch(address, { method, headers, ...(method !== 'DELETE' && { body }) })

  test('is for those with a token of the timeline', async () => {
    expect(await refused(await send({}))).toEqual([401, 'unauthorized'])
    const wrong = { ...writing(1), authorization: 'Bearer other' }
    expect(await refused(await send(wrong))).toEqual([401, 'unauthorized'])
    const narrow = { ...writing(1), authorization: 'Bearer narrow-token' }
    expect(await refused(await send(narrow))).toEqual([403, 'forbidden'])
  })

  const makesEdition = problems.includes('precondition-required')

  test.runIf(makesEdition)('needs the edition that it is for', async () => {
    const { authorization = '' } = writing(1)
    expect(await refused(await send({ authorization }))).toEqual([428, 'precondition-required'])
  })

  test.skipIf(method === 'DELETE')('refuses what it cannot read', async () => {
    const isUpload = address.endsWith('/parts')
    const other = isUpload ? 'application/json' : partsType
    const { authorization = '' } = writing(1)
    const condition = isUpload ? {} : { 'if-match': '"1"' }
    const headers = { authorization, ...condition, 'content-type': other }
    expect(await refused(await send(headers))).toEqual([415, 'unsupported-media-type'])
    const right = { ...headers, 'content-type': isUpload ? partsType : 'application/json' }
    const status = isUpload ? [409, 'segment-not-leased'] : [400, 'invalid-parameter']
    expect(await refused(await send(right))).toEqual(status)
    const large = { ...right, 'content-length': '8388609' }
    expect(await refused(await send(large, new Uint8Array(8_388_609)))).toEqual([
      413,
      'content-too-large',
    ])
  })
})

test('a lease that there is not cannot be given up', async () => {
  const { authorization = '' } = writing(1)
  const address = '/v1/timelines/town-2020/segments/2-u7'
  const answer = await service.fetch(address, { method: 'DELETE', headers: { authorization } })
  expect(await refused(answer)).toEqual([409, 'segment-not-leased'])
})

test('uploads count against their lease and not against the rate of writes, but guesses of tokens do', async () => {
  const calls: string[] = []
  const counted = await createMemoryService({
    mayWrite: async (caller) => calls.push(caller) < 3,
  })
  const lease = (await (await leaseFor(counted, document())).json()) as LeaseTold
  const packed = await packUpload(document(), lease)
  for (let times = 0; times < 5; times++) {
    const answer = await uploadTo(counted, document(), lease.segment, packed.parts)
    expect(answer.status).toBe(200)
  }
  expect(calls).toHaveLength(1)
  expect((await commitTo(counted, document(), packed)).status).toBe(201)
  const guess = () =>
    counted.fetch(`/v1/timelines/town-2020/segments/${lease.segment}/parts`, {
      method: 'PUT',
      headers: { authorization: 'Bearer guess' },
    })
  expect((await guess()).status).toBe(429)
})

test('a lease bounds what is uploaded', async () => {
  const { authorization = '', ...headers } = writing(0)
  const whole = document({ id: 'small' })
  const lease = (bytes: number, parts: number) =>
    service.fetch('/v1/timelines/small/segments', {
      method: 'POST',
      headers: { authorization, ...headers },
      body: JSON.stringify({
        digest: 'a'.repeat(64),
        bytes,
        parts,
        document: { ...whole, events: [] },
      }),
    })
  expect(await refused(await lease(2 ** 32 + 1, 9))).toEqual([413, 'content-too-large'])
  expect(await refused(await lease(9, 100_001))).toEqual([413, 'content-too-large'])
  const told = (await (await lease(100, 9)).json()) as LeaseTold
  const { parts } = await packUpload(whole, told)
  expect(await refused(await uploadTo(service, whole, told.segment, parts))).toEqual([
    413,
    'content-too-large',
  ])
  expect([...service.kv.stored.keys()].filter((key) => key.startsWith('segment/small'))).toEqual([])
})
