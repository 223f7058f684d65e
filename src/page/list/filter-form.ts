// The conditions of a filter besides its themes, as a GET form. What its controls cannot show, it keeps.
import { html, type Html } from '../../markup/html.ts'
import { valuesOf } from '../../address/addresses.ts'
import { textOf, type Setting } from '../context.ts'
import type { FilterUrl } from './chips.ts'
import type { ListView } from '../view.ts'
import type { Filter } from '../../address/filter.ts'

/** The conditions of the form; the chips have the themes. */
const formParameter = /^(?:actor|from|to|q)$/

/** The other conditions, folded while none of them is set. */
export function filterForm(view: ListView, url: FilterUrl, setting: Setting): Html {
  const { words, place } = setting
  const { filter } = view
  const kept = filter.filter(([parameter]) => !formParameter.test(parameter))
  const hidden = place.lang === undefined ? kept : [...kept, ['lang', place.lang] as const]
  const set = filter.some(([parameter]) => formParameter.test(parameter))
  return html`
    <details class="filter"${set && html` open`}>
      <summary>${words.filter}</summary>
      <form method="get" action="${url([]).split('?')[0]}">
        ${hiddenFields(hidden)}
        ${choice(actorChoice(view, setting, true), filter, setting)}
        ${windowAndWords(filter, setting)}
        <button class="chip">${words.apply}</button>
        ${set && html`<a href="${url([])}" data-reset>${words.reset}</a>`}
      </form>
    </details>`
}

export const hiddenFields = (fields: Filter): readonly Html[] =>
  fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)

/** First day, last day and words. */
export const windowAndWords = (filter: Filter, { words }: Setting): Html => html`
  ${dayField('from', words.from, filter)}
  ${dayField('to', words.to, filter)}
  <label>${words.words}<input type="search" name="q" maxlength="200" value="${valuesOf(filter, 'q')[0] ?? ''}"></label>`

/** A field for dates shows the days of four-digit years alone (HTML, 2.3.5.2), and loses all others. */
function dayField(name: string, label: string, filter: Filter): Html {
  const [value = ''] = valuesOf(filter, name)
  const type = /^(?:\d{4}-\d\d-\d\d)?$/.test(value) ? 'date' : 'text'
  return html`<label>${label}<input type="${type}" name="${name}" value="${value}"></label>`
}

/** What one parameter can be, in a form. */
export interface Choice {
  readonly parameter: string
  readonly label: string
  readonly options: readonly (readonly [id: string, label: string])[]
  readonly nameOf: (id: string) => string
}

/** The actors that occur, or are chosen; with how many events they have where it is `counted`. */
export function actorChoice(
  {
    timeline,
    facets,
    filter,
  }: Pick<ListView, 'timeline' | 'filter'> & {
    readonly facets: Pick<ListView['facets'], 'actor'>
  },
  setting: Setting,
  counted: boolean,
): Choice {
  const chosen = valuesOf(filter, 'actor')
  const nameOf = (id: string) => {
    const actor = setting.actors.get(id)
    return actor ? textOf(setting, actor.name) : id
  }
  const options = timeline.actors
    .filter(({ id }) => facets.actor[id] !== undefined || chosen.includes(id))
    .map(
      ({ id }) => [id, counted ? `${nameOf(id)} (${facets.actor[id] ?? 0})` : nameOf(id)] as const,
    )
  return { parameter: 'actor', label: setting.words.actor, options, nameOf }
}

/**
 * A list to choose from for each value of the parameter, which all hold. A value that is no option,
 * such as `a,b` or `-a`, becomes one.
 */
export function choice(
  { parameter, label, options, nameOf }: Choice,
  filter: Filter,
  { words }: Setting,
): readonly Html[] {
  const values = valuesOf(filter, parameter)
  return (values.length === 0 ? [''] : values).map((chosen) => {
    const isOption = chosen === '' || options.some(([id]) => id === chosen)
    const own = [chosen, expressionWords(chosen, nameOf)] as const
    const offered = [['', words.any] as const, ...(isOption ? [] : [own]), ...options]
    return html`
      <label>${label}<select name="${parameter}">
        ${offered.map(([id, name]) => html`<option value="${id}"${id === chosen && html` selected`}>${name}</option>`)}
      </select></label>`
  })
}

/** `-a,b` with its names, in signs that every language reads. */
function expressionWords(value: string, nameOf: (id: string) => string): string {
  const [sign, ids] = value.startsWith('-') ? ['≠ ', value.slice(1)] : ['', value]
  return sign + ids.split(',').map(nameOf).join(' / ')
}
