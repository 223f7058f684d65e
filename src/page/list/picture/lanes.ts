// Which lanes a picture has, and what stands in each: by theme, or by person and organization. An event
// stands in each of its lanes.
import { only, type Clause, type EventQuery } from '../../../domain/query/event-query.ts'
import { laneIdsOf, type LaneKind, type LaneTimes } from '../../../domain/query/lanes.ts'
import type { Actor } from '../../../domain/document/actor.ts'
import { html, sentenceWith, type Html } from '../../../markup/html.ts'
import { colorClass } from '../../../picture/color.ts'
import { languageAttributes, textOf, type CardContext } from '../../context.ts'
import { relTo } from '../../shell/crawlers.ts'
import type { ListView, PictureCounts, PictureData, ShownEvent } from '../../view.ts'
import type { QueryUrl } from '../chips.ts'
import { boundedText } from '../total.ts'
import { askedIn, ownLanes } from './own-lanes.ts'

export interface Lane {
  readonly name: Html
  /** The class of its colour; empty for none. */
  readonly color: string
  /** The attributes of the link of its head; absent where it is no filter. */
  readonly link?: Html | undefined
  readonly count: number
  /** The count, with how many of them the filter keeps. */
  readonly counted: string | Html
}

export interface EventLane extends Lane {
  /** The theme or actor that it stands for, if it is one. */
  readonly id?: string
  readonly events: readonly ShownEvent[]
}

export interface CountLane extends Lane {
  readonly times: LaneTimes
  readonly keptTimes: LaneTimes
}

/** How many of them a filter keeps, or keeps at most. */
export const countOf = (kept: number, count: number, atMost?: true): string =>
  kept === count && !atMost ? String(count) : `${boundedText(kept, atMost)}/${count}`

interface LaneLinks {
  readonly url: QueryUrl
  /** Where the lane of what has none of its own leads: the form, where the page has one. */
  readonly more?: string | undefined
}

export interface EventPictureView extends Pick<ListView, 'query'> {
  /** The event whose lanes are asked for in place of the filter's. */
  readonly only?: string | undefined
}

/** The ids with a lane of their own, and how many others there are. */
export function chosenLanes(
  { query, only: one }: EventPictureView,
  { by, events }: Pick<PictureData, 'by'> & { readonly events: readonly ShownEvent[] },
  context: CardContext,
) {
  const all = idsOfKind(by, context)
  const known = new Set(all)
  const idsOf = (event: ShownEvent) => laneIdsOf(event, by).filter((id) => known.has(id))
  const counts = new Map<string, number>()
  for (const event of events)
    for (const id of idsOf(event)) counts.set(id, (counts.get(id) ?? 0) + 1)
  const asked =
    one === undefined ? askedIn(query, by) : events.filter(({ id }) => id === one).flatMap(idsOf)
  const own = ownLanes(all, counts, asked)
  return { own, others: counts.size - own.length, idsOf }
}

export function eventLanes(
  { query, only: one }: EventPictureView,
  { by, events, selected }: PictureData & { readonly events: readonly ShownEvent[] },
  links: LaneLinks,
  context: CardContext,
): readonly EventLane[] {
  const { own, others, idsOf } = chosenLanes({ query, only: one }, { by, events }, context)
  const named = new Set(own)
  const filled = (head: LaneHead, events: readonly ShownEvent[]): EventLane => ({
    ...head,
    events,
    count: events.length,
    counted: keptOf(events, selected),
  })
  const heads = headsOf({ by, query, links, context })
  const rest = events.filter((event) => idsOf(event).some((id) => !named.has(id)))
  const none = events.filter((event) => idsOf(event).length === 0)
  return [
    ...own.map((id) => ({
      ...filled(
        heads.own(id),
        events.filter((event) => idsOf(event).includes(id)),
      ),
      id,
    })),
    filled(heads.more(others), rest),
    filled(own.length === 0 ? heads.all : heads.none, none),
  ].filter(({ count }) => count > 0)
}

export const keptOf = (events: EventLane['events'], selected: PictureData['selected']): string =>
  countOf(
    selected === null ? events.length : events.filter(({ id }) => selected.has(id)).length,
    events.length,
  )

export function countLanesOf(
  { query }: Pick<ListView, 'query'>,
  { by, counts }: PictureData & { readonly counts: PictureCounts },
  links: LaneLinks,
  context: CardContext,
): readonly CountLane[] {
  const { ids, others, whole, found, atMost } = counts
  const heads = headsOf({ by, query, links, context })
  const laneOf = (head: LaneHead, times: LaneTimes, keptTimes: LaneTimes): CountLane => ({
    ...head,
    times,
    keptTimes,
    count: totalOf(times),
    counted: countOf(totalOf(keptTimes), totalOf(times), atMost),
  })
  return [
    ...ids.flatMap((id, i) => {
      const [times, kept] = [whole.lanes[i], found.lanes[i]]
      return times && kept ? [laneOf(heads.own(id), times, kept)] : []
    }),
    laneOf(heads.more(others), whole.rest, found.rest),
    laneOf(ids.length === 0 ? heads.all : heads.none, whole.none, found.none),
  ].filter(({ count }) => count > 0)
}

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

type LaneHead = Omit<Lane, 'count' | 'counted'>

interface HeadOptions {
  readonly by: LaneKind
  readonly query: EventQuery
  readonly links: LaneLinks
  readonly context: CardContext
}

/** The attributes of the link of a lane's head, which toggles its theme or actor. */
export function laneLink(
  id: string,
  {
    by,
    query,
    links,
  }: Pick<HeadOptions, 'by' | 'query'> & { readonly links: Pick<LaneLinks, 'url'> },
): Html {
  const isActor = by === 'actor'
  const clauses = isActor ? query.actors : query.themes
  const toggled = toggle(clauses, id)
  const other = { ...query, ...(isActor ? { actors: toggled } : { themes: toggled }) }
  const isChosen = clauses.some(({ any, exclude }) => !exclude && any.includes(id))
  const href = links.url(other, isActor ? { lanes: by } : {})
  return html` href="${href}"${relTo(other)}${isChosen && html` aria-current="true"`}`
}

function headsOf(options: HeadOptions) {
  const { by, links, context } = options
  const { words, themes, actors } = context
  const { none, more } = words.picture
  return {
    own(id: string): LaneHead {
      const theme = by === 'theme' ? themes.get(id) : undefined
      const actor = by === 'actor' ? actors.get(id) : undefined
      const text = theme?.label ?? actor?.name ?? {}
      return {
        name: html`<span${languageAttributes(context, text)}>${textOf(context, text)}</span>`,
        color: theme ? colorClass(theme) : actorColor(actor),
        link: laneLink(id, options),
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
  link: href === undefined ? undefined : html` href="${href}"`,
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
