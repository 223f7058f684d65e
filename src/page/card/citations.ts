// The quoted passages of an event and their sources.
import type { Citation } from '../../domain/document/citation.ts'
import type { Source } from '../../domain/document/source.ts'
import { publicationDate } from '../../domain/date/publication.ts'
import { html, type Html } from '../../markup/html.ts'
import { outward } from '../../markup/outward.ts'
import {
  languageAttributes,
  spokenIn,
  textOf,
  translationNote,
  type CardContext,
} from '../context.ts'
import type { ShownEvent } from '../view.ts'

/** The passages of an event, grouped by source, in a collapsed `details`. */
export function foldedCitations({ citations }: ShownEvent, context: CardContext): Html {
  const { words, sources } = context
  const bySource = [...Map.groupBy(citations, (citation) => citation.source)]
  const passages = citations.filter(({ exact }) => exact !== undefined)
  return html`
    <details part="citation">
      <summary>${passages.length === 0 ? words.source : words.cited(passages.length)}</summary>
      ${bySource.map(([id, cited]) => citedSource(sources.get(id), cited, context))}
    </details>`
}

/** The words that are cited from a source, if any, and the source. */
function citedSource(
  source: Source | undefined,
  citations: readonly Citation[],
  context: CardContext,
): Html {
  const language = spokenIn(source?.language ?? context.timeline.language, context.speech)
  const passages = citations.flatMap(({ exact }) => exact ?? [])
  if (passages.length === 0) return html`<p>${sourceLine(source, context)}</p>`
  return html`
    <blockquote${source?.url !== undefined && html` cite="${source.url}"`}>
      <div${language}>${passages.map((exact) => html`<p>${exact}</p>`)}</div>
      <footer>${sourceLine(source, context)}</footer>
    </blockquote>`
}

/** Publisher, or else title, date of publication and link of a source. */
export function sourceLine(source: Source | undefined, context: CardContext): Html {
  const { words, timeline } = context
  if (!source) return html`<cite>${words.source}</cite>`
  const { publisher, url, archivedUrl } = source
  const day = publicationDate(source.published, timeline.timeZone)
  return html`
    ${publisher === undefined ? titleMarkup(source, context) : html`<cite${languageAttributes(context, publisher)}>${textOf(context, publisher)}</cite>`}
    ${' · '}<time datetime="${day}">${day}</time>
    ${url !== undefined && html` · ${outward(url, words.checkSource)}`}
    ${archivedUrl !== undefined && html` · ${outward(archivedUrl, words.archived)}`}`
}

/** The title of a source; one in another language than the source is said to be translated. */
export const titleMarkup = (source: Source, context: CardContext): Html =>
  html`<cite${languageAttributes(context, source.title)}>${textOf(context, source.title)}</cite>${translationNote(context, source)}`
