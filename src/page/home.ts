// `/`: all timelines.
import { inLanguage, languageOf } from '../domain/text/language-map.ts'
import { html, type Html } from '../markup/html.ts'
import { everything } from '../domain/query/event-query.ts'
import { createAddresses, queryString } from '../address/addresses.ts'
import { alternateLink, jsonLink } from './share/alternates.ts'
import { renderPlainPage } from './shell/plain-page.ts'
import { spokenIn } from './context.ts'
import type { HomeView } from './view.ts'
import { messages } from '../messages/languages.ts'
import type { PageMessages } from '../messages/tables/pages.ts'

/** @example renderHomePage({ ...page, timelines: [] }) → <!doctype html>… */
export function renderHomePage(view: HomeView): string {
  const words = messages[view.speech.ui].pages
  return renderPlainPage({
    view,
    title: words.timelines,
    lead: words.timelinesIntro,
    path: `/${queryString(everything, { cursor: view.cursor })}`,
    head: html`
      ${jsonLink(`${view.publicUrl}/v1/timelines`)}
      ${alternateLink('text/plain', 'llms.txt', `${view.publicUrl}/llms.txt`)}`,
    content:
      view.timelines.length === 0
        ? html`<p class="empty">${words.noTimelines}</p>${waysToBegin(words.beginning)}`
        : html`<ul class="timeline-cards">${view.timelines.map((one) => card(one, view))}</ul>
    ${pageLinks(view)}`,
  })
}

/** Links to the first and the next page. */
function pageLinks({ speech, cursor, next }: HomeView): Html | false {
  const words = messages[speech.ui].pages
  if (next === undefined && cursor === undefined) return false
  const lang = speech.inAddress ? speech.ui : undefined
  const at = (page?: string) => `/${queryString(everything, { lang, cursor: page })}`
  return html`
    <nav class="link-row" aria-label="${words.pages}">
      ${cursor !== undefined && html`<a class="chip" href="${at()}">${words.firstPage}</a>`}
      ${next !== undefined && html`<a class="chip" rel="next" href="${at(next)}">${words.nextPage}</a>`}
    </nav>`
}

/** As docs/start.md explains them. */
const waysToBegin = ({ lead, article, table, calendar }: PageMessages['beginning']): Html => html`
  <p class="prose">${lead}</p>
  <dl class="facts">
    <dt>${article}</dt>
    <dd><code translate="no">npx jishi new my-timeline --from article.txt</code></dd>
    <dt>${table}</dt>
    <dd><code translate="no">npx jishi new my-timeline</code> <br><code translate="no">npx jishi import table.csv --into data/my-timeline</code></dd>
    <dt>${calendar}</dt>
    <dd><code translate="no">npx jishi new my-timeline</code> <br><code translate="no">npx jishi import calendar.ics --into data/my-timeline</code></dd>
  </dl>`

function card(
  { timeline, edition, events }: HomeView['timelines'][number],
  { speech }: HomeView,
): Html {
  const { id, title, description, language } = timeline
  const words = messages[speech.ui].pages
  const day = edition.published.slice(0, 10)
  const addresses = createAddresses('', id, speech.inAddress ? speech.ui : undefined)
  const say = (text: typeof title) => ({
    text: inLanguage(text, speech.content, language),
    language: spokenIn(languageOf(text, speech.content, language), speech),
  })
  const lead = description && say(description)
  return html`
    <li>
      <h2${say(title).language}><a href="${addresses.timeline()}">${say(title).text}</a></h2>
      ${lead && html`<p class="prose"${lead.language}>${lead.text}</p>`}
      <p class="small-print">${messages[speech.ui].list.count(String(events))} · ${words.updated} <time datetime="${edition.published}">${day}</time></p>
    </li>`
}
