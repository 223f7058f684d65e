// The result of a write that the service accepted: which edition it became, and who sees it.
import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'
import { done, endedWith, type CommandResult } from '../outcome.ts'
import { progress } from '../terminal.ts'
import type { Connection } from './connection.ts'
import { isStoreFailure } from './http-call.ts'
import { editionName } from './kept.ts'
import type { PublishReply, ServiceClient } from './http-client.ts'

const PublishBody = v.object({
  edition: v.object({ number: v.number() }),
  outcome: v.string(),
  visible: v.boolean(),
})

/** For publishing and rolling back; `about` is added to the JSON. */
export async function publishedResult(
  { client, origin }: Connection,
  timeline: string,
  reply: PublishReply,
  about: object,
): Promise<CommandResult> {
  const read = v.safeParse(PublishBody, reply.body)
  if (!read.success) {
    const result = endedWith('unavailable', 'the service answered in a form that is not its own')
    return { ...result, json: { ...about, ...result.json } }
  }
  const { outcome, edition, visible: isStored } = read.output
  const { number } = edition
  if (reply.rival !== undefined) {
    const since = `Since then ${editionName(reply.rival)} was published over it: jishi diff ${timeline} ${number}`
    const text = `Published as edition ${number} of ${timeline}; the answer was lost\n${since}`
    return done(text, { ...about, edition: number, outcome, visible: isStored, rival: reply.rival })
  }
  const visible = isStored && (await untilVisible(client, timeline, number))
  const again = outcome === 'repeated' ? ' (it was there already: the same publish again)' : ''
  const seen = visible
    ? `Readers see it: ${origin}/timelines/${timeline}`
    : isStored
      ? 'Readers see it within two minutes, when all caches have run out.'
      : 'The store has not taken it yet; the service repeats that until it has. No action needed.'
  return done(`Published as edition ${number} of ${timeline}${again}\n${seen}`, {
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
    if (second === 1) progress('published; waiting until it can be read …')
    if (second > 0) await pause(1_000)
    const current = await client.edition(timeline)
    if (current.ok && (current.value?.number ?? 0) >= number) return true
    if (!current.ok && isStoreFailure(current.failure)) return false
  }
  return false
}
