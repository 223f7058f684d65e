// The counts of a picture as a table, which is opened on demand.
import {
  binSizeFor,
  countLanes,
  type BinSize,
  type LaneTimes,
} from '../../../domain/query/lanes.ts'
import { html, type Html } from '../../../markup/html.ts'
import type { CardContext } from '../../context.ts'
import type { PictureData } from '../../view.ts'
import { binInWords } from './bins.ts'
import type { CountLane, EventLane } from './lanes.ts'

/** Most rows of a table made of events. */
const maxRows = 24

/** What draws the table of lanes. */
export const lanesTable =
  (context: CardContext) =>
  (lanes: readonly (EventLane | CountLane)[], data: PictureData): Html => {
    const { picture, monthUnknown } = context.words
    const size = data.counts?.size ?? sizeFor(data)
    const counted = lanes.map((lane) => ({
      name: lane.name,
      times: 'times' in lane ? lane.times : timesOf(lane, size),
    }))
    const starts = [...new Set(counted.flatMap(({ times }) => [...times.bins.keys()]))].toSorted(
      (a, b) => a - b,
    )
    const rows: (readonly [string, (times: LaneTimes) => number])[] = [
      ...starts.map(
        (start) =>
          [
            binInWords(start, size, context),
            ({ bins }: LaneTimes) => bins.get(start) ?? 0,
          ] as const,
      ),
      [data.counts ? picture.windowColumn : monthUnknown, ({ window }) => window],
      [picture.undatedColumn, ({ undated }) => undated],
    ]
    const shown = rows.filter(([, count]) => counted.some(({ times }) => count(times) > 0))
    return html`
      <table>
        <thead><tr><th scope="col">${picture.time}</th>${counted.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
        <tbody>${shown.map(([name, count]) => html`<tr><th scope="row">${name}</th>${counted.map(({ times }) => html`<td>${count(times)}</td>`)}</tr>`)}</tbody>
      </table>`
  }

function sizeFor({ events }: PictureData): BinSize {
  const named = (events ?? []).flatMap(({ when }) => when.named ?? [])
  const size =
    named.length === 0 ? 'month' : binSizeFor(Math.min(...named), Math.max(...named), maxRows)
  return size === 'day' || size === 'week' ? 'month' : size
}

const timesOf = ({ events }: EventLane, size: BinSize): LaneTimes =>
  countLanes(events, () => [], { ids: [], others: [], size }).none
