// What a list is, in a few lines under its title: how long, how many, how sure, who, from where.
import { isToTheDay, spanOf, type TimeSpan } from '../../domain/date/claims.ts'
import { parseDay } from '../../domain/date/civil-day.ts'
import { shortSpan } from '../../messages/calendar/days.ts'
import { countBy, sumOf } from '../../domain/query/counts.ts'
import { only } from '../../domain/query/event-query.ts'
import { html, type Html } from '../../markup/html.ts'
import { messages } from '../../messages/languages.ts'
import { languageAttributes, textOf, type RenderContext } from '../context.ts'
import { nofollow, relTo } from '../shell/crawlers.ts'
import type { ShownEvent, TimelineView } from '../view.ts'
import { idsOfKind } from './picture/lanes.ts'
import { sourceRow } from './sources.ts'
import { totalText } from './total.ts'

export function factsLine(view: TimelineView, context: RenderContext): Html {
  const { words, speech } = context
  const { spans, days, years } = messages[speech.ui].pages
  const events = knownEvents(view)
  const span = events === null ? view.span : spanOf(events.map(({ when }) => when))
  // Of events that the page does not have it is not known whether the first began before.
  const length = span && events && !hasLooseEnd(span, events) ? lengthOf(span) : null
  const long =
    length !== null && (length > maxDays ? years(Math.round(length / 365.2425)) : days(length))
  return html`
    <p class="small-print facts-line">
      ${span && html`<b>${spans(...shortSpan(span, words.queries.date))}${long !== false && ` · ${long}`}</b> · `}
      <span role="status">${words.count(totalText(view))}</span>${surenessOf(view, events, context)}
    </p>
    ${whoRow(view, events, context)}
    ${sourceRow(view, context)}`
}

/** Of how many events the day is known, as far as the page has them; else what is counted of them. */
function surenessOf(
  { total, atMost, times }: TimelineView,
  events: readonly ShownEvent[] | null,
  { speech }: RenderContext,
): string {
  const { sureness, countedSureness } = messages[speech.ui].pages
  const { month, window, undated } = times
  // Of an answer that is not looked through it is not known which events it has.
  if (total === 0 || (atMost && events === null)) return ''
  if (events === null) return countedSureness({ month: sumOf(month), less: sumOf(window), undated })
  const day = events.filter(({ when }) => isToTheDay(when)).length
  return sureness({ day, less: total - day - undated, undated })
}

/** Maximum people and organizations named in the row; their lanes have the others. */
const maxNamed = 3

/**
 * Who takes part in most events, as links that filter; nothing where the filter says who. Where the
 * page does not have all events, their members count for groups, too.
 */
function whoRow(
  { query, choices }: TimelineView,
  events: readonly ShownEvent[] | null,
  context: RenderContext,
): Html | false {
  const { addresses, actors, speech } = context
  const { who, othersToo } = messages[speech.ui].pages
  const counts = events === null ? choices.actor : countBy(events, ({ actors }) => actors)
  const countOf = (id: string): number => counts.get(id) ?? 0
  const ids = idsOfKind('actor', context)
    .filter((id) => countOf(id) > 0)
    .toSorted((a, b) => countOf(b) - countOf(a))
  if (ids.length === 0 || query.actors.length > 0) return false
  const named = ids.slice(0, maxNamed).map((id, i) => {
    const name = actors.get(id)?.name ?? {}
    const narrowed = { ...query, actors: [only(id)] }
    return html`${i > 0 && ' · '}<a href="${addresses.timeline(narrowed)}"${relTo(narrowed)}${languageAttributes(context, name)}>${textOf(context, name)}</a>`
  })
  const others = ids.length - named.length
  return html`
    <p class="small-print">
      ${who} ${named}${others > 0 && html` · <a href="${addresses.timeline(query, { lanes: 'actor' })}"${nofollow}>${othersToo(others)}</a>`}
    </p>`
}

/** All events of the list, where the page has them. */
function knownEvents({ events, total, picture }: TimelineView): readonly ShownEvent[] | null {
  if (events.length === total) return events
  const { selected } = picture ?? {}
  const all = picture?.events?.filter(({ id }) => selected?.has(id) ?? true)
  return all?.length === total ? all : null
}

/** More days than this are told as years. */
const maxDays = 1100

/**
 * True where an event is the first or the last of it whose own end may be on another day: one that
 * began earlier, goes on, or is approximate or uncertain.
 */
const hasLooseEnd = ({ first, last }: TimeSpan, events: readonly ShownEvent[]): boolean =>
  events.some(({ when }) => {
    const isVague = when.approximate || when.uncertain
    const own = spanOf([when])
    return (
      ((isVague || when.kind === 'asOf' || when.kind === 'until') && own?.first === first) ||
      ((isVague || when.kind === 'since') && own?.last === last)
    )
  })

/** Number of days, if both ends are known to the day. */
function lengthOf({ first, last }: TimeSpan): number | null {
  const [from, to] = [parseDay(first), parseDay(last)]
  return from === null || to === null ? null : to - from + 1
}
