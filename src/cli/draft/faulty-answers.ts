// Answers that would make a document faulty: their questions are put again, each with what is wrong.
import type { Fault } from '../../domain/check/fault.ts'
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import type { GivenAnswers, Question } from '../../extract/question.ts'
import { ruleInWords } from '../../messages/languages.ts'
import { withMeant } from '../document/meant.ts'
import { say } from '../terminal/speech.ts'

/** A question, and the place of its answer in the document. */
export interface PlacedQuestion {
  readonly question: Question
  readonly pointer: string
}

/** @example a title of 600 characters → [{ id: 'source/title', problem: 'Xxx…: has at most 500 …', … }] */
export const faultyQuestions = (
  placed: readonly PlacedQuestion[],
  faults: readonly Fault[],
  answers: GivenAnswers,
  lang: UiLanguage,
): readonly Question[] =>
  placed.flatMap(({ question, pointer }): Question[] => {
    const fault = faults.find((one) => one.pointer === pointer)
    if (fault === undefined) return []
    const answer = answers.get(question.id) ?? ''
    if (answer === '') return [question]
    const [meant = fault] = withMeant([fault], (at) => (at === pointer ? answer : undefined))
    const problem = say().because(short(answer), ruleInWords(meant.broken, lang).detail)
    return [{ ...question, problem }]
  })

const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)
