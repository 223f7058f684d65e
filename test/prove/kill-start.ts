// Ends the local service, wrangler and workerd, without warning while it publishes, starts it again
// over the same folder and looks: a whole edition, a repair has nothing to add, and the next publish works.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { buildAssets } from '../../src/assets/build.ts'
import { freePort } from '../../src/cli/dev/port.ts'
import { launchServer, type DevServer } from '../../src/cli/dev/server.ts'
import { localToken, writeSecrets } from '../../src/cli/dev/token.ts'
import { randomOf } from '../simulation/random.ts'
import { document, event } from '../support/document.ts'

export interface Kills {
  kills: number
  /** Publishes whose reply came before the end. */
  acknowledged: number
  /** Publishes without a reply that stood all the same, and those that did not. */
  stood: number
  vanished: number
  /** The longest time from the start of the service to a whole answer, in milliseconds. */
  longest: number
  readonly violations: string[]
}

const root = join(import.meta.dirname, '../..')
const timeline = 'kill-start'
const titleOf = (number: number): string => `Edition ${number}`

/** Milliseconds in which a service must be up again. */
const startDeadline = 120_000

export async function runKills({ seed, count }: { seed: number; count: number }): Promise<Kills> {
  const sum: Kills = {
    kills: 0,
    acknowledged: 0,
    stood: 0,
    vanished: 0,
    longest: 0,
    violations: [],
  }
  const folder = mkdtempSync(join(tmpdir(), 'jishi-kill-'))
  const random = randomOf(seed)
  const port = await freePort(8_900)
  const token = localToken(folder, undefined).token
  const secrets = await writeSecrets(folder, token, port)
  buildAssets(root)
  const launch = (): DevServer =>
    launchServer({
      root,
      wrangler: join(root, 'node_modules/wrangler/bin/wrangler.js'),
      port,
      secrets,
      state: join(folder, 'state'),
    })
  const service = createService(port, token)
  let server = launch()
  try {
    await service.untilUp()
    let current = 0
    while (sum.kills < count) {
      // The next publish works, after the one second that lies between two.
      await pause(1_100)
      const next = await service.publish(current + 1)
      if (next !== current + 1) sum.violations.push(`the next publish answers ${next}`)
      current++
      await pause(1_100)
      const attempt = service.publish(current + 1).catch(() => null)
      await pause(random() * 120)
      server.kill()
      await server.ended
      const reply = await attempt
      sum.kills++

      const begun = performance.now()
      server = launch()
      await service.untilUp()
      const number = await service.wholeEdition(sum.violations)
      sum.longest = Math.max(sum.longest, Math.round(performance.now() - begun))
      if (number !== current && number !== current + 1)
        sum.violations.push(`edition ${number} after ${current}`)
      if (reply !== null && number !== reply) sum.violations.push('an acknowledged edition is lost')
      if (reply !== null) sum.acknowledged++
      else sum[number === current ? 'vanished' : 'stood']++
      const repaired = await service.repair()
      if (repaired !== number) sum.violations.push(`edition ${number} is repaired as ${repaired}`)
      if ((await service.wholeEdition(sum.violations)) !== number)
        sum.violations.push(`another edition than ${number} after the repair`)
      current = number
      console.log(
        `  ${sum.kills} of ${count}: edition ${number}${reply === null ? '' : ', acknowledged'}`,
      )
    }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return sum
}

function createService(port: number, token: string) {
  const origin = `http://127.0.0.1:${port}`
  const get = (path: string): Promise<Response> =>
    fetch(origin + path, { signal: AbortSignal.timeout(10_000) })

  return {
    async untilUp(): Promise<void> {
      const end = performance.now() + startDeadline
      for (;;) {
        const status = await get('/health').then(
          (response) => response.status,
          () => 0,
        )
        if (status === 200) return
        if (performance.now() > end) throw new Error('the service does not come up')
        await pause(50)
      }
    },

    /** The number of the edition made, or the status of another answer. */
    async publish(number: number): Promise<number> {
      const body = document({ id: timeline, events: [event({ title: titleOf(number) })] })
      const condition = number === 1 ? { 'if-none-match': '*' } : { 'if-match': `"${number - 1}"` }
      const response = await fetch(`${origin}/v1/timelines/${timeline}`, {
        method: 'PUT',
        body: JSON.stringify(body),
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          ...condition,
        },
        signal: AbortSignal.timeout(10_000),
      })
      if (!response.ok) return response.status
      const answer = (await response.json()) as { edition: { number: number } }
      return answer.edition.number
    },

    /** The number of the edition that was written anew, or the status of another answer. */
    async repair(): Promise<number> {
      const response = await fetch(`${origin}/v1/timelines/${timeline}/repair`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(20_000),
      })
      if (!response.ok) return response.status
      const answer = (await response.json()) as { edition: { number: number }; visible: boolean }
      return answer.visible ? answer.edition.number : 0
    },

    /** Reads the current edition, its event and its copy; the alarm may still be mending. */
    async wholeEdition(violations: string[]): Promise<number> {
      // An edition that the log has and the store not yet comes to light by the alarm.
      await pause(2_500)
      const head = await read<{ edition: { number: number } }>('')
      const { number } = head.edition
      const { events } = await read<{ events: { title: Record<string, string> }[] }>('/events')
      if (events.length !== 1 || !Object.values(events[0]!.title).includes(titleOf(number)))
        violations.push(`the events are not those of edition ${number}`)
      const copy = await read<{ edition: { number: number } }>(`/editions/${number}`)
      if (copy.edition.number !== number)
        violations.push(`the copy of edition ${number} is another`)
      return number
    },
  }

  async function read<Body>(path: string): Promise<Body> {
    const response = await get(`/v1/timelines/${timeline}${path}`)
    if (response.status !== 200) throw new Error(`${path || 'the timeline'}: ${response.status}`)
    return (await response.json()) as Body
  }
}
