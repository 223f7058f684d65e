// The picture of more than 150 events: bars by count, each of which leads to its window of time.
import { monthOf } from '../../../domain/date/month.ts'
import { windowOfPart } from '../../../domain/query/window.ts'
import { html, type Html } from '../../../markup/html.ts'
import { axisOf, type Axis, type DayRange } from '../../../picture/axis.ts'
import type { KeyEntry } from '../../../picture/claim.ts'
import { barPlot, keySample, type DrawnBar } from '../../../picture/draw.ts'
import { narrowest } from '../../../picture/lanes.ts'
import { ticksOf } from '../../../picture/ticks.ts'
import { binOf } from '../../../domain/query/lanes.ts'
import type { CardContext } from '../../context.ts'
import type { ListView, PictureCounts, PictureData } from '../../view.ts'
import { binInWords } from './bins.ts'
import { emptyAxis, framed, laneRow, pictureKey, type TabledOptions } from './frame.ts'
import { countLanesOf, countOf, type CountLane } from './lanes.ts'

/** With room for `more`: what lasts ends behind its bin, and what is known only within several has none. */
export function axisOfCounts(
  { size, whole }: PictureCounts,
  more: readonly DayRange[] = [],
): Axis | null {
  const starts = [...whole.lanes, whole.rest, whole.none].flatMap(({ bins }) => [...bins.keys()])
  return axisOf([...Array.from(new Set(starts), (start) => binOf(start, size)), ...more])
}

export function countPicture(
  view: Pick<ListView, 'query'>,
  data: PictureData & { readonly counts: PictureCounts },
  options: TabledOptions,
  context: CardContext,
): Html {
  const { query } = view
  const { size, whole, atMost } = data.counts
  const { words } = context
  const axis = axisOfCounts(data.counts)
  const lanes = countLanesOf(view, data, options, context)
  const isMore = ({ times }: CountLane) => times === whole.rest
  // On one scale many themes together would make the bars of each low.
  const highestMore = highestOf(lanes.filter(isMore))
  const highest = highestOf(lanes.filter((lane) => !isMore(lane))) || highestMore
  const scale = [
    words.picture.scale(size, highest),
    highestMore > highest &&
      words.picture.ownScale(words.picture.more[data.by](data.counts.others), highestMore),
  ]
  const drawing = {
    axis: axis ?? emptyAxis,
    lines: axis ? ticksOf(axis, null, { ...words, ...words.picture }, narrowest.bare).lines : [],
    horizon: null,
    low: options.low,
    href: (bar: DrawnBar) => urlOfBar(bar, query, options),
    told: (bar: DrawnBar) =>
      `${binInWords(bar.from, size, context)}${words.colon}${countOf(bar.kept, bar.count, atMost)}`,
  }
  const barsOf = ({ times, keptTimes }: CountLane): readonly DrawnBar[] =>
    Array.from(times.bins, ([start, count]) => {
      const [from, end] = binOf(start, size)
      return { from, end, count, kept: keptTimes.bins.get(start) ?? 0 }
    })
  const rows = lanes.map((lane) =>
    laneRow(
      lane,
      barPlot(barsOf(lane), isMore(lane) ? Math.max(highest, highestMore) : highest, drawing),
      [
        lane.times.window > 0 &&
          html`<span>${keySample('window')}${countOf(lane.keptTimes.window, lane.times.window, atMost)}</span>`,
        lane.times.undated > 0 &&
          html`<span>${keySample('undated')}${countOf(lane.keptTimes.undated, lane.times.undated, atMost)}</span>`,
      ],
    ),
  )
  const entries = new Set<KeyEntry>([
    ...(lanes.some(({ times }) => times.window > 0) ? (['window'] as const) : []),
    ...(lanes.some(({ times }) => times.undated > 0) ? (['undated'] as const) : []),
  ])
  const parts = { data, options, context, axis, horizon: null, lanes }
  return framed(parts, rows, {
    column: entries.size > 0 && ' ',
    below: html`${highest > 0 && html`<p class="key">${scale.filter(Boolean).join('')}</p>`}${entries.size > 0 && pictureKey(entries, context)}`,
  })
}

/** Of the list that has all events the bar counts. */
function urlOfBar(
  { from, end, kept }: DrawnBar,
  query: ListView['query'],
  { url }: TabledOptions,
): string {
  const to = end - 1
  // What the window has of days beyond it only begins or ends there.
  const beyond = kept > 0 ? query.window : { ...query.window, from, to }
  const window = windowOfPart(query.window, [from, to]) ?? beyond
  return window === query.window ? url(query, { at: monthOf(from) }) : url({ ...query, window })
}

/** The count of the highest bar; 0 without any. */
const highestOf = (lanes: readonly CountLane[]): number =>
  Math.max(0, ...lanes.flatMap(({ times }) => [...times.bins.values()]))
