import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { buildWidget, inputOf, moreEntry, wordsEntry } from '../../src/assets/widget.ts'

test.each([
  ['the main file', 'event-timeline.ts'],
  ['the file of bars by count', 'lazy/counts.ts'],
  ['the file of long lists', 'lazy/long-list.ts'],
  ['the file of names with blanks', 'lazy/names.ts'],
  ['the file of the rarer parts', moreEntry('en')],
  ['the file of words', wordsEntry('en')],
] as const)(
  '%s holds code of ours alone: no package, no schema, no reader of dates',
  async (_, entry) => {
    const { metafile } = await build({
      ...inputOf(entry),
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
      metafile: true,
    })
    const inputs = Object.values(metafile.outputs).flatMap((output) =>
      Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
    )
    expect(inputs.length).toBeGreaterThan(1)
    const paths = inputs.map(([path]) => path)
    expect(paths.filter((path) => path.includes('node_modules'))).toEqual([])
    // Dates of events come in words; only the rare parts write dates, the ends of a window. Of
    // messages there are those of one language.
    const foreign = /messages\/(?:dates|languages)|date\/edtf(?!-date)/
    expect(paths.filter((path) => foreign.test(path))).toEqual([])
  },
)

test('is the same from the same sources, whenever it is built', async () => {
  const first = await buildWidget('1.2.3')
  expect(first.integrity).toMatch(/^sha384-/)
  expect([...first.files.keys()]).toEqual([
    'event-timeline.js',
    'event-timeline.counts.js',
    'event-timeline.long.js',
    'event-timeline.names.js',
    'event-timeline.zh-Hans.js',
    'event-timeline.zh-Hans.more.js',
    'event-timeline.zh-Hant.js',
    'event-timeline.zh-Hant.more.js',
    'event-timeline.en.js',
    'event-timeline.en.more.js',
  ])
  expect((await buildWidget('1.2.3')).files).toEqual(first.files)
})
