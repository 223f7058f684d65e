// A filter in words for people: what the name of a calendar or feed says about its contents.
import { splitDay, type CivilDay } from './date/civil-day.ts'
import type { DateWindow } from './query/window.ts'
import type { EdtfDate } from './date/edtf-date.ts'
import { inLanguage, type Text } from './text/language-map.ts'
import type { Clause, EventQuery } from './query/event-query.ts'
import type { Timeline } from './document/timeline.ts'
import { civilDateInWords } from './words/date-words.ts'
import type { UiLanguage } from './text/ui-language.ts'

interface Words {
  readonly or: string
  readonly and: string
  readonly not: string
  quoted(term: string): string
  since(day: string): string
  until(day: string): string
}

const chinese: Words = {
  or: '或',
  and: '、',
  not: '非',
  quoted: (term) => `“${term}”`,
  since: (day) => `自${day}起`,
  until: (day) => `至${day}`,
}

const words: Readonly<Record<UiLanguage, Words>> = {
  'zh-Hans': chinese,
  'zh-Hant': { ...chinese, quoted: (term) => `「${term}」` },
  en: {
    or: ' or ',
    and: ', ',
    not: 'not ',
    quoted: (term) => `“${term}”`,
    since: (day) => `from ${day}`,
    until: (day) => `until ${day}`,
  },
}

/**
 * Such as `复工复产、2020年2月1日至29日`; empty for the query of everything. The names in it are texts of
 * the timeline, wanted in the language `content`.
 */
export function filterWords(
  query: EventQuery,
  timeline: Timeline,
  language: UiLanguage,
  content: string,
): string {
  const say = words[language]
  const nameIn = (named: ReadonlyMap<string, Text>) => (id: string) => {
    const name = named.get(id)
    return name === undefined ? id : inLanguage(name, content, timeline.language)
  }
  const clause =
    (name: (id: string) => string) =>
    ({ any, exclude }: Clause) =>
      (exclude ? say.not : '') + any.map(name).join(say.or)
  const themes = new Map(timeline.themes.map((theme) => [theme.id, theme.label]))
  const actors = new Map(timeline.actors.map((actor) => [actor.id, actor.name]))
  return [
    ...query.themes.map(clause(nameIn(themes))),
    ...query.actors.map(clause(nameIn(actors))),
    ...windowWords(query.window, language),
    ...query.terms.map((term) => say.quoted(term)),
  ].join(say.and)
}

function windowWords({ from, to }: DateWindow, language: UiLanguage): string[] {
  const on = (day: CivilDay) => civilDateInWords({ form: 'date', date: dateOf(day) }, language)
  if (from === null) return to === null ? [] : [words[language].until(on(to))]
  if (to === null) return [words[language].since(on(from))]
  return [civilDateInWords({ form: 'interval', from: dateOf(from), to: dateOf(to) }, language)]
}

const dateOf = (day: CivilDay): EdtfDate => ({ precision: 'day', ...splitDay(day), qualifier: '' })
