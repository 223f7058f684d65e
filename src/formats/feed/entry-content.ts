// The content of an event's entry, as HTML: date, summary, figures, the cited words with their
// source, note, links. Written with xml.ts, so that every text in it is escaped.
import type { Citation } from '../../domain/document/citation.ts'
import { isOneLanguage, repeatsDate, statedLanguage } from '../../domain/date/stated.ts'
import { publicationDate } from '../../domain/date/publication.ts'
import type { TimelineEvent } from '../../domain/document/event.ts'
import type { Text } from '../../domain/text/language-map.ts'
import { isWebUrl } from '../../domain/document/link.ts'
import type { Measure } from '../../domain/document/measure.ts'
import type { Timeline } from '../../domain/document/timeline.ts'
import type { Source } from '../../domain/document/source.ts'
import { dateInWords, shortDateInWords } from '../../messages/dates.ts'
import { kindInWords } from '../../messages/calendar/kinds.ts'
import { measureInWords } from '../../messages/measures.ts'
import { uiLanguageOf } from '../../domain/text/ui-language.ts'
import { messages } from '../../messages/languages.ts'
import type { FeedMessages } from '../../messages/en/feeds.ts'
import type { Messages } from '../../messages/languages.ts'
import type { FormatInput } from '../format.ts'
import { createLocalizer, type Localizer } from '../../messages/localizer.ts'
import { element, xmlText, type Xml, type XmlAttributes } from '../../markup/xml.ts'

/** Shared by the functions that write the parts of a feed. */
export interface FeedContext {
  readonly timeline: Timeline
  /** Preferred language for the texts of the timeline. */
  readonly content: string
  readonly localizer: Localizer
  readonly messages: Messages
  /** The language of the document, that of its title; text in another language gets `lang`. */
  readonly main: string
}

export function feedContext({
  timeline,
  language,
  content,
}: Pick<FormatInput, 'timeline' | 'language' | 'content'>): FeedContext {
  const localizer = createLocalizer(timeline, { ui: language, content })
  return {
    timeline,
    content,
    localizer,
    messages: messages[language],
    main: localizer.tagOf(timeline.title),
  }
}

export function contentOf(event: TimelineEvent, context: FeedContext): readonly Xml[] {
  const { feeds, pages } = context.messages
  const { localizer, timeline } = context
  const kind = kindInWords(event, localizer.source, timeline.timeZone, pages)
  const ours = marked(localizer.ui, context)
  return [
    ...statusOf(event, feeds, ours),
    element('p', ours, [element('strong', {}, statedDateInWords(event, localizer))]),
    ...(event.when.kind === 'undated' ? [element('p', ours, kind + feeds.stop)] : []),
    ...paragraph(event.summary, context),
    ...listOf(event.measures.map((measure) => measureItem(measure, context))),
    ...citationsOf(event.citations, context),
    ...whoAndWhere(event, context),
    ...paragraph(event.note, context, context.messages.fields.note),
    ...listOf(event.links.map((link) => element('li', {}, [linkTo(link, context)]))),
  ]
}

/**
 * The source's own words for the date, if any, and the explicit date. Words in another language than
 * the output's follow it, and are left out where they only repeat it.
 */
export function statedDateInWords(event: TimelineEvent, { source, ui }: Localizer): string {
  const { statedDate, when } = event
  const words = dateInWords(when, ui)
  if (statedDate === undefined || statedDate === words) return words
  const { beside } = messages[ui].events
  const language = statedLanguage(event, source, ui)
  if (isOneLanguage(language, ui)) return statedDate + beside(words)
  const spoken = uiLanguageOf(language)
  const inTheirs =
    spoken === null ? [] : [dateInWords(when, spoken), shortDateInWords(when, spoken)]
  return repeatsDate(statedDate, when, inTheirs) ? words : words + beside(statedDate)
}

/** The `lang` attribute for a text that is not in the language of the document. */
const marked = (language: string | undefined, { main }: FeedContext): XmlAttributes => ({
  lang: language === main ? undefined : language,
})

function statusOf({ status }: TimelineEvent, feeds: FeedMessages, ours: XmlAttributes): Xml[] {
  if (status === 'confirmed') return []
  const said = status === 'disputed' ? feeds.disputed : feeds.withdrawnEvent
  return [element('p', ours, [element('em', {}, said)])]
}

function paragraph(text: Text | undefined, context: FeedContext, label?: string): Xml[] {
  if (!text) return []
  const lang = marked(context.localizer.tagOf(text), context)
  if (label === undefined) return [element('p', lang, context.localizer.text(text))]
  const heading = xmlText(label + context.messages.events.colon)
  return [element('p', {}, [heading, element('span', lang, context.localizer.text(text))])]
}

const listOf = (items: readonly Xml[]): Xml[] =>
  items.length === 0 ? [] : [element('ul', {}, items)]

function measureItem(measure: Measure, { localizer, messages }: FeedContext): Xml {
  const { beside, quote } = messages.events
  const { sourceWords } = measure
  const stated = sourceWords === undefined ? '' : beside(quote(sourceWords))
  return element('li', {}, measureInWords(measure, messages.events, localizer) + stated)
}

/** The passages of each source together, if any, followed by its attribution. */
function citationsOf(citations: readonly Citation[], context: FeedContext): Xml[] {
  const bySource = Map.groupBy(citations, (citation) => citation.source)
  const named = context.messages.events.source + context.messages.events.colon
  return Array.from(bySource, ([id, passages]) => [
    ...passages.flatMap(({ exact }) =>
      exact === undefined ? [] : [quotation(exact, context.localizer.source(id), context)],
    ),
    attribution(id, passages.some(({ exact }) => exact !== undefined) ? '— ' : named, context),
  ]).flat()
}

function quotation(exact: string, source: Source | undefined, context: FeedContext): Xml {
  const cite =
    source?.url !== undefined && isWebUrl(source.url) ? new URL(source.url).href : undefined
  return element('blockquote', { ...marked(source?.language, context), cite }, exact)
}

/** Title, publisher and date of a source, after a dash or a name. */
function attribution(id: string, lead: string, context: FeedContext): Xml {
  const source = context.localizer.source(id)
  if (!source) return element('p', {}, lead + id)
  const { comma } = context.messages.events
  const title = context.localizer.sourceTitle(source)
  const publisher = source.publisher ? context.localizer.text(source.publisher) : title
  const date = publicationDate(source.published, context.timeline.timeZone)
  const details = [...(publisher === title ? [] : [publisher]), date]
  return element('p', {}, [
    xmlText(lead),
    element('cite', {}, [anchor(source.url, title)]),
    xmlText(comma + details.join(comma)),
  ])
}

function whoAndWhere({ themes, actors, place }: TimelineEvent, context: FeedContext): Xml[] {
  const { localizer } = context
  const { fields, events } = context.messages
  const { colon, and } = events
  const row = (field: 'themes' | 'actors' | 'place', said: readonly string[]): Xml[] =>
    said.length === 0 ? [] : [element('p', {}, fields[field] + colon + said.join(and))]
  return [
    ...row('themes', themes.map(localizer.theme)),
    ...row('actors', actors.map(localizer.actor)),
    ...row('place', place === undefined ? [] : [localizer.actor(place)]),
  ]
}

const linkTo = ({ url, title }: TimelineEvent['links'][number], context: FeedContext): Xml =>
  anchor(url, title ? context.localizer.text(title) : url)

/** An external link if the URL is a web address; otherwise only its text. */
function anchor(url: string | undefined, text: string): Xml {
  if (url === undefined || !isWebUrl(url)) return xmlText(text)
  return element('a', { href: new URL(url).href, rel: 'noopener nofollow ugc' }, text)
}
