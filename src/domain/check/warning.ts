import type { BrokenRule } from '../broken-rule.ts'

/** What may be wrong with a document, for its editor to decide. A publish is not refused for it. */
export interface Warning {
  /** JSON Pointer (RFC 6901) of a value that exists in the document. */
  readonly pointer: string
  /** Stable code, such as `uncited-digits`; docs/data-model.md lists them. */
  readonly reason: WarningReason
  readonly broken: BrokenRule
}

export const warningReasons = ['uncited-digits', 'date-differs', 'private-title'] as const
export type WarningReason = (typeof warningReasons)[number]
