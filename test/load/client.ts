// Requests in two ways: as many as are answered, and at a steady rate, whatever the answers take.
import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'

export interface Answer {
  readonly status: number
  readonly body: string
}

export interface Client {
  get(address: string): Promise<Answer>
  close(): void
}

/** One request: null, or what was wrong with its answer. */
export type Ask = () => Promise<string | null>

export interface Tally {
  /** Milliseconds of each answer, from when it was due to be asked for. */
  readonly times: number[]
  readonly faults: string[]
}

const connections = 16

export function createClient(): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  return {
    get: (address) =>
      new Promise((resolve, reject) => {
        request(address, { agent }, (response) => {
          text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject)
        })
          .once('error', reject)
          .end()
      }),
    close: () => agent.destroy(),
  }
}

/** Answers a second, where each connection asks again as soon as it is answered. */
export async function peakOf(ask: Ask, milliseconds: number): Promise<number> {
  const begun = performance.now()
  let count = 0
  const walk = async (): Promise<void> => {
    while (performance.now() - begun < milliseconds) {
      const fault = await ask()
      if (fault !== null) throw new Error(fault)
      count++
    }
  }
  await Promise.all(Array.from({ length: connections }, walk))
  return (count / (performance.now() - begun)) * 1000
}

/** Asks so many times a second. A request that comes late because others wait has waited, too. */
export async function steadily(
  ask: Ask,
  { rate, milliseconds, into }: { rate: number; milliseconds: number; into: Tally },
): Promise<void> {
  const begun = performance.now()
  const count = Math.floor((rate * milliseconds) / 1000)
  const waiting: Promise<void>[] = []
  const askAt = async (due: number): Promise<void> => {
    const fault = await ask().catch((error: unknown) => String(error))
    into.times.push(performance.now() - due)
    if (fault !== null) into.faults.push(fault)
  }
  for (let n = 0; n < count;) {
    const due = begun + (n / rate) * 1000
    if (performance.now() < due) {
      // Spinning would take the time of the service.
      await pause(1)
      continue
    }
    waiting.push(askAt(due))
    n++
  }
  await Promise.all(waiting)
}
