// Whether what a command has shown may be written: `--yes`, or a yes on a terminal.
import { declined, type CommandResult } from '../outcome.ts'
import { confirm, isInteractive } from '../terminal/console.ts'

interface Shown {
  readonly flags: { readonly yes?: boolean; readonly json?: boolean }
  readonly question: string
  /** How the command ends without a yes: where nobody can be asked, and where the answer was no. */
  readonly words: { readonly needsYes: string; readonly unwritten: string }
  readonly json: object
  /** False where standard input is what was read. */
  readonly canAsk?: boolean
}

/** Null for a yes. */
export async function refusalOf(shown: Shown): Promise<CommandResult | null> {
  const { flags, question, words, json, canAsk = true } = shown
  if (flags.yes === true) return null
  if (!canAsk || flags.json === true || !isInteractive()) return declined(words.needsYes, json)
  return (await confirm(question)) ? null : declined(words.unwritten, json)
}
