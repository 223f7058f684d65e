// Prints the faults that were found from outside, each with the tests that keep it mended.
// Usage: npm run faults, or npm run faults -- 3.1
import { keptFaults } from '../support/kept-faults.ts'

const [, , wanted] = process.argv
const all = keptFaults().filter(({ fault }) => wanted === undefined || fault === wanted)
for (const { fault, tests } of all)
  console.log(`${fault}\n${tests.map((one) => `  ${one}`).join('\n')}`)
console.log(`${all.length} faults, ${all.reduce((sum, { tests }) => sum + tests.length, 0)} tests`)
