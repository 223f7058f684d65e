// Notes above the events, or in their place.
import { queryString } from '../../address/addresses.ts'
import { everything } from '../../domain/query/event-query.ts'
import { html, type Html } from '../../markup/html.ts'
import type { RenderContext } from '../context.ts'
import type { ListView } from '../view.ts'
import type { QueryUrl } from './chips.ts'

/** How many undated events the date window leaves out, and a link that includes them. */
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

/** Says that the filter matches nothing, with a link to reset it, or that there are no events. */
export function emptyNote({ query }: ListView, url: QueryUrl, { words }: RenderContext): Html {
  const note = html`${words.empty} <a href="${url(everything)}">${words.reset}</a>`
  return html`<p class="empty" part="empty">${queryString(query) === '' ? words.noEvents : note}</p>`
}
