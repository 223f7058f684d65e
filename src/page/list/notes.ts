// Notes above the events, or in their place.
import { relTo } from '../shell/crawlers.ts'
import { queryString } from '../../address/addresses.ts'
import { everything, type EventQuery } from '../../domain/query/event-query.ts'
import { groupsAsked } from '../../domain/query/members.ts'
import { html, type Html } from '../../markup/html.ts'
import { textRow, type RenderContext } from '../context.ts'
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
  const { window } = query
  // With match=certain they can never be included.
  const whole: EventQuery = { ...query, window: { ...window, undated: 'include' } }
  const include =
    window.match === 'possible' &&
    html` <a href="${url(whole)}"${relTo(whole)}>${words.showThem}</a>`
  return html`<p class="notice">${words.setAside(String(view.setAside))}${include}</p>`
}

/** That an actor stands for its members, too, with a link to it alone; or the other way round. */
export function membersNote(
  { query, timeline }: ListView,
  url: QueryUrl,
  context: RenderContext,
): Html | false {
  const groups = groupsAsked(query, timeline.actors)
  if (groups.length === 0) return false
  const names = groups
    .map((id) => context.actors.get(id)?.name)
    .filter((name) => name !== undefined)
  const named = textRow(context, names, context.words.and)
  const { withMembers, alone } = context.words.queries
  const isWhole = query.members === 'include'
  const other: EventQuery = { ...query, members: isWhole ? 'exclude' : 'include' }
  return html`<p class="notice">${phrase(isWhole ? withMembers : alone, named)} <a href="${url(other)}"${relTo(other)}>${phrase(isWhole ? alone : withMembers, named)}</a></p>`
}

/** A message around a name that has markup of its own. */
function phrase(message: (name: string) => string, name: Html): Html {
  const [before = '', after = ''] = message('\n').split('\n')
  return html`${before}${name}${after}`
}

/** Says that the filter matches nothing, with a link to reset it, or that there are no events. */
export function emptyNote({ query }: ListView, url: QueryUrl, { words }: RenderContext): Html {
  const note = html`${words.empty} <a href="${url(everything)}">${words.reset}</a>`
  return html`<p class="empty" part="empty">${queryString(query) === '' ? words.noEvents : note}</p>`
}
