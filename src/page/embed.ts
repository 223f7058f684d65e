// `/timelines/{t}/embed`: the timeline within a frame of another site. It tells its height to its host.
import { renderDocument } from './document.ts'
import { pageFilterUrl } from './theme-chips.ts'
import { constantMarkup, html } from './html.ts'
import { timelineUrl } from './links.ts'
import { listBody, listHead } from './list.ts'
import { languageAttributes, settingOf, textOf } from './setting.ts'
import type { TimelineView } from './view.ts'
import { listWords, pageWords } from './words/choose.ts'

/** Tells the host the height, and where an event lies that the address points to. */
export const heightCode = `const say=m=>parent.postMessage({type:'etl',...m},'*');new ResizeObserver(()=>say({height:Math.ceil(document.body.getBoundingClientRect().height)})).observe(document.body);const to=()=>{const e=document.getElementById(decodeURIComponent(location.hash.slice(1)));if(e)say({top:Math.round(e.getBoundingClientRect().top+scrollY)})};addEventListener('hashchange',to);addEventListener('load',to)`

const heightScript = constantMarkup(`<script>${heightCode}</script>`)

export function renderEmbedPage(view: TimelineView): string {
  const { timeline, speech, filter } = view
  const setting = settingOf(view, listWords[speech.ui])
  const { title } = timeline
  const options = { level: 1, url: pageFilterUrl(setting, 'embed') } as const
  const list = { ...view, base: '' }
  const whole = timelineUrl(setting.place, filter)
  return renderDocument({
    view,
    title: textOf(setting, title),
    path: timelineUrl({ base: '', timeline: timeline.id }, filter),
    unlisted: true,
    body: html`
      <main class="etl framed">
        <header>
          <h1 class="title"><a href="${whole}" target="_blank" rel="noopener"${languageAttributes(setting, title)}>${textOf(setting, title)}</a></h1>
          <p class="src"><span role="status">${setting.words.count(String(view.total))}</span></p>
          ${listHead(list, options, setting)}
        </header>
        <div class="list">
          ${listBody(list, options, setting)}
          ${view.next !== undefined && html`<p class="pages"><a class="chip" href="${timelineUrl(setting.place, filter, view.next)}" target="_blank" rel="noopener">${pageWords[speech.ui].nextPage}</a></p>`}
        </div>
      </main>
      ${heightScript}`,
  })
}
