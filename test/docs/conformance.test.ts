// docs/conformance.md, made of the titles of the tests; `npx vitest run --project pure
// test/docs/conformance.test.ts --update` writes it.
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { routes } from '../../src/http/routes/table.ts'
import { clauses } from '../conformance/clauses/table.ts'
import { readText, root } from '../support/pages.ts'

interface Row {
  readonly standard: string
  readonly section: string
  readonly says: string
  readonly routes: string
  readonly file: string
}

const ofEveryRoute = clauses.map(({ clause, says, of }): Row => {
  const [standard = '', section = ''] = clause.split(', ')
  const concerned = routes.filter(of).length
  return {
    standard,
    section,
    says,
    routes: concerned === routes.length ? `all ${concerned}` : String(concerned),
    file: 'test/conformance/http.test.ts',
  }
})

/** Titles that begin with a clause: `RFC 9110, 13.1.1: …`. */
const ofOthers = globSync('test/http/conformance/*.test.ts', { cwd: root })
  .toSorted()
  .flatMap((file) =>
    [...readText(file).matchAll(/['`](RFC \d+|Fetch), ([^:'`]+): ([^'`]+)['`]/g)].map(
      ([, standard = '', section = '', says = '']): Row => ({
        standard,
        section,
        says: says.replaceAll(/%[sji]/g, '…'),
        routes: '',
        file,
      }),
    ),
  )

/** Sections in the order of their numbers. */
function compared(a: Row, b: Row): number {
  const [left, right] = [a, b].map(({ section }) => section.split(/[.\s]/).map(Number))
  for (let at = 0; at < Math.max(left!.length, right!.length); at++) {
    const difference = (left![at] ?? -1) - (right![at] ?? -1)
    if (difference !== 0 && !Number.isNaN(difference)) return difference
  }
  return 0
}

const others = globSync('test/conformance/*.test.ts', { cwd: root })
  .filter((file) => !file.endsWith('http.test.ts'))
  .toSorted()

function page(): string {
  const all = Map.groupBy([...ofEveryRoute, ...ofOthers], ({ standard }) => standard)
  const standards = [...all].toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
  const tables = standards.map(([standard, rows]) => {
    const lines = rows
      .toSorted(compared)
      .map((row) => `| ${row.section} | ${row.says} | ${row.routes} | \`${row.file}\` |`)
    return `## ${standard}\n\n| section | what the service does | routes | test |\n|---|---|---|---|\n${lines.join('\n')}\n`
  })
  return `# Conformance

Which clause of which standard is kept, and the test that shows it. Made of the titles of the tests,
which name the clause (\`test/docs/conformance.test.ts\`). A number of routes means that the clause is
tried on every route of \`src/http/routes/table.ts\` that it concerns: ${clauses.length} clauses over ${routes.length} routes.

What is sent in files has its own tests, by clause:
${others.map((file) => `\`${file}\``).join(', ')}.

Some requests never reach the service: workerd itself answers what is not HTTP (two \`Host\` lines, a
length that is no number, a target such as \`*\` or with a raw \`<\`), and methods that nobody has registered
(501), and CONNECT (500). Under \`npm start\` a \`Host\` that is none (500) and an \`Accept-Encoding\` that excludes every coding (415)
are answered by wrangler's local server. Those answers have no problem of this service.

${tables.join('\n')}`
}

test('docs/conformance.md names every clause with its test', async () => {
  expect(ofOthers.length).toBeGreaterThan(20)
  const advice = 'npx vitest run --project pure test/docs/conformance.test.ts --update'
  await expect(page(), advice).toMatchFileSnapshot(join(root, 'docs/conformance.md'))
})
