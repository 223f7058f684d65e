// The figures of the table: how each is read from what was measured, and the most that it may be.
import type { Findings } from './accessibility.ts'
import { element, page, type Subject } from './subjects.ts'
import type { Visit } from './visit.ts'

/** What was measured of one subject. */
export interface Measured {
  readonly subject: Subject
  /** By timeline, one a round; null where nothing was painted in time. */
  readonly visits: ReadonlyMap<string, readonly (Visit | null)[]>
  /** By width of the window; null where nothing was painted in time. */
  readonly findings: ReadonlyMap<number, Findings | null>
}

export interface Figure {
  readonly name: string
  readonly unit?: string
  readonly target?: {
    readonly most: number
    /** Whom it binds; both of ours where nobody is named. */
    readonly of?: Subject
  }
  /** Null: not in time. Undefined: it has no such figure. */
  readonly read: (measured: Measured, all: readonly Measured[]) => number | null | undefined
}

type Pick = (visit: Visit) => number | undefined

const own = 'fusha-2020'

/** Times vary with what else the machine does: the best round counts. Of all else the worst does. */
const best = (timeline: string, pick: Pick) => ofVisits(timeline, pick, Math.min)
const worst = (timeline: string, pick: Pick) => ofVisits(timeline, pick, Math.max)

function ofVisits(
  timeline: string,
  pick: Pick,
  choose: (...values: number[]) => number,
): Figure['read'] {
  return ({ visits }) => {
    const seen = visits.get(timeline) ?? []
    const values = seen.flatMap((visit) => (visit === null ? [] : (pick(visit) ?? [])))
    if (values.length > 0) return choose(...values)
    return seen.includes(null) ? null : undefined
  }
}

const events = (timeline: string): string =>
  timeline.replace(/^events-(\d+)$/, (_, count) => `${Number(count).toLocaleString('en')} events`)

const painted = (timeline: string, most?: number): Figure => ({
  name: `${events(timeline)}: painted`,
  unit: 'ms',
  ...(most === undefined ? {} : { target: { most } }),
  read: best(timeline, (one) => one.painted),
})

/** How long until something is painted, as a share of the time of the last that is compared. */
function share(timeline: string, most: number): Figure {
  const time = best(timeline, (one) => one.painted)
  return {
    name: `${events(timeline)}: painted, of the time of vis-timeline`,
    target: { most },
    read(measured, all) {
      const [own, other] = [time(measured, all), time(all.at(-1) ?? measured, all)]
      return typeof own === 'number' && typeof other === 'number' ? own / other : undefined
    },
  }
}

/** Nodes of all kinds, text too; Lighthouse counts elements alone. */
const nodes = (timeline: string, most?: number): readonly Figure[] => [
  {
    name: `${events(timeline)}: DOM nodes when painted`,
    read: worst(timeline, (one) => one.nodes.painted.all),
  },
  {
    name: `${events(timeline)}: DOM nodes when quiet`,
    ...(most === undefined ? {} : { target: { most } }),
    read: worst(timeline, (one) => one.nodes.settled.all),
  },
  {
    name: `${events(timeline)}: elements among them`,
    read: worst(timeline, (one) => one.nodes.settled.elements),
  },
]

const vitals = (timeline: string): readonly Figure[] => [
  {
    name: `${events(timeline)}: LCP`,
    unit: 'ms',
    target: { most: 1500 },
    read: best(timeline, ({ largest }) => largest),
  },
  {
    name: `${events(timeline)}: CLS`,
    target: { most: 0.01 },
    read: worst(timeline, ({ shift }) => shift),
  },
  {
    name: `${events(timeline)}: TBT`,
    unit: 'ms',
    target: { most: 100 },
    read: best(timeline, ({ blocked }) => blocked),
  },
]

/** Nothing to wait for where a list cannot be filtered. */
const filterPainted = best('events-10000', ({ filter }) => filter)

const ofFindings =
  (width: number, count: (found: Findings) => number): Figure['read'] =>
  ({ findings }) => {
    const found = findings.get(width)
    return found ? count(found) : found
  }

const accessibility = (width: number): readonly Figure[] => [
  {
    name: `axe at ${width} px: rules violated`,
    target: { most: 0 },
    read: ofFindings(width, ({ violations }) => violations.length),
  },
  {
    name: `axe at ${width} px: contrast unclear`,
    target: { most: 0 },
    read: ofFindings(width, ({ unclear }) => unclear),
  },
]

export const figures = (widths: readonly number[]): readonly Figure[] => [
  ...['events-10', 'events-1000'].map((timeline) => ({
    name: `${events(timeline)}: JS and CSS, gzip`,
    unit: 'B',
    target: { most: 16_000 },
    read: worst(timeline, ({ code }) => code),
  })),
  {
    name: `${own}: all transferred, gzip`,
    unit: 'B',
    target: { most: 22_000, of: page },
    read: worst(own, ({ transferred }) => transferred),
  },
  {
    name: '1,000 events: all transferred, gzip',
    unit: 'B',
    read: worst('events-1000', ({ transferred }) => transferred),
  },
  {
    name: '1,000 events: requests',
    target: { most: 1, of: page },
    read: worst('events-1000', ({ requests }) => requests),
  },
  {
    name: 'of them to third parties',
    target: { most: 0 },
    read: worst('events-1000', ({ thirdParties }) => thirdParties),
  },
  painted(own),
  painted('events-10'),
  painted('events-1000'),
  share('events-1000', 0.5),
  painted('events-10000'),
  share('events-10000', 0.1),
  {
    name: '10,000 events: filter painted',
    unit: 'ms',
    target: { most: 500, of: element },
    read: (one, all) => (one.subject.filter === undefined ? undefined : filterPainted(one, all)),
  },
  ...nodes('events-100', 8000),
  ...nodes('events-1000'),
  ...nodes('events-10000'),
  ...[own, 'events-1000', 'events-10000'].flatMap(vitals),
  ...widths.flatMap(accessibility),
]
