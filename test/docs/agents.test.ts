// docs/agents.md against the code: every clause of the protocol is tested, every tool described.
import { expect, test } from 'vitest'
import { tools } from '../../src/http/mcp/serve.ts'
import { codeWords, section, tableRows } from '../support/markdown.ts'
import { readText } from '../support/pages.ts'

const page = readText('docs/agents.md')

test('the table of clauses has the title of every test of conformance, and no other', () => {
  const code = readText('test/http/mcp/conformance.test.ts')
  const titles = Array.from(code.matchAll(/^ {2}test\('(.*)', async/gm), ([, title]) => title)
  const rows = tableRows(section(page, 'Conformance')).map(
    ([clause, holds]) => `${clause}: ${holds}`,
  )
  expect(titles.length).toBeGreaterThan(15)
  expect(rows).toEqual(titles)
})

test('the table of tools has every tool with its arguments', () => {
  const rows = tableRows(section(page, 'Tools')).filter(([name = '']) => name.startsWith('`'))
  const told = rows.map(([name = '', given = '']) => [codeWords(name)[0], codeWords(given)])
  const wanted = tools.map(({ name, inputSchema }) => [
    name,
    Object.keys((inputSchema as { properties: object }).properties),
  ])
  expect(told).toEqual(wanted)
})
