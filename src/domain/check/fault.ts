import { broken, type BrokenRule, type RuleName } from '../broken-rule.ts'

/** A fault in a document, and its place. */
export interface Fault {
  /** JSON Pointer (RFC 6901) of a value that exists in the document. */
  readonly pointer: string
  /** Stable code, such as `unknown-theme`; docs/data-model.md lists them. */
  readonly reason: FaultReason
  /** Which rule is broken, for its words (messages/languages.ts). */
  readonly broken: BrokenRule
}

/** A fault of what edits make of an edition. */
export type EditFault = Omit<Fault, 'pointer'> & EditPlace

/** In the edits, or in what they leave of the edition: there a JSON Pointer with ids for indexes. */
export type EditPlace = { readonly pointer: string } | { readonly inEdition: string }

/** Maximum faults in an answer or a list; the number of all is told, as far as they are counted. */
export const maxFaultsShown = 100

/** Maximum faults of a document that are found and counted. */
export const maxFaultsCounted = 1000

export const faultReasons = [
  // The form of the document
  'wrong-type',
  'missing-field',
  'unknown-field',
  'too-long',
  'too-short',
  'out-of-range',
  'wrong-form',
  // Consistency between parts of the document
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
  // Agreement with the timeline that it is published as
  'other-timeline',
  'authority-changed',
  'unknown-event',
  'fixed-by-events',
  // Agreement of its citations with the text of a source
  'source-differs',
  'passage-absent',
  'passage-ambiguous',
  'digits-differ',
  'context-differs',
] as const
export type FaultReason = (typeof faultReasons)[number]

/** Reasons that have a rule of their own, which needs no values. */
type PlainReason = Extract<
  FaultReason,
  { [Rule in RuleName]: Parameters<typeof broken<Rule>> extends [Rule] ? Rule : never }[RuleName]
>

/** @example plainFault('/events/0/place', 'unknown-actor') */
export const plainFault = (pointer: string, reason: PlainReason): Fault => ({
  pointer,
  reason,
  broken: broken(reason),
})

/** A fault whose rule is its reason, with the values of the rule. */
export const faultOf = (pointer: string, rule: BrokenRule<FaultReason & RuleName>): Fault => ({
  pointer,
  reason: rule.rule,
  broken: rule,
})
