import { describe, expect, test } from 'vitest'
import { createCached, loadTimeout } from '../../src/store/read/isolate-cache.ts'
import type { Loaded } from '../../src/store/read/shelf.ts'
import { waited } from '../support/timers.ts'

const freshFor = 1_000

/** A cache whose loads end when the test says so, with a clock of the test's own. */
function setting() {
  const loads: ((loaded: Loaded<number>) => void)[] = []
  const clock = { time: 10_000 }
  const set = {
    clock,
    loads,
    cached: createCached<number>({
      freshFor,
      capacity: 2,
      absences: 2,
      now: () => clock.time,
      load: () => new Promise((resolve) => loads.push(resolve)),
    }),
    /** Reads while the load in the air ends with that value. */
    async take(key: string, loaded: Loaded<number>) {
      const read = set.cached.get(key)
      loads.pop()?.(loaded)
      return read
    },
  }
  return set
}

const value = (value: number, rest: { version?: number; size?: number } = {}): Loaded<number> => ({
  kind: 'value',
  value,
  ...rest,
})
const failure: Loaded<number> = { kind: 'failure', failure: 'unavailable' }

describe('a cached value', () => {
  test('tells for how long the store has not confirmed it, never a negative time', async () => {
    const set = setting()
    await set.take('a', value(1))
    set.clock.time += 7_400
    expect(await set.take('a', failure)).toMatchObject({ value: { value: 1, stale: 7 } })
    set.clock.time -= 60_000
    expect(await set.take('a', failure)).toMatchObject({ value: { value: 1, stale: 0 } })
    expect(await set.take('a', { kind: 'keep' })).toMatchObject({ value: { stale: 0 } })
    set.clock.time += freshFor
    expect(await set.take('a', { kind: 'keep' })).toMatchObject({ value: { stale: false } })
  })

  test('is asked for again when the clock went back', async () => {
    const set = setting()
    await set.take('a', value(1))
    set.clock.time -= 86_400_000
    expect(await set.take('a', value(2))).toMatchObject({ value: { value: 2 } })
  })

  test('does not come from a load that was given up', async () => {
    const set = setting()
    const first = set.cached.get('a')
    set.clock.time += loadTimeout
    const second = set.cached.get('a')
    expect(set.loads, 'a request that was cancelled never ends its load').toHaveLength(2)
    set.loads[1]?.(value(2))
    expect(await second).toMatchObject({ value: { value: 2 } })
    set.loads[0]?.(value(1))
    await first
    expect(await set.cached.get('a')).toMatchObject({ value: { value: 2 } })
  })

  test('does not come from a load that began before it expired', async () => {
    const set = setting()
    const early = set.cached.get('a')
    set.cached.expire('a')
    const late = set.cached.get('a')
    set.loads[1]?.(value(2))
    await late
    set.loads[0]?.(value(1))
    await early
    expect(await set.cached.get('a')).toMatchObject({ value: { value: 2 } })
  })

  test('is everybody’s who waited for it, also where others have taken its place since', async () => {
    const set = setting()
    const first = set.cached.get('a')
    const joined = set.cached.get('a')
    const others = ['b', 'c', 'd'].map((key) => set.cached.get(key))
    // All at once, before anybody goes on.
    for (const [index, end] of set.loads.entries()) end(value(index))
    expect(await Promise.all([first, joined])).toMatchObject([
      { value: { value: 0 } },
      { value: { value: 0 } },
    ])
    expect(await Promise.all(others)).toMatchObject([{ ok: true }, { ok: true }, { ok: true }])
  })

  test('is served on in a failure where others took its place while it was asked for', async () => {
    const set = setting()
    await set.take('a', value(1))
    set.clock.time += freshFor
    const again = set.cached.get('a')
    const fail = set.loads.pop()
    await set.take('b', value(2))
    await set.take('c', value(3))
    fail?.(failure)
    expect(await again).toMatchObject({ value: { value: 1, stale: 1 } })
  })

  test('that expires while it is read for the first time is given to who asked before [fault A1]', async () => {
    const set = setting()
    const early = set.cached.get('a')
    set.cached.expire('a')
    set.loads.pop()?.(value(1))
    expect(await early).toMatchObject({ value: { value: 1, stale: false } })
    expect(await set.take('a', value(2)), 'who comes later asks again').toMatchObject({
      value: { value: 2 },
    })
  })

  test('is asked for by another where the request that asked first was cancelled [fault A9]', async () => {
    const set = setting()
    void set.cached.get('a')
    set.clock.time += loadTimeout / 2 - 20
    const joined = [set.cached.get('a'), set.cached.get('a')]
    expect(set.loads).toHaveLength(1)
    await expect.poll(() => set.loads.length).toBe(2)
    set.loads[1]?.(value(2))
    expect(await Promise.all(joined)).toMatchObject([
      { value: { value: 2 } },
      { value: { value: 2 } },
    ])
    expect(set.loads, 'one for all of them').toHaveLength(2)
  })

  test('never goes back to a lower version', async () => {
    const set = setting()
    await set.take('a', value(2, { version: 2 }))
    for (const version of [1, 2, 3]) {
      set.clock.time += freshFor
      const read = await set.take('a', value(version * 10, { version }))
      expect(read).toMatchObject({ value: { value: [2, 2, 20, 30][version] } })
    }
  })

  test('is waited for no longer than a request has left', async () => {
    const { cached, clock } = setting()
    const milliseconds = await waited(async () =>
      expect(await cached.get('a', clock.time - loadTimeout + 50)).toMatchObject({
        failure: 'unavailable',
      }),
    )
    expect(milliseconds).toBe(50)
  })

  test('makes room for others', async () => {
    const set = setting()
    for (const [index, key] of ['a', 'b', 'c'].entries()) await set.take(key, value(index))
    expect(await set.cached.get('c')).toMatchObject({ value: { value: 2 } })
    const again = set.cached.get('a')
    expect(set.loads).toHaveLength(1)
    set.loads[0]?.(value(9))
    expect(await again).toMatchObject({ value: { value: 9 } })
  })

  test('takes room by its size, and is given also where it is too large to be kept', async () => {
    const set = setting()
    await set.take('a', value(1, { size: 0.5 }))
    await set.take('b', value(2, { size: 1.5 }))
    expect([await set.cached.get('a'), set.loads.length]).toMatchObject([{ ok: true }, 0])
    expect(await set.take('c', value(3, { size: 5 }))).toMatchObject({ value: { value: 3 } })
    for (const key of ['a', 'b', 'c']) void set.cached.get(key)
    expect(set.loads, 'none is kept').toHaveLength(3)
  })
})

describe('what does not exist [fault A10]', () => {
  const absent: Loaded<number> = { kind: 'failure', failure: 'not-found' }

  function counting(answer: () => Loaded<number>, absences?: number) {
    const clock = { time: 10_000 }
    const asked: string[] = []
    const cached = createCached<number>({
      freshFor,
      capacity: 2,
      now: () => clock.time,
      ...(absences === undefined ? {} : { absences }),
      load: async (key) => {
        asked.push(key)
        return answer()
      },
    })
    return { clock, asked, cached }
  }

  test('is asked for once while it is remembered', async () => {
    const { clock, asked, cached } = counting(() => absent, 2)
    const wanted = { ok: false, failure: 'not-found' }
    for (let n = 0; n < 50; n++) expect(await cached.get('a')).toEqual(wanted)
    expect(asked).toEqual(['a'])
    clock.time += freshFor
    expect(await cached.get('a')).toEqual(wanted)
    expect(asked).toEqual(['a', 'a'])
    clock.time -= 60_000
    await cached.get('a')
    expect(asked, 'a clock that went back ends it').toHaveLength(3)
  })

  test('is asked for again at once after a publish', async () => {
    let answer: Loaded<number> = absent
    const { cached } = counting(() => answer, 2)
    await cached.get('a')
    answer = value(1)
    cached.expire('a')
    expect(await cached.get('a')).toMatchObject({ value: { value: 1 } })
  })

  test('is not remembered from a load that began before it expired', async () => {
    const set = setting()
    const early = set.cached.get('a')
    set.cached.expire('a')
    set.loads[0]?.(absent)
    await early
    const late = set.cached.get('a')
    set.loads[1]?.(value(1))
    expect(await late).toMatchObject({ value: { value: 1 } })
  })

  test('takes no more memory than it may: the last of n + 1 are remembered', async () => {
    const { asked, cached } = counting(() => absent, 2)
    for (const key of ['a', 'b', 'b', 'c', 'c', 'b']) await cached.get(key)
    expect(asked).toEqual(['a', 'b', 'c'])
    await cached.get('a')
    expect(asked).toEqual(['a', 'b', 'c', 'a'])
  })

  test('is no failure of the store, which is asked each time', async () => {
    const { asked, cached } = counting(() => failure, 2)
    await cached.get('a')
    await cached.get('a')
    expect(asked).toEqual(['a', 'a'])
  })
})
