// What extraction finds in a text: words that may state a date, and how they may be read.
import type { DateKind } from '../domain/date/kinds.ts'
import type { Reason } from './reasons/reason.ts'

/** One way to read words: an EDTF date of the profile, what it claims, and by which rule. */
export interface DateReading {
  readonly date: string
  readonly kind: DateKind
  readonly why: Reason
}

interface FoundDate {
  /** In code points of the text; the end is exclusive. */
  readonly start: number
  readonly end: number
  /** The text between them. */
  readonly words: string
  /** False where the sentence puts nothing on a timeline: the article's own stamp, a law's date. */
  readonly isEvent: boolean
  /** Behind a heading such as 新闻推荐 or Related stories: perhaps not of this article. */
  readonly isAside: boolean
  /** It stands alone in its line, above lines that begin with dates of their own. */
  readonly isHeading: boolean
  /** Why it is ready, or what a person has to settle. */
  readonly rule: Reason
  /** The first proposal first; of a ready mark the only one. */
  readonly readings: readonly DateReading[]
}

/** `ready`: one reading, by a rule. `open`: several or none, or one that is a convention only. */
export type Mark =
  | (FoundDate & { readonly state: 'ready'; readonly date: string; readonly kind: DateKind })
  | (FoundDate & { readonly state: 'open'; readonly date: null; readonly kind: null })
