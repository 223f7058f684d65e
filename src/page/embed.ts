// `/timelines/{t}/embed`: the timeline within a frame of another site. It tells its height to its host.
import { renderDocument } from './shell/document.ts'
import { pageFilterUrl } from './list/chips.ts'
import { constantMarkup, html, printHtml, type Html } from '../markup/html.ts'
import { embedUrl, timelineUrl, withParameter } from '../address/addresses.ts'
import { listBody, listHead } from './list/event-list.ts'
import { languageAttributes, settingOf, textOf } from './context.ts'
import type { EmbedCodeView, TimelineView } from './view.ts'
import type { Filter } from '../address/filter.ts'
import { listWords, pageWords } from './words/choose.ts'

type Layout = EmbedCodeView['layout']

/** Tells the host the height, and where an event lies that the address points to. */
export const heightCode = `const say=m=>parent.postMessage({type:'etl',...m},'*');new ResizeObserver(()=>say({height:Math.ceil(document.body.getBoundingClientRect().height)})).observe(document.body);const to=()=>{const e=document.getElementById(location.hash.slice(1));if(e)say({top:Math.round(e.getBoundingClientRect().top+scrollY)})};addEventListener('hashchange',to);addEventListener('load',to)`

const heightScript = constantMarkup(`<script>${heightCode}</script>`)

export function renderEmbedPage(view: TimelineView, layout: Layout = 'auto'): string {
  const { timeline, speech, filter } = view
  const setting = settingOf(view, listWords[speech.ui])
  const { title } = timeline
  // Of the layouts the address says the unusual one, and so do its links.
  const laidOut = (filter: Filter): Filter =>
    layout === 'auto' ? filter : withParameter(filter, 'layout', layout)
  const toFrame = pageFilterUrl(setting, 'embed')
  const options = { level: 1, url: (filter: Filter) => toFrame(laidOut(filter)) } as const
  const list = { ...(layout === 'auto' ? view : compact(view)), base: '' }
  // The overview is drawn of events and months; without them there is none.
  const bare = { events: [], total: 0, facets: { ...view.facets, month: {} } }
  const head = { ...list, filter: laidOut(filter), ...(layout === 'auto' ? {} : bare) }
  const whole = timelineUrl(setting.place, filter)
  return renderDocument({
    view,
    title: textOf(setting, title),
    path: timelineUrl({ base: '', timeline: timeline.id }, filter),
    unlisted: true,
    // No other page may stand in a frame: links lead out of it unless they say otherwise.
    head: html`<base target="_blank">`,
    body: html`
      <main class="etl framed">
        <header>
          <h1 class="title"><a href="${whole}"${languageAttributes(setting, title)}>${textOf(setting, title)}</a></h1>
          <p class="src"><span role="status">${setting.words.count(String(view.total))}</span></p>
          ${withinFrame(listHead(head, options, setting), timeline.id)}
        </header>
        <div class="list">
          ${withinFrame(listBody(list, options, setting), timeline.id)}
          ${view.next !== undefined && html`<p class="pages"><a class="chip" href="${timelineUrl(setting.place, filter, view.next)}">${pageWords[speech.ui].nextPage}</a></p>`}
        </div>
      </main>
      ${heightScript}`,
  })
}

/** Without summaries, figures and overview, as the element has it. */
const compact = (view: TimelineView): TimelineView => ({
  ...view,
  events: view.events.map(({ summary: _, ...event }) => ({ ...event, measures: [] })),
})

/**
 * What leads to the frame's own page stays within: chips, form and notes, which page and widget print
 * without a target. What is escaped has no quotation marks, so that this meets attributes only.
 */
function withinFrame(markup: Html, timeline: string): Html {
  const own = embedUrl({ base: '', timeline }, [])
  const address = new RegExp(` (?:href|action)="${RegExp.escape(own)}["?]`, 'g')
  return constantMarkup(printHtml(markup).replace(address, ' target="_self"$&'))
}
