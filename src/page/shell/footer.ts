// The foot of a timeline's pages: where else it can be had, which edition this is, whose it is.
import { outward } from '../../markup/outward.ts'
import { languageLinks } from './document.ts'
import { html, type Html } from '../../markup/html.ts'
import { editionsUrl, embedCodeUrl, feedUrl, subscribeUrl } from '../../address/addresses.ts'
import { languageAttributes, textOf, type Setting } from '../context.ts'
import type { TimelineView } from '../view.ts'
import { pageWords } from '../words/choose.ts'

export function pageFooter(
  { filter, formats, edition }: TimelineView,
  path: string,
  setting: Setting,
): Html {
  const { place, words, speech } = setting
  const say = pageWords[speech.ui]
  const day = edition.published.slice(0, 10)
  return html`
    <footer class="foot">
      <div>
        <a href="${subscribeUrl(place, filter)}">${words.subscribe}</a>
        <a href="${embedCodeUrl(place, filter)}">${words.embed}</a>
        ${formats.map(({ extension, title }) => html`<a href="${feedUrl(place, extension, filter)}">${title}</a>`)}
      </div>
      <div>
        <span>
          ${say.edition(String(edition.number))} · ${say.updated} <time datetime="${edition.published}">${day}</time>
        </span>
        <a href="${editionsUrl(place)}">${say.editions}</a>
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
