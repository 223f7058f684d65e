import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../support/pages.ts'
import { createReach } from './reached.ts'

const files = new Map([
  ['src/date.ts', 'export const date = 1'],
  ['src/event.ts', "import type { Date } from './date.ts'"],
  ['src/page.ts', "import { event } from './event.ts'"],
  ['src/worker.ts', "import { page } from './page.ts'"],
  ['wrangler.toml', 'main = "src/worker.ts"'],
  ['test/date.test.ts', "import { date } from '../src/date.ts'"],
  ['test/page.test.ts', "import { page } from '../src/page.ts'"],
  ['test/service.test.ts', "import { exports } from 'cloudflare:workers'"],
  ['test/command.test.ts', "spawn('node', [join(root, 'src/page.ts')])"],
  ['test/docs.test.ts', "globSync(['*.md', 'docs/**/*.md'])"],
  ['test/readme.test.ts', "import readme from '../README.md?raw'"],
  ['test/sources.test.ts', "sources('src')"],
  ['test/trees.test.ts', `read(\`./trees/\${name}.txt\`)`],
])

const reach = createReach(files)
const reachedBy = (...changed: string[]): string[] =>
  reach(new Set(changed)).map((path) => path.replace(/^test\/|\.test\.ts$/g, ''))

describe('a change reaches the tests', () => {
  test('that import it, through other files, by types and through the deployed Worker', () => {
    expect(reachedBy('src/event.ts')).toEqual(['command', 'page', 'service', 'sources'])
    expect(reachedBy('src/date.ts')).toContain('date')
  })

  test('that name it in a text, among others of a folder or by a pattern', () => {
    expect(reachedBy('docs/decisions/0001-a.md')).toEqual(['docs'])
    expect(reachedBy('README.md')).toEqual(['docs', 'readme'])
    expect(reachedBy('test/trees/page.txt')).toEqual(['trees'])
  })

  test('that are changed themselves, and no others', () => {
    expect(reachedBy('test/page.test.ts')).toEqual(['page'])
    expect(reachedBy('LICENSE')).toEqual([])
    expect(reachedBy()).toEqual([])
  })

  test('of a file that is gone', () => {
    expect(reachedBy('docs/gone.md')).toEqual(['docs'])
  })

  test('all of them, when it is one of settings', () => {
    expect(reachedBy('package.json')).toHaveLength(8)
  })
})

describe('in this repository', () => {
  const kept = globSync(['*.{md,toml}', 'docs/**/*.md', '{src,test}/**/*.{ts,css}'], { cwd: root })
  const texts = new Map(
    kept
      .filter((path) => /\.(?:ts|toml)$/.test(path))
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  )
  const reachIn = createReach(texts)
  const reached = (path: string): string[] => reachIn(new Set([path]))

  test.each([
    [/^(?:docs\/.*|\w+)\.md$/, 'test/docs/'],
    [/^src\/http\//, 'test/http/events.test.ts'],
    [/^src\/(?:page|widget)\/(?!released)/, 'test/browser/'],
    [/^src\/cli\//, 'test/cli/'],
  ])('every file of %s reaches %s', (kind, folder) => {
    const paths = kept.filter((path) => kind.test(path))
    expect(paths.length).toBeGreaterThan(10)
    const missed = paths.filter((path) => !reached(path).some((name) => name.startsWith(folder)))
    expect(missed).toEqual([])
  })

  test('a page of the documentation reaches few others', () => {
    expect(reached('docs/api.md').length).toBeLessThan(20)
  })
})
