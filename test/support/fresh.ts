// Each file of tests in workerd begins without stored data and without what modules remember, such as
// the store's cache, since files share a process (a setup file of vitest.config.ts).
import { reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { vi } from 'vitest'

// Durable Objects alone; KV keeps its values.
await reset()
for (;;) {
  const { keys } = await env.TIMELINES.list()
  if (keys.length === 0) break
  await Promise.all(keys.map(({ name }) => env.TIMELINES.delete(name)))
}
vi.resetModules()
