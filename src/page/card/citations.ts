// The quoted passages of an event and their sources.
import type { Citation } from '../../domain/document/citation.ts'
import type { Source } from '../../domain/document/source.ts'
import { html, type Html } from '../../markup/html.ts'
import { outward } from '../../markup/outward.ts'
import { languageAttributes, spokenIn, textOf, type CardContext } from '../context.ts'
import type { ShownEvent } from '../view.ts'

/** The passages of an event, grouped by source, in a collapsed `details`. */
export function foldedCitations({ citations }: ShownEvent, context: CardContext): Html {
  const bySource = [...Map.groupBy(citations, (citation) => citation.source)]
  return html`
    <details part="citation">
      <summary>${context.words.cited(citations.length)}</summary>
      ${bySource.map(([id, passages]) => quotation(context.sources.get(id), passages, context))}
    </details>`
}

function quotation(
  source: Source | undefined,
  passages: readonly Citation[],
  context: CardContext,
): Html {
  const language = spokenIn(source?.language ?? context.timeline.language, context.speech)
  return html`
    <blockquote${source?.url !== undefined && html` cite="${source.url}"`}>
      ${passages.map(({ exact }) => html`<p${language}>${exact}</p>`)}
      <footer>${sourceLine(source, context)}</footer>
    </blockquote>`
}

/** Publisher, day of publication and link of a source. */
export function sourceLine(source: Source | undefined, context: CardContext): Html {
  const { words } = context
  if (!source) return html`<cite>${words.unnamedSource}</cite>`
  const name = source.publisher ?? source.title
  const day = source.published.slice(0, 10)
  return html`
    <cite${languageAttributes(context, name)}>${textOf(context, name)}</cite>
    ${' · '}<time datetime="${day}">${day}</time>
    ${source.url !== undefined && html` · ${outward(source.url, words.checkSource)}`}
    ${source.archivedUrl !== undefined && html` · ${outward(source.archivedUrl, words.archived)}`}`
}
