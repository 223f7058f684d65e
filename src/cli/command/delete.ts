// `jishi delete`: takes a timeline down. Readers see that it is gone; it can be restored.
import type { Command } from 'commander'
import { retention } from '../../edition/next.ts'
import { withWrite, type WriteFlags } from '../options.ts'
import { done, endedWith, reporting, type CommandResult } from '../outcome.ts'
import { connectToWrite, writeGuarded } from '../service/guarded-write.ts'
import type { EditionTag } from '../service/http-client.ts'
import { editionName } from '../service/kept.ts'
import { isStoredBy } from '../service/published.ts'
import { refusedBy } from '../service/refusal.ts'
import { standingOf } from '../service/standing.ts'
import { commandWords, say } from '../terminal/speech.ts'

const days = retention.milliseconds / 86_400_000

export function addDeleteCommand(program: Command): void {
  const { help, arguments: args } = commandWords()
  withWrite(program.command('delete'))
    .description(help.delete.about)
    .argument('<timeline>', args.timeline)
    .addHelpText('after', help.delete.more.replace('{days}', String(days)))
    .action(reporting(takeDown))
}

async function takeDown(timeline: string, flags: WriteFlags): Promise<CommandResult> {
  const connection = connectToWrite(flags)
  if (!connection.ok) return connection.failure
  const { client, place, command } = connection.value
  const { takenDown: words } = say()
  const otherwise = say().undone.takenDown
  const send = (base: number | null) => client.takeDown({ timeline, base, note: flags.note })
  const standing = await standingOf(connection.value, timeline, () => send(null))
  if (!standing.ok) return refusedBy(standing.failure, otherwise)
  const { base: last, kept, unread } = standing.value
  if (last === null) return endedWith('absent', words.noTimelineAt(timeline, place))
  if (kept === null && unread === null) {
    // Once more, since caches forget what they were given between the first takedown and its arrival elsewhere.
    const again = await send(last)
    if (!again.ok) return refusedBy(again.failure, otherwise)
    const visible = isStoredBy(again.value)
    const text = [words.already(timeline), ...(visible ? [] : [words.notStored])].join('\n')
    return done(text, { timeline, outcome: 'unchanged', last: null, visible })
  }
  const write = {
    connection: connection.value,
    timeline,
    flags,
    otherwise,
    send,
    isOwn: ({ removes }: EditionTag) => removes === true,
    goOn: [say().conflicts.goOn(`${command('delete', timeline)}   ${say().conflicts.asksAgain}`)],
  }
  if (flags.json !== true) process.stdout.write(`${words.at(timeline, place, last)}\n`)
  const question = say().question.takeDown
  const removed = await writeGuarded(write, last, question)
  if (!removed.ok) return removed.failure
  const { rival } = removed.value
  const visible = isStoredBy(removed.value)
  const json = { timeline, outcome: 'removed', last, visible }
  if (rival !== undefined)
    return done(words.butBack(timeline, editionName(rival)), { ...json, rival })
  const back = command('rollback', timeline, String(last))
  const text = [words.done(timeline, days, back), ...(visible ? [] : [words.notStored])].join('\n')
  return done(text, json)
}
