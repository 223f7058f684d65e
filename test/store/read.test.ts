import { describe, expect, test } from 'vitest'
import { wrap } from '../../src/edition/envelope.ts'
import type { Head } from '../../src/edition/head.ts'
import { nextEdition } from '../../src/edition/next.ts'
import { createStore, editionFreshFor, freshFor } from '../../src/store/read/cached-store.ts'
import type { Store } from '../../src/store/read/store.ts'
import { lineOf } from '../../src/store/values.ts'
import { document } from '../support/document.ts'
import { createMemoryKv, faulty, type Fault, type MemoryKv } from '../support/memory-kv.ts'
import { waited } from '../support/timers.ts'

/** Writes edition after edition as the publisher does. */
async function publishInto(kv: MemoryKv, count: number): Promise<Head> {
  let head: Head | null = null
  for (let n = 1; n <= count; n++) {
    const one = document({ title: `Edition ${n}` })
    const next = nextEdition(one, head, { digest: `d${n}`, instant: n * 1000, by: 'test' })
    head = next.head
    const key = `edition/town-2020/${n}`
    await kv.put(key, await wrap(key, { ...next, document: one }))
  }
  if (head === null) throw new Error('nothing published')
  await kv.put('head/town-2020', await wrap('head/town-2020', head), {
    metadata: { edition: head.edition.number },
  })
  await kv.put(
    'timelines',
    await wrap('timelines', { timelines: [lineOf(head).summary], gone: [] }),
  )
  return head
}

interface Setting {
  readonly kv: MemoryKv
  readonly store: Store
  readonly faults: string[]
  fault: Fault | ((key: string) => Fault)
  time: number
}

function setting(): Setting {
  const kv = createMemoryKv()
  const faults: string[] = []
  const set: Setting = {
    kv,
    faults,
    fault: 'none',
    time: 0,
    store: createStore({
      kv: faulty(kv, (key) => (typeof set.fault === 'string' ? set.fault : set.fault(key))),
      now: () => set.time,
      report: ({ fault }) => faults.push(fault),
    }),
  }
  return set
}

const numberOf = async (store: Store) => {
  const read = await store.current('town-2020')
  return read.ok ? [read.value.value.facts.edition.number, read.value.stale] : read.failure
}

const broken: readonly Fault[] = ['throws', 'hangs', 'missing', 'flipped', 'truncated', 'swapped']

describe('a current edition', () => {
  test('is read once and kept for some seconds', async () => {
    const set = setting()
    await publishInto(set.kv, 1)
    for (let n = 0; n < 5; n++) expect(await numberOf(set.store)).toEqual([1, false])
    expect(set.kv.reads).toBe(1)
    await publishInto(set.kv, 2)
    set.time = freshFor - 1
    expect(await numberOf(set.store)).toEqual([1, false])
    set.time = freshFor
    expect(await numberOf(set.store)).toEqual([2, false])
  })

  test('is asked for by one request at a time', async () => {
    const set = setting()
    await publishInto(set.kv, 1)
    const all = await Promise.all(Array.from({ length: 50 }, () => numberOf(set.store)))
    expect(all).toHaveLength(50)
    expect(set.kv.reads).toBe(1)
  })

  test.each(['throws', 'hangs'] as const)('is asked for twice when the store %s', async (fault) => {
    const set = setting()
    await publishInto(set.kv, 1)
    set.fault = () => (set.kv.reads === 1 ? fault : 'none')
    expect(await numberOf(set.store)).toEqual([1, false])
    expect(set.kv.reads).toBe(2)
  })

  test('is not transferred again while its number stands', async () => {
    const set = setting()
    await publishInto(set.kv, 1)
    const first = await set.store.current('town-2020')
    set.time = freshFor
    const second = await set.store.current('town-2020')
    expect(set.kv.reads).toBe(2)
    expect(second.ok && first.ok && second.value.value === first.value.value).toBe(true)
  })

  test('published through this isolate is read at once', async () => {
    const set = setting()
    await publishInto(set.kv, 1)
    await numberOf(set.store)
    await publishInto(set.kv, 2)
    set.store.expire('town-2020')
    expect(await numberOf(set.store)).toEqual([2, false])
  })

  test.each(broken)('is served on when the store %s', async (fault) => {
    const set = setting()
    await publishInto(set.kv, 1)
    await numberOf(set.store)
    await publishInto(set.kv, 2)
    set.fault = fault
    set.time = freshFor
    expect(await numberOf(set.store)).toEqual([1, 5])
    const { reads } = set.kv
    expect(await numberOf(set.store)).toEqual([1, 5])
    expect(set.kv.reads, 'a failing store is left alone for some seconds').toBe(reads)
    set.fault = 'none'
    set.time = 2 * freshFor
    expect(await numberOf(set.store)).toEqual([2, false])
  })

  test.each(broken)(
    'that this isolate never saw is unavailable when the store %s',
    async (fault) => {
      const set = setting()
      await publishInto(set.kv, 1)
      set.fault = (key) => (key.startsWith('head/') ? fault : 'none')
      const milliseconds = await waited(async () =>
        expect(await numberOf(set.store)).toBe('unavailable'),
      )
      expect(milliseconds).toBeLessThan(1500)
    },
  )

  test('is never followed by an older one', async () => {
    const set = setting()
    await publishInto(set.kv, 2)
    expect(await numberOf(set.store)).toEqual([2, false])
    await publishInto(set.kv, 1)
    set.time = freshFor
    expect(await numberOf(set.store)).toEqual([2, false])
  })

  test('of an unknown timeline is not found; of one taken down, gone', async () => {
    const set = setting()
    expect(await numberOf(set.store)).toBe('not-found')
    await set.kv.put('timelines', await wrap('timelines', { timelines: [], gone: ['town-2020'] }))
    set.time = freshFor
    expect(await numberOf(set.store)).toBe('gone')
  })

  test('of an unknown timeline is unavailable while the list cannot be read', async () => {
    const set = setting()
    set.fault = 'throws'
    expect(await numberOf(set.store)).toBe('unavailable')
    expect(set.faults).toContain('injected')
  })
})

describe('a kept edition', () => {
  const edition = async (store: Store, number: number) => {
    const read = await store.edition('town-2020', number)
    return read.ok ? read.value.value.document?.title : read.failure
  }

  test('is read from its copy, and only when it was written', async () => {
    const set = setting()
    await publishInto(set.kv, 12)
    expect(await edition(set.store, 12)).toBe('Edition 12')
    expect(await edition(set.store, 3)).toBe('Edition 3')
    const { reads } = set.kv
    for (const absent of [0, -1, 13, 99]) expect(await edition(set.store, absent)).toBe('not-found')
    expect(set.kv.reads).toBe(reads)
    set.time = editionFreshFor - freshFor
    expect(await edition(set.store, 3)).toBe('Edition 3')
  })

  test('that the head no longer names has expired', async () => {
    const set = setting()
    const head = await publishInto(set.kv, 3)
    const cut = { ...head, kept: head.kept.slice(0, 1) }
    await set.kv.put('head/town-2020', await wrap('head/town-2020', cut))
    expect(await edition(set.store, 1)).toBe('expired')
  })

  test.each(broken)('is unavailable when its copy %s', async (fault) => {
    const set = setting()
    await publishInto(set.kv, 2)
    set.fault = (key) => (key.startsWith('edition/') ? fault : 'none')
    expect(await edition(set.store, 1)).toBe('unavailable')
  })

  test('of an unknown timeline is not found', async () => {
    expect(await edition(setting().store, 1)).toBe('not-found')
  })
})

describe('what the newest kept editions changed', () => {
  const numbers = async (store: Store, head: Head) => {
    const read = await store.changes(head, 20)
    return read.flatMap(({ entry, changes }) => (changes === null ? [] : [entry.number]))
  }
  const newest = Array.from({ length: 20 }, (_, index) => 24 - index)

  test('is read once, without the content, and served on when the store fails', async () => {
    const set = setting()
    const head = await publishInto(set.kv, 24)
    expect(await numbers(set.store, head)).toEqual(newest)
    expect(set.kv.reads).toBe(20)
    set.time = editionFreshFor - 1
    expect(await numbers(set.store, head)).toEqual(newest)
    expect(set.kv.reads).toBe(20)
    set.time = editionFreshFor
    set.fault = 'throws'
    expect(await numbers(set.store, head)).toEqual(newest)
    const read = await set.store.changes(head, 1)
    expect(read).toMatchObject([{ entry: { number: 24 }, changes: { added: [] } }])
    expect(Object.keys(read[0]!)).toEqual(['entry', 'changes'])
  })

  test('leaves out those that cannot be read, and no other [fault A3]', async () => {
    const set = setting()
    const head = await publishInto(set.kv, 24)
    set.fault = (key) => (key === 'edition/town-2020/24' ? 'flipped' : 'none')
    expect(await numbers(set.store, head)).toEqual(newest.slice(1))
    const [first] = await set.store.changes(head, 1)
    expect(first).toEqual({ entry: head.edition, changes: null })
  })

  test('is read six at a time, as many connections as a request may have', async () => {
    const { kv } = setting()
    const head = await publishInto(kv, 24)
    let open = 0
    let most = 0
    const getWithMetadata: MemoryKv['getWithMetadata'] = async (key, options) => {
      most = Math.max(most, ++open)
      await new Promise((resolve) => setTimeout(resolve))
      open--
      return kv.getWithMetadata(key, options)
    }
    const counting = { ...kv, getWithMetadata }
    const store = createStore({ kv: counting, now: () => 0, report: () => undefined })
    expect(await numbers(store, head)).toEqual(newest)
    expect(most).toBe(6)
  })
})

test('the list of timelines is empty before the first publish', async () => {
  const set = setting()
  expect(await set.store.timelines()).toMatchObject({
    ok: true,
    value: { value: { timelines: [] } },
  })
  await publishInto(set.kv, 1)
  set.time = freshFor
  expect(await set.store.timelines()).toMatchObject({
    value: { value: { timelines: [{ id: 'town-2020', edition: 1 }] } },
  })
})
