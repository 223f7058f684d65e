// What a browser would load of check and merge, by esbuild, minified and gzipped. Usage: npm run bench -- parts
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const rules = ['src/domain/check/rules.ts']
const documents = [
  ...rules,
  'src/domain/check/citations.ts',
  'src/domain/document/json.ts',
  'src/domain/text/read-text.ts',
]
const merge = 'src/domain/merge/merge.ts'

/** Each with all that it imports; what several import counts once in a sum. */
const parts: Readonly<Record<string, readonly string[]>> = {
  'rules of the check': rules,
  'check with JSON, texts and quotations': documents,
  'check and merge': [...documents, merge],
  'check, merge and their words in three languages': [
    ...documents,
    merge,
    'src/messages/languages.ts',
    'src/messages/choices.ts',
  ],
}

for (const [name, files] of Object.entries(parts)) {
  const contents = files
    .map((file, index) => `export * as part${index} from './${file}'`)
    .join('\n')
  const made = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  })
  const [file] = made.outputFiles
  const kB = (gzipSync(file?.contents ?? '', { level: 9 }).length / 1000).toFixed(1)
  console.log(`${kB.padStart(6)} kB  ${name}`)
}
