// Shared by Atom, RSS and JSON Feed: an event as an entry with a permanent id, and the metadata of
// the feed. The instants are those of the entry, never the day of the event.
import { entryId, timelineTag } from '../../domain/document/permanent-id.ts'
import type { TimelineEvent } from '../../domain/document/event.ts'
import { renderings } from '../../domain/renderings.ts'
import { inLanguage, languageOf, type Text } from '../../domain/text/language-map.ts'
import { contentOf, feedContext, statedDateInWords, type FeedContext } from './entry-content.ts'
import { feedNotes } from './notes.ts'
import { withStatus } from '../../messages/calendar/status.ts'
import type { FormatInput } from '../format.ts'
import { contentLanguage } from '../../messages/localizer.ts'
import { legalText } from '../../markup/xml.ts'

export interface Entry {
  readonly event: TimelineEvent
  /** A tag URI (RFC 4151), the same in every format and permanent. */
  readonly id: string
  readonly url: string
  /** The event's date in words. */
  readonly date: string
  /** The same, then its title. */
  readonly title: string
  readonly summary?: string
  /** The language of the title if it is not the feed's. */
  readonly language?: string
  /** The same of the summary. */
  readonly summaryLanguage?: string
  /** HTML. */
  readonly content: string
  readonly categories: readonly Category[]
  /** Instant of the first publication; absent where a store of version 0.1 did not keep it. */
  readonly published?: string
  /** Instant of the last change of the event's content. */
  readonly modified: string
}

export interface Category {
  /** A tag URI for the vocabulary: the themes or the actors of the timeline. */
  readonly scheme: string
  readonly term: string
  readonly label: string
  /** The language of the label if it is not the feed's. */
  readonly language?: string
}

/** Distinct for each filter and for the feed of one event; does not depend on the host. */
export function feedId({ timeline, links }: FormatInput): string {
  const { pathname, search } = new URL(uri(links.subscription))
  // From the timeline on: one that is named `events` has its list at `/timelines/events/events.atom`.
  const single = /\/timelines\/[^/]+(\/events\/[^/.]+)\.[^/]*$/.exec(pathname)
  return timelineTag(timeline) + (single?.[1] ?? '') + search
}

/** The events of the feed as entries, in the same order. */
export function* entriesOf(feed: FormatInput): Iterable<Entry> {
  const context = feedContext(feed)
  const keptOf = entries(feed.timeline)
  for (const event of feed.events) {
    const url = feed.links.event(event.id)
    yield keptOf(event, `${feed.language} ${feed.content} ${url}`, () =>
      entryOf(event, context, uri(url)),
    )
  }
}

/** What is long of an entry are its texts. */
const entries = renderings<Entry>(
  ({ title, summary = '', content }) => title.length + summary.length + content.length,
)

function entryOf(event: TimelineEvent, context: FeedContext, url: string): Entry {
  const { timeline, localizer, main } = context
  const tag = localizer.tagOf(event.title)
  const summaryTag = event.summary && localizer.tagOf(event.summary)
  const date = legalText(statedDateInWords(event, localizer))
  const { first, revision } = event
  return {
    event,
    id: entryId(timeline, event.id),
    url,
    date,
    title: date + titleOf(event, context),
    ...(event.summary && { summary: textIn(event.summary, context) }),
    ...(tag !== main && { language: tag }),
    ...(summaryTag !== undefined && summaryTag !== main && { summaryLanguage: summaryTag }),
    content: contentOf(event, context).join(''),
    categories: categoriesOf(event, context),
    ...(first.instant !== null && { published: first.instant }),
    modified: revision.instant,
  }
}

/** The feed's title, including the filter. */
export function feedTitle(feed: FormatInput): string {
  const title = textIn(feed.timeline.title, feed)
  return feed.filter === '' ? title : `${title} · ${legalText(feed.filter)}`
}

/** The timeline's description, and notes on events that the feed does not contain. */
export function feedDescription(feed: FormatInput): string {
  const { description } = feed.timeline
  return [...(description ? [textIn(description, feed)] : []), ...feedNotes(feed)].join('\n')
}

type InContent = Pick<FormatInput, 'timeline' | 'content'>

/** The author: the timeline's credit, or the domain that publishes it. */
export const authorOf = (feed: InContent): string =>
  feed.timeline.credit ? textIn(feed.timeline.credit, feed) : feed.timeline.authority.domain

export function rightsOf(feed: InContent): string | undefined {
  const { licence } = feed.timeline
  if (!licence) return undefined
  const name = textIn(licence.name, feed)
  return licence.url === undefined ? name : `${name} ${uri(licence.url)}`
}

/** The language of the licence's name if it is not the feed's. */
export function rightsLanguage({ timeline, content }: InContent): string | undefined {
  const { licence, language } = timeline
  const tag = licence && languageOf(licence.name, content, language)
  return tag === contentLanguage(timeline, content) ? undefined : tag
}

/** The text in the content language, limited to characters of XML; JSON Feed has the same text. */
export const textIn = (text: Text, { timeline, content }: InContent): string =>
  legalText(inLanguage(text, content, timeline.language))

/** A URI (RFC 3986): a URL as browsers print it may still contain `|`, `[` or `^`. */
export function uri(url: string): string {
  const { origin, href } = new URL(url)
  const rest = href.slice(origin.length)
  return origin + rest.replace(/%(?![\da-f]{2})|[^\w\-.~:/?#@!$&'()*+,;=%]/gi, encodeURIComponent)
}

/** What follows the date. */
function titleOf(event: TimelineEvent, context: FeedContext): string {
  const { messages } = context
  const title = withStatus(textIn(event.title, context), event, messages.list)
  return messages.events.colon + title
}

/** Themes, then actors, then the place. */
function categoriesOf(event: TimelineEvent, context: FeedContext): Category[] {
  const { timeline, names, localizer, main } = context
  const tag = timelineTag(timeline)
  const category = (vocabulary: 'themes' | 'actors') => (term: string) => {
    const name = names[vocabulary].get(term)
    const language = name === undefined ? main : localizer.tagOf(name)
    return {
      scheme: `${tag}/${vocabulary}/`,
      term,
      label: name === undefined ? term : textIn(name, context),
      ...(language !== main && { language }),
    }
  }
  const place = event.place === undefined ? [] : [event.place]
  return [
    ...event.themes.map(category('themes')),
    ...Array.from(new Set([...event.actors, ...place]), category('actors')),
  ]
}
