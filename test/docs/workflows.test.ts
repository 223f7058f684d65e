// What runs on GitHub for a change: known code, with no more rights than it needs.
import { globSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readText, root } from '../support/pages.ts'

const workflows = globSync('.github/workflows/*.yml', { cwd: root })

describe.each(workflows)('%s', (path) => {
  const text = readText(path)

  test('pins every action by its commit, and says its release', () => {
    const uses = Array.from(text.matchAll(/^ *- uses: (.*)$/gm), ([, use = '']) => use)
    expect(uses.length).toBeGreaterThan(0)
    for (const use of uses) expect(use).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  test('may read the repository, and nothing else', () => {
    expect(text.match(/^ *permissions:[^]*?(?=^\S)/gm)?.map((rights) => rights.trim())).toEqual([
      'permissions:\n  contents: read',
    ])
    expect(text).not.toMatch(/pull_request_target|secrets\./)
  })

  test('leaves no credentials behind and ends in time', () => {
    const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
    expect(count(/persist-credentials: false/g)).toBe(count(/uses: actions\/checkout@/g))
    expect(count(/^ {4}timeout-minutes: \d+$/gm)).toBe(count(/^ {4}runs-on: /gm))
    expect(text).toMatch(/^concurrency:$/m)
  })
})

test('a change runs the quick check, then everything', () => {
  const text = readText('.github/workflows/changes.yml')
  expect(text.indexOf('run: npm run check')).toBeGreaterThan(0)
  expect(text.indexOf('run: .ci/run')).toBeGreaterThan(text.indexOf('needs: check'))
})
