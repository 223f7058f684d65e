// What the revisions of a timeline must be, told by its documents alone: nothing of src/ computes
// here. A part is what its author wrote; it changed in the edition that first has it so.
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'

interface Point {
  readonly edition: number
  readonly instant: string
}

/** By id of the event. */
export type Expected = ReadonlyMap<string, { readonly first: Point; readonly revision: Point }>

interface Model {
  /** The editions of a timeline, each once and in order. */
  take(document: TimelineDocument, at: Point): Expected
  /** Events that were there and are not now. */
  readonly removed: ReadonlySet<string>
}

export function createModel(): Model {
  const firsts = new Map<string, Point>()
  const removed = new Set<string>()
  let before = new Map<string, { readonly text: string; readonly changed: Point }>()

  return {
    removed,
    take(document, at) {
      const now: typeof before = new Map()
      const add = (key: string, part: object): void => {
        const text = JSON.stringify(part)
        const old = before.get(key)
        now.set(key, { text, changed: old?.text === text ? old.changed : at })
      }
      for (const kind of ['themes', 'actors', 'sources', 'events'] as const)
        for (const part of document[kind]) add(`${kind} ${part.id}`, part)
      const present = new Set(document.events.map(({ id }) => id))
      for (const id of firsts.keys()) if (!present.has(id)) removed.add(id)
      for (const id of present) removed.delete(id)
      before = now
      return new Map(
        document.events.map(({ id, themes, actors, place, citations }) => {
          const first = firsts.get(id) ?? at
          firsts.set(id, first)
          const named = [
            `events ${id}`,
            ...themes.map((theme) => `themes ${theme}`),
            ...[...actors, place].map((actor) => `actors ${actor}`),
            ...citations.map(({ source }) => `sources ${source}`),
          ]
          const changes = named.flatMap((key) => now.get(key)?.changed ?? [])
          const edition = Math.max(...changes.map((change) => change.edition))
          return [id, { first, revision: changes.find((change) => change.edition === edition)! }]
        }),
      )
    },
  }
}
