// docs/mutants.md: the score of each area on its day, and what no test notices, with the reason.
import type { Mutant } from './mutants.ts'
import { reasonOf } from './reasons.ts'

export interface Score {
  readonly area: string
  readonly tried: number
  readonly day: string
  readonly survivors: readonly Mutant[]
}

/** The scores of a page that was written before, by their area, as they stand there. */
export function readScores(page: string): Map<string, { row: string; section: string }> {
  const scores = new Map<string, { row: string; section: string }>()
  for (const section of page.split(/^## /m).slice(1)) {
    const area = section.slice(0, section.indexOf('\n'))
    const row = page.split('\n').find((line) => line.startsWith(`| ${area} |`))
    if (row !== undefined) scores.set(area, { row, section: `## ${section.trim()}\n` })
  }
  return scores
}

/** @example scoreOf({ area: 'dates', tried: 779, day: '2026-11-29', survivors }).row → '| dates | 779 | 726 | 93.1 % | 2026-11-29 |' */
export function scoreOf({ area, tried, day, survivors }: Score): { row: string; section: string } {
  const noticed = tried - survivors.length
  const share = (Math.floor((noticed / tried) * 1000) / 10).toFixed(1)
  const byReason = Map.groupBy(survivors, reasonOf)
  const lists = [...byReason].map(([reason, mutants]) => {
    const lines = mutants.map(
      ({ file, line, original, changed }) =>
        `- \`${file}\`, line ${line}: ${code(original)} → ${code(changed)}`,
    )
    return `${reason}\n\n${lines.join('\n')}\n`
  })
  return {
    row: `| ${area} | ${tried} | ${noticed} | ${share} % | ${day} |`,
    section: `## ${area}\n\n${lists.join('\n')}`,
  }
}

export const mutantsPage = (
  areas: readonly string[],
  scores: ReadonlyMap<string, { row: string; section: string }>,
): string => `# Mutants: how many wrong changes the tests notice

\`npm run mutants\` changes one operator, condition, literal or call at a time and runs the tests that
reach it, until one fails. The aim is 85 % in each area; \`npm run mutants -- dates\` tries
one, and each writes its row when it ends. What is read once, when a module is loaded, is left out, and tried with
\`--loaded\`, which takes hours; so are tests that take more than 400 ms of CPU, and those in workerd and in a browser,
which notice some of what survives here. How it is done: \`test/mutation/runner.ts\`;
[why it is our own](decisions/0030-own-mutants.md).

| area | mutants | noticed | | day |
|---|---|---|---|---|
${areas.map((area) => scores.get(area)?.row ?? `| ${area} | not yet run | | | |`).join('\n')}

What no test notices, by the reason:

${areas.flatMap((area) => scores.get(area)?.section ?? []).join('\n')}`

/** On one line, and with as many backquotes as it needs. */
function code(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  const short = line.length > 90 ? `${line.slice(0, 89)}…` : line
  if (short === '') return 'nothing'
  return short.includes('`') ? `\`\` ${short} \`\`` : `\`${short}\``
}
