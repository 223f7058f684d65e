// docs/promises.md: each proof writes its own line when it ends, with the day. A line that is there already
// is replaced; those of other proofs stay.
import type { Proof, Result } from './proof.ts'

/** Of one proof: its row of the table, and what was seen. */
export interface Line {
  readonly row: string
  readonly seen: string
}

/** The lines of a page that was written before, by the names of the proofs. */
export function readLines(page: string): Map<string, Line> {
  const lines = new Map<string, Line>()
  for (const row of page.match(/^\|.*\|$/gm) ?? []) {
    const name = /`npm run prove -- ([\w-]+)`/.exec(row)?.[1]
    const seen = page.split('\n').find((line) => line.startsWith(`- \`${name}\`: `))
    if (name !== undefined && seen !== undefined) lines.set(name, { row, seen })
  }
  return lines
}

/** @example lineOf(proof, result, '2026-11-29').seen → '- `T5`: 200 winners, 3800 refused.' */
export const lineOf = (
  { name, title, unit, seed }: Proof,
  { count, violations, seen }: Result,
  day: string,
): Line => ({
  row: `| ${title} | \`npm run prove -- ${name}\` | ${seed ?? ''} | ${count} ${unit} | ${violations.length} | ${day} |`,
  seen: `- \`${name}\`: ${seen}.`,
})

/** The page with the lines in the order of the table of proofs; one without a line was never run. */
export function promisesPage(
  proofs: readonly Pick<Proof, 'name' | 'title'>[],
  lines: ReadonlyMap<string, Line>,
): string {
  const rows = proofs.map(
    ({ name, title }) =>
      lines.get(name)?.row ?? `| ${title} | \`npm run prove -- ${name}\` | | not yet run | | |`,
  )
  const seen = proofs.flatMap(({ name }) => lines.get(name)?.seen ?? [])
  return `# Promises, and how they were proved

Each line is written by its command when that ends, with the day; the same seed gives the same schedules.
A smaller number of each runs with \`npm test\` (\`test/simulation\`, \`test/store/aborts.test.ts\`).
How a simulated schedule is made, and what happens under each fault, is told in
[storage](storage.md#faults); what each promise protects, in the [threat model](threat-model.md).

| promise | command | seed | count | violations | day |
|---|---|---|---|---|---|
${rows.join('\n')}

What was seen:

${seen.join('\n')}
`
}
