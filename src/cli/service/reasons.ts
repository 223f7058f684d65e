// The reasons of the service in the language that is spoken. Its data addresses answer in English, since
// caches keep one answer for everybody; what a problem means is known here by its type and its rules.
import type { BrokenRule } from '../../domain/broken-rule.ts'
import { messages, ruleInWords } from '../../messages/languages.ts'
import { enProblemTypes, type ProblemType } from '../../messages/en/problem-types.ts'
import { spokenLanguage } from '../terminal/speech.ts'

/** A sentence of the service, and the rule of which it is one. */
interface Told {
  readonly detail: string | null
  readonly rule?: string | undefined
  readonly values?: object
  readonly proposals?: readonly string[]
}

interface Given extends Told {
  /** The last part of the problem's type. */
  readonly type: string
  readonly title: string
  readonly faults: readonly (Told & { readonly at: string; readonly detail: string })[]
}

interface SpokenReasons {
  readonly type: string
  readonly title: string
  readonly detail: string | null
  readonly faults: readonly { readonly at: string; readonly detail: string }[]
}

/** @example 401, in English, on a Chinese terminal → { title: '需要有效的令牌', … } */
export function spokenReasons(given: Given): SpokenReasons {
  const language = spokenLanguage()
  const isTranslated = language !== 'en' && Object.hasOwn(enProblemTypes, given.type)
  const words = isTranslated ? messages[language].problems.types[given.type as ProblemType] : null
  return {
    type: given.type,
    title: words?.title ?? given.title,
    detail:
      words === null || given.detail === null ? given.detail : (sentenceOf(given) ?? words.detail),
    faults: given.faults.map(({ at, ...fault }) => ({
      at,
      detail: (words && sentenceOf(fault)) ?? fault.detail,
    })),
  }
}

/** Null for a rule that is unknown here, or whose values are not what its sentence needs. */
function sentenceOf({ rule, values = {}, proposals = [] }: Told): string | null {
  if (rule === undefined || !Object.hasOwn(messages.en.problems.rules, rule)) return null
  try {
    const { detail } = ruleInWords({ rule, values, proposals } as BrokenRule, spokenLanguage())
    return /undefined|NaN/.test(detail) ? null : detail
  } catch {
    return null
  }
}
