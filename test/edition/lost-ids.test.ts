// After an uploaded edition whose ids the store has lost: what goes on without them, and what is refused.
import { beforeEach, describe, expect, test } from 'vitest'
import { document, event } from '../support/document.ts'
import {
  createMemoryService,
  createMemoryStorage,
  writing,
  type MemoryService,
} from '../support/memory-service.ts'
import { readPatiently } from '../support/patient-reads.ts'
import { publishPacked } from '../support/upload.ts'

readPatiently()

const address = '/v1/timelines/town-2020'
const eventOf = (index: number) => event({ id: `e${index}`, title: `Title ${index}` })
const small = document({ events: [eventOf(0), eventOf(1)] })
const large = document({ events: Array.from({ length: 40 }, (_, index) => eventOf(index)) })

let service: MemoryService

beforeEach(async () => {
  const storage = createMemoryStorage()
  service = await createMemoryService({ storage })
  // Edition 2 does not tell in the log when its events appeared: the segment does.
  await publishPacked(service, large)
  service.clock.now += 10_000
  await service.publish(small, 1)
  await publishPacked(service, large, 2)
  for (const key of storage.kv.bytes.keys()) if (/\/t\d+$/.test(key)) storage.kv.bytes.delete(key)
  service.clock.now += 10_000
})

const answerOf = async (response: Response) => {
  service.clock.now += 10_000
  const answer = (await response.json()) as object
  return { code: response.status, ...answer }
}

const send = async (method: string, path: string, base: number, body?: object) =>
  answerOf(
    await service.fetch(address + path, {
      method,
      headers: writing(base),
      ...(body && { body: JSON.stringify(body) }),
    }),
  )

const read = async (path: string) => answerOf(await service.fetch(address + path))

describe('where ids of an uploaded edition cannot be read', () => {
  test('the timeline can be taken down', async () => {
    expect(await send('DELETE', '', 3)).toMatchObject({
      code: 200,
      edition: { number: 4, removes: true, changes: { removed: 40 } },
    })
    expect(await read('/events')).toMatchObject({ code: 410 })
    expect(await read('/events?edition=1')).toMatchObject({ code: 410 })
  })

  test('it can be rolled back to a smaller edition, whose events go on', async () => {
    expect(await send('PUT', '/head', 3, { edition: 2 })).toMatchObject({
      code: 200,
      edition: { number: 4, restores: 2, changes: { added: 2, removed: 40 } },
    })
    expect(await read('/events')).toMatchObject({ code: 200, total: { value: 2 } })
    expect(await read('/events/e1')).toMatchObject({ code: 200, sequence: 3 })
  })

  test('a document without events becomes the next edition', async () => {
    expect(await send('PUT', '', 3, { ...small, events: [] })).toMatchObject({ code: 200 })
  })

  test('a document with events is refused, and can be sent again', async () => {
    expect(await send('PUT', '', 3, small)).toMatchObject({ code: 503 })
    expect(await read('/editions')).toMatchObject({ editions: [{ number: 3 }, {}, {}] })
  })
})
