// What pictures of events and of counts have in common: the axis, the heads of lanes, the key.
import { html, type Html } from '../../../markup/html.ts'
import { fadeShare, type Axis } from '../../../picture/axis.ts'
import { keyEntries, type KeyEntry } from '../../../picture/claim.ts'
import { axisRow, fadeGradients, keySample, type PlotKind } from '../../../picture/draw.ts'
import { narrowest } from '../../../picture/lanes.ts'
import { ticksOf } from '../../../picture/ticks.ts'
import type { CardContext } from '../../context.ts'
import type { PictureData } from '../../view.ts'
import type { QueryUrl } from '../chips.ts'
import { lanesSentence, type CountLane, type EventLane, type Lane } from './lanes.ts'

export interface PictureOptions {
  /** The address of the list under another filter. */
  readonly url: QueryUrl
  /** Where the lane of what has none of its own leads: the form, where the page has one. */
  readonly more?: string | undefined
  /** Links to the other kinds of lanes, where there are any. */
  readonly kinds?: Html | false
  /** True for a picture that stands alone, in little height: titles only where they take few rows. */
  readonly low?: boolean | undefined
}

/** Options of a picture with the table behind it; false where that is drawn once it is opened. */
export interface TabledOptions extends PictureOptions {
  readonly table: (lanes: readonly (EventLane | CountLane)[], data: PictureData) => Html | false
}

/** For lanes without any dated event. */
export const emptyAxis: Axis = {
  first: 0,
  last: 0,
  days: 0,
  cuts: [],
  fade: fadeShare,
  at: () => 0.5,
}

/** The head of a lane toggles its theme. */
export function laneRow(lane: Lane, plots: Html | false, column: readonly (Html | false)[]): Html {
  const { name, link, color, counted } = lane
  const label = html`${name}${' '}<span class="chip-count">${counted}</span>`
  return html`
    <li class="lane ${color}">
      ${
        link === undefined
          ? html`<span class="lane-name has-dot">${label}</span>`
          : html`<a class="lane-name has-dot" part="chip"${link}>${label}</a>`
      }
      <div class="plots">${plots}</div>
      <div class="undated">${column}</div>
    </li>`
}

interface PictureParts {
  readonly data: PictureData
  readonly options: TabledOptions
  readonly context: CardContext
  readonly axis: Axis | null
  readonly horizon: number | null
  /** What days of the axis are called. */
  readonly names?: ReadonlyMap<number, string>
  readonly lanes: readonly (EventLane | CountLane)[]
}

export function framed(
  { data, options, context, axis, horizon, names, lanes }: PictureParts,
  rows: readonly Html[],
  { column, below }: { readonly column: string | false; readonly below: Html },
): Html {
  const { words } = context
  const { picture, colon } = words
  const axisWords = { ...words, ...picture, ...(names && { names }) }
  const ticks = (kind: PlotKind) =>
    axis && axisRow(ticksOf(axis, horizon, axisWords, narrowest[kind]), axis, kind)
  const fading = lanes.filter(fades).map(({ color }) => color)
  return html`
    <figure class="picture${column === false && ' dated'}" part="picture">
      ${fading.length > 0 && fadeGradients([...new Set(['', ...fading])])}
      ${options.kinds}
      <div class="lane axis-row" aria-hidden="true"><span></span><div class="plots">${ticks('wide')}${ticks('titled')}${ticks('bare')}</div><span class="undated">${column}</span></div>
      <nav aria-label="${data.by === 'theme' ? words.byTheme : picture.by.actor}" part="filters"><ul role="list">${rows}</ul></nav>
      ${below}
      <figcaption class="visually-hidden">${lanesSentence(lanes, data, context)}</figcaption>
      <details class="as-table">
        <summary>${picture.table}</summary>
        <div class="scrolled" tabindex="0" role="region" aria-label="${picture.table}${colon}${picture.by[data.by]}">${options.table(lanes, data)}</div>
      </details>
    </figure>`
}

/** True for a lane with events whose marks fade, here or, of bars by count, on their cards. */
const fades = (lane: EventLane | CountLane): boolean =>
  !('events' in lane) || lane.events.some(({ when }) => /^(?:since|asOf|until)$/.test(when.kind))

export function pictureKey(entries: ReadonlySet<KeyEntry>, { words }: CardContext): Html {
  const shown = keyEntries.filter((entry) => entries.has(entry))
  return html`
    <ul class="key" role="list" aria-label="${words.picture.key}">${shown.map((entry) => html`<li>${keySample(entry)}${words.picture.marks[entry]}</li>`)}</ul>`
}
