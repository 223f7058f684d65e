// The themes of a list as chips. They are links; the widget answers them without leaving the page.
import { html, type Html } from '../../markup/html.ts'
import { embedUrl, timelineUrl, valuesOf, withParameter } from '../../address/addresses.ts'
import { languageAttributes, textOf, type CardSetting } from '../context.ts'
import { colorClass } from '../../picture/mark.ts'
import type { ListView } from '../view.ts'
import type { Filter } from '../../address/filter.ts'

/** Where the links of a filter lead to. */
export type FilterUrl = (filter: Filter) => string

export const pageFilterUrl =
  ({ place }: CardSetting, path: 'page' | 'embed'): FilterUrl =>
  (filter) =>
    path === 'embed' ? embedUrl(place, filter) : timelineUrl(place, filter)

const current = (on: boolean): Html | false => on && html` aria-current="true"`

export function themeChips(view: ListView, url: FilterUrl, setting: CardSetting): Html {
  const { words } = setting
  const chosen = valuesOf(view.filter, 'theme').flatMap((value) => value.split(','))
  const href = (id: string) => url(withParameter(view.filter, 'theme', id))
  return html`
    <nav class="chips" part="filters" aria-label="${words.byTheme}">
      <a class="chip" part="chip" href="${href('')}"${current(chosen.length === 0)}>
        ${words.all} <span class="n">${view.facets.all}</span>
      </a>
      ${view.timeline.themes.map(
        (theme) => html`
          <a class="chip d ${colorClass(theme)}" part="chip" href="${href(theme.id)}"${current(chosen.includes(theme.id))}>
            <span${languageAttributes(setting, theme.label)}>${textOf(setting, theme.label)}</span>
            ${' '}<span class="n">${view.facets.theme[theme.id] ?? 0}</span>
          </a>`,
      )}
    </nav>`
}
