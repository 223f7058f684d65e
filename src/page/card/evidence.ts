// The citations of an event in their context, each with what it supports and where it stands.
import type { Citation } from '../../domain/document/citation.ts'
import { sourceLine } from './citations.ts'
import { html, type Html } from '../../markup/html.ts'
import { languageAttributes, spokenIn, textOf, type Setting } from '../context.ts'
import type { ShownEvent } from '../view.ts'
import type { PageMessages } from '../../messages/tables.ts'

export const citationList = (
  { citations }: ShownEvent,
  words: PageMessages,
  setting: Setting,
): Html => html`
  <section class="detail-section">
    <h2>${words.citations}</h2>
    ${citations.map((citation) => passage(citation, words, setting))}
  </section>`

function passage(citation: Citation, words: PageMessages, setting: Setting): Html {
  const source = setting.sources.get(citation.source)
  const language = spokenIn(source?.language ?? setting.timeline.language, setting.speech)
  const { exact, prefix, suffix, supports } = citation
  return html`
    <blockquote${source?.url !== undefined && html` cite="${source.url}"`}>
      <p${language}>
        ${prefix !== undefined && html`<span class="quote-context">…${prefix}</span>`}
        <mark>${exact}</mark>
        ${suffix !== undefined && html`<span class="quote-context">${suffix}…</span>`}
      </p>
      <footer>
        ${source?.publisher && html`<cite${languageAttributes(setting, source.title)}>${textOf(setting, source.title)}</cite> · `}
        ${sourceLine(source, setting)}
        ${supports && supports.length > 0 && html`<br>${words.supports}${setting.words.colon}${supports.map((field) => words.fields[field]).join(setting.words.and)}`}
      </footer>
    </blockquote>`
}
