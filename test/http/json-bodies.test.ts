// Bodies of JSON other than documents: each fault is told at its member, wherever it is sent.
import { beforeAll, expect, test } from 'vitest'
import { document } from '../support/document.ts'
import { createMemoryService, writing, type MemoryService } from '../support/memory-service.ts'

let service: MemoryService

beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(document())
})

const base = '/v1/timelines/town-2020'
const lease = { digest: '0'.repeat(64), bytes: 1, parts: 1, document: {} }

test.each([
  ['PUT', '/head', {}, ['/edition']],
  ['PUT', '/head', { edition: 1, other: 1 }, ['']],
  ['PUT', '/head', { edition: 'x', note: 1 }, ['/edition', '/note']],
  ['PUT', '/head', [], ['']],
  ['PATCH', '', { put: {} }, ['/put']],
  ['PATCH', '', { drop: [1, 2] }, ['/drop']],
  ['PATCH', '', { texts: { language: 'en' } }, ['/texts']],
  ['PATCH', '', { other: [] }, ['']],
  ['PATCH', '', [], ['']],
  ['POST', '/segments', { ...lease, bytes: 'x' }, ['/bytes']],
  ['POST', '/segments', null, ['']],
  ['PUT', '/segments/2-u1', { parts: 'x' }, ['/root', '/parts', '/checksum']],
])('%s …%s of %j is refused at %j', async (method, path, body, pointers) => {
  const type = method === 'PATCH' ? 'application/vnd.jishi.edits+json' : 'application/json'
  const answer = await service.fetch(base + path, {
    method,
    headers: { ...writing(1), 'content-type': type },
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(400)
  const { errors } = (await answer.json()) as { errors: readonly { pointer: string }[] }
  expect(errors.map(({ pointer }) => pointer)).toEqual(pointers)
})
