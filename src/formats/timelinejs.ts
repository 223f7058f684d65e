// The JSON of TimelineJS 3 (timeline.knightlab.com/docs/json-format.html). The library renders texts
// as HTML, so every text is escaped; events that it cannot place are left out and counted.
import { civilDay, splitDay } from '../domain/date/civil-day.ts'
import type { TimelineEvent } from '../domain/document/event.ts'
import type { When } from '../domain/date/when.ts'
import { dateInWords } from '../messages/dates.ts'
import { dateEnds } from './date-ends.ts'
import { contentOf, feedContext, type FeedContext } from './feed/entry-content.ts'
import { feedNotes } from './feed/notes.ts'
import type { FormatInput, Format } from './format.ts'
import { element, xmlText, type Xml } from '../markup/xml.ts'

export const timelineJs: Format = {
  name: 'timelinejs',
  extension: 'timelinejs.json',
  mediaType: 'application/json; charset=utf-8',
  title: 'TimelineJS',
  limit: { default: 100, max: 500 },
  write(feed) {
    const context = feedContext(feed)
    const placed = feed.events.filter((event) => isPlaceable(event.when, feed.vague))
    const leftOut = feed.events.length - placed.length
    return `${JSON.stringify({
      scale: 'human',
      title: titleSlide(feed, context, leftOut),
      events: placed.map((event) => slide(event, feed.links.event(event.id), context)),
    })}\n`
  },
}

const firstPlaceable = civilDay(1, 1, 1)

/**
 * The library has no year 0: it calls the astronomical year -43, which is 44 BC, "43 BCE". What has
 * no date of its own stands on its anchor only where vague dates are wanted.
 */
function isPlaceable({ kind, earliest, anchor }: When, vague: boolean): boolean {
  if (kind === 'undated' && !vague) return false
  return (earliest ?? anchor) >= firstPlaceable
}

function titleSlide(feed: FormatInput, context: FeedContext, leftOut: number) {
  const { description, title } = feed.timeline
  const sentences = [
    ...(description ? [context.localizer.text(description)] : []),
    ...(feed.filter === '' ? [] : [feed.filter]),
    ...feedNotes(feed),
    ...(leftOut > 0 ? [context.messages.timelineJs.leftOut(leftOut)] : []),
  ]
  return {
    // No identifier of an event has an underscore.
    unique_id: '_title',
    text: {
      headline: xmlText(context.localizer.text(title)),
      text: [
        ...sentences.map((sentence) => element('p', {}, sentence)),
        linkTo(feed.links.page),
      ].join(''),
    },
    autolink: false,
  }
}

function slide(event: TimelineEvent, url: string, context: FeedContext) {
  const [theme] = event.themes
  const { start, end } = placeOf(event.when)
  return {
    unique_id: event.id,
    start_date: start,
    ...(end && { end_date: end }),
    display_date: textTwice(dateInWords(event.when, context.localizer.ui)),
    ...(theme !== undefined && { group: textTwice(context.localizer.theme(theme)) }),
    text: {
      headline: xmlText(context.localizer.text(event.title)),
      text: [...contentOf(event, context), linkTo(url)].join(''),
    },
    // Text is text: the library shall not look for addresses in it.
    autolink: false,
  }
}

const linkTo = (url: string): Xml =>
  element('p', {}, [element('a', { href: new URL(url).href }, url)])

/** Of these fields the library takes the text of the HTML, and then renders that as HTML again. */
const textTwice = (text: string): string => xmlText(xmlText(text))

interface Place {
  readonly start: DateParts
  readonly end?: DateParts
}

interface DateParts {
  readonly year: number
  readonly month?: number
  readonly day?: number
  readonly hour?: number
  readonly minute?: number
}

/** A window in which an event happened on one day is shown as wide as it is. */
function placeOf(when: When): Place {
  if (when.minute !== undefined) {
    const time = { hour: Math.floor(when.minute / 60), minute: when.minute % 60 }
    return { start: { ...splitDay(when.anchor), ...time } }
  }
  const { first, last } = dateEnds(when)
  return { start: partsOf(first), ...(first !== last && { end: partsOf(last) }) }
}

/** Of `2020-02` no day: what the source leaves out is left out. */
function partsOf(date: string): DateParts {
  const [year = 0, month, day] = date.split('-').map(Number)
  return {
    year,
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
  }
}
