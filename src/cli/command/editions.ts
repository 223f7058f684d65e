// `jishi editions`: the edition log, newest first.
import type { Command } from 'commander'
import { countsInWords } from '../../messages/changes.ts'
import { withLanguage, withService, type LanguageFlag, type ServiceFlags } from '../options.ts'
import { done, reporting, type CommandResult } from '../outcome.ts'
import { connect } from '../service/connection.ts'
import type { EditionLine } from '../service/http-client.ts'
import { minuteOf, readEditions } from '../service/kept.ts'
import { paint, visible } from '../terminal/console.ts'
import { commandWords, say } from '../terminal/speech.ts'

type EditionsFlags = ServiceFlags & LanguageFlag

export function addEditionsCommand(program: Command): void {
  const { help, arguments: args } = commandWords()
  withLanguage(withService(program.command('editions')))
    .description(help.editions.about)
    .argument('<timeline>', args.timeline)
    .addHelpText('after', help.editions.more)
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
    countsInWords(changes, lang, line),
    ...(restores === undefined ? [] : [say().listed.contentOf(restores)]),
    ...(removes === true ? [say().listed.takenDown] : []),
    ...(note === undefined ? [] : [say().quoted(visible(note))]),
  ].join('  ')
}
