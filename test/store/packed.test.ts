import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { everything } from '../../src/domain/query/event-query.ts'
import { partKey } from '../../src/store/keys.ts'
import { createPartSource, type PartValues } from '../../src/store/read/part-source.ts'
import { compareAnswers } from '../support/packed-comparison.ts'
import { packSynthetic } from '../support/packed-large.ts'

const events = 1500

/** Counts the operations on KV and their keys. */
function counted(kv: PartValues) {
  const count = { operations: 0, keys: 0 }
  const get = (asked: string | string[], options: never): Promise<never> => {
    count.operations++
    count.keys += typeof asked === 'string' ? 1 : asked.length
    return kv.get(asked as never, options) as Promise<never>
  }
  return { count, kv: { get } as PartValues }
}

test('a packed edition in KV answers as its head does, in few operations', async () => {
  const runs: Uint8Array<ArrayBuffer>[][] = []
  const { after } = await packSynthetic(events, {
    write: (name, part) =>
      env.TIMELINES.put(partKey('synthetic', name), typeof part === 'string' ? part : part.buffer),
    scratch: {
      async write(run, block) {
        ;(runs[run] ??= []).push(block)
      },
      async *read(run) {
        yield* runs[run] ?? []
      },
    },
  })
  const { count, kv } = counted(env.TIMELINES)
  const readers = after(100, createPartSource(kv, 'synthetic'))
  const { found } = await compareAnswers(readers, { events, queries: 200, seed: 5 })
  expect(found).toBeGreaterThan(1000)

  // What a cold isolate reads for a page of a list, besides the head.
  Object.assign(count, { operations: 0, keys: 0 })
  const { packed } = after(100, createPartSource(kv, 'synthetic'))
  await packed.answer(everything, { limit: 20, after: null })
  expect(count.operations).toBeLessThanOrEqual(4)
  expect(count.keys).toBeLessThanOrEqual(8)
})
