// The picture of up to 150 events: a mark for each in each of its lanes.
import { html, type Html } from '../../../markup/html.ts'
import type { Axis } from '../../../picture/axis.ts'
import { keyEntriesOf, claimOf } from '../../../picture/claim.ts'
import { plot, type DrawOptions, type MarkOf, type PlotKind } from '../../../picture/draw.ts'
import {
  axisOfEvents,
  narrowest,
  packLane,
  type PackedLane,
  type PicturedEvent,
} from '../../../picture/lanes.ts'
import { maxTitled } from '../../../picture/limits.ts'
import { ticksOf } from '../../../picture/ticks.ts'
import { tagOf, type CardContext } from '../../context.ts'
import type { PictureData, ShownEvent } from '../../view.ts'
import { isToTheDay } from '../../../domain/date/claims.ts'
import { feastIn } from '../../../domain/date/feast.ts'
import { emptyAxis, framed, laneRow, pictureKey, type TabledOptions } from './frame.ts'
import type { EventLane } from './lanes.ts'
import { attestedBy, horizonOf, picturedEvent } from './pictured.ts'

/** False where there is nothing to draw. */
export function eventPicture(
  lanes: readonly EventLane[],
  data: PictureData & { readonly events: readonly ShownEvent[] },
  options: TabledOptions & {
    readonly mark: MarkOf
    /** In place of that of the events. */
    readonly axis?: Axis | null
  },
  context: CardContext,
): Html | false {
  if (data.events.length === 0) return false
  const days = attestedBy(context)
  const pictured = new Map(
    data.events.map((event) => [event.id, picturedEvent(event, days, context)]),
  )
  const all = [...pictured.values()]
  const axis = options.axis ?? axisOfEvents(all)
  const horizon = axis && horizonOf(all, axis, context)
  const isTitled =
    all.length <= maxTitled &&
    (options.low !== true || (axis !== null && titledRows(lanes, pictured, axis) <= maxLowRows))
  const shown = new Map(data.events.map((event) => [event.id, event]))
  const { dates, words } = context
  const drawing = {
    axis: axis ?? emptyAxis,
    lines: axis ? ticksOf(axis, horizon, { ...words, ...words.picture }, narrowest.bare).lines : [],
    horizon,
    mark: options.mark,
    told: (event: PicturedEvent) => {
      const when = shown.get(event.id)?.when
      return (when ? dates.full(when) + words.colon : '') + event.title
    },
    language(event: PicturedEvent) {
      const title = shown.get(event.id)?.title
      const tag = title && tagOf(context, title)
      return tag === undefined || tag === context.speech.ui ? html`` : html` lang="${tag}"`
    },
    low: options.low,
  }
  const rows = lanes.map((lane) =>
    laneRow(
      lane,
      axis !== null && lanePlots(lane, pictured, { ...drawing, color: lane.color }, isTitled),
      rings(lane, pictured, drawing),
    ),
  )
  const entries = all.flatMap(({ when, attested }) => keyEntriesOf(claimOf(when, attested)))
  const hasUndated = entries.includes('undated')
  const names = namedDays(data.events, context)
  const parts = { data, options, context, axis, horizon, names, lanes }
  return framed(parts, rows, {
    column: hasUndated && words.picture.undatedColumn,
    below: pictureKey(new Set(entries), context),
  })
}

/** The days that the events are known to have and that their sources call by the name of a feast. */
function namedDays(
  events: readonly ShownEvent[],
  { words }: CardContext,
): ReadonlyMap<number, string> {
  return new Map(
    events.flatMap(({ statedDate, when }) => {
      const feast = statedDate === undefined ? undefined : feastIn(statedDate)
      return feast !== undefined && when.named !== null && isToTheDay(when)
        ? [[when.named[0], words.picture.feasts[feast]] as const]
        : []
    }),
  )
}

/** Rows of titles that a picture of little height has room for. */
const maxLowRows = 8

type Pictured = ReadonlyMap<string, PicturedEvent>

const eventsOf = ({ events }: EventLane, pictured: Pictured): readonly PicturedEvent[] =>
  events.flatMap(({ id }) => pictured.get(id) ?? [])

const titledRows = (lanes: readonly EventLane[], pictured: Pictured, axis: Axis): number =>
  lanes.reduce((sum, lane) => {
    const width = { width: narrowest.titled, titled: true }
    return sum + packLane(eventsOf(lane, pictured), axis, width).rows
  }, 0)

function lanePlots(
  lane: EventLane,
  pictured: Pictured,
  drawing: DrawOptions,
  isTitled: boolean,
): Html {
  const own = eventsOf(lane, pictured)
  const packed = (kind: PlotKind) =>
    packLane(own, drawing.axis, {
      width: narrowest[kind],
      titled: kind === 'wide' || kind === 'titled',
    })
  if (!isTitled) return plot(packed('both'), 'both', drawing)
  const [wide, titled] = [packed('wide'), packed('titled')]
  return html`
    ${
      saysTheSame(wide, titled)
        ? plot(titled, 'titled wide', drawing)
        : html`${plot(wide, 'wide', drawing)}${plot(titled, 'titled', drawing)}`
    }
    ${plot(packed('bare'), 'bare', drawing)}`
}

/** True where more width gives neither fewer rows nor longer titles. */
const saysTheSame = (wide: PackedLane, titled: PackedLane): boolean =>
  wide.rows === titled.rows &&
  wide.marks.every(({ title }, i) => title?.text === titled.marks[i]?.title?.text)

function rings(
  { events }: EventLane,
  pictured: Pictured,
  { mark, told }: Pick<DrawOptions, 'mark' | 'told'>,
): readonly Html[] {
  return events
    .filter(({ when }) => when.named === null)
    .flatMap(({ id }) => pictured.get(id) ?? [])
    .map((event) =>
      mark(
        event.id,
        (href, isPale) =>
          html`<a class="ring${isPale && ' pale'}" href="${href}" tabindex="-1" aria-hidden="true" title="${told(event)}"></a>`,
      ),
    )
}
