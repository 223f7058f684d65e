// Events of a list as the drawing takes them.
import type { CivilDay } from '../../../domain/date/civil-day.ts'
import type { Html } from '../../../markup/html.ts'
import type { Axis } from '../../../picture/axis.ts'
import { attestedDay, claimOf, sourceDays } from '../../../picture/claim.ts'
import { colorClass } from '../../../picture/color.ts'
import { extentBar, type MarkOf } from '../../../picture/draw.ts'
import { axisOfEvents, type PicturedEvent } from '../../../picture/lanes.ts'
import { textOf, type CardContext } from '../../context.ts'
import type { PictureData, ShownEvent } from '../../view.ts'

/** The day of each source by id. */
export const attestedBy = ({ timeline }: CardContext): ReadonlyMap<string, CivilDay> =>
  sourceDays(timeline.sources, timeline.timeZone)

export const picturedEvent = (
  event: ShownEvent,
  days: ReadonlyMap<string, CivilDay>,
  context: CardContext,
): PicturedEvent => ({
  id: event.id,
  when: event.when,
  attested: attestedDay(event, days),
  title: textOf(context, event.title),
})

export function axisOfShown(events: readonly ShownEvent[], context: CardContext): Axis | null {
  const days = attestedBy(context)
  return axisOfEvents(events.map((event) => picturedEvent(event, days, context)))
}

/** The context whose cards show small bars on this axis, with the same marks as in the picture. */
export function withExtents<Context extends CardContext>(
  axis: Axis | null,
  context: Context,
): Context {
  if (axis === null) return context
  const days = attestedBy(context)
  const extentOf = (event: ShownEvent): Html | false => {
    const claim = claimOf(event.when, attestedDay(event, days))
    const theme = context.themes.get(event.themes[0] ?? '')
    return claim !== null && extentBar(claim, axis, colorClass(theme))
  }
  return { ...context, extentOf }
}

/** The one day on which the sources of all events were published, if it is known and on the axis. */
export function horizonOf(
  events: readonly PicturedEvent[],
  { first, last }: Axis,
  { timeline }: CardContext,
): CivilDay | null {
  const [day = null, ...others] = new Set(events.map(({ attested }) => attested))
  const isToTheDay = timeline.sources.every(({ published }) => published.length >= 10)
  if (day === null || others.length > 0 || !isToTheDay) return null
  return day >= first && day <= last ? day : null
}

/** Marks that are pale where the filter does not select their events. */
export const eventMarks =
  (href: (event: string) => string | Html, selected: PictureData['selected']): MarkOf =>
  (event, write) =>
    write(href(event), selected !== null && !selected.has(event))
