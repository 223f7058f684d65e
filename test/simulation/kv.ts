// Workers KV as the worst that its documentation allows: what a location has seen, absence included,
// it may show again for a while; writes land in any order, late, twice told, or never; and reads
// throw, hang, find nothing, or bring damaged values while faults are on.
import { timelinesKey } from '../../src/store/keys.ts'
import type { KeyValue } from '../../src/store/key-value.ts'
import type { PartValues } from '../../src/store/read/part-source.ts'
import type { World } from './world.ts'

export interface Value {
  /** Bytes are letters of Latin 1 here. */
  readonly value: string
  readonly metadata: unknown
}

export interface FaultRates {
  /** Share of reads that fail in one of the ways of `readFaults`. */
  readonly reads: number
  /** Share of writes that fail in one of the ways of `writeFaults`. */
  readonly writes: number
}

export const noFaults: FaultRates = { reads: 0, writes: 0 }

const readFaults = ['throws', 'hangs', 'missing', 'flipped', 'truncated', 'swapped'] as const
const writeFaults = ['refused', 'reply lost', 'hangs', 'lands late'] as const

/** Milliseconds for which a location may show what it saw. */
export const staleness = 75_000

/** A write lands within so many milliseconds of its beginning or never does. */
const latest = 110_000

export interface SimulatedKv {
  /** What stands at the centre. */
  readonly stored: ReadonlyMap<string, Value>
  /** Told of each write and deletion as it lands; `stored` has what is there now. */
  onLanding: (key: string) => void
  faults: FaultRates
  /** How many faults there were so far. */
  injected: number
  preset(key: string, value: Value): void
  lose(key: string): void
  /** The binding of an isolate at a location; isolates of one location share what it remembers. */
  at(location: Location): KeyValue & PartValues
  /** The binding of an object, for as long as it lives. */
  writer(isAlive: () => boolean): Pick<KeyValue, 'put' | 'delete'>
}

/** What a location saw under each key, with the time. */
export type Location = Map<string, { readonly seen: Value | null; readonly time: number }[]>

export function createSimulatedKv(world: World): SimulatedKv {
  const stored = new Map<string, Value>()
  const kv: SimulatedKv = {
    stored,
    onLanding: () => undefined,
    faults: noFaults,
    injected: 0,
    preset: (key, value) => void stored.set(key, value),
    lose: (key) => void stored.delete(key),
    at: (location) => ({
      ...kv.writer(() => true),
      async getWithMetadata(key) {
        await world.step(`read ${key}`)
        return answer(await read(kv, world, { location, key, ttl: 0 }))
      },
      get: ((keys: string | string[], { cacheTtl }: { cacheTtl: number }) =>
        readParts(kv, world, { location, keys, ttl: cacheTtl * 1_000 })) as PartValues['get'],
    }),
    writer(isAlive) {
      const write = (key: string, land: () => void): Promise<void> =>
        send(kv, world, {
          label: `write ${key}`,
          isAlive,
          land() {
            land()
            kv.onLanding(key)
          },
        })
      return {
        put: (key, value, options) =>
          write(key, () =>
            stored.set(key, {
              value: typeof value === 'string' ? value : Buffer.from(value).toString('latin1'),
              metadata: options?.metadata ?? null,
            }),
          ),
        delete: (key) => write(key, () => stored.delete(key)),
      }
    },
  }
  return kv
}

type Got = Awaited<ReturnType<KeyValue['getWithMetadata']>>

interface Asked {
  readonly location: Location
  readonly key: string
  /** Milliseconds for which the location keeps it, beyond `staleness`. */
  readonly ttl: number
}

async function read(kv: SimulatedKv, world: World, asked: Asked): Promise<Value | null> {
  const isFaulty = world.chance(kv.faults.reads)
  const found = look(kv, world, asked)
  if (!isFaulty) return found
  kv.injected++
  const fault = world.pick(readFaults)
  if (fault === 'throws') throw new Error('injected')
  if (fault === 'hangs') return never()
  // The list is never deleted: it is missing only where a location remembers the time before it.
  if (fault === 'missing') return asked.key === timelinesKey ? found : null
  if (found === null) return null
  return damage(found, fault, kv, world)
}

/** One part of bytes, or the texts of several in one operation. */
async function readParts(
  kv: SimulatedKv,
  world: World,
  { keys, ...asked }: Omit<Asked, 'key'> & { readonly keys: string | readonly string[] },
): Promise<ArrayBuffer | null | Map<string, string | null>> {
  await world.step(`read ${String(keys)}`)
  if (typeof keys === 'string') {
    const found = await read(kv, world, { ...asked, key: keys })
    return found && Uint8Array.from(Buffer.from(found.value, 'latin1')).buffer
  }
  const texts = new Map<string, string | null>()
  for (const key of keys) texts.set(key, (await read(kv, world, { ...asked, key }))?.value ?? null)
  return texts
}

/** Fresh from the centre, or anything that this location saw not long ago; absence is soon forgotten. */
function look(kv: SimulatedKv, world: World, { location, key, ttl }: Asked): Value | null {
  const known = (location.get(key) ?? []).filter(
    ({ seen, time }) => world.now() - time < staleness + (seen === null ? 0 : ttl),
  )
  if (known.length > 0 && world.chance(0.5)) return world.pick(known).seen
  const seen = kv.stored.get(key) ?? null
  location.set(key, [...known, { seen, time: world.now() }])
  return seen
}

/** A damaged value comes with other metadata at times, else it would not be looked at. */
function damage(
  found: Value,
  fault: 'flipped' | 'truncated' | 'swapped',
  kv: SimulatedKv,
  world: World,
): Value {
  const others = [...kv.stored.values()].filter((other) => other !== found)
  if (fault === 'swapped') return others.length === 0 ? found : world.pick(others)
  const metadata = world.pick([null, found.metadata])
  return { value: corrupt(found.value, fault, world.random), metadata }
}

/** Flips one bit of the text, or cuts it. */
export function corrupt(
  text: string,
  fault: 'flipped' | 'truncated',
  random: () => number,
): string {
  const place = Math.floor(random() * text.length)
  if (fault === 'truncated') return text.slice(0, place)
  const flipped = String.fromCharCode(text.charCodeAt(place) ^ (1 << Math.floor(random() * 7)))
  return text.slice(0, place) + flipped + text.slice(place + 1)
}

interface Write {
  readonly label: string
  readonly isAlive: () => boolean
  readonly land: () => void
}

async function send(kv: SimulatedKv, world: World, write: Write): Promise<void> {
  const { label, isAlive, land } = write
  if (!isAlive()) return never()
  const begun = world.now()
  const fault = world.chance(kv.faults.writes) ? world.pick(writeFaults) : 'none'
  if (fault !== 'none') kv.injected++
  if (fault === 'hangs') return never()
  if (fault === 'lands late') {
    world.at(begun + 1 + world.random() * (latest - 1), land)
    return never()
  }
  if (world.chance(0.1)) await world.sleep(world.random() * 5_000)
  await world.step(label)
  if (fault === 'refused') throw new Error('injected')
  // What was under way when its object died may land or not.
  if (isAlive() || world.chance(0.5)) land()
  await world.step(`reply to ${label}`)
  if (!isAlive()) return never()
  if (fault === 'reply lost') throw new Error('injected')
}

const never = (): Promise<never> => new Promise(() => undefined)

const answer = (found: Value | null): Got =>
  found === null
    ? { value: null, metadata: null }
    : { value: new Response(found.value).body, metadata: found.metadata }
