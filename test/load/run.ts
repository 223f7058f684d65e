// `npm run load`: the service in plain workerd at 70 % of the requests that it can answer, for ten minutes, with
// an edition published every second among the reads, in turns with a Worker that does nothing, at 70 % of
// its own. Fails at an error, at a wrong body, where memory grows by more than 10 % after the first tenth,
// or where the 99th percentile of the times is more than three times that of the other Worker.
// Usage: node test/load/run.ts [minutes]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { serve, type Serving } from '../bench/workerd/serve.ts'
import { median } from '../bench/workerd/median.ts'
import { deploy } from '../host/workerd.ts'
import { createClient, peakOf, steadily, type Ask, type Tally } from './client.ts'
import { createTraffic } from './traffic.ts'

const share = 0.7
const round = { ours: 20_000, nothing: 5_000 }
const bounds = { drift: 0.1, times: 3 }

const minutes = Number(process.argv[2] ?? 10)
const folder = mkdtempSync(join(tmpdir(), 'jishi-load-'))
const deployment = await deploy()
let nothing: Serving | undefined
try {
  const ours = await deployment.restart()
  writeFileSync(
    join(folder, 'worker.js'),
    'export default { fetch: () => new Response("nothing") }',
  )
  nothing = await serve({ folder, worker: '', services: '' })
  await run(ours, nothing)
} finally {
  await nothing?.stop()
  await deployment.close()
  rmSync(folder, { recursive: true, force: true })
}

async function run(ours: Serving, other: Serving): Promise<void> {
  const traffic = await createTraffic(ours)
  const client = createClient()
  const askNothing: Ask = async () => {
    const { status } = await client.get(`${other.origin}/`)
    return status === 200 ? null : `the other Worker answers ${status}`
  }
  const asking: Ask = () => traffic.read(client)
  // The first seconds compile.
  await peakOf(asking, 3_000)
  await peakOf(askNothing, 1_000)
  const peak = await peakOf(asking, 5_000)
  const otherPeak = await peakOf(askNothing, 5_000)
  const rates = { ours: share * peak, other: share * otherPeak }
  console.log(`peak ${Math.round(peak)} requests a second; of nothing ${Math.round(otherPeak)}`)

  const seen: Tally = { times: [], faults: [] }
  const seenOther: Tally = { times: [], faults: [] }
  const memory: number[] = []
  const end = performance.now() + minutes * 60_000
  let writes = 0
  while (performance.now() < end) {
    const reading = new AbortController()
    const writing = (async () => {
      while (!reading.signal.aborted) {
        const fault = await traffic.write()
        if (fault !== null) seen.faults.push(fault)
        writes++
        memory.push(ours.memory())
        await pause(1_000)
      }
    })()
    await steadily(asking, { rate: rates.ours, milliseconds: round.ours, into: seen })
    reading.abort()
    await writing
    await steadily(askNothing, { rate: rates.other, milliseconds: round.nothing, into: seenOther })
  }
  client.close()
  report({ seen, seenOther, memory, writes })
}

interface Seen {
  readonly seen: Tally
  readonly seenOther: Tally
  readonly memory: readonly number[]
  readonly writes: number
}

function report({ seen, seenOther, memory, writes }: Seen): void {
  const faults = [...seen.faults, ...seenOther.faults]
  const tenth = Math.ceil(memory.length / 10)
  const early = median(memory.slice(tenth, 2 * tenth))
  const late = median(memory.slice(-tenth))
  const drift = late / early - 1
  const times = percentile(seen.times) / percentile(seenOther.times)
  const megabytes = (bytes: number): string => `${Math.round(bytes / 1_048_576)} MB`
  console.log(
    `${seen.times.length} reads, ${writes} editions, ${faults.length} errors or wrong bodies`,
  )
  console.log(`memory ${megabytes(early)}, then ${megabytes(late)}: ${(drift * 100).toFixed(1)} %`)
  console.log(
    `p99 ${percentile(seen.times).toFixed(1)} ms, of nothing ${percentile(seenOther.times).toFixed(1)} ms: ${times.toFixed(2)} times`,
  )
  for (const fault of faults.slice(0, 5)) console.error(`✗ ${fault}`)
  if (faults.length > 0 || drift > bounds.drift || times > bounds.times) process.exitCode = 1
}

function percentile(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN
}
