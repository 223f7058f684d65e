// What a host gives to `createApp`. Whatever differs between hosts stands here; no implementation: a
// host's is in src/host/, and test/host/contract/ proves what one must do.
import type { Publisher } from '../store/publish/publisher.ts'
import type { Store } from '../store/read/store.ts'
import type { Token } from './token.ts'

/** `createApp` receives it; nothing else reaches around it. */
export interface Service {
  readonly store: Store
  readonly publisher: Publisher
  /** Names who sent a request, for `mayWrite`: the address as the host knows it, not as a client says. */
  readonly callerOf: (request: Request) => string
  /** False where the caller has written too often. */
  readonly mayWrite: (caller: string) => Promise<boolean>
  readonly tokens: readonly Token[]
  /** Compares in a time that does not tell how much is equal (CWE-208); both have the same length. */
  readonly equal: (a: Uint8Array, b: Uint8Array) => boolean
  /** Serves a static file. */
  readonly assets: (request: Request) => Promise<Response>
  /** Origin of every absolute URL, without a slash at the end. */
  readonly publicUrl: string
  /** Names the deployed version: a new one makes every entity tag new. */
  readonly build: string
  readonly now: () => number
  readonly log: (entry: Readonly<Record<string, unknown>>) => void
}
