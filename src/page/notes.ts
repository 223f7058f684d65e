// What stands above the events, or instead of them.
import { html, type Html } from './html.ts'
import { withParameter } from './links.ts'
import type { Setting } from './setting.ts'
import type { FilterUrl } from './theme-chips.ts'
import type { ListView } from './view.ts'

/** What the date window left aside, and how to see it. */
export function setAsideNote(view: ListView, url: FilterUrl, { words }: Setting): Html | false {
  if (view.setAside === 0) return false
  const include = url(withParameter(view.filter, 'undated', 'include'))
  return html`<p class="aside">${words.setAside(String(view.setAside))} <a href="${include}">${words.showThem}</a></p>`
}

/** That there is nothing to select from. */
export const noEventsNote = ({ words }: Setting): Html =>
  html`<p class="empty" part="empty">${words.noEvents}</p>`

/** That a filter selects nothing, and the way out. */
export const emptyNote = (url: FilterUrl, { words }: Setting): Html =>
  html`<p class="empty" part="empty">${words.empty} <a href="${url([])}">${words.reset}</a></p>`
