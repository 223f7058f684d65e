// The JSON of TimelineJS 3 (timeline.knightlab.com/docs/json-format.html). The library renders
// texts as HTML, so every text is escaped; events that it cannot place are left out and counted.
import { civilDay, splitDay } from '../domain/date/civil-day.ts'
import type { TimelineEvent } from '../domain/document/event.ts'
import type { Timeline } from '../domain/document/timeline.ts'
import type { When } from '../domain/date/when.ts'
import { dateInWords } from '../messages/dates.ts'
import { dateEnds } from './date-ends.ts'
import {
  linked,
  contentOf,
  feedContext,
  marked,
  paragraph,
  spoken,
  type FeedContext,
} from './feed/entry-content.ts'
import { feedNotes } from './feed/notes.ts'
import type { FormatInput, Format } from './format.ts'
import { element, xmlText, type Xml } from '../markup/xml.ts'

/**
 * The TimelineJS format.
 * @example timelineJs.write(input) → '{"scale":"human","title":{…},"events":[…]}\n'
 */
export const timelineJs: Format = {
  name: 'timelinejs',
  extension: 'timelinejs.json',
  mediaType: 'application/json; charset=utf-8',
  title: 'TimelineJS',
  limit: { default: 100, max: 500 },
  write(feed) {
    const context = feedContext(feed)
    return `${JSON.stringify({
      scale: 'human',
      title: titleSlide(feed, context, leftOut(feed)),
      events: placedIn(feed).map((event) => slide(event, feed.links.event(event.id), context)),
    })}\n`
  },
  leftOut,
}

function leftOut(feed: FormatInput): number {
  return feed.events.length - placedIn(feed).length
}

const placedIn = ({ events, vague }: FormatInput): readonly TimelineEvent[] =>
  events.filter(({ when }) => isPlaceable(when, vague))

const firstPlaceable = civilDay(1, 1, 1)

/**
 * The library has no year 0: it shows the astronomical year -43, which is 44 BC, as "43 BCE". An
 * event without a date of its own is placed on its latest day only with `vague`.
 */
function isPlaceable({ kind, earliest, latest }: When, vague: boolean): boolean {
  if (kind === 'undated' && !vague) return false
  return (earliest ?? latest ?? -Infinity) >= firstPlaceable
}

function titleSlide(feed: FormatInput, context: FeedContext, leftOut: number) {
  const { description, title } = feed.timeline
  const sentences = [...(feed.filter === '' ? [] : [feed.filter]), ...feedNotes(feed, leftOut)]
  const said = (sentence: string): Xml =>
    element('p', marked(context.localizer.ui, context), sentence)
  return {
    // Cannot clash: identifiers of events have no underscore.
    unique_id: '_title',
    text: {
      headline: spoken(title, context, context.main),
      text: [
        ...paragraph(description, context),
        ...sentences.map(said),
        ...rights(feed.timeline, context),
        // Ends with a colon: the address follows it.
        ...(leftOut > 0 ? [said(context.messages.timelineJs.leftOut(leftOut))] : []),
        linkTo(feed.links.page),
      ].join(''),
    },
    autolink: false,
  }
}

/** Licence and credit of the timeline, which the library has no place for. */
function rights({ licence, credit }: Timeline, context: FeedContext): readonly Xml[] {
  const { events, markdown: names } = context.messages
  const row = (name: string, said: readonly Xml[]): Xml =>
    element('p', marked(context.localizer.ui, context), [xmlText(name + events.colon), ...said])
  return [
    ...(licence ? [row(names.licence, linked(licence.url, [spoken(licence.name, context)]))] : []),
    ...(credit ? [row(names.credit, [spoken(credit, context)])] : []),
  ]
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
      headline: spoken(event.title, context, context.main),
      text: [...contentOf(event, context), linkTo(url)].join(''),
    },
    // Keeps the library from turning addresses in the text into links.
    autolink: false,
  }
}

const linkTo = (url: string): Xml =>
  element('p', {}, [element('a', { href: new URL(url).href }, url)])

/** For fields where the library extracts the text of the HTML and renders it as HTML again. */
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

/** For an event on one day within a window, the whole window is shown. */
function placeOf(when: When): Place {
  if (when.minute !== undefined && when.earliest !== null) {
    const time = { hour: Math.floor(when.minute / 60), minute: when.minute % 60 }
    return { start: { ...splitDay(when.earliest), ...time } }
  }
  const { first, last } = dateEnds(when)
  return { start: partsOf(first), ...(first !== last && { end: partsOf(last) }) }
}

/** `2020-02` → `{ year: 2020, month: 2 }`: parts that the source does not give are left out. */
function partsOf(date: string): DateParts {
  const [year = 0, month, day] = date.split('-').map(Number)
  return {
    year,
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
  }
}
