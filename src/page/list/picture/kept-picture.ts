// The picture of a list on a page, and of an event on its own. A filter keeps the axis and the lanes and pales
// the rest, and so does the page of an event, so that a picture is laid out once for an edition, a language and
// its lanes; what differs stands in gaps: each mark, which leads to its card or its page and may be pale, and
// the heads of the lanes of a list.
import { renderings } from '../../../domain/renderings.ts'
import { everything } from '../../../domain/query/event-query.ts'
import { laneIdsOf } from '../../../domain/query/lanes.ts'
import { joinedMarkup, gap, withGaps } from '../../../markup/gaps.ts'
import { html, printHtml, type Html } from '../../../markup/html.ts'
import { inUtf8, joined, type Pieces } from '../../../domain/text/pieces.ts'
import { rangesOf } from '../../../picture/lanes.ts'
import { maxLanes } from '../../../picture/limits.ts'
import type { MarkOf } from '../../../picture/draw.ts'
import { eventLinkOf, type CardContext } from '../../context.ts'
import { nofollow } from '../../shell/crawlers.ts'
import type { ListView, PictureData, ShownEvent } from '../../view.ts'
import type { QueryUrl } from '../chips.ts'
import { axisOfCounts } from './count-picture.ts'
import { eventPicture } from './event-picture.ts'
import { chosenLanes, eventLanes, idsOfKind, keptOf, laneLink, type EventLane } from './lanes.ts'
import { lanesTable } from './lanes-table.ts'
import { attestedBy, axisOfShown, picturedEvent } from './pictured.ts'

interface DrawnPicture {
  /** What is drawn, in UTF-8; everything else refers to it by index. */
  readonly drawn: readonly Uint8Array[]
  /** What stands before each of the gaps, and behind the last. */
  readonly between: readonly number[]
  readonly gaps: readonly PictureGap[]
}

type PictureGap =
  | { readonly kind: 'kinds' }
  | { readonly kind: 'link' | 'count'; readonly lane: EventLane }
  | DrawnMark

interface DrawnMark {
  readonly kind: 'mark'
  readonly event: string
  /** As it leads to the page of the event, and to its card on this page, where this page has cards. */
  readonly elsewhere: Shades
  readonly here: Shades | undefined
}

interface Shades {
  readonly plain: number
  readonly pale: number
}

type OfEvents = PictureData & { readonly events: readonly ShownEvent[] }

interface KeptOptions {
  readonly url: QueryUrl
  readonly more: string | undefined
  readonly kinds: boolean
  readonly low: boolean | undefined
}

/** False where there is nothing to draw. */
export function keptPicture(
  view: Pick<ListView, 'query' | 'events'>,
  data: OfEvents,
  options: KeptOptions,
  context: CardContext,
): Html | false {
  if (data.events.length === 0) return false
  const { by, selected } = data
  const { query } = view
  const { url } = options
  const { timeline, speech, place = joinedMarkup } = context
  const isOfAll = idsOfKind(by, context).length <= maxLanes
  const own = isOfAll ? [] : chosenLanes({ query }, data, context).own
  // The address of the whole list tells the kind of page, its edition and its language.
  const key = [url(everything), speech.ui, speech.content, by, ...own].join(' ')
  const picture = pictures(timeline)(data.events, key, () =>
    drawList(query, data, options, context),
  )
  const listed = new Set(view.events.map(({ id }) => id))
  const valueOf = (one: PictureGap): string | number => {
    switch (one.kind) {
      case 'mark': {
        const shades = listed.has(one.event) ? one.here : one.elsewhere
        return shadeOf(selected === null || selected.has(one.event), shades ?? one.elsewhere)
      }
      case 'kinds':
        return printHtml(html`${laneKinds(view, data, url, context)}`)
      case 'link':
        return printHtml(laneLink(one.lane.id ?? '', { by, query, links: { url } }))
      case 'count':
        return printHtml(html`${keptOf(one.lane.events, selected)}`)
    }
  }
  return place(filledPicture(picture, valueOf))
}

/**
 * One event among those of its timeline, which are pale, in its own lanes; alone on the axis of a
 * timeline that has too many.
 */
export function eventInPicture(event: ShownEvent, data: PictureData, context: CardContext): Html {
  const { timeline, speech, place = joinedMarkup } = context
  // The address of an event tells its edition, its language and the list that it was reached from. Events of
  // the same themes stand in the same lanes; what stands alone is kept for itself.
  const address = printHtml(html`${eventLinkOf(context)('').href}`)
  const lanes = laneIdsOf(event, data.by)
  const key = [address, speech.ui, speech.content, data.by, ...lanes].join(' ')
  const picture = pictures(timeline)(data.events ?? event, key, () =>
    drawEvent(event, data, context),
  )
  return place(
    filledPicture(picture, (one) =>
      one.kind === 'mark' ? shadeOf(one.event === event.id, one.elsewhere) : '',
    ),
  )
}

const shadeOf = (isPlain: boolean, { plain, pale }: Shades): number => (isPlain ? plain : pale)

/** A gap takes markup, or something drawn by its index. */
function filledPicture(
  { drawn, between, gaps }: DrawnPicture,
  valueOf: (one: PictureGap) => string | number,
): Pieces {
  const pieces: Pieces[number][] = []
  const add = (value: string | number): void => {
    const piece = typeof value === 'string' ? value : drawn[value]
    // Between most marks there is nothing.
    if (piece !== undefined && piece.length > 0) pieces.push(piece)
  }
  for (const [i, index] of between.entries()) {
    add(index)
    const one = gaps[i]
    if (one !== undefined) add(valueOf(one))
  }
  return pieces
}

const pictures = renderings<DrawnPicture>(({ drawn }) =>
  drawn.reduce((sum, { length }) => sum + length, 0),
)

function drawList(
  query: ListView['query'],
  data: OfEvents,
  { url, more, low, kinds }: KeptOptions,
  context: CardContext,
): DrawnPicture {
  const { addresses } = context
  const hrefs = (event: string) => ({ here: `#${event}`, elsewhere: addresses.event(event) })
  return draw(hrefs, (open, mark) => {
    const whole = { ...data, selected: null }
    const lanes = eventLanes({ query }, whole, { url, more }, context).map((lane) => ({
      ...lane,
      link: lane.id === undefined ? lane.link : open({ kind: 'link', lane }),
      counted: open({ kind: 'count', lane }),
    }))
    const kindsOf = kinds && open({ kind: 'kinds' })
    const options = { url, more, low, kinds: kindsOf, table: lanesTable(context), mark }
    return eventPicture(lanes, whole, options, context)
  })
}

function drawEvent(event: ShownEvent, data: PictureData, context: CardContext): DrawnPicture {
  const linkOf = eventLinkOf(context)
  const hrefs = (event: string) => ({ elsewhere: linkOf(event).href })
  return draw(hrefs, (_, mark) => {
    const selected = new Set([event.id])
    const all = { ...data, events: data.events ?? [event], selected }
    const links = { url: context.addresses.timeline }
    const lanes = eventLanes({ query: everything, only: event.id }, all, links, context)
    const own = lanes.filter(({ events }) => events.some(({ id }) => id === event.id))
    const ids = new Set(own.flatMap(({ events }) => events.map(({ id }) => id)))
    // What the picture says of itself is of the events that it has.
    const shown = { ...all, events: all.events.filter(({ id }) => ids.has(id)), counts: null }
    const axis = data.counts
      ? axisOfCounts(data.counts, rangesOf([picturedEvent(event, attestedBy(context), context)]))
      : axisOfShown(all.events, context)
    return eventPicture(own, shown, { ...links, mark, axis, table: lanesTable(context) }, context)
  })
}

type Href = string | Html

/** Draws a picture with gaps, which `make` opens. */
function draw(
  hrefs: (event: string) => { readonly elsewhere: Href; readonly here?: Href },
  make: (open: (one: PictureGap) => Html, mark: MarkOf) => Html | false,
): DrawnPicture {
  const texts: string[] = []
  const keep = (markup: Html): number => texts.push(printHtml(markup)) - 1
  const known: PictureGap[] = []
  const open = (one: PictureGap): Html => gap(String(known.push(one) - 1))
  const mark: MarkOf = (event, write) => {
    const shades = (href: Href): Shades => ({
      plain: keep(write(href, false)),
      pale: keep(write(href, true)),
    })
    const { here, elsewhere } = hrefs(event)
    const ofCard = here === undefined ? undefined : shades(here)
    return open({ kind: 'mark', event, here: ofCard, elsewhere: shades(elsewhere) })
  }
  const { between, names } = withGaps(html`${make(open, mark)}`)
  return {
    between: between.map((part) => texts.push(joined([part])) - 1),
    gaps: names.flatMap((index) => known[Number(index)] ?? []),
    drawn: inUtf8(texts),
  }
}

/** Links to the lanes by theme and by person; false where nobody has a lane. */
export function laneKinds(
  { query }: Pick<ListView, 'query'>,
  { by }: Pick<PictureData, 'by'>,
  url: QueryUrl,
  { words, timeline }: CardContext,
): Html | false {
  if (timeline.actors.every(({ kind }) => kind === 'place')) return false
  const { by: names } = words.picture
  const kind = (one: 'theme' | 'actor') =>
    html`<a href="${url(query, { lanes: one === 'actor' ? one : undefined })}"${one === 'actor' && nofollow}${one === by && html` aria-current="true"`}>${names[one]}</a>`
  return html`<p class="lane-kinds">${kind('theme')}${kind('actor')}</p>`
}
