// The element stands on pages of others, which nobody updates: the service goes on to answer what it
// reads. The fixtures hold the answers of version 0.1.
import { beforeAll, describe, expect, test } from 'vitest'
import publishers from '../fixtures/stored-0.1/publishers.json'
import registry from '../fixtures/stored-0.1/registry.json'
import values from '../fixtures/stored-0.1/values.json'
import widget from '../fixtures/stored-0.1/widget.json'
import { getJson } from '../support/service.ts'
import { restoreStore } from '../support/stored.ts'

beforeAll(() => restoreStore({ values, publishers, registry }))

const exchanges = widget.exchanges.map(({ request, answer }) => [request, answer] as const)

/** Where the answer lacks a member of the recorded one, or has another type there. */
function lacks(answer: unknown, recorded: unknown, path = ''): string[] {
  // What was null may have become a value, but not the other way round.
  if (recorded === null) return []
  if (typeof recorded !== 'object') return typeof answer === typeof recorded ? [] : [path]
  if (typeof answer !== 'object' || answer === null) return [path]
  if (Array.isArray(answer) !== Array.isArray(recorded)) return [path]
  return Object.entries(recorded).flatMap(([name, value]) =>
    lacks(answer[name as keyof typeof answer], value, `${path}/${name}`),
  )
}

describe('the element of version 0.1', () => {
  test.each(exchanges)('finds everything that it reads at %s', async (request, recorded) => {
    const answer = await getJson(request)
    expect(lacks(answer, recorded)).toEqual([])
  })
})

test('an answer that lacks something is noticed', () => {
  const recorded = { id: 'a', list: [{ words: { en: 'x' } }], next: null }
  expect(lacks({ ...recorded, more: 1, next: 'b' }, recorded)).toEqual([])
  expect(lacks({ id: 1, list: [{ words: {} }], next: null }, recorded)).toEqual([
    '/id',
    '/list/0/words/en',
  ])
  expect(lacks({ id: null, list: [] }, recorded)).toEqual(['/id', '/list/0'])
})
