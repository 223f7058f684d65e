// How a command ends that has open questions: with 1, and a list of them.
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import type { Question } from '../../extract/question.ts'
import { importWords } from '../../extract/words/words.ts'
import type { CommandResult } from '../outcome.ts'
import { visible } from '../terminal/console.ts'
import { questionLines } from './ask.ts'

/** Maximum questions that a terminal lists; JSON has all. */
const most = 40

/**
 * `questions` for programs, and `answers`, the beginning of a file for `--answers`. `about` is what the
 * command tells besides.
 */
export function openResult(
  questions: readonly Question[],
  lang: UiLanguage,
  about: object = {},
): CommandResult {
  const words = importWords[lang].asking
  const shown = questions.slice(0, most)
  const rest = questions.length - shown.length
  const text = [
    words.open(questions.length),
    ...shown.flatMap((question) => [
      ...questionLines(question),
      ...(question.problem === undefined ? [] : [`  ! ${visible(question.problem)}`]),
      `  ${visible(JSON.stringify(question.id))}: ""`,
    ]),
    ...(rest > 0 ? [words.more(rest)] : []),
    words.how,
  ]
  const json = {
    title: words.open(questions.length),
    questions,
    answers: Object.fromEntries(questions.map(({ id }) => [id, null])),
    ...about,
  }
  return { ending: 'refused', text: text.join('\n'), json }
}
