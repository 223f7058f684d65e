// The months of a long list, to jump to: on this page by anchor, on others by their window.
import { isMonth } from '../../domain/date/claims.ts'
import { civilDay, daysInMonth, yearsAround } from '../../domain/date/civil-day.ts'
import { splitMonth } from '../../domain/date/month.ts'
import { listSectionOf, listSectionsOf } from '../../domain/query/counts.ts'
import { windowOfPart } from '../../domain/query/window.ts'
import { html, type Html } from '../../markup/html.ts'
import { messages } from '../../messages/languages.ts'
import { sectionInWords } from '../../messages/calendar/sections.ts'
import type { RenderContext } from '../context.ts'
import { nofollow } from '../shell/crawlers.ts'
import type { ListView } from '../view.ts'
import type { QueryUrl } from './chips.ts'
import { boundedText } from './total.ts'

/** A list with fewer events or sections has no rail; with more months, years or decades are in it. */
const leastEvents = 60
const leastSections = 4
const maxEntries = 36

/** False for a list that is short. */
export function monthRail(view: ListView, url: QueryUrl, context: RenderContext): Html | false {
  const { events, times, query, total, atMost } = view
  const sections = listSectionsOf(times, query.sort)
  if (total < leastEvents || sections.length < leastSections) return false
  const here = new Set(events.map(({ when }) => listSectionOf(when, query.sort)))
  const entries = sections.map(([id, count]) => ({
    id,
    count,
    label: sectionInWords(id, context.words),
  }))
  const { years, links } = shortened(entries, context)
  const href = (id: string) => {
    if (here.has(id) || !isMonth(id)) return here.has(id) ? `#_${id}` : null
    const { year, month } = splitMonth(id)
    const [first, last] = years === 0 ? [year, year] : yearsAround(year, years)
    const days = [
      civilDay(first, years === 0 ? month : 1, 1),
      years === 0 ? civilDay(year, month, daysInMonth(year, month)) : civilDay(last, 12, 31),
    ] as const
    // What goes on from a month before the window is in no part of it.
    const window = windowOfPart(query.window, days) ?? query.window
    // What goes on from before the window stands first in its list.
    return `${url({ ...query, window }, { at: id })}#_${id}`
  }
  const shown = links.flatMap(({ id, count, label }) => {
    const address = href(id)
    return address === null
      ? []
      : [
          html`<li><a href="${address}"${!address.startsWith('#') && nofollow}>${label} <small>${boundedText(count, atMost)}</small></a></li>`,
        ]
  })
  return html`<nav class="rail" aria-label="${messages[context.speech.ui].pages.jump}"><ul role="list">${shown}</ul></nav>`
}

interface RailEntry {
  readonly id: string
  readonly count: number
  readonly label: string
}

/** The months, or the years, decades or centuries in which they are few enough; 0 years for months. */
function shortened(
  entries: readonly RailEntry[],
  context: RenderContext,
): { readonly years: number; readonly links: readonly RailEntry[] } {
  if (entries.length <= maxEntries) return { years: 0, links: entries }
  const choices = [1, 10, 100, 1000].map((years) => ({
    years,
    links: byYears(entries, years, context),
  }))
  const fitting = choices.find(({ links }) => links.length <= maxEntries)
  return fitting ?? { years: 1000, links: byYears(entries, 1000, context) }
}

/** The first month that the list has of so many years, with the count of them all. */
function byYears(
  entries: readonly RailEntry[],
  years: number,
  { words }: RenderContext,
): readonly RailEntry[] {
  const groups = Map.groupBy(entries, ({ id }) =>
    isMonth(id) ? yearsAround(splitMonth(id).year, years)[0] : id,
  )
  return Array.from(groups, ([group, [first, ...more]]) => ({
    id: first?.id ?? '',
    count: more.reduce((sum, { count }) => sum + count, first?.count ?? 0),
    label:
      typeof group !== 'number'
        ? (first?.label ?? '')
        : years === 1
          ? words.year(group)
          : yearsAround(group, years)
              .map((year) => words.year(year))
              .join('–'),
  }))
}
