// What crawlers are asked to follow and to list: a timeline, its themes and its events. Other filters
// can be combined without end, and other formats repeat them (docs/agents.md).
import { writeFilter } from '../../address/canonical.ts'
import type { EventQuery } from '../../domain/query/event-query.ts'
import { html, type Html } from '../../markup/html.ts'

/** What the robots meta element says of a page; undefined where search engines may list it. */
export type Robots = 'noindex' | 'noindex, nofollow' | undefined

/**
 * Pages of two conditions or more are neither listed nor followed; a window of days is one.
 * @example robotsOf({ …, themes: [only('a')] }) → undefined, with an actor beside it → 'noindex, nofollow'
 */
export const robotsOf = (query: EventQuery): Robots =>
  conditionsIn(query) > 1 ? 'noindex, nofollow' : undefined

/** The attribute of a link to this filter: crawlers follow the whole timeline and single themes. */
export const relTo = (query: EventQuery): Html => (isFollowed(query) ? html`` : nofollow)

/** For links to what repeats a page: other formats, subscriptions, codes. */
export const nofollow: Html = html` rel="nofollow"`

export function isFollowed(query: EventQuery): boolean {
  const conditions = conditionsIn(query)
  if (conditions === 0) return true
  const [theme] = query.themes
  return conditions === 1 && theme?.exclude === false && theme.any.length === 1
}

function conditionsIn(query: EventQuery): number {
  const names = writeFilter(query).map(([name]) => name)
  return names.length - (names.includes('from') && names.includes('to') ? 1 : 0)
}
