// A list of events with its filter and overview: the part that page and iframe share.
import { filterForm } from './filter-form.ts'
import { menuButton } from '../card/event-card.ts'
import { themeChips, type FilterUrl } from './chips.ts'
import { below, type HeadingLevel } from '../../markup/heading.ts'
import { html, withoutParts, type Html } from '../../markup/html.ts'
import { menuItems } from '../share/menu.ts'
import { monthSections } from './months.ts'
import { emptyNote, setAsideNote } from './notes.ts'
import type { Setting } from '../context.ts'
import { strip } from '../../picture/strip.ts'
import type { ListView, ShownEvent } from '../view.ts'

export interface ListOptions {
  /** Level of the title above; months stand one below. */
  readonly level: HeadingLevel
  readonly url: FilterUrl
}

/** Chips, form and overview. */
export const listHead = (view: ListView, { url }: ListOptions, setting: Setting): Html =>
  withoutParts(
    html`${themeChips(view, url, setting)}${filterForm(view, url, setting)}${strip(view, setting)}`,
  )

/** The months, or that there are none. */
export function listBody(view: ListView, options: ListOptions, setting: Setting): Html {
  const menu = (event: ShownEvent, number: number) => html`
    ${menuButton(number, html` popovertarget="_m${number}"`, setting)}
    <ul popover id="_m${number}" class="menu">${menuItems(event, view.filter, setting)}</ul>`
  const print = { card: { menu }, setting }
  return withoutParts(html`
    ${setAsideNote(view, options.url, setting)}
    ${
      view.events.length === 0
        ? emptyNote(view, options.url, setting)
        : monthSections(view.events, view.facets.month, below(options.level), print)
    }`)
}
