// Timers without waiting: measures how long a service would wait, in the milliseconds of its
// timers, on machines of any speed. Runs both in Node and in workerd.
import { vi } from 'vitest'

/** The real one, even if a test replaces the global. */
const { setTimeout } = globalThis

/** Fires every timer as soon as nothing else is pending; returns the sum of their milliseconds. */
export async function waited(work: () => Promise<unknown>): Promise<number> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  const begun = Date.now()
  const state = { isDone: false }
  try {
    const done = work().finally(() => (state.isDone = true))
    while (!state.isDone) {
      await new Promise((resolve) => setTimeout(resolve))
      if (!state.isDone) vi.advanceTimersToNextTimer()
    }
    await done
    return Date.now() - begun
  } finally {
    vi.useRealTimers()
  }
}
