import { describe, expect, it } from 'vitest'
import { settleQuestions, type Prompt } from '../../src/cli/asking/ask.ts'
import { answerTo, type GivenAnswers, type Question } from '../../src/extract/question.ts'

const order: Question = {
  id: 'order',
  words: 'Which order?',
  choices: [
    { value: 'dmy', words: 'day first' },
    { value: 'mdy', words: 'month first' },
  ],
}
const name: Question = { id: 'name', words: 'Which name?', choices: [], free: 'a name' }

/** Asks for the order, then for a name. */
const planOf = (answers: GivenAnswers) => {
  const open = [order, name].find((question) => answerTo(question, answers) === null)
  return { questions: open === undefined ? [] : [open] }
}

/** Types these lines, then the input ends. */
function typing(...lines: readonly string[]): {
  readonly prompt: Prompt
  readonly shown: string[]
} {
  const shown: string[] = []
  const left = [...lines]
  return {
    shown,
    prompt: (text) => {
      shown.push(text)
      return Promise.resolve(left.shift() ?? null)
    },
  }
}

describe('an answer of a file that is none', () => {
  const given = new Map([['order', 'ymd']])

  it('is told with its question, where nobody can be asked', async () => {
    const { plan } = await settleQuestions(planOf, given, { lang: 'en', prompt: null })
    expect(plan.questions).toEqual([{ ...order, problem: '“ymd” is no answer to this' }])
  })

  it('is told before the question, where somebody can', async () => {
    const { prompt, shown } = typing('dmy', 'x')
    const { plan } = await settleQuestions(planOf, given, { lang: 'en', prompt })
    expect(plan.questions).toEqual([])
    expect(shown.map((text) => text.includes('“ymd” is no answer'))).toEqual([true, false])
  })

  it('leaves to a plan what it has to say itself', async () => {
    const own = () => ({ questions: [{ ...name, problem: 'too long' }] })
    const answers = new Map([['name', 'x']])
    const { plan } = await settleQuestions(own, answers, { lang: 'en', prompt: null })
    expect(plan.questions[0]?.problem).toBe('too long')
  })
})

describe('asking in the terminal', () => {
  it('takes a choice by its number or its value, and asks on until nothing is open', async () => {
    const { prompt } = typing('2', ' Li Ming ')
    const { plan, answers } = await settleQuestions(planOf, new Map(), { lang: 'en', prompt })
    expect(plan.questions).toEqual([])
    expect([...answers]).toEqual([
      ['order', 'mdy'],
      ['name', 'Li Ming'],
    ])
  })

  it('asks again after what is no answer, and says so', async () => {
    const { prompt, shown } = typing('3', 'maybe', 'dmy', 'x')
    const { answers } = await settleQuestions(planOf, new Map(), { lang: 'en', prompt })
    expect(answers.get('order')).toBe('dmy')
    expect(shown[2]).toContain('“maybe” is no answer')
  })

  it('leaves open what is answered with nothing', async () => {
    const { prompt, shown } = typing('')
    const { plan } = await settleQuestions(planOf, new Map(), { lang: 'en', prompt })
    expect(plan.questions).toEqual([order])
    expect(shown).toHaveLength(1)
  })

  it('asks nothing that was answered before, nor without a terminal', async () => {
    const given = new Map([['order', 'dmy']])
    const { plan } = await settleQuestions(planOf, given, { lang: 'en', prompt: null })
    expect(plan.questions).toEqual([name])
  })
})
