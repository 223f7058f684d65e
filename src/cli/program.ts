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
import { runProgram } from './outcome.ts'

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

export function createProgram(): Command {
  const program = new Command('jishi')
    .description('Dated, sourced event timelines, published from the edge.')
    .showHelpAfterError('(see --help)')
    .addHelpText('after', environment)
    .exitOverride()
  for (const addCommand of commands) addCommand(program)
  return program
}

/** @example await run(['check', 'data/fusha-2020']) // prints the report, sets process.exitCode */
export const run = (argv: readonly string[]): Promise<void> => runProgram(createProgram(), argv)

const environment = `
Environment:
  JISHI_URL      the service, such as https://timelines.example; otherwise that of npm start
  PUBLISH_TOKEN  the token for publishing; npm start keeps that of its own service in .jishi/token
  NO_COLOR       any value: no colours, also on a terminal; FORCE_COLOR=1: colours everywhere
  LC_ALL, LANG   the language of differences (zh_CN, zh_TW, else English), unless --lang names one

docs/cli.md has every command, exit code and the form of --json.`
