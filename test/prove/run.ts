// `npm run prove`: every promise about publishing and reading, at full size. Prints what was seen and
// ends with 1 at the first violation. All of them together write docs/promises.md; a part is named by
// arguments: `npm run prove -- T5 T7`.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createHistory } from '../simulation/history.ts'
import { loadCode } from '../simulation/code.ts'
import { promisesPage, type Proved } from './page.ts'
import { proofs } from './proofs.ts'

const root = join(import.meta.dirname, '../..')
const wanted = process.argv.slice(2)
const chosen = proofs.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
if (chosen.length === 0) throw new Error(`there are ${proofs.map(({ name }) => name).join(', ')}`)

const setting = { code: await loadCode(root), history: await createHistory() }
const proved: Proved[] = []
let failures = 0
for (const proof of chosen) {
  const begun = performance.now()
  console.log(`${proof.name}: ${proof.title}`)
  const result = await proof.run(setting)
  const seconds = Math.round((performance.now() - begun) / 1000)
  console.log(
    `  ${result.count} ${proof.unit}, ${result.violations.length} violations, ${seconds} s`,
  )
  console.log(`  ${result.seen}`)
  for (const violation of result.violations.slice(0, 5)) console.error(`  ✗ ${violation}`)
  failures += result.violations.length
  if (result.count === 0) throw new Error(`${proof.name} saw nothing`)
  proved.push({ proof, result })
}
if (failures > 0) process.exitCode = 1
else if (wanted.length === 0) writeFileSync(join(root, 'docs/promises.md'), promisesPage(proved))
