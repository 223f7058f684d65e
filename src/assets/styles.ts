// Generates one module from all style sheets, `src/page/style/generated.ts`, which is committed, so
// that Workers, Node, tests and the widget's build import text without a loader.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

const sources = join(import.meta.dirname, '..')

/** The entry style sheets by the name of their constant; their imports are bundled. */
const sheets = {
  pageStyle: 'page/style/page.css',
  detailStyle: 'page/style/detail.css',
  lowStyle: 'page/style/low.css',
  referenceStyle: 'page/style/reference.css',
  controlStyle: 'page/style/controls.css',
  elementStyle: 'widget/element.css',
  longListStyle: 'widget/lazy/long-list.css',
}

export const generatedFile = join(sources, 'page/style/generated.ts')

/** The text of the module: each sheet bundled and minified by esbuild, with its syntax kept. */
export function styleModule(): string {
  const { outputFiles } = buildSync({
    absWorkingDir: sources,
    entryPoints: Object.entries(sheets).map(([name, path]) => ({ out: name, in: path })),
    outdir: sources,
    bundle: true,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    write: false,
  })
  const texts = outputFiles.map(
    ({ text }, i) =>
      `export const ${Object.keys(sheets)[i]}: string =\n  ${JSON.stringify(text.trim())}\n`,
  )
  return `// Made of the .css files by \`npm run build\` (src/assets/styles.ts); not to be edited.\n${texts.join('')}`
}

/** Writes only a changed module, since wrangler would build again. */
export function writeStyleModule(): void {
  const text = styleModule()
  if (!existsSync(generatedFile) || readFileSync(generatedFile, 'utf8') !== text)
    writeFileSync(generatedFile, text)
}

if (import.meta.main) writeStyleModule()
