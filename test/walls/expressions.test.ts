// No regular expression of src takes more than linear time for a text that a stranger may send. Each is
// run against texts that repeat its own characters, which is where backtracking grows: the time for four
// times the length is compared with the time for one, never with a clock.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sampled } from '../support/extent.ts'

const root = join(import.meta.dirname, '../..')
const files = globSync('src/**/*.ts', { cwd: root }).filter(
  // Not reached by input: made by a script, or run by authors alone.
  (file) => !/released|generated\.ts|han-classes\.ts|\/assets\//.test(file),
)

/** Literals, by a rule that is enough for this code: after an operator, a bracket or a keyword. */
const literal =
  /(?<=(?:[=(,:?[&|!>{;]|return)\s*)\/(?![*/])((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/g

const expressions = files.flatMap((file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(literal)].flatMap(
    ([, source = '', flags = '']) => {
      try {
        return [{ file, source, expression: new RegExp(source, flags.replace(/[gy]/g, '')) }]
      } catch {
        return []
      }
    },
  ),
)

/** Characters that the expression names, and some that classes hold. */
function pumpsOf(source: string): string[] {
  const plain = source.replace(/\\u\{?[0-9a-f]+\}?|\\[pP]\{[^}]*\}|\\./gi, '')
  const own = [...new Set(plain.replace(/[\^$()[\]{}|?*+.]/g, ''))].slice(0, 6)
  const single = [...own, 'a', 'A', '1', ' ', '\n', '\t', '-', '"', '<', '复', '\u0301', '\u200b']
  return [...new Set(single), ' \n', 'a ', '1,', 'a-', '\r\n', '复 ', '<a', '"a']
}

/** Milliseconds of the quickest of three. */
function timeOf(expression: RegExp, text: string): number {
  const times = [1, 2, 3].map(() => {
    const before = process.threadCpuUsage()
    expression.test(text)
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...times)
}

/** True if the time grows faster than the text: the ends make the match fail late. */
const isSlow = (expression: RegExp, pump: string): boolean =>
  ['\u0001', '!'].some((end) => {
    const of = (length: number) => timeOf(expression, pump.repeat(length / pump.length) + end)
    // Short texts first: what is exponential must not run for ever.
    if (of(24) > 50) return true
    // Three times, since a pause of the machine may fall on one of them; less than 1 ms counts as 1.
    return [1, 2, 3].every(() => of(6000) > 8 * Math.max(1, of(1500)))
  })

/** Quadratic, but only for texts that are short or our own. */
const bounded = [
  // The style sheets of this project, and its templates.
  'src/widget/view/sheets.ts: (-?[\\d.]+)rem',
  'src/markup/template.ts: ([\\w-]+)="[^"]*$',
  // The digits of one number, at most 21.
  'src/messages/chinese/figures.ts: 0+$',
  'src/messages/en/figures.ts: \\B(?=(?:\\d{3})+$)',
  // A table of eras.
  'src/extract/rules/zh/eras.ts: (\\D+)(\\d+)',
  // A cell of a table, which its caller limits.
  'src/extract/cell/words.ts: [.,\\s]+$',
  // A word of a parameter, at most 200 characters.
  'src/domain/query/search.ts: [^\\P{P}%‰#@&§]+$',
]

test('finds an expression whose time is quadratic or worse', () => {
  for (const source of ['a+b', '^(a+)+$'])
    expect(
      pumpsOf(source).some((pump) => isSlow(new RegExp(source), pump)),
      source,
    ).toBe(true)
})

test('every regular expression of src is linear [fault B5]', () => {
  expect(expressions.length).toBeGreaterThan(150)
  const slow = sampled(expressions, 3).flatMap(({ file, source, expression }) => {
    const pump = pumpsOf(source).find((one) => isSlow(expression, one))
    return pump === undefined ? [] : [`${file}: ${source}`]
  })
  expect(slow.filter((one) => !bounded.includes(one))).toEqual([])
})
