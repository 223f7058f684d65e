// What stands above the events, or instead of them.
import { queryString } from '../../address/addresses.ts'
import { everything } from '../../domain/query/event-query.ts'
import { html, type Html } from '../../markup/html.ts'
import type { RenderContext } from '../context.ts'
import type { ListView } from '../view.ts'
import type { QueryUrl } from './chips.ts'

/** What the date window set aside, and how to see it. */
export function setAsideNote(
  view: ListView,
  url: QueryUrl,
  { words }: RenderContext,
): Html | false {
  if (view.setAside === 0) return false
  const { query } = view
  const include = url({ ...query, window: { ...query.window, undated: 'include' } })
  return html`<p class="notice">${words.setAside(String(view.setAside))} <a href="${include}">${words.showThem}</a></p>`
}

/** That a filter selects nothing, and the way out; or that there is nothing to select from. */
export function emptyNote({ query }: ListView, url: QueryUrl, { words }: RenderContext): Html {
  const note = html`${words.empty} <a href="${url(everything)}">${words.reset}</a>`
  return html`<p class="empty" part="empty">${queryString(query) === '' ? words.noEvents : note}</p>`
}
