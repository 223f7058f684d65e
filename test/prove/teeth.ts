// How many wrong changes of the code the tests notice, in each area (docs/mutants.md).
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { areas, least } from '../mutation/areas.ts'
import { readScores } from '../mutation/page.ts'
import type { Result } from './proof.ts'

const root = join(import.meta.dirname, '../..')

/** Tries the mutants of each area, unless that was done today; an area below the aim is a violation. */
export async function runMutants(): Promise<Result> {
  const today = new Date().toISOString().slice(0, 10)
  const left = rows().filter(({ day }) => day !== today)
  if (left.length > 0) await run(left.map(({ area }) => area))
  const told = rows()
  const missed = told.filter(({ share, day }) => day !== today || !(share >= least))
  return {
    count: told.reduce((sum, { tried }) => sum + tried, 0),
    violations: missed.map(({ area, share, day }) => `${area}: ${share} % on ${day}`),
    seen: told
      .map(({ area, noticed, tried, share }) => `${area} ${noticed} of ${tried} (${share} %)`)
      .join(', '),
  }
}

/** What docs/mutants.md says of each area; no day where it was never tried. */
function rows() {
  const scores = readScores(readFileSync(join(root, 'docs/mutants.md'), 'utf8'))
  return areas.map(({ name }) => {
    const [tried, noticed, share, day = ''] =
      scores
        .get(name)
        ?.row.split('|')
        .slice(2, -1)
        .map((cell) => cell.trim()) ?? []
    return {
      area: name,
      tried: Number(tried),
      noticed: Number(noticed),
      share: Number(share?.replace(' %', '')),
      day,
    }
  })
}

async function run(names: readonly string[]): Promise<void> {
  const script = join(root, 'test/mutation/run.ts')
  const child = spawn(process.execPath, [script, ...names], { cwd: root, stdio: 'inherit' })
  await new Promise((resolve) => child.once('close', resolve))
}
