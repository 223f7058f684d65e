// A list of events that was loaded at once, month by month.
import { eventCard, menuButton } from '../../page/card/event-card.ts'
import { below, type HeadingLevel } from '../../markup/heading.ts'
import { html, type Html } from '../../markup/html.ts'
import { monthLabel, monthSection } from '../../page/list/months.ts'
import type { CardContext } from '../../page/context.ts'
import type { ShownEvent } from '../../page/view.ts'
import type { LoadedList } from '../api/loaded-list.ts'

/** The cards of consecutive events; `from` is the index of the first in the whole list. */
export function cards(
  events: readonly ShownEvent[],
  from: number,
  level: HeadingLevel,
  context: CardContext,
): readonly Html[] {
  // Menus are filled when they are opened.
  const menu = ({ id }: ShownEvent, number: number) =>
    menuButton(number, html` data-menu="${id}"`, context)
  return events.map((event, i) => eventCard(event, { level, number: from + i, menu }, context))
}

/** Leaves out months without events, which a list cut off by `limit` has. */
export function sections(
  { months: counts, loaded }: LoadedList,
  level: HeadingLevel,
  context: CardContext,
): Html {
  let after = 0
  const months = Array.from(counts, ([id, count]) => {
    const first = after
    const events = loaded.slice(first, (after += count))
    return (
      events.length > 0 &&
      monthSection(
        { id, count, label: monthLabel({ id, events }, context) },
        level,
        cards(events, first, below(level), context),
      )
    )
  })
  return html`${months}`
}
