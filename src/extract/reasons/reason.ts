// Why words are read as a date, or why a person has to settle them: a rule and its values. The words
// of the rules are templates, one file a language; nothing else here speaks.
import type { Translation } from '../../domain/text/translation.ts'
import type { en } from './en.ts'

/** A sentence of each rule. A language that lacks one does not compile. */
export type ReasonWords = Translation<typeof en>

type Rule = keyof ReasonWords

/** What the sentence of a rule is made of; `unknown` for one that always says the same. */
type Values<R extends Rule> = ReasonWords[R] extends (values: infer Given) => string ? Given : never

export type Reason = { [R in Rule]: { readonly rule: R; readonly values: Values<R> } }[Rule]

export const because = <R extends Rule>(rule: R, values: Values<R>): Reason =>
  ({ rule, values }) as unknown as Reason

export const plain = (rule: { [R in Rule]: unknown extends Values<R> ? R : never }[Rule]): Reason =>
  ({ rule, values: {} }) as Reason

export const reasonInWords = ({ rule, values }: Reason, words: ReasonWords): string =>
  (words[rule] as (values: unknown) => string)(values)
