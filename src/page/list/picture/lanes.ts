// Which lanes a picture has, and what stands in each: by theme, or by person and organization. An event
// stands in each of its lanes.
import { only, type Clause, type EventQuery } from '../../../domain/query/event-query.ts'
import type { LaneKind, LaneTimes } from '../../../domain/query/lanes.ts'
import type { Actor } from '../../../domain/document/actor.ts'
import { html, sentenceWith, type Html } from '../../../markup/html.ts'
import type { Axis } from '../../../picture/axis.ts'
import { colorClass } from '../../../picture/color.ts'
import { languageAttributes, textOf, type CardContext } from '../../context.ts'
import { relTo } from '../../shell/crawlers.ts'
import type { ListView, PictureCounts, PictureData, ShownEvent } from '../../view.ts'
import type { QueryUrl } from '../chips.ts'
import { askedIn, ownLanes } from './own-lanes.ts'

export interface Lane {
  readonly name: Html
  /** The class of its colour; empty for none. */
  readonly color: string
  /** Where its head leads; absent where it is no filter. */
  readonly href?: string | undefined
  /** Its `rel`, if it has one. */
  readonly rel?: Html
  readonly isChosen: boolean
  readonly count: number
  /** How many of them the filter keeps. */
  readonly kept: number
}

export interface EventLane extends Lane {
  readonly events: readonly ShownEvent[]
}

export interface CountLane extends Lane {
  readonly times: LaneTimes
  readonly keptTimes: LaneTimes
}

interface LaneLinks {
  readonly url: QueryUrl
  readonly more: string
}

/** Themes, or people, organizations and groups that take part themselves. */
export const laneIdsOf = (
  event: Pick<ShownEvent, 'themes' | 'actors'>,
  by: LaneKind,
): readonly string[] => (by === 'theme' ? event.themes : event.actors)

export interface EventPictureView extends Pick<ListView, 'query'> {
  /** The event whose lanes alone are shown. */
  readonly only?: string
  /** In place of that of the events. */
  readonly axis?: Axis | null
}

export function eventLanes(
  { query, only: one }: EventPictureView,
  { by, events, selected }: PictureData & { readonly events: readonly ShownEvent[] },
  links: LaneLinks,
  context: CardContext,
): readonly EventLane[] {
  const all = idsOfKind(by, context)
  const known = new Set(all)
  const idsOf = (event: ShownEvent) => laneIdsOf(event, by).filter((id) => known.has(id))
  const counts = new Map<string, number>()
  for (const event of events)
    for (const id of idsOf(event)) counts.set(id, (counts.get(id) ?? 0) + 1)
  const asked =
    one === undefined ? askedIn(query, by) : events.filter(({ id }) => id === one).flatMap(idsOf)
  const own = ownLanes(all, counts, asked)
  const named = new Set(own)
  const others = counts.size - own.length
  const filled = (head: LaneHead, events: readonly ShownEvent[]): EventLane => ({
    ...head,
    events,
    count: events.length,
    kept: selected === null ? events.length : events.filter(({ id }) => selected.has(id)).length,
  })
  const heads = headsOf({ by, query, links, context })
  const rest = events.filter((event) => idsOf(event).some((id) => !named.has(id)))
  const none = events.filter((event) => idsOf(event).length === 0)
  return [
    ...own.map((id) =>
      filled(
        heads.own(id),
        events.filter((event) => idsOf(event).includes(id)),
      ),
    ),
    filled(heads.more(others), rest),
    filled(own.length === 0 ? heads.all : heads.none, none),
  ].filter(({ count }) => count > 0)
}

export function countLanesOf(
  { query }: Pick<ListView, 'query'>,
  { by, counts }: PictureData & { readonly counts: PictureCounts },
  links: LaneLinks,
  context: CardContext,
): readonly CountLane[] {
  const { ids, others, whole, found } = counts
  const heads = headsOf({ by, query, links, context })
  return [
    ...ids.flatMap((id, i) => {
      const [times, kept] = [whole.lanes[i], found.lanes[i]]
      return times && kept ? [countLane(heads.own(id), times, kept)] : []
    }),
    countLane(heads.more(others), whole.rest, found.rest),
    countLane(ids.length === 0 ? heads.all : heads.none, whole.none, found.none),
  ].filter(({ count }) => count > 0)
}

const countLane = (head: LaneHead, times: LaneTimes, keptTimes: LaneTimes): CountLane => ({
  ...head,
  times,
  keptTimes,
  count: totalOf(times),
  kept: totalOf(keptTimes),
})

/** The picture in one sentence. */
export function lanesSentence(
  lanes: readonly Lane[],
  { by, events, counts }: PictureData,
  { words }: CardContext,
): Html {
  const total = counts?.total ?? events?.length ?? 0
  const undated = counts?.undated ?? events?.filter(({ when }) => when.named === null).length ?? 0
  return sentenceWith(
    lanes.map(({ name }) => name),
    (names) =>
      words.picture.sentence({
        total,
        undated,
        by,
        lanes: lanes.map(({ count }, i) => [names[i] ?? '', count] as const),
      }),
  )
}

const totalOf = ({ bins, window, undated }: LaneTimes): number =>
  [...bins.values()].reduce((sum, count) => sum + count, window + undated)

/** The ids that may have lanes, in the order of the timeline. */
export const idsOfKind = (
  by: LaneKind,
  { timeline }: Pick<CardContext, 'timeline'>,
): readonly string[] =>
  by === 'theme'
    ? timeline.themes.map(({ id }) => id)
    : timeline.actors.filter(({ kind }) => kind !== 'place').map(({ id }) => id)

type LaneHead = Omit<Lane, 'count' | 'kept'>

interface HeadOptions {
  readonly by: LaneKind
  readonly query: EventQuery
  readonly links: LaneLinks
  readonly context: CardContext
}

function headsOf({ by, query, links, context }: HeadOptions) {
  const { words, themes, actors } = context
  const { none, more } = words.picture
  return {
    own(id: string): LaneHead {
      const theme = by === 'theme' ? themes.get(id) : undefined
      const actor = by === 'actor' ? actors.get(id) : undefined
      const text = theme?.label ?? actor?.name ?? {}
      const clauses = by === 'theme' ? query.themes : query.actors
      const lanes = by === 'actor' ? ({ lanes: 'actor' } as const) : {}
      const toggled = toggle(clauses, id)
      const other = by === 'theme' ? { ...query, themes: toggled } : { ...query, actors: toggled }
      return {
        name: html`<span${languageAttributes(context, text)}>${textOf(context, text)}</span>`,
        color: theme ? colorClass(theme) : actorColor(actor),
        isChosen: clauses.some(({ any, exclude }) => !exclude && any.includes(id)),
        href: links.url(other, lanes),
        rel: relTo(other),
      }
    },
    more: (count: number): LaneHead => plainHead(more[by](count), links.more),
    none: plainHead(none[by]),
    all: plainHead(words.all),
  }
}

const plainHead = (label: string, href?: string): LaneHead => ({
  name: html`<span>${label}</span>`,
  color: '',
  isChosen: false,
  href,
})

/** People have one colour, and everybody else none. */
const actorColor = (actor: Actor | undefined): string => (actor?.kind === 'person' ? 'theme-6' : '')

/**
 * Without the id if it is chosen; else with it, as one more of those of which any may hold.
 * @example ([{ any: ['a'], exclude: false }], 'b') → [{ any: ['a', 'b'], exclude: false }]
 */
export function toggle(clauses: readonly Clause[], id: string): readonly Clause[] {
  const isIn = ({ any, exclude }: Clause) => !exclude && any.includes(id)
  if (clauses.some(isIn))
    return clauses.flatMap((clause) => {
      if (!isIn(clause)) return [clause]
      const any = clause.any.filter((one) => one !== id)
      return any.length === 0 ? [] : [{ any, exclude: false }]
    })
  const last = clauses.findLastIndex(({ exclude }) => !exclude)
  return last < 0
    ? [...clauses, only(id)]
    : clauses.map((clause, i) =>
        i === last ? { any: [...clause.any, id], exclude: false } : clause,
      )
}
