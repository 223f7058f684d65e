// `jishi editions`: the edition log, newest first.
import type { Command } from 'commander'
import { countsInWords } from '../../messages/changes.ts'
import { withLanguage, withService, type LanguageFlag, type ServiceFlags } from '../options.ts'
import { done, reporting, type CommandResult } from '../outcome.ts'
import { connect } from '../service/connection.ts'
import type { EditionLine } from '../service/http-client.ts'
import { minuteOf, readEditions } from '../service/kept.ts'
import { paint, visible } from '../terminal.ts'

type EditionsFlags = ServiceFlags & LanguageFlag

const examples = `
Examples:
  jishi editions fusha-2020
  jishi editions fusha-2020 --to https://timelines.example --json

Exit codes: 0 listed, 2 wrong use, 4 the service does not answer, 6 no such timeline.`

export function addEditionsCommand(program: Command): void {
  withLanguage(withService(program.command('editions')))
    .description('list the editions that are kept: when, by whom, why, what changed')
    .argument('<timeline>', 'its id')
    .addHelpText('after', examples)
    .action(reporting(editions))
}

async function editions(timeline: string, flags: EditionsFlags): Promise<CommandResult> {
  const connection = connect(flags)
  if (!connection.ok) return connection.failure
  const listed = await readEditions(connection.value.client, timeline)
  if (!listed.ok) return listed.failure
  const lines = listed.value.map((line) => lineText(line, flags))
  return done(lines.join('\n'), { timeline, editions: listed.value })
}

/** `12  2026-10-01 08:30 UTC  anna  1 event changed  "Mend a date"` */
function lineText(line: EditionLine, { lang }: LanguageFlag): string {
  const { number, published, by, note, restores, removes, changes } = line
  return [
    paint('cyan', String(number).padStart(4)),
    minuteOf(published),
    visible(by),
    countsInWords(changes, lang),
    ...(restores === undefined ? [] : [`content of edition ${restores}`]),
    ...(removes === true ? ['taken down'] : []),
    ...(note === undefined ? [] : [`"${visible(note)}"`]),
  ].join('  ')
}
