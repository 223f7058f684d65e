// Why words are read as a date, or why a person has to settle them: a rule and its values. The words
// of the rules are templates, one file a language; nothing else here speaks.

export interface ReasonValues {
  /** Year, month or day are written out. */
  readonly written: object
  /** No year: the nearest that is not after the source. */
  readonly 'nearest-before': { readonly year: number }
  /** No year, and the sentence looks ahead. */
  readonly 'nearest-after': { readonly year: number }
  /** The year was named before. */
  readonly 'year-goes-on': { readonly year: number }
  readonly 'year-of-heading': { readonly year: number }
  /** A part is taken from the other end of a range. */
  readonly 'shared-part': object
  /** The month was named before. */
  readonly 'month-goes-on': { readonly month: string }
  readonly 'month-of-source': { readonly month: string }
  /** Counted from the day of the source. */
  readonly 'from-source': { readonly day: string }
  /** Counted from the date named before. */
  readonly 'from-text': { readonly date: string }
  readonly 'weekday-before': { readonly day: string }
  readonly 'weekday-after': { readonly day: string }
  readonly lunar: { readonly day: string }
  readonly feast: { readonly day: string }
  readonly era: { readonly year: number }
  readonly recent: object
  readonly 'day-of-year': { readonly day: number; readonly year: number }
  /** Two names of one day agree. */
  readonly agree: object
  readonly disagree: object
  /** Early, mid-, late, a season, 初, 底, 末: what that means is convention. */
  readonly convention: object
  readonly 'two-years': object
  readonly 'two-months': object
  readonly 'two-weekdays': object
  readonly 'two-orders': object
  readonly 'two-centuries': object
  readonly 'two-calendars': object
  readonly 'two-winters': object
  readonly 'two-times': object
  /** Months of an old era are those of the Chinese calendar. */
  readonly 'lunar-months': object
  readonly 'decade-or-century': object
  readonly 'year-of-two-digits': object
  readonly 'month-or-day': object
  readonly 'range-or-month': object
  readonly 'number-alone': object
  readonly 'fiscal-year': object
  /** 今天 in a quotation is the day on which it was said. */
  readonly 'day-of-quotation': object
  /** 5 and 20 March: two events. */
  readonly 'two-dates': object
  /** 10日前: before the tenth, or ten days ago. */
  readonly 'day-or-count': object
  /** A number or a word beside the date that no rule reads: 9/10 or so, 年代中. */
  readonly 'words-beside': object
  /** A clock time in a sentence of its own: of the day named before, most likely. */
  readonly 'day-of-clock': object
  /** A date stands between that could not be read. */
  readonly 'unread-between': object
  /** The date is counted from one that is itself open. */
  readonly 'from-open': object
  /** 一年后: from the source's day or from the date named before. */
  readonly 'two-bases': object
  readonly 'no-date-before': object
  readonly 'no-year': object
  readonly 'open-bound': object
  readonly 'no-date': object
  readonly 'no-such-date': object
  readonly 'no-zone': object
  readonly 'season-code': object
  /** A column's setting decides. */
  readonly order: { readonly order: string }
  readonly serial: { readonly system: string }
  readonly form: { readonly form: string }
}

export type Rule = keyof ReasonValues

export type Reason = {
  [R in Rule]: { readonly rule: R; readonly values: ReasonValues[R] }
}[Rule]

/** A sentence of each rule. A language that lacks one does not compile. */
export type ReasonWords = { readonly [R in Rule]: (values: ReasonValues[R]) => string }

export const because = <R extends Rule>(rule: R, values: ReasonValues[R]): Reason =>
  ({ rule, values }) as unknown as Reason

export const plain = (
  rule: { [R in Rule]: object extends ReasonValues[R] ? R : never }[Rule],
): Reason => ({ rule, values: {} }) as Reason

export function reasonInWords<R extends Rule>(
  { rule, values }: { readonly rule: R; readonly values: ReasonValues[R] },
  words: ReasonWords,
): string {
  return words[rule](values)
}
