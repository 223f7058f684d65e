import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { widgetFolder } from '../../src/assets/released.ts'
import { buildWidget } from '../../src/assets/widget.ts'

test.each(['event-timeline.ts', 'lazy/long-list.ts', 'more/en.ts', 'words/en.ts'])(
  '%s holds code of ours alone: no package, and so no schema',
  async (entry) => {
    const { metafile } = await build({
      entryPoints: [join(widgetFolder, entry)],
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
    expect(inputs.map(([path]) => path).filter((path) => path.includes('node_modules'))).toEqual([])
  },
)

test('is the same from the same sources, whenever it is built', async () => {
  const first = await buildWidget('1.2.3')
  expect(first.integrity).toMatch(/^sha384-/)
  expect([...first.files.keys()]).toEqual([
    'event-timeline.js',
    'event-timeline.long.js',
    'event-timeline.zh-Hans.js',
    'event-timeline.zh-Hans.more.js',
    'event-timeline.zh-Hant.js',
    'event-timeline.zh-Hant.more.js',
    'event-timeline.en.js',
    'event-timeline.en.more.js',
  ])
  expect((await buildWidget('1.2.3')).files).toEqual(first.files)
})
