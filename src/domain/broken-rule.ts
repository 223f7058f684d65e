// What can be wrong with what somebody wrote (a document, a date, a query), as data: a rule and the
// values that its sentence needs. The sentences are in src/messages/<language>/problems.ts, so a rule
// that is added here does not compile until every language has one.

/** Rules whose sentences need no values. */
export type PlainRule =
  // Dates (docs/dates.md)
  | Exclude<EdtfRule, 'no-day' | 'too-long'>
  | 'point-without-earliest'
  | 'day-not-a-span'
  // The form of a document
  | 'unknown-field'
  | 'not-whole'
  | 'not-finite'
  | 'blank'
  | 'invisible'
  | 'not-a-key-here'
  | 'offset-not-a-zone'
  | 'too-many-digits'
  | 'not-an-identifier'
  | 'insecure-write'
  | 'other-timelines'
  | 'not-a-language-tag'
  | 'not-a-web-url'
  | 'not-a-publication'
  | 'not-a-sha256'
  | 'not-a-unit-code'
  | 'not-a-domain'
  | 'not-a-calendar-date'
  | 'no-such-calendar-date'
  | 'not-a-time-zone'
  | 'start-without-end'
  | 'context-without-words'
  | 'no-citation'
  | 'no-language'
  | 'text-or-texts'
  // Agreement between parts of a document
  | 'unknown-theme'
  | 'unknown-actor'
  | 'unknown-source'
  | 'repeated-reference'
  | 'membership-cycle'
  | 'uncited-words'
  | 'wrong-sum'
  | 'mixed-units'
  | 'empty-range'
  | 'inexact-number'
  | 'other-timeline'
  | 'authority-changed'
  | 'passage-absent'
  | 'passage-ambiguous'
  | 'context-differs'
  // The text of a document
  | 'not-utf-8'
  | 'utf-16'
  | 'not-a-text'
  | 'duplicate-key'
  | 'forbidden-key'
  // A request
  | 'not-a-window-day'
  | 'ends-first'
  | 'no-such-theme'
  | 'no-such-actor'
  | 'no-such-source'
  | 'not-a-cursor'
  | 'not-percent-encoded'
  | 'given-twice'
  | 'required'
  | 'not-a-star'
  | 'not-with-if-match'
  | 'not-an-edition-tag'
  | 'not-a-head'
  | 'no-such-timeline'
  | 'too-broad'
  | 'names-too-broad'
  | 'no-such-event'
  | 'no-such-edition'
  | 'edition-taken'
  | 'nothing-to-restore'
  | 'nothing-kept-before'
  | 'no-such-problem'
  | 'no-such-page'
  | 'nothing-to-embed'
  | 'withdrawn-event'
  | 'not-json'
  | 'other-charset'
  | 'encoded-body'
  | 'part-of-a-body'
  | 'cut-body'
  | 'other-tag'
  | 'other-edition'
  | 'later-edition'
  | 'edition-there'
  | 'no-edition-yet'
  | 'no-tag'
  // Uploads of packed parts
  | 'not-a-lease'
  | 'not-parts'
  | 'not-a-frame'
  | 'not-a-part-name'
  | 'part-checksum'
  | 'part-content'
  | 'part-alone'
  | 'event-differs'
  | 'event-revision'
  | 'event-out-of-order'
  | 'parts-disagree'
  | 'part-missing'
  | 'parts-differ'
  | 'other-content'
  | 'not-a-commit'
  // Edits
  | 'not-edits'
  | 'not-an-edit'
  | 'not-edited-texts'
  | 'unknown-event'
  | 'fixed-by-events'

/** Why a text is not a date of the profile (docs/dates.md); these names are stable. */
export const edtfRules = [
  'empty',
  'too-long',
  'surrounding-space',
  'inner-space',
  'not-ascii',
  'not-a-date',
  'typed-date',
  'day-or-month',
  'decade-or-century',
  'without-year',
  'short-year',
  'unbounded-part',
  'exact-part',
  'serial-number',
  'zero-part',
  'basic-format',
  'year-digits',
  'year-range',
  'no-year',
  'no-month',
  'no-day',
  'two-digits',
  'season',
  'week',
  'ordinal-day',
  'x-elsewhere',
  'small-x',
  'unspecified-part',
  'qualifier-place',
  'time-without-offset',
  'time-without-day',
  'time-digits',
  'time-fraction',
  'no-time',
  'no-offset',
  'qualified-instant',
  'time-in-interval',
  'x-in-interval',
  'interval-without-bound',
  'interval-parts',
  'ends-before-start',
  'range-alone',
  'all-of-set',
  'set-bracket',
  'set-empty',
  'set-of-one',
  'set-without-end',
  'set-mixed',
  'set-order',
  'time-in-set',
  'x-in-set',
] as const
export type EdtfRule = (typeof edtfRules)[number]

/** What stands in a place of JSON text (RFC 8259, 2). */
export type JsonToken = 'value' | 'key' | 'colon' | 'comma-or-brace' | 'comma-or-bracket' | 'end'

/** Both count from 1; columns in UTF-16 units. */
export interface TextPlace {
  readonly line: number
  readonly column: number
}

/** What has the id or the name already. */
interface Held {
  /** Its pointer. */
  readonly holder: string
  /** Of edits: it is in what they leave of the edition, and its pointer has ids for indexes. */
  readonly isInEdition?: true
}

/** The values of each rule. */
export interface RuleValues extends Readonly<Record<PlainRule, object>> {
  /** Characters. */
  readonly 'too-long': { readonly max: number }
  readonly 'too-short': { readonly min: number }
  /** Entries of a list. */
  readonly 'too-many': { readonly max: number }
  readonly 'too-few': { readonly min: number }
  readonly 'at-most': { readonly max: number }
  readonly 'at-least': { readonly min: number }
  readonly 'one-of': { readonly options: readonly string[] }
  /** A name of valibot, or the literal that is expected. */
  readonly 'wrong-type': { readonly expected: string }
  readonly 'missing-field': { readonly field: string }
  /** A month such as 2020-02, and how many days it has. */
  readonly 'no-day': { readonly month: string; readonly days: number }
  readonly 'form-not-of-kind': { readonly form: string; readonly kind: string }
  readonly 'x-not-a-point': { readonly kind: string }
  readonly 'duplicate-id': Held
  readonly 'ambiguous-name': Held & { readonly what: 'theme' | 'actor' }
  readonly 'not-a-place': { readonly kind: string }
  /** The day, month or year in which the source appeared. */
  readonly 'after-source': { readonly date: string }
  readonly 'private-matter': { readonly term: string }
  /** A number that no cited passage has, and some that they have. */
  readonly 'uncited-digits': { readonly number: string; readonly found: readonly string[] }
  /** Words of the stated date, such as 24日. */
  readonly 'date-differs': { readonly words: string }
  readonly 'source-differs': { readonly sha256: string }
  /** The words of the source. */
  readonly 'digits-differ': { readonly words: string }
  readonly 'too-deep': { readonly max: number }
  readonly 'json-trailing-comma': TextPlace
  readonly 'json-comment': TextPlace
  readonly 'json-single-quote': TextPlace
  /** A quotation mark, colon, comma or bracket of a Chinese input method or a word processor. */
  readonly 'json-wide-mark': TextPlace
  /** A word other than true, false and null. */
  readonly 'json-word': TextPlace
  readonly 'json-number': TextPlace
  readonly 'json-control': TextPlace
  readonly 'json-escape': TextPlace
  readonly 'json-expected': TextPlace & { readonly expected: JsonToken }
  readonly 'json-ended': TextPlace & { readonly expected: JsonToken | 'quote' }
  /** Characters, as in U+202E. */
  readonly 'unpaired-surrogate': { readonly name: string }
  readonly 'control-character': { readonly name: string }
  readonly noncharacter: { readonly name: string }
  readonly 'line-end': { readonly name: string }
  readonly 'unclosed-direction': { readonly name: string; readonly closer: string }
  readonly 'direction-override': { readonly name: string }
  readonly 'stray-closer': { readonly name: string }
  readonly 'too-many-marks': { readonly max: number; readonly name: string }
  /** 1 to `max`. */
  readonly 'whole-number': { readonly max: number }
  /** The ids of all that a name in a filter may mean. */
  readonly 'several-things': { readonly ids: readonly string[] }
  readonly 'too-many-names': { readonly max: number }
  readonly 'too-many-clauses': { readonly max: number }
  readonly 'too-many-words': { readonly max: number }
  /** The parameters that there are. */
  readonly 'unknown-name': { readonly known: readonly string[] }
  /** Bytes. */
  readonly 'body-size': { readonly max: number }
  readonly 'edition-size': { readonly size: number; readonly max: number }
  /** Bytes, or a number of parts. */
  readonly 'lease-size': { readonly max: number }
  /** Events that are added or removed; a changed one is both. */
  readonly 'too-many-edits': { readonly max: number }
  /** Characters of JSON. */
  readonly 'edits-length': { readonly max: number }
  readonly 'too-many-leases': { readonly max: number }
  /** How many were counted, whether there are more, and how many are listed. */
  readonly 'more-faults': {
    readonly total: number
    readonly isMore: boolean
    readonly max: number
  }
  /** The name in the spelling of the database. */
  readonly 'zone-spelling': { readonly known: string }
  /** Between two editions; 1 unless the host sets another. */
  readonly 'one-edition-a-second': { readonly seconds: number }
  readonly 'address-size': { readonly max: number }
  /** A setting of the host and its rule, in English, for whoever runs the service. */
  readonly 'unusable-setting': { readonly fault: string }
}

export type RuleName = keyof RuleValues

/** A rule that was broken. */
export type BrokenRule<Rule extends RuleName = RuleName> = {
  readonly [Name in Rule]: {
    readonly rule: Name
    readonly values: RuleValues[Name]
    /**
     * What may have been meant, made of what was understood and never copied from the input. Several
     * where the input can be read in several ways.
     */
    readonly proposals?: readonly string[]
  }
}[Rule]

/** A rule that needs values does not compile without them. */
type ValuesOfRule<Rule extends RuleName> = object extends RuleValues[Rule]
  ? []
  : [values: RuleValues[Rule]]

/** @example broken('too-long', { max: 200 }) → { rule: 'too-long', values: { max: 200 } } */
export const broken = <Rule extends RuleName>(
  rule: Rule,
  ...[values]: ValuesOfRule<Rule>
): BrokenRule<Rule> => ({ rule, values: values ?? {} }) as BrokenRule<Rule>

/** A broken rule as the message of a valibot issue, which must be text. */
export const issueMessage = <Rule extends RuleName>(
  rule: Rule,
  ...values: ValuesOfRule<Rule>
): string => messageOf(broken(rule, ...values) as BrokenRule)

export const messageOf = (rule: BrokenRule): string => JSON.stringify(rule)

/** The rule in the message of an issue; null for one of valibot's own messages. */
export const ruleOfMessage = (message: string): BrokenRule | null =>
  message.startsWith('{') ? (JSON.parse(message) as BrokenRule) : null
