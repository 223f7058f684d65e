// The reading of a date: our parser and the package edtf in turns, in one run.
// Usage: node test/bench/dates.ts [rounds]
// @ts-expect-error -- the package has no types
import edtf from 'edtf'
import { parseEdtf } from '../../src/domain/date/edtf.ts'
import { median } from './workerd/median.ts'

const [rounds = 25] = process.argv.slice(2).map(Number)
const texts = ['2020-01-26', '2020-02', '2020-02-01/2020-02-10', '2020-01-24/..', '1980%', '202X']
const readByPackage = edtf as (text: string) => unknown

const ours: number[] = []
const theirs: number[] = []
for (let round = 0; round < rounds; round++) {
  ours.push(microseconds(parseEdtf))
  theirs.push(microseconds(readByPackage))
}
const ratio = median(ours.map((time, round) => (theirs[round] ?? 0) / time))
console.log(`${texts.length} dates, median of ${rounds} rounds, Node ${process.version}`)
console.log(`ours   ${median(ours).toFixed(1)} µs a date`)
console.log(`edtf   ${median(theirs).toFixed(1)} µs a date`)
console.log(`ratio  ${ratio.toFixed(0)}`)

function microseconds(read: (text: string) => unknown): number {
  const before = performance.now()
  for (const text of texts) read(text)
  return ((performance.now() - before) * 1000) / texts.length
}
