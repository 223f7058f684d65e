// What editions say, told by the wishes of their publishers alone: nothing of src/ computes here. Every
// event says which publish wrote it, so that a mixture of two is seen.
import type { AuthoredEvent } from '../../../src/domain/document/event.ts'
import type { TimelineDocument } from '../../../src/domain/document/timeline.ts'
import type { Edits } from '../../../src/edition/edits.ts'
import { document, event } from '../../support/document.ts'
import type { World } from '../world.ts'

export const timeline = 'town-2020'

export interface Content {
  readonly title: string
  /** Titles of events by id. */
  readonly events: ReadonlyMap<string, string>
}

export const nothing: Content = { title: '', events: new Map() }

/** @example sameContent(a, b): as one text */
export const textOf = ({ title, events }: Content): string =>
  JSON.stringify([title, [...events].toSorted(([a], [b]) => (a < b ? -1 : 1))])

const ids = Array.from({ length: 12 }, (_, index) => `e${index}`)

const days = ['2020-01-24', '2020-02-01/2020-02-10', '2020-02', '2020-03-05', '2021-12-31']

function eventOf(id: string, title: string): AuthoredEvent {
  const date = days[Number(id.slice(1)) % days.length] ?? ''
  const { kind: _span, ...plain } = event({ id, title, date, summary: 'x'.repeat(400) })
  return plain
}

/** Some events that are all of this publish. */
export function contentOf(note: string, { random }: World, fewest = 0): Content {
  const count = fewest + Math.floor(random() * (ids.length - fewest + 1))
  const from = Math.floor(random() * ids.length)
  const own = Array.from({ length: count }, (_, index) => ids[(from + index) % ids.length] ?? '')
  return { title: note, events: new Map(own.map((id) => [id, note])) }
}

export const documentOf = ({ title, events }: Content): TimelineDocument =>
  document({ id: timeline, title, events: Array.from(events, ([id, own]) => eventOf(id, own)) })

/** Edits of a content by this publish, and what it says after them. */
export function editsOf(
  before: Content,
  note: string,
  { random, pick, chance }: World,
): { readonly edits: Edits; readonly after: Content } {
  const events = new Map(before.events)
  const put = new Set(Array.from({ length: 1 + Math.floor(random() * 2) }, () => pick(ids)))
  const others = [...before.events.keys()].filter((id) => !put.has(id))
  const drop = others.length > 0 && chance(0.4) ? [pick(others)] : []
  for (const id of put) events.set(id, note)
  for (const id of drop) events.delete(id)
  const isTitled = chance(0.3)
  const edits = {
    put: Array.from(put, (id) => eventOf(id, note)),
    ...(drop.length > 0 && { drop }),
    ...(isTitled && { texts: { title: note } }),
  }
  return { edits, after: { title: isTitled ? note : before.title, events } }
}
