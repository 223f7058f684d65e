// Fuzzes the service in Node: prints the seed, how many requests there were and how they were answered;
// fails at the first answer that is wrong. Usage: node test/fuzz/run.ts [requests] [seed]
import { fuzz } from './fuzz.ts'

const [count = 100_000, seed = 20_200_126] = process.argv.slice(2).map(Number)

console.log(`${count} requests, seed ${seed}`)
const start = performance.now()
const { requests, statuses } = await fuzz(count, seed)
for (const [status, times] of [...statuses].toSorted(([a], [b]) => a - b))
  console.log(`${status}  ${String(times).padStart(6)}`)
const failures = [...statuses].filter(([status]) => status >= 500 && status !== 501)
console.log(
  `${requests} answers, ${failures.length} of 5xx besides oEmbed's 501, in ${((performance.now() - start) / 1000).toFixed(0)} s`,
)
if (requests < count) throw new Error('some requests were not sent')
