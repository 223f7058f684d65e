// Reads the parts of segments from Workers KV: texts together, bytes one by one.
import { DamagedPart, type PartSource } from '../../edition/segment/parts.ts'
import { readTimeout } from '../key-value.ts'
import { partKey } from '../keys.ts'
import { withTimeout } from '../timeout.ts'
import { together } from '../together.ts'

/** The part of Workers KV that is needed here; a bulk read gives texts only. */
export interface PartValues {
  get(
    keys: string[],
    options: { type: 'text'; cacheTtl: number },
  ): Promise<Map<string, string | null>>
  get(key: string, options: { type: 'arrayBuffer'; cacheTtl: number }): Promise<ArrayBuffer | null>
}

/** Maximum keys of one bulk read. */
const maxBulk = 100

/** Seconds for which a location keeps a part: parts never change. */
const partTtl = 86_400

/** @example createPartSource(env.TIMELINES, 'town-2020').texts(['c0ffee/e0']) → ['{"part":"c0ffee/e0",…'] */
export function createPartSource(kv: PartValues, timeline: string): PartSource {
  const keyOf = (name: string): string => partKey(timeline, name)
  return {
    bytes: (names) =>
      together(names, async (name) => {
        const options = { type: 'arrayBuffer', cacheTtl: partTtl } as const
        const value = await tried(name, () => kv.get(keyOf(name), options))
        return value && new Uint8Array(value)
      }),
    async texts(names) {
      const groups: string[][] = []
      for (let at = 0; at < names.length; at += maxBulk) groups.push(names.slice(at, at + maxBulk))
      const options = { type: 'text', cacheTtl: partTtl } as const
      const read = await together(groups, (group) =>
        tried(group[0] ?? '', () => kv.get(group.map(keyOf), options)),
      )
      return names.map((name, index) => read[Math.floor(index / maxBulk)]?.get(keyOf(name)) ?? null)
    },
  }
}

/** Throws `DamagedPart` if every try failed. */
async function tried<Value>(name: string, read: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await withTimeout(read(), readTimeout.milliseconds)
    } catch {
      if (attempt === readTimeout.tries) throw new DamagedPart(name, 'unread')
    }
  }
}
