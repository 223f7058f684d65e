// The markup of the element around its list: title, filter, footer, and the message of a failure.
import { heading } from '../../markup/heading.ts'
import { html, type Html } from '../../markup/html.ts'
import { languageAttributes, textOf, type CardContext } from '../../page/context.ts'
import { eventPicture } from '../../page/list/picture/event-picture.ts'
import type { TabledOptions } from '../../page/list/picture/frame.ts'
import { eventLanes } from '../../page/list/picture/lanes.ts'
import { eventMarks } from '../../page/list/picture/pictured.ts'
import { totalText } from '../../page/list/total.ts'
import { provenance } from '../../page/list/provenance.ts'
import type { ListView } from '../../page/view.ts'
import type { LoadedList } from '../api/loaded-list.ts'
import type { ElementSettings } from '../settings.ts'
import type { Words } from '../lazy/words.ts'

/**
 * The parts that are drawn again when the filter changes; the count stays, so that screen readers
 * announce it. The state of loading is above the list, near the controls that cause it.
 */
export const shell = ({ layout, language }: ElementSettings): Html => html`
  <div class="room"><div class="etl layout-${layout}" part="base" lang="${language}">
    <header part="header"></header>
    <p class="load-state notice" role="status"></p>
    <div class="content" part="list"><div class="notes"></div><div class="months"></div></div>
    <footer class="footer" part="footer"></footer>
    <ul popover class="menu" part="menu-items"></ul>
  </div></div>`

export const headerOf = (settings: ElementSettings, context: CardContext): Html => html`
  ${titleOf(settings, context)}
  <p class="small-print"><span class="event-count" role="status"></span></p>
  <div class="chips-place"></div>
  <div class="controls-place"><details class="filter"><summary>${context.words.filter}</summary></details></div>`

/** Title and description, which another edition may have changed. */
export function titleOf({ level }: ElementSettings, context: CardContext): Html {
  const { title, description } = context.timeline
  const href = context.addresses.timeline()
  const link = html`<a href="${href}"${languageAttributes(context, title)}>${textOf(context, title)}</a>`
  return html`
    ${heading(level, html` class="title" part="heading"`, link)}
    ${description && html`<p class="lead"${languageAttributes(context, description)}>${textOf(context, description)}</p>`}`
}

/** How many events there are; of a list that shows a part of them, how many it shows. */
export function countText(
  source: Pick<LoadedList, 'total' | 'atMost' | 'loaded' | 'isPart'>,
  { layout }: Pick<ElementSettings, 'layout'>,
  { cards, widget }: Pick<Words, 'cards' | 'widget'>,
): string {
  const total = totalText(source)
  const isPart = source.isPart && layout !== 'picture'
  return isPart ? widget.part(source.loaded.length, total) : cards.count(total)
}

/** The picture, whose lanes are the filter of themes; false where there is none. */
export function picturePart(
  view: ListView & Pick<LoadedList, 'counted'>,
  { layout }: ElementSettings,
  table: TabledOptions['table'],
  context: CardContext,
): Html | false {
  const { picture, counted } = view
  if (!picture) return false
  const { timeline: url } = context.addresses
  const options = {
    url,
    more: `${url(view.query)}#_filter`,
    table,
    low: layout === 'picture',
  }
  const { events, counts } = picture
  if (events) {
    const data = { ...picture, events }
    const mark = eventMarks(context.addresses.event, picture.selected)
    const lanes = eventLanes(view, data, options, context)
    return eventPicture(lanes, data, { ...options, mark }, context)
  }
  return (
    !!(counts && counted) && counted.countPicture(view, { ...picture, counts }, options, context)
  )
}

export const footerOf = (view: ListView, edition: number, context: CardContext): Html => {
  const { addresses, words } = context
  const { query, total, events } = view
  return html`
    <p>
      ${events.length < total && html`<a class="whole" href="${addresses.timeline(query)}">${words.allEvents(totalText(view))}</a>`}
      <a href="${addresses.subscribe(query)}">${words.subscribe}</a>
    </p>
    ${provenance(edition, context)}`
}

/**
 * Why something failed; that what is shown is older; the way out: trying again, or the address without
 * the filter that is refused.
 */
export function failureNote(
  reason: string,
  { isStale, way }: { readonly isStale: boolean; readonly way: string | false },
  { cards, widget }: Words,
): Html {
  const out =
    way === 'retry'
      ? html` <button class="chip retry">${widget.retry}</button>`
      : way && html` <a href="${way}">${cards.reset}</a>`
  return html`${reason}${isStale && html`<br>${widget.stale}`}${out}`
}
