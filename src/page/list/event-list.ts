// A list of events with its filter and overview: the part that page and iframe share.
import { filterForm, type FormOptions } from './filter-form.ts'
import { menuButton } from '../card/event-card.ts'
import { themeChips } from './chips.ts'
import { below, type HeadingLevel } from '../../markup/heading.ts'
import { html, type Html } from '../../markup/html.ts'
import { menuItems } from '../share/menu.ts'
import { monthSections } from './months.ts'
import { emptyNote, setAsideNote } from './notes.ts'
import type { Setting } from '../context.ts'
import { strip } from '../../picture/strip.ts'
import type { ListView, ShownEvent } from '../view.ts'

export interface ListOptions extends FormOptions {
  /** Level of the title above; months stand one below. */
  readonly level: HeadingLevel
}

/** Chips, form and overview. */
export const listHead = (view: ListView, options: ListOptions, setting: Setting): Html =>
  html`${themeChips(view, options.url, setting)}${filterForm(view, options, setting)}${strip(view, setting)}`

/** The months, or that there are none. */
export function listBody(view: ListView, options: ListOptions, setting: Setting): Html {
  const menu = (event: ShownEvent, number: number) => html`
    ${menuButton(number, html` popovertarget="_menu-${number}"`, setting)}
    <ul popover id="_menu-${number}" class="menu">${menuItems(event, view.query, setting)}</ul>`
  const print = { card: { menu }, setting }
  return html`
    ${setAsideNote(view, options.url, setting)}
    ${
      view.events.length === 0
        ? emptyNote(view, options.url, setting)
        : monthSections(view.events, view.months, below(options.level), print)
    }`
}
