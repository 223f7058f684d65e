// The citations of an event in their context, each with the fields it supports and its source.
import type { Citation } from '../../domain/document/citation.ts'
import { sourceLine, titleMarkup } from './citations.ts'
import { html, type Html } from '../../markup/html.ts'
import { spokenIn, type RenderContext } from '../context.ts'
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
  const { exact, prefix, suffix } = citation
  const origin = html`
    ${source?.publisher && html`${titleMarkup(source, context)} · `}
    ${sourceLine(source, context)}
    ${supportsLine(citation, words, context)}`
  if (exact === undefined)
    return html`<p>${context.words.source}${context.words.colon}${origin}</p>`
  return html`
    <blockquote${source?.url !== undefined && html` cite="${source.url}"`}>
      <p${language}>
        ${prefix !== undefined && html`<span class="quote-context">…${prefix}</span>`}
        <mark>${exact}</mark>
        ${suffix !== undefined && html`<span class="quote-context">${suffix}…</span>`}
      </p>
      <footer>${origin}</footer>
    </blockquote>`
}

function supportsLine(
  { supports = [] }: Citation,
  words: PageMessages,
  context: RenderContext,
): Html | false {
  if (supports.length === 0) return false
  const fields = supports.map((field) => words.fields[field]).join(context.words.and)
  return html`<br>${words.supports}${context.words.colon}${fields}`
}
