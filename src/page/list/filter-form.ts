// The conditions of a filter besides its themes, as a GET form. Those without a control are kept in
// hidden fields.
import { writeClause, writeFilter, type Pairs } from '../../address/canonical.ts'
import { printDay, type CivilDay } from '../../domain/date/civil-day.ts'
import type { Counts } from '../../domain/query/counts.ts'
import { everything, type Clause, type EventQuery } from '../../domain/query/event-query.ts'
import type { Text } from '../../domain/text/language-map.ts'
import { html, type Html } from '../../markup/html.ts'
import { languageAttributes, textOf, type RenderContext } from '../context.ts'
import type { QueryMessages } from '../../messages/tables/list.ts'
import type { ListView } from '../view.ts'
import type { QueryUrl } from './chips.ts'

export interface FormOptions {
  readonly url: QueryUrl
  /** Parameters of the address besides the filter. */
  readonly hidden?: Pairs
}

/** The form, collapsed while none of its conditions is set. */
export function filterForm(
  view: ListView,
  { url, hidden = [] }: FormOptions,
  context: RenderContext,
): Html {
  const { words, addresses } = context
  const { query } = view
  const isSet = writeFilter(query).length > writeFilter(withoutFields(query)).length
  const language: Pairs = addresses.lang === undefined ? [] : [['lang', addresses.lang]]
  const edition: Pairs =
    view.pinnedEdition === undefined ? [] : [['edition', String(view.pinnedEdition)]]
  const reset = url(everything)
  return html`
    <details class="filter"${isSet && html` open`}>
      <summary>${words.filter}</summary>
      <form method="get" action="${reset.split('?')[0]}">
        ${hiddenFields([...writeFilter(withoutFields(query)), ...hidden, ...language, ...edition])}
        ${actorSelect(view, context, true)}
        ${sourceSelect(view, context, true)}
        ${windowAndWords(query, context)}
        <button class="chip">${words.apply}</button>
        ${isSet && html`<a href="${reset}" data-reset>${words.reset}</a>`}
      </form>
    </details>`
}

/** The conditions that have no field in the form. */
export const withoutFields = (query: EventQuery): EventQuery => ({
  ...query,
  actors: [],
  sources: [],
  window: { ...query.window, from: null, to: null },
  terms: [],
})

export const hiddenFields = (fields: Pairs): readonly Html[] =>
  fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)

/** Fields for the first day, the last day and search words. */
export const windowAndWords = (
  { window, terms }: EventQuery,
  { words }: RenderContext,
): Html => html`
  ${dayField('from', words.from, window.from)}
  ${dayField('to', words.to, window.to)}
  <label>${words.words}<input type="search" name="q" maxlength="200" value="${terms.join(' ')}"></label>`

/** A date input shows only years of four digits (HTML, 2.3.5.2); other years get a text input. */
function dayField(name: string, label: string, day: CivilDay | null): Html {
  const value = day === null ? '' : printDay(day)
  const type = /^(?:\d{4}-\d\d-\d\d)?$/.test(value) ? 'date' : 'text'
  return html`<label>${label}<input type="${type}" name="${name}" value="${value}"></label>`
}

/** The options of one parameter in a form, and its current clauses. */
export interface Choice {
  readonly parameter: string
  readonly label: string
  /** `language`: the attributes of a label that is not in the page's language. */
  readonly options: readonly (readonly [id: string, label: string, language: Html])[]
  readonly chosen: readonly Clause[]
  readonly nameOf: (id: string) => string
}

type Offered = Pick<ListView, 'timeline' | 'query' | 'choices'>

/** The actors that occur or are chosen; if `counted`, with their numbers of events. */
export function actorSelect(
  { timeline, choices, query }: Offered,
  context: RenderContext,
  counted: boolean,
): readonly Html[] {
  const names = new Map(timeline.actors.map(({ id, name }) => [id, name]))
  const chosen = query.actors
  const options = optionsOf({ names, counts: choices.actor, chosen, counted }, context)
  return choice({ parameter: 'actor', label: context.words.actor, chosen, ...options }, context)
}

/** The same for the sources; nothing where a timeline has only one. */
export function sourceSelect(
  { timeline, choices, query }: Offered,
  context: RenderContext,
  counted: boolean,
): readonly Html[] {
  const chosen = query.sources
  if (timeline.sources.length < 2 && chosen.length === 0) return []
  const names = new Map(timeline.sources.map(({ id, title }) => [id, title]))
  const options = optionsOf({ names, counts: choices.source, chosen, counted }, context)
  return choice({ parameter: 'source', label: context.words.source, chosen, ...options }, context)
}

interface Parts {
  readonly names: ReadonlyMap<string, Text>
  readonly counts: Counts
  readonly chosen: readonly Clause[]
  readonly counted: boolean
}

function optionsOf(
  { names, counts, chosen, counted }: Parts,
  context: RenderContext,
): Pick<Choice, 'options' | 'nameOf'> {
  const ids = new Set([...counts.keys(), ...chosen.flatMap(({ any }) => any)])
  const nameOf = (id: string) => {
    const name = names.get(id)
    return name ? textOf(context, name) : id
  }
  const options = [...names]
    .filter(([id]) => ids.has(id))
    .map(([id, name]) => {
      const count = counted ? ` (${counts.get(id) ?? 0})` : ''
      return [id, nameOf(id) + count, languageAttributes(context, name)] as const
    })
  return { options, nameOf }
}

/**
 * One select per clause of the parameter; all clauses must hold. A clause that is not among the
 * options, such as `a,b` or `-a`, is added to them.
 */
export function choice(
  { parameter, label, options, chosen, nameOf }: Choice,
  { words }: RenderContext,
): readonly Html[] {
  return (chosen.length === 0 ? [undefined] : chosen).map((clause) => {
    const value = clause === undefined ? '' : writeClause(clause)
    const isOption = value === '' || options.some(([id]) => id === value)
    const own =
      clause === undefined || isOption
        ? []
        : [[value, clauseWords(clause, nameOf, words.queries)] as const]
    const offered = [['', words.any] as const, ...own, ...options]
    return html`
      <label>${label}<select name="${parameter}">
        ${offered.map(([id, name, language]) => html`<option value="${id}"${language}${id === value && html` selected`}>${name}</option>`)}
      </select></label>`
  })
}

const clauseWords = (
  { any, exclude }: Clause,
  nameOf: (id: string) => string,
  { not, or }: QueryMessages,
): string => (exclude ? not : '') + any.map(nameOf).join(or)
