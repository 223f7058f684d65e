// A list of events with its filter and picture: the part that page and iframe share.
import { filterForm, type FormOptions } from './filter-form.ts'
import { queryString } from '../../address/addresses.ts'
import { nofollow } from '../shell/crawlers.ts'
import { cardsOf } from './cards.ts'
import { conditionsBeside } from './conditions.ts'
import { themeChips } from './chips.ts'
import { below, type HeadingLevel } from '../../markup/heading.ts'
import { html, type Html } from '../../markup/html.ts'
import { eventSections } from './sections.ts'
import { totalText } from './total.ts'
import { messages } from '../../messages/languages.ts'
import { emptyNote, membersNote, setAsideNote } from './notes.ts'
import type { RenderContext } from '../context.ts'
import type { ListView, ShownEvent } from '../view.ts'
import { pictureOf } from './picture/picture.ts'

export interface ListOptions extends FormOptions {
  /** Heading level of the title; sections are one level below. */
  readonly level: HeadingLevel
  /** False for a list without a picture. */
  readonly picture?: boolean
  /** Links and buttons before the form. */
  readonly actions?: Html
  /** As in `PictureOptions`. */
  readonly kinds?: boolean
  readonly low?: boolean
  /** What the cards show of an event, where that is not everything. */
  readonly shown?: (event: ShownEvent) => ShownEvent
}

/** The context of a list, whose links to events say from which list they were reached. */
export function fromList<Context extends RenderContext>(
  { query, cursor }: Pick<ListView, 'query' | 'cursor'>,
  context: Context,
): Context {
  if (cursor === undefined && queryString(query) === '') return context
  const { addresses } = context
  return {
    ...context,
    eventLink: (event) => ({ href: addresses.eventFrom(event, query, cursor), rel: nofollow }),
  }
}

/** The form, and the picture, whose lanes are the filter of themes; chips where there is none. */
export function listHead(view: ListView, options: ListOptions, context: RenderContext): Html {
  const picture =
    options.picture !== false && pictureOf(view, { ...options, more: '#_filter' }, context)
  return html`
    <div class="actions">${options.actions}${filterForm(view, options, context)}</div>
    ${picture === false ? themeChips(view, options.url, context) : picture}`
}

/** The events by section, or a note that there are none. */
export function listBody(view: ListView, options: ListOptions, context: RenderContext): Html {
  const level = below(options.level)
  const print = {
    card: cardsOf(view, { ...options, level: below(level) }, context),
    context,
    sort: view.query.sort,
    atMost: view.atMost,
  }
  return html`
    ${conditionsBeside(options.picture === false, view, options.url, context)}
    ${membersNote(view, options.url, context)}
    ${setAsideNote(view, options.url, context)}
    ${partNote(view, context)}
    ${
      view.events.length === 0
        ? emptyNote(view, options.url, context)
        : eventSections(view.events, view.times, level, print)
    }`
}

/** That the page has only a part of the list; on paper also where all of it is. */
function partNote(view: ListView, { absolute, speech }: RenderContext): Html | false {
  const { events, total, query } = view
  if (events.length === 0 || events.length >= total) return false
  const { part, wholeList } = messages[speech.ui].pages
  return html`<p class="small-print">${part(events.length, totalText(view))}<span class="on-paper"> · ${wholeList} ${absolute.timeline(query)}</span></p>`
}
