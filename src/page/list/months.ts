// Events under the headings of their months. The order of the events is kept.
import { monthOf, splitMonth } from '../../domain/date/month.ts'
import { eventCard, type CardOptions } from '../card/event-card.ts'
import { below, heading, type HeadingLevel } from '../../markup/heading.ts'
import { html, type Html } from '../../markup/html.ts'
import type { CardContext } from '../context.ts'
import type { Counts } from '../../domain/query/counts.ts'
import type { ShownEvent } from '../view.ts'

export interface Month {
  /** `2020-02` */
  readonly id: string
  readonly events: readonly ShownEvent[]
}

export const groupByMonth = (events: readonly ShownEvent[]): readonly Month[] =>
  [...Map.groupBy(events, (event) => monthOf(event.when.anchor))].map(([id, events]) => ({
    id,
    events,
  }))

/**
 * The months as sections. `counts` covers the whole answer: a month may continue on the next page.
 */
export function monthSections(
  events: readonly ShownEvent[],
  counts: Counts,
  level: HeadingLevel,
  print: { readonly card: Pick<CardOptions, 'menu'>; readonly context: CardContext },
): readonly Html[] {
  const { card, context } = print
  let number = 0
  return groupByMonth(events).map((month) =>
    monthSection(
      { ...month, label: monthLabel(month, context), count: counts.get(month.id) },
      level,
      month.events.map((event) =>
        eventCard(event, { ...card, level: below(level), number: number++ }, context),
      ),
    ),
  )
}

/** One month: its heading, and the cards of those of its events that are on this page. */
export function monthSection(
  month: { readonly id: string; readonly label: string; readonly count: number | undefined },
  level: HeadingLevel,
  cards: readonly Html[],
): Html {
  const id = `_${month.id}`
  const title = html`${month.label} <small>${month.count ?? cards.length}</small>`
  return html`
    <section class="month" aria-labelledby="${id}">
      ${heading(level, html` id="${id}" part="month"`, title)}
      <ol role="list">${cards}</ol>
    </section>`
}

/** The heading of a month; only its year if its events are dated to a year, decade or century. */
export function monthLabel({ id, events }: Month, { words }: CardContext): string {
  const { year, month } = splitMonth(id)
  const coarse =
    events.length > 0 &&
    events.every(({ when }) => /^(?:year|decade|century)$/.test(when.precision))
  return coarse ? words.year(year) : words.month(year, month)
}
