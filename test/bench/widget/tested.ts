// The figures of the picture that are kept by tests, at full size: titles over titles or marks in 200
// random timelines at 4 widths in 3 languages, and marks that claim more than their event.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

const figures = [
  {
    name: 'titles over titles or marks, of 200 timelines x 4 widths x 3 languages',
    test: ['--project', 'browser', 'test/browser/overlaps.test.ts'],
  },
  {
    name: 'hard ends of marks off the bounds of their events, of random events',
    test: ['--project', 'pure', 'test/page/picture.test.ts', '-t', 'a hard end stands'],
  },
] as const

/** Prints each; answers those that are not 0. */
export function testedFigures(): readonly string[] {
  return figures.flatMap(({ name, test }) => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...test],
      { cwd: root, encoding: 'utf8', env: { ...process.env, ALL_CASES: '1', NO_COLOR: '1' } },
    )
    const isMet = status === 0 && /Tests +\d+ passed/.test(stdout)
    console.log(`${name}: ${isMet ? '0, met' : `MISSED\n${stdout}`}`)
    return isMet ? [] : [name]
  })
}
