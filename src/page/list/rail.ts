// The months of a long list, to jump to: on this page by anchor, on others by their window.
import { isMonth } from '../../domain/date/claims.ts'
import { civilDay, daysInMonth } from '../../domain/date/civil-day.ts'
import { splitMonth } from '../../domain/date/month.ts'
import { listSectionOf, listSectionsOf } from '../../domain/query/counts.ts'
import { html, type Html } from '../../markup/html.ts'
import { messages } from '../../messages/languages.ts'
import { sectionInWords } from '../../messages/calendar/sections.ts'
import type { RenderContext } from '../context.ts'
import { nofollow } from '../shell/crawlers.ts'
import type { ListView } from '../view.ts'
import type { QueryUrl } from './chips.ts'

/** A list with fewer events or sections has no rail; with more months, years are in it. */
const leastEvents = 60
const leastSections = 4
const maxMonths = 36

/** False for a list that is short. */
export function monthRail(view: ListView, url: QueryUrl, context: RenderContext): Html | false {
  const { events, times, query, total } = view
  const sections = listSectionsOf(times, query.sort)
  if (total < leastEvents || sections.length < leastSections) return false
  const here = new Set(events.map(({ when }) => listSectionOf(when, query.sort)))
  const entries = sections.map(([id, count]) => ({
    id,
    count,
    label: sectionInWords(id, context.words),
  }))
  const links = entries.length <= maxMonths ? entries : byYear(entries, context)
  const href = (id: string, isYear: boolean) => {
    if (here.has(id) || !isMonth(id)) return here.has(id) ? `#_${id}` : null
    const { year, month } = splitMonth(id)
    const last = isYear ? 12 : month
    const window = {
      ...query.window,
      from: civilDay(year, isYear ? 1 : month, 1),
      to: civilDay(year, last, daysInMonth(year, last)),
    }
    return url({ ...query, window })
  }
  const shown = links.flatMap(({ id, count, label }) => {
    const address = href(id, links !== entries)
    return address === null
      ? []
      : [
          html`<li><a href="${address}"${!address.startsWith('#') && nofollow}>${label} <small>${count}</small></a></li>`,
        ]
  })
  return html`<nav class="rail" aria-label="${messages[context.speech.ui].pages.jump}"><ul role="list">${shown}</ul></nav>`
}

interface RailEntry {
  readonly id: string
  readonly count: number
  readonly label: string
}

/** The first month of each year that the list has, with the count of the year. */
function byYear(entries: readonly RailEntry[], { words }: RenderContext): readonly RailEntry[] {
  const years = Map.groupBy(entries, ({ id }) => (isMonth(id) ? splitMonth(id).year : id))
  return Array.from(years, ([year, [first, ...more]]) => ({
    id: first?.id ?? '',
    count: more.reduce((sum, { count }) => sum + count, first?.count ?? 0),
    label: typeof year === 'number' ? words.year(year) : (first?.label ?? ''),
  }))
}
