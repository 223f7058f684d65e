// A running service whose store is harmed: each stored value in turn is deleted, damaged or exchanged for
// another one. `jishi repair --all` then brings everything back, byte for byte.
import { setTimeout as pause } from 'node:timers/promises'
import { startJishi } from '../support/jishi.ts'
import { document, event } from '../support/document.ts'
import { deploy, publish, type Deployment, type Stored } from '../host/workerd.ts'
import type { Serving } from '../bench/workerd/serve.ts'

export interface Heals {
  harms: number
  /** Harms after which a new isolate could not serve everything until the repair. */
  felt: number
  addresses: number
  readonly violations: string[]
}

const timelines = ['heal-a', 'heal-b']
const editions = 3

/** Every way in which the values of the store are read. */
const addresses = [
  '/v1/timelines',
  '/?lang=en',
  '/llms.txt',
  '/sitemap.xml',
  ...timelines.flatMap((id) => [
    `/v1/timelines/${id}`,
    ...['', '.ics', '.csv', '.atom', '.rss', '.feed.json', '.md', '.jsonld'].map(
      (extension) => `/v1/timelines/${id}/events${extension}`,
    ),
    `/v1/timelines/${id}/editions`,
    `/v1/timelines/${id}/editions.atom`,
    `/v1/timelines/${id}/changes?since=1`,
    ...Array.from({ length: editions }, (_, index) => `/v1/timelines/${id}/editions/${index + 1}`),
    `/timelines/${id}?lang=en`,
    `/timelines/${id}/editions?lang=en`,
    `/timelines/${id}/embed?lang=en`,
    `/timelines/${id}/picture.png`,
  ]),
]

type Harm = readonly [name: string, harmed: (value: Stored, other: Stored) => Stored | undefined]

const harms: readonly Harm[] = [
  ['deleted', () => undefined],
  [
    'flipped',
    ({ value, headers }) => {
      const flipped = Buffer.from(value)
      const at = Math.floor(flipped.length / 2)
      flipped[at] = flipped[at]! ^ 1
      return { value: flipped, headers }
    },
  ],
  ['swapped', (_, other) => other],
]

export async function runServiceHeals(): Promise<Heals> {
  const sum: Heals = { harms: 0, felt: 0, addresses: addresses.length, violations: [] }
  const deployment = await deploy('http://localhost')
  try {
    let service = await deployment.restart()
    for (const id of timelines)
      for (let base = 0; base < editions; base++)
        await publish(
          service,
          document({ id, events: [event({ title: `Edition ${base}` })] }),
          base,
        )
    await untilListed(service)
    service = await deployment.restart()
    const whole = await served(service)
    const kept = new Map(deployment.stored)
    for (const [key, value] of kept) {
      const other = [...kept].find(([name]) => name !== key)![1]
      for (const [name, harmed] of harms) {
        const left = harmed(value, other)
        if (left === undefined) deployment.stored.delete(key)
        else deployment.stored.set(key, left)
        service = await deployment.restart()
        if (differences(whole, await served(service)).length > 0) sum.felt++
        await repaired(service, sum, `${key} ${name}`)
        await checkHealed(deployment, sum, { service, whole, title: `${key} ${name}` })
        sum.harms++
      }
    }
  } finally {
    await deployment.close()
  }
  return sum
}

async function repaired({ origin }: Serving, sum: Heals, title: string): Promise<void> {
  const argv = ['repair', '--all', '--to', origin, '--wait', '20']
  const { code, stderr } = await startJishi(argv).ended
  if (code !== 0) sum.violations.push(`${title}: repair ended with ${code}: ${stderr}`)
}

/** The list is written by another object, up to a second after a publish was answered. */
async function untilListed({ origin }: Serving): Promise<void> {
  for (let tries = 0; tries < most; tries++) {
    const list = await (await fetch(`${origin}/v1/timelines`)).text()
    if (list.split(`"edition":${editions}`).length > timelines.length) return
    await pause(500)
  }
  throw new Error('the list is not written')
}

/** The service that was repaired serves what it served before the harm, and so does a new isolate. */
async function checkHealed(
  deployment: Deployment,
  sum: Heals,
  { service, whole, title }: Repaired,
): Promise<void> {
  let missing = differences(whole, await served(service))
  for (let tries = 0; missing.length > 0 && tries < most; tries++) {
    await pause(500)
    missing = differences(whole, await served(service))
  }
  const cold = differences(whole, await served(await deployment.restart()))
  const all = [...new Set([...missing, ...cold])]
  if (all.length > 0) sum.violations.push(`${title}: not as before: ${all.join(', ')}`)
}

interface Repaired {
  readonly service: Serving
  readonly whole: Served
  readonly title: string
}

/** So many half seconds: an isolate asks the store again after five. */
const most = 20

type Served = ReadonlyMap<string, string>

async function served({ origin }: Serving): Promise<Served> {
  const answers = new Map<string, string>()
  for (const address of addresses) {
    const answer = await fetch(origin + address)
    const bytes = Buffer.from(await answer.arrayBuffer()).toString('base64')
    answers.set(address, `${answer.status} ${answer.headers.get('etag')} ${bytes}`)
  }
  return answers
}

const differences = (whole: Served, now: Served): readonly string[] =>
  addresses.filter((address) => whole.get(address) !== now.get(address))
