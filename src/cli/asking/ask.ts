// Puts questions to a person in the terminal, one after the other, until none is open or the person
// leaves one open. What needs answers is a pure function of them, so that it can be tried again.
import { createInterface } from 'node:readline/promises'
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import { answerTo, type GivenAnswers, type Question } from '../../extract/question.ts'
import { importWords } from '../../extract/words/words.ts'
import { whyUnwritable } from '../document/replace.ts'
import { isInteractive, paint, progress, visible } from '../terminal/console.ts'
import { say } from '../terminal/speech.ts'

/** What a command would do by the answers so far, and what it must still ask. */
export interface Asking {
  readonly questions: readonly Question[]
}

export interface Settled<Plan extends Asking> {
  readonly plan: Plan
  /** Those given, and those of the terminal. */
  readonly answers: GivenAnswers
  /** Ids of questions that came up, whether or not they had an answer. */
  readonly asked: ReadonlySet<string>
}

/** Remembers for which questions an answer was looked for. */
class LookedUp extends Map<string, string> {
  readonly asked = new Set<string>()

  override get(id: string): string | undefined {
    this.asked.add(id)
    return super.get(id)
  }
}

/** Prints a text and reads one line; null at the end of the input. */
export type Prompt = (text: string) => Promise<string | null>

export interface AskSettings {
  readonly lang: UiLanguage
  /** Null if nobody can be asked. */
  readonly prompt: Prompt | null
}

/**
 * Makes the plan again with each round of answers. Questions that it still has at the end are open:
 * nobody can be asked, or the person left them open.
 * @example await settleQuestions(planOf, new Map(), { lang: 'en', prompt: null }) → { plan, answers }
 */
export async function settleQuestions<Plan extends Asking>(
  planOf: (answers: GivenAnswers) => Plan,
  given: GivenAnswers,
  { lang, prompt }: AskSettings,
): Promise<Settled<Plan>> {
  const answers = new LookedUp(given)
  const { asked } = answers
  const plans = (): Plan => withProblems(planOf(answers), answers, lang)
  for (;;) {
    const plan = plans()
    if (prompt === null || plan.questions.length === 0) return { plan, answers, asked }
    for (const question of plan.questions) {
      const answer = await askOne(question, prompt, lang)
      if (answer === null) return { plan: plans(), answers, asked }
      answers.set(question.id, answer)
    }
  }
}

/** What is still asked although it had an answer says so: that answer is none. */
function withProblems<Plan extends Asking>(
  plan: Plan,
  answers: GivenAnswers,
  lang: UiLanguage,
): Plan {
  const { noAnswer } = importWords[lang].asking
  const questions = plan.questions.map((question): Question => {
    const answer = answers.get(question.id)?.trim() ?? ''
    return answer === '' ? question : { problem: noAnswer(answer), ...question }
  })
  return { ...plan, questions }
}

/** A choice by its number or its value, or other words where they are answers; null leaves it open. */
async function askOne(
  question: Question,
  prompt: Prompt,
  lang: UiLanguage,
): Promise<string | null> {
  const words = importWords[lang].asking
  let problem = question.problem
  for (;;) {
    const text = [
      ...(problem === undefined ? [] : [paint('yellow', visible(problem))]),
      ...questionLines(question),
      `${question.choices.length === 0 ? '' : `${words.choose(question.choices.length)} `}${words.later} > `,
    ].join('\n')
    const line = (await prompt(text))?.trim()
    if (line === undefined || line === '') return null
    const byNumber = /^\d{1,3}$/.test(line) ? question.choices[Number(line) - 1]?.value : undefined
    const answer = answerTo(question, new Map([[question.id, byNumber ?? line]]))
    if (answer !== null) return answer
    problem = words.noAnswer(line)
  }
}

/** The question, its choices with numbers, and what else may be answered. */
export const questionLines = ({ words, choices, free }: Question): string[] => [
  `${paint('cyan', '?')} ${visible(words)}`,
  ...choiceLines(choices),
  ...(free === undefined ? [] : [`  - ${visible(free)}`]),
]

/** Choices that a person looks over in one line each; of more than these several share a line. */
const mostLines = 8

function choiceLines(choices: Question['choices']): string[] {
  const texts = choices.map((choice, index) => `${index + 1}. ${choiceText(choice)}`)
  if (texts.length <= mostLines) return texts.map((text) => `  ${text}`)
  const lines: string[] = []
  for (const text of texts) {
    const last = lines.at(-1)
    if (last === undefined || last.length + text.length > 96) lines.push(`  ${text}`)
    else lines[lines.length - 1] = `${last} · ${text}`
  }
  return lines
}

function choiceText({ value, words }: Question['choices'][number]): string {
  return words === value
    ? visible(value)
    : `${visible(words)} ${paint('dim', `(${visible(value)})`)}`
}

/** The terminal, if a person sits at it; null otherwise, and wherever JSON is wanted. */
export function terminalPrompt({ json = false }: { readonly json?: boolean }): Prompt | null {
  if (json || !isInteractive()) return null
  return async (text) => {
    const terminal = createInterface({ input: process.stdin, output: process.stderr })
    try {
      const ended = new Promise<null>((resolve) => terminal.once('close', () => resolve(null)))
      return await Promise.race([terminal.question(text), ended])
    } finally {
      terminal.close()
    }
  }
}

/** The same for a command that writes this file: nobody answers questions whose answers cannot be kept. */
export async function promptToWrite(
  file: string,
  flags: { readonly json?: boolean },
): Promise<Prompt | null> {
  const prompt = terminalPrompt(flags)
  const why = prompt === null ? null : await whyUnwritable(file)
  if (why === null) return prompt
  progress(say().error(why))
  return null
}
