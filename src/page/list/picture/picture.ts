// The picture of time above a list: lanes that are the filter of their themes (or people), the marks of
// events in them, and a key. The list below says all of it; here one sees when.
import type { Html } from '../../../markup/html.ts'
import type { Axis } from '../../../picture/axis.ts'
import { everything } from '../../../domain/query/event-query.ts'
import { eventLinkOf, type CardContext } from '../../context.ts'
import type { ListView, PictureData, ShownEvent } from '../../view.ts'
import { axisOfCounts, countPicture } from './count-picture.ts'
import { eventPicture } from './event-picture.ts'
import type { PictureOptions } from './frame.ts'
import { lanesTable } from './lanes-table.ts'
import { axisOfShown, withExtents } from './pictured.ts'

/** False where there is nothing to draw. */
export function pictureOf(
  view: ListView,
  options: PictureOptions,
  context: CardContext,
): Html | false {
  const { events, counts, ...data } = dataOf(view)
  const tabled = { ...options, table: lanesTable(context) }
  if (events !== null) return eventPicture(view, { ...data, events, counts }, tabled, context)
  return counts !== null && countPicture(view, { ...data, events, counts }, tabled, context)
}

/** Without data of its own a picture shows the events of the list, if they are all. */
const dataOf = ({ picture, events, total }: ListView): PictureData =>
  picture ?? {
    by: 'theme',
    events: events.length === total ? events : null,
    selected: null,
    counts: null,
  }

/** The context with the extents of events on the axis of the whole timeline, which their cards show. */
export function onScale<Context extends CardContext>(view: ListView, context: Context): Context {
  const { events, counts } = dataOf(view)
  const axis: Axis | null =
    events === null ? counts && axisOfCounts(counts) : axisOfShown(events, context)
  return withExtents(axis, context)
}

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
  const options = {
    url: addresses.timeline,
    href: (id: string) => eventLinkOf(context)(id).href,
    more: '',
    table: lanesTable(context),
  }
  const alone = data.counts && axisOfCounts(data.counts)
  const events = data.events ?? [event]
  const shown = { ...data, events, selected: new Set([event.id]) }
  const view = { query: everything, only: event.id, axis: alone }
  return eventPicture(view, shown, options, context)
}
