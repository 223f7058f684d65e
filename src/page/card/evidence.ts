// The citations of an event in their context, each with the fields it supports and its source.
import type { Citation } from '../../domain/document/citation.ts'
import { sourceLine } from './citations.ts'
import { html, type Html } from '../../markup/html.ts'
import { languageAttributes, spokenIn, textOf, type RenderContext } from '../context.ts'
import type { ShownEvent } from '../view.ts'
import type { PageMessages } from '../../messages/tables.ts'

export const citationList = (
  { citations }: ShownEvent,
  words: PageMessages,
  context: RenderContext,
): Html => html`
  <section class="detail-section">
    <h2>${words.citations}</h2>
    ${citations.map((citation) => passage(citation, words, context))}
  </section>`

function passage(citation: Citation, words: PageMessages, context: RenderContext): Html {
  const source = context.sources.get(citation.source)
  const language = spokenIn(source?.language ?? context.timeline.language, context.speech)
  const { exact, prefix, suffix, supports } = citation
  return html`
    <blockquote${source?.url !== undefined && html` cite="${source.url}"`}>
      <p${language}>
        ${prefix !== undefined && html`<span class="quote-context">…${prefix}</span>`}
        <mark>${exact}</mark>
        ${suffix !== undefined && html`<span class="quote-context">${suffix}…</span>`}
      </p>
      <footer>
        ${source?.publisher && html`<cite${languageAttributes(context, source.title)}>${textOf(context, source.title)}</cite> · `}
        ${sourceLine(source, context)}
        ${supports && supports.length > 0 && html`<br>${words.supports}${context.words.colon}${supports.map((field) => words.fields[field]).join(context.words.and)}`}
      </footer>
    </blockquote>`
}
