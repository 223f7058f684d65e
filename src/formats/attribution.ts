// What plain text and markup say alike: the name of a source, and a figure in the source's own words.
import { publicationDate } from '../domain/date/publication.ts'
import type { Measure } from '../domain/document/measure.ts'
import type { Source } from '../domain/document/source.ts'
import type { Text } from '../domain/text/language-map.ts'
import { messages } from '../messages/languages.ts'
import type { Localizer } from '../messages/localizer.ts'
import { measureInWords } from '../messages/measures.ts'

/** The publisher of a source; undefined where its title already says it. */
export const publisherOf = (
  { title, publisher }: Source,
  { text }: Pick<Localizer, 'text'>,
): Text | undefined =>
  publisher === undefined || text(publisher) === text(title) ? undefined : publisher

/**
 * A source in words, without its addresses: authors, title, publisher and day.
 * @example sourceInWords(source, localizer, 'Asia/Shanghai') → ['李明', '战疫', '小镇日报', '2020-03-13']
 */
export function sourceInWords(
  source: Source,
  localizer: Pick<Localizer, 'text' | 'sourceTitle'>,
  timeZone: string,
): readonly string[] {
  const publisher = publisherOf(source, localizer)
  return [
    ...(source.authors ?? []),
    localizer.sourceTitle(source),
    ...(publisher === undefined ? [] : [localizer.text(publisher)]),
    publicationDate(source.published, timeZone),
  ]
}

/** The source's own words for a figure and its parts, each once. */
export const ownWordsOf = ({ sourceWords, parts = [] }: Measure): readonly string[] => [
  ...new Set([sourceWords, ...parts.map((part) => part.sourceWords)].flatMap((own) => own ?? [])),
]

/**
 * A figure as text, with the source's own words for it.
 * @param print How a format writes our words, and the source's, which stay as they are.
 * @example figureAsText(measure, localizer) → '企业：8–10家（“8-10家”）'
 */
export function figureAsText(
  measure: Measure,
  localizer: Localizer,
  print: Readonly<Record<'ours' | 'own', (text: string) => string>> = { ours: String, own: String },
): string {
  const { events } = messages[localizer.ui]
  const own = ownWordsOf(measure).map((words) => events.quote(print.own(words)))
  const said = print.ours(measureInWords(measure, events, localizer))
  return own.length === 0 ? said : said + events.beside(own.join(events.comma))
}
