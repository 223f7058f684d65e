// What follows from an edition, and when it is done.
import { identityFaults } from '../../src/store/publish/received-document.ts'
import type { EditionRecord } from '../../src/store/publish/edition-log.ts'
import { describe, expect, test } from 'vitest'
import { nextEdition, retention } from '../../src/edition/next.ts'
import { maxRemoved, type Head } from '../../src/edition/head.ts'
import { backOff } from '../../src/store/delivery.ts'
import { forgetAfter, repairTasks, tasksOf } from '../../src/store/publish/tasks.ts'
import { createListing } from '../../src/store/timeline-list.ts'
import { document, event } from '../support/document.ts'
import { createMemoryLines } from '../support/memory-lines.ts'
import { createMemoryLog } from '../support/memory-log.ts'
import { onePublisher, timeline } from '../support/one-publisher.ts'

const day = 86_400_000

/** Ten editions, of which each is kept. */
async function tenEditions() {
  const set = onePublisher()
  for (let base = 0; base < 10; base++) await set.publish(`Edition ${base + 1}`, base)
  return set
}

describe('the tasks of an edition', () => {
  const at = (number: number, kept: readonly number[], removes?: true): Head => {
    const { head } = nextEdition(document(), null, { digest: '', instant: 0, by: 'test' })
    const entry = (one: number) => ({ ...head.edition, number: one })
    const edition = { ...entry(number), ...(removes && { removes }) }
    return { ...head, edition, kept: kept.map((one) => (one === number ? edition : entry(one))) }
  }
  const now = { notBefore: 0 }

  test('are its copy, the head and the list, and to forget what it no longer keeps', () => {
    expect(tasksOf(at(1, [1]), null, 1_000)).toEqual([
      { kind: 'edition', number: 1, ...now },
      { kind: 'head', number: 1, ...now },
      { kind: 'list', number: 1, ...now },
    ])
    expect(tasksOf(at(4, [4, 3]), at(3, [3, 2, 1]), 1_000)).toEqual([
      { kind: 'edition', number: 4, ...now },
      { kind: 'head', number: 4, ...now },
      { kind: 'list', number: 4, ...now },
      { kind: 'forget', number: 2, notBefore: 1_000 + forgetAfter },
      { kind: 'forget', number: 1, notBefore: 1_000 + forgetAfter },
    ])
  })

  test('of a takedown are to forget all, once it can no longer be undone', () => {
    expect(tasksOf(at(3, [3, 2], true), at(2, [2, 1]), 1_000).slice(3)).toEqual([
      { kind: 'forget', number: 1, notBefore: 1_000 + forgetAfter },
      { kind: 'forget', number: 2, notBefore: 1_000 + retention.milliseconds },
    ])
  })

  test('of a repair are every copy that there is, then head and list', () => {
    const log = { ...createMemoryLog(), has: (number: number) => number !== 2 }
    expect(repairTasks(at(3, [3, 2, 1]), log)).toEqual([
      { kind: 'edition', number: 3, ...now },
      { kind: 'edition', number: 1, ...now },
      { kind: 'head', number: 3, ...now },
      { kind: 'list', number: 3, ...now },
    ])
  })
})

describe('a repair', () => {
  test('writes six copies at a time, then the head, and names the copies', async () => {
    const set = await tenEditions()
    set.kv.stored.clear()
    const keys: string[] = []
    let [waiting, next] = [0, Promise.withResolvers<void>()]
    // Nobody goes on before six, and at the end four, are under way.
    set.during = async (key) => {
      keys.push(key)
      if (key === `head/${timeline}`) return
      const { promise } = next
      if (++waiting === 6 || keys.length === 10) {
        next.resolve()
        ;[waiting, next] = [0, Promise.withResolvers<void>()]
      }
      await promise
    }
    expect(await set.publishing.repair({ timeline })).toMatchObject({
      value: { copies: [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], visible: true },
    })
    expect([keys.length, keys.at(-1)]).toEqual([11, `head/${timeline}`])
    expect(set.kv.stored.size).toBe(11)
  })

  test('writes no head while a copy is refused, and is not whole before', async () => {
    const set = await tenEditions()
    set.kv.stored.clear()
    set.failing = `edition/${timeline}/3`
    expect(await set.publishing.repair({ timeline })).toMatchObject({ value: { visible: false } })
    expect(set.head()).toBeUndefined()
    expect(set.kv.stored.has(`edition/${timeline}/2`)).toBe(true)
    set.failing = null
    await set.pass(backOff.max)
    expect(set.head()).toEqual({ edition: 10 })
    expect(set.kv.stored.has(`edition/${timeline}/3`)).toBe(true)
  })
})

test('a repair is whole when head and copies are written, whatever else still waits', async () => {
  const set = await tenEditions()
  set.failing = 'head/'
  expect(await set.publishing.repair({ timeline })).toMatchObject({ value: { visible: false } })
  set.failing = null
  await set.pass(backOff.max)
  await set.takeDown(10)
  expect(set.log.tasks().length).toBeGreaterThan(0)
  expect(await set.publishing.repair({ timeline })).toMatchObject({ value: { visible: true } })
})

test('whoever is ended in the middle of a write is woken up by the alarm', async () => {
  const set = onePublisher()
  const alarms: (number | null)[] = []
  set.during = async () => void alarms.push(set.alarm === null ? null : set.alarm - set.time)
  await set.publish('One', 0)
  await set.publish('One', 0)
  await set.publishing.repair({ timeline })
  expect(new Set(alarms)).toEqual(new Set([backOff.first]))
})

test('a store that is back is a new beginning: the next failure is tried again after a second', async () => {
  const set = onePublisher()
  set.failing = 'head/'
  await set.publish('One', 0)
  await set.pass(10_000)
  set.failing = null
  await set.pass(backOff.max)
  expect(set.head()).toEqual({ edition: 1 })
  set.failing = 'head/'
  await set.publish('Two', 1)
  expect((set.alarm ?? 0) - set.time).toBe(backOff.first)
})

test('what waits behind a publish is done at its time, and no sooner', async () => {
  const set = onePublisher()
  await set.publish('One', 0)
  await set.takeDown(1)
  expect(set.alarm).toBe(set.time + retention.milliseconds)
  expect(set.log.tasks()).toEqual([
    { kind: 'forget', number: 1, notBefore: set.time + retention.milliseconds },
  ])
})

describe('a publisher', () => {
  test('makes no edition of a dry run', async () => {
    const set = onePublisher()
    expect(await set.offer(document(), 0, { dryRun: true })).toMatchObject({
      value: { outcome: 'planned', visible: false, entry: { number: 1 } },
    })
    expect([set.log.latest(), set.kv.stored.size, set.alarm]).toEqual([null, 0, null])
    await set.publish('One', 0)
    const again = (base: number) => set.offer(document({ title: 'One' }), base, { dryRun: true })
    const planned = { outcome: 'planned', visible: false, entry: { number: 1 } }
    expect(await again(0)).toMatchObject({ value: planned })
    const none = { added: [], changed: [], withdrawn: [], removed: [], parts: [] }
    expect(await again(1)).toMatchObject({ value: { ...planned, changes: none } })
  })

  test('keeps the note of an edition, and none where there is none', async () => {
    const set = onePublisher()
    await set.offer(document(), 0, { note: 'the first' })
    await set.publish('Two', 1)
    const entries = [1, 2].map((number) => set.log.record(number)?.entry)
    expect(entries.map((entry) => [entry?.note, entry && 'note' in entry])).toEqual([
      ['the first', true],
      [undefined, false],
    ])
  })

  test('restores no edition that took the timeline down', async () => {
    const set = onePublisher()
    await set.publish('One', 0)
    await set.takeDown(1)
    expect(await set.restore(2, 2)).toEqual({
      ok: false,
      failure: { reason: 'not-found', rule: 'nothing-to-restore' },
    })
  })

  test('refuses the id and the authority of another timeline', async () => {
    const set = onePublisher()
    const rules = async (changed: object, base: number) => {
      const answer = await set.offer({ ...document(), ...changed }, base)
      if (answer.ok || answer.failure.reason !== 'invalid-timeline') return []
      return answer.failure.faults.map((fault) => [
        'pointer' in fault && fault.pointer,
        fault.reason,
      ])
    }
    expect(await rules({ id: 'other' }, 0)).toEqual([['/id', 'other-timeline']])
    await set.publish('One', 0)
    const { authority } = document()
    const moved = [['/authority', 'authority-changed']]
    expect(await rules({ authority: { ...authority, domain: 'x.example' } }, 1)).toEqual(moved)
    expect(await rules({ authority: { ...authority, date: '2019' } }, 1)).toEqual(moved)
    expect(await rules({ authority }, 1)).toEqual([])
  })

  test('lets an authority be corrected whose day does not exist', () => {
    const { authority } = document()
    const rules = (stored: object, changed: object) => {
      const timeline = { authority: { ...authority, ...stored } }
      const latest = { head: { timeline } } as unknown as EditionRecord
      const given = document({ authority: { ...authority, ...changed } })
      return identityFaults(given, given.id, latest).map(({ reason }) => reason)
    }
    expect(rules({ date: '2026-02-30' }, { date: '2026-03-02' })).toEqual([])
    expect(rules({ date: '2026-02-30' }, { domain: 'x.example' })).toEqual(['authority-changed'])
    expect(rules({ date: '2024-02-29' }, { date: '2024-03-01' })).toEqual(['authority-changed'])
  })

  test('says where a body is no JSON, if there is a place', async () => {
    const set = onePublisher()
    const of = async (text: string) => {
      const body = new TextEncoder().encode(text)
      const answer = await set.publishing.publish({ timeline, base: 0, by: 'test', body })
      return answer.ok ? null : answer.failure
    }
    expect(await of('{"a":1,"a":2}')).toMatchObject({ reason: 'malformed-json', pointer: '/a' })
    expect(await of('{')).not.toHaveProperty('pointer')
  })

  test('takes one edition in an interval, whose rest it tells in seconds', async () => {
    const set = onePublisher(day)
    await set.publish('One', 0)
    expect(await set.publish('Two', 1)).toMatchObject({
      failure: { reason: 'rate-limited', retryAfter: 86_400 },
    })
    set.time += day - 1
    expect(await set.publish('Two', 1)).toMatchObject({ failure: { retryAfter: 1 } })
    set.time += 1
    expect(await set.publish('Two', 1)).toMatchObject({ ok: true })
  })
})

describe('an edition keeps', () => {
  const publishedEvery = (milliseconds: number, count: number): Head => {
    let head: Head | null = null
    for (let number = 0; number < count; number++) {
      const stamp = { digest: String(number), instant: number * milliseconds, by: 'test' }
      head = nextEdition(document({ title: `Edition ${number}` }), head, stamp).head
    }
    return head!
  }

  test('the ten newest, and all that are younger than its retention', () => {
    expect(publishedEvery(retention.milliseconds, 12).kept).toHaveLength(10)
    // Eleven steps back is as old as the retention; ten are younger.
    expect(publishedEvery(retention.milliseconds / 11, 15).kept).toHaveLength(11)
  })

  test('the newest ids of removed events; with a takedown all', () => {
    const events = Array.from({ length: maxRemoved + 3 }, (_, n) => event({ id: `e-${n}` }))
    const stamp = { digest: '', instant: 0, by: 'test' }
    const { head } = nextEdition(document({ events }), null, stamp)
    const without = document({ events: [] })
    expect(nextEdition(without, head, stamp).head.removed).toHaveLength(maxRemoved)
    expect(nextEdition(without, head, { ...stamp, removes: true }).head.removed).toHaveLength(
      maxRemoved + 3,
    )
  })
})

describe('the list of timelines', () => {
  const line = (id: string, isGone = false) => ({
    id,
    edition: 1,
    summary: isGone
      ? null
      : {
          id,
          edition: 1,
          title: { en: id },
          language: 'en',
          published: '2026-03-01T00:00:00.000Z',
          events: 1,
          first: null,
          last: null,
        },
  })
  const listing = () => {
    const lines = createMemoryLines()
    const set = { time: 1_000_000, alarm: 0, written: [] as string[], tasks: () => lines.tasks() }
    const parts = {
      lines,
      kv: {
        put: async (_key: string, value: unknown) =>
          void set.written.push(String(value).split('\n')[1]!),
      },
      now: () => set.time,
      schedule: (at: number) => void (set.alarm = at),
    }
    return Object.assign(set, { list: createListing(parts) })
  }

  test('names what there is, and apart from it what was taken down', async () => {
    const set = listing()
    await set.list.update(line('b'))
    set.time += 999
    await set.list.update(line('a', true))
    expect(set.written).toHaveLength(1)
    expect(set.tasks()).toMatchObject([{ kind: 'list', notBefore: set.time + 1 }])
    expect(set.alarm).toBe(set.time + backOff.first)
    set.time += 1
    await set.list.drain()
    expect(JSON.parse(set.written[1]!)).toEqual({ timelines: [line('b').summary], gone: ['a'] })
    expect(await set.list.repair()).toEqual(['a', 'b'])
  })

  test('is written at once where the last time is long ago, also where the clock went back', async () => {
    const set = listing()
    await set.list.update(line('a'))
    set.time += 1_000
    await set.list.update(line('b'))
    expect(set.written).toHaveLength(2)
    set.time -= day
    await set.list.update(line('c'))
    expect(set.tasks()).toMatchObject([{ notBefore: set.time + 1_000 }])
  })
})
