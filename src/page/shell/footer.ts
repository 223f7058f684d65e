// The footer of a timeline's pages: other formats, the edition, licence and credit, languages.
import { nofollow } from './crawlers.ts'
import { languageLinks, referenceLink } from './document.ts'
import { html, type Html } from '../../markup/html.ts'
import type { RenderContext } from '../context.ts'
import { linksToFormats } from '../share/format-links.ts'
import { rights } from '../list/provenance.ts'
import type { TimelineView } from '../view.ts'
import { messages } from '../../messages/languages.ts'

export function pageFooter(
  { query, formats, edition }: TimelineView,
  path: string,
  context: RenderContext,
): Html {
  const { addresses, taken, words, speech } = context
  const events = addresses.events(query, { lang: taken.lang })
  const say = messages[speech.ui].pages
  const day = edition.published.slice(0, 10)
  return html`
    <footer class="footer">
      <div>
        <a href="${addresses.subscribe(query)}"${nofollow}>${words.subscribe}</a>
        <a href="${addresses.embedCode(query)}"${nofollow}>${words.embed}</a>
        ${linksToFormats('footer', events, context, (address) => formats.map(({ extension, title }) => html`<a href="${address(extension)}"${nofollow}>${title}</a>`))}
      </div>
      <div>
        <span>
          ${words.edition(String(edition.number))} · ${say.updated} <time datetime="${edition.published}">${day}</time>
        </span>
        <a href="${addresses.editions()}">${say.editions}</a>
        ${rights(context)}
      </div>
      <div>${languageLinks(say.language, path, speech.ui)}${referenceLink(speech)}</div>
    </footer>`
}
