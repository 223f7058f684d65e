// A Durable Object: one instance at a time, made anew after a crash; its storage and its alarm survive.
// A dead instance has no effect besides writes to KV that were under way.
import { cancel, type Timer, type World } from './world.ts'

/** What an instance is given. Everything of it fails or does nothing once the instance is dead. */
export interface Platform {
  isAlive(): boolean
  schedule(at: number): void
  /** The storage, which a dead instance can neither read nor write. */
  guard<Storage extends object>(storage: Storage): Storage
}

export interface SimulatedObject<Instance> {
  /** A request: it may be lost on its way, and so may its reply when the instance dies. */
  call<Value>(ask: (instance: Instance) => Promise<Value>): Promise<Value>
  crash(): void
  crashes: number
}

export function createObject<Instance extends { drain(): Promise<void> }>(
  world: World,
  build: (platform: Platform) => Instance,
  onThrow: (error: unknown) => void,
): SimulatedObject<Instance> {
  interface Life {
    readonly instance: Instance
    readonly death: Promise<never>
    readonly end: () => void
  }
  let life: Life | null = null
  let alarm: Timer | null = null

  const schedule = (time: number): void => {
    if (alarm !== null) cancel(world, alarm)
    alarm = world.at(time, () => {
      alarm = null
      void ring()
    })
  }

  // The platform repeats an alarm whose handler did not come to its end.
  const ring = async (): Promise<void> => {
    try {
      life ??= begin()
      const own = life
      await Promise.race([own.instance.drain().catch(thrown(own)), own.death])
    } catch {
      if (alarm === null) schedule(world.now() + 2_000)
    }
  }

  /** A living instance answers; only a dead one may throw. */
  const thrown = (own: Life) => (error: unknown) => {
    if (life === own) onThrow(error)
    throw error
  }

  const begin = (): Life => {
    let isAlive = true
    let end = (): void => undefined
    const death = new Promise<never>((_resolve, reject) => {
      end = () => {
        isAlive = false
        reject(new Error('the object died'))
      }
    })
    death.catch(() => undefined)
    const platform: Platform = {
      isAlive: () => isAlive,
      schedule: (at) => {
        if (isAlive) schedule(at)
      },
      guard: (storage) =>
        new Proxy(storage, {
          get(target, name) {
            if (!isAlive) throw new Error('the object is dead')
            return Reflect.get(target, name)
          },
        }),
    }
    return { instance: build(platform), death, end }
  }

  return {
    crashes: 0,
    async call(ask) {
      await world.step('request')
      life ??= begin()
      const own = life
      const { instance, death } = own
      const value = await Promise.race([ask(instance).catch(thrown(own)), death])
      // The reply travels, and is lost with the object.
      await Promise.race([world.step('reply'), death])
      return value
    },
    crash() {
      if (life === null) return
      this.crashes++
      life.end()
      life = null
    },
  }
}
