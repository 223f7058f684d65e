// Requests that read the same at the same time, in one isolate of workerd: who joined a read that
// another has begun goes on later than who began it, and alone where that one is cancelled. Where the
// store is well, everybody gets an answer.
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { document } from '../support/document.ts'
import { deploy, publish, type Deployment } from './workerd.ts'

/** As many as a page of editions shows, and more than an isolate keeps decoded of three timelines. */
const editions = 20
const timelines = ['side-a', 'side-b', 'side-c']

let deployment: Deployment

beforeAll(async () => {
  deployment = await deploy()
  const service = await deployment.restart()
  for (const id of timelines) {
    for (let base = 0; base < editions; base++)
      await publish(service, document({ id, title: `Edition ${base + 1}` }), base)
  }
})
afterAll(() => deployment.close())
beforeEach(() => {
  deployment.hold = async () => undefined
})

const statusOf = async (address: string): Promise<number> => {
  const answer = await fetch(address)
  await answer.arrayBuffer()
  return answer.status
}

/** Lets reads that wait at the same time end at the same time. */
function inBursts(): () => Promise<void> {
  let burst: Promise<void> | undefined
  return () => {
    burst ??= pause(20).then(() => {
      burst = undefined
    })
    return burst
  }
}

const paths = [
  '/timelines/{}/editions',
  '/v1/timelines/{}/editions.atom',
  '/v1/timelines/{}/changes?since=3',
  '/v1/timelines/{}/editions/5',
  '/timelines/{}/editions?lang=en',
  '/v1/timelines/{}/changes?since=20',
]

/** Six requests: all the same, or each of another kind; of one timeline, or of all. */
const requestsOf = (round: number): string[] =>
  paths.map((_, index) => {
    const path = paths[(round % 2 === 0 ? round : round + index) % paths.length]!
    return path.replace('{}', timelines[(round * index) % timelines.length]!)
  })

/** For a machine that stands still for as long as the store may take. */
const again = { retry: 2 }

test(
  'three timelines of 20 editions, 30 rounds of six requests at once: all get them [fault A1]',
  again,
  async () => {
    const statuses: number[] = []
    deployment.hold = inBursts()
    for (let isolate = 0; isolate < 5; isolate++) {
      const { origin } = await deployment.restart()
      for (let round = 0; round < 6; round++) {
        const asked = requestsOf(isolate * 6 + round).map((path) => statusOf(origin + path))
        statuses.push(...(await Promise.all(asked)))
      }
    }
    expect(statuses.filter((status) => status !== 200)).toEqual([])
    expect(statuses).toHaveLength(30 * paths.length)
  },
)

/** Lets the first read of a key wait until it is released; tells when it has begun. */
function holdFirst(wanted: string) {
  const begun = Promise.withResolvers<void>()
  const end = Promise.withResolvers<void>()
  let isFirst = true
  deployment.hold = async (key) => {
    if (key !== wanted || !isFirst) return
    isFirst = false
    begun.resolve()
    await end.promise
  }
  return { begun: begun.promise, release: () => end.resolve() }
}

test(
  'who joined the read of a request that is cancelled is answered [fault A9]',
  again,
  async () => {
    const { origin } = await deployment.restart()
    const read = holdFirst('head/side-a')
    const leaving = connect(Number(new URL(origin).port), '127.0.0.1')
    leaving.write('GET /v1/timelines/side-a HTTP/1.1\r\nHost: timelines.example\r\n\r\n')
    await read.begun
    const others = ['/v1/timelines/side-a', '/timelines/side-a/editions'].map((path) =>
      statusOf(origin + path),
    )
    // A closed connection is noticed when something is written to it, a reset one at once.
    leaving.resetAndDestroy()
    expect(await Promise.all(others)).toEqual([200, 200])
    read.release()
  },
)

test(
  'who reads a timeline for the first time while it is published is answered',
  again,
  async () => {
    const one = document({ id: 'side-new', title: 'One' })
    await publish(await deployment.restart(), one, 0)
    const service = await deployment.restart()
    const read = holdFirst('head/side-new')
    const early = statusOf(`${service.origin}/v1/timelines/side-new`)
    await read.begun
    await publish(service, { ...one, title: 'Two' }, 1)
    read.release()
    expect(await early).toBe(200)
  },
)
