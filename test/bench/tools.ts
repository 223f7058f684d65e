// CPU of a call of find_events beside the plain routes of the same query, in turns.
// Usage: node test/bench/tools.ts [calls] [rounds]
import fusha from '../../data/fusha-2020/timeline.json' with { type: 'json' }
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { createMemoryService } from '../support/memory-service.ts'
import { median } from './workerd/median.ts'

const [calls = 500, rounds = 5] = process.argv.slice(2).map(Number)
const service = await createMemoryService()
await service.publish(fusha as unknown as TimelineDocument)

const window = { from: '2020-02-01', to: '2020-02-10', lang: 'en' }
const search = new URLSearchParams(window).toString()
const params = { name: 'find_events', arguments: { timeline: 'fusha-2020', ...window } }
const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params })
const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body }
const measured: Record<string, () => Promise<Response>> = {
  'tool find_events': () => service.fetch('/mcp', init),
  'events.md': () => service.fetch(`/v1/timelines/fusha-2020/events.md?${search}`),
  'events (JSON)': () => service.fetch(`/v1/timelines/fusha-2020/events?${search}`),
  page: () => service.fetch(`/timelines/fusha-2020?${search}`),
}

const times = new Map<string, number[]>()
for (let round = 0; round <= rounds; round++)
  for (const [name, ask] of Object.entries(measured)) {
    const before = process.cpuUsage()
    for (let call = 0; call < calls; call++) await (await ask()).arrayBuffer()
    const { user, system } = process.cpuUsage(before)
    // The first round warms up.
    if (round > 0) times.set(name, [...(times.get(name) ?? []), (user + system) / calls])
  }
for (const [name, all] of times)
  console.log(`${name.padEnd(18)}${median(all).toFixed(0).padStart(6)} µs`)
