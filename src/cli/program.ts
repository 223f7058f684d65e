// The commands of `npx jishi`, each in a file of its own.
import { Command } from 'commander'
import { addCheckCommand } from './command/check.ts'
import { addCiteCommand } from './command/cite.ts'
import { addDeleteCommand } from './command/delete.ts'
import { addDiffCommand } from './command/diff.ts'
import { addDraftCommand } from './command/draft.ts'
import { addDoctorCommand } from './command/doctor.ts'
import { addEditionsCommand } from './command/editions.ts'
import { addNewCommand } from './command/new.ts'
import { addImportCommand } from './command/import.ts'
import { addPreviewCommand } from './command/preview.ts'
import { addPublishCommand } from './command/publish.ts'
import { addPullCommand } from './command/pull.ts'
import { addRepairCommand } from './command/repair.ts'
import { addRollbackCommand } from './command/rollback.ts'
import { addTokenCommand } from './command/token.ts'
import { withLanguage } from './options.ts'
import { exitCodes, runProgram } from './outcome.ts'
import { inWords } from './terminal/help.ts'
import { progress } from './terminal/console.ts'
import { commandWords, say, speakAs } from './terminal/speech.ts'
import { reasonOf } from './terminal/system-error.ts'

const commands = [
  addNewCommand,
  addDraftCommand,
  addImportCommand,
  addCiteCommand,
  addCheckCommand,
  addPreviewCommand,
  addPublishCommand,
  addEditionsCommand,
  addDiffCommand,
  addRollbackCommand,
  addPullCommand,
  addDeleteCommand,
  addRepairCommand,
  addDoctorCommand,
  addTokenCommand,
]

/** In the language that is spoken by now. */
export function createProgram(): Command {
  const { program: about, environment, titles } = commandWords()
  const program = withLanguage(inWords(new Command('jishi')))
    .description(about)
    .helpCommand('help [command]', titles.helpCommand)
    .addHelpText('after', environment)
    .exitOverride()
  for (const addCommand of commands) addCommand(program)
  return program
}

/** @example await run(['check', 'data/fusha-2020']) // prints the report, sets process.exitCode */
export function run(argv: readonly string[]): Promise<void> {
  speakAs(argv, process.env)
  return runProgram(createProgram(), argv)
}

/** What is printed goes nowhere: the command cannot have done what it was run for. */
export function endUnwritten(error: NodeJS.ErrnoException): never {
  // Whoever reads the output may have seen enough, as `head` has: no failure of the command.
  if (error.code !== 'EPIPE') {
    process.exitCode = exitCodes.usage
    const { unwritable, standardOutput } = say().files
    progress(say().error(unwritable(standardOutput, reasonOf(error))))
  }
  process.exit()
}
