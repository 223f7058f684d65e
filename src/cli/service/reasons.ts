// The reasons of the service in the language that is spoken. Its data addresses answer in English, since
// caches keep one answer for everybody; what a problem means is known here by its type and its rules.
import type { RuleName } from '../../domain/broken-rule.ts'
import { messages } from '../../messages/languages.ts'
import { problemTypes } from '../../messages/tables/problems.ts'
import { spokenLanguage } from '../terminal/speech.ts'

interface Reasons {
  /** The last part of the problem's type; undefined for one that is not of the service. */
  readonly type: string | undefined
  readonly title: string
  readonly detail: string | null
  readonly faults: readonly { readonly at: string; readonly detail: string }[]
}

/** @example 401, in English, on a Chinese terminal → { title: '需要有效的令牌', … } */
export function spokenReasons<Given extends Reasons>(given: Given): Given {
  const language = spokenLanguage()
  const type = problemTypes.find((one) => one === given.type)
  if (language === 'en' || type === undefined) return given
  const words = messages[language].problems
  const known = detailed(given.detail)
  return {
    ...given,
    title: words.types[type].title,
    detail: given.detail === null ? null : (known ?? words.types[type].detail),
    faults: given.faults.map((fault) => ({
      ...fault,
      detail: detailed(fault.detail) ?? fault.detail,
    })),
  }
}

/** A sentence without values, which is known by its English; undefined for any other. */
function detailed(sentence: string | null): string | undefined {
  const { rules } = messages.en.problems
  const rule = (Object.keys(rules) as RuleName[]).find((name) => rules[name] === sentence)
  const own = rule && messages[spokenLanguage()].problems.rules[rule]
  return typeof own === 'string' ? own : undefined
}
