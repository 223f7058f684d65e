// Colours, progress and questions on a terminal. Colours only if it supports them and they are
// wanted (NO_COLOR, FORCE_COLOR); control characters in texts of others are never sent to it.
import { createInterface } from 'node:readline/promises'
import { styleText } from 'node:util'

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
export async function confirm(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    // At the end of the input, the question itself would never be answered.
    const ended = new Promise<string>((resolve) => terminal.once('close', () => resolve('')))
    return /^y(es)?$/i.test((await Promise.race([terminal.question(question), ended])).trim())
  } finally {
    terminal.close()
  }
}
