// Sends random requests to the service in memory and judges every answer.
import * as fc from 'fast-check'
import { document } from '../support/document.ts'
import { createMemoryService, type MemoryService } from '../support/memory-service.ts'
import { judge } from './judge.ts'
import { fuzzedRequests, type FuzzedRequest } from './requests.ts'

/** So many of the last reads are sent again, all at once, after as many requests. */
const together = 8

/** Milliseconds of CPU for one answer. */
const maxCpu = 250

/** How many requests one service is asked: the editions of its timelines grow by them. */
const perService = 1000

export interface Fuzzed {
  readonly requests: number
  /** How many answers had each status. */
  readonly statuses: ReadonlyMap<number, number>
}

/**
 * Throws with the smallest request that is answered wrongly. `cpu` gives the milliseconds of CPU so far,
 * where the runtime tells them.
 */
export async function fuzz(count: number, seed: number, cpu = () => 0): Promise<Fuzzed> {
  const statuses = new Map<number, number>()
  let requests = 0
  let service = await freshService()
  let recent: FuzzedRequest[] = []
  const property = fc.asyncProperty(fuzzedRequests, async (fuzzed) => {
    requests++
    const { logged } = service
    const { status, fault: alone } = await timed(service, fuzzed, cpu)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (['GET', 'HEAD'].includes(fuzzed.method)) recent.push(fuzzed)
    const faults = recent.length < together ? [] : await besideEachOther(service, recent)
    if (recent.length === together) recent = []
    const fault = alone ?? faults[0] ?? null
    const isTakenDown = fuzzed.method === 'DELETE' && status === 200
    if (isTakenDown || requests % perService === 0) service = await freshService()
    if (fault !== null) throw new Error(`${fault}\n${said(fuzzed)}\n${JSON.stringify(logged)}`)
  })
  await fc.assert(property, { numRuns: count, seed })
  return { requests, statuses }
}

/** As the judge says, and what takes too long twice. */
async function timed(
  service: MemoryService,
  fuzzed: FuzzedRequest,
  cpu: () => number,
): ReturnType<typeof judge> {
  for (let tries = 1; ; tries++) {
    const before = cpu()
    const judged = await judge(service, fuzzed)
    const spent = cpu() - before
    if (spent <= maxCpu || judged.fault !== null) return judged
    if (tries === 2) return { ...judged, fault: `${Math.round(spent)} ms of CPU` }
  }
}

/** Of reads that nobody has been answered yet: the first of them is what the others wait for. */
async function besideEachOther(
  service: MemoryService,
  reads: readonly FuzzedRequest[],
): Promise<readonly string[]> {
  service.clock.now += 10_000
  const judged = await Promise.all(reads.map((read) => judge(service, read)))
  return judged.flatMap(({ fault }) => (fault === null ? [] : [`side by side: ${fault}`]))
}

async function freshService(): Promise<MemoryService> {
  const service = await createMemoryService()
  for (const [base, title] of ['One', 'Two'].entries())
    await service.publish(document({ title }), base)
  await service.publish(document({ id: 'gone' }))
  await service.publisher.takeDown({ timeline: 'gone', base: 1, by: 'editor' })
  service.clock.now += 10_000
  return service
}

const said = ({ method, address, headers, body }: FuzzedRequest): string =>
  `${method} ${JSON.stringify(address)} ${JSON.stringify(headers)} ${JSON.stringify(body)}`
