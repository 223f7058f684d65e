// The picture of time above a list: lanes that are the filter of their themes (or people), the marks of
// events in them, and a key. The list below says all of it; here one sees when.
import type { Html } from '../../../markup/html.ts'
import type { CardContext } from '../../context.ts'
import type { ListView, PictureData } from '../../view.ts'
import type { QueryUrl } from '../chips.ts'
import { axisOfCounts, countPicture } from './count-picture.ts'
import type { PictureOptions } from './frame.ts'
import { keptPicture, laneKinds } from './kept-picture.ts'
import { lanesTable } from './lanes-table.ts'
import { axisOfShown, withExtents } from './pictured.ts'

export interface ListPictureOptions extends Pick<PictureOptions, 'more' | 'low'> {
  readonly url: QueryUrl
  /** True where lanes by person can be chosen, too. */
  readonly kinds?: boolean
}

/** False where there is nothing to draw. */
export function pictureOf(
  view: ListView,
  { url, more, low, kinds = false }: ListPictureOptions,
  context: CardContext,
): Html | false {
  const { events, counts, ...data } = dataOf(view)
  if (events !== null)
    return keptPicture(view, { ...data, events, counts }, { url, more, low, kinds }, context)
  const options = {
    url,
    more,
    low,
    kinds: kinds && laneKinds(view, data, url, context),
    table: lanesTable(context),
  }
  return counts !== null && countPicture(view, { ...data, events, counts }, options, context)
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
  let scaled: CardContext | undefined
  const withAxis = () =>
    withExtents(
      events === null ? counts && axisOfCounts(counts) : axisOfShown(events, context),
      context,
    )
  // Most cards are kept, so that the axis is seldom needed.
  return { ...context, extentOf: (event) => (scaled ??= withAxis()).extentOf?.(event) ?? false }
}
