// The foot of a timeline's pages: where else it can be had, which edition this is, whose it is.
import { outward } from '../../markup/outward.ts'
import { languageLinks } from './document.ts'
import { html, type Html } from '../../markup/html.ts'
import { languageAttributes, textOf, type Setting } from '../context.ts'
import type { TimelineView } from '../view.ts'
import { messages } from '../../messages/languages.ts'

export function pageFooter(
  { query, formats, edition }: TimelineView,
  path: string,
  setting: Setting,
): Html {
  const { addresses, words, speech } = setting
  const events = addresses.events(query)
  const say = messages[speech.ui].pages
  const day = edition.published.slice(0, 10)
  return html`
    <footer class="footer">
      <div>
        <a href="${addresses.subscribe(query)}">${words.subscribe}</a>
        <a href="${addresses.embedCode(query)}">${words.embed}</a>
        ${formats.map(({ extension, title }) => html`<a href="${events(extension)}">${title}</a>`)}
      </div>
      <div>
        <span>
          ${say.edition(String(edition.number))} · ${say.updated} <time datetime="${edition.published}">${day}</time>
        </span>
        <a href="${addresses.editions()}">${say.editions}</a>
        ${rights(setting)}
      </div>
      <div>${languageLinks(say.language, path, speech.ui)}</div>
    </footer>`
}

function rights(setting: Setting): Html {
  const { licence, credit } = setting.timeline
  const name = licence && textOf(setting, licence.name)
  return html`
    ${name !== undefined && html`<span${licence && languageAttributes(setting, licence.name)}>${licence?.url === undefined ? name : outward(licence.url, name)}</span>`}
    ${credit && html`<span${languageAttributes(setting, credit)}>${textOf(setting, credit)}</span>`}`
}
