// The edition log, one edition, and the changes since an edition.
import * as v from 'valibot'
import { Identifier } from '../../domain/document/identifier.ts'
import { TimelineDocument } from '../../domain/document/timeline.ts'
import type { ChangeCounts, LeftOutChanges } from '../../domain/document/changes.ts'
import { failed, type Result } from '../../domain/result.ts'
import { diff, type State } from '../../edition/changes.ts'
import type { PackedBase } from '../../edition/head.ts'
import type { EditionReader } from '../../edition/reader.ts'
import { hasPart, type ReadPart } from '../../edition/upload/part-names.ts'
import { ChangeCountsJson, changesJson, ChangesJson } from '../../formats/json/changes-json.ts'
import { EditionNumber, InstantJson, LinksJson } from '../../formats/json/shared-json.ts'
import { changesOverSegment } from '../../store/read/compared-editions.ts'
import type { KeptEdition, Read, Store } from '../../store/read/store.ts'
import type { Service } from '../service.ts'
import { conditional, partialWithout } from '../response/conditional.ts'
import { addressesOf } from '../response/links.ts'
import { chooseBefore, editionCursors } from '../request/editions-page.ts'
import * as parameters from '../request/parameters.ts'
import { editionProblem, problem, readProblem, type Problem, type ProblemType } from '../problem.ts'
import type { Exchange } from '../request/exchange.ts'
import { route } from '../route.ts'
import { chooseEdition, type OfTimeline } from '../request/selection.ts'

const json = 'application/json; charset=utf-8'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const EditionJson = v.object({
  number: v.pipe(EditionNumber, v.description('Counts from 1.')),
  digest: v.pipe(v.string(), v.description('SHA-256 of the document as canonical JSON.')),
  published: v.pipe(InstantJson, v.description('Instant, RFC 3339 in UTC.')),
  by: v.pipe(v.string(), v.description('Name of the token that published it.')),
  note: v.exactOptional(v.string()),
  restores: v.pipe(
    v.exactOptional(EditionNumber),
    v.description('The edition whose content was restored.'),
  ),
  removes: v.pipe(
    v.exactOptional(v.literal(true)),
    v.description('True if the timeline was taken down.'),
  ),
  events: count,
  changes: ChangeCountsJson,
})

const ordinals = v.array(count)

/** What the document of an uploaded edition is made of. */
export const UploadedJson = v.object({
  segment: v.string(),
  events: v.pipe(count, v.description('Of the segment, withdrawn ones included.')),
  parts: v.object({
    e: v.pipe(count, v.description('Number of parts with events as they are served.')),
    a: v.pipe(count, v.description('Number of parts with events as they were written.')),
  }),
  document: v.pipe(
    TimelineDocument,
    v.description('Its events are only those that were added or changed since.'),
  ),
  places: v.pipe(
    ordinals,
    v.description('For each of these events, before which event of the segment it stands.'),
  ),
  drops: v.pipe(ordinals, v.description('Events of the segment that were changed or removed.')),
})

export const EditionsJson = v.object({
  timeline: Identifier,
  total: v.pipe(count, v.description('How many editions are kept.')),
  editions: v.pipe(v.array(EditionJson), v.description('Newest first.')),
  links: LinksJson,
})

export const EditionCopyJson = v.object({
  timeline: Identifier,
  edition: EditionJson,
  changes: ChangesJson,
  document: v.pipe(
    v.nullable(TimelineDocument),
    v.description('Null where the edition was uploaded packed: then see `uploaded`.'),
  ),
  uploaded: v.exactOptional(UploadedJson),
})

export const ChangesSinceJson = v.object({
  timeline: Identifier,
  since: EditionNumber,
  edition: EditionNumber,
  ...ChangesJson.entries,
})

const problems: readonly ProblemType[] = [
  'unknown-parameter',
  'not-found',
  'cursor-expired',
  'timeline-gone',
  'store-unavailable',
]

export const editionLog = route({
  method: 'GET',
  path: '/v1/timelines/{timeline}/editions',
  id: 'listEditions',
  summary: 'The kept editions, newest first',
  tag: 'editions',
  parameters: { limit: parameters.editionsLimit, cursor: parameters.editionsCursor },
  success: {
    200: {
      description: 'The log',
      type: json,
      schema: EditionsJson,
      headers: ['link'],
    },
  },
  problems: ['invalid-parameter', 'invalid-cursor', 'duplicate-parameter', ...problems],
  async handle(exchange) {
    const chosen = await chooseBefore(exchange)
    if (!chosen.ok) return chosen.failure
    const { reader, before } = chosen.value
    const { limit = parameters.maxLogged } = exchange.query
    // What is asked for and given anyway is not in addresses.
    const told = limit === parameters.maxLogged ? undefined : limit
    const { timeline, edition, kept } = reader.facts
    const identity = `editions ${edition.number} ${limit} ${before ?? ''}`
    return conditional(exchange, { ...chosen.value, edition: edition.number, identity }, () => {
      const rest = kept.filter(({ number }) => before === undefined || number < before)
      const editions = rest.slice(0, limit)
      const isMore = editions.length < rest.length
      const cursors = editionCursors(reader, {
        before,
        next: isMore ? editions.at(-1)?.number : undefined,
      })
      const { log } = addressesOf(exchange.service, chosen.value)
      const next =
        cursors.next === undefined ? undefined : log({ limit: told, cursor: cursors.next })
      const contract = `<${exchange.service.publicUrl}/openapi.json>; rel="service-desc"`
      return {
        type: json,
        headers: { link: next === undefined ? contract : `${contract}, <${next}>; rel="next"` },
        body: JSON.stringify({
          timeline: timeline.id,
          total: kept.length,
          editions,
          links: { self: log({ limit: told, cursor: cursors.cursor }), next },
        }),
      }
    })
  },
})

export const oneEdition = route({
  method: 'GET',
  path: '/v1/timelines/{timeline}/editions/{number}',
  id: 'getEdition',
  summary: 'One kept edition: its log entry, its changes, its document',
  tag: 'editions',
  parameters: {},
  success: {
    200: {
      description: 'The edition',
      type: json,
      schema: EditionCopyJson,
    },
  },
  problems,
  async handle(exchange) {
    const { service } = exchange
    const kept = await chooseKept(exchange)
    if (!kept.ok) return kept.failure
    const { number } = kept.value.value.entry
    const { entry, changes, head } = kept.value.value
    const document = await service.store.document(kept.value.value)
    if (!document.ok) return readProblem(document.failure)
    const uploaded = head.base && uploadedJson(head.base, document.value)
    return conditional(
      exchange,
      {
        identity: `edition ${number}`,
        edition: number,
        pinned: true,
        stale: kept.value.stale,
      },
      () => ({
        type: json,
        body: JSON.stringify({
          timeline: document.value.id,
          edition: entry,
          changes: changesJson(changes),
          document: uploaded === null ? document.value : null,
          ...(uploaded && { uploaded }),
        }),
      }),
    )
  },
})

/** The kept edition that the path names. */
async function chooseKept(
  exchange: Exchange<unknown, OfTimeline & { readonly number: string }>,
): Promise<Result<Read<KeptEdition>, Problem>> {
  const { service, values } = exchange
  const number = /^[1-9]\d{0,8}$/.test(values.number) ? Number(values.number) : 0
  const current = await chooseEdition({ ...exchange, query: undefined })
  if (!current.ok) return current
  const kept = await service.store.edition(values.timeline, number)
  return kept.ok ? kept : failed(editionProblem(kept.failure))
}

/** Null where the service packed the events itself: then the document has all of them. */
function uploadedJson(
  { root, uploaded, places, drops }: PackedBase,
  document: TimelineDocument,
): v.InferOutput<typeof UploadedJson> | null {
  if (uploaded === undefined) return null
  const { segment, events } = root
  const { parts } = uploaded
  return { segment, events, parts, document, places: [...places], drops: [...drops] }
}

export const editionPart = route({
  method: 'GET',
  path: '/v1/timelines/{timeline}/editions/{number}/parts/{part}',
  id: 'getPart',
  summary: 'A part of an edition that was uploaded packed, as it is stored',
  tag: 'editions',
  parameters: {},
  success: { 200: { description: 'The part', type: 'application/octet-stream' } },
  problems,
  async handle(exchange) {
    const { service, values } = exchange
    const kept = await chooseKept(exchange)
    if (!kept.ok) return kept.failure
    const { entry, head } = kept.value.value
    const { base } = head
    const read = (name: string) => service.store.part(values.timeline, name)
    if (base === null || !(await hasPart(base, values.part, bytesWith(read))))
      return problem('not-found')
    const { segment } = base.root
    const part = await read(`${segment}/${values.part}`)
    if (!part.ok) return readProblem(part.failure)
    return conditional(
      exchange,
      {
        identity: `part ${segment}/${values.part}`,
        edition: entry.number,
        pinned: true,
        stale: kept.value.stale,
      },
      () => ({ type: 'application/octet-stream', body: part.value }),
    )
  },
})

const bytesWith =
  (read: (name: string) => ReturnType<Store['part']>): ReadPart =>
  async (name) => {
    const part = await read(name)
    return part.ok && typeof part.value !== 'string' ? part.value : null
  }

export const changesSince = route({
  method: 'GET',
  path: '/v1/timelines/{timeline}/changes',
  id: 'listChanges',
  summary: 'Events added, changed (field by field) and withdrawn since a kept edition',
  tag: 'editions',
  parameters: { since: parameters.since },
  success: {
    200: {
      description: 'The changes',
      type: json,
      schema: ChangesSinceJson,
    },
  },
  problems: ['invalid-parameter', 'duplicate-parameter', 'missing-parameter', ...problems],
  async handle(exchange) {
    const { service, values } = exchange
    const { since } = exchange.query
    const chosen = await chooseEdition({ ...exchange, query: undefined })
    if (!chosen.ok) return chosen.failure
    const { timeline, edition } = chosen.value.reader.facts
    const before = await service.store.edition(values.timeline, since)
    if (!before.ok) return editionProblem(before.failure)
    return conditional(
      exchange,
      {
        ...chosen.value,
        edition: edition.number,
        identity: `changes ${since} ${edition.number}`,
      },
      async () => {
        const { number } = edition
        const told = await toldSince(service, before.value.value, chosen.value.reader)
        const changes =
          told ?? (await changesBetween(before.value.value.reader, chosen.value.reader))
        return {
          type: json,
          partial: partialWithout(told === undefined ? [number] : []),
          body: JSON.stringify({ timeline: timeline.id, since, edition: number, ...changes }),
        }
      },
    )
  },
})

/**
 * Where an edition is uploaded: all that differs over one segment, or what the newest says of the one before;
 * null where that says nothing, and undefined where the copy of the newest cannot be read.
 */
async function toldSince(
  { store }: Service,
  since: KeptEdition,
  { facts: { isUploaded, timeline, edition } }: EditionReader,
): Promise<ChangesAnswer | null | undefined> {
  if (isUploaded === undefined && since.reader.facts.isUploaded === undefined) return null
  const newest = await store.edition(timeline.id, edition.number)
  if (!newest.ok) return undefined
  const { value } = newest.value
  const isNext = value.entry.number === since.entry.number + 1
  const changes = (await changesOverSegment(since, value)) ?? (isNext ? value.changes : null)
  return changes && changesJson(changes)
}

/** The last comparison with each newest edition: programs that follow a timeline ask for the same one. */
const compared = new WeakMap<EditionReader, { since: EditionReader; changes: ChangesAnswer }>()

type ChangesAnswer = ReturnType<typeof changesJson>

async function changesBetween(since: EditionReader, newest: EditionReader): Promise<ChangesAnswer> {
  const known = compared.get(newest)
  if (known?.since === since) return known.changes
  const isLarge = since.facts.isUploaded ?? newest.facts.isUploaded ?? false
  const states = isLarge
    ? [stateWithout(since), stateWithout(newest)]
    : [stateOf(since), stateOf(newest)]
  const [old, now] = (await Promise.all(states)) as [State, State]
  const leftOut = isLarge ? { leftOut: countsSince(since, newest) } : {}
  const changes = changesJson({ ...diff(old, now), ...leftOut })
  compared.set(newest, { since, changes })
  return changes
}

const stateOf = async (reader: EditionReader): Promise<State> => ({
  timeline: reader.facts.timeline,
  events: await Array.fromAsync(reader.all()),
})

const stateWithout = async ({ facts: { timeline } }: EditionReader): Promise<State> => ({
  timeline,
  events: [],
})

/** What the editions since say themselves; what was changed twice is counted twice. */
function countsSince(since: EditionReader, { facts: { kept } }: EditionReader): LeftOutChanges {
  const after = kept.filter(({ number }) => number > since.facts.edition.number)
  const sum = (of: (counts: ChangeCounts) => number): number =>
    after.reduce((total, { changes }) => total + of(changes), 0)
  return {
    added: sum(({ added }) => added),
    changed: sum(({ changed }) => changed),
    withdrawn: sum(({ withdrawn }) => withdrawn),
    removed: sum(({ removed = 0 }) => removed),
  }
}
