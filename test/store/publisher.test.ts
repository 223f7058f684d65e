import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { wrap, unwrap } from '../../src/edition/envelope.ts'
import type { PublisherObject } from '../../src/host/cloudflare/publisher-object.ts'
import type { PublishRequest } from '../../src/store/publish/publisher.ts'
import { document } from '../support/document.ts'

let count = 0

/** A publisher of its own, and a request for its first edition. */
function fresh(): {
  id: string
  stub: DurableObjectStub<PublisherObject>
  request: PublishRequest
} {
  const id = `p-${++count}`
  const body = new TextEncoder().encode(JSON.stringify(document({ id })))
  return {
    id,
    stub: env.PUBLISHER.getByName(id),
    request: { timeline: id, base: 0, by: 'test', body },
  }
}

const contentOf = async (key: string): Promise<unknown> => {
  const read = await unwrap(key, (await env.TIMELINES.get(key)) ?? '')
  return read.ok ? read.value.content : read.failure
}

describe('the publisher', () => {
  test('writes copy, head with its number, and the line in the list', async () => {
    const { id, stub, request } = fresh()
    expect(await stub.publish(request)).toMatchObject({
      ok: true,
      value: { outcome: 'created', visible: true },
    })
    expect(await contentOf(`edition/${id}/1`)).toMatchObject({
      entry: { number: 1 },
      document: { id },
    })
    const { value, metadata } = await env.TIMELINES.getWithMetadata(`head/${id}`)
    expect(value).toContain(`{"key":"head/${id}"`)
    expect(metadata).toEqual({ edition: 1 })
    await runDurableObjectAlarm(env.REGISTRY.getByName('timelines'))
    expect(await contentOf('timelines')).toMatchObject({
      timelines: expect.arrayContaining([
        expect.objectContaining({ id, edition: 1, first: '2020-02-01', last: '2020-02-24' }),
      ]),
    })
  })

  test('has nothing left to do afterwards: its alarm runs and ends', async () => {
    const { stub, request } = fresh()
    await stub.publish(request)
    expect(await runDurableObjectAlarm(stub)).toBe(true)
    expect(await runDurableObjectAlarm(stub)).toBe(false)
  })

  test('mends a head that the store lost, when the same publish comes again', async () => {
    const { id, stub, request } = fresh()
    await stub.publish(request)
    await env.TIMELINES.put(`head/${id}`, await wrap(`head/${id}`, 'something else'))
    expect(await stub.publish(request)).toMatchObject({
      value: { outcome: 'repeated', visible: true },
    })
    expect(await contentOf(`head/${id}`)).toMatchObject({ edition: { number: 1 } })
  })

  test('tells what is wrong with a document, all of it', async () => {
    const { stub, request } = fresh()
    const refused = await stub.publish({ ...request, body: new TextEncoder().encode('{"id": 7}') })
    expect(refused.ok ? [] : refused.failure).toMatchObject({ reason: 'invalid-timeline' })
    const malformed = await stub.publish({ ...request, body: Uint8Array.of(0xff) })
    expect(malformed.ok ? [] : malformed.failure).toMatchObject({ reason: 'malformed-json' })
  })

  test('keeps its log through an eviction', async () => {
    const { stub, request } = fresh()
    await stub.publish(request)
    await evictDurableObject(stub)
    const again = await stub.publish(request)
    expect(again).toMatchObject({ ok: true, value: { outcome: 'repeated', entry: { number: 1 } } })
  })
})
