// CHANGELOG.md in its form: releases with number and date, the newest first, one sentence a change.
// What a line says, and with which verb, is its author's.
import { describe, expect, test } from 'vitest'
import { readText } from '../support/pages.ts'

/** What is wrong with a changelog, when the package has this version. */
function faultsOf(changelog: string, version: string): string[] {
  const faults: string[] = []
  const [, ...sections] = changelog.split(/^## /m)
  const [unreleased, ...releases] = sections.map((text) => text.split('\n')[0] ?? '')
  if (unreleased !== 'Unreleased') faults.push('begins with another section than Unreleased')
  const numbers = releases.map((heading) => {
    const [, number, date = ''] = /^(\d+\.\d+\.\d+) - (\d{4}-\d{2}-\d{2})$/.exec(heading) ?? []
    if (number === undefined || Number.isNaN(Date.parse(date)))
      faults.push(`no number and date: ${heading}`)
    return number ?? ''
  })
  for (const [index, number] of numbers.entries()) {
    const newer = numbers[index - 1]
    if (newer !== undefined && order(number, newer) >= 0) faults.push(`not older: ${number}`)
  }
  if (numbers[0] !== undefined && numbers[0] !== version)
    faults.push(`the package is ${version}, the newest release ${numbers[0]}`)
  const lines = sections.flatMap((text) => text.split('\n').slice(1)).filter((line) => line !== '')
  for (const [index, line] of lines.entries()) {
    if (!/^- \p{Lu}.*\.$/u.test(line)) faults.push(`no sentence: ${line}`)
    if (lines.indexOf(line) !== index) faults.push(`twice: ${line}`)
  }
  return faults
}

const order = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })

const { version } = JSON.parse(readText('package.json')) as { version: string }

test('CHANGELOG.md keeps its form, and its newest release is the package', () => {
  const changelog = readText('CHANGELOG.md')
  expect(changelog.match(/^- /gm)?.length).toBeGreaterThan(3)
  expect(faultsOf(changelog, version)).toEqual([])
})

describe('a changelog', () => {
  const change = (line: string): string => `# C\n\n## Unreleased\n\n${line}\n`
  const released = (...headings: string[]): string =>
    ['# C', '## Unreleased', ...headings.map((heading) => `## ${heading}`)].join('\n')

  test.each(['Fix the order of undated events.', 'Rename `a` to `b`.', 'Étendre cela.'])(
    'may begin with any word: %s [fault 11]',
    (line) => {
      expect(faultsOf(change(`- ${line}`), '0.1.0')).toEqual([])
    },
  )

  test.each(['- fix it.', '- Fix it', 'Fix it.', '* Fix it.'])(
    'has one sentence a line: %s',
    (line) => {
      expect(faultsOf(change(line), '0.1.0')).toEqual([`no sentence: ${line}`])
    },
  )

  test('says nothing twice', () => {
    expect(faultsOf(change('- Fix it.\n- Name it.\n- Fix it.'), '0.1.0')).toEqual([
      'twice: - Fix it.',
    ])
  })

  test('has number and date of every release, the newest first, as the package', () => {
    expect(faultsOf(released('0.10.0 - 2027-01-01', '0.9.1 - 2026-12-01'), '0.10.0')).toEqual([])
    expect(faultsOf(released('0.9.1 - 2026-12-01', '0.10.0 - 2027-01-01'), '0.9.1')).toHaveLength(1)
    expect(faultsOf(released('0.2.0 - 2026-12-01'), '0.1.0')).toHaveLength(1)
    expect(faultsOf(released('0.2.0'), '0.2.0')).toHaveLength(2)
    expect(faultsOf('# C\n\n## 0.1.0 - 2026-12-01\n', '0.1.0')).toHaveLength(1)
  })
})
