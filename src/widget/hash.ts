// The filters of elements in the fragment of their page (`sync="hash"`): `#fusha-2020?theme=work`, or of
// several timelines `#fusha-2020?theme=work;town-2020?q=rain`. Any other fragment belongs to the page.
import { writePairs, type Pairs } from '../address/canonical.ts'
import { isFilter } from './settings.ts'

/** Query strings by timeline; null for a fragment of the page's own. */
function viewsIn(hash: string): Map<string, string> | null {
  const views = new Map<string, string>()
  for (const part of hash.slice(1).split(';')) {
    const [, timeline, query] = /^([a-z0-9-]{1,64})\?(.*)$/.exec(part) ?? []
    if (timeline !== undefined && query !== undefined) views.set(timeline, query)
    else if (part !== '') return null
  }
  return views
}

/**
 * The filter of a timeline in a fragment; undefined where it has none, null where it is the page's own.
 * @example filterInHash('#town?theme=a;other?q=b', 'town') → [['theme', 'a']]
 */
export function filterInHash(hash: string, timeline: string): Pairs | undefined | null {
  const views = viewsIn(hash)
  const query = views?.get(timeline)
  if (query === undefined) return views && undefined
  return [...new URLSearchParams(query)].filter(isFilter)
}

/**
 * A fragment with another filter of the timeline, or without any; the filters of other timelines stay.
 * @example hashWith('#other?q=b', 'town', [['theme', 'a']]) → #other?q=b;town?theme=a
 */
export function hashWith(hash: string, timeline: string, filter: Pairs | undefined): string {
  const views = viewsIn(hash) ?? new Map<string, string>()
  if (filter) views.set(timeline, writePairs(filter))
  else views.delete(timeline)
  return views.size === 0
    ? ''
    : `#${Array.from(views, ([id, query]) => `${id}?${query}`).join(';')}`
}
