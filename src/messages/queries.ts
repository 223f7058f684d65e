// A query in words for people, such as in the name of a calendar or feed.
import { splitDay, type CivilDay } from '../domain/date/civil-day.ts'
import type { DateWindow } from '../domain/query/window.ts'
import type { EdtfDate } from '../domain/date/edtf-date.ts'
import type { Clause, EventQuery } from '../domain/query/event-query.ts'
import { groupsAsked } from '../domain/query/members.ts'
import type { Timeline } from '../domain/document/timeline.ts'
import { civilDateInWords } from './dates.ts'
import { messages } from './languages.ts'
import { createLocalizer, type Languages } from './localizer.ts'
import type { UiLanguage } from '../domain/text/ui-language.ts'

/**
 * A query in words; empty for the query of everything. Its names are texts of the timeline.
 * @example queryInWords(query, timeline, languages) → '复工复产、2020年2月1日至29日'
 */
export function queryInWords(query: EventQuery, timeline: Timeline, languages: Languages): string {
  const localizer = createLocalizer(timeline, languages)
  const { not, or, and, quoted } = messages[languages.ui].queries
  const { withMembers, alone } = messages[languages.ui].list
  const groups = groupsAsked(query, timeline.actors)
  const actor = (id: string): string => {
    const name = localizer.actor(id)
    if (!groups.includes(id)) return name
    return query.members === 'include' ? withMembers(name) : alone(name)
  }
  const clause =
    (name: (id: string) => string) =>
    ({ any, exclude }: Clause) =>
      (exclude ? not : '') + any.map(name).join(or)
  return [
    ...query.themes.map(clause(localizer.theme)),
    ...query.actors.map(clause(actor)),
    ...windowInWords(query.window, languages.ui),
    ...query.terms.map(quoted),
  ].join(and)
}

function windowInWords({ from, to }: DateWindow, language: UiLanguage): string[] {
  const on = (day: CivilDay) => civilDateInWords({ form: 'date', date: dateOf(day) }, language)
  if (from === null) return to === null ? [] : [messages[language].queries.until(on(to))]
  if (to === null) return [messages[language].queries.since(on(from))]
  return [civilDateInWords({ form: 'interval', from: dateOf(from), to: dateOf(to) }, language)]
}

const dateOf = (day: CivilDay): EdtfDate => ({ precision: 'day', ...splitDay(day), qualifier: '' })
