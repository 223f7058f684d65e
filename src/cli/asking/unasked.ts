// Answers of a file that no question asked for: most likely the id of one is written wrong.
import { nearestId } from '../../domain/check/nearest.ts'
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import type { GivenAnswers } from '../../extract/question.ts'
import { importWords } from '../../extract/words/words.ts'
import type { CommandResult } from '../outcome.ts'
import { visible } from '../terminal/console.ts'

interface Asked {
  /** Of the file alone. */
  readonly given: GivenAnswers
  readonly asked: ReadonlySet<string>
  /** Further questions may come up once those that are open are answered. */
  readonly isOpen: boolean
  /** Answered at an earlier time. */
  readonly remembered?: GivenAnswers
}

/** The result, with what was not asked for, and what may have been meant. */
export function tellUnasked(
  result: CommandResult,
  { given, asked, isOpen, remembered }: Asked,
  lang: UiLanguage,
): CommandResult {
  const unanswered = [...asked].filter((id) => !given.has(id))
  const unasked = [...given.keys()]
    .filter((id) => !asked.has(id) && remembered?.has(id) !== true)
    .map((id) => ({ id, meant: nearestId(id, unanswered) }))
    .filter(({ meant }) => !isOpen || meant !== null)
  if (unasked.length === 0) return result
  const words = importWords[lang].asking
  const meant = unasked.filter((one) => one.meant !== null)
  const others = unasked.filter((one) => one.meant === null).map(({ id }) => visible(id))
  const lines = [
    ...meant.map((one) => words.unasked([visible(one.id)], one.meant)),
    ...(others.length === 0 ? [] : [words.unasked(others, null)]),
  ]
  const text = [...lines, ...(result.text === '' ? [] : [result.text])].join('\n')
  return { ...result, text, json: { ...result.json, unasked: unasked.map(({ id }) => id) } }
}
