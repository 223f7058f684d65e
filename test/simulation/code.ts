// The code under test: that of the repository, or a copy of it in which one thing was changed.
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
export async function loadCode(repository: string): Promise<Code> {
  const loaded: unknown[] = await Promise.all(
    modules.map((file) => {
      const url = pathToFileURL(join(repository, file)).href
      return import(/* @vite-ignore */ url) as Promise<unknown>
    }),
  )
  return Object.assign({}, ...loaded) as Code
}
