// Fuzzes the service in Node: prints the seed, how many requests there were and how they were answered;
// fails at the first answer that is wrong, or not as the contract says.
// Usage: node test/fuzz/run.ts [--million | requests] [seed]
import '../support/check-traffic.ts'
import { fuzz } from './fuzz.ts'

const isMillion = process.argv.includes('--million')
const numbers = process.argv.slice(2).filter((argument) => argument !== '--million')
const [first, second] = numbers.map(Number)
const [count, seed] = isMillion
  ? [1_000_000, first ?? 20_200_127]
  : [first ?? 100_000, second ?? 20_200_126]

const cpu = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

console.log(`${count} requests, seed ${seed}`)
const start = performance.now()
const { requests, statuses } = await fuzz(count, seed, cpu)
for (const [status, times] of [...statuses].toSorted(([a], [b]) => a - b))
  console.log(`${status}  ${String(times).padStart(6)}`)
const failures = [...statuses].filter(([status]) => status >= 500 && status !== 501)
console.log(
  `${requests} answers, ${failures.length} of 5xx besides oEmbed's 501, in ${((performance.now() - start) / 1000).toFixed(0)} s`,
)
if (requests < count) throw new Error('some requests were not sent')
