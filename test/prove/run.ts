// `npm run prove`: every promise about publishing, reading and HTTP, at full size. Prints what was seen
// and ends with 1 at the first violation. Each proof writes its line of docs/promises.md when it ends; a
// part is named by arguments: `npm run prove -- T5 T7`. One whose programs are not installed
// says so and is left out; with REQUIRE_ALL=1 that is a failure.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createHistory } from '../simulation/history.ts'
import { loadCode } from '../simulation/code.ts'
import { lineOf, promisesPage, readLines } from './page.ts'
import type { Proof, Result } from './proof.ts'
import { proofs } from './proofs.ts'

const root = join(import.meta.dirname, '../..')
const page = join(root, 'docs/promises.md')
const wanted = process.argv.slice(2)
const known = proofs.map(({ name }) => name)
const unknown = wanted.filter((name) => !known.includes(name))
if (unknown.length > 0) throw new Error(`there are ${known.join(', ')}`)

const setting = { code: await loadCode(root), history: await createHistory() }
let failures = 0
for (const proof of proofs) {
  if (wanted.length > 0 && !wanted.includes(proof.name)) continue
  const begun = performance.now()
  console.log(`${proof.name}: ${proof.title}`)
  const missing = proof.missing?.() ?? null
  if (missing !== null) {
    console.log(`  left out: ${missing}`)
    if (process.env['REQUIRE_ALL'] === '1') failures++
    continue
  }
  const result = await proof.run(setting)
  const seconds = Math.round((performance.now() - begun) / 1000)
  const { count, violations, seen } = result
  console.log(`  ${count} ${proof.unit}, ${violations.length} violations, ${seconds} s`)
  console.log(`  ${seen}`)
  for (const violation of violations.slice(0, 5)) console.error(`  ✗ ${violation}`)
  failures += violations.length
  if (count === 0) throw new Error(`${proof.name} saw nothing`)
  if (violations.length === 0) writeLine(proof, result)
}
if (failures > 0) process.exitCode = 1

/** What is there now is read again: another proof may have ended meanwhile. */
function writeLine(proof: Proof, result: Result): void {
  const lines = readLines(readFileSync(page, 'utf8'))
  lines.set(proof.name, lineOf(proof, result, new Date().toISOString().slice(0, 10)))
  writeFileSync(page, promisesPage(proofs, lines))
}
