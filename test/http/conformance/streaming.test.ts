// A large feed is sent while it is made: of 10,000 events the first part is there before the last event
// is looked at, and nothing is made that nobody reads.
import { describe, expect, test } from 'vitest'
import { formats } from '../../../src/formats/all-formats.ts'
import { readerOf } from '../../support/event-ids.ts'
import { largeStore } from '../../support/large-store.ts'
import { createMemoryService } from '../../support/memory-service.ts'

const count = 10_000

/** A calendar is not among them, since its size is limited and it says at the beginning what it lacks. */
const streamed = formats.filter(
  ({ limit, parts, fit }) => limit.default >= count && parts !== undefined && fit === undefined,
)

test('CSV and NDJSON are streamed', () => {
  expect(streamed.map(({ name }) => name)).toEqual(['csv', 'ndjson'])
})

describe.each(streamed)('$title of 10,000 events', ({ name, extension }) => {
  const address = `/v1/timelines/town-2020/events.${extension}`

  test('begins before the last event is looked at, and holds them all', async () => {
    const { store, written } = largeStore(count)
    const { body } = await (await createMemoryService({ store })).fetch(address)
    const reader = body!.pipeThrough(new TextDecoderStream()).getReader()
    const parts: string[] = []
    let atFirst = 0
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      if (parts.length === 0) atFirst = written.size
      parts.push(read.value)
    }
    expect(atFirst).toBeGreaterThan(0)
    expect(atFirst).toBeLessThan(count / 10)
    expect(parts.length).toBeGreaterThan(10)
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(200_000)
    expect(readerOf(name)(parts.join('')).ids).toHaveLength(count)
  })

  test('is not made any further once its reader has left', async () => {
    const { store, written } = largeStore(count)
    const other = await createMemoryService({ store: largeStore(count).store })
    const { body } = await (await createMemoryService({ store })).fetch(address)
    const reader = body!.getReader()
    await reader.read()
    await reader.cancel()
    const atCancel = written.size
    // Long enough to go on: another reader gets the whole of it meanwhile.
    await (await other.fetch(address)).text()
    expect([written.size, atCancel < count / 10]).toEqual([atCancel, true])
  })

  test('answers HEAD and 304 without looking at all events', async () => {
    const { store, written } = largeStore(count)
    const service = await createMemoryService({ store })
    const head = await service.fetch(address, { method: 'HEAD' })
    const headers = { 'if-none-match': head.headers.get('etag') ?? '' }
    expect((await service.fetch(address, { headers })).status).toBe(304)
    expect(written.size).toBeLessThan(count / 10)
  })
})
