// The cards of a list on a page. A card is made once for an edition, a language and a kind of page; the
// index of its event and what depends on the filter stand in gaps.
import { renderings } from '../../domain/renderings.ts'
import { everything } from '../../domain/query/event-query.ts'
import {
  joinedMarkup,
  charactersOf,
  filled,
  gap,
  gappedInUtf8,
  withGaps,
  type Gapped,
} from '../../markup/gaps.ts'
import { html, type Html } from '../../markup/html.ts'
import type { HeadingLevel } from '../../markup/heading.ts'
import { eventCard, menuButton, type CardOptions } from '../card/event-card.ts'
import { eventLinkOf, type RenderContext } from '../context.ts'
import { menuItems } from '../share/menu.ts'
import type { ListView, ShownEvent } from '../view.ts'
import type { QueryUrl } from './chips.ts'

interface CardsOptions {
  readonly level: HeadingLevel
  readonly url: QueryUrl
  readonly shown?: (event: ShownEvent) => ShownEvent
}

/** Writes the card of an event of this list. */
export function cardsOf(
  { query }: Pick<ListView, 'query'>,
  { level, url, shown = (event) => event }: CardsOptions,
  context: RenderContext,
): (event: ShownEvent, number: number, inMonth: boolean) => Html {
  const { timeline, speech, addresses, place } = context
  const keptOf = cards(timeline)
  // The address of the whole list tells the kind of page, its edition and its language.
  const kind = `${url(everything)} ${speech.ui} ${speech.content}`
  const subscribe = html`${addresses.subscribe(query)}`
  const linkOf = eventLinkOf(context)
  return (event, number, inMonth) => {
    const members = context.through(event)
    const card = keptOf(event, `${kind} ${inMonth} ${members.join(' ')}`, () => {
      const open = { ...context, listUrl: url, eventLink: () => link, through: () => members }
      const options = { level, inMonth, number: gap('number'), menu: menuIn(open) }
      const card = withGaps(eventCard(shown(event), options, open))
      return place === undefined ? card : gappedInUtf8(card)
    })
    const { href, rel } = linkOf(event.id)
    const [index, address] = [html`${number}`, html`${href}`]
    const pieces = filled(card, (name) => {
      if (name === 'number') return index
      if (name === 'href') return address
      return name === 'rel' ? rel : subscribe
    })
    return (place ?? joinedMarkup)(pieces)
  }
}

const cards = renderings<Gapped>(charactersOf)

const link = { href: gap('href'), rel: gap('rel') }

const menuIn =
  (context: RenderContext): CardOptions['menu'] =>
  (event, number) =>
    html`
    ${menuButton(number, html` popovertarget="_menu-${number}"`, context)}
    <ul popover id="_menu-${number}" class="menu">${menuItems(event, gap('subscribe'), context)}</ul>`
