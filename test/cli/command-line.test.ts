// What a shell makes of the command line: proposed commands run as they are printed, whatever the names in
// them, and a reader of the output may leave.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jishi } from '../support/jishi.ts'
import { commandLine } from '../../src/cli/terminal/command-line.ts'

const names = fc.stringMatching(/^[^\0\n\r]{1,12}$/)
const odd = fc.constantFrom(
  ' ',
  "'",
  '"',
  '$HOME',
  '`id`',
  '\\',
  '*',
  '&',
  '#',
  '~',
  '小镇',
  '(a)',
  '!',
)

test.skipIf(process.platform === 'win32')('a shell reads the words that were meant', () => {
  const words = fc.sample(
    fc.array(
      fc.oneof(
        names,
        odd,
        fc.tuple(odd, names).map((two) => two.join('a')),
      ),
    ),
    60,
  )
  // A program in the place of npx prints what it is called with.
  const shown = words.map((some) => commandLine(...some)).join('\n')
  const read = execFileSync(
    '/bin/sh',
    ['-c', String.raw`npx() { printf '%s\0' "$@"; printf '\n\0'; }` + `\n${shown}`],
    {
      encoding: 'utf8',
    },
  )
  expect(read).toBe(
    words.map((some) => ['jishi', ...some, '\n'].map((one) => `${one}\0`).join('')).join(''),
  )
})

test('usual names stand as they are', () => {
  expect(commandLine('publish', 'data/阜沙-2020/timeline.json', '--onto', '3')).toBe(
    'npx jishi publish data/阜沙-2020/timeline.json --onto 3',
  )
})

const main = join(import.meta.dirname, '../../src/cli/main.ts')

test.each([
  [['publish', 'a.json', '--onto', '0'], /edition.*1/s],
  [['rollback', 'town', '0'], /edition.*1/s],
  [['pull', '--all', 'kept', '-o', 'x.json'], /--all.*-o/s],
  [['pull', '--all', 'kept', '--edition', '1'], /--all.*--edition/s],
  [['publish', 'a.json', '--dry-run', '--note', '记'.repeat(201)], /--note.*1 to 200 characters/s],
  [['rollback', 'town', '1', '--note', ' '], /--note.*1 to 200 characters/s],
  [['delete', 'town', '--note', 'a\0b'], /--note.*1 to 200 characters/s],
])('%j is refused, and it is said why', async (argv, why) => {
  const { code, stderr } = await jishi(argv)
  expect([code, stderr]).toEqual([2, expect.stringMatching(why)])
})

test.skipIf(process.platform === 'win32')('ends quietly where nobody reads on', () => {
  const { stderr } = spawnSync(
    '/bin/sh',
    ['-c', '"$0" "$1" help publish | true', process.execPath, main],
    {
      encoding: 'utf8',
    },
  )
  expect(stderr).toBe('')
})

test.each([
  [main, 'src/cli/program.ts'],
  [join(import.meta.dirname, '../../src/cli/dev/main.ts'), 'src/cli/dev/start.ts'],
])('%s keeps what Node made of the sources, in the folder of this clone', (entry, imported) => {
  const { NODE_COMPILE_CACHE: _, ...env } = process.env
  const { stderr } = spawnSync(process.execPath, [entry, '--help'], {
    encoding: 'utf8',
    env: { ...env, NODE_DEBUG_NATIVE: 'COMPILE_CACHE' },
  })
  const read = stderr.split('\n').filter((line) => line.includes('reading cache'))
  expect(read.filter((line) => line.includes(imported))).not.toEqual([])
  const folder = join(import.meta.dirname, '../../node_modules/.cache/jishi')
  expect(read.filter((line) => !line.includes(folder))).toEqual([])
})

test.skipIf(!existsSync('/dev/full'))(
  'says that its output cannot be written, and ends with 2',
  () => {
    const main = join(import.meta.dirname, '../../src/cli/main.ts')
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', '"$0" "$1" token editor --json >/dev/full', process.execPath, main],
      { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
    )
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'error: cannot write standard output: the disk is full\n',
    })
  },
)
