// Messages of refusals: the types of problems, and the rules that something breaks.
import type { RuleName, RuleValues } from '../../domain/broken-rule.ts'

/** The types of problems (RFC 9457) of the service; http/problem.ts has their statuses. */
export const problemTypes = [
  'malformed-json',
  'invalid-parameter',
  'unknown-parameter',
  'duplicate-parameter',
  'missing-parameter',
  'invalid-cursor',
  'query-too-broad',
  'digest-mismatch',
  'unauthorized',
  'forbidden',
  'not-found',
  'method-not-allowed',
  'segment-not-leased',
  'segment-incomplete',
  'cursor-expired',
  'event-removed',
  'timeline-gone',
  'precondition-failed',
  'content-too-large',
  'uri-too-long',
  'unsupported-media-type',
  'invalid-timeline',
  'invalid-part',
  'precondition-required',
  'rate-limited',
  'internal-error',
  'not-implemented',
  'store-unavailable',
  'publisher-overloaded',
  'misconfigured',
] as const
export type ProblemType = (typeof problemTypes)[number]

export interface ProblemWords {
  readonly title: string
  /** What it means, and what to do about it. */
  readonly detail: string
}

type Sentence<Values> = object extends Values ? string : (values: Values) => string

/** The value that breaks the rule is the subject of the sentence and stands before it. */
export type RuleSentences = { readonly [Rule in RuleName]: Sentence<RuleValues[Rule]> }

export interface ProblemMessages {
  readonly types: Readonly<Record<ProblemType, ProblemWords>>
  readonly rules: RuleSentences
  /** How to put it right, where the sentence does not say it. */
  readonly hints: {
    readonly [Rule in RuleName]?: string | ((values: RuleValues[Rule]) => string)
  }
  /** Follows a sentence: one proposal, or several. */
  readonly propose: (proposals: readonly string[]) => string
  /** A place and its sentence, such as `from: …`. */
  readonly at: (place: string, sentence: string) => string
  /** Separates sentences that follow each other on a line. */
  readonly between: string
  /** Heads the list of what is wrong with a form, followed by the form. */
  readonly correct: string
  /** One line on pages: parameters of the address that mean nothing here. */
  readonly ignored: (names: readonly string[]) => string
  /** A parameter whose name is not repeated. */
  readonly aParameter: string
}
