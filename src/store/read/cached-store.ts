// Reads from KV: current editions, kept editions, the list of timelines. Reads never call the
// publisher. If the store fails or hangs, values in this isolate's memory are served, else `unavailable`
// (isolate-cache.ts).
import type { Changes } from '../../domain/document/changes.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { openHead, type OpenParts } from './open.ts'
import { createPartCache } from '../../edition/packed/part-cache.ts'
import type { EditionFacts, EditionReader } from '../../edition/reader.ts'
import type { Unwrapped } from '../../edition/envelope.ts'
import { DamagedPart, noParts, type PartSource } from '../../edition/segment/parts.ts'
import { upgradeHead } from '../../edition/stored-form.ts'
import { takenThrough, toldChanges } from '../../edition/taken.ts'
import { createCached, type Cached } from './isolate-cache.ts'
import { documentKey, editionKey, headKey, timelinesKey } from '../keys.ts'
import { loadValue, type Reading } from './load-value.ts'
import type { Loaded } from './shelf.ts'
import type { KeptEdition, Read, ReadFailure, Store, StoredPart } from './store.ts'
import { together } from '../together.ts'
import { upgraded, type DocumentCopy, type EditionCopy, type TimelineList } from '../values.ts'

/** Milliseconds for which an isolate serves a mutable value without reading it again. */
export const freshFor = 5_000

/** Kept editions never change, yet an isolate reads them again after an hour. */
export const editionFreshFor = 3_600_000

/**
 * How much an isolate keeps in memory: heads, and ids of timelines that do not exist, by number;
 * editions and changes by the characters of their JSON. One copy has a maximum of about 2,000,000
 * characters.
 */
export const capacity = {
  heads: 64,
  editions: 16_000_000,
  changes: 8_000_000,
  absences: 1_000,
} as const

export interface StoreOptions extends Reading {
  readonly now: () => number
  /** The parts of the segments of a timeline; where absent, there are none. */
  readonly partsOf?: (timeline: string) => PartSource
  /** `capacity` by default. */
  readonly room?: Readonly<Record<keyof typeof capacity, number>>
}

/** @example createStore(options).current('fusha-2020') → ok({ value: reader, stale: false }) */
export function createStore(options: StoreOptions): Store {
  const { now, room = capacity } = options
  const parts = openPartsOf(options)
  const list = createCached<TimelineList>({
    now,
    freshFor,
    capacity: 1,
    load: async (key) => mapped(await loadValue(options, key), listOf),
  })
  const heads = createCached<EditionReader>({
    now,
    freshFor,
    capacity: room.heads,
    absences: room.absences,
    load: (timeline, atHand) => loadHead({ ...options, parts, list }, timeline, atHand),
  })
  const editions = createCached<KeptEdition>({
    now,
    freshFor: editionFreshFor,
    capacity: room.editions,
    load: async (key) => mapped(await loadValue(options, key), keptEditionWith(parts)),
  })
  const changes = createChanges(options, room.changes)

  async function served(timeline: string): Promise<Result<Read<EditionReader>, ReadFailure>> {
    const read = await heads.get(timeline)
    return read.ok && read.value.value.facts.edition.removes === true ? failed('gone') : read
  }

  return {
    current: served,

    async edition(timeline, number) {
      const begun = now()
      const current = await served(timeline)
      if (!current.ok) return current
      const { edition, kept } = current.value.value.facts
      // Read only keys that were written: KV caches negative answers, too.
      if (number > edition.number || number < 1) return failed('not-found')
      if (number <= takenThrough(kept)) return failed('taken')
      if (!kept.some((entry) => entry.number === number)) return failed('expired')
      const read = written(await editions.get(editionKey(timeline, number), begun))
      return read.ok ? ok(atLeastAsStale(told(read.value, kept), current.value)) : read
    },

    changes({ timeline, kept }, max) {
      const begun = now()
      return together(kept.slice(0, max), async (entry) => {
        const read = await changes.get(editionKey(timeline.id, entry.number), begun)
        return { entry, changes: read.ok ? read.value.value : null }
      })
    },

    document: (kept) => documentOf(options, kept),

    part: (timeline, name) => partOf(parts.sourceOf(timeline), name),

    async timelines() {
      const known = await list.get(timelinesKey)
      return known.ok || known.failure !== 'not-found' ? known : noTimelines
    },

    expire(timeline) {
      heads.expire(timeline)
      list.expire(timelinesKey)
    },
  }
}

const createChanges = (options: StoreOptions, room: number): Cached<Changes> =>
  createCached<Changes>({
    now: options.now,
    freshFor: editionFreshFor,
    capacity: room,
    load: async (key) => mapped(await loadValue(options, key), changesOf),
  })

const openPartsOf = ({ partsOf = () => noParts }: StoreOptions): OpenParts => ({
  sourceOf: partsOf,
  cache: createPartCache(),
})

/** Before the first publish. */
const noTimelines = ok({ value: { timelines: [], gone: [] }, stale: false } as const)

/** Within an isolate a head is never replaced by an older one from a location's cache. */
async function loadHead(
  {
    parts,
    list,
    ...reading
  }: Reading & { readonly parts: OpenParts; readonly list: Cached<TimelineList> },
  timeline: string,
  atHand: EditionReader | undefined,
): Promise<Loaded<EditionReader>> {
  const number = atHand?.facts.edition.number
  const loaded = await loadValue(reading, headKey(timeline), number)
  if (loaded.kind === 'failure' && loaded.failure === 'not-found') {
    return { kind: 'failure', failure: await absence(list, timeline) }
  }
  return mapped(loaded, ({ content, form }) => {
    const head = upgradeHead(content, form)
    return { ...found(openHead(head, parts)), version: head.edition.number }
  })
}

/** With the changes that readers get of it, by the log of the newest edition. */
function told(read: Read<KeptEdition>, kept: EditionFacts['kept']): Read<KeptEdition> {
  const { changes, entry } = read.value
  const own = toldChanges(changes, entry.number, kept)
  return own === changes ? read : { ...read, value: { ...read.value, changes: own } }
}

/** A kept edition never changes, but that it is still served only the head tells. */
const atLeastAsStale = <Value>(read: Read<Value>, { stale }: Read<unknown>): Read<Value> =>
  stale === false ? read : { ...read, stale: Math.max(stale, Number(read.stale)) }

/** A copy that a head refers to was written, so if it is missing, the store is at fault. */
const written = <Value>(read: Result<Value, ReadFailure>): Result<Value, ReadFailure> =>
  read.ok || read.failure !== 'not-found' ? read : failed('unavailable')

/**
 * A missing head may only be a negative answer in a location's cache, so a timeline is unknown only
 * if the list does not contain it either.
 */
async function absence(list: Cached<TimelineList>, timeline: string): Promise<ReadFailure> {
  const known = await list.get(timelinesKey)
  if (!known.ok) return known.failure === 'not-found' ? 'not-found' : 'unavailable'
  const { timelines, gone } = known.value.value
  if (gone.includes(timeline)) return 'gone'
  return timelines.some((summary) => summary.id === timeline) ? 'unavailable' : 'not-found'
}

function mapped<Value>(
  loaded: Loaded<Unwrapped>,
  read: (value: Unwrapped, size?: number) => Loaded<Value>,
): Loaded<Value> {
  return loaded.kind === 'value' ? read(loaded.value, loaded.size) : loaded
}

const found = <Value>(value: Value) => ({ kind: 'value', value }) as const

async function documentOf(
  reading: Reading,
  { entry, head, document }: KeptEdition,
): Promise<Result<TimelineDocument, ReadFailure>> {
  if (document !== null) return ok(document)
  const loaded = await loadValue(reading, documentKey(head.timeline.id, entry.number))
  return loaded.kind === 'value'
    ? ok((loaded.value.content as DocumentCopy).document)
    : failed('unavailable')
}

/** Not checked here: whoever asked for it opens it. */
async function partOf(source: PartSource, name: string): Promise<Result<StoredPart, ReadFailure>> {
  try {
    const [part] = /\/e\d+$/.test(name) ? await source.texts([name]) : await source.bytes([name])
    return part === null || part === undefined ? failed('unavailable') : ok(part)
  } catch (error) {
    if (error instanceof DamagedPart) return failed('unavailable')
    throw error
  }
}

const listOf = ({ content }: Unwrapped): Loaded<TimelineList> => found(content as TimelineList)

const keptEditionWith =
  (parts: OpenParts) =>
  ({ content, form }: Unwrapped, size = 1): Loaded<KeptEdition> => {
    const copy = upgraded(content as EditionCopy, form)
    return { ...found({ ...copy, reader: openHead(copy.head, parts) }), size }
  }

/** Drops the content, which is many times as large. */
function changesOf({ content, form }: Unwrapped): Loaded<Changes> {
  const { changes } = upgraded(content as EditionCopy, form)
  return { ...found(changes), size: JSON.stringify(changes).length }
}
