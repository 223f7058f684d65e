// Builds the widget: one main module, and those that it loads when they are wanted, each under its
// integrity (SRI). Node, with esbuild.
import { join } from 'node:path'
import { build } from 'esbuild'
import { uiLanguages } from '../domain/text/ui-language.ts'
import { integrityOf, mainFile, widgetFolder } from './released.ts'

export interface BuiltWidget {
  /** Text of each file by its name; `main` is the one that pages name. */
  readonly files: ReadonlyMap<string, string>
  readonly main: string
  /** `sha384-…` of the main file, for the integrity attribute. */
  readonly integrity: string
}

/**
 * The files of one release. They name each other as `../<release>/<file>`, so that the main file is
 * the same under `/widget/<release>/` and under `/widget/v1/`.
 */
export async function buildWidget(release: string): Promise<BuiltWidget> {
  const parts = new Map<string, string>()
  const long = await bundle('lazy/long-list.ts')
  const integrity: Record<string, string> = { long: integrityOf(long, 'sha256') }
  for (const language of uiLanguages) {
    const source = `${language.toLowerCase()}.ts`
    const more = await bundle(`more/${source}`)
    const words = await bundle(`words/${source}`, { MORE: integrityOf(more, 'sha256') })
    integrity[language] = integrityOf(words, 'sha256')
    parts.set(fileName(language), words).set(fileName(`${language}.more`), more)
  }
  const main = await bundle('event-timeline.ts', { RELEASE: release, INTEGRITY: integrity })
  return {
    files: new Map([[mainFile, main], [fileName('long'), long], ...parts]),
    main: mainFile,
    integrity: integrityOf(main, 'sha384'),
  }
}

const fileName = (part: string): string => `event-timeline.${part}.js`

async function bundle(entry: string, constants: Record<string, unknown> = {}): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(widgetFolder, entry)],
    define: Object.fromEntries(
      Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]),
    ),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2023',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}
