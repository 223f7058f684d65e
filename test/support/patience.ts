// The timeouts of all tests: vitest.config.ts passes them to every project, chromium.ts to every
// page. They end what hangs and measure nothing, since machines are slow at times.
import { setTimeout as pause } from 'node:timers/promises'

/** Milliseconds. */
export const patience = {
  /** For one wait: a poll, a locator, a page load, the output of a process. */
  wait: 60_000,
  /** For a whole test or hook, which may wait several times. */
  whole: 300_000,
} as const

/**
 * Waits until a condition holds that has no value for `expect.poll` to show. A throw ends the wait.
 */
export async function until(title: string, holds: () => boolean): Promise<void> {
  const end = Date.now() + patience.wait
  while (!holds()) {
    if (Date.now() > end) throw new Error(`not within ${patience.wait / 1000} s: ${title}`)
    await pause(20)
  }
}
