// The conditions of a filter besides its themes, as a GET form. What its controls cannot show, it keeps.
import { writeClause, writeFilter, type Pairs } from '../../address/canonical.ts'
import { printDay, type CivilDay } from '../../domain/date/civil-day.ts'
import { everything, type Clause, type EventQuery } from '../../domain/query/event-query.ts'
import { html, type Html } from '../../markup/html.ts'
import { languageAttributes, textOf, type RenderContext } from '../context.ts'
import type { ListView } from '../view.ts'
import type { QueryUrl } from './chips.ts'

export interface FormOptions {
  readonly url: QueryUrl
  /** What the address says besides the filter. */
  readonly hidden?: Pairs
}

/** The other conditions, folded while none of them is set. */
export function filterForm(
  view: ListView,
  { url, hidden = [] }: FormOptions,
  context: RenderContext,
): Html {
  const { words, addresses } = context
  const { query } = view
  const isSet = writeFilter(query).length > writeFilter(withoutFields(query)).length
  const language: Pairs = addresses.lang === undefined ? [] : [['lang', addresses.lang]]
  const reset = url(everything)
  return html`
    <details class="filter"${isSet && html` open`}>
      <summary>${words.filter}</summary>
      <form method="get" action="${reset.split('?')[0]}">
        ${hiddenFields([...writeFilter(withoutFields(query)), ...hidden, ...language])}
        ${choice(actorChoice(view, context, true), context)}
        ${windowAndWords(query, context)}
        <button class="chip">${words.apply}</button>
        ${isSet && html`<a href="${reset}" data-reset>${words.reset}</a>`}
      </form>
    </details>`
}

/** What the fields of the form do not show. */
const withoutFields = (query: EventQuery): EventQuery => ({
  ...query,
  actors: [],
  window: { ...query.window, from: null, to: null },
  terms: [],
})

export const hiddenFields = (fields: Pairs): readonly Html[] =>
  fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)

/** First day, last day and words. */
export const windowAndWords = (
  { window, terms }: EventQuery,
  { words }: RenderContext,
): Html => html`
  ${dayField('from', words.from, window.from)}
  ${dayField('to', words.to, window.to)}
  <label>${words.words}<input type="search" name="q" maxlength="200" value="${terms.join(' ')}"></label>`

/** A field for dates shows the days of four-digit years alone (HTML, 2.3.5.2), and loses all others. */
function dayField(name: string, label: string, day: CivilDay | null): Html {
  const value = day === null ? '' : printDay(day)
  const type = /^(?:\d{4}-\d\d-\d\d)?$/.test(value) ? 'date' : 'text'
  return html`<label>${label}<input type="${type}" name="${name}" value="${value}"></label>`
}

/** What one parameter can be, in a form, and the clauses that it is. */
export interface Choice {
  readonly parameter: string
  readonly label: string
  /** With the attributes of a label in another language than the page's. */
  readonly options: readonly (readonly [id: string, label: string, language: Html])[]
  readonly chosen: readonly Clause[]
  readonly nameOf: (id: string) => string
}

/** The actors that occur, or are chosen; with how many events they have where it is `counted`. */
export function actorChoice(
  { timeline, choices, query }: Pick<ListView, 'timeline' | 'query' | 'choices'>,
  context: RenderContext,
  counted: boolean,
): Choice {
  const chosen = query.actors.flatMap(({ any }) => any)
  const nameOf = (id: string) => {
    const actor = context.actors.get(id)
    return actor ? textOf(context, actor.name) : id
  }
  const options = timeline.actors
    .filter(({ id }) => choices.actor.has(id) || chosen.includes(id))
    .map(({ id, name }) => {
      const count = counted ? ` (${choices.actor.get(id) ?? 0})` : ''
      return [id, nameOf(id) + count, languageAttributes(context, name)] as const
    })
  const label = context.words.actor
  return { parameter: 'actor', label, options, chosen: query.actors, nameOf }
}

/**
 * A list to choose from for each clause of the parameter, which all hold. A clause that is no option,
 * such as `a,b` or `-a`, becomes one.
 */
export function choice(
  { parameter, label, options, chosen, nameOf }: Choice,
  { words }: RenderContext,
): readonly Html[] {
  return (chosen.length === 0 ? [undefined] : chosen).map((clause) => {
    const value = clause === undefined ? '' : writeClause(clause)
    const isOption = value === '' || options.some(([id]) => id === value)
    const own =
      clause === undefined || isOption ? [] : [[value, clauseWords(clause, nameOf)] as const]
    const offered = [['', words.any] as const, ...own, ...options]
    return html`
      <label>${label}<select name="${parameter}">
        ${offered.map(([id, name, language]) => html`<option value="${id}"${language}${id === value && html` selected`}>${name}</option>`)}
      </select></label>`
  })
}

/** None of, or any of, in signs that every language reads. */
const clauseWords = ({ any, exclude }: Clause, nameOf: (id: string) => string): string =>
  (exclude ? '≠ ' : '') + any.map(nameOf).join(' / ')
