// The world of a simulation: one order of everything that waits, chosen by fast-check's scheduler, and
// a clock that moves only when nothing else does or chance says so. While it runs, the timers and the
// digests of this process are the world's own, so that the code under test meets no other time.
import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Scheduler } from 'fast-check'
import { randomOf } from './random.ts'

export interface World {
  now(): number
  /** From 0 up to 1, the same for the same seed. */
  random(): number
  chance(probability: number): boolean
  pick<Value>(values: readonly Value[]): Value
  /** Waits until the scheduler chooses this task. */
  step(label: string): Promise<void>
  /** The same, while the clock stands still. */
  resume(): Promise<void>
  at(time: number, run: () => void): Timer
  sleep(milliseconds: number): Promise<void>
  /** Runs until nothing waits any more, or `isOver`. */
  run(isOver?: () => boolean): Promise<void>
  readonly steps: number
}

export interface Timer {
  readonly time: number
  readonly run: () => void
}

/** A task waits for at most so many milliseconds of the clock: what is under way lands or never will. */
export const longestTransit = 60_000

/** More steps than this are a loop that never ends. */
const mostSteps = 50_000

const drained = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export function createWorld(scheduler: Scheduler, seed: number, start: number): World {
  const random = randomOf(seed)
  const timers = new Set<Timer>()
  const waiting = new Set<{ readonly since: number }>()
  let time = start
  let steps = 0
  let resuming = 0

  const world: World = {
    now: () => time,
    random,
    chance: (probability) => random() < probability,
    pick: (values) => values[Math.floor(random() * values.length)]!,
    async step(label) {
      const task = { since: time }
      waiting.add(task)
      await scheduler.schedule(Promise.resolve(), label)
      waiting.delete(task)
    },
    async resume() {
      resuming++
      await scheduler.schedule(Promise.resolve(), 'resume')
      resuming--
    },
    at(when, run) {
      const timer = { time: Math.max(when, time), run }
      timers.add(timer)
      return timer
    },
    sleep: (milliseconds) => new Promise((resolve) => void world.at(time + milliseconds, resolve)),
    async run(isOver = () => false) {
      for (;;) {
        await drained()
        if (isOver()) return
        if (++steps > mostSteps) throw new Error('the simulation does not come to an end')
        const next = earliest(timers)
        if (next !== undefined && (scheduler.count() === 0 || (resuming === 0 && mayPass(next)))) {
          timers.delete(next)
          time = next.time
          next.run()
        } else if (scheduler.count() > 0) await scheduler.waitNext(1)
        else return
      }
    },
    get steps() {
      return steps
    },
  }

  const mayPass = (timer: Timer): boolean => {
    const oldest = waiting.values().next().value?.since ?? time
    return timer.time - oldest < longestTransit && world.chance(0.1)
  }

  cancels.set(world, (timer) => timers.delete(timer))
  return world
}

const cancels = new WeakMap<World, (timer: Timer) => boolean>()

export const cancel = (world: World, timer: Timer): void => void cancels.get(world)?.(timer)

/**
 * Node loads `fetch` and its classes when one of them is first named, and they know the `Blob` of that moment
 * for all time: it must be the real one, or later tests of this process would send no other.
 */
const { Response: RealResponse } = globalThis

/** What others do in threads of their own, whose end no scheduler knows, is done at once. */
const prompt = {
  CompressionStream: wholeThrough(gzipSync),
  DecompressionStream: wholeThrough(gunzipSync),
  Blob: class {
    readonly #bytes: Uint8Array<ArrayBuffer>
    constructor(pieces: readonly Uint8Array[]) {
      this.#bytes = Uint8Array.from(Buffer.concat(pieces))
    }
    stream(): ReadableStream<Uint8Array> {
      return new RealResponse(this.#bytes).body as ReadableStream<Uint8Array>
    }
  },
}

function wholeThrough(change: (whole: Uint8Array) => Uint8Array) {
  return class extends TransformStream<Uint8Array, Uint8Array> {
    constructor() {
      const pieces: Uint8Array[] = []
      super({
        transform: (piece) => void pieces.push(piece),
        flush: (out) => out.enqueue(Uint8Array.from(change(Buffer.concat(pieces)))),
      })
    }
  }
}

/**
 * Runs `act` while timers and digests of this process are those of the world. As in workerd, who waits for what
 * another request has begun may go on later than that one: `inAnyOrder`, after any other who may go on.
 */
export async function inhabit<Value>(
  world: World,
  act: () => Promise<Value>,
  inAnyOrder = false,
): Promise<Value> {
  const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout }
  const streams = { Blob, CompressionStream, DecompressionStream }
  const { subtle } = crypto
  const own = {
    setTimeout: (run: () => void, milliseconds = 0) => world.at(world.now() + milliseconds, run),
    clearTimeout: (timer: Timer | undefined) => timer !== undefined && cancel(world, timer),
    ...prompt,
  }
  Object.assign(globalThis, own)
  const race = Promise.race.bind(Promise)
  if (inAnyOrder)
    Promise.race = async <Promised>(promises: Iterable<Promised | PromiseLike<Promised>>) => {
      const won = await race(promises)
      await world.resume()
      return won
    }
  Object.defineProperty(subtle, 'digest', {
    configurable: true,
    async value(_algorithm: string, data: Uint8Array) {
      await world.step('digest')
      return Uint8Array.from(createHash('sha256').update(data).digest()).buffer
    },
  })
  try {
    return await act()
  } finally {
    Object.assign(globalThis, real, streams)
    Promise.race = race
    Reflect.deleteProperty(subtle, 'digest')
  }
}

function earliest(timers: ReadonlySet<Timer>): Timer | undefined {
  let first: Timer | undefined
  for (const timer of timers) if (first === undefined || timer.time < first.time) first = timer
  return first
}
