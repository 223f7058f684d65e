// docs/promises.md from what was proved. It has no dates and no measured times, so that another run
// writes the same.
import type { Proof, Result } from './proofs.ts'

export interface Proved {
  readonly proof: Proof
  readonly result: Result
}

export const promisesPage = (
  proved: readonly Proved[],
): string => `# Promises, and how they were proved

Written by \`npm run prove\`. Each line is one command; the same seed gives the same schedules. A smaller
number of each runs with \`npm test\` (\`test/simulation\`, \`test/store/aborts.test.ts\`).
How a simulated schedule is made, and what happens under each fault, is told in
[storage](storage.md#faults).

| promise | command | seed | count | violations |
|---|---|---|---|---|
${proved.map(row).join('\n')}

What was seen:

${proved.map(({ proof, result }) => `- \`${proof.name}\`: ${result.seen}.`).join('\n')}

A lease of segments is not among the mutants: packed bases, which will need one, do not exist yet.
`

const row = ({ proof, result }: Proved): string =>
  `| ${proof.title} | \`npm run prove -- ${proof.name}\` | ${proof.seed ?? ''} | ${result.count} ${proof.unit} | ${result.violations.length} |`
