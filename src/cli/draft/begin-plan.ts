// What beginning a timeline would make: its document, and with an article also the article's text as its
// first source and the table of its dates. Asks what only a person knows; writes nothing.
import { checkDocument } from '../../domain/check/rules.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import { answerTo, type GivenAnswers, type Question } from '../../extract/question.ts'
import { authoringMessages } from '../../messages/report.ts'
import { beginningOf } from '../document/begin.ts'
import { faultyQuestions } from './faulty-answers.ts'
import { titleLine, planDraft, type Article, type Drafted } from './plan.ts'

/** Each question with the option that says the same, and the place of its answer in the document. */
export const beginningFields = [
  { field: 'title', option: '--title', pointer: '/title' },
  { field: 'language', option: '--language', pointer: '/language' },
  { field: 'timeZone', option: '--time-zone', pointer: '/timeZone' },
  { field: 'domain', option: '--domain', pointer: '/authority/domain' },
] as const

/** What a new timeline is asked for. */
export type NewField = (typeof beginningFields)[number]['field']

export const beginningId = (field: NewField): string => `timeline/${field}`

export interface BeginningPlan {
  readonly questions: readonly Question[]
  /** Null while something is open. */
  readonly document: TimelineDocument | null
  /** Null without an article, and while something is open. */
  readonly drafted: Drafted | null
}

export interface BeginningTask {
  readonly id: string
  /** Today. */
  readonly day: string
  /** The time zone of this machine. */
  readonly zone: string
  readonly article: Article | null
  readonly lang: UiLanguage
}

export function planBeginning(task: BeginningTask, answers: GivenAnswers): BeginningPlan {
  const { id, day, article, lang } = task
  const asked = questionsOf(task)
  const [title, language, timeZone, domain] = asked.map(
    (question) => answerTo(question, answers)?.trim() ?? '',
  ) as [string, string, string, string]
  const content = beginningOf({ id, title, language, timeZone, domain }, day)
  const checked = checkDocument(content)
  if (!checked.ok) {
    const placed = asked.map((question, index) => ({
      question,
      pointer: beginningFields[index]?.pointer ?? '',
    }))
    const questions = faultyQuestions(placed, checked.failure, answers, lang)
    return { questions, document: null, drafted: null }
  }
  if (article === null) return { questions: [], document: checked.value, drafted: null }
  const { questions, drafted } = planDraft(content, article, answers, lang)
  return { questions, document: drafted?.document ?? null, drafted }
}

function questionsOf({ zone, article, lang }: BeginningTask): readonly Question[] {
  const { asks } = authoringMessages[lang].begin
  const first = article === null ? null : titleLine(article.text)
  const offered: Readonly<Record<NewField, readonly string[]>> = {
    title: first === null ? [] : [first],
    language: ['zh-Hans', 'zh-Hant', 'en'],
    timeZone: [zone],
    domain: [],
  }
  return beginningFields.map(({ field, option }) => ({
    id: beginningId(field),
    words: `${asks[field]} (${option})`,
    choices: offered[field].map((value) => ({ value, words: value })),
    free: authoringMessages[lang].begin.other,
  }))
}
