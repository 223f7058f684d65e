// Notices that a service that was healthy has gone silent: a process of wrangler may die while the
// others live on, and then nothing ends by itself.
import { setTimeout as pause } from 'node:timers/promises'
import type { ServiceClient } from '../service/http-client.ts'
import { say } from '../terminal/speech.ts'

/** So many looks without any answer, one after the other, fill the deadline. */
const looks = 20

/** Resolves when `stop` is aborted, which it does itself when nothing has answered for `deadline` milliseconds. */
export async function watchHealth(
  client: ServiceClient,
  deadline: number,
  stop: AbortController,
): Promise<void> {
  const { signal } = stop
  // Counted, since the clock also passes while the machine sleeps.
  let silent = 0
  while (!signal.aborted) {
    const [status] = await Promise.all([
      client.health(),
      pause(deadline / looks, undefined, { signal }).catch(() => undefined),
    ])
    silent = status === 0 ? silent + 1 : 0
    if (silent >= looks) stop.abort(say().start.silent(deadline / 1000))
  }
}
