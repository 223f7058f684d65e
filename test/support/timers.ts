// Timers without waiting: what a service waits for is told in its own milliseconds, on machines of any
// speed. Runs in Node and in workerd alike.
import { vi } from 'vitest'

/** The real one, whatever a test puts in its place. */
const { setTimeout } = globalThis

/** Lets every timer go off as soon as nothing else is to be done; answers the milliseconds of them all. */
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
