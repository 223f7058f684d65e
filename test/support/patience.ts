// How long the tests wait, in this one place: vitest.config.ts hands it to every project, chromium.ts
// to every page. These times end what hangs and measure nothing: machines are slow at times.
import { setTimeout as pause } from 'node:timers/promises'

/** Milliseconds. */
export const patience = {
  /** For one thing to come about: a poll, a locator, a page that loads, the words of a process. */
  wait: 60_000,
  /** For a test or a hook, which may wait several times. */
  whole: 300_000,
} as const

/** Waits until something holds, where `expect.poll` has no value to show. A throw ends the wait. */
export async function until(title: string, holds: () => boolean): Promise<void> {
  const end = Date.now() + patience.wait
  while (!holds()) {
    if (Date.now() > end) throw new Error(`not within ${patience.wait / 1000} s: ${title}`)
    await pause(20)
  }
}
