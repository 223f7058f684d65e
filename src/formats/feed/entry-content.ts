// The content of an event's entry, as HTML: date, summary, figures, the cited words with their
// source, note, links. Written with xml.ts, so that every text in it is escaped.
import type { Citation } from '../../domain/document/citation.ts'
import { statedLanguage } from '../../domain/date/stated.ts'
import { publicationDate } from '../../domain/date/publication.ts'
import type { TimelineEvent } from '../../domain/document/event.ts'
import type { Text } from '../../domain/text/language-map.ts'
import { isWebUrl } from '../../domain/document/link.ts'
import type { Measure } from '../../domain/document/measure.ts'
import type { Timeline } from '../../domain/document/timeline.ts'
import type { Source } from '../../domain/document/source.ts'
import { ownWordsOf, publisherOf } from '../attribution.ts'
import { datesInWords } from '../../messages/dates.ts'
import { kindInWords } from '../../messages/calendar/kinds.ts'
import { figureInWords } from '../../messages/measures.ts'
import { messages } from '../../messages/languages.ts'
import type { FeedMessages } from '../../messages/en/feeds.ts'
import type { Messages } from '../../messages/languages.ts'
import type { FormatInput } from '../format.ts'
import { createLocalizer, type Localizer } from '../../messages/localizer.ts'
import { element, legalText, xmlText, type Xml, type XmlAttributes } from '../../markup/xml.ts'

/** Shared by the functions that write the parts of a feed. */
export interface FeedContext {
  readonly timeline: Timeline
  /** Preferred language for the texts of the timeline. */
  readonly content: string
  readonly localizer: Localizer
  readonly messages: Messages
  /** The language of the document, that of its title; text in another language gets `lang`. */
  readonly main: string
  /** The names of themes and actors by id, in all their languages. */
  readonly names: Readonly<Record<'themes' | 'actors', ReadonlyMap<string, Text>>>
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
    names: {
      themes: new Map(timeline.themes.map(({ id, label }) => [id, label])),
      actors: new Map(timeline.actors.map(({ id, name }) => [id, name])),
    },
  }
}

export function contentOf(event: TimelineEvent, context: FeedContext): readonly Xml[] {
  const { feeds, pages } = context.messages
  const { localizer, timeline } = context
  const kind = kindInWords(event, localizer.source, timeline.timeZone, pages)
  const ours = marked(localizer.ui, context)
  return [
    ...statusOf(event, feeds, ours),
    element('p', ours, [element('strong', {}, dateLine(event, localizer))]),
    ...(event.when.kind === 'undated' ? [element('p', ours, kind + feeds.stop)] : []),
    ...paragraph(event.summary, context),
    ...listOf(event.measures.map((measure) => measureItem(measure, event, context))),
    ...citationsOf(event.citations, context),
    ...whoAndWhere(event, context),
    ...paragraph(event.note, context, context.messages.fields.note),
    ...listOf(event.links.map((link) => element('li', {}, linkTo(link, context)))),
  ]
}

/**
 * The source's own words for the date, if any, and the explicit date. Words in another language than
 * the output's follow it, and are left out where they only repeat it.
 */
export function statedDateInWords(event: TimelineEvent, localizer: Localizer): string {
  const { beside } = messages[localizer.ui].events
  const { explicit, stated } = datesInWords(event, localizer)
  if (stated === null) return explicit
  return stated.isHere ? stated.words + beside(explicit) : explicit + beside(stated.words)
}

/** `statedDateInWords` with the language of the source's words marked. */
function dateLine(event: TimelineEvent, localizer: Localizer): Xml[] {
  const { beside } = messages[localizer.ui].events
  const { explicit, stated } = datesInWords(event, localizer)
  if (stated === null || stated.isHere) return [xmlText(statedDateInWords(event, localizer))]
  const words = inSpan(stated.words, stated.language, localizer.ui)
  return [xmlText(explicit), ...around(beside, [words])]
}

/** The `lang` attribute for a text that is not in the language of the document. */
export const marked = (language: string | undefined, { main }: FeedContext): XmlAttributes => ({
  lang: language === main ? undefined : language,
})

/**
 * A text whose line breaks HTML shows: each is an element, and stays a character behind it.
 * @example lined('a\nb').join('') → 'a<br/>\nb'
 */
export const lined = (text: string): readonly Xml[] =>
  legalText(text)
    .split('\n')
    .flatMap((line, index) =>
      index === 0 ? [xmlText(line)] : [element('br'), xmlText(`\n${line}`)],
    )

/** A text in a span with `lang`, unless it is in the language of what it stands in. */
const inSpan = (text: string, language: string, around: string): Xml =>
  language === around ? xmlText(text) : element('span', { lang: language }, text)

/** A text of the timeline as part of an element in `around`: among our own words their language. */
export const spoken = (
  text: Text,
  { localizer }: FeedContext,
  around: string = localizer.ui,
): Xml => inSpan(localizer.text(text), localizer.tagOf(text), around)

/** Our marks around what is marked up. */
function around(marks: (words: string) => string, inner: readonly Xml[]): Xml[] {
  const [before = '', after = ''] = marks('\n').split('\n')
  return [xmlText(before), ...inner, xmlText(after)]
}

const joined = (all: readonly (readonly Xml[])[], separator: string): Xml[] =>
  all.flatMap((one, index) => (index === 0 ? one : [xmlText(separator), ...one]))

function statusOf({ status }: TimelineEvent, feeds: FeedMessages, ours: XmlAttributes): Xml[] {
  if (status === 'confirmed') return []
  const said = status === 'disputed' ? feeds.disputed : feeds.withdrawnEvent
  return [element('p', ours, [element('em', {}, said)])]
}

export function paragraph(text: Text | undefined, context: FeedContext, label?: string): Xml[] {
  if (!text) return []
  const { ui, tagOf, text: inContent } = context.localizer
  const [tag, said] = [tagOf(text), lined(inContent(text))]
  if (label === undefined) return [element('p', marked(tag, context), said)]
  const heading = xmlText(label + context.messages.events.colon)
  const inOurs = tag === ui ? said : [element('span', { lang: tag }, said)]
  return [element('p', marked(ui, context), [heading, ...inOurs])]
}

const listOf = (items: readonly Xml[]): Xml[] =>
  items.length === 0 ? [] : [element('ul', {}, items)]

function measureItem(
  measure: Measure,
  { citations }: Pick<TimelineEvent, 'citations'>,
  context: FeedContext,
): Xml {
  const { localizer, messages } = context
  const { beside, comma, quote } = messages.events
  const quoted = ownWordsOf(measure).map((sourceWords) => {
    // They stand in a cited passage, as the words for a date do.
    const cited = { statedDate: sourceWords, citations }
    const language = statedLanguage(cited, localizer.source, localizer.ui)
    return [inSpan(quote(sourceWords), language, localizer.ui)]
  })
  const own = quoted.length === 0 ? [] : around(beside, joined(quoted, comma))
  return element('li', marked(localizer.ui, context), [...measureMarkup(measure, context), ...own])
}

/** As `measureInWords`, with the languages of label, figure and unit marked. */
function measureMarkup(measure: Measure, context: FeedContext): Xml[] {
  const { localizer, messages } = context
  const { colon, comma, beside } = messages.events
  const { before, unit, after, language, isSign } = figureInWords(measure, localizer)
  const isOwnUnit = measure.unit === undefined || language !== localizer.ui || isSign
  const figure = isOwnUnit
    ? [inSpan(before + unit + after, language, localizer.ui)]
    : [xmlText(before), spoken(measure.unit, context), xmlText(after)]
  const parts = measure.parts?.map((part) => measureMarkup(part, context)) ?? []
  const sum = parts.length === 0 ? [] : around(beside, joined(parts, comma))
  return [spoken(measure.label, context), xmlText(colon), ...figure, ...sum]
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
  return element('blockquote', { ...marked(source?.language, context), cite }, lined(exact))
}

/** Authors, title, publisher, date and archived copy of a source, after a dash or a name. */
function attribution(id: string, lead: string, context: FeedContext): Xml {
  const source = context.localizer.source(id)
  const { localizer } = context
  const ours = marked(localizer.ui, context)
  if (!source) return element('p', ours, lead + id)
  const { events, list } = context.messages
  const { url, archivedUrl, title, authors = [], published } = source
  const named = localizer.text(title)
  // Behind the title: that it is a translation.
  const note = localizer.sourceTitle(source).slice(named.length)
  const date = publicationDate(published, context.timeline.timeZone)
  const publisher = publisherOf(source, localizer)
  const comma = xmlText(events.comma)
  return element('p', ours, [
    xmlText(lead),
    ...authors.flatMap((author) => [xmlText(author), comma]),
    element('cite', {}, linked(url, [spoken(title, context), xmlText(note)])),
    ...(publisher === undefined ? [] : [comma, spoken(publisher, context)]),
    comma,
    xmlText(date),
    ...(archivedUrl === undefined ? [] : [comma, ...linked(archivedUrl, [xmlText(list.archived)])]),
  ])
}

function whoAndWhere({ themes, actors, place }: TimelineEvent, context: FeedContext): Xml[] {
  const { localizer, names } = context
  const { fields, events } = context.messages
  const named = (vocabulary: 'themes' | 'actors') => (id: string) => {
    const name = names[vocabulary].get(id)
    return name === undefined ? xmlText(id) : spoken(name, context)
  }
  const row = (field: 'themes' | 'actors' | 'place', said: readonly Xml[]): Xml[] => {
    if (said.length === 0) return []
    const heading = xmlText(fields[field] + events.colon)
    return [
      element('p', marked(localizer.ui, context), [
        heading,
        ...joined(
          said.map((one) => [one]),
          events.and,
        ),
      ]),
    ]
  }
  return [
    ...row('themes', themes.map(named('themes'))),
    ...row('actors', actors.map(named('actors'))),
    ...row('place', place === undefined ? [] : [named('actors')(place)]),
  ]
}

const linkTo = ({ url, title }: TimelineEvent['links'][number], context: FeedContext): Xml[] =>
  linked(url, [title ? spoken(title, context, context.main) : xmlText(url)])

/** An external link if the URL is a web address; otherwise only what it would have. */
export function linked(url: string | undefined, said: readonly Xml[]): Xml[] {
  if (url === undefined || !isWebUrl(url)) return [...said]
  return [element('a', { href: new URL(url).href, rel: 'noopener nofollow ugc' }, said)]
}
