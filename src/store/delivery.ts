// Does an object's duties outside, one after the other, so that an older value never follows a newer
// one; repeats with back-off until they are done. Survives crashes by its outbox and an alarm.
import { within } from './timeout.ts'
import type { Duty, Outbox } from './outbox.ts'

/** Milliseconds that one duty may take. */
export const writeDeadline = 10_000

/** Milliseconds until the first repetition of a failed duty; it doubles up to the second figure. */
export const backOff = { first: 1_000, most: 60_000 } as const

/** Milliseconds after which a write that was begun has landed or never will. */
export const settled = 120_000

export interface DeliveryParts {
  readonly outbox: Outbox
  readonly perform: (duty: Duty) => Promise<void>
  /** The kind of duty that writes a mutable value, which a late write could overwrite. */
  readonly mutable: 'head' | 'list'
  readonly now: () => number
  /** Asks to be woken at that time, also after a crash. */
  readonly schedule: (at: number) => void
}

export interface Delivery {
  /** Does the duties that are due, and asks to be woken for the rest. */
  wake(): Promise<void>
}

export function createDelivery(parts: DeliveryParts): Delivery {
  const { outbox, now } = parts
  let failures = 0
  let running: Promise<void> = Promise.resolve()
  let queued: Promise<void> | null = null

  async function deliver(): Promise<void> {
    queued = null
    failures = (await performDue(parts)) ? 0 : failures + 1
    const wait = failures === 0 ? 0 : Math.min(backOff.first * 2 ** (failures - 1), backOff.most)
    const times = outbox.duties().map((duty) => Math.max(duty.notBefore, now() + wait))
    if (times.length > 0) parts.schedule(Math.min(...times))
  }

  return {
    wake() {
      queued ??= running.then(deliver, deliver)
      running = queued
      return queued
    },
  }
}

/** False where a duty failed; those behind it wait, since their order matters. */
async function performDue(parts: DeliveryParts): Promise<boolean> {
  // Asked anew each time: a publish in between adds a copy that comes before the head.
  const nextDue = (): Duty | undefined =>
    parts.outbox.duties().find((duty) => duty.notBefore <= parts.now())
  for (let duty = nextDue(); duty !== undefined; duty = nextDue()) {
    try {
      await performOne(duty, parts)
    } catch {
      return false
    }
  }
  return true
}

/**
 * A write of a mutable value that fails, or whose object dies, may still land, and over a newer one.
 * So the duty to confirm is noted before each and taken back only where no such write is under way.
 */
async function performOne(duty: Duty, parts: DeliveryParts): Promise<void> {
  const { outbox, perform, mutable, now } = parts
  const isMutable = duty.kind === mutable || duty.kind === 'confirm'
  const isDoubtful =
    duty.kind !== 'confirm' && outbox.duties().some(({ kind }) => kind === 'confirm')
  const confirm: Duty = { kind: 'confirm', number: duty.number, notBefore: now() + settled }
  if (isMutable) outbox.add(confirm)
  await within(perform(duty), writeDeadline)
  outbox.done(duty)
  if (isMutable && !isDoubtful) outbox.done(confirm)
}
