// The page of one event: what is said of it, in which words of which source, and what is around it.
import { oembedLinks } from './share/alternates.ts'
import { calendarItems, citationText } from './share/menu.ts'
import { citationList } from './card/evidence.ts'
import { copyField } from './share/copy.ts'
import { copyScript } from './shell/scripts.ts'
import { jsonLdScript, languageLinks, renderDocument } from './shell/document.ts'
import { figureList } from './card/measures.ts'
import { html, type Html } from '../markup/html.ts'
import { createAddresses } from '../address/addresses.ts'
import { everything, only, withTheme } from '../domain/query/event-query.ts'
import { outward } from '../markup/outward.ts'
import { dateElement, dateMarkup } from './card/date.ts'
import { markerOf, colorClass } from '../picture/mark.ts'
import { languageAttributes, textOf, type Setting } from './context.ts'
import { pageContext } from './page-context.ts'
import type { EventView, ShownEvent } from './view.ts'
import { messages } from '../messages/languages.ts'
import type { PageMessages } from '../messages/tables.ts'

export function renderEventPage(view: EventView): string {
  const { event, timeline, speech } = view
  const words = messages[speech.ui].pages
  const setting = pageContext(view)
  const path = createAddresses('', timeline.id).event(event.id)
  const permalink = setting.absolute.event(event.id)
  const title = textOf(setting, event.title)
  const withdrawn = event.status === 'withdrawn'
  return renderDocument({
    view,
    title: `${title} · ${textOf(setting, timeline.title)}`,
    description: `${setting.dates.full(event.when)}${event.summary ? setting.words.colon + textOf(setting, event.summary) : ''}`,
    path,
    unlisted: withdrawn,
    head: html`${!withdrawn && oembedLinks(permalink, title, view.publicUrl)}${jsonLdScript(view.jsonLd)}`,
    detailed: true,
    body: html`
      <main class="etl event-page ${colorClass(setting.themes.get(event.themes[0] ?? ''))} mark-${markerOf(event.when)}">
        <header>
          ${crumb(setting)}
          <p class="event-date">${dateMarkup(event, setting)}</p>
          <h1 class="title"${languageAttributes(setting, event.title)}>${title}</h1>
          ${withdrawn && html`<p class="notice">${words.withdrawnEvent}</p>`}
          ${event.status === 'disputed' && html`<p class="status-flag">${setting.words.disputed}</p>`}
          ${event.summary && html`<p class="lead"${languageAttributes(setting, event.summary)}>${textOf(setting, event.summary)}</p>`}
        </header>
        <div class="content">
          ${facts(event, words, setting)}
          ${citationList(event, words, setting)}
          ${notes(event, words, setting)}
          ${!withdrawn && offers(event, permalink, setting)}
          ${neighbours(view, words, setting)}
        </div>
        ${eventFooter(view, path, words, setting)}
      </main>
      ${copyScript}`,
  })
}

function crumb(setting: Setting): Html {
  const { title } = setting.timeline
  return html`<p class="breadcrumb"><a href="${setting.addresses.timeline()}"${languageAttributes(setting, title)}>${textOf(setting, title)}</a></p>`
}

/** Everything that the event is known by, as terms and descriptions. */
function facts(event: ShownEvent, words: PageMessages, setting: Setting): Html {
  const { when } = event
  const figures = figureList(event.measures, setting)
  return html`
    <dl class="facts">
      <dt>${words.date}</dt>
      <dd>${dateElement(when, setting.dates.full(when), '')}<br><small>${words.kinds[when.kind]} · <code>${when.edtf}</code> ${words.edtf}</small></dd>
      ${event.themes.length > 0 && html`<dt>${words.themes}</dt><dd class="event-meta">${event.themes.map((id) => themeLink(id, setting))}</dd>`}
      ${event.actors.length > 0 && html`<dt>${setting.words.who}</dt><dd><ul>${event.actors.map((id) => html`<li>${actorLink(id, setting)}</li>`)}</ul></dd>`}
      ${event.place !== undefined && html`<dt>${setting.words.place}</dt><dd>${actorLink(event.place, setting)}</dd>`}
      ${figures && html`<dt>${setting.words.figures}</dt><dd>${figures}</dd>`}
    </dl>`
}

function themeLink(id: string, setting: Setting): Html | false {
  const theme = setting.themes.get(id)
  if (!theme) return false
  const href = setting.addresses.timeline(withTheme(everything, id))
  return html`<a class="theme-tag ${colorClass(theme)}" href="${href}"${languageAttributes(setting, theme.label)}>${textOf(setting, theme.label)}</a>`
}

function actorLink(id: string, setting: Setting): Html | false {
  const actor = setting.actors.get(id)
  if (!actor) return false
  const href = setting.addresses.timeline({ ...everything, actors: [only(id)] })
  return html`
    <a href="${href}"${languageAttributes(setting, actor.name)}>${textOf(setting, actor.name)}</a>
    ${actor.role && html` <small${languageAttributes(setting, actor.role)}>${textOf(setting, actor.role)}</small>`}`
}

function notes({ note, links }: ShownEvent, words: PageMessages, setting: Setting): Html {
  const entries = links.map(
    ({ url, title }) =>
      html`<li${title && languageAttributes(setting, title)}>${outward(url, title ? textOf(setting, title) : url)}</li>`,
  )
  return html`
    ${note && html`<section class="detail-section"><h2>${words.note}</h2><p class="prose"${languageAttributes(setting, note)}>${textOf(setting, note)}</p></section>`}
    ${entries.length > 0 && html`<section class="detail-section"><h2>${words.links}</h2><ul>${entries}</ul></section>`}`
}

function offers(event: ShownEvent, permalink: string, setting: Setting): Html {
  const { words, addresses } = setting
  return html`
    <section class="detail-section">
      <h2>${words.menu}</h2>
      <ul class="offers">
        ${calendarItems(event, setting)}
        <li><a href="${addresses.subscribe()}">${words.subscribe}</a></li>
      </ul>
      ${copyField(words.permalink, permalink, setting)}
      ${copyField(words.copyCitation, citationText(event, setting), setting)}
    </section>`
}

function neighbours(
  { previous, next }: EventView,
  words: PageMessages,
  setting: Setting,
): Html | false {
  if (!previous && !next) return false
  const link = (event: ShownEvent, label: string, relation: string) => html`
    <a href="${setting.addresses.event(event.id)}" rel="${relation}">
      <small>${label} · ${setting.dates.full(event.when)}</small>
      <span${languageAttributes(setting, event.title)}>${textOf(setting, event.title)}</span>
    </a>`
  return html`
    <nav class="neighbours" aria-label="${words.neighbours}">
      ${previous && link(previous, words.previous, 'prev')}
      ${next && link(next, words.next, 'next')}
    </nav>`
}

function eventFooter(
  { event, speech }: EventView,
  path: string,
  words: PageMessages,
  { addresses }: Setting,
): Html {
  const { modified } = event.revision
  return html`
    <footer class="footer">
      <div>
        <span>${words.lastChanged} <time datetime="${modified}">${modified.slice(0, 10)}</time></span>
        <a href="${addresses.editions()}">${words.editions}</a>
        <a href="${addresses.timeline()}#${event.id}">${words.toTimeline}</a>
      </div>
      <div>${languageLinks(words.language, path, speech.ui)}</div>
    </footer>`
}
