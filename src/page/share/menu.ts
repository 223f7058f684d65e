// The calendar and sharing links of one event.
import { nofollow } from '../shell/crawlers.ts'
import { calendarDays, type CalendarDays } from '../../domain/date/calendar-days.ts'
import { printDay } from '../../domain/date/civil-day.ts'
import { publicationDate } from '../../domain/date/publication.ts'
import { calendarTitle } from '../../messages/calendar/title.ts'
import { html, type Html } from '../../markup/html.ts'
import { dayInWords } from '../../messages/calendar/days.ts'
import { withStatus } from '../../messages/calendar/status.ts'
import { statedWords } from '../card/date.ts'
import { textOf, translationNote, type RenderContext } from '../context.ts'
import type { EditionStamp, ShownEvent } from '../view.ts'

/**
 * The entries of an event's menu, as list items; `subscribe`: the address at which to subscribe to the
 * list. Copying needs a script, so the widget adds it.
 */
export function menuItems(
  event: ShownEvent,
  subscribe: string | Html,
  context: RenderContext,
): Html {
  const { words, addresses } = context
  return html`
    ${calendarItems(event, context)}
    <li><a href="${subscribe}"${nofollow}>${words.subscribe}</a></li>
    <li><a href="${addresses.event(event.id)}">${words.permalink}</a></li>`
}

/** A calendar file and prefilled calendar forms; false if no calendar can represent the date. */
export function calendarItems(event: ShownEvent, context: RenderContext): Html | false {
  const { words, dates, addresses, taken } = context
  const days = calendarDays(event.when)
  if (!days) return false
  const title = textOf(context, event.title)
  const explicit = dates.full(event.when)
  const entry = {
    title: calendarTitle(
      title,
      event,
      { explicit, stated: statedWords(event, explicit, context) },
      words,
    ),
    page: taken.event(event.id),
    ...days,
  }
  return html`
    <li><a href="${addresses.eventFile(event.id, 'ics', { lang: taken.lang })}"${nofollow}>${words.ics}</a></li>
    <li><a href="${googleUrl(entry)}" rel="noopener external">${words.google}</a></li>
    <li><a href="${outlookUrl(entry)}" rel="noopener external">${words.outlook}</a></li>`
}

/** The event, its sources and its edition as one line for a list of references. */
export function citationText(
  event: ShownEvent,
  edition: EditionStamp,
  context: RenderContext,
): string {
  const { timeline, dates, absolute, words } = context
  const inWords = (date: string) => dayInWords(date, words.queries.date)
  const cited = new Set(event.citations.map(({ source }) => source))
  const sources = [...cited].flatMap((id) => context.sources.get(id) ?? [])
  return words.citation({
    title: withStatus(textOf(context, event.title), event, words),
    date: dates.full(event.when),
    sources: sources.map((source) => ({
      title: textOf(context, source.title),
      translated: translationNote(context, source),
      publisher: source.publisher && textOf(context, source.publisher),
      published: inWords(publicationDate(source.published, timeline.timeZone)),
    })),
    timeline: textOf(context, timeline.title),
    edition: edition.number,
    published: inWords(edition.published.slice(0, 10)),
    url: absolute.event(event.id),
  })
}

interface Entry extends CalendarDays {
  readonly title: string
  readonly page: string
}

const googleUrl = ({ title, page, start, end }: Entry): string =>
  `https://calendar.google.com/calendar/render?action=TEMPLATE&text=${encode(title)}&dates=${`${printDay(start)}/${printDay(end)}`.replaceAll('-', '')}&details=${encode(page)}`

const outlookUrl = ({ title, page, start, end }: Entry): string =>
  `https://outlook.live.com/calendar/0/deeplink/compose?rru=addevent&path=/calendar/action/compose&allday=true&subject=${encode(title)}&startdt=${printDay(start)}&enddt=${printDay(end)}&body=${encode(page)}`

/**
 * Leaves letters unencoded, which HTML allows (URL, 4.4: the browser encodes them as UTF-8): a
 * title that repeats earlier text then costs next to nothing in a compressed page.
 */
const encode = (text: string): string =>
  text.toWellFormed().replace(/[^\p{L}\p{N}:/._-]/gu, encodeURIComponent)
