// What the service is made of: what a host gives to `createApp`.
import type { Publisher } from '../store/publish/publisher.ts'
import type { Store } from '../store/read/store.ts'
import type { Token } from './token.ts'

/** What the service is made of. `createApp` receives it; nothing else reaches around it. */
export interface Service {
  readonly store: Store
  readonly publisher: Publisher
  /** False where the caller has written too often. */
  readonly mayWrite: (caller: string) => Promise<boolean>
  readonly tokens: readonly Token[]
  /** Serves a static file. */
  readonly assets: (request: Request) => Promise<Response>
  /** Origin of every absolute URL, without a slash at the end. */
  readonly publicUrl: string
  /** Names the deployed version: a new one makes every entity tag new. */
  readonly build: string
  readonly now: () => number
  readonly log: (entry: Readonly<Record<string, unknown>>) => void
}
