// Whatever is read of a timeline is the same, whether its events are in its head or packed: random
// timelines, of dates of the whole profile, at random addresses.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printEdtf } from '../../src/domain/date/edtf.ts'
import { kindOf, type DateKind } from '../../src/domain/date/kinds.ts'
import { wrap } from '../../src/edition/envelope.ts'
import type { Head } from '../../src/edition/head.ts'
import { headKey } from '../../src/store/keys.ts'
import { datesAround2020, edtfDates } from '../support/dates.ts'
import { histories } from '../support/edits.ts'
import type { MemoryParts } from '../support/memory-parts.ts'
import {
  createMemoryService,
  createMemoryStorage,
  type MemoryService,
} from '../support/memory-service.ts'
import { twice } from '../support/packed.ts'
import { readAddresses } from '../support/read-addresses.ts'
import { documentsDated } from '../support/timelines.ts'

/** How many random timelines. */
const numRuns = Number(process.env['PACKED_RUNS'] ?? 40)

/** An undated event may not end after its source. */
const anyDates = edtfDates
  .filter(({ form }) => form !== 'before')
  .map((edtf): [string, DateKind] => [printEdtf(edtf), kindOf(edtf)])

const editions = fc
  .tuple(documentsDated(fc.oneof(datesAround2020, anyDates)), histories)
  .map(([base, edit]) => [base, edit(base)] as const)

async function serve(head: Head, parts?: MemoryParts): Promise<MemoryService> {
  const storage = createMemoryStorage()
  const key = headKey(head.timeline.id)
  await storage.kv.put(key, await wrap(key, head))
  return createMemoryService({ storage, ...(parts && { partsOf: () => parts.source }) })
}

/** Of counts by lane, those that do not depend on the size of bins: packed events are not counted by day. */
const withoutBins = (json: string): string =>
  JSON.stringify(JSON.parse(json), (name, value: unknown) =>
    ['size', 'bins', 'window'].includes(name) ? undefined : value,
  )

/** Without ordinals, which are the readers' own: cursors, and tags of pages that begin at a month. */
async function answered(service: MemoryService, address: string) {
  const response = await service.fetch(address)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const own = (text: string) => text.replaceAll(/cursor=[\w-]+/g, 'cursor=…')
  const headers = [...response.headers].filter(
    ([name]) => name !== 'etag' || !/[?&]at=/.test(address),
  )
  // Unfolded, since a longer cursor moves the folds of its line.
  const body = own(new TextDecoder('latin1').decode(bytes).replaceAll('\r\n ', ''))
  return {
    status: response.status,
    headers: headers.map(([name, value]) => [name, own(value)]),
    body: response.ok && /\/lanes\b/.test(address) ? withoutBins(body) : body,
  }
}

describe('a packed timeline', () => {
  test('is read as one in a single value, at any address', async () => {
    const statuses = new Map<number, number>()
    const addresses = fc.array(readAddresses, { minLength: 15, maxLength: 15 })
    await fc.assert(
      fc.asyncProperty(editions, addresses, async (documents, asked) => {
        const { head, edition, memory } = await twice(documents)
        const [plain, packed] = [await serve(head), await serve(edition, memory)]
        for (const address of asked) {
          const expected = await answered(plain, address)
          expect(expected.status, address).toBeLessThan(500)
          expect(await answered(packed, address), address).toEqual(expected)
          statuses.set(expected.status, (statuses.get(expected.status) ?? 0) + 1)
        }
      }),
      { numRuns },
    )
    expect(statuses.get(200)).toBeGreaterThan(numRuns * 5)
  })
})
