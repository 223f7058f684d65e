// Builds the widget: one main module, and modules that it loads on demand, each checked by its
// integrity (SRI). Node, with esbuild.
import { join } from 'node:path'
import { build } from 'esbuild'
import { uiLanguages, type UiLanguage } from '../domain/text/ui-language.ts'
import { integrityOf, mainFile, widgetFolder } from './released.ts'

export interface BuiltWidget {
  /** Text of each file by name; `main` is the file that pages load. */
  readonly files: ReadonlyMap<string, string>
  readonly main: string
  /** `sha384-…` of the main file, for the integrity attribute. */
  readonly integrity: string
}

/**
 * The files of one release. They refer to each other as `../<release>/<file>`, so that the main
 * file is the same under `/widget/<release>/` and `/widget/v1/`.
 * @example (await buildWidget('1.0.0')).main → 'event-timeline.js'
 */
export async function buildWidget(release: string): Promise<BuiltWidget> {
  const parts = new Map<string, string>()
  const integrity: Record<string, string> = {}
  for (const [name, entry] of sharedParts) {
    const part = await bundle(entry)
    integrity[name] = integrityOf(part, 'sha256')
    parts.set(fileName(name), part)
  }
  for (const language of uiLanguages) {
    const more = await bundle(moreEntry(language))
    const words = await bundle(wordsEntry(language), { MORE: integrityOf(more, 'sha256') })
    integrity[language] = integrityOf(words, 'sha256')
    parts.set(fileName(language), words).set(fileName(`${language}.more`), more)
  }
  const main = await bundle('event-timeline.ts', {
    RELEASE: release,
    INTEGRITY: JSON.stringify(integrity),
  })
  return {
    files: new Map([[mainFile, main], ...parts]),
    main: mainFile,
    integrity: integrityOf(main, 'sha384'),
  }
}

/** The parts without words: bars by count, the filling of a long list, names with blanks. */
export const sharedParts = [
  ['counts', 'lazy/counts.ts'],
  ['long', 'lazy/long-list.ts'],
  ['names', 'lazy/names.ts'],
] as const

/** The messages of one language that the element needs first (widget/lazy/words.ts). */
export const wordsEntry = (language: UiLanguage): Entry => ({
  contents: `
    import { ${constant(language)}Cards as cards } from '${folder(language)}/list.ts'
    import { ${constant(language)}Widget as widget } from '${folder(language)}/widget.ts'
    export const words = { more: MORE, cards, widget }`,
})

/** The controls with their messages in one language, loaded on demand. */
export const moreEntry = (language: UiLanguage): Entry => ({
  contents: `
    import { ${constant(language)}Cards as cards, ${constant(language)}Controls as controls } from '${folder(language)}/list.ts'
    import { moreIn } from './lazy/controls.ts'
    export const more = moreIn({ ...cards, ...controls })`,
})

/** For `zh-Hans`: messages/zh-hans, with constants that begin with `zhHans`. */
const folder = (language: UiLanguage): string => `../messages/${language.toLowerCase()}`
const constant = (language: UiLanguage): string => language.replace('-', '')

const fileName = (part: string): string => `event-timeline.${part}.js`

/** A file of the widget, or the text of a module that is resolved as if it were in its folder. */
type Entry = string | { readonly contents: string }

/** The input for esbuild. */
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
