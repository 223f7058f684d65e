// The citations of an event in their context, each with the fields it supports and its source.
import { relTo } from '../shell/crawlers.ts'
import type { Citation } from '../../domain/document/citation.ts'
import { sourceLine, titleMarkup } from './citations.ts'
import { html, type Html } from '../../markup/html.ts'
import { spokenIn, type RenderContext } from '../context.ts'
import type { EventView } from '../view.ts'
import type { Counts } from '../../domain/query/counts.ts'
import { everything, only } from '../../domain/query/event-query.ts'
import { messages } from '../../messages/languages.ts'
import type { PageMessages } from '../../messages/en/pages.ts'

export const citationList = (
  { event: { citations }, resting }: Pick<EventView, 'event' | 'resting'>,
  words: PageMessages,
  context: RenderContext,
): Html => html`
  <section class="detail-section">
    <h2>${words.citations}</h2>
    ${citations.map((citation, index) => {
      // Said once for each source, below its last passage.
      const isLast = citations.findLastIndex(({ source }) => source === citation.source) === index
      return passage(citation, isLast && restingOn(citation.source, resting, context), context)
    })}
  </section>`

function passage(citation: Citation, resting: Html | false, context: RenderContext): Html {
  const words = messages[context.speech.ui].pages
  const source = context.sources.get(citation.source)
  const language = spokenIn(source?.language ?? context.timeline.language, context.speech)
  const { exact, prefix, suffix } = citation
  const origin = html`
    ${source?.publisher && html`${titleMarkup(source, context)} · `}
    ${sourceLine(source, context)}
    ${supportsLine(citation, words, context)}
    ${resting}`
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

/** How many events rest on a source, as a link to them. */
function restingOn(source: string, resting: Counts, context: RenderContext): Html {
  const query = { ...everything, sources: [only(source)] }
  const words = messages[context.speech.ui].pages.restingOn(resting.get(source) ?? 0)
  return html`<br><a href="${context.addresses.timeline(query)}"${relTo(query)}>${words}</a>`
}
