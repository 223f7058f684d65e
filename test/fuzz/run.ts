// Fuzzes the service in Node, on all processors: prints the seeds, how many requests there were and how
// they were answered; fails at the first answer that is wrong, or not as the contract says.
// Usage: node test/fuzz/run.ts [--million | requests] [seed]
import { availableParallelism } from 'node:os'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import '../support/check-traffic.ts'
import { fuzz } from './fuzz.ts'

/** What one thread sends. */
interface Share {
  readonly count: number
  readonly seed: number
}

type Statuses = readonly (readonly [status: number, times: number])[]

/** Milliseconds of CPU of this thread. */
const cpu = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function sharesOf(argv: readonly string[]): readonly Share[] {
  const isMillion = argv.includes('--million')
  const [first, second] = argv.filter((argument) => argument !== '--million').map(Number)
  const count = isMillion ? 1_000_000 : (first ?? 100_000)
  const seed = (isMillion ? first : second) ?? 20_200_126
  const threads = availableParallelism()
  return Array.from({ length: threads }, (_, index) => ({
    count: Math.floor((count * (index + 1)) / threads) - Math.floor((count * index) / threads),
    seed: seed + index,
  }))
}

async function inThread(share: Share): Promise<Statuses> {
  const worker = new Worker(new URL(import.meta.url), { workerData: share })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

async function main(): Promise<void> {
  const shares = sharesOf(process.argv.slice(2))
  for (const { count, seed } of shares) console.log(`${count} requests, seed ${seed}`)
  const start = performance.now()
  const sums = new Map<number, number>()
  for (const statuses of await Promise.all(shares.map(inThread)))
    for (const [status, times] of statuses) sums.set(status, (sums.get(status) ?? 0) + times)
  for (const [status, times] of [...sums].toSorted(([a], [b]) => a - b))
    console.log(`${status}  ${String(times).padStart(6)}`)
  const failures = [...sums].filter(([status]) => status >= 500 && status !== 501)
  const answers = [...sums.values()].reduce((sum, times) => sum + times, 0)
  const seconds = ((performance.now() - start) / 1000).toFixed(0)
  console.log(`${answers} answers, ${failures.length} of 5xx besides oEmbed's 501, in ${seconds} s`)
  if (answers < shares.reduce((sum, { count }) => sum + count, 0))
    throw new Error('some requests were not sent')
}

if (isMainThread) await main()
else {
  const { count, seed } = workerData as Share
  const { statuses } = await fuzz(count, seed, cpu)
  // Of a thread, not of a window.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage([...statuses])
}
