// Notes above the events, or in their place.
import { relTo } from '../shell/crawlers.ts'
import { queryString } from '../../address/addresses.ts'
import { everything, type EventQuery } from '../../domain/query/event-query.ts'
import { groupsAsked } from '../../domain/query/members.ts'
import { isBounded } from '../../domain/query/window.ts'
import { html, type Html } from '../../markup/html.ts'
import { textRow, type RenderContext } from '../context.ts'
import type { ListView } from '../view.ts'
import type { QueryUrl } from './chips.ts'
import { boundedText } from './total.ts'

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
  return html`<p class="notice">${words.setAside(boundedText(view.setAside, view.atMost))}${include}</p>`
}

/**
 * That an actor stands for its members, too, with a link to it alone; or the other way round. One that
 * is only left out is told as left out.
 */
export function membersNote(
  { query, timeline }: ListView,
  url: QueryUrl,
  context: RenderContext,
): Html | false {
  const groups = groupsAsked(query, timeline.actors)
  if (groups.length === 0) return false
  const { withMembers, alone, not, and } = context.words.queries
  const wanted = new Set(query.actors.flatMap(({ any, exclude }) => (exclude ? [] : any)))
  const named = (ids: readonly string[]): Html => {
    const names = ids.map((id) => context.actors.get(id)?.name)
    const known = names.filter((name) => name !== undefined)
    return textRow(context, known, context.words.and)
  }
  const say = (message: (name: string) => string): Html => {
    const shown = groups.filter((id) => wanted.has(id))
    const left = groups.filter((id) => !wanted.has(id))
    return html`${shown.length > 0 && phrase(message, named(shown))}${shown.length > 0 && left.length > 0 && and}${left.length > 0 && html`${not}${phrase(message, named(left))}`}`
  }
  const isWhole = query.members === 'include'
  const other: EventQuery = { ...query, members: isWhole ? 'exclude' : 'include' }
  return html`<p class="notice">${say(isWhole ? withMembers : alone)} <a href="${url(other)}"${relTo(other)}>${say(isWhole ? alone : withMembers)}</a></p>`
}

/** A message around a name that has markup of its own. */
function phrase(message: (name: string) => string, name: Html): Html {
  const [before = '', after = ''] = message('\n').split('\n')
  return html`${before}${name}${after}`
}

/** Says that the filter matches nothing, with a link to reset it, or that there are no events. */
export function emptyNote({ query }: ListView, url: QueryUrl, { words }: RenderContext): Html {
  const { window } = query
  // Neither an order nor a certainty about days that are not chosen leaves out any event.
  const left = { sort: everything.sort, window: isBounded(window) ? window : everything.window }
  const isEmpty = queryString({ ...query, ...left }) === ''
  const note = html`${words.empty} <a href="${url(everything)}">${words.reset}</a>`
  return html`<p class="empty" part="empty">${isEmpty ? words.noEvents : note}</p>`
}
