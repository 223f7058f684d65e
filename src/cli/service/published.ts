// The result of a write that the service accepted: which edition it became, and who sees it.
import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'
import { done, endedWith, type CommandResult } from '../outcome.ts'
import { progress } from '../terminal/console.ts'
import type { Connection } from './connection.ts'
import { isStoreFailure } from './http-call.ts'
import { editionName } from './kept.ts'
import type { PublishReply, ServiceClient } from './http-client.ts'
import { say } from '../terminal/speech.ts'

const PublishBody = v.object({
  edition: v.object({ number: v.number() }),
  outcome: v.string(),
  visible: v.boolean(),
})

/** True if the store has what the service accepted. */
export function isStoredBy({ body }: PublishReply): boolean {
  const read = v.safeParse(PublishBody, body)
  return read.success && read.output.visible
}

/** For publishing and rolling back; `about` is added to the JSON. */
export async function publishedResult(
  { client, origin, command }: Connection,
  timeline: string,
  reply: PublishReply,
  about: object,
): Promise<CommandResult> {
  const { published: words } = say()
  const read = v.safeParse(PublishBody, reply.body)
  if (!read.success) {
    const result = endedWith('unavailable', say().service.strangeForm)
    return { ...result, json: { ...about, ...result.json } }
  }
  const { outcome, edition, visible: isStored } = read.output
  const { number } = edition
  if (reply.rival !== undefined) {
    const since = words.since(editionName(reply.rival), command('diff', timeline, String(number)))
    const text = `${words.done(number, timeline)}${words.lost}\n${since}`
    return done(text, { ...about, edition: number, outcome, visible: isStored, rival: reply.rival })
  }
  const visible = isStored && (await untilVisible(client, timeline, number))
  const again = outcome === 'repeated' ? words.again : ''
  const seen = visible
    ? words.seen(`${origin}/timelines/${timeline}`)
    : isStored
      ? words.soon
      : words.stored
  return done(`${words.done(number, timeline)}${again}\n${seen}`, {
    ...about,
    edition: number,
    outcome,
    visible,
  })
}

/** Polls for about ten seconds; true as soon as the edition can be read from here. */
async function untilVisible(
  client: ServiceClient,
  timeline: string,
  number: number,
): Promise<boolean> {
  for (let second = 0; second < 10; second++) {
    if (second === 1) progress(say().published.waiting)
    if (second > 0) await pause(1_000)
    const current = await client.edition(timeline)
    if (current.ok && (current.value?.number ?? 0) >= number) return true
    if (!current.ok && isStoreFailure(current.failure)) return false
  }
  return false
}
