// `jishi check`: reports everything that is wrong with a timeline's document, in one run.
import type { Command } from 'commander'
import { loadDocument } from '../document/load.ts'
import { checkJson, checkLines } from '../document/report.ts'
import { isTooLarge, sizeOf } from '../document/size.ts'
import { withLanguage, withSources, type LanguageFlag, type SourceFlags } from '../options.ts'
import { endedWith, reporting, type CommandResult } from '../outcome.ts'
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
