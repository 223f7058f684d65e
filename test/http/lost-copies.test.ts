// The page of editions and the corrections feed over kept copies that are lost or damaged.
import { describe, expect, test } from 'vitest'
import { document, event } from '../support/document.ts'
import { faulty } from '../support/memory-kv.ts'
import { createMemoryService, createMemoryStorage, writing } from '../support/memory-service.ts'
import { publishPacked } from '../support/upload.ts'

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

describe('what cannot be read for a while', () => {
  const uploaded = document({
    events: Array.from({ length: 8 }, (_, index) => event({ id: `e${index}` })),
  })
  const edits = { 'content-type': 'application/vnd.jishi.edits+json' }

  /** `failing`: the reads of these keys throw. */
  async function unreliable() {
    const failing = new Set<string>()
    const storage = createMemoryStorage()
    const service = await createMemoryService({
      storage,
      reading: (kv) => faulty(kv, (key) => (failing.has(key) ? 'throws' : 'none')),
    })
    await publishPacked(service, uploaded)
    for (const base of [1, 2]) {
      service.clock.now += 10_000
      const { status } = await service.fetch('/v1/timelines/town-2020', {
        method: 'PATCH',
        headers: { ...writing(base), ...edits },
        body: JSON.stringify({ put: [{ ...uploaded.events[base], title: { en: 'Edited' } }] }),
      })
      expect(status).toBe(200)
    }
    service.clock.now += 10_000
    return { service, failing, storage }
  }

  const told = async (response: Response) => [
    response.status,
    response.headers.get('cache-control'),
    response.headers.get('cache-status'),
  ]
  const partial = [200, 'no-store', 'jishi; fwd=miss; detail=store-unavailable']

  test('is left out of the changes of an uploaded timeline, under a tag of its own', async () => {
    const { service, failing } = await unreliable()
    const changes = '/v1/timelines/town-2020/changes?since=1'
    // The older copy is at hand, and so is the head.
    await service.fetch('/v1/timelines/town-2020/events?edition=1&limit=1')
    failing.add('edition/town-2020/3')
    const without = await service.fetch(changes)
    expect(await told(without)).toEqual(partial)
    expect(await without.json()).toMatchObject({ changed: [], leftOut: { changed: 2 } })
    failing.clear()
    service.clock.now += 10_000
    const etag = without.headers.get('etag') ?? ''
    const whole = await service.fetch(changes, { headers: { 'if-none-match': etag } })
    expect([whole.status, whole.headers.get('cache-status')]).toEqual([200, null])
    const { changed } = (await whole.json()) as { changed: { id: string }[] }
    expect(changed.map(({ id }) => id)).toEqual(['e1', 'e2'])
  })

  test('is a picture that the home page lacks, under a tag of its own', async () => {
    const { storage, failing } = await unreliable()
    const reading = () =>
      createMemoryService({
        storage,
        reading: (kv) => faulty(kv, (key) => (failing.has(key) ? 'throws' : 'none')),
      })
    failing.add('head/town-2020')
    const without = await (await reading()).fetch('/?lang=en')
    expect(await told(without)).toEqual(partial)
    expect(await without.text()).not.toContain('class="extent glance"')
    failing.clear()
    const etag = without.headers.get('etag') ?? ''
    const whole = await (
      await reading()
    ).fetch('/?lang=en', {
      headers: { 'if-none-match': etag },
    })
    expect([whole.status, whole.headers.get('cache-status')]).toEqual([200, null])
    expect(await whole.text()).toContain('class="extent glance"')
  })

  test('is no fault of the store where a timeline was taken down since it was listed', async () => {
    const { storage, service } = await unreliable()
    const list = storage.kv.stored.get('timelines')!
    await service.fetch('/v1/timelines/town-2020', { method: 'DELETE', headers: writing(3) })
    storage.kv.stored.set('timelines', list)
    const home = await (await createMemoryService({ storage })).fetch('/?lang=en')
    expect([home.status, home.headers.get('cache-status')]).toEqual([200, null])
  })
})
