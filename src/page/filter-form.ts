// The conditions of a filter besides its themes, as a GET form.
import { html, type Html } from './html.ts'
import { valuesOf } from './links.ts'
import { textOf, type Setting } from './setting.ts'
import type { FilterUrl } from './theme-chips.ts'
import type { ListView } from './view.ts'

/** The conditions of the form; the chips have the themes. */
const formParameter = /^(?:actor|from|to|q)$/

/** The other conditions, folded while none of them is set. */
export function filterForm(view: ListView, url: FilterUrl, setting: Setting): Html {
  const { words, place } = setting
  const kept = view.filter.filter(([parameter]) => !formParameter.test(parameter))
  const hidden = place.lang === undefined ? kept : [...kept, ['lang', place.lang] as const]
  const value = (parameter: string) => valuesOf(view.filter, parameter)[0] ?? ''
  const set = view.filter.some(([parameter]) => formParameter.test(parameter))
  return html`
    <details class="filter"${set && html` open`}>
      <summary>${words.filter}</summary>
      <form method="get" action="${url([]).split('?')[0]}">
        ${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
        <label>${words.actor}<select name="actor">
          <option value="">${words.any}</option>
          ${actorOptions(view, value('actor'), setting)}
        </select></label>
        <label>${words.from}<input type="date" name="from" value="${value('from')}"></label>
        <label>${words.to}<input type="date" name="to" value="${value('to')}"></label>
        <label>${words.words}<input type="search" name="q" maxlength="200" value="${value('q')}"></label>
        <button class="chip">${words.apply}</button>
        ${set && html`<a href="${url([])}" data-reset>${words.reset}</a>`}
      </form>
    </details>`
}

function actorOptions(view: ListView, chosen: string, setting: Setting): readonly Html[] {
  const counts = view.facets.actor
  return view.timeline.actors
    .filter(({ id }) => counts[id] !== undefined || id === chosen)
    .map(({ id, name }) => {
      const selected = id === chosen && html` selected`
      return html`<option value="${id}"${selected}>${textOf(setting, name)} (${counts[id] ?? 0})</option>`
    })
}
