// `/`: all timelines.
import { inLanguage, languageOf } from '../domain/text/language-map.ts'
import { firstSentence } from '../domain/text/first-sentence.ts'
import { binOf } from '../domain/query/lanes.ts'
import { axisOf } from '../picture/axis.ts'
import { byCount } from './list/sources.ts'
import { glanceBars } from '../picture/draw.ts'
import { shortSpan } from '../messages/calendar/days.ts'
import { html, type Html } from '../markup/html.ts'
import { everything } from '../domain/query/event-query.ts'
import { createAddresses, queryString } from '../address/addresses.ts'
import { alternateLink, jsonLink } from './share/alternates.ts'
import { renderPlainPage } from './shell/plain-page.ts'
import { spokenIn } from './context.ts'
import { langOf, type HomeView } from './view.ts'
import { messages } from '../messages/languages.ts'
import type { PageMessages } from '../messages/en/pages.ts'

/** With fewer timelines there is nothing to search. */
const leastToSearch = 6

/** @example renderHomePage({ ...page, timelines: [], … }) → <!doctype html>… */
export function renderHomePage(view: HomeView): string {
  const { timelines, total, terms, speech } = view
  const words = messages[speech.ui].pages
  const none = terms.length > 0 ? words.noTitleFound : words.noTimelines
  return renderPlainPage({
    view,
    title: words.timelines,
    lead: words.timelinesIntro,
    path: `/${queryString(everything, { cursor: view.cursor })}`,
    shown: `/${queryString({ ...everything, terms }, { cursor: view.cursor })}`,
    head: html`
      ${jsonLink(`${view.publicUrl}/v1/timelines`)}
      ${alternateLink('text/plain', 'llms.txt', `${view.publicUrl}/llms.txt`)}`,
    robots: terms.length > 0 ? 'noindex, nofollow' : undefined,
    content: html`
      ${(total >= leastToSearch || terms.length > 0) && searchForm(view)}
      ${
        timelines.length === 0
          ? html`<p class="empty">${none}</p>${terms.length === 0 && waysToBegin(words.beginning)}`
          : html`<ul class="timeline-cards">${timelines.map((one) => card(one, view))}</ul>`
      }
      ${pageLinks(view)}`,
  })
}

function searchForm({ terms, speech }: HomeView): Html {
  const { findTitle, find } = messages[speech.ui].pages
  return html`
    <div class="filter"><form method="get" action="/" role="search">
      ${speech.inAddress && html`<input type="hidden" name="lang" value="${speech.content}">`}
      <label>${findTitle}<input type="search" name="q" maxlength="200" value="${terms.join(' ')}"></label>
      <button class="chip">${find}</button>
    </form></div>`
}

/** Links to the first and the next page. */
function pageLinks({ speech, cursor, next, terms }: HomeView): Html | false {
  const words = messages[speech.ui].pages
  if (next === undefined && cursor === undefined) return false
  const lang = langOf(speech)
  const at = (page?: string) => `/${queryString({ ...everything, terms }, { lang, cursor: page })}`
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
  { timeline, edition, events, span, glance }: HomeView['timelines'][number],
  { speech }: HomeView,
): Html {
  const { id, title, description, language } = timeline
  const { pages, list } = messages[speech.ui]
  const day = edition.published.slice(0, 10)
  const addresses = createAddresses('', id, langOf(speech))
  const say = (text: typeof title) => ({
    text: inLanguage(text, speech.content, language),
    language: spokenIn(languageOf(text, speech.content, language), speech),
  })
  const lead = description && say(description)
  const [source, ...others] = glance ? byCount(glance.sources, glance.resting) : []
  const from = source && say(source.publisher ?? source.title)
  return html`
    <li>
      <h2${say(title).language}><a href="${addresses.timeline()}">${say(title).text}</a></h2>
      ${lead && html`<p class="prose"${lead.language}>${firstSentence(lead.text)[0]}</p>`}
      ${glance && overview(glance)}
      <p class="small-print">
        ${span && html`<b>${pages.spans(...shortSpan(span, list.queries.date))}</b> · `}${list.count(String(events))}
        ${from && html` · ${list.source} <cite${from.language}>${from.text}</cite>${others.length > 0 && ` ${list.moreSources(others.length)}`}`}
        ${' · '}${pages.updated} <time datetime="${edition.published}">${day}</time>
      </p>
    </li>`
}

/** How the events lie in time, without words: the line below has them. */
function overview({
  size,
  times,
}: NonNullable<HomeView['timelines'][number]['glance']>): Html | false {
  const bins = Array.from(times.bins, ([start, count]) => {
    const [from, end] = binOf(start, size)
    return { from, end, count }
  })
  const axis = axisOf(bins.map(({ from, end }) => [from, end]))
  return axis !== null && glanceBars(bins, axis)
}
