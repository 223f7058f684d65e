// Which tests a change can reach: those that name a changed file, or a file that names one, and so on.
// Every quoted path counts, not imports alone, for tests also read pages, start programs and load the
// deployed Worker. Where this errs, a test too many runs.
import { dirname, join, matchesGlob } from 'node:path'

/** What a test reaches under another name. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['cloudflare:test', 'wrangler.toml'],
  ['cloudflare:workers', 'wrangler.toml'],
])

/** They change how every test runs. */
const settings: ReadonlySet<string> = new Set([
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'test/tsconfig.json',
  'vitest.config.ts',
])

/**
 * Answers which tests among `files` a change of some files can reach, in order of their names. Paths
 * begin at the root of the repository; `files` gives the text of each that may name others.
 */
export function createReach(
  files: ReadonlyMap<string, string>,
): (changed: ReadonlySet<string>) => string[] {
  const tests = [...files.keys()].filter((path) => path.endsWith('.test.ts')).toSorted()
  const readers = readersByName(files)
  const patterns = [...readers.keys()].filter((name) => name.includes('*'))
  return (changed) => {
    if ([...changed].some((path) => settings.has(path))) return tests
    const reached = new Set([...changed].flatMap((path) => [path, ...madeOf(path)]))
    // A set is walked in the order of insertion, so that what is added on the way is visited, too.
    for (const path of reached) {
      const folders = foldersOf(path)
      const names = [path, ...folders.map((folder) => `${folder}/`)]
      // Who names a folder or a pattern reads texts: only a change within reaches it.
      if (changed.has(path))
        names.push(...folders, ...patterns.filter((pattern) => matchesGlob(path, pattern)))
      for (const name of names) for (const reader of readers.get(name) ?? []) reached.add(reader)
    }
    return tests.filter((path) => reached.has(path))
  }
}

/** What the build makes of a file, which is read in its place. */
const madeOf = (path: string): string[] =>
  /^src\/.*\.css$/.test(path) ? ['src/page/style/generated.ts'] : []

function readersByName(files: ReadonlyMap<string, string>): Map<string, string[]> {
  const readers = new Map<string, string[]>()
  for (const [path, text] of files)
    for (const name of namesIn(path, text)) readers.set(name, [...(readers.get(name) ?? []), path])
  return readers
}

/** A quoted text; of a template what stands before its first value. */
const quoted = /'([^'\n]+)'|"([^"\n]+)"|`([^`$\n]+)/g

/** From the root; a pattern may begin with a star, but not with any folder. */
const isPath = /^(?:\*\.|[\w.-][\w-]*[./])[\w.*/-]*$/

/**
 * What may be paths in the texts of a file; nobody looks whether they exist. One that ends with a slash
 * is the beginning of an import whose last part is made when it runs.
 */
function namesIn(path: string, text: string): Set<string> {
  const names = new Set<string>()
  const words = Array.from(text.matchAll(quoted), ([, ...kinds]) =>
    kinds.join('').split(' '),
  ).flat()
  for (const word of words) {
    const alias = path.startsWith('test/') ? aliases.get(word) : undefined
    if (alias !== undefined) names.add(alias)
    else if (/^(?:\.\.?\/)+\w/.test(word)) names.add(join(dirname(path), word.replace(/\?.*/, '')))
    else if (isPath.test(word)) names.add(word.replace(/\/$/, ''))
  }
  // A folder of the root has neither dot nor slash.
  for (const [, folder = ''] of text.matchAll(/\bsources\('(\w+)'\)/g)) names.add(folder)
  return names
}

const foldersOf = (path: string): string[] => {
  const folder = dirname(path)
  return folder === '.' ? [] : [folder, ...foldersOf(folder)]
}
