// The commands over a store that has lost or damaged what it had, or cannot be read at all: the
// publisher decides, so they work; `jishi repair` mends the store.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { seed, type SeedResult } from '../../src/cli/dev/seed.ts'
import { connect } from '../../src/cli/service/connection.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { document, event } from '../support/document.ts'
import { jishi, type Ended } from '../support/jishi.ts'
import { ownFolder, ownService, writeDocument } from '../support/own.ts'
import { faulty } from '../support/memory-kv.ts'
import {
  createMemoryService,
  createMemoryStorage,
  type MemoryServiceOptions,
  type MemoryStorage,
} from '../support/memory-service.ts'
import type { Gate, RealService } from '../support/real-service.ts'

let folder = ''
let storage: MemoryStorage
let real: RealService

const titled = (title: string, id = 'town-2020') => document({ id, events: [event({ title })] })
const titles = ['One', 'Two', 'Three']

/** A service with three editions of one timeline; nothing of it is in the memory of an isolate. */
beforeEach(async () => {
  folder = ownFolder()
  storage = createMemoryStorage()
  const service = await createMemoryService({ storage })
  for (const [base, title] of titles.entries()) await service.publish(titled(title), base)
})

async function start(options: MemoryServiceOptions = {}, gate?: Gate): Promise<void> {
  real = await ownService({ service: { storage, ...options } })
  real.gate = gate
}

const run = (...argv: string[]): Promise<Ended> =>
  jishi([...argv, '--to', real.origin, '--wait', '1'])

const file = (content: TimelineDocument) => writeDocument(folder, content)

const flip = (key: string): void => {
  const { value, metadata } = storage.kv.stored.get(key)!
  const at = Math.floor(value.length / 2)
  const flipped = value.slice(0, at) + (value[at] === '~' ? '!' : '~') + value.slice(at + 1)
  storage.kv.stored.set(key, { value: flipped, metadata })
}

/** What happened to the store, by name. */
const losses: Record<string, () => unknown> = {
  'its head': () => storage.kv.stored.delete('head/town-2020'),
  'a bit of its head': () => flip('head/town-2020'),
  'its copies': () => titles.map((_, n) => storage.kv.stored.delete(`edition/town-2020/${n + 1}`)),
  everything: () => storage.kv.stored.clear(),
  'every read': () => undefined,
}

const newest = () => storage.logOf('town-2020').latest()

describe.each(Object.keys(losses))('where the store has lost %s', (name) => {
  beforeEach(() => {
    losses[name]!()
    return start(name === 'every read' ? { reading: (kv) => faulty(kv, () => 'throws') } : {})
  })

  test('publish works [fault A3]', async () => {
    const ended = await run('publish', file(titled('Four')), '--onto', '3', '--yes')
    expect(ended).toMatchObject({ code: 0 })
    expect(newest()?.entry).toMatchObject({ number: 4 })
    expect(newest()?.document).toEqual(titled('Four'))
  })

  test('rollback works [fault A3]', async () => {
    expect(await run('rollback', 'town-2020', '1', '--yes')).toMatchObject({ code: 0 })
    expect(newest()?.entry).toMatchObject({ number: 4, restores: 1 })
  })

  test('delete works [fault A3]', async () => {
    expect(await run('delete', 'town-2020', '--yes')).toMatchObject({ code: 0 })
    expect(newest()?.entry).toMatchObject({ number: 4, removes: true })
  })

  test('npm start publishes over nothing that others made [fault A3]', async () => {
    mkdirSync(join(folder, 'data/town'), { recursive: true })
    writeFileSync(join(folder, 'data/town/timeline.json'), JSON.stringify(titled('Mine')))
    const env = { PUBLISH_TOKEN: 'editor-token' }
    const connection = connect({ to: real.origin, wait: 60 }, { storeTries: 1, env })
    const seeded: SeedResult[] = connection.ok
      ? await Array.fromAsync(seed(connection.value, folder))
      : []
    expect(seeded).toMatchObject([
      { outcome: { ok: true, value: { edition: 3, superseded: { by: { number: 3 } } } } },
    ])
    expect(newest()?.entry.number).toBe(3)
  })

  test('repair writes everything anew [fault A3]', async () => {
    const ended = await run('repair', '--all', '--json')
    expect(ended).toMatchObject({ code: 0 })
    expect(JSON.parse(ended.stdout)).toMatchObject({
      repaired: [{ timeline: 'town-2020', edition: 3, copies: [3, 2, 1], visible: true }],
    })
    const service = await createMemoryService({ storage })
    const base = '/v1/timelines/town-2020'
    for (const path of ['', '/events', '/editions.atom', '/editions/1', '/changes?since=2'])
      expect((await service.fetch(base + path)).status, path).toBe(200)
    expect(await (await service.fetch('/v1/timelines')).text()).toContain('"town-2020"')
  })
})

describe('repair', () => {
  test('needs a timeline or --all, and a token that is for it', async () => {
    await start()
    expect(await run('repair')).toMatchObject({ code: 2 })
    expect(await run('repair', 'town-2020', '--all')).toMatchObject({ code: 2 })
    expect(await run('repair', 'nowhere')).toMatchObject({ code: 6 })
    const narrow = { PUBLISH_TOKEN: 'narrow-token' }
    const denied = await jishi(['repair', 'town-2020', '--to', real.origin], narrow)
    expect(denied).toMatchObject({ code: 5, stderr: expect.stringContaining('403') })
    expect(await run('repair', 'town-2020')).toMatchObject({
      code: 0,
      stdout: `On ${real.origin} (not of this clone)\nWritten anew:\ntown-2020  edition 3, 3 kept editions\n`,
    })
  })

  test('goes on past a timeline that is not taken, names it, and ends with its code', async () => {
    const service = await createMemoryService({ storage })
    await service.publish(titled('Else', 'else'))
    await start({}, async (request, response) => {
      if (request.url !== '/v1/timelines/else/repair') return false
      response.writeHead(500, { 'content-type': 'application/problem+json' })
      const type = 'https://service.example/problems/failed'
      response.end(JSON.stringify({ type, title: 'Something went wrong', status: 500 }))
      return true
    })
    const { code, stderr, stdout } = await run('repair', '--all', '--json')
    expect(code).toBe(4)
    expect(stderr).toContain('else was not repaired: 500 Something went wrong')
    expect(JSON.parse(stdout)).toMatchObject({
      repaired: [{ timeline: 'town-2020' }],
      missing: [expect.stringContaining('else')],
    })
  })
})

describe('a write whose answer is lost while somebody else publishes', () => {
  /** The first write goes through, its answer does not; then somebody publishes over it. */
  const losing =
    (method: string, rival: TimelineDocument): Gate =>
    async (request, response, pass) => {
      const isFirst = real.calls.filter((call) => call.startsWith(method)).length === 1
      if (request.method !== method || !isFirst) return false
      await (await pass()).text()
      await real.service.publish(rival, 4)
      response.destroy()
      return true
    }

  test('is told as published, with the edition over it [fault A8]', async () => {
    await start({}, losing('PUT', titled('Rival')))
    const { code, stdout } = await run(
      'publish',
      file(titled('Mine')),
      '--onto',
      '3',
      '--yes',
      '--json',
    )
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ edition: 4, rival: { number: 5 } })
    expect(newest()?.entry.number).toBe(5)
  })

  test('is told as rolled back, and as taken down [fault A8]', async () => {
    await start({}, losing('PUT', titled('Rival')))
    expect(await run('rollback', 'town-2020', '1', '--yes')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Published as edition 4 of town-2020; the answer was lost'),
    })
    await real.close()
    await start({}, async (request, response, pass) => {
      if (request.method !== 'DELETE') return false
      if (real.calls.filter((call) => call.startsWith('DELETE')).length > 1) return false
      await (await pass()).text()
      await real.service.publish(titled('Back'), 6)
      response.destroy()
      return true
    })
    expect(await run('delete', 'town-2020', '--yes')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('was taken down, but is back since then: edition 7'),
    })
  })

  test('is a conflict if it did not come through', async () => {
    await start({}, async (request, response) => {
      const isFirst = real.calls.filter((call) => call.startsWith('PUT')).length === 1
      if (request.method !== 'PUT' || !isFirst) return false
      await real.service.publish(titled('Rival'), 3)
      await real.service.publish(titled('Another'), 4)
      response.destroy()
      return true
    })
    expect(await run('publish', file(titled('Mine')), '--yes')).toMatchObject({ code: 3 })
  })
})
