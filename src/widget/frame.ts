// The markup of the element around its months: title, filter and foot, and what it says instead.
import { heading } from '../markup/heading.ts'
import { html, type Html } from '../markup/html.ts'
import { languageAttributes, textOf, type CardSetting } from '../page/context.ts'
import { themeChips } from '../page/list/chips.ts'
import type { ListView } from '../page/view.ts'
import type { Settings } from './settings.ts'
import type { WidgetMessages } from '../messages/tables.ts'

/**
 * Places that are drawn again when the filter changes; the count stays, so that it is read out. What
 * there is to say of loading stands where it is pressed for, above the list.
 */
export const shell = ({ compact, language }: Settings): Html => html`
  <slot></slot>
  <div class="etl${compact && ' compact'}" part="base" lang="${language}">
    <header part="header"></header>
    <p class="load-state notice" role="status"></p>
    <div class="content" part="list"><div class="notes"></div><div class="months"></div></div>
    <footer class="footer" part="footer"></footer>
    <ul popover class="menu" part="menu-items"></ul>
  </div>`

export function headerOf({ level }: Settings, setting: CardSetting): Html {
  const { title, description } = setting.timeline
  const href = setting.addresses.timeline()
  const link = html`<a href="${href}"${languageAttributes(setting, title)}>${textOf(setting, title)}</a>`
  return html`
    ${heading(level, html` class="title" part="heading"`, link)}
    ${description && html`<p class="lead"${languageAttributes(setting, description)}>${textOf(setting, description)}</p>`}
    <p class="small-print"><span class="event-count" role="status"></span></p>
    <div class="chips-place"></div>
    <div class="controls-place"><details class="filter"><summary>${setting.words.filter}</summary></details></div>`
}

export const chipsOf = (view: ListView, setting: CardSetting): Html =>
  themeChips(view, setting.addresses.timeline, setting)

export const footerOf = (
  { query, total, events }: ListView,
  { addresses, words }: CardSetting,
): Html => html`
  ${events.length < total && html`<a href="${addresses.timeline(query)}">${words.count(String(total))}</a>`}
  <a href="${addresses.subscribe(query)}">${words.subscribe}</a>`

export const failureOf = (message: string, words: WidgetMessages): Html =>
  html`${message} <button class="chip retry">${words.retry}</button>`
