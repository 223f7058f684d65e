// The files of the widget that are loaded on demand. The build puts the integrity of each into the
// file that loads it, so that one hash on the script element covers all.
import type { UiLanguage } from '../domain/text/ui-language.ts'
import type { CountPart } from './lazy/counts.ts'
import type { fillSections } from './lazy/long-list.ts'
import type { separateNames } from './lazy/names.ts'
import type { More } from './lazy/controls.ts'
import type { Words } from './lazy/words.ts'

/** The release that the files belong to, and the integrity of those that the main file loads, as JSON. */
declare const RELEASE: string
declare const INTEGRITY: string

const integrityOf = (file: UiLanguage | 'counts' | 'long' | 'names'): string =>
  (JSON.parse(INTEGRITY) as Readonly<Record<typeof file, string>>)[file]

export const loadWords = async (language: UiLanguage): Promise<Words> =>
  ((await load(language, integrityOf(language))) as { words: Words }).words

export const loadLong = async (): Promise<typeof fillSections> =>
  ((await load('long', integrityOf('long'))) as { fillSections: typeof fillSections }).fillSections

export const loadCounts = async (): Promise<CountPart> =>
  ((await load('counts', integrityOf('counts'))) as { countPart: CountPart }).countPart

export const loadNames = async (): Promise<typeof separateNames> =>
  ((await load('names', integrityOf('names'))) as { separateNames: typeof separateNames })
    .separateNames

/** The rarely used parts, in the language of the words. */
export const loadMore = async (language: UiLanguage, { more }: Words): Promise<More> =>
  ((await load(`${language}.more`, more)) as { more: More }).more

/** Preloads a module with its integrity, so that `import` gets the verified file, or rejects. */
async function load(name: string, integrity: string): Promise<unknown> {
  const link = document.createElement('link')
  link.rel = 'modulepreload'
  link.crossOrigin = 'anonymous'
  link.integrity = integrity
  link.href = new URL(`../${RELEASE}/event-timeline.${name}.js`, import.meta.url).href
  try {
    await new Promise((resolve, reject) => {
      link.addEventListener('load', resolve)
      link.addEventListener('error', () => reject(new Error(`cannot load ${link.href}`)))
      document.head.append(link)
    })
  } finally {
    link.remove()
  }
  return import(link.href)
}
