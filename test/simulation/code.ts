// The code under test: that of src, or a copy of it in which one thing was changed.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { createListing } from '../../src/store/listing.ts'
import type { createMemoryLines } from '../support/memory-lines.ts'
import type { createMemoryLog } from '../support/memory-log.ts'
import type { createPublishing } from '../../src/store/publishing.ts'
import type { createStore } from '../../src/store/read.ts'

export interface Code {
  readonly createPublishing: typeof createPublishing
  readonly createListing: typeof createListing
  readonly createStore: typeof createStore
  readonly createMemoryLog: typeof createMemoryLog
  readonly createMemoryLines: typeof createMemoryLines
}

const modules = ['publishing', 'listing', 'read', 'memory-log', 'memory-lines'] as const

/** Loads the layers under a folder. */
export async function loadCode(source: string): Promise<Code> {
  const loaded: unknown[] = await Promise.all(
    modules.map((name) => {
      const url = pathToFileURL(join(source, 'store', `${name}.ts`)).href
      return import(/* @vite-ignore */ url) as Promise<unknown>
    }),
  )
  return Object.assign({}, ...loaded) as Code
}
