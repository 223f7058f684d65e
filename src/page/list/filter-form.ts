// The conditions of a filter besides its themes, as a GET form. Those without a control are kept in
// hidden fields.
import { writeClause, writeFilter, type Pairs } from '../../address/canonical.ts'
import { printDay, type CivilDay } from '../../domain/date/civil-day.ts'
import type { Counts } from '../../domain/query/counts.ts'
import { everything, type Clause, type EventQuery } from '../../domain/query/event-query.ts'
import type { Text } from '../../domain/text/language-map.ts'
import { renderings } from '../../domain/renderings.ts'
import { joinedMarkup } from '../../markup/gaps.ts'
import { html, printHtml, type Html } from '../../markup/html.ts'
import { languageAttributes, textOf, type RenderContext } from '../context.ts'
import type { QueryMessages } from '../../messages/en/list.ts'
import type { ListView } from '../view.ts'
import type { QueryUrl } from './chips.ts'
import { boundedText } from './total.ts'

export interface FormOptions {
  readonly url: QueryUrl
  /** Parameters of the address besides the filter. */
  readonly hidden?: Pairs
}

/** The form, collapsed while no condition is set that only the form shows. */
export function filterForm(
  view: ListView,
  { url, hidden = [] }: FormOptions,
  context: RenderContext,
): Html {
  const { words, addresses } = context
  const { query } = view
  const isSet = writeFilter(query).length > writeFilter(withoutFields(query)).length
  // The lanes show the themes that are chosen.
  const isOpen =
    writeFilter(query).length >
    writeFilter({ ...withoutChoices(query), themes: query.themes }).length
  const language: Pairs = addresses.lang === undefined ? [] : [['lang', addresses.lang]]
  const edition: Pairs =
    view.pinnedEdition === undefined ? [] : [['edition', String(view.pinnedEdition)]]
  const reset = url(everything)
  return html`
    <details class="filter"${isOpen && html` open`}>
      <summary>${words.filter}</summary>
      <form id="_filter" method="get" action="${reset.split('?')[0]}">
        ${hiddenFields([...writeFilter(withoutFields(query)), ...hidden, ...language, ...edition])}
        ${themeSelect(view, context, true)}
        ${actorSelect(view, context, true)}
        ${sourceSelect(view, context, true)}
        ${windowAndWords(query, context)}
        ${flags(query, context)}
        <button class="chip">${words.apply}</button>
        ${isSet && html`<a href="${reset}" data-reset>${words.reset}</a>`}
      </form>
    </details>`
}

/** The conditions that have no field in the form. */
const withoutFields = (query: EventQuery): EventQuery => ({
  ...withoutChoices(query),
  window: everything.window,
  sort: 'date',
})

/** Without themes, actors, sources, days and words. */
export const withoutChoices = (query: EventQuery): EventQuery => ({
  ...query,
  themes: [],
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

/** What a window does with what is not known to the day, and the order. */
function flags({ window, sort }: EventQuery, { words }: RenderContext): Html {
  const { matches, undatedChoices, sorts } = words.form
  return html`
    ${oneOf('match', words.form.match, matches, window.match)}
    ${oneOf('undated', words.form.undated, undatedChoices, window.undated)}
    ${oneOf('sort', words.form.sort, sorts, sort)}`
}

/** A choice whose first option is the default, which the address leaves out. */
function oneOf(name: string, label: string, options: object, chosen: string): Html {
  return html`
    <label>${label}<select name="${name}">
      ${(Object.entries(options) as [string, string][]).map(([value, words], i) => html`<option value="${i === 0 ? '' : value}"${value === chosen && html` selected`}>${words}</option>`)}
    </select></label>`
}

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
  readonly options: readonly Option[]
  readonly chosen: readonly Clause[]
  readonly nameOf: (id: string) => string
}

export interface Option {
  readonly id: string
  readonly name: Text
  /** Its number of events, such as `≤12`; absent where that is not told. */
  readonly count?: string | undefined
}

type Offered = Pick<ListView, 'timeline' | 'query' | 'choices'>

/** The themes that occur or are chosen, and each excluded; if `counted`, with their numbers of events. */
function themeSelect(
  { timeline, choices, query }: Offered,
  context: RenderContext,
  counted: boolean,
): readonly Html[] {
  const names = new Map(timeline.themes.map(({ id, label }) => [id, label]))
  if (names.size === 0) return []
  const chosen = query.themes
  const options = optionsOf(
    { names, counts: choices.theme, atMost: choices.atMost, chosen, counted },
    context,
  )
  return choice({ parameter: 'theme', label: context.words.theme, chosen, ...options }, context)
}

/** The actors that occur or are chosen; if `counted`, with their numbers of events. */
export function actorSelect(
  { timeline, choices, query }: Offered,
  context: RenderContext,
  counted: boolean,
): readonly Html[] {
  const names = new Map(timeline.actors.map(({ id, name }) => [id, name]))
  const chosen = query.actors
  const options = optionsOf(
    { names, counts: choices.actor, atMost: choices.atMost, chosen, counted },
    context,
  )
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
  const options = optionsOf(
    { names, counts: choices.source, atMost: choices.atMost, chosen, counted },
    context,
  )
  return choice({ parameter: 'source', label: context.words.source, chosen, ...options }, context)
}

interface Parts {
  readonly names: ReadonlyMap<string, Text>
  readonly counts: Counts
  readonly atMost: true | undefined
  readonly chosen: readonly Clause[]
  readonly counted: boolean
}

function optionsOf(
  { names, counts, atMost, chosen, counted }: Parts,
  context: RenderContext,
): Pick<Choice, 'options' | 'nameOf'> {
  const ids = new Set([...counts.keys(), ...chosen.flatMap(({ any }) => any)])
  const nameOf = (id: string) => {
    const name = names.get(id)
    return name ? textOf(context, name) : id
  }
  const countOf = (id: string): number => counts.get(id) ?? 0
  const known = [...names].filter(([id]) => ids.has(id))
  const listed =
    known.length > maxOptions ? known.toSorted(([a], [b]) => countOf(b) - countOf(a)) : known
  const options = listed.map(([id, name]) => ({
    id,
    name,
    count: counted ? boundedText(countOf(id), atMost) : undefined,
  }))
  return { options, nameOf }
}

/** Longer lists are searched, and begin with those of most events: a field with proposals takes names
 *  as well as ids. */
const maxOptions = 40

/**
 * One select per clause of the parameter; all clauses must hold. A clause that is not among the
 * options, such as `a,b` or `-a`, is added to them.
 */
export function choice(
  { parameter, label, options, chosen, nameOf }: Choice,
  context: RenderContext,
): readonly Html[] {
  const { words } = context
  // One more, so that another condition can be added: all of them must hold.
  const clauses = chosen.length > 0 && options.length < 2 ? chosen : [...chosen, undefined]
  if (options.length > maxOptions) {
    const typed = typedNames(options, nameOf)
    const valueOf = ({ any, exclude }: Clause) => writeClause({ any: any.map(typed), exclude })
    return [
      ...clauses.map(
        (clause) =>
          html`<label>${label}<input type="search" name="${parameter}" list="_known-${parameter}" value="${clause === undefined ? '' : valueOf(clause)}"></label>`,
      ),
      html`<datalist id="_known-${parameter}">${options.map(({ id }) => html`<option value="${typed(id)}">`)}</datalist>`,
    ]
  }
  return clauses.map((clause) => {
    const value = clause === undefined ? '' : writeClause(clause)
    const isOption = value === '' || options.some(({ id }) => id === value || `-${id}` === value)
    const own =
      clause === undefined || isOption
        ? []
        : [
            html`<option value="${value}" selected>${clauseWords(clause, nameOf, words.queries)}</option>`,
          ]
    const offered = (sign: '' | '-') =>
      options.map((option) => optionMarkup(parameter, option, { sign, value }, context))
    return html`
      <label>${label}<select name="${parameter}">
        <option value=""${value === '' && selected}>${words.any}</option>${own}${offered('')}${offered('-')}
      </select></label>`
  })
}

const selected = html` selected`

/** The option of one clause, or with the sign of the clause that excludes it. */
function optionMarkup(
  parameter: string,
  { id, name, count }: Option,
  { sign, value }: { readonly sign: '' | '-'; readonly value: string },
  context: RenderContext,
): Html {
  const { timeline, speech, words } = context
  const key = `${parameter} ${sign}${id} ${speech.ui} ${speech.content}`
  const [start, text] = keptOptions(timeline)(timeline, key, () => {
    const label = (sign === '' ? '' : words.queries.not) + textOf(context, name)
    const attributes = languageAttributes(context, name)
    return [printHtml(html`<option value="${sign}${id}"${attributes}`), printHtml(html`>${label}`)]
  })
  const chosen = sign + id === value ? ' selected' : ''
  const number = count === undefined ? '' : ` (${count})`
  return joinedMarkup([start, chosen, text, number, '</option>'])
}

/** The start of an option up to its attributes, and its text without the number. */
const keptOptions = renderings<readonly [start: string, text: string]>(
  ([start, text]) => start.length + text.length,
)

/** The name by which a field takes one of the options: its id where the name would be read otherwise. */
function typedNames(options: Choice['options'], nameOf: Choice['nameOf']): (id: string) => string {
  const ids = new Set(options.map(({ id }) => id))
  return (id) => {
    const name = nameOf(id)
    return /^-|,/.test(name) || ids.has(name) ? id : name
  }
}

const clauseWords = (
  { any, exclude }: Clause,
  nameOf: (id: string) => string,
  { not, or }: QueryMessages,
): string => (exclude ? not : '') + any.map(nameOf).join(or)
