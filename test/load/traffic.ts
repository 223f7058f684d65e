// What is asked for and published under load, and how a wrong answer is known: timelines that nobody writes
// have the same bytes for ever; one that is written is whole in each answer, and never ahead of its editions.
import { document, event } from '../support/document.ts'
import type { Serving } from '../bench/workerd/serve.ts'
import { publish } from '../host/workerd.ts'
import type { Client } from './client.ts'

export interface Traffic {
  read(client: Client): Promise<string | null>
  write(): Promise<string | null>
}

const still = ['still-a', 'still-b']
const written = 'written'

const files = ['', '.ics', '.atom', '.csv', '?theme=reopening', '?limit=1', '?q=town', '?lang=en']

const addresses = still.flatMap((id) => [
  `/v1/timelines/${id}`,
  ...files.map((file) => `/v1/timelines/${id}/events${file}`),
  `/v1/timelines/${id}/editions`,
  `/v1/timelines/${id}/editions.atom`,
  `/v1/timelines/${id}/changes?since=1`,
  `/timelines/${id}?lang=en`,
  `/timelines/${id}/editions?lang=en`,
])

const events = `/v1/timelines/${written}/events`

const titleOf = (edition: number): string => `Edition ${edition}`

const editionOf = (id: string, edition: number) =>
  document({ id, events: [event({ title: titleOf(edition) })] })

export async function createTraffic(service: Serving): Promise<Traffic> {
  const { origin } = service
  for (const id of still)
    for (let base = 0; base < 20; base++)
      await publish(service, base === 19 ? document({ id }) : editionOf(id, base + 1), base)
  await publish(service, editionOf(written, 1), 0)
  const bodies = new Map<string, string>()
  for (const address of addresses) {
    const answer = await fetch(origin + address)
    if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`)
    bodies.set(address, await answer.text())
  }
  let turn = 0
  let newest = 1

  return {
    async read(client) {
      turn++
      const address = turn % 10 === 0 ? events : (addresses[turn % addresses.length] ?? events)
      const { status, body } = await client.get(origin + address)
      if (status !== 200) return `${address}: ${status}`
      if (address !== events) return body === bodies.get(address) ? null : `${address}: other bytes`
      const edition = Number(/"edition":(\d+)/.exec(body)?.[1])
      const isWhole = edition <= newest && body.includes(`"${titleOf(edition)}"`)
      return isWhole ? null : `${address}: edition ${edition} of ${newest} is not whole`
    },
    async write() {
      newest++
      return publish(service, editionOf(written, newest), newest - 1).then(
        () => null,
        (error: unknown) => `edition ${newest}: ${String(error)}`,
      )
    },
  }
}
