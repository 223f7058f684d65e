// Gathers the questions of one run: what was answered is used, what was not is open.
import type { ImportWords } from '../words/en.ts'
import { answerTo, type GivenAnswers, type Question } from '../question.ts'

const passing = /^(?:vanished|returned|both|same|known|deleted|moved|repeated|new|unmarked)(?:\/|$)/

/** Answers that hold for one import alone, since they were given for its rows, names or texts. */
const isPassing = (id: string, answer: string): boolean =>
  passing.test(id) ||
  (id === 'published' && answer !== 'date') ||
  (id.startsWith('timeline/') && answer === 'take')

/** Those that hold for the next import, too. */
export const lasting = (answers: GivenAnswers): GivenAnswers =>
  new Map([...answers].filter(([id, answer]) => !isPassing(id, answer)))

export class Asker {
  readonly words: ImportWords
  readonly #answers: GivenAnswers
  readonly #remembered: GivenAnswers
  readonly #open = new Map<string, Question>()
  /** Answers that were used, by the id of their question. */
  readonly used = new Map<string, string>()
  /** Those of them that were given at an earlier import. */
  readonly before = new Map<string, string>()
  /** What a table has shown by itself, as an answer to the question that it spares. */
  readonly found = new Map<string, string>()

  /** What is answered now counts before what is remembered. */
  constructor(answers: GivenAnswers, remembered: GivenAnswers, words: ImportWords) {
    this.#answers = answers
    this.#remembered = remembered
    this.words = words
  }

  /** Questions that have no answer yet, each once, in the order of asking. */
  get open(): readonly Question[] {
    return [...this.#open.values()]
  }

  /** The answer, or null while the question is open. */
  ask(question: Question): string | null {
    const given = this.given(question.id)
    const answer = given === null ? null : answerTo(question, new Map([[question.id, given]]))
    if (answer !== null) {
      this.used.set(question.id, answer)
      if (!this.#answers.has(question.id)) this.before.set(question.id, answer)
      return answer
    }
    const problem = given === null ? {} : { problem: this.words.asking.noAnswer(given) }
    if (!this.#open.has(question.id)) this.#open.set(question.id, { ...problem, ...question })
    return null
  }

  /** The same for answers in free words: those that cannot be read leave the question open. */
  read<Value>(question: Question, reader: (answer: string) => Value | null): Value | null {
    const answer = this.ask(question)
    if (answer === null) return null
    const value = reader(answer)
    if (value === null) {
      this.used.delete(question.id)
      this.before.delete(question.id)
      this.#open.set(question.id, { ...question, problem: this.words.asking.noAnswer(answer) })
    }
    return value
  }

  /** Keeps an answer that follows from that to another question. */
  keep(id: string, answer: string): void {
    this.used.set(id, answer)
  }

  isOpen(id: string): boolean {
    return this.#open.has(id)
  }

  /** An answer that was given beforehand, without asking for it. */
  given(id: string): string | null {
    return this.#answers.get(id) ?? this.#remembered.get(id) ?? null
  }
}
