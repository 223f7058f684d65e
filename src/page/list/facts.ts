// What a list is, in one line under its title: how long, how many, from where.
import { spanOf } from '../../domain/date/claims.ts'
import { parseDay } from '../../domain/date/civil-day.ts'
import { dayInWords } from '../../messages/calendar/days.ts'
import { html, type Html } from '../../markup/html.ts'
import { messages } from '../../messages/languages.ts'
import type { DateWriter } from '../../messages/tables/dates.ts'
import type { RenderContext } from '../context.ts'
import type { TimelineView } from '../view.ts'
import { sourceRow } from './sources.ts'

export function factsLine(view: TimelineView, context: RenderContext): Html {
  const { words, speech } = context
  const { spans, days, years, withoutDate } = messages[speech.ui].pages
  const span = spanOfList(view)
  const length = span && lengthOf(span)
  const long =
    length !== null && (length > maxDays ? years(Math.round(length / 365.2425)) : days(length))
  const { undated } = view.times
  return html`
    <p class="small-print facts-line">
      ${span && html`<b>${spans(...shortSpan(span, words.queries.date))}${long !== false && ` · ${long}`}</b> · `}
      <span role="status">${words.count(totalText(view))}</span>${undated > 0 && withoutDate(undated)}
    </p>
    ${sourceRow(view, context)}`
}

/** @example { total: 214, atMost: true } → '≤214' */
export const totalText = ({ total, atMost }: Pick<TimelineView, 'total' | 'atMost'>): string =>
  `${atMost === true ? '≤' : ''}${total}`

type Span = NonNullable<ReturnType<typeof spanOf>>

/** Of the events where all are known, or else of the months in which they stand. */
function spanOfList({ events, total, picture, times }: TimelineView): Span | null {
  if (events.length === total) return spanOf(events.map(({ when }) => when))
  const { selected } = picture ?? {}
  const all = picture?.events?.filter(({ id }) => selected?.has(id) ?? true)
  if (all?.length === total) return spanOf(all.map(({ when }) => when))
  const months = [...times.month.keys()]
  const [first, last] = [months[0], months.at(-1)]
  return first === undefined || last === undefined ? null : { first, last }
}

/** More days than this are told as years. */
const maxDays = 1100

/**
 * Days before the year 1000, which few read in figures, are in words.
 * @example { first: '2020-01-24', last: '2020-03-13' } → ['2020-01-24', '03-13']
 */
export function shortSpan(
  { first, last }: Span,
  writer: DateWriter,
): readonly [first: string, last: string] {
  if (/^[-0]/.test(first)) return [dayInWords(first, writer), dayInWords(last, writer)]
  const year = /^\d{4}-/.exec(first)?.[0]
  const isSameYear =
    year !== undefined && last.startsWith(year) && last.length === first.length && last !== first
  return [first, isSameYear ? last.slice(year.length) : last]
}

/** Number of days, if both ends are known to the day. */
function lengthOf({ first, last }: Span): number | null {
  const [from, to] = [parseDay(first), parseDay(last)]
  return from === null || to === null ? null : to - from + 1
}
