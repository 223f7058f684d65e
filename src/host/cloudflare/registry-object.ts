// The one Durable Object that writes the list of timelines.
import { DurableObject } from 'cloudflare:workers'
import { createListing, type Listing } from '../../store/timeline-list.ts'
import { createSqliteLines } from './sqlite-lines.ts'
import type { TimelineLine } from '../../store/values.ts'

export interface RegistryEnv {
  readonly TIMELINES: KVNamespace
}

export class Registry extends DurableObject<RegistryEnv> {
  readonly #listing: Listing

  constructor(ctx: DurableObjectState, env: RegistryEnv) {
    super(ctx, env)
    this.#listing = createListing({
      lines: createSqliteLines(ctx.storage),
      kv: env.TIMELINES,
      now: Date.now,
      schedule: (at) => void ctx.storage.setAlarm(at),
    })
  }

  update(line: TimelineLine): Promise<void> {
    return this.#listing.update(line)
  }

  repair(): Promise<readonly string[]> {
    return this.#listing.repair()
  }

  override alarm(): Promise<void> {
    return this.#listing.drain()
  }
}
