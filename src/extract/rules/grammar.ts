// What a language gives to the walk through a text.
import type { Tense } from './scene.ts'
import type { Phrase } from './stated.ts'
import type { ZoneName } from './time-zone.ts'

export interface TextClause {
  /** The folded text around a phrase, cut at it. */
  readonly before: string
  readonly after: string
  /** The clause that follows a phrase which stands alone in its own. */
  readonly next: string
  /** What stands before the phrase in its sentence. */
  readonly sentenceBefore: string
}

/** A phrase, and the text close to it. */
export interface WordsAround {
  readonly words: string
  /** Up to the phrase before it. */
  readonly earlier: string
  /** The same, with what the phrase before it holds. */
  readonly context: string
  readonly later: string
}

export interface Grammar {
  readonly fold: (text: string) => string
  /** A named year goes on to later sentences of a paragraph. */
  readonly carries: boolean
  /** Where a phrase may begin. */
  readonly trigger: RegExp
  /** A phrase at a place, or where to go on after words that are no date. */
  readonly phraseAt: (
    text: string,
    at: number,
    now: number,
  ) => Phrase | { readonly skipTo: number } | null
  /** Whether words that no rule reads stand so close that they may belong to the date. */
  readonly hasWordsBeside: (around: WordsAround) => boolean
  /** What may name a date, in words that no rule reads. */
  readonly mayName: RegExp
  /** What names the zone of a clock time; global. */
  readonly zoneName: RegExp
  /** The zone of all times of a text, in its first group: 文中时间均为纽约时间. */
  readonly zoneOfAll: RegExp
  readonly zoneOf: (words: string) => ZoneName
  readonly sentenceEnd: RegExp
  readonly clauseEnd: RegExp
  readonly tenseOf: (phrase: Phrase, clause: TextClause) => Tense
  readonly lasted: (phrase: Phrase, clause: TextClause) => boolean
  readonly isEvent: (phrase: Phrase, clause: TextClause) => boolean
  /** False for dates that only identify something and that the text does not go on from. */
  readonly leads: (phrase: Phrase, clause: TextClause) => boolean
}
