// The lanes of a picture: which there are, which events stand in each, and at what place of which row.
import type { CivilDay } from '../domain/date/civil-day.ts'
import { axisOf, type Axis, type DayRange } from './axis.ts'
import type { DayClaim } from '../domain/date/claims.ts'
import { claimOf, type MarkClaim } from './claim.ts'
import { estimatedWidth, shortened } from './glyphs.ts'
import { packRows, type MarkReach } from './pack.ts'

/** Narrowest width of the marks, in em of the picture: with titles, and without. */
export const narrowest = { wide: 55, titled: 36, bare: 21, both: 21 } as const

/** Widest title, in em. */
const maxTitle = 36

/** An event as a picture shows it. */
export interface PicturedEvent {
  readonly id: string
  readonly when: DayClaim
  readonly attested: CivilDay | null
  readonly title: string
}

export interface PicturedMark {
  readonly event: PicturedEvent
  readonly claim: MarkClaim
  readonly row: number
  /** The title beside it; absent where there is no room or titles are not shown. */
  readonly title?: {
    readonly text: string
    readonly width: number
    /** `on`: on its own line or bar. */
    readonly side: 'before' | 'after' | 'on'
  }
  /** What it takes at the narrowest width, in em. */
  readonly reach: MarkReach
}

export interface PackedLane {
  readonly rows: number
  readonly marks: readonly PicturedMark[]
  /** Events without a date. */
  readonly undated: readonly PicturedEvent[]
}

/** The days that the marks of events take, fades included. */
export const rangesOf = (events: readonly PicturedEvent[]): readonly DayRange[] =>
  events.flatMap(({ when, attested }): DayRange[] => {
    const claim = claimOf(when, attested)
    return claim === null ? [] : [[claim.from, Math.max(claim.to, claim.fadesTo)]]
  })

export const axisOfEvents = (events: readonly PicturedEvent[]): Axis | null =>
  axisOf(rangesOf(events))

/** Half of a dot with its outline, and distance of a title, in em. */
const markRadius = 0.5
const titleGap = 0.35
/** Least length of a fade after a mark. */
const leastFade = 0.05

/** Where a mark begins and ends, 0 to 1, fades included. */
export function extentOf(claim: MarkClaim, axis: Axis): readonly [from: number, to: number] {
  const [from, to] = [axis.at(claim.from), axis.at(claim.to)]
  if (claim.fade === 'before') return [Math.max(0, from - axis.fade), to]
  if (claim.fade === 'after')
    return [from, Math.min(1, Math.max(axis.at(claim.fadesTo), to + leastFade))]
  return [from, to]
}

/**
 * The events of one lane in rows, earliest first, so that nothing overlaps at `width` em and above.
 * @example packLane(events, axis, { width: 36, titled: true }).rows → 3
 */
export function packLane(
  events: readonly PicturedEvent[],
  axis: Axis,
  { width, titled }: { readonly width: number; readonly titled: boolean },
): PackedLane {
  const claimed = events
    .map((event) => ({ event, claim: claimOf(event.when, event.attested) }))
    .flatMap(({ event, claim }) => (claim === null ? [] : [{ event, claim }]))
    .toSorted((a, b) => a.claim.from - b.claim.from || a.claim.to - b.claim.to)
  const choices = claimed.map(({ event, claim }) =>
    placingsOf(claim, axis, width, titled ? event.title : ''),
  )
  const packed = packRows(choices.map((placings) => placings.map(({ reach }) => reach)))
  const marks = claimed.map(({ event, claim }, i): PicturedMark => {
    const { row, placing } = packed[i] ?? { row: 0, placing: 0 }
    const chosen = choices[i]?.[placing] ?? { reach: { start: 0, end: 0 } }
    return { event, claim, row, ...chosen }
  })
  return {
    rows: Math.max(0, ...marks.map(({ row }) => row + 1)),
    marks,
    undated: events.filter(({ when, attested }) => claimOf(when, attested) === null),
  }
}

type Placing = Pick<PicturedMark, 'title' | 'reach'>

/** With the title after the mark, before it, or without it where neither has room. */
function placingsOf(
  claim: MarkClaim,
  axis: Axis,
  width: number,
  title: string,
): readonly Placing[] {
  const [from, to] = extentOf(claim, axis)
  const bare = { start: from * width - markRadius, end: to * width + markRadius }
  if (title === '') return [{ reach: bare }]
  // The title of a since may stand on its own fade.
  const begin = (claim.fade === 'after' ? axis.at(claim.to) : to) * width + markRadius + titleGap
  const ending = bare.start - titleGap
  // A bar and the line of a window may carry their title themselves.
  const own = claim.fade === 'none' && claim.from < claim.to ? bare.end - bare.start : 0
  const roomOn = own - 2 * (markRadius + titleGap)
  const room = Math.max(width - begin, ending, roomOn)
  const text = shortened(title, Math.min(maxTitle, room))
  if (text.length < leastTitle && text !== title) return [{ reach: bare }]
  const wide = estimatedWidth(text)
  const placed = (side: 'before' | 'after' | 'on', start: number, end: number): Placing => ({
    title: { text, width: wide, side },
    reach: { start: Math.min(bare.start, start), end: Math.max(bare.end, end) },
  })
  const fitting = [
    ...(begin + wide <= width ? [placed('after', begin, begin + wide)] : []),
    ...(ending - wide >= 0 ? [placed('before', ending - wide, ending)] : []),
    ...(roomOn >= wide ? [placed('on', bare.start, bare.end)] : []),
  ]
  return fitting.length > 0 ? fitting : [{ reach: bare }]
}

/** Fewer characters of a longer title say nothing. */
const leastTitle = 5
