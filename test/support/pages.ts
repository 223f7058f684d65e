// The pages of the documentation, as files on disk. Node only.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

/** Paths relative to the root, such as `docs/api.md`. */
export const pagePaths: readonly string[] = [
  ...globSync(['*.md', 'docs/**/*.md'], { cwd: root }),
].toSorted()

export const readText = (path: string): string => readFileSync(join(root, path), 'utf8')

/** The text of every source file below a folder, by its path. */
export const sources = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    globSync(`${folder}/**/*.ts`, { cwd: root }).map((path) => [path, readText(path)] as const),
  )
