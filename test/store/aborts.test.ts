import {
  abortAllDurableObjects,
  evictDurableObject,
  runDurableObjectAlarm,
  runInDurableObject,
} from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, inject, test } from 'vitest'
import { createSqliteLog } from '../../src/host/cloudflare/sqlite-log.ts'
import { createStore } from '../../src/store/read/cached-store.ts'
import type { CommitResult, Published, PublishRequest } from '../../src/store/publish/publisher.ts'
import { randomOf } from '../simulation/random.ts'
import { document, event } from '../support/document.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** How often the publisher dies. */
    readonly aborts: number
    readonly questionEvents: number
  }
}

/** Editions on one timeline before the next one is taken. */
const editionsEach = 20

/** Milliseconds that a write to the store takes at most, each way. */
const slowness = 6

const random = randomOf(20_200_313)

/** Makes the store so slow that an object can die while it writes. */
function slowDown(kv: KVNamespace): void {
  const put = kv.put.bind(kv) as (key: string, value: string, options?: object) => Promise<void>
  kv.put = async (key: string, value: unknown, options?: object) => {
    await scheduler.wait(random() * slowness)
    await put(key, value as string, options)
    await scheduler.wait(random() * slowness)
  }
}

/** A stub of its own for each call: one that has seen its object die goes on failing. */
const publisherOf = (timeline: string) => env.PUBLISHER.getByName(timeline)

const titleOf = (number: number): string => `Edition ${number}`

const request = (timeline: string, number: number): PublishRequest => ({
  timeline,
  base: number - 1,
  by: 'test',
  body: new TextEncoder().encode(
    JSON.stringify(document({ id: timeline, events: [event({ title: titleOf(number) })] })),
  ),
})

/** Null where the reply was lost with the object. */
async function ask(wanted: PublishRequest): Promise<Published | null> {
  try {
    const answer = (await publisherOf(wanted.timeline).publish(wanted)) as CommitResult
    if (!answer.ok) throw new Error(`refused: ${answer.failure.reason}`)
    return answer.value
  } catch (error) {
    if (String(error).includes('refused')) throw error
    return null
  }
}

interface Seen {
  /** 0 where there is no edition yet. */
  readonly number: number
  readonly isWhole: boolean
}

/** What an isolate that just began reads, by head and by copy. */
async function read(timeline: string): Promise<Seen> {
  const store = createStore({ kv: env.TIMELINES, now: Date.now, report: () => undefined })
  const current = await store.current(timeline)
  if (!current.ok) {
    const isWhole = current.failure === 'not-found' || current.failure === 'unavailable'
    return { number: 0, isWhole }
  }
  const reader = current.value.value
  const { number } = reader.facts.edition
  const copy = await store.edition(timeline, number)
  const adds = await Array.fromAsync(reader.all())
  const copied = copy.ok ? await Array.fromAsync(copy.value.value.reader.all()) : null
  const titles = adds.map(({ title }) => title['zh-Hans'])
  const isWhole =
    titles.join() === titleOf(number) && JSON.stringify(copied) === JSON.stringify(adds)
  return { number, isWhole }
}

const loggedOf = (timeline: string): Promise<number> =>
  runInDurableObject(
    publisherOf(timeline),
    (_, { storage }) => createSqliteLog(storage).latest()?.entry.number ?? 0,
  )

test('an object that dies while it publishes loses nothing and tears nothing (T4)', async () => {
  const rounds = inject('aborts')
  slowDown(env.TIMELINES)
  const tally = { rounds, lost: 0, before: 0, after: 0, recovered: 0 }
  for (let round = 0; round < rounds; round++) {
    const timeline = `aborted-${Math.floor(round / editionsEach)}`
    const number = (round % editionsEach) + 1
    const wanted = request(timeline, number)
    const attempt = ask(wanted)
    // From the beginning of a publish to after its end.
    await scheduler.wait(Math.floor(random() * 3 * slowness))
    if (round % 3 === 0) await evictDurableObject(publisherOf(timeline)).catch(() => undefined)
    else await abortAllDurableObjects()
    const reply = await attempt
    const answered = reply?.entry.number ?? null
    expect([null, number]).toContain(answered)
    const between = await read(timeline)
    expect(between.isWhole).toBe(true)
    // Acknowledged as visible is visible; else it is the old edition or the new one.
    expect(reply?.visible === true ? [number] : [number - 1, number]).toContain(between.number)

    // The alarm alone brings to light what the log holds.
    await runDurableObjectAlarm(publisherOf(timeline))
    const logged = await loggedOf(timeline)
    expect(answered === null ? [number - 1, number] : [number]).toContain(logged)
    expect(await read(timeline)).toEqual({ number: logged, isWhole: true })

    // The same publish again is the same edition.
    expect(await ask(wanted)).toMatchObject({
      entry: { number },
      visible: true,
      outcome: logged === number ? 'repeated' : 'created',
    })
    if (answered === null) tally.lost++
    if (between.number < logged) tally.recovered++
    tally[between.number === number ? 'after' : 'before']++
  }
  // It did die in the middle, not only before or after.
  expect(tally.lost).toBeGreaterThan(rounds / 10)
  expect(tally.recovered).toBeGreaterThan(rounds / 20)
  console.log(`aborts ${JSON.stringify(tally)}`)
})
