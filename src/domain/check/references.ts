// Faults of reference: identifiers that are duplicated, unknown, or of the wrong kind of thing.
import { broken } from '../broken-rule.ts'
import { faultOf, plainFault, type Fault } from './fault.ts'
import { nearestId } from './nearest.ts'
import { collections, type LooseDocument, type Located } from './loose-document.ts'

export function referenceFaults(document: LooseDocument): Fault[] {
  const known = {
    themes: idsOf(document.themes),
    actors: idsOf(document.actors),
    sources: idsOf(document.sources),
  }
  const inActors = document.actors.flatMap(({ pointer, value: actor }) =>
    listFaults(`${pointer}/memberOf`, actor.memberOf ?? [], known.actors, 'unknown-actor'),
  )
  const inEvents = document.events.flatMap(({ pointer, value: event }) => [
    ...listFaults(`${pointer}/themes`, event.themes ?? [], known.themes, 'unknown-theme'),
    ...listFaults(`${pointer}/actors`, event.actors ?? [], known.actors, 'unknown-actor'),
    ...(event.place === undefined
      ? []
      : unknown(`${pointer}/place`, event.place, known.actors, 'unknown-actor')),
    ...(event.citations ?? []).flatMap((citation, index) =>
      citation === undefined
        ? []
        : unknown(
            `${pointer}/citations/${index}/source`,
            citation.source,
            known.sources,
            'unknown-source',
          ),
    ),
  ])
  return [
    ...duplicateIds(document),
    ...inActors,
    ...membershipCycles(document),
    ...inEvents,
    ...placeFaults(document),
  ]
}

const idsOf = (
  parts: readonly Located<{ readonly id?: string | undefined }>[],
): Set<string | undefined> => new Set(parts.map(({ value }) => value.id))

function duplicateIds(document: LooseDocument): Fault[] {
  return collections.flatMap((collection) => {
    const first = new Map<string, string>()
    return document[collection].flatMap(({ pointer, value: { id } }): Fault[] => {
      const holder = id === undefined ? undefined : first.get(id)
      if (id !== undefined && holder === undefined) first.set(id, pointer)
      if (holder === undefined) return []
      return [faultOf(`${pointer}/id`, broken('duplicate-id', { holder }))]
    })
  })
}

type Unknown = 'unknown-theme' | 'unknown-actor' | 'unknown-source'

function unknown(
  pointer: string,
  id: string,
  known: ReadonlySet<unknown>,
  reason: Unknown,
): Fault[] {
  if (known.has(id)) return []
  const nearest = nearestId(
    id,
    [...known].filter((one) => typeof one === 'string'),
  )
  const fault = plainFault(pointer, reason)
  return [
    nearest === null ? fault : { ...fault, broken: { ...fault.broken, proposals: [nearest] } },
  ]
}

function listFaults(
  pointer: string,
  ids: readonly (string | undefined)[],
  known: ReadonlySet<unknown>,
  reason: Unknown,
): Fault[] {
  const seen = new Set<string>()
  return ids.flatMap((id, index) => {
    const here = `${pointer}/${index}`
    if (id === undefined) return []
    if (seen.has(id)) return [plainFault(here, 'repeated-reference')]
    seen.add(id)
    return unknown(here, id, known, reason)
  })
}

function placeFaults(document: LooseDocument): Fault[] {
  const kinds = new Map(document.actors.map(({ value }) => [value.id, value.kind]))
  return document.events.flatMap(({ pointer, value: { place } }): Fault[] => {
    const kind = place === undefined ? undefined : kinds.get(place)
    // An actor whose kind is not stated may be a place.
    if (kind === undefined || kind === 'place') return []
    return [faultOf(`${pointer}/place`, broken('not-a-place', { kind }))]
  })
}

/** One fault for each cycle of memberships, at the reference that closes it. */
function membershipCycles(document: LooseDocument): Fault[] {
  const groups = new Map<string, Located<string>[]>()
  for (const { pointer, value: actor } of document.actors) {
    if (actor.id === undefined) continue
    groups.set(
      actor.id,
      (actor.memberOf ?? []).flatMap((value, index) =>
        value === undefined ? [] : [{ pointer: `${pointer}/memberOf/${index}`, value }],
      ),
    )
  }
  const faults: Fault[] = []
  const finished = new Set<string>()
  for (const start of groups.keys()) faults.push(...cyclesFrom(start, groups, finished))
  return faults
}

/** Depth-first with an explicit stack: a chain may be as long as the document. */
function cyclesFrom(
  start: string,
  groups: ReadonlyMap<string, readonly Located<string>[]>,
  finished: Set<string>,
): Fault[] {
  const faults: Fault[] = []
  const open = new Set<string>([start])
  const stack = [{ id: start, next: 0 }]
  for (let top = stack.at(-1); top !== undefined && !finished.has(start); top = stack.at(-1)) {
    const edge = groups.get(top.id)?.[top.next++]
    if (edge === undefined) {
      finished.add(top.id)
      open.delete(top.id)
      stack.pop()
    } else if (open.has(edge.value)) {
      faults.push(plainFault(edge.pointer, 'membership-cycle'))
    } else if (!finished.has(edge.value)) {
      open.add(edge.value)
      stack.push({ id: edge.value, next: 0 })
    }
  }
  return faults
}
