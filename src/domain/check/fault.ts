/** What is wrong with a document, and where. */
export interface Fault {
  /** JSON Pointer (RFC 6901) of a value that exists in the document. */
  readonly pointer: string
  /** Stable code, such as `unknown-theme`; docs/data-model.md lists them. */
  readonly reason: FaultReason
  /** What is wrong, for people; the value at the pointer is its subject. */
  readonly message: string
  /** What to do about it, where that is not plain from the message. */
  readonly hint?: string
}

export const faultReasons = [
  // The form of the document
  'wrong-type',
  'missing-field',
  'unknown-field',
  'too-long',
  'too-short',
  'out-of-range',
  'wrong-form',
  // What its parts say of each other
  'duplicate-id',
  'unknown-theme',
  'unknown-actor',
  'unknown-source',
  'repeated-reference',
  'membership-cycle',
  'not-a-place',
  'ambiguous-name',
  'invalid-date',
  'after-source',
  'uncited-words',
  'wrong-sum',
  'mixed-units',
  'empty-range',
  'inexact-number',
  'private-matter',
  // What it says of the timeline that it is published as
  'other-timeline',
  'authority-changed',
  // What its citations say of a source's text
  'source-differs',
  'passage-absent',
  'passage-ambiguous',
  'digits-differ',
  'context-differs',
] as const
export type FaultReason = (typeof faultReasons)[number]
