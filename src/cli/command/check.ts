// `jishi check`: says everything that is wrong with a timeline's document, in one run.
import type { Command } from 'commander'
import { parseSourceFile, readDocument, type SourceFile } from '../document/load.ts'
import { finish, usageProblem, type Outcome } from '../outcome.ts'
import { reportJson, reportLines } from '../document/report.ts'

interface CheckFlags {
  readonly source: readonly SourceFile[]
  readonly json?: boolean
}

const examples = `
Examples:
  jishi check data/fusha-2020
  jishi check town.json --source town-news=news.txt    also finds every cited passage in the text

Exit codes: 0 no fault, 1 faults, 2 wrong use or unreadable file.`

export function addCheckCommand(program: Command): void {
  program
    .command('check')
    .description('check a timeline: its form, references, dates, figures, privacy and citations')
    .argument('<path>', 'a folder with timeline.json, or a document')
    .option(
      '--source <[id=]path>',
      'the text of a source, to look up its cited words; repeatable',
      collectSources,
      [],
    )
    .option('--json', 'print the report as JSON')
    .addHelpText('after', examples)
    .action(async (path: string, flags: CheckFlags) =>
      finish(await check(path, flags), flags.json === true),
    )
}

async function check(path: string, { source, json = false }: CheckFlags): Promise<Outcome> {
  const checked = await readDocument(path, source)
  if (!checked.ok) return usageProblem(checked.failure.message)
  // The faults are what was asked for, not a failure of the command.
  if (!json) process.stdout.write(`${reportLines(checked.value)}\n`)
  const ending = checked.value.faults.length === 0 ? 'done' : 'refused'
  return { ending, text: '', json: reportJson(checked.value) }
}

export const collectSources = (argument: string, files: readonly SourceFile[]): SourceFile[] => [
  ...files,
  parseSourceFile(argument),
]
