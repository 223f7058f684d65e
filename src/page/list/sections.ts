// Events under the headings of their months, and of what stands in no month (domain/date/claims.ts).
// The order of the events is kept.
import { isMonth, type SectionId } from '../../domain/date/claims.ts'
import { listSectionOf, listSectionsOf, type TimeCounts } from '../../domain/query/counts.ts'
import type { EventQuery } from '../../domain/query/event-query.ts'
import { sectionInWords } from '../../messages/calendar/sections.ts'
import { heading, type HeadingLevel } from '../../markup/heading.ts'
import { html, type Html } from '../../markup/html.ts'
import type { CardContext } from '../context.ts'
import type { ShownEvent } from '../view.ts'
import { boundedText } from './total.ts'

/**
 * The events as sections. `counts` covers the whole answer: a section may begin on an earlier page
 * and continue on the next one.
 */
export function eventSections(
  events: readonly ShownEvent[],
  counts: TimeCounts,
  level: HeadingLevel,
  print: {
    /** `number`: the index of the event; `inMonth`: below the heading of its month. */
    readonly card: (event: ShownEvent, number: number, inMonth: boolean) => Html
    readonly context: CardContext
    readonly sort: EventQuery['sort']
    /** Of the counts. */
    readonly atMost?: true | undefined
  },
): readonly Html[] {
  const { card, context, sort, atMost } = print
  const totals = new Map(listSectionsOf(counts, sort))
  let number = 0
  return [...Map.groupBy(events, ({ when }) => listSectionOf(when, sort))].map(([id, events]) =>
    listSection(
      { id, count: totals.get(id) ?? events.length, atMost },
      level,
      context,
      events.map((event) => card(event, number++, isMonth(id))),
    ),
  )
}

/** One section: its heading with the count, which may be an upper bound (`atMost`), and the cards of its events that are on this page. */
export function listSection(
  {
    id,
    count,
    atMost,
  }: {
    readonly id: SectionId
    readonly count: number
    readonly atMost: true | undefined
  },
  level: HeadingLevel,
  context: CardContext,
  cards: readonly Html[],
): Html {
  const title = html`${sectionInWords(id, context.words)} <small>${boundedText(count, atMost)}</small>`
  return html`
    <section class="month" aria-labelledby="_${id}">
      ${heading(level, html` id="_${id}" part="month"`, title)}
      <ol role="list">${cards}</ol>
    </section>`
}
