// `jishi check`: reports everything that is wrong with a timeline's document, in one run.
import type { Command } from 'commander'
import { documentAt } from '../document/document-path.ts'
import { loadReadOnly } from '../document/load.ts'
import { reportJson, reportLines, reportOf, warningsIn } from '../document/report.ts'
import { isTooLarge } from '../document/size.ts'
import { checkStream } from '../document/large/check-stream.ts'
import { isReadInParts } from '../document/large/size-of-file.ts'
import { withLanguage, withSources, type LanguageFlag, type SourceFlags } from '../options.ts'
import { endedWith, reporting, type CommandResult } from '../outcome.ts'
import { tellChecked } from '../terminal/progress.ts'
import { commandWords } from '../terminal/speech.ts'

interface CheckFlags extends SourceFlags, LanguageFlag {
  readonly strict?: boolean
  readonly json?: boolean
}

export function addCheckCommand(program: Command): void {
  const { help, options, arguments: args } = commandWords()
  withLanguage(withSources(program.command('check')))
    .description(help.check.about)
    .argument('<path>', args.path)
    .option('--strict', options.strict)
    .option('--json', options.json)
    .addHelpText('after', help.check.more)
    .action(reporting(check))
}

async function check(
  path: string,
  { source, lang, strict = false, json = false }: CheckFlags,
): Promise<CommandResult> {
  const file = await documentAt(path)
  const checked = (await isReadInParts(file))
    ? await checkStream(file, { sources: source, onChecked: tellChecked() })
    : await loadReadOnly(path, source)
  if (!checked.ok) return endedWith('usage', checked.failure)
  const report = 'holds' in checked.value ? checked.value : reportOf(checked.value)
  // The faults are the result of the command, not its failure.
  if (!json) process.stdout.write(`${reportLines(report, lang)}\n`)
  const { faults, size } = report
  const isGood = faults.length === 0 && !isTooLarge(size) && !(strict && warningsIn(report) > 0)
  return { ending: isGood ? 'done' : 'refused', text: '', json: reportJson(report, lang) }
}
