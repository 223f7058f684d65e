// The table of found faults and the tests that keep them mended. The rows themselves stand beside the
// repository, in ../shared/faults: where they are, each must have a test.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keptFaults } from '../support/kept-faults.ts'

const table = new Map(keptFaults().map(({ fault, tests }) => [fault, tests]))
const found = join(import.meta.dirname, '../../../shared/faults')

test('every fault of the table is a number of a list, with tests', () => {
  expect(table.size).toBeGreaterThan(90)
  expect(
    [...table.keys()].filter((fault) => !/^(?:\d{1,2}(?:\.\d+b?)?|[AB]\d+)$/.test(fault)),
  ).toEqual([])
  expect(table.get('1.1')?.length).toBeGreaterThan(3)
  expect(table.get('7.5')).toEqual([
    'test/http/events.test.ts: refuses a cursor of another filter, and of another timeline',
  ])
})

test('every row of the lists has a test', ({ skip }) => {
  if (!existsSync(found)) skip('left out: ../shared/faults is not there')
  const text = (name: string) => readFileSync(join(found, name), 'utf8')
  const rows = [
    ...`${text('README.md')}\n${text('robustness.md')}`.matchAll(
      /^\| ((?:\d+|[AB])[.\d]*\d+b?) /gm,
    ),
  ]
  const kinds = [...text('README.md').matchAll(/^## (10|11)\. /gm)]
  // 2.3 stands for the list of words.
  const ids = [...rows, ...kinds].map(([, id = '']) => id)
  expect(ids.length).toBeGreaterThan(80)
  expect(ids.filter((id) => !table.has(id))).toEqual([])
})
