// What a merged document uses although one side has removed it: a theme, an actor or a source that the
// other side began to name, a cited passage that its words rest on, an actor that it took for a place.
import { documentShape, partListNames, shapeOfField, type Fields, type PartList } from './shape.ts'
import type { Shape, Side } from './three-way.ts'

/** Two places of a merged document, one of each side, that cannot stand together. */
export interface Contradiction {
  /** What is chosen: a part, a citation, what an actor is, or a membership. */
  readonly object: readonly string[]
  /** What follows that choice. */
  readonly use: readonly string[]
  /** Of a cited passage, the source: where that goes, the passage goes with it, and the use, too. */
  readonly source: readonly string[] | null
  /** The side with whose object the use can stay. */
  readonly staysWith: Side
}

/** Documents as `readForMerge` returns them. */
interface Sides {
  readonly mine: Fields
  readonly theirs: Fields
}

/**
 * What contradicts itself in a merged document, and in neither side.
 * @example an actor that one side removed and the other put into an event → [{ object: ['actors', 'mayor'], … }]
 */
export function contradictionsBetween(sides: Sides): (merged: Fields) => Contradiction[] {
  const [mine, theirs] = [usesOf(sides.mine), usesOf(sides.theirs)]
  return (merged) => [...brokenUses(merged, { mine, theirs }, sides), ...newCycles(merged, sides)]
}

function brokenUses(
  merged: Fields,
  { mine, theirs }: Readonly<Record<Side, Uses>>,
  sides: Sides,
): Contradiction[] {
  return [...usesOf(merged)].flatMap(([key, use]): Contradiction[] => {
    if (use.isMet) return []
    const user = [mine, theirs].find((uses) => uses.get(key)?.isMet === true)
    const isMine = user === mine
    // What both sides use, or one uses without its object, was not broken by merging them.
    if (user === undefined || (isMine ? theirs : mine).has(key)) return []
    const { object, source } = user.get(key) ?? use
    const place = placeOfUse(use, merged, isMine ? sides.theirs : sides.mine)
    return [{ object, source, use: place, staysWith: isMine ? 'mine' : 'theirs' }]
  })
}

interface Use {
  readonly path: readonly string[]
  readonly object: readonly string[]
  readonly source: Contradiction['source']
  /** True if the document has what is used. */
  readonly isMet: boolean
}
type Uses = ReadonlyMap<string, Use>

interface Event extends Fields {
  readonly id: string
  readonly themes: readonly string[]
  readonly actors: readonly string[]
  readonly citations: readonly Cited[]
  readonly measures: readonly Figure[]
  readonly place?: string
  readonly statedDate?: string
}
interface Cited {
  readonly source: string
  readonly exact?: string
}
interface Figure {
  readonly sourceWords?: string
  readonly parts?: readonly Figure[]
}
interface Actor extends Fields {
  readonly id: string
  readonly kind?: string
  readonly memberOf: readonly string[]
}

const partsIn = (document: Fields, list: PartList) =>
  document[list] as readonly { readonly id: string }[]
const eventsOf = (document: Fields) => document['events'] as readonly Event[]
const actorsOf = (document: Fields) => document['actors'] as readonly Actor[]

function usesOf(document: Fields): Uses {
  const uses = new Map<string, Use>()
  const known = new Set(
    partListNames.flatMap((list) => partsIn(document, list).map(({ id }) => `${list} ${id}`)),
  )
  const add = (path: readonly string[], object: readonly string[], isMet: boolean, what = '') =>
    uses.set(JSON.stringify([path, what]), { path, object, source: null, isMet })
  const name = (path: readonly string[], list: PartList, id: string) =>
    add(path, [list, id], known.has(`${list} ${id}`), `${list} ${id}`)
  const actors = actorsOf(document)
  const kinds = new Map(actors.map(({ id, kind = 'place' }) => [id, kind]))
  for (const { id, memberOf } of actors)
    for (const group of memberOf) name(['actors', id, 'memberOf', group], 'actors', group)
  for (const event of eventsOf(document)) {
    const path = ['events', event.id]
    for (const id of event.themes) name([...path, 'themes', id], 'themes', id)
    for (const id of event.actors) name([...path, 'actors', id], 'actors', id)
    const { place } = event
    if (place !== undefined) {
      name([...path, 'place'], 'actors', place)
      const isPlace = (kinds.get(place) ?? 'place') === 'place'
      add([...path, 'place'], ['actors', place, 'kind'], isPlace, `place ${place}`)
    }
    for (const cited of event.citations)
      name([...path, 'citations', keyOf(cited)], 'sources', cited.source)
    for (const [field, words] of wordsOf(event)) {
      const passage = event.citations.find(({ exact }) => exact?.includes(words) === true)
      const object = [...path, 'citations', ...(passage === undefined ? [] : [keyOf(passage)])]
      const place = [...path, field]
      const source = passage === undefined ? null : ['sources', passage.source]
      const isMet = passage !== undefined
      uses.set(JSON.stringify([place, words]), { path: place, object, source, isMet })
    }
  }
  return uses
}

const citations = shapeOfField('event', 'citations')
const keyOf = (cited: Cited): string => (citations.form === 'list' ? citations.keyOf(cited) : '')

/** The source's own words of an event, which must stand in a passage that it cites. */
function wordsOf({ statedDate, measures }: Event): (readonly [field: string, words: string])[] {
  const figures = measures.flatMap((measure) => [measure, ...(measure.parts ?? [])])
  return [
    ...(statedDate === undefined ? [] : [['statedDate', statedDate] as const]),
    ...figures.flatMap(({ sourceWords }) =>
      sourceWords === undefined ? [] : [['measures', sourceWords] as const],
    ),
  ]
}

/** An event is not left without a citation: then all of them go as the side has them, or the event does. */
function placeOfUse({ path, object }: Use, merged: Fields, side: Fields): readonly string[] {
  const [list, id, field] = path
  if (list !== 'events' || field !== 'citations' || object[0] !== 'sources') return path
  const sources = new Set(partsIn(merged, 'sources').map((source) => source.id))
  const cited = eventsOf(merged).find((event) => event.id === id)?.citations ?? []
  if (cited.some(({ source }) => sources.has(source))) return path
  const isThere = eventsOf(side).some((event) => event.id === id)
  return path.slice(0, isThere ? 3 : 2)
}

/** A use that becomes as the side has it that removed what it uses. */
export interface FollowedUse {
  readonly path: readonly string[]
  readonly side: Side
}

/** The document with these uses as that side has them. */
export function followUses(
  merged: Fields,
  following: ReadonlyMap<string, FollowedUse>,
  sides: Sides,
): Fields {
  let followed: unknown = merged
  for (const { path, side } of following.values())
    followed = replaced(documentShape, followed, {
      path,
      now: valueAt(documentShape, sides[side], path),
    })
  return followed as Fields
}

function valueAt(shape: Shape, value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined || value === undefined) return value
  if (shape.form === 'list') {
    const item = (value as unknown[]).find((one) => shape.keyOf(one) === key)
    return valueAt(shape.of, item, rest)
  }
  return shape.form === 'record' ? valueAt(shape.of(key), (value as Fields)[key], rest) : value
}

/** Puts another value at the path, or takes what is there away if `now` is undefined. */
function replaced(
  shape: Shape,
  value: unknown,
  { path: [key, ...path], now }: { readonly path: readonly string[]; readonly now: unknown },
): unknown {
  if (key === undefined) return now
  if (shape.form === 'list') {
    const items = (value as unknown[]).map((one) =>
      shape.keyOf(one) === key ? replaced(shape.of, one, { path, now }) : one,
    )
    return items.filter((one) => one !== undefined)
  }
  if (shape.form !== 'record') return value
  const fields = new Map(Object.entries(value as Fields))
  const field = replaced(shape.of(key), fields.get(key), { path, now })
  if (field === undefined) fields.delete(key)
  else fields.set(key, field)
  return Object.fromEntries(fields)
}

/** A cycle of memberships that neither side has: what one side added of it against what the other did. */
function newCycles(merged: Fields, { mine, theirs }: Sides): Contradiction[] {
  const [now, ours, others] = [merged, mine, theirs].map(membershipsOf) as [Groups, Groups, Groups]
  return [...now.keys()].flatMap((start): Contradiction[] => {
    const cycle = cycleFrom(start, now)
    const [added, opposed] = [others, ours].map((lacking) =>
      cycle.filter(([member, group]) => lacking.get(member)?.includes(group) !== true),
    ) as [Membership[], Membership[]]
    // Whichever side is which, the same one is chosen.
    const isFirst = JSON.stringify(added) < JSON.stringify(opposed)
    const [[object], uses] = isFirst ? [added, opposed] : [opposed, added]
    if (object === undefined) return []
    const staysWith = isFirst ? 'theirs' : 'mine'
    return uses.map((use) => ({
      object: placeOf(object),
      source: null,
      use: placeOf(use),
      staysWith,
    }))
  })
}

type Membership = readonly [member: string, group: string]
type Groups = ReadonlyMap<string, readonly string[]>

const membershipsOf = (document: Fields): Groups =>
  new Map(actorsOf(document).map(({ id, memberOf }) => [id, memberOf]))

const placeOf = ([member, group]: Membership) => ['actors', member, 'memberOf', group]

/** The memberships that lead from an actor back to it, by the shortest way; none without a cycle. */
function cycleFrom(start: string, groups: Groups): Membership[] {
  const cameBy = new Map<string, Membership>()
  const open = [start]
  for (let member = open.shift(); member !== undefined; member = open.shift())
    for (const group of groups.get(member) ?? []) {
      if (cameBy.has(group)) continue
      cameBy.set(group, [member, group])
      open.push(group)
    }
  const way: Membership[] = []
  for (let last = cameBy.get(start); last !== undefined; last = cameBy.get(last[0])) {
    way.unshift(last)
    if (last[0] === start) return way
  }
  return []
}
