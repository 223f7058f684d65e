// What stands above the events, or instead of them.
import { html, type Html } from '../../markup/html.ts'
import { withParameter } from '../../address/addresses.ts'
import type { Setting } from '../context.ts'
import type { FilterUrl } from './chips.ts'
import type { ListView } from '../view.ts'

/** What the date window left aside, and how to see it. */
export function setAsideNote(view: ListView, url: FilterUrl, { words }: Setting): Html | false {
  if (view.setAside === 0) return false
  const include = url(withParameter(view.filter, 'undated', 'include'))
  return html`<p class="aside">${words.setAside(String(view.setAside))} <a href="${include}">${words.showThem}</a></p>`
}

/** That a filter selects nothing, and the way out; or that there is nothing to select from. */
export function emptyNote({ filter }: ListView, url: FilterUrl, { words }: Setting): Html {
  const note = html`${words.empty} <a href="${url([])}">${words.reset}</a>`
  return html`<p class="empty" part="empty">${filter.length === 0 ? words.noEvents : note}</p>`
}
