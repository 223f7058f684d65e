// The page of editions and the corrections feed over kept copies that are lost or damaged.
import { describe, expect, test } from 'vitest'
import { document, event } from '../support/document.ts'
import { faulty } from '../support/memory-kv.ts'
import { createMemoryService, createMemoryStorage } from '../support/memory-service.ts'

const page = '/timelines/town-2020/editions?lang=en'
const feed = '/v1/timelines/town-2020/editions.atom?lang=en'
const editions = 22

async function published() {
  const storage = createMemoryStorage()
  const service = await createMemoryService({ storage })
  for (let base = 0; base < editions; base++)
    await service.publish(document({ events: [event({ title: `Title ${base}` })] }), base)
  return { storage, service }
}

describe('a kept copy that is lost', () => {
  test('is left out of page and feed, which say so and are not stored [fault A3]', async () => {
    const { storage } = await published()
    storage.kv.stored.delete('edition/town-2020/21')
    storage.kv.stored.delete('edition/town-2020/19')
    const service = await createMemoryService({ storage })
    const [html, atom] = [await service.fetch(page), await service.fetch(feed)]
    for (const { status, headers } of [html, atom]) {
      expect(status).toBe(200)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('cache-status')).toContain('store-unavailable')
    }
    const [text, xml] = [await html.text(), await atom.text()]
    expect(text.match(/<section [^>]*id="edition-\d+"/g)).toHaveLength(20)
    expect(
      text.match(/1 event changed<\/p>\s*<p class="small-print">The details cannot be read/g),
    ).toHaveLength(2)
    expect(xml.match(/<entry>/g)).toHaveLength(18)
    expect(xml).toContain('cannot be read at the moment: editions 21, 19</subtitle>')
  })

  test('gives another tag, and who has all of it is told so without a read [fault A2]', async () => {
    const { storage, service: before } = await published()
    const tags = await Promise.all(
      [page, feed].map(async (path) => (await before.fetch(path)).headers.get('etag') ?? ''),
    )
    storage.kv.stored.delete('edition/town-2020/21')
    const service = await createMemoryService({ storage })
    for (const [index, path] of [page, feed].entries()) {
      const etag = tags[index]!
      expect((await service.fetch(path)).headers.get('etag')).not.toBe(etag)
      const reads = storage.kv.reads
      const known = await service.fetch(path, { headers: { 'if-none-match': etag } })
      expect([known.status, storage.kv.reads - reads]).toEqual([304, 0])
    }
  })
})

test('in an outage a warm isolate has page and feed, and asks for little [fault A2]', async () => {
  const { storage } = await published()
  let isOut = false
  const service = await createMemoryService({
    storage,
    reading: (kv) => faulty(kv, () => (isOut ? 'throws' : 'none')),
  })
  const whole = await Promise.all(
    [page, feed].map(async (path) => (await service.fetch(path)).text()),
  )
  service.clock.now += 60_000
  isOut = true
  const reads = storage.kv.reads
  for (const [index, path] of [page, feed].entries()) {
    const answer = await service.fetch(path)
    expect([answer.status, await answer.text()]).toEqual([200, whole[index]])
  }
  expect(storage.kv.reads - reads).toBeLessThanOrEqual(4)
})
