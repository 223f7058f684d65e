// docs/cli.md names every command, option, exit code and environment variable that there is.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exitCodes } from '../../src/cli/outcome.ts'
import { createProgram } from '../../src/cli/program.ts'
import { commandMessages } from '../../src/messages/report.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/cli.md'), 'utf8')
const { commands } = createProgram()
const sectionOf = (name: string) => page.split(`\n## ${name}\n`)[1]?.split('\n## ')[0] ?? ''
const shared = sectionOf('Options of several commands')

test.each(commands.map((command) => [command.name(), command] as const))(
  'docs/cli.md has %s with all its options',
  (name, command) => {
    const usage = command.usage().replace('[options] ', '')
    expect(page).toContain(`| [\`${name} ${usage}\`](#${name}) |`)
    const options = command.options.map(({ flags }) => flags)
    expect(options.length).toBeGreaterThan(0)
    const missing = options.filter(
      (flags) => !shared.includes(`\`${flags}\``) && !sectionOf(name).includes(`\`${flags}\``),
    )
    expect(missing).toEqual([])
  },
)

test('docs/cli.md has all commands, and no other', () => {
  const documented = Array.from(page.matchAll(/^\| \[`(\w+)/gm), ([, name]) => name)
  expect(documented.toSorted()).toEqual(commands.map((command) => command.name()).toSorted())
  expect(documented.length).toBeGreaterThan(5)
})

test('docs/cli.md has every exit code', () => {
  const rows = Object.entries(exitCodes).map(([ending, code]) => `| ${code} | \`${ending}\` |`)
  for (const row of rows) expect(page).toContain(row)
})

test('docs/cli.md has every environment variable that the sources read', () => {
  const folder = join(import.meta.dirname, '../../src/cli')
  const sources = ['service/connection.ts', 'terminal/speech.ts'].map((name) =>
    readFileSync(join(folder, name), 'utf8'),
  )
  sources.push(...Object.values(commandMessages).map(({ environment }) => environment))
  const names = new Set(sources.join('\n').match(/\b(?:[A-Z]+_[A-Z]+|LANG)\b/g))
  expect(names.size).toBeGreaterThan(5)
  const missing = [...names].filter((name) => !sectionOf('Environment').includes(`\`${name}\``))
  expect(missing).toEqual([])
})
