// When a list of the element shows only a part of its events.
import { afterEach, expect, test, vi } from 'vitest'
import { loadList } from '../../../src/widget/api/loaded-list.ts'

afterEach(() => void vi.unstubAllGlobals())

const event = { id: 'e', date: { earliest: null, latest: null, named: null } }
const parts = {
  loadNames: () => Promise.reject(new Error('no blanks')),
  loadCounts: () => Promise.reject(new Error('no picture')),
}
let hosts = 0

interface Found {
  readonly found: number
  readonly total?: number
  readonly next?: boolean
}

/** That of a filter that finds so many events, or at most so many. */
async function listOf(limit: number | undefined, { found, total = found, next = false }: Found) {
  const answer = (address: string) =>
    new URL(address).pathname.endsWith('/events')
      ? {
          edition: 1,
          total: { value: total, relation: total === found ? 'eq' : 'lte' },
          setAside: { undated: 0 },
          events: Array.from({ length: Math.min(found, 150) }, () => event),
          links: { self: address, ...(next && { next: `${address}&cursor=c` }) },
        }
      : { edition: { number: 1, events: total }, themes: [], actors: [], sources: [] }
  vi.stubGlobal('fetch', async (address: string) => Response.json(answer(address)))
  return loadList(
    {
      // Answers are kept by their address.
      base: `https://part-${hosts++}.example`,
      timeline: 'town-2020',
      filter: [],
      language: 'en',
      limit,
      layout: 'compact',
      level: 2,
      sync: false,
    },
    [],
    parts,
  )
}

test.each([
  ['no limit', undefined, { found: 31 }, false],
  ['a limit that all are within', 31, { found: 31 }, false],
  ['a limit', 30, { found: 31 }, true],
  ['a limit and more pages', 150, { found: 200, next: true }, true],
  ['further pages, which it loads', undefined, { found: 200, next: true }, false],
  ['too many pages to load', undefined, { found: 10_001, next: true }, true],
  ['fewer than are counted', undefined, { found: 20, total: 31 }, false],
])('with %s', async (_, limit, found, expected) => {
  expect((await listOf(limit, found)).isPart).toBe(expected)
})

test('counts of other choices are upper bounds where those of an answer are', async () => {
  expect((await listOf(undefined, { found: 31 })).choices.atMost).toBeUndefined()
  expect((await listOf(undefined, { found: 20, total: 31 })).choices.atMost).toBe(true)
})
