// The picture of time above a list: lanes that are the filter of their themes (or people), the marks of
// events in them, and a key. The list below says all of it; here one sees when.
import { html, type Html } from '../../markup/html.ts'
import { axisOf, fadeShare, type Axis } from '../../picture/axis.ts'
import { keyEntries, keyEntriesOf, claimOf, type KeyEntry } from '../../picture/claim.ts'
import {
  axisRow,
  barDays,
  barPlot,
  fadeGradients,
  keySample,
  plot,
  type DrawnBar,
  type DrawOptions,
  type PlotKind,
} from '../../picture/draw.ts'
import { axisOfEvents, narrowest, packLane, type PicturedEvent } from '../../picture/lanes.ts'
import { maxTitled } from '../../picture/limits.ts'
import { ticksOf } from '../../picture/ticks.ts'
import { everything } from '../../domain/query/event-query.ts'
import { binOf } from '../../domain/query/lanes.ts'
import { tagOf, type CardContext } from '../context.ts'
import type { ListView, PictureData, ShownEvent } from '../view.ts'
import { nofollow } from '../shell/crawlers.ts'
import type { QueryUrl } from './chips.ts'
import { countLanesOf, eventLanes, type CountLane, type EventLane, type Lane } from './lanes.ts'
import { lanesTable } from './lanes-table.ts'
import { attestedBy, horizonOf, picturedEvent } from './pictured.ts'

export interface PictureOptions {
  /** The address of the list under another filter. */
  readonly url: QueryUrl
  /** Where a mark leads. */
  readonly href: (event: string) => string
  /** Where the lane of what has none of its own leads: the form. */
  readonly more: string
  /** True where lanes by person can be chosen, too. */
  readonly kinds?: boolean
}

/** False where there is nothing to draw. */
export function pictureOf(
  view: ListView,
  options: PictureOptions,
  context: CardContext,
): Html | false {
  const data = dataOf(view)
  if (data.events === null) {
    const { counts } = data
    return (
      counts !== null && countPicture({ ...view, picture: { ...data, counts } }, options, context)
    )
  }
  return (
    data.events.length > 0 && eventPicture(view, { ...data, events: data.events }, options, context)
  )
}

/** Without data of its own a picture shows the events of the list, if they are all. */
const dataOf = ({ picture, events, total }: ListView): PictureData =>
  picture ?? {
    by: 'theme',
    events: events.length === total ? events : null,
    selected: null,
    counts: null,
  }

/** The context with the scale of the whole timeline, which the cards of its events share. */
export function onScale<Context extends CardContext>(view: ListView, context: Context): Context {
  const { events, counts } = dataOf(view)
  const days = attestedBy(context)
  const axis =
    events === null
      ? counts && axisOfCounts(counts)
      : axisOfEvents(events.map((event) => picturedEvent(event, days, context)))
  return axis === null ? context : { ...context, scale: { axis, days } }
}

function axisOfCounts({ size, whole }: NonNullable<PictureData['counts']>): Axis | null {
  const starts = [...whole.lanes, whole.rest, whole.none].flatMap(({ bins }) => [...bins.keys()])
  return axisOf(
    [...new Set(starts)].map((start) => {
      const [from, end] = binOf(start, size)
      return [from, end] as const
    }),
  )
}

/** For lanes without any dated event. */
const emptyAxis: Axis = { first: 0, last: 0, days: 0, cuts: [], fade: fadeShare, at: () => 0.5 }

/**
 * One event among those of its timeline, which are pale, in its own lanes; alone on the axis of a
 * timeline that has too many.
 */
export function eventInPicture(
  event: ShownEvent,
  data: PictureData,
  context: CardContext,
): Html | false {
  const { addresses } = context
  const options = { url: addresses.timeline, href: (id: string) => addresses.event(id), more: '' }
  const alone = data.counts && axisOfCounts(data.counts)
  const events = data.events ?? [event]
  const shown = { ...data, events, selected: new Set([event.id]) }
  const view = { query: everything, only: event.id, axis: alone }
  return eventPicture(view, shown, options, context)
}

interface EventPictureView extends Pick<ListView, 'query'> {
  /** The event whose lanes alone are shown. */
  readonly only?: string
  /** In place of that of the events. */
  readonly axis?: Axis | null
}

function eventPicture(
  view: EventPictureView,
  data: PictureData & { readonly events: readonly ShownEvent[] },
  options: PictureOptions,
  context: CardContext,
): Html {
  const days = attestedBy(context)
  const pictured = new Map(
    data.events.map((event) => [event.id, picturedEvent(event, days, context)]),
  )
  const all = [...pictured.values()]
  const axis = view.axis ?? axisOfEvents(all)
  const horizon = axis && horizonOf(all, context)
  const lanes = eventLanes(view, data, options, context).filter(
    ({ events }) => view.only === undefined || events.some(({ id }) => id === view.only),
  )
  const isTitled = all.length <= maxTitled
  const shown = new Map(data.events.map((event) => [event.id, event]))
  const { dates, words } = context
  const drawing = {
    axis: axis ?? emptyAxis,
    lines: axis ? ticksOf(axis, horizon, { ...words, ...words.picture }, narrowest.bare).lines : [],
    horizon,
    href: ({ id }: PicturedEvent) => options.href(id),
    told: (event: PicturedEvent) => {
      const when = shown.get(event.id)?.when
      return (when ? dates.full(when) + words.colon : '') + event.title
    },
    language(event: PicturedEvent) {
      const title = shown.get(event.id)?.title
      const tag = title && tagOf(context, title)
      return tag === undefined || tag === context.speech.ui ? html`` : html` lang="${tag}"`
    },
    isPale: ({ id }: PicturedEvent) => data.selected !== null && !data.selected.has(id),
  }
  const rows = lanes.map((lane) =>
    laneRow(
      lane,
      lanePlots(lane, pictured, { ...drawing, color: lane.color }, isTitled),
      rings(lane, pictured, drawing),
    ),
  )
  const entries = all.flatMap(({ when, attested }) => keyEntriesOf(claimOf(when, attested)))
  const hasUndated = entries.includes('undated')
  const parts = { view, data, options, context, axis, horizon, lanes }
  return framed(parts, rows, {
    column: hasUndated && words.picture.undatedColumn,
    below: key(new Set(entries), context),
  })
}

function lanePlots(
  { events }: EventLane,
  pictured: ReadonlyMap<string, PicturedEvent>,
  drawing: DrawOptions,
  isTitled: boolean,
): Html {
  const own = events.flatMap(({ id }) => pictured.get(id) ?? [])
  const packed = (kind: PlotKind, titled: boolean) =>
    plot(packLane(own, drawing.axis, { width: narrowest[kind], titled }), kind, drawing)
  if (!isTitled) return packed('both', false)
  return html`${packed('wide', true)}${packed('titled', true)}${packed('bare', false)}`
}

function rings(
  { events }: EventLane,
  pictured: ReadonlyMap<string, PicturedEvent>,
  { href, told, isPale }: Pick<DrawOptions, 'href' | 'told' | 'isPale'>,
): readonly Html[] {
  return events
    .filter(({ when }) => when.named === null)
    .flatMap(({ id }) => pictured.get(id) ?? [])
    .map(
      (event) =>
        html`<a class="ring${isPale(event) && ' pale'}" href="${href(event)}" tabindex="-1" aria-hidden="true" title="${told(event)}"></a>`,
    )
}

function countPicture(
  view: ListView & {
    readonly picture: PictureData & { readonly counts: NonNullable<PictureData['counts']> }
  },
  options: PictureOptions,
  context: CardContext,
): Html {
  const { picture: data, query } = view
  const { size } = data.counts
  const { words } = context
  const axis = axisOfCounts(data.counts)
  const lanes = countLanesOf(view, data, options, context)
  const highest = Math.max(1, ...lanes.flatMap(({ times }) => [...times.bins.values()]))
  const drawing = {
    axis: axis ?? emptyAxis,
    lines: axis ? ticksOf(axis, null, { ...words, ...words.picture }, narrowest.bare).lines : [],
    horizon: null,
    href: ({ from, end }: DrawnBar) =>
      options.url({ ...query, window: { ...query.window, from, to: end - 1 } }),
    told: (bar: DrawnBar) => `${barDays(bar)}${words.colon}${countOf(bar.kept, bar.count)}`,
  }
  const barsOf = ({ times, keptTimes }: CountLane): readonly DrawnBar[] =>
    Array.from(times.bins, ([start, count]) => {
      const [from, end] = binOf(start, size)
      return { from, end, count, kept: keptTimes.bins.get(start) ?? 0 }
    })
  const rows = lanes.map((lane) =>
    laneRow(lane, barPlot(barsOf(lane), highest, drawing), [
      lane.times.window > 0 &&
        html`<span>${keySample('window')}${countOf(lane.keptTimes.window, lane.times.window)}</span>`,
      lane.times.undated > 0 &&
        html`<span>${keySample('undated')}${countOf(lane.keptTimes.undated, lane.times.undated)}</span>`,
    ]),
  )
  const entries = new Set<KeyEntry>([
    ...(lanes.some(({ times }) => times.window > 0) ? (['window'] as const) : []),
    ...(lanes.some(({ times }) => times.undated > 0) ? (['undated'] as const) : []),
  ])
  const parts = { view, data, options, context, axis, horizon: null, lanes }
  return framed(parts, rows, {
    column: entries.size > 0 && ' ',
    below: html`<p class="key">${words.picture.scale(size, highest)}</p>${entries.size > 0 && key(entries, context)}`,
  })
}

const countOf = (kept: number, count: number): string =>
  kept === count ? String(count) : `${kept}/${count}`

/** The head of a lane toggles its theme. */
function laneRow(lane: Lane, plots: Html, column: readonly (Html | false)[]): Html {
  const { name, href, rel, isChosen, color, count, kept } = lane
  const label = html`${name}${' '}<span class="chip-count">${countOf(kept, count)}</span>`
  return html`
    <li class="lane ${color}">
      ${
        href === undefined
          ? html`<span class="lane-name has-dot">${label}</span>`
          : html`<a class="lane-name has-dot" part="chip" href="${href}"${rel}${isChosen && html` aria-current="true"`}>${label}</a>`
      }
      <div class="plots">${plots}</div>
      <div class="undated">${column}</div>
    </li>`
}

interface PictureParts {
  readonly view: Pick<ListView, 'query'>
  readonly data: PictureData
  readonly options: PictureOptions
  readonly context: CardContext
  readonly axis: Axis | null
  readonly horizon: number | null
  readonly lanes: readonly (EventLane | CountLane)[]
}

function framed(
  { data, options, context, axis, horizon, lanes, view }: PictureParts,
  rows: readonly Html[],
  { column, below }: { readonly column: string | false; readonly below: Html },
): Html {
  const { words } = context
  const axisWords = { ...words, ...words.picture }
  const ticks = (kind: PlotKind) =>
    axis && axisRow(ticksOf(axis, horizon, axisWords, narrowest[kind]), axis, kind)
  const colors = [...new Set(['', ...lanes.map(({ color }) => color)])]
  return html`
    <figure class="picture${column === false && ' dated'}" part="picture">
      ${fadeGradients(colors)}
      ${options.kinds && laneKinds(view, data, options, context)}
      <div class="lane axis-row" aria-hidden="true"><span></span><div class="plots">${ticks('wide')}${ticks('titled')}${ticks('bare')}</div><span class="undated">${column}</span></div>
      <nav aria-label="${words.byTheme}" part="filters"><ul role="list">${rows}</ul></nav>
      ${below}
      ${lanesTable(lanes, data, context)}
    </figure>`
}

function laneKinds(
  { query }: Pick<ListView, 'query'>,
  { by }: PictureData,
  { url }: PictureOptions,
  { words, timeline }: CardContext,
): Html | false {
  if (timeline.actors.every(({ kind }) => kind === 'place')) return false
  const { by: names } = words.picture
  const kind = (one: 'theme' | 'actor') =>
    html`<a href="${url(query, { lanes: one === 'actor' ? one : undefined })}"${one === 'actor' && nofollow}${one === by && html` aria-current="true"`}>${names[one]}</a>`
  return html`<p class="lane-kinds">${kind('theme')}${kind('actor')}</p>`
}

function key(entries: ReadonlySet<KeyEntry>, { words }: CardContext): Html {
  const shown = keyEntries.filter((entry) => entries.has(entry))
  return html`
    <ul class="key" role="list" aria-label="${words.picture.key}">${shown.map((entry) => html`<li>${keySample(entry)}${words.picture.marks[entry]}</li>`)}</ul>`
}
