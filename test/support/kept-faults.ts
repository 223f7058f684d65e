// Which tests keep a fault that was found from outside mended: their titles have its number in brackets.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const repository = join(import.meta.dirname, '../..')

export interface KeptFault {
  readonly fault: string
  /** `file: title`, by file. */
  readonly tests: readonly string[]
}

/** The text of a title up to its mark, in quotes of any kind. */
const marked = /(['"`])((?:(?!\1)[^\\\n]|\\.)*?)((?: \[fault \w+(?:\.\w+)?\])+)\1/g
const numbers = /\[fault (\w+(?:\.\w+)?)\]/g

/** @example the test 'lists months [fault 1.1]' → [{ fault: '1.1', tests: ['test/….test.ts: lists months'] }] */
export function keptFaults(): KeptFault[] {
  const byFault = new Map<string, string[]>()
  for (const file of globSync('test/**/*.ts', { cwd: repository }).toSorted())
    for (const [, , title = '', marks = ''] of readFileSync(
      join(repository, file),
      'utf8',
    ).matchAll(marked))
      for (const [, fault = ''] of marks.matchAll(numbers))
        byFault.set(fault, [...(byFault.get(fault) ?? []), `${file}: ${title}`])
  return [...byFault]
    .map(([fault, tests]) => ({ fault, tests }))
    .toSorted((a, b) => a.fault.localeCompare(b.fault, 'en', { numeric: true }))
}
