// Edits of a document: a few events, parts and texts in place of the whole (RFC 5789).
import type { BrokenRule } from '../domain/broken-rule.ts'
import type { EditFault, EditPlace, Fault } from '../domain/check/fault.ts'
import { pointerOf } from '../domain/document/pointer.ts'
import type { TimelineDocument } from '../domain/document/timeline.ts'
import { canonicalJson, sha256 } from './digest.ts'

/** Each part and event is whole, and takes the place of the one with its id; those that are new come last. */
export interface Edits {
  readonly put?: readonly unknown[]
  /** Ids of events that go. */
  readonly drop?: readonly string[]
  readonly themes?: readonly unknown[]
  readonly actors?: readonly unknown[]
  readonly sources?: readonly unknown[]
  /** The timeline's own texts; null takes one away. */
  readonly texts?: object
}

export const editableTexts = ['title', 'description', 'licence', 'credit', 'allowTerms'] as const

export interface Edited {
  /** Not checked yet. */
  readonly document: UncheckedGround & Readonly<Record<string, unknown>>
  /** A fault of the document at its place in the edits, or in what they leave as it is. */
  readonly placed: (fault: Fault) => EditFault
}

/** The digest of an edition that is another one with edits. */
export const editedDigest = (digest: string, edits: Edits): Promise<string> =>
  sha256(`${digest}\n${canonicalJson(edits)}`)

/**
 * The document with the edits.
 * @example ({ events: [a, b], … }, { put: [b2], drop: ['a'] }) → { document: { events: [b2], … }, … }
 */
export function applyEdits(document: TimelineDocument, edits: Edits): Edited {
  const { put = [], drop = [], themes = [], actors = [], sources = [], texts = {} } = edits
  const gone = new Set(drop)
  const lists = {
    themes: merged(document.themes, themes, '/themes'),
    actors: merged(document.actors, actors, '/actors'),
    sources: merged(document.sources, sources, '/sources'),
    events: merged(
      document.events.filter(({ id }) => !gone.has(id)),
      put,
      '/put',
    ),
  }
  const given = new Map(Object.entries(texts))
  const own = Object.entries(document).filter(([key]) => !given.has(key))
  // A timeline has a title: its null is a fault, told where it is written.
  const stated = [...given].filter(([key, text]) => text !== null || key === 'title')
  const places = new Map<string, string>(
    Object.entries(lists).flatMap(([list, { places: of }]) =>
      of.map(([index, place]) => [`/${list}/${index}`, place] as const),
    ),
  )
  const placeOf = (pointer: string): EditPlace => {
    const [, list = '', index = '', ...within] = pointer.split('/')
    const place = places.get(`/${list}/${index}`)
    if (place !== undefined) return { pointer: [place, ...within].join('/') }
    if (given.has(list)) return { pointer: `/texts${pointer}` }
    const id = editedId(new Map(Object.entries(lists)).get(list)?.list[Number(index)])
    return { inEdition: id === null ? pointer : [pointerOf([list, id]), ...within].join('/') }
  }
  return {
    document: {
      ...Object.fromEntries([...own, ...stated]),
      themes: lists.themes.list,
      actors: lists.actors.list,
      sources: lists.sources.list,
      events: lists.events.list,
    },
    placed: ({ pointer, reason, broken }) => ({
      ...placeOf(pointer),
      reason,
      broken: withHolder(broken, placeOf),
    }),
  }
}

function withHolder(rule: BrokenRule, placeOf: (pointer: string) => EditPlace): BrokenRule {
  if (rule.rule !== 'duplicate-id' && rule.rule !== 'ambiguous-name') return rule
  const place = placeOf(rule.values.holder)
  const holder =
    'pointer' in place
      ? { holder: place.pointer }
      : { holder: place.inEdition, isInEdition: true as const }
  return { ...rule, values: { ...rule.values, ...holder } } as BrokenRule
}

/** What events depend on that are not read with an edit. */
export interface Ground {
  readonly actors: readonly { readonly id: string; readonly kind?: unknown }[]
  readonly sources: readonly { readonly id: string; readonly published?: unknown }[]
  readonly allowTerms?: readonly string[]
}

/** The same of a document that may have faults. */
export interface UncheckedGround {
  readonly actors: readonly unknown[]
  readonly sources: readonly unknown[]
  readonly allowTerms?: unknown
}

/**
 * Where a document has another kind of an actor, another day on which a source was published, or fewer
 * terms that are allowed: events that nobody reads may then be wrong. JSON Pointers of what `after` has.
 * @example (a place without kind, the same as a person) → ['/actors/3/kind']
 */
export function movedGround(before: Ground, after: UncheckedGround): readonly string[] {
  const kinds = new Map(before.actors.map(({ id, kind }) => [id, kind]))
  const days = new Map(before.sources.map(({ id, published }) => [id, published]))
  const { allowTerms = [] } = after
  const allowed = Array.isArray(allowTerms) ? new Set<unknown>(allowTerms) : null
  const isLost = before.allowTerms?.some((term) => allowed?.has(term) === false) ?? false
  return [
    ...movedIn('actors', 'kind', kinds, after.actors),
    ...movedIn('sources', 'published', days, after.sources),
    ...(isLost ? ['/allowTerms'] : []),
  ]
}

const movedIn = (
  list: keyof Ground,
  field: string,
  before: ReadonlyMap<string, unknown>,
  after: readonly unknown[],
): readonly string[] =>
  after.flatMap((part, index) => {
    const id = editedId(part)
    if (id === null || !before.has(id)) return []
    const value = new Map(Object.entries(part as object)).get(field) as unknown
    if (value === before.get(id)) return []
    return [`/${list}/${index}${value === undefined ? '' : `/${field}`}`]
  })

interface Merged {
  readonly list: readonly unknown[]
  /** Index in the list, and the place of the edit. */
  readonly places: readonly (readonly [index: number, place: string])[]
}

function merged(
  before: readonly { readonly id: string }[],
  edits: readonly unknown[],
  beginning: string,
): Merged {
  const list: unknown[] = [...before]
  const indices = new Map(before.map(({ id }, index) => [id, index]))
  const places = edits.map((edit, at): readonly [number, string] => {
    const id = editedId(edit)
    // A second one with the same id stays beside the first, and is a fault.
    const index = (id === null ? undefined : indices.get(id)) ?? list.length
    if (id !== null) indices.delete(id)
    list[index] = edit
    return [index, `${beginning}/${at}`]
  })
  return { list, places }
}

/** Null of what has none, and is a fault. */
export function editedId(edit: unknown): string | null {
  const id = typeof edit === 'object' && edit !== null && 'id' in edit ? edit.id : null
  return typeof id === 'string' ? id : null
}
