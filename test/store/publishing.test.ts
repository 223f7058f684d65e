import { describe, expect, test } from 'vitest'
import { documentDigest } from '../../src/edition/digest.ts'
import { maxContentBytes } from '../../src/edition/head.ts'
import { nextEdition, retention } from '../../src/edition/next.ts'
import { contentSize } from '../../src/edition/size.ts'
import { asideFor, backOff, settled } from '../../src/store/delivery.ts'
import { forgetAfter } from '../../src/store/publish/tasks.ts'
import { createMemoryLog } from '../support/memory-log.ts'
import type { EditionLog } from '../../src/store/publish/edition-log.ts'
import { document, event } from '../support/document.ts'
import { onePublisher as setting, timeline } from '../support/one-publisher.ts'
import { waited } from '../support/timers.ts'

describe('a head that the store refuses', () => {
  test('is said not to be visible, and written by the alarm when the store is back', async () => {
    const set = setting()
    set.failing = 'head/'
    const answer = await set.publish('One', 0)
    expect(answer).toMatchObject({ ok: true, value: { outcome: 'created', visible: false } })
    expect(set.kv.stored.has(`edition/${timeline}/1`)).toBe(true)
    await set.pass(600_000)
    expect(set.head()).toBeUndefined()
    set.failing = null
    await set.pass(backOff.max)
    expect(set.head()).toEqual({ edition: 1 })
    expect(await set.publish('One', 0)).toMatchObject({
      value: { outcome: 'repeated', visible: true },
    })
  })

  test('is tried again after a time that doubles', async () => {
    const set = setting()
    set.failing = 'head/'
    await set.publish('One', 0)
    const waits: number[] = []
    for (let n = 0; n < 9; n++) {
      waits.push((set.alarm ?? 0) - set.time)
      set.time = set.alarm ?? 0
      await set.publishing.drain()
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60].map((seconds) => seconds * 1_000))
  })

  test('is confirmed when nothing late can follow it any more', async () => {
    const set = setting()
    set.failing = 'head/'
    await set.publish('One', 0)
    set.failing = null
    await set.publish('Two', 1)
    await set.kv.put(`head/${timeline}`, 'late', { metadata: { edition: 1 } })
    await set.pass(settled - 1)
    expect(set.head()).toEqual({ edition: 1 })
    await set.pass(backOff.max + 1)
    expect(set.head()).toEqual({ edition: 2 })
    expect([set.log.tasks(), set.alarm]).toEqual([[], null])
  })

  test('waits for its copy', async () => {
    const set = setting()
    set.failing = 'edition/'
    expect(await set.publish('One', 0)).toMatchObject({ value: { visible: false } })
    expect(set.kv.stored.size).toBe(0)
  })
})

test('a list of timelines that hangs delays neither a publish nor the next one [fault A11]', async () => {
  const set = setting(0, createMemoryLog(), () => new Promise(() => undefined))
  for (const [title, base] of [
    ['One', 0],
    ['Two', 1],
  ] as const) {
    const milliseconds = await waited(async () => {
      expect(await set.publish(title, base)).toMatchObject({ value: { visible: true } })
    })
    expect(milliseconds).toBeLessThanOrEqual(asideFor)
  }
  expect(set.head()).toEqual({ edition: 2 })
  expect(set.log.tasks()).toMatchObject([{ kind: 'list', number: 2 }])
  expect(set.alarm, 'the list is updated by the alarm').not.toBeNull()
})

test('nothing is listed before readers find it', async () => {
  const set = setting()
  set.failing = 'head/'
  await set.publish('One', 0)
  expect(set.lines).toEqual([])
  set.failing = null
  await set.pass(backOff.max)
  expect(set.lines).toMatchObject([{ edition: 1 }])
})

/** A log that another process writes to, too: it is quicker at the second edition. */
function overtaken(rival: Parameters<EditionLog['append']>[0] | null): EditionLog {
  const log = createMemoryLog()
  return {
    ...log,
    append(record, tasks) {
      if (rival?.entry.number === record.entry.number) log.append(rival, [])
      return log.append(record, tasks)
    },
  }
}

describe('a publish that another process of the host overtakes', () => {
  const rival = async (title: string) => {
    const other = setting()
    await other.publish('One', 0)
    await other.publish(title, 1)
    return other.log.record(2)
  }

  test('has lost, and is told the edition that won', async () => {
    const set = setting(0, overtaken(await rival('Theirs')))
    await set.publish('One', 0)
    expect(await set.publish('Mine', 1)).toMatchObject({
      failure: { reason: 'precondition-failed', current: { number: 2 } },
    })
  })

  test('has won all the same where both published the same', async () => {
    const set = setting(0, overtaken(await rival('Mine')))
    await set.publish('One', 0)
    const mine = await set.publish('Mine', 1)
    expect(mine).toMatchObject({ value: { outcome: 'repeated', entry: { number: 2 } } })
    expect(set.head()).toEqual({ edition: 2 })
  })
})

describe('the rate of publishing', () => {
  test('is one edition in so many milliseconds; who is late learns that first', async () => {
    const set = setting(1_000)
    await set.publish('One', 0)
    set.time += 300
    expect(await set.publish('Two', 1)).toEqual({
      ok: false,
      failure: { reason: 'rate-limited', retryAfter: 1, interval: 1_000 },
    })
    expect(await set.publish('Two', 0)).toMatchObject({
      failure: { reason: 'precondition-failed' },
    })
    set.time += 700
    expect(await set.publish('Two', 1)).toMatchObject({ ok: true })
  })

  test('lets everyone in when the clock went back', async () => {
    const set = setting(1_000)
    await set.publish('One', 0)
    set.time -= 86_400_000
    const two = await set.publish('Two', 1)
    expect(two).toMatchObject({
      value: { entry: { number: 2, published: '2026-03-01T00:00:00.000Z' } },
    })
  })
})

describe('a forgotten edition', () => {
  test('is deleted after the time that readers may still hold an older head', async () => {
    const set = setting()
    for (let n = 0; n < 11; n++) {
      await set.publish(`Edition ${n}`, n)
      await set.pass(86_400_000 * 8)
    }
    await set.publish('The twelfth', 11)
    expect(set.log.has(2)).toBe(false)
    await set.pass(forgetAfter - 1)
    expect(set.kv.stored.has(`edition/${timeline}/2`)).toBe(true)
    await set.pass(1)
    expect(set.kv.stored.has(`edition/${timeline}/2`)).toBe(false)
    expect(set.kv.stored.has(`edition/${timeline}/3`)).toBe(true)
  })
})

test('what is larger than an edition may be now is restored all the same [fault A6]', async () => {
  const set = setting()
  const events = Array.from({ length: 1_300 }, (_, n) =>
    event({ id: `e-${n}`, summary: 'x'.repeat(4_000) }),
  )
  const large = document({ events })
  const stamp = { digest: await documentDigest(large), instant: set.time, by: 'test' }
  const first = nextEdition(large, null, stamp)
  expect(contentSize(first.head)).toBeGreaterThan(maxContentBytes)
  set.log.append({ ...first, document: large }, [])
  await set.publish('Two', 1)
  expect(await set.restore(2, 1)).toMatchObject({ value: { entry: { number: 3, restores: 1 } } })
})

describe('a timeline that is taken down', () => {
  test('has a head without events, and no line in the list', async () => {
    const set = setting()
    await set.publish('One', 0)
    expect(await set.takeDown(1)).toMatchObject({
      value: { entry: { number: 2, removes: true, events: 0 }, visible: true },
    })
    expect(set.kv.stored.get(`head/${timeline}`)?.value).toContain('"adds":[]')
    expect(set.lines.at(-1)).toEqual({ id: timeline, edition: 2, summary: null })
  })

  test('comes back within its retention', async () => {
    const set = setting()
    await set.publish('One', 0)
    await set.takeDown(1)
    await set.pass(retention.milliseconds - 1)
    expect(await set.restore(2, 1)).toMatchObject({ value: { entry: { number: 3, restores: 1 } } })
    await set.pass(retention.milliseconds)
    expect([...set.kv.stored.keys()]).toContain(`edition/${timeline}/1`)
    expect(set.lines.at(-1)?.summary).toMatchObject({ edition: 3, events: 2 })
  })

  test('keeps nothing but its absence afterwards, and can be published anew', async () => {
    const set = setting()
    await set.publish('One', 0)
    await set.takeDown(1)
    await set.pass(retention.milliseconds)
    expect([...set.kv.stored.keys()].toSorted()).toEqual([
      `edition/${timeline}/2`,
      `head/${timeline}`,
    ])
    expect(await set.restore(2, 1)).toEqual({
      ok: false,
      failure: { reason: 'not-found', rule: 'no-such-edition' },
    })
    const anew = await set.publish('Three', 2)
    expect(anew).toMatchObject({ value: { entry: { number: 3 } } })
    const kept = set.log.latest()?.head.kept.map(({ number }) => number)
    expect(kept, 'an edition whose content is gone is not offered').toEqual([3, 2])
  })
})
