// The interface between a host and `createApp`: everything that differs between hosts.
// Implementations are in src/host/; test/host/contract/ tests what each must do.
import type { Result } from '../domain/result.ts'
import type { Publisher } from '../store/publish/publisher.ts'
import type { Store } from '../store/read/store.ts'
import type { Token } from './token.ts'

/** Everything that `createApp` needs from a host; the application uses nothing else of it. */
export interface Service {
  readonly store: Store
  readonly publisher: Publisher
  /** Writes the list of timelines anew; the ids of all, also of those that were taken down. */
  readonly repairList: () => Promise<Result<readonly string[], { readonly reason: 'unavailable' }>>
  /** Identifies the sender for `mayWrite` and `mayAsk`: the address that the host sees. */
  readonly callerOf: (request: Request) => string
  /** Whether the caller's connection was encrypted, as far as the host knows. */
  readonly isSecure: (request: Request) => boolean
  /** Makes caches forget all answers with this tag, where the host has any that can. */
  readonly purge: (request: Request, tag: string) => void
  /** False if the caller exceeds the rate limit for writes. */
  readonly mayWrite: (caller: string) => Promise<boolean>
  /** False if the caller exceeds the rate limit for calls of tools. */
  readonly mayAsk: (caller: string) => Promise<boolean>
  readonly tokens: readonly Token[]
  /** Compares in constant time (CWE-208); both must have the same length. */
  readonly equal: (a: Uint8Array, b: Uint8Array) => boolean
  /**
   * True if the platform compresses answers of this media type by itself. Any other answer that has
   * a `Content-Encoding` is encoded by the host: its body here is not yet encoded.
   */
  readonly compresses: (type: string) => boolean
  /** The Accept-Encoding that the client sent, which what stands before us may replace; or ''. */
  readonly acceptEncodingOf: (request: Request) => string
  /** Serves a static file. */
  readonly assets: (request: Request) => Promise<Response>
  /** Origin of every absolute URL, without a trailing slash. */
  readonly publicUrl: string
  /** Identifies the deployed version; it is part of every entity tag. */
  readonly build: string
  readonly now: () => number
  readonly log: (entry: Readonly<Record<string, unknown>>) => void
}
