// The code under test: that of the repository, or a copy of it in which one thing was changed.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { createListing } from '../../src/store/timeline-list.ts'
import type { createMemoryLines } from '../support/memory-lines.ts'
import type { createMemoryLog } from '../support/memory-log.ts'
import type { createPublishing } from '../../src/store/publish/candidate.ts'
import type { createStore } from '../../src/store/read/cached-store.ts'

export interface Code {
  readonly createPublishing: typeof createPublishing
  readonly createListing: typeof createListing
  readonly createStore: typeof createStore
  readonly createMemoryLog: typeof createMemoryLog
  readonly createMemoryLines: typeof createMemoryLines
}

const modules = [
  'src/store/publish/candidate.ts',
  'src/store/timeline-list.ts',
  'src/store/read/cached-store.ts',
  'test/support/memory-log.ts',
  'test/support/memory-lines.ts',
] as const

/** Loads the code of the repository in a folder, or of a copy of it. */
export const loadCode = (repository: string): Promise<Code> => loadFiles<Code>(repository, modules)

/** What these files of a repository export, together. */
export async function loadFiles<Exports>(
  repository: string,
  files: readonly string[],
): Promise<Exports> {
  const loaded: unknown[] = await Promise.all(
    files.map((file) => {
      const url = pathToFileURL(join(repository, file)).href
      return import(/* @vite-ignore */ url) as Promise<unknown>
    }),
  )
  return Object.assign({}, ...loaded) as Exports
}

/** A text of the code in place of another. */
export interface Change {
  /** From the folder of the repository. */
  readonly file: string
  readonly original: string
  readonly changed: string
}

/**
 * A copy of the code with these changes. Each text must occur exactly once in its file, so that a copy
 * never is the original by mistake.
 */
export function changedCopy(
  repository: string,
  changes: readonly Change[],
): { readonly folder: string; readonly remove: () => void } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'jishi-mutant-')))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  // The domain has no guards of the protocol; it is shared.
  mkdirSync(join(folder, 'src'))
  symlinkSync(join(repository, 'src/domain'), join(folder, 'src/domain'))
  for (const part of ['src/edition', 'src/store', 'test/support']) {
    cpSync(join(repository, part), join(folder, part), { recursive: true })
  }
  for (const { file, original, changed } of changes) {
    const path = join(folder, file)
    const parts = readFileSync(path, 'utf8').split(original)
    if (parts.length !== 2) {
      remove()
      throw new Error(`${original}: the text occurs ${parts.length - 1} times in ${file}`)
    }
    writeFileSync(path, parts.join(changed))
  }
  return { folder, remove }
}
