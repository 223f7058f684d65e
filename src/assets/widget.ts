// Builds the widget: one main module, and those that it loads when they are wanted, each under its
// integrity (SRI). Node, with esbuild, and terser, whose output is smaller by a fortieth.
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { minify, type MinifyOptions } from 'terser'
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
 * Properties of our own objects get short names: those that no answer of the service and no object of
 * the browser has. The same in all files, which hand such objects to each other.
 */
export const ownProperties: readonly string[] = `
  approximately archived byTheme checkSource cited colon disputed subscribe unnamedSource
  weekday failed retry stale inAddress publicUrl speech setting settings shown view widget
  cards fillAll reveal months loaded nextPage counts draw level compact followHash extend
  press base root host limit who year`
  .trim()
  .split(/\s+/)
const ownProperty = new RegExp(`^(?:${ownProperties.join('|')})$`)

/**
 * The files of one release. They name each other as `../<release>/<file>`, so that the main file is
 * the same under `/widget/<release>/` and under `/widget/v1/`.
 */
export async function buildWidget(release: string): Promise<BuiltWidget> {
  const names: Names = {}
  const parts = new Map<string, string>()
  const long = await bundle('lazy/long-list.ts', {}, names)
  const integrity: Record<string, string> = { long: integrityOf(long, 'sha256') }
  for (const language of uiLanguages) {
    const source = `${language.toLowerCase()}.ts`
    const more = await bundle(`more/${source}`, {}, names)
    const words = await bundle(`words/${source}`, { MORE: integrityOf(more, 'sha256') }, names)
    integrity[language] = integrityOf(words, 'sha256')
    parts.set(fileName(language), words).set(fileName(`${language}.more`), more)
  }
  const main = await bundle('event-timeline.ts', { RELEASE: release, INTEGRITY: integrity }, names)
  return {
    files: new Map([[mainFile, main], [fileName('long'), long], ...parts]),
    main: mainFile,
    integrity: integrityOf(main, 'sha384'),
  }
}

const fileName = (part: string): string => `event-timeline.${part}.js`

/** Short names by those of the source. */
type Names = Record<string, string | false>

async function bundle(
  entry: string,
  constants: Record<string, unknown>,
  names: Names,
): Promise<string> {
  const { outputFiles, mangleCache } = await build({
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
    mangleProps: ownProperty,
    mangleCache: names,
    plugins: [styleText, withoutSchemas, withoutTemplateChecks],
  })
  Object.assign(names, mangleCache)
  const { code } = await minify(outputFiles[0]?.text ?? '', smallest)
  return withoutIndentation(code ?? '')
}

const smallest: MinifyOptions = {
  module: true,
  ecma: 2020,
  compress: { passes: 3, unsafe_arrows: true, pure_getters: true },
}

/** Minified code has line ends in templates alone, of which `html` prints none (markup/template.ts). */
const withoutIndentation = (text: string): string => text.replace(/\n\s*/g, '')

/** Style sheets are put in as the text that they come to, without what composes them. */
const styleText: Plugin = {
  name: 'style text',
  setup(build) {
    build.onLoad(
      {
        filter:
          /[/\\](?:page[/\\]style[/\\](?:list|more)|widget[/\\](?:lazy[/\\]long-)?style)\.ts$/,
      },
      async ({ path }) => {
        const exported = Object.entries((await import(path)) as Record<string, string>)
        const lines = exported.map(
          ([name, text]) => `export const ${name} = ${JSON.stringify(text)}`,
        )
        return { contents: lines.join('\n'), loader: 'js' }
      },
    )
  },
}

/**
 * The widget validates nothing. Bundlers keep the schemas of the domain because a call may have
 * effects; here every function of valibot is one that has none, and all of them go.
 */
const withoutSchemas: Plugin = {
  name: 'without schemas',
  setup(build) {
    build.onResolve({ filter: /^valibot$/ }, () => ({ path: 'valibot', namespace: 'none' }))
    build.onLoad({ filter: /./, namespace: 'none' }, async () => {
      const names = Object.keys(await import('valibot'))
      const declared = names.map((name) => `/* @__NO_SIDE_EFFECTS__ */ function _${name}() {}`)
      const exported = names.map((name) => `_${name} as ${name}`)
      return { contents: `${declared.join('\n')}\nexport { ${exported.join(', ')} }`, loader: 'js' }
    })
  },
}

/** Templates are cut by `withoutIndentation`, and checked by tests. */
const withoutTemplateChecks: Plugin = {
  name: 'without template checks',
  setup(build) {
    build.onLoad({ filter: /[/\\]markup[/\\]template\.ts$/ }, () => ({
      contents:
        'export const partsOf = (strings) => strings\nexport const cleanText = (text) => text',
      loader: 'js',
    }))
  },
}
