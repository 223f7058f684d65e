// How many wrong changes of the code the tests notice, in each area (docs/mutants.md).
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { areas } from '../mutation/areas.ts'
import type { Result } from './proof.ts'

const root = join(import.meta.dirname, '../..')

/** Runs the mutants of every area; an area below the aim is a violation. */
export async function runMutants(): Promise<Result> {
  const child = spawn(process.execPath, [join(root, 'test/mutation/run.ts')], { cwd: root })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  const told = [...output.matchAll(/^(.+): (\d+) of (\d+) noticed, ([\d.]+) %/gm)].map(
    ([, area = '', noticed, tried, share]) => ({
      area,
      noticed: Number(noticed),
      tried: Number(tried),
      share: Number(share),
    }),
  )
  return {
    count: told.reduce((sum, { tried }) => sum + tried, 0),
    violations:
      code === 0 && told.length === areas.length ? [] : [output.slice(-2_000) || 'it told nothing'],
    seen: told
      .map(({ area, noticed, tried, share }) => `${area} ${noticed} of ${tried} (${share} %)`)
      .join(', '),
  }
}
