// A list of events that was loaded at once, by month.
import { eventCard, menuButton } from '../../page/card/event-card.ts'
import { below, type HeadingLevel } from '../../markup/heading.ts'
import { html, type Html } from '../../markup/html.ts'
import { isMonth, type SectionId } from '../../domain/date/claims.ts'
import { listSectionOf, listSectionsOf } from '../../domain/query/counts.ts'
import { listSection } from '../../page/list/sections.ts'
import type { CardContext } from '../../page/context.ts'
import type { ShownEvent } from '../../page/view.ts'
import type { LoadedList } from '../api/loaded-list.ts'

/** Consecutive events of a section. */
export interface CardRow {
  readonly section: SectionId
  readonly events: readonly ShownEvent[]
  /** The index of the first in the whole list. */
  readonly from: number
}

export function cards(
  { section, events, from }: CardRow,
  level: HeadingLevel,
  context: CardContext,
): readonly Html[] {
  // Menus are filled when they are opened.
  const menu = ({ id }: ShownEvent, number: number | Html) =>
    menuButton(number, html` data-menu="${id}"`, context)
  const inMonth = isMonth(section)
  return events.map((event, i) =>
    eventCard(event, { level, number: from + i, inMonth, menu }, context),
  )
}

/** Leaves out sections without events, which a list cut off by `limit` has. */
export function sections(
  { times, query, loaded, atMost }: LoadedList,
  level: HeadingLevel,
  context: CardContext,
): Html {
  const bySection = Map.groupBy(loaded, ({ when }) => listSectionOf(when, query.sort))
  let from = 0
  const drawn = listSectionsOf(times, query.sort).map(([id, count]) => {
    const events = bySection.get(id) ?? []
    const row = { section: id, events, from }
    from += events.length
    return (
      events.length > 0 &&
      listSection({ id, count, atMost }, level, context, cards(row, below(level), context))
    )
  })
  return html`${drawn}`
}
