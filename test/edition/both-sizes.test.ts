// A timeline says the same of what changes it, whether its events are in the head or in an uploaded segment.
import { expect, test } from 'vitest'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { editsMediaType } from '../../src/http/request/body.ts'
import { document, event } from '../support/document.ts'
import { createMemoryService, writing, type MemoryService } from '../support/memory-service.ts'
import { readPatiently } from '../support/patient-reads.ts'
import { publishPacked } from '../support/upload.ts'

readPatiently()

const address = '/v1/timelines/town-2020'

const dates = { e1: '2020-01-05', e2: '2020-01-07', e3: '2020-01-06', e4: '2020-01-05' }
const events = Object.entries(dates).map(([id, date]) => {
  const { kind: _ofSpan, ...own } = event({ id, date })
  return own
})
const four = document({ events })

interface Sizes {
  readonly small: MemoryService
  readonly packed: MemoryService
}

async function bothOf(first: TimelineDocument): Promise<Sizes> {
  const [small, packed] = [await createMemoryService(), await createMemoryService()]
  await small.publish(first)
  await publishPacked(packed, first)
  return { small, packed }
}

type Step = (service: MemoryService) => Promise<Response>

const write =
  (method: string, path: string, base: number, body?: object): Step =>
  (service) => {
    service.clock.now += 10_000
    return service.fetch(address + path, {
      method,
      headers: {
        ...writing(base),
        ...(method === 'PATCH' && { 'content-type': editsMediaType }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
  }

const put = (base: number, whole: object): Step => write('PUT', '', base, whole)
const edit = (base: number, edits: object): Step => write('PATCH', '', base, edits)
const rollBack = (base: number, edition: number): Step => write('PUT', '/head', base, { edition })

/** Digests of edited editions are made otherwise than those of documents. */
const digests = /"digest":"\w+"/g

async function answerOf(service: MemoryService, step: Step) {
  const response = await step(service)
  const body = JSON.parse((await response.text()).replaceAll(digests, '"digest":""')) as unknown
  return { status: response.status, body: body as Record<string, unknown> }
}

/** The answer, which is the same in both. */
async function same({ small, packed }: Sizes, step: Step) {
  const answer = await answerOf(small, step)
  expect(await answerOf(packed, step)).toEqual(answer)
  return answer
}

const read =
  (path: string): Step =>
  (service) =>
    service.fetch(address + path)

const partsOf = async (service: MemoryService, step: Step): Promise<unknown> =>
  ((await answerOf(service, step)).body['changes'] as { parts: unknown }).parts

test('a document, or a roll back to one, does not tell of another order of events where there is none', async () => {
  const both = await bothOf(four)
  for (const step of [
    put(1, { ...four, title: 'New title' }),
    rollBack(2, 1),
    rollBack(3, 2),
  ])
    expect(await partsOf(both.packed, step)).toEqual(await partsOf(both.small, step))
})
