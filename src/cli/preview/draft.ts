// A draft on disk as the service would serve it: checked again after every change, and read through
// the same interface as the store. Nothing is published.
import { failed, ok, type Result } from '../../domain/result.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { createHeadReader } from '../../edition/head-reader.ts'
import type { Head } from '../../edition/head.ts'
import { summaryOf } from '../../edition/summary.ts'
import { nextEdition } from '../../edition/next.ts'
import type { Service } from '../../http/service.ts'
import { loadReadOnly, type CheckedDocument } from '../document/load.ts'
import type { SourceFile } from '../document/source-texts.ts'

type Store = Service['store']

export interface Previewed {
  /** Number of reads so far; the edition that the preview shows has this number. */
  readonly version: () => number
  /** The result of the last check. */
  readonly state: () => Result<CheckedDocument, string>
  /** Reads the files again. */
  refresh(): Promise<void>
  /** The last state without faults. */
  readonly store: Store
}

export async function openDraft(path: string, sources: readonly SourceFile[]): Promise<Previewed> {
  let version = 0
  let state: ReturnType<Previewed['state']> = failed('')
  let shown: Shown | null = null
  async function refresh(): Promise<void> {
    state = await loadReadOnly(path, sources)
    version++
    if (state.ok && state.value.document !== null) shown = shownOf(state.value.document, version)
  }
  await refresh()
  return { version: () => version, state: () => state, refresh, store: storeOf(() => shown) }
}

interface Shown {
  readonly kept: KeptEdition
  readonly list: TimelineList
}

/** The value of a successful read of the store. */
type Given<Name extends 'edition' | 'timelines'> = Extract<
  Awaited<ReturnType<Store[Name]>>,
  { readonly ok: true }
>['value']['value']
type KeptEdition = Given<'edition'>
type TimelineList = Given<'timelines'>

function shownOf(document: TimelineDocument, version: number): Shown {
  const stamp = { digest: '', instant: Date.now(), by: 'preview' }
  const { entry: first, head: made, changes } = nextEdition(document, null, stamp)
  const entry = { ...first, number: version }
  const head: Head = { ...made, edition: entry, kept: [entry] }
  return {
    kept: { entry, head, document, changes, reader: createHeadReader(head) },
    list: { timelines: [summaryOf(head)], gone: [] },
  }
}

const read = <Inner>(value: Inner) => ok({ value, stale: false as const })

function storeOf(shown: () => Shown | null): Store {
  const of = (timeline: string): KeptEdition | null => {
    const kept = shown()?.kept ?? null
    return kept?.head.timeline.id === timeline ? kept : null
  }
  return {
    async current(timeline) {
      const kept = of(timeline)
      return kept === null ? failed('not-found') : read(kept.reader)
    },
    async edition(timeline, number) {
      const kept = of(timeline)
      return kept?.entry.number === number ? read(kept) : failed('not-found')
    },
    changes: async ({ timeline }) => [of(timeline.id)].filter((kept) => kept !== null),
    document: async ({ document }) => (document === null ? failed('unavailable') : ok(document)),
    part: async () => failed('unavailable'),
    timelines: async () => read(shown()?.list ?? { timelines: [], gone: [] }),
    expire: () => undefined,
  }
}
