// Stored values with a bit flipped, cut short, or swapped with another one: none is ever served.
import type { KeyValue } from '../../src/store/key-value.ts'
import type { Code } from './code.ts'
import { timeline, type History } from './history.ts'
import { corrupt } from './kv.ts'
import { randomOf } from './random.ts'

const kinds = ['flipped', 'truncated', 'swapped'] as const

export interface Damages extends Record<(typeof kinds)[number], number> {
  corruptions: number
  readonly violations: string[]
}

export async function runDamages(
  code: Code,
  history: History,
  { seed, count }: { readonly seed: number; readonly count: number },
): Promise<Damages> {
  const random = randomOf(seed)
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)]!
  const sum: Damages = { corruptions: 0, flipped: 0, truncated: 0, swapped: 0, violations: [] }
  while (sum.corruptions < count) {
    const victim = pick(history.stored)
    const kind = pick(kinds)
    const others = [...history.stored, history.other].filter(({ key }) => key !== victim.key)
    const value = kind === 'swapped' ? pick(others).value : corrupt(victim.value, kind, random)
    const read = await readWith(code, history, { ...victim, value })
    if (read.ok) sum.violations.push(`served: ${victim.key}, ${kind}`)
    else if (read.failure !== 'unavailable') sum.violations.push(`${victim.key}: ${read.failure}`)
    sum.corruptions++
    sum[kind]++
  }
  return sum
}

/** A cold isolate reads what depends on the damaged value. */
function readWith(code: Code, history: History, damaged: History['stored'][number]) {
  const stored = new Map([...history.stored, damaged].map((one) => [one.key, one]))
  const kv: KeyValue = {
    async getWithMetadata(key) {
      const found = stored.get(key)
      return found === undefined
        ? { value: null, metadata: null }
        : { value: new Response(found.value).body, metadata: found.metadata }
    },
    put: () => Promise.reject(new Error('reads only')),
    delete: () => Promise.reject(new Error('reads only')),
  }
  const store = code.createStore({ kv, now: () => 0, report: () => undefined })
  if (damaged.key === 'timelines') return store.timelines()
  const number = /^edition\/.*\/(\d+)$/.exec(damaged.key)?.[1]
  return number === undefined ? store.current(timeline) : store.edition(timeline, Number(number))
}
