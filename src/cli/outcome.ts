// How a command ends: its exit code, what it says to people, and the same for programs.

/** Documented in docs/cli.md. */
export const exitCodes = {
  done: 0,
  /** The document has faults, the service refuses it, or the answer to a question was no. */
  refused: 1,
  /** Wrong use, or a file that cannot be read or written. */
  usage: 2,
  /** Somebody else published meanwhile. */
  conflict: 3,
  /** The service does not answer, is overloaded or fails. */
  unavailable: 4,
  /** No token, a wrong or expired one, or one without the right. */
  forbidden: 5,
  /** There is no such timeline or edition, or it is no longer kept. */
  absent: 6,
} as const

export type Ending = keyof typeof exitCodes

export interface Outcome {
  readonly ending: Ending
  /** For people; empty where everything was said before. */
  readonly text: string
  /** For programs, without `ok` and `ending`. */
  readonly json: object
}

/** Says the outcome, on standard error where the command failed; JSON always on standard output. */
export function finish({ ending, text, json }: Outcome, asJson: boolean): void {
  const ok = ending === 'done'
  if (asJson) process.stdout.write(`${JSON.stringify({ ok, ending, ...json }, null, 2)}\n`)
  else if (text !== '') (ok ? process.stdout : process.stderr).write(`${text}\n`)
  process.exitCode = exitCodes[ending]
}

export const usageProblem = (message: string): Outcome => ({
  ending: 'usage',
  text: `error: ${message}`,
  json: { title: message },
})
