// Random queries and edits over a synthetic timeline (synthetic.ts).
import { civilDay } from '../../src/domain/date/civil-day.ts'
import type { StoredEvent } from '../../src/domain/document/event.ts'
import { everything, type Clause, type EventQuery } from '../../src/domain/query/event-query.ts'
import { compareEvents } from '../../src/domain/query/order.ts'
import type { StoredTimeline } from '../../src/edition/head.ts'
import { word, zipf, type EventsByOrdinal, type Sizes } from './synthetic.ts'

type Random = () => number

const oneOf = <Value>(random: Random, values: readonly Value[]): Value =>
  values[Math.floor(random() * values.length)] as Value

/** A query of up to six conditions, most of them few. */
export function randomQuery(random: Random, { themes, actors, sources }: Sizes): EventQuery {
  const clauses = (prefix: string, count: number, chance: number): Clause[] => {
    if (random() > chance) return []
    const any = [...new Set([zipf(random, count), zipf(random, count)])].map(
      (n) => `${prefix}-${n}`,
    )
    const first = { any: random() < 0.5 ? any : any.slice(0, 1), exclude: random() < 0.15 }
    return random() < 0.3
      ? [first, { any: [`${prefix}-${zipf(random, count)}`], exclude: false }]
      : [first]
  }
  return {
    themes: clauses('theme', themes, 0.4),
    actors: clauses('actor', actors, 0.3),
    sources: clauses('source', sources, 0.15),
    members: oneOf(random, ['include', 'include', 'exclude']),
    window: windowOf(random),
    terms: termsOf(random),
    sort: oneOf(random, ['date', 'date', '-date', '-updated']),
  }
}

function windowOf(random: Random): EventQuery['window'] {
  const [match, undated] = [
    oneOf(random, ['possible', 'certain'] as const),
    oneOf(random, ['exclude', 'include'] as const),
  ]
  if (random() < 0.4) return { ...everything.window, match, undated }
  const from = civilDay(1950 + Math.floor(random() * 70), 1 + Math.floor(random() * 12), 15)
  const to = from + oneOf(random, [0, 6, 30, 400, 4000])
  return {
    from: random() < 0.1 ? null : from,
    to: random() < 0.1 ? null : to,
    match,
    undated,
  }
}

/** Common words, rare ones, parts of roles and two words that may stand side by side. */
function termsOf(random: Random): string[] {
  if (random() < 0.6) return []
  const term = (): string =>
    oneOf(random, [
      () => word(zipf(random, 20_000)),
      () => word(Math.floor(random() * 20_000)),
      () => word(zipf(random, 60)) + word(zipf(random, 60)),
      () => `${word(zipf(random, 20_000)).slice(1)}主任`,
    ])()
  return [...new Set(random() < 0.2 ? [term(), term()] : [term()])].toSorted()
}

/** What the editions after the first one change: events, and parts that events name. */
export interface Edits {
  readonly timeline: StoredTimeline
  /** In the total order. */
  readonly adds: readonly StoredEvent[]
  /** Ordinals of what was changed or removed, ascending. */
  readonly drops: readonly number[]
}

/** A third each of events that change, are removed and are new; one part in a hundred changes, too. */
export function randomEdits(
  random: Random,
  timeline: StoredTimeline,
  events: EventsByOrdinal,
  count: number,
): Edits {
  const drops = new Set<number>()
  const adds: StoredEvent[] = []
  const at = (edition: number) => ({
    edition,
    instant: new Date(Date.UTC(2026, 9, 1 + edition)).toISOString(),
  })
  for (let edit = 0; edit < count; edit++) {
    const ordinal = Math.floor(random() * events.length)
    const old = events.at(ordinal)
    const other = events.at(Math.floor(random() * events.length))
    if (old === undefined || other === undefined) continue
    const changed = at(2 + Math.floor((edit * 8) / count))
    if (edit % 3 === 2) {
      const position = events.length + edit
      adds.push({ ...old, id: `new-${edit}`, position, when: other.when, first: changed, changed })
    } else if (!drops.has(ordinal)) {
      drops.add(ordinal)
      if (edit % 3 === 1)
        adds.push({ ...old, title: other.title, when: other.when, themes: other.themes, changed })
    }
  }
  const revised = <Part extends { readonly changed: object }>(part: Part): Part =>
    count > 0 && random() < 0.01 ? { ...part, changed: at(5) } : part
  return {
    timeline: {
      ...timeline,
      themes: timeline.themes.map(revised),
      actors: timeline.actors.map(revised),
      sources: timeline.sources.map(revised),
    },
    adds: adds.toSorted(compareEvents),
    drops: [...drops].toSorted((a, b) => a - b),
  }
}

/** All events after the edits, in the total order. */
export function afterEdits(events: readonly StoredEvent[], { adds, drops }: Edits): StoredEvent[] {
  const dropped = new Set(drops)
  const kept = events.filter((_, ordinal) => !dropped.has(ordinal))
  return [...kept, ...adds].toSorted(compareEvents)
}

/** For each of the adds the ordinal of the first event that stands behind it. */
export function placesOf(events: EventsByOrdinal, adds: readonly StoredEvent[]): number[] {
  return adds.map((event) => {
    let [low, high] = [0, events.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (compareEvents(events.at(middle) as StoredEvent, event) < 0) low = middle + 1
      else high = middle
    }
    return low
  })
}
