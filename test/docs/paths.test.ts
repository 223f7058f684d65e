// Files and folders that the documentation names are there.
import { globSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeWords, section, tableRows } from '../support/markdown.ts'
import { pagePaths, readText, root } from '../support/pages.ts'
import { walls } from '../walls/table.ts'

/** Where paths begin: at the root, or at `src/` where a page is about code alone. */
const folders = ['.', 'src'].flatMap((folder) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    // What a start leaves behind is not in every clone.
    .filter((name) => !/^\.(?:jishi|wrangler|assets)$/.test(name)),
)

/** By itself or within a command; `src/formats/<name>.ts` names a folder alone. */
const pathsIn = (page: string): string[] =>
  codeWords(readText(page))
    .flatMap((word) => word.split(/[\s'"]+/))
    .filter((word) => folders.includes(word.split('/')[0] ?? '') && isPath(word))
    .map((path) => path.replace(/[^/]*<.*$/, ''))

/** Not such as `head/{timeline}`, a key of the store, and `text/html`. */
const isPath = (word: string): boolean =>
  /^(?:src|test|docs|data|\.\w+)\/[^…]|\/.*\.\w+$/.test(word)

const isThere = (path: string): boolean => globSync([path, `src/${path}`], { cwd: root }).length > 0

test('every path that a page names is there', () => {
  const missing: string[] = []
  let checked = 0
  for (const page of pagePaths)
    for (const path of pathsIn(page)) {
      checked += 1
      if (!isThere(path)) missing.push(`${page}: ${path}`)
    }
  expect(missing).toEqual([])
  expect(checked).toBeGreaterThan(100)
})

test('docs/architecture.md tells what each folder may import', () => {
  const rows = tableRows(section(readText('docs/architecture.md'), 'The house'))
  const told = rows.map(([folder = '', layers = '']) => [codeWords(folder)[0], codeWords(layers)])
  expect(Object.fromEntries(told)).toEqual(
    Object.fromEntries(Object.entries(walls).map(([layer, wall]) => [layer, wall.layers])),
  )
})

test('docs/contributing.md says what belongs into every folder of src/', () => {
  const rows = tableRows(section(readText('docs/contributing.md'), 'Where things are'))
  const told = rows.map(([folder = '']) => codeWords(folder)[0] ?? '')
  const folders = globSync('src/*/', { cwd: root }).map((path) => path.replace(/\/$/, ''))
  expect(folders.length).toBeGreaterThan(5)
  const untold = folders.filter((folder) => !told.some((path) => path.startsWith(folder)))
  expect(untold).toEqual([])
})
