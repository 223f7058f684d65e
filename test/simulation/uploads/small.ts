// The code with small sizes, so that a timeline of ten events is one of a million: its events are packed,
// in many parts; edits over them are soon too many, and copies soon superseded.
import { hanFolder } from '../../../src/domain/text/fold.ts'
import type { createPartSource } from '../../../src/store/read/part-source.ts'
import type { createMemoryLog } from '../../support/memory-log.ts'
import type { framed, packUpload } from '../../support/pack-upload.ts'
import type { createPublishing } from '../../../src/store/publish/candidate.ts'
import type { createStore } from '../../../src/store/read/cached-store.ts'
import { changedCopy, loadFiles, type Change } from '../code.ts'

export interface SmallCode {
  readonly createPublishing: typeof createPublishing
  readonly createStore: typeof createStore
  readonly createPartSource: typeof createPartSource
  readonly createMemoryLog: typeof createMemoryLog
  readonly packUpload: typeof packUpload
  readonly framed: typeof framed
}

const files = [
  'src/store/publish/candidate.ts',
  'src/store/read/cached-store.ts',
  'src/store/read/part-source.ts',
  'test/support/memory-log.ts',
  'test/support/pack-upload.ts',
] as const

/** So many editions are kept, and those that are younger; and so many may be edited over a segment. */
export const small = { editions: 3, milliseconds: 7_200_000, edits: 4 } as const

const sizes: readonly Change[] = [
  {
    file: 'src/edition/segment/builder.ts',
    original: 'e: 60_000, t: 131_072',
    changed: 'e: 2_000, t: 600',
  },
  {
    file: 'src/edition/head.ts',
    original: 'maxHeadBytes = 512 * 1024',
    changed: 'maxHeadBytes = 6 * 1024',
  },
  {
    file: 'src/edition/segment/overlay.ts',
    original: 'maxEdits = 1000',
    changed: `maxEdits = ${small.edits}`,
  },
  {
    file: 'src/edition/next.ts',
    original: 'editions: 10, milliseconds: 7 * 86_400_000',
    changed: `editions: ${small.editions}, milliseconds: ${small.milliseconds}`,
  },
]

/** With these further changes. Until `remove`, the copy lies in a folder of its own. */
export async function loadSmall(
  repository: string,
  changes: readonly Change[] = [],
): Promise<{ readonly code: SmallCode; readonly remove: () => void }> {
  const { folder, remove } = changedCopy(repository, [...sizes, ...changes])
  // What is loaded later would come at a moment that no scheduler chooses.
  await hanFolder(['汉'])
  return { code: await loadFiles<SmallCode>(folder, files), remove }
}
