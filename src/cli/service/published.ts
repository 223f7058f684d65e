// What is said after a write that the service took: which edition it became, and who sees it.
import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'
import type { Published, ServiceClient } from './http-client.ts'
import type { Outcome } from '../outcome.ts'
import type { Connection } from './connection.ts'
import { progress } from '../terminal.ts'

const PublishAnswer = v.object({
  edition: v.object({ number: v.number() }),
  outcome: v.string(),
  visible: v.boolean(),
})

/** Says which edition it became, and whether readers see it. Also for a roll back. */
export async function publishedOutcome(
  { client, origin }: Connection,
  timeline: string,
  published: Published,
): Promise<Outcome> {
  const answer = v.safeParse(PublishAnswer, published.body)
  if (!answer.success) {
    const title = 'the service answered in a form that is not its own'
    return { ending: 'unavailable', text: `error: ${title}`, json: { title } }
  }
  const { number } = answer.output.edition
  const { outcome } = answer.output
  const visible = answer.output.visible && (await untilVisible(client, timeline, number))
  return {
    ending: 'done',
    text: [
      `Published as edition ${number} of ${timeline}${outcome === 'repeated' ? ' (it was there already: the same publish again)' : ''}`,
      visible
        ? `Readers see it: ${origin}/timelines/${timeline}`
        : answer.output.visible
          ? 'Readers see it within two minutes, when all caches have run out.'
          : 'The store has not taken it yet; the service repeats that until it has. Nothing is to be done.',
    ].join('\n'),
    json: { edition: number, outcome, visible },
  }
}

/** Looks for some seconds whether the edition can be read from here. */
async function untilVisible(
  client: ServiceClient,
  timeline: string,
  number: number,
): Promise<boolean> {
  for (let tries = 10; ; tries--) {
    const current = await client.edition(timeline)
    if (current.ok && current.value !== null && current.value.number >= number) return true
    if (tries === 1) return false
    if (tries === 10) progress('published; waiting until it can be read …')
    await pause(1_000)
  }
}
