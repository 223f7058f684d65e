// What narrows a view, in words for people: condition by condition, each with the view that lacks
// it. Takes messages instead of a language, so that the element includes only its own.
import type { CivilDay } from '../domain/date/civil-day.ts'
import { everything, type Clause, type EventQuery } from '../domain/query/event-query.ts'
import { groupsAsked } from '../domain/query/members.ts'
import { isBounded, takesUndated, type DateWindow } from '../domain/query/window.ts'
import type { Actor } from '../domain/document/actor.ts'
import type { Text } from '../domain/text/language-map.ts'
import { dateOfDay } from './calendar/days.ts'
import type { QueryMessages } from './en/list.ts'

/** A query, and the edition that the address of a view names. */
export interface Narrowing {
  readonly query: EventQuery
  readonly pinnedEdition?: number | undefined
}

export interface Condition {
  /** Words of the messages, and texts of the timeline. */
  readonly words: readonly (string | Text)[]
  /** The same view without this condition. */
  readonly without: Narrowing
  /** True where it leaves every view as it is, such as certainty about days where none are chosen. */
  readonly isIdle: boolean
}

/** The names of themes and actors, the titles of sources; an id that has none is its own name. */
export interface QueryNames {
  /** All actors, to see which have members. */
  readonly actors: readonly Pick<Actor, 'memberOf'>[]
  readonly theme: (id: string) => Text | string
  readonly actor: (id: string) => Text | string
  readonly titleOfSource: (id: string) => Text | string
}

interface Writing {
  readonly names: QueryNames
  readonly messages: QueryMessages
}

interface Part extends Pick<Condition, 'words'> {
  readonly without: Partial<EventQuery>
  readonly isIdle?: boolean
}

/** One row for each member of a query: a new member needs its words here. */
const rows: Readonly<
  Record<keyof EventQuery, (query: EventQuery, writing: Writing) => readonly Part[]>
> = {
  themes: ({ themes }, writing) =>
    themes.map((clause) => ({
      words: clauseWords(clause, (id) => [writing.names.theme(id)], writing),
      without: { themes: others(themes, clause) },
    })),
  actors: (query, writing) =>
    query.actors.map((clause) => ({
      words: clauseWords(clause, (id) => actorWords(id, query, writing), writing),
      without: { actors: others(query.actors, clause) },
    })),
  // Where an actor has members, its own condition says whether they count.
  members: (query, { names, messages }) =>
    query.members === 'include' || groupsAsked(query, names.actors).length > 0
      ? []
      : [{ words: [messages.membersExcluded], without: { members: 'include' }, isIdle: true }],
  sources: ({ sources }, writing) =>
    sources.map((clause) => ({
      words: clauseWords(clause, (id) => [writing.names.titleOfSource(id)], writing),
      without: { sources: others(sources, clause) },
    })),
  window: ({ window }, { messages }) => [
    ...windowWords(window, messages).map((words) => ({
      words: [words],
      without: { window: { ...window, from: null, to: null } },
    })),
    ...(window.match === 'certain'
      ? [
          {
            words: [messages.certain],
            without: { window: { ...window, match: 'possible' } },
            isIdle: !isBounded(window),
          } as const,
        ]
      : []),
    ...(window.undated === 'include'
      ? [
          {
            words: [messages.undated],
            without: { window: { ...window, undated: 'exclude' } },
            isIdle: !isBounded(window) || !takesUndated(window),
          } as const,
        ]
      : []),
  ],
  terms: ({ terms }, { messages }) =>
    terms.map((term) => ({
      words: [messages.quoted(term)],
      without: { terms: others(terms, term) },
    })),
  sort: ({ sort }, { messages }) =>
    sort === 'date' ? [] : [{ words: [messages.sorts[sort]], without: { sort: everything.sort } }],
}

/**
 * The conditions of a view, the order of its events and its edition included; empty for everything.
 * @example conditionsOf({ query }, names, messages) → [{ words: ['without ', label], without: … }]
 */
export function conditionsOf(
  { query, pinnedEdition }: Narrowing,
  names: QueryNames,
  messages: QueryMessages,
): readonly Condition[] {
  const parts = Object.values(rows).flatMap((row) => row(query, { names, messages }))
  return [
    ...parts.map(({ words, without, isIdle = false }) => ({
      words,
      without: { query: { ...query, ...without }, pinnedEdition },
      isIdle,
    })),
    ...(pinnedEdition === undefined
      ? []
      : [{ words: [messages.edition(pinnedEdition)], without: { query }, isIdle: false }]),
  ]
}

function clauseWords(
  { any, exclude }: Clause,
  nameOf: (id: string) => Condition['words'],
  { messages }: Writing,
): Condition['words'] {
  const names = any.flatMap((id, i) => (i === 0 ? nameOf(id) : [messages.or, ...nameOf(id)]))
  return exclude ? [messages.not, ...names] : names
}

const others = <Thing>(all: readonly Thing[], one: Thing): readonly Thing[] =>
  all.filter((other) => other !== one)

function actorWords(
  id: string,
  query: EventQuery,
  { names, messages }: Writing,
): Condition['words'] {
  const name = names.actor(id)
  if (!groupsAsked(query, names.actors).includes(id)) return [name]
  const message = query.members === 'include' ? messages.withMembers : messages.alone
  const [before = '', after = ''] = message('\n').split('\n')
  return [before, name, after].filter((part) => part !== '')
}

function windowWords({ from, to }: DateWindow, { date, since, until }: QueryMessages): string[] {
  const on = (day: CivilDay) => date({ form: 'date', date: dateOfDay(day) }, true)
  if (from === null) return to === null ? [] : [until(on(to))]
  if (to === null) return [since(on(from))]
  return [date({ form: 'interval', from: dateOfDay(from), to: dateOfDay(to) }, true)]
}
