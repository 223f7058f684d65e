// How a command ends: its exit code, its message for people, and the same for programs.
import { CommanderError, type Command } from 'commander'
import { say } from './terminal/speech.ts'

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

export interface CommandResult {
  readonly ending: Ending
  /** For people; empty if everything has been printed already. */
  readonly text: string
  /** For programs, without `ok` and `ending`. */
  readonly json: object
}

export const done = (text: string, json: object): CommandResult => ({ ending: 'done', text, json })

export const endedWith = (ending: Ending, title: string): CommandResult => ({
  ending,
  text: say().error(title),
  json: { title },
})

/** `json` is what a command tells besides; not an error, but what was decided. */
export const declined = (title: string, json: object = {}): CommandResult => ({
  ending: 'refused',
  text: title,
  json: { title, ...json },
})

/**
 * The action of a command: prints its result, on standard error if it failed; JSON always on
 * standard output.
 */
export function reporting<Given extends readonly unknown[]>(
  run: (...given: Given) => Promise<CommandResult>,
) {
  return async function action(this: Command, ...given: Given): Promise<void> {
    const result = await run(...given)
    const { ending, json } = result
    // A note is of an edition: where none is made, it goes nowhere.
    const isNoteLost =
      'outcome' in json && json.outcome === 'unchanged' && this.opts()['note'] !== undefined
    const text = isNoteLost ? `${result.text}\n${say().noteLost}` : result.text
    const ok = ending === 'done'
    if (this.opts()['json'] === true)
      process.stdout.write(`${JSON.stringify({ ok, ending, ...json }, null, 2)}\n`)
    else if (text !== '') (ok ? process.stdout : process.stderr).write(`${text}\n`)
    process.exitCode = exitCodes[ending]
  }
}

/** Runs a command and sets `process.exitCode`. */
export async function runProgram(program: Command, argv: readonly string[]): Promise<void> {
  try {
    await program.exitOverride().parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    // Commander has printed what is wrong.
    process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.usage
  }
}
