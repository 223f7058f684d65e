// Marks, bars and the axis as SVG. Positions along the time are percentages, so that a picture fits its
// container without scripts or style attributes; everything else is in em, so that it grows with the
// reader's text.
import type { CivilDay } from '../domain/date/civil-day.ts'
import { html, type Html } from '../markup/html.ts'
import { percent, type Axis } from './axis.ts'
import type { MarkClaim, KeyEntry } from './claim.ts'
import { extentOf, type PackedLane, type PicturedEvent, type PicturedMark } from './lanes.ts'
import { majorSize, minorSize, type AxisLabel, type Ticks } from './ticks.ts'

export interface DrawOptions {
  readonly axis: Axis
  readonly lines: readonly number[]
  /** The day of the sources; null where they have several. */
  readonly horizon: CivilDay | null
  /** The class of the lane's colour, which its gradients are named after. */
  readonly color: string
  readonly mark: MarkOf
  /** What is told of an event where a pointer rests on its mark. */
  readonly told: (event: PicturedEvent) => string
  /** The `lang` attribute of its title, if it is not in the language of the page. */
  readonly language: (event: PicturedEvent) => Html
  /** True for rows that stand close together. */
  readonly low?: boolean | undefined
}

/** A mark of an event by id: where it leads, and whether it is pale, since the filter leaves the event out. */
export type MarkOf = (event: string, write: (href: string | Html, isPale: boolean) => Html) => Html

const em = (value: number): string => `${Math.round(value * 100) / 100}em`

/** Height of a row, and of the room above the first, in em. */
const titledRow = 1.7
const bareRow = 1.3
const denseRow = 0.75
/** More rows than this are drawn closer together where they have no titles. */
const maxRows = 16

interface PlotSize {
  readonly row: number
  readonly radius: number
}

const plotSize = (rows: number, titled: boolean, low: boolean): PlotSize => {
  if (titled) return { row: titledRow, radius: 5 }
  return low || rows > maxRows ? { row: denseRow, radius: 3 } : { row: bareRow, radius: 4.5 }
}

/** With titles, in wide containers and in yet wider ones; without; or without at any width. */
export type PlotKind = 'wide' | 'titled' | 'bare' | 'both'

/** The marks of a lane; the class says at which widths it is shown. */
export function plot(lane: PackedLane, kind: PlotKind | 'titled wide', options: DrawOptions): Html {
  const isTitled = kind !== 'bare' && kind !== 'both'
  const size = plotSize(lane.rows, isTitled, options.low === true)
  const height = Math.max(1, lane.rows) * size.row + 0.6
  return html`
    <svg class="plot ${kind}" aria-hidden="true" width="100%" height="${em(height)}">
      ${gridLines(options)}
      ${lane.marks.map((mark) => markLink(mark, size, options))}
    </svg>`
}

const gridLine = (at: number, kind: string) =>
  html`<line class="${kind}" x1="${percent(at)}" x2="${percent(at)}" y2="100%"/>`

function gridLines({
  axis,
  lines,
  horizon,
}: Pick<DrawOptions, 'axis' | 'lines' | 'horizon'>): Html {
  return html`
    ${lines.map((at) => gridLine(at, 'grid'))}
    ${horizon !== null && gridLine(axis.at(horizon), 'horizon')}
    ${axis.cuts.map(({ from, to }) => html`<rect class="gap" x="${percent(axis.at(from))}" width="${percent(axis.at(to) - axis.at(from))}" height="100%"/>`)}`
}

function markLink(mark: PicturedMark, size: PlotSize, options: DrawOptions): Html {
  const { event } = mark
  const y = 0.3 + (mark.row + 0.5) * size.row
  return options.mark(
    event.id,
    (href, isPale) => html`
    <a href="${href}" tabindex="-1"${isPale && html` class="pale"`}>
      <title>${options.told(event)}</title>
      ${atHeight(y, html`${shapes(mark.claim, { ...options, radius: size.radius })}${!isPale && titleText(mark, options)}`)}
    </a>`,
  )
}

/** At a height in em, around which the shapes are drawn, so that those of all rows read alike. */
const atHeight = (y: number, shapes: Html): Html =>
  html`<svg class="beside" y="${em(y)}">${shapes}</svg>`

function titleText(
  { title, claim, event }: PicturedMark,
  { axis, language }: DrawOptions,
): Html | false {
  if (title === undefined) return false
  const [from, to] = extentOf(claim, axis)
  const isAfter = title.side !== 'before'
  const at = title.side === 'after' ? (claim.fade === 'after' ? axis.at(claim.to) : to) : from
  const ending = !isAfter && html` text-anchor="end"`
  const isOver = title.side === 'on' || (isAfter && claim.fade === 'after')
  return html`
    <svg class="beside" x="${percent(at)}">${isOver && html`<rect class="back" x=".7em" y="-.6em" width="${em(title.width + 0.3)}" height="1.2em"/>`}<text${language(event)} x="${isAfter ? '.85em' : '-.85em'}" y=".36em"${ending} lengthAdjust="spacingAndGlyphs" textLength="${em(title.width)}">${title.text}</text></svg>`
}

interface ShapeOptions extends Pick<DrawOptions, 'axis' | 'color'> {
  /** That of a dot. */
  readonly radius: number
}

/** The shapes of a claim around a height of 0, in the colour of its lane. */
function shapes(claim: MarkClaim, { radius, axis, color }: ShapeOptions): Html {
  const [from, to] = [percent(axis.at(claim.from)), percent(axis.at(claim.to))]
  const hollow = claim.hollow && ' hollow'
  return html`
    ${fadeShape(claim, { axis, color })}
    ${
      claim.shape === 'dot'
        ? html`<circle class="dot${hollow}" cx="${from}" r="${radius}"/>`
        : claim.shape === 'stop'
          ? html`<line class="stop${hollow}" x1="${from}" x2="${from}" y1="-.45em" y2=".45em"/>`
          : claim.shape === 'bar'
            ? barShape(claim, axis)
            : html`
              <line class="within" x1="${from}" x2="${to}"/>
              ${[from, to].map((at) => html`<line class="cap${hollow}" x1="${at}" x2="${at}" y1="-.36em" y2=".36em"/>`)}`
    }`
}

/** A bar that would be narrower than this is as wide as a dot. */
const leastBar = 0.003

/** From the first to the last day. */
function barShape({ from, to, hollow }: MarkClaim, axis: Axis): Html {
  const kind = html`class="bar${hollow && ' hollow'}" y="-.36em" height=".72em" rx="2"`
  const [start, end] = [axis.at(from), axis.at(to)]
  return end - start < leastBar
    ? html`<svg class="beside" x="${percent((start + end) / 2)}"><rect ${kind} x="-5" width="10"/></svg>`
    : html`<rect ${kind} x="${percent(start)}" width="${percent(end - start)}"/>`
}

function fadeShape(claim: MarkClaim, { axis, color }: Omit<ShapeOptions, 'radius'>): Html | false {
  if (claim.fade === 'none') return false
  const isAfter = claim.fade === 'after'
  const [from, to] = extentOf(claim, axis)
  const start = isAfter ? axis.at(claim.to) : from
  const end = isAfter ? to : axis.at(claim.from)
  return html`<rect fill="url(#_${claim.fade}${color})" x="${percent(start)}" width="${percent(end - start)}" y="-.2em" height=".4em"/>`
}

/** A small bar of one event on the axis of its timeline, beside its date. */
export const extentBar = (claim: MarkClaim, axis: Axis, color: string): Html => html`
  <svg class="extent" width="100%" height="1.1em" aria-hidden="true"><line class="grid" x2="100%" y1=".55em" y2=".55em"/>${atHeight(0.55, shapes(claim, { radius: 4, axis, color }))}</svg>`

const labelText = ({ at, align, text }: AxisLabel, y: string, size: string) =>
  html`<text class="${size}" x="${percent(at)}"${align !== 'start' && html` text-anchor="${align}"`} y="${y}">${text}</text>`

const labelTick = ({ tick }: AxisLabel) =>
  tick !== undefined &&
  html`<line class="tick" x1="${percent(tick)}" x2="${percent(tick)}" y1="3.1em" y2="3.5em"/>`

/** The labels above the lanes. */
export function axisRow({ major, minor }: Ticks, axis: Axis, kind: PlotKind): Html {
  const height = minor.length > 0 || axis.cuts.length > 0 ? 3.5 : 2
  return html`
    <svg class="axis ${kind}" width="100%" height="${em(height)}">
      ${major.map((label) => labelText(label, em(1.2 / majorSize), 'major'))}
      ${minor.map((label) => html`${labelText(label, em(2.8 / minorSize), 'minor')}${labelTick(label)}`)}
      ${axis.cuts.map(({ at }) => html`<svg x="${percent(at)}" y="2em" class="beside"><path class="zigzag" d="M-12 5l4-5 4 10 4-10 4 10 4-10 4 5"/></svg>`)}
    </svg>`
}

export interface DrawnBar {
  readonly from: CivilDay
  /** The day after its last. */
  readonly end: CivilDay
  readonly count: number
  /** How many of them the filter keeps. */
  readonly kept: number
}

/** Height of the highest bar, in em, and in rows that stand close together. */
const tallest = 2.6
const tallestLow = 1.4

/** Bars by count; each leads to its window. `highest`: the count of the highest bar of the picture. */
export function barPlot(
  bars: readonly DrawnBar[],
  highest: number,
  {
    href,
    told,
    ...options
  }: Pick<DrawOptions, 'axis' | 'lines' | 'horizon' | 'low'> & {
    readonly href: (bar: DrawnBar) => string
    readonly told: (bar: DrawnBar) => string
  },
): Html {
  const { axis, low } = options
  const most = low === true ? tallestLow : tallest
  const rect = (bar: DrawnBar, count: number, pale: boolean) => {
    const tall = count === 0 ? 0 : Math.max(0.15, (count / highest) * most)
    const [x, end] = [axis.at(bar.from), Math.max(axis.at(bar.end), axis.at(bar.from) + 0.002)]
    return html`<rect class="count${pale && ' pale'}" x="${percent(x)}" width="${percent((end - x) * 0.86)}" y="${em(most + 0.4 - tall)}" height="${em(tall)}"/>`
  }
  return html`
    <svg class="plot counts" aria-hidden="true" width="100%" height="${em(most + 0.5)}">
      ${gridLines(options)}
      ${bars.map((bar) => html`<a class="bin" href="${href(bar)}" rel="nofollow" tabindex="-1"><title>${told(bar)}</title>${bar.kept < bar.count && rect(bar, bar.count, true)}${bar.kept > 0 && rect(bar, bar.kept, false)}</a>`)}
    </svg>`
}

/** The widest bar of a glance, as a share: the one bar of a short timeline is not all of it. */
const widestGlance = 0.12

/** Bars of a whole timeline on one line, as large as a glance needs. */
export function glanceBars(
  bins: readonly Pick<DrawnBar, 'from' | 'end' | 'count'>[],
  axis: Axis,
): Html {
  const highest = Math.max(1, ...bins.map(({ count }) => count))
  return html`
    <svg class="extent glance" width="100%" height="2em" aria-hidden="true">
      <line class="grid" x2="100%" y1="100%" y2="100%"/>
      ${bins.map(({ from, end, count }) => {
        const tall = Math.max(0.15, (count / highest) * 2)
        const [x, to] = [axis.at(from), axis.at(end)]
        return html`<rect class="count" x="${percent(x)}" width="${percent(Math.min(widestGlance, Math.max(0.002, (to - x) * 0.86)))}" y="${em(2 - tall)}" height="${em(tall)}"/>`
      })}
    </svg>`
}

const inColor = (color: string) => color !== '' && html` class="${color}"`

/** The gradients of fades, once for each colour in use: a theme's number, or null for no theme. */
export const fadeGradients = (colors: readonly string[]): Html => html`
  <svg class="gradients" width="0" height="0" aria-hidden="true"><defs>
    ${colors.map(
      (color) => html`
        <linearGradient id="_after${color}"${inColor(color)}><stop class="solid"/><stop class="half" offset=".3"/><stop class="gone" offset="1"/></linearGradient>
        <linearGradient id="_before${color}"${inColor(color)}><stop class="gone"/><stop class="solid" offset="1"/></linearGradient>`,
    )}
  </defs></svg>`

const sampleClaim = (
  shape: MarkClaim['shape'],
  from: number,
  to: number,
  more: Partial<MarkClaim> = {},
): MarkClaim => ({
  kind: 'point',
  shape,
  from,
  to,
  fade: 'none',
  fadesTo: 10,
  hollow: false,
  ...more,
})

/** The sample of an entry of the key. */
export function keySample(entry: KeyEntry): Html {
  const axis: Axis = { first: 0, last: 10, days: 10, cuts: [], fade: 0.7, at: (day) => day / 10 }
  const samples: Readonly<Record<Exclude<KeyEntry, 'undated'>, MarkClaim>> = {
    day: sampleClaim('dot', 5, 5),
    span: sampleClaim('bar', 1, 9),
    since: sampleClaim('dot', 2, 2, { fade: 'after' }),
    asOf: sampleClaim('dot', 8, 8, { fade: 'before' }),
    until: sampleClaim('stop', 8, 8, { fade: 'before' }),
    window: sampleClaim('whisker', 1, 9),
    vague: sampleClaim('dot', 5, 5, { hollow: true }),
  }
  if (entry === 'undated') return html`<span class="ring"></span>`
  const isPoint = entry === 'day' || entry === 'vague'
  return html`<svg class="sample" width="${isPoint ? '1em' : '2.6em'}" height="1.1em">${atHeight(0.55, shapes(samples[entry], { radius: 4, axis, color: '' }))}</svg>`
}
