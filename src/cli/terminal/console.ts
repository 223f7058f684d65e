// Colours, progress and questions on a terminal. Colours only if it supports them and they are
// wanted (NO_COLOR, FORCE_COLOR); control characters in texts of others are never sent to it.
import { createInterface } from 'node:readline/promises'
import { styleText } from 'node:util'
import { say } from './speech.ts'

type Color = 'red' | 'green' | 'yellow' | 'cyan' | 'dim'

export const paint = (color: Color, text: string): string =>
  styleText(color, text, { stream: process.stdout })

/** Escapes line ends and other control characters, including bidirectional ones. */
export const visible = (text: string): string =>
  text.replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (character) => {
    const short = JSON.stringify(character).slice(1, -1)
    return short === character
      ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
      : short
  })

/** One line about progress, on standard error, apart from the result. */
export const progress = (line: string): void => void process.stderr.write(`${line}\n`)

/** True if a person can be asked. */
export const isInteractive = (): boolean => process.stdin.isTTY && process.stderr.isTTY

/** Anything except yes means no. */
export const confirm = async (question: string): Promise<boolean> =>
  /^(y|yes|是)$/i.test((await answerTo(question + say().question.yesNo)) ?? '')

/** What a person keeps of two sides: here, or in capitals for all that follow, too. */
export interface ChosenSide {
  readonly side: 'mine' | 'theirs'
  readonly forAll: boolean
}

/** Asks until the answer is m, t, M or T, or the word; null at the end of the input. */
export async function chooseSide(question: string): Promise<ChosenSide | null> {
  for (;;) {
    const answer = await answerTo(question)
    if (answer === null) return null
    for (const side of ['mine', 'theirs'] as const) {
      const [letter = ''] = side
      if (answer === letter.toUpperCase()) return { side, forAll: true }
      if ([letter, side].includes(answer.toLowerCase())) return { side, forAll: false }
    }
  }
}

/** Null at the end of the input: the question itself would never be answered. */
async function answerTo(question: string): Promise<string | null> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const ended = new Promise<null>((resolve) => terminal.once('close', () => resolve(null)))
    const answer = await Promise.race([terminal.question(question), ended])
    return answer === null ? null : answer.trim()
  } finally {
    terminal.close()
  }
}
