// A publish over a takedown brings nothing back of what was taken down, wherever readers look; a rollback
// to one of its editions does.
import { beforeAll, describe, expect, test } from 'vitest'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { retention } from '../../src/edition/next.ts'
import { actor, document, event } from '../support/document.ts'
import { createMemoryService, writing, type MemoryService } from '../support/memory-service.ts'

const api = '/v1/timelines/town-2020'
const page = '/timelines/town-2020'
const secret = 'SECRETX'

const clean = document()
const telling = document({
  title: { en: `The town of ${secret}` },
  actors: [...clean.actors, actor({ id: 'somebody', name: `${secret} A` })],
  events: [...clean.events, event({ id: 'told', title: { en: secret }, actors: ['somebody'] })],
})

const takeDown = async (service: MemoryService, base: number): Promise<void> => {
  service.clock.now += 10_000
  const answer = await service.fetch(`${api}?note=Asked+to`, {
    method: 'DELETE',
    headers: writing(base),
  })
  expect(answer.status).toBe(200)
}

const restore = async (service: MemoryService, edition: number, base: number): Promise<number> => {
  service.clock.now += 10_000
  const body = JSON.stringify({ edition })
  const init = { method: 'PUT', body, headers: writing(base) }
  const { status } = await service.fetch(`${api}/head`, init)
  service.clock.now += 10_000
  return status
}

/** Edition 1 tells, 2 takes it down, 3 is published over it. */
async function publishedOver(over: TimelineDocument = clean): Promise<MemoryService> {
  const service = await createMemoryService()
  await service.publish(telling)
  await takeDown(service, 1)
  await service.publish(over, 2)
  service.clock.now += 10_000
  return service
}

const agent = (name: string, args: object) => ({
  method: 'POST',
  body: JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name, arguments: args },
  }),
  headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
})

describe('published over a takedown', () => {
  let service: MemoryService
  beforeAll(async () => {
    service = await publishedOver()
  })

  test.each([
    `${api}/editions/1`,
    `${api}/editions/2`,
    `${api}?edition=1`,
    `${api}/events?edition=1`,
    `${api}/events?edition=2`,
    `${api}/events.ics?edition=1`,
    `${api}/events/told?edition=1`,
    `${api}/changes?since=1`,
    `${api}/changes?since=2`,
    `${page}?edition=1`,
    `${page}/events/told?edition=1`,
    `${page}/embed?edition=1`,
  ])('%s is gone, and says why', async (address) => {
    const answer = await service.fetch(address)
    const text = await answer.text()
    expect(answer.status).toBe(410)
    expect(!address.startsWith(api) || text.includes('"edition-taken"')).toBe(true)
    expect(text).not.toContain(secret)
  })

  test.each([
    api,
    `${api}/events`,
    `${api}/editions`,
    `${api}/editions/3`,
    `${api}/editions.atom`,
    page,
    `${page}/editions`,
  ])('%s tells nothing of it', async (address) => {
    const answer = await service.fetch(address)
    expect(answer.status).toBe(200)
    expect(await answer.text()).not.toContain(secret)
  })

  test('its edition is gone for agents, too', async () => {
    for (const name of ['get_timeline', 'find_events']) {
      const answer = await service.fetch('/mcp', agent(name, { timeline: 'town-2020', edition: 1 }))
      const text = await answer.text()
      expect(text).toContain('was taken down')
      expect(text).not.toContain(secret)
    }
  })

  test('the log begins with the takedown, of which the feed names no copy', async () => {
    const log = (await (await service.fetch(`${api}/editions`)).json()) as {
      total: number
      editions: { number: number; removes?: true }[]
    }
    expect(log.total).toBe(2)
    expect(log.editions.map(({ number, removes }) => [number, removes])).toEqual([
      [3, undefined],
      [2, true],
    ])
    const feed = await (await service.fetch(`${api}/editions.atom?lang=en`)).text()
    expect(feed).toContain('<title>Edition 2: took the timeline down</title>')
    expect(feed).toContain('Asked to')
    expect(feed).not.toContain(`${api}/editions/2"`)
    expect(feed).not.toContain('removed')
  })

  test('a list that began before is to be begun again', async () => {
    const begun = await createMemoryService()
    await begun.publish(telling)
    const first = await begun.fetch(`${api}/events?limit=1`)
    const { links } = (await first.json()) as { links: { next: string } }
    await takeDown(begun, 1)
    await begun.publish(clean, 2)
    begun.clock.now += 10_000
    const next = await begun.at(links.next)
    expect([next.status, await next.text()]).toEqual([
      410,
      expect.stringContaining('cursor-expired'),
    ])
  })
})

test('a rollback gives all of it back, also after a publish', async () => {
  const service = await publishedOver()
  expect(await restore(service, 1, 3)).toBe(200)
  expect(await (await service.fetch(`${api}/events?edition=1`)).text()).toContain(secret)
  expect((await service.fetch(`${api}/editions/1`)).status).toBe(200)
  // Nothing of it is deleted later.
  service.clock.now += retention.milliseconds
  await service.drain('town-2020')
  service.clock.now += 3_600_000
  expect((await service.fetch(`${api}/editions/1`)).status).toBe(200)
})

describe('a takedown that was undone', () => {
  let service: MemoryService
  beforeAll(async () => {
    service = await createMemoryService()
    await service.publish(telling)
    await takeDown(service, 1)
    await restore(service, 1, 2)
    await service.publish(clean, 3)
    await restore(service, 3, 4)
  })

  test.each([
    ['en', 'Edition 2: took the timeline down', 'Edition 3: restores edition 1<'],
    ['zh-Hans', '第2版：时间线下架', '第3版：恢复为第1版<'],
    ['zh-Hant', '第2版：時間軸下架', '第3版：恢復為第1版<'],
  ])('is told in a line of its own, as is the rollback, in %s', async (lang, down, back) => {
    const feed = await (await service.fetch(`${api}/editions.atom?lang=${lang}`)).text()
    for (const line of [down, back]) expect(feed).toContain(line)
    const html = await (await service.fetch(`${page}/editions?lang=${lang}`)).text()
    for (const line of [down, back]) expect(html).toContain(`>${line.split(/[:：] ?|</)[1]}</p>`)
    const section = html.split('id="edition-3"')[1]!.split('</section>')[0]!
    expect(section).not.toContain('<details')
  })

  test('a rollback that undoes no takedown says also what changed', async () => {
    const feed = await (await service.fetch(`${api}/editions.atom?lang=en`)).text()
    expect(feed).toContain('Edition 5: restores edition 3, 1 event added')
  })
})

test('a rollback gives back what was taken, also where the same was published meanwhile', async () => {
  const service = await publishedOver(telling)
  expect((await service.fetch(`${api}/editions/1`)).status).toBe(410)
  expect(await restore(service, 1, 3)).toBe(200)
  expect((await service.fetch(`${api}/editions/1`)).status).toBe(200)
  // The same rollback again, as by a client that missed the answer.
  expect(await restore(service, 1, 3)).toBe(200)
  expect(await restore(service, 1, 4)).toBe(200)
  const log = await (await service.fetch(`${api}/editions`)).json()
  expect(log).toMatchObject({ editions: [{ number: 4, restores: 1 }, { number: 3 }, {}, {}] })
})

test('what was taken is deleted after its 7 days, however often something is published', async () => {
  const service = await publishedOver()
  service.clock.now += retention.milliseconds / 2
  await service.publish(document({ title: { en: 'Once more' } }), 3)
  service.clock.now += retention.milliseconds / 2
  await service.drain('town-2020')
  expect([...service.kv.stored.keys()]).not.toContain('edition/town-2020/1')
  expect(await restore(service, 1, 4)).toBe(404)
  expect((await service.fetch(`${api}/editions/1`)).status).toBe(410)
})

test('published over, the takedown is refused if it is sent again, and a repair has caches forget', async () => {
  const purged: string[] = []
  const service = await createMemoryService({ purge: (_, tag) => void purged.push(tag) })
  await service.publish(telling)
  await takeDown(service, 1)
  await service.publish(clean, 2)
  service.clock.now += 120_000
  // Either would take down what was published over it.
  for (const base of [1, 2]) {
    const init = { method: 'DELETE', headers: writing(base) }
    const again = await service.fetch(api, init)
    expect([again.status, again.headers.get('etag')]).toEqual([412, '"3"'])
  }
  const before = purged.length
  const answer = await service.fetch(`${api}/repair`, {
    method: 'POST',
    headers: { authorization: 'Bearer editor-token' },
  })
  expect(answer.status).toBe(200)
  expect(purged.slice(before)).toEqual(['timeline-town-2020'])
  expect((await service.fetch(`${api}/events`)).status).toBe(200)
})

test('a rollback to a takedown names earlier editions only while one is kept', async () => {
  const service = await createMemoryService()
  await service.publish(telling)
  await takeDown(service, 1)
  const refused = async () => {
    const body = JSON.stringify({ edition: 2 })
    const answer = await service.fetch(`${api}/head`, { method: 'PUT', body, headers: writing(2) })
    const { rule, detail } = (await answer.json()) as { rule: string; detail: string }
    return [answer.status, rule, detail]
  }
  const earlier = expect.stringContaining('choose an earlier one') as string
  expect(await refused()).toEqual([404, 'nothing-to-restore', earlier])
  service.clock.now += retention.milliseconds
  await service.drain('town-2020')
  const publishing = expect.stringContaining('A publish brings the timeline back') as string
  expect(await refused()).toEqual([404, 'nothing-kept-before', publishing])
  await service.publish(clean, 2)
  expect((await service.fetch(api)).status).toBe(200)
})
