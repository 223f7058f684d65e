// What only a person can settle. Nothing is preselected, and an answer that is given once can be kept.

/** One of the answers that are offered. */
export interface AnswerChoice {
  /** As it stands in a file of answers. */
  readonly value: string
  readonly words: string
}

export interface Question {
  /** Stable: the same question has the same id whenever it comes up. Its answer is kept under it. */
  readonly id: string
  /** In the language of the person who is asked. */
  readonly words: string
  /** What is offered, the likeliest first; none is chosen by itself. */
  readonly choices: readonly AnswerChoice[]
  /** What else may be answered, in words: a date, a name. Without it only the choices are answers. */
  readonly free?: string
  /** Why the answer that was given is none. */
  readonly problem?: string
}

/** Answers by the id of their question. */
export type GivenAnswers = ReadonlyMap<string, string>

/**
 * The answer to a question; null while it is open. An answer that is none leaves it open.
 * @example answerTo({ id: 'order/Date', choices: [{ value: 'dmy', … }], … }, new Map([['order/Date', 'dmy']])) → 'dmy'
 */
export function answerTo({ id, choices, free }: Question, answers: GivenAnswers): string | null {
  const answer = answers.get(id)
  if (answer === undefined) return null
  const isOffered = choices.some(({ value }) => value === answer)
  return isOffered || free !== undefined ? answer : null
}
