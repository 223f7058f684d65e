// Sends random requests to the service in memory and judges every answer.
import * as fc from 'fast-check'
import { document } from '../support/document.ts'
import { createMemoryService, type MemoryService } from '../support/memory-service.ts'
import { judge } from './judge.ts'
import { fuzzedRequests, type FuzzedRequest } from './requests.ts'

/** How many requests one service is asked: the editions of its timelines grow by them. */
const perService = 1000

export interface Fuzzed {
  readonly requests: number
  /** How many answers had each status. */
  readonly statuses: ReadonlyMap<number, number>
}

/** Throws with the smallest request that is answered wrongly. */
export async function fuzz(count: number, seed: number): Promise<Fuzzed> {
  const statuses = new Map<number, number>()
  let requests = 0
  let service = await freshService()
  const property = fc.asyncProperty(fuzzedRequests, async (fuzzed) => {
    requests++
    const { logged } = service
    const { status, fault } = await judge(service, fuzzed)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    const isTakenDown = fuzzed.method === 'DELETE' && status === 200
    if (isTakenDown || requests % perService === 0) service = await freshService()
    if (fault !== null) throw new Error(`${fault}\n${said(fuzzed)}\n${JSON.stringify(logged)}`)
  })
  await fc.assert(property, { numRuns: count, seed })
  return { requests, statuses }
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
