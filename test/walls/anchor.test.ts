// The anchor of a date orders events and claims nothing. Headings, counts, pictures and exports read
// what a date names (domain/date/claims.ts) or its bounds.
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../src/', import.meta.url)

const allowed: Readonly<Record<string, string>> = {
  'domain/date/when.ts': 'makes it',
  'domain/query/order.ts': 'orders by it',
  'edition/segment/builder.ts': 'numbers events by their order',
  'edition/segment/wide-dates.ts': 'tells dates that their place in the order does not decide',
  'formats/json/event-json.ts': 'shows it, as the key of the order',
  'formats/csv.ts': 'shows it, as the key of the order',
  'extract/table/mapping.ts': 'names its column in exports, which is not read',
  'extract/twice/follows.ts': 'tells edits of it in files of ours, which are not taken',
  'domain/shown-days.ts': 'vague=include asks for some day of a vague event',
}

/** Reading the property, or taking it out of an object; a function of that name is another thing. */
const reads = /\.anchor\b(?!\()|[{,]\s*anchor\s*[,}:]|['"]anchor['"]/

test('only the total order reads the anchor, and exports that say what it is [fault 1.1]', () => {
  const files = globSync('**/*.ts', { cwd: root, exclude: (name) => name === 'released' })
  expect(files.length).toBeGreaterThan(150)
  const reading = files.filter((file) => {
    const code = readFileSync(new URL(file, root), 'utf8').replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gm, '')
    return reads.test(code)
  })
  expect(reading.toSorted()).toEqual(Object.keys(allowed).toSorted())
})
