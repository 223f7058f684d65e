// Runs the measurements of this folder one after another, so that none disturbs the next; arguments
// name the ones to run.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

const own = basename(import.meta.filename)
const wanted = process.argv.slice(2)
const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && name !== own)
  .filter((name) => wanted.length === 0 || wanted.includes(basename(name, '.ts')))
  .toSorted()

if (files.length === 0) throw new Error(`No measurement is named ${wanted.join(' or ')}.`)
for (const file of files) {
  console.log(`\n=== ${file}`)
  const { status } = spawnSync(process.execPath, ['--expose-gc', join(import.meta.dirname, file)], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = 1
}
