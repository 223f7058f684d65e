// What a proof is: a promise, how it is tried at full size, and what was seen.
import type { Code } from '../simulation/code.ts'
import type { History } from '../simulation/history.ts'

export interface Setting {
  readonly code: Code
  readonly history: History
}

export interface Result {
  readonly count: number
  readonly violations: readonly string[]
  /** In words, the same in every run. */
  readonly seen: string
}

export interface Proof {
  readonly name: string
  readonly title: string
  readonly unit: string
  readonly seed: number | null
  /** What it needs and this machine does not have, in words; null if it can run. */
  readonly missing?: () => string | null
  readonly run: (setting: Setting) => Promise<Result>
}
