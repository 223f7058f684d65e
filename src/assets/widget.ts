// Builds the widget: one main module, and those that it loads when they are wanted, each under its
// integrity (SRI). Node, with esbuild.
import { join } from 'node:path'
import { build } from 'esbuild'
import { uiLanguages, type UiLanguage } from '../domain/text/ui-language.ts'
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
    const more = await bundle(moreEntry(language))
    const words = await bundle(wordsEntry(language), { MORE: integrityOf(more, 'sha256') })
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

/** What the element says at first in a language (widget/lazy/words.ts). */
export const wordsEntry = (language: UiLanguage): Entry => ({
  contents: `
    import { ${constant(language)}Cards as cards } from '${folder(language)}/list.ts'
    import { ${constant(language)}Widget as widget } from '${folder(language)}/widget.ts'
    export const words = { more: MORE, cards, widget }`,
})

/** The rarer parts in a language. */
export const moreEntry = (language: UiLanguage): Entry => ({
  contents: `
    import { ${constant(language)}Cards as cards, ${constant(language)}Controls as controls } from '${folder(language)}/list.ts'
    import { moreIn } from './lazy/controls.ts'
    export const more = moreIn({ ...cards, ...controls })`,
})

/** `zh-Hans`: messages/zh-hans, whose constants begin with `zhHans`. */
const folder = (language: UiLanguage): string => `../messages/${language.toLowerCase()}`
const constant = (language: UiLanguage): string => language.replace('-', '')

const fileName = (part: string): string => `event-timeline.${part}.js`

/** A file of the widget, or the text of a module as if it stood beside the element. */
type Entry = string | { readonly contents: string }

/** What esbuild is to bundle. */
export const inputOf = (entry: Entry) =>
  typeof entry === 'string'
    ? { entryPoints: [join(widgetFolder, entry)] }
    : { stdin: { ...entry, resolveDir: widgetFolder, loader: 'ts' } as const }

async function bundle(entry: Entry, constants: Record<string, unknown> = {}): Promise<string> {
  const { outputFiles } = await build({
    ...inputOf(entry),
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
