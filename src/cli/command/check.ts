// `jishi check`: reports everything that is wrong with a timeline's document, in one run.
import type { Command } from 'commander'
import { loadDocument } from '../document/load.ts'
import { checkJson, checkLines } from '../document/report.ts'
import { isTooLarge, sizeOf } from '../document/size.ts'
import { withLanguage, withSources, type LanguageFlag, type SourceFlags } from '../options.ts'
import { endedWith, reporting, type CommandResult } from '../outcome.ts'

interface CheckFlags extends SourceFlags, LanguageFlag {
  readonly strict?: boolean
  readonly json?: boolean
}

const examples = `
Examples:
  jishi check data/fusha-2020
  jishi check town.json --source town-news=news.txt    also finds every cited passage in the text

Exit codes: 0 no fault, 1 faults or too large, 2 wrong use or unreadable file.`

export function addCheckCommand(program: Command): void {
  withLanguage(withSources(program.command('check')))
    .description('check a timeline: its form, references, dates, figures, privacy and citations')
    .argument('<path>', 'a folder with timeline.json, or a document')
    .option('--strict', 'end with 1 for warnings, too')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', examples)
    .action(reporting(check))
}

async function check(
  path: string,
  { source, lang, strict = false, json = false }: CheckFlags,
): Promise<CommandResult> {
  const checked = await loadDocument(path, source)
  if (!checked.ok) return endedWith('usage', checked.failure)
  // The faults are the result of the command, not its failure.
  if (!json) process.stdout.write(`${checkLines(checked.value, lang)}\n`)
  const { faults, warnings } = checked.value
  const isGood =
    faults.length === 0 && !isTooLarge(sizeOf(checked.value)) && !(strict && warnings.length > 0)
  const ending = isGood ? 'done' : 'refused'
  return { ending, text: '', json: checkJson(checked.value, lang) }
}
