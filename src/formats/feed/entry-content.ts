// What the entry of an event tells, as HTML: date, summary, figures, the cited words with their
// source, note, links. Made with the writer of xml.ts, so that every text in it is escaped.
import type { Citation } from '../../domain/document/citation.ts'
import type { TimelineEvent } from '../../domain/document/event.ts'
import { languageOf, type Text } from '../../domain/text/language-map.ts'
import { isWebUrl } from '../../domain/document/link.ts'
import type { Measure } from '../../domain/document/measure.ts'
import type { Source } from '../../domain/document/source.ts'
import { dateInWords } from '../../domain/words/date-words.ts'
import { measureWords } from '../../domain/words/measure-words.ts'
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import { feedWords, type FeedWords } from '../feed-words.ts'
import type { Feed } from '../format.ts'
import { contentLanguage, vocabularyOf, type Vocabulary } from '../vocabulary.ts'
import { element, xmlText, type Xml, type XmlAttributes } from '../../markup/xml.ts'

type Told = Pick<Feed, 'timeline' | 'language' | 'content'>

/** In which languages a timeline is told, and the names of its vocabulary. */
export interface Telling extends Told {
  readonly names: Vocabulary
  /** The language of the document; what is in another one is marked. */
  readonly main: string
}

export const telling = ({ timeline, language, content }: Told): Telling => ({
  timeline,
  language,
  content,
  names: vocabularyOf(timeline, content),
  main: contentLanguage(timeline, content),
})

export function contentOf(event: TimelineEvent, told: Telling): readonly Xml[] {
  const words = feedWords[told.language]
  const ours = marked(told.language, told)
  return [
    ...statusOf(event, words, ours),
    element('p', ours, [element('strong', {}, statedDateInWords(event, told.language))]),
    ...(event.when.kind === 'undated' ? [element('p', ours, words.undated)] : []),
    ...paragraph(event.summary, told),
    ...listOf(event.measures.map((measure) => measureItem(measure, told))),
    ...citationsOf(event.citations, told),
    ...whoAndWhere(event, told),
    ...paragraph(event.note, told, words.fields.note),
    ...listOf(event.links.map((link) => element('li', {}, [linkTo(link, told)]))),
  ]
}

/** The source's own words for the date first, where it has some; then the explicit range. */
export function statedDateInWords(
  { statedDate, when }: TimelineEvent,
  language: UiLanguage,
): string {
  const words = dateInWords(when, language)
  if (statedDate === undefined || statedDate === words) return words
  return statedDate + feedWords[language].beside(words)
}

/** The `lang` attribute, where a text is not in the language of the document. */
const marked = (language: string | undefined, { main }: Telling): XmlAttributes => ({
  lang: language === main ? undefined : language,
})

function statusOf({ status }: TimelineEvent, words: FeedWords, ours: XmlAttributes): Xml[] {
  if (status === 'confirmed') return []
  const said = status === 'disputed' ? words.disputed : words.withdrawnEvent
  return [element('p', ours, [element('em', {}, said)])]
}

function paragraph(text: Text | undefined, told: Telling, label?: string): Xml[] {
  if (!text) return []
  const { timeline, language, content } = told
  const lang = marked(languageOf(text, content, timeline.language), told)
  if (label === undefined) return [element('p', lang, told.names.say(text))]
  const heading = xmlText(label + feedWords[language].colon)
  return [element('p', {}, [heading, element('span', lang, told.names.say(text))])]
}

const listOf = (items: readonly Xml[]): Xml[] =>
  items.length === 0 ? [] : [element('ul', {}, items)]

function measureItem(measure: Measure, { names, language }: Telling): Xml {
  const { beside, quote } = feedWords[language]
  const { sourceWords } = measure
  const stated = sourceWords === undefined ? '' : beside(quote(sourceWords))
  return element('li', {}, measureWords(measure, language, names.say) + stated)
}

/** The passages of one source stand together, followed by what the source is. */
function citationsOf(citations: readonly Citation[], told: Telling): Xml[] {
  const bySource = Map.groupBy(citations, (citation) => citation.source)
  return Array.from(bySource, ([id, passages]) => [
    ...passages.map(({ exact }) => quotation(exact, told.names.source(id), told)),
    attribution(id, told),
  ]).flat()
}

function quotation(exact: string, source: Source | undefined, told: Telling): Xml {
  const cite =
    source?.url !== undefined && isWebUrl(source.url) ? new URL(source.url).href : undefined
  return element('blockquote', { ...marked(source?.language, told), cite }, exact)
}

function attribution(id: string, told: Telling): Xml {
  const source = told.names.source(id)
  if (!source) return element('p', {}, `— ${id}`)
  const { comma } = feedWords[told.language]
  const title = told.names.say(source.title)
  const publisher = source.publisher ? told.names.say(source.publisher) : title
  const details = [...(publisher === title ? [] : [publisher]), source.published.slice(0, 10)]
  return element('p', {}, [
    xmlText('— '),
    element('cite', {}, [anchor(source.url, title)]),
    xmlText(comma + details.join(comma)),
  ])
}

function whoAndWhere({ themes, actors, place }: TimelineEvent, told: Telling): Xml[] {
  const { names } = told
  const { colon, and, fields } = feedWords[told.language]
  const row = (field: 'themes' | 'actors' | 'place', said: readonly string[]): Xml[] =>
    said.length === 0 ? [] : [element('p', {}, fields[field] + colon + said.join(and))]
  return [
    ...row('themes', themes.map(names.themeLabel)),
    ...row('actors', actors.map(names.actorName)),
    ...row('place', place === undefined ? [] : [names.actorName(place)]),
  ]
}

const linkTo = ({ url, title }: TimelineEvent['links'][number], told: Telling): Xml =>
  anchor(url, title ? told.names.say(title) : url)

/** A link out of the timeline, if it is one to the web; else its text alone. */
function anchor(url: string | undefined, text: string): Xml {
  if (url === undefined || !isWebUrl(url)) return xmlText(text)
  return element('a', { href: new URL(url).href, rel: 'noopener nofollow ugc' }, text)
}
