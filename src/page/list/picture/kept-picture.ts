// The picture of a list on a page. A filter keeps the axis and the lanes and pales the rest, so that a
// picture is laid out once for an edition, a language and its lanes; what a filter changes stands in gaps:
// each mark, which leads to its card or its page and may be pale, and the heads of lanes.
import { renderings } from '../../../domain/renderings.ts'
import { everything } from '../../../domain/query/event-query.ts'
import { joinedMarkup, gap, withGaps } from '../../../markup/gaps.ts'
import { html, printHtml, type Html } from '../../../markup/html.ts'
import { inUtf8 } from '../../../domain/text/pieces.ts'
import { maxLanes } from '../../../picture/limits.ts'
import type { CardContext } from '../../context.ts'
import { nofollow } from '../../shell/crawlers.ts'
import type { ListView, PictureData, ShownEvent } from '../../view.ts'
import type { QueryUrl } from '../chips.ts'
import { eventPicture } from './event-picture.ts'
import { chosenLanes, eventLanes, idsOfKind, keptOf, laneLink, type EventLane } from './lanes.ts'
import { lanesTable } from './lanes-table.ts'

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
  /** As it leads to the card on the page, and to the page of the event. */
  readonly here: Shades
  readonly elsewhere: Shades
}

interface Shades {
  readonly plain: number
  readonly pale: number
}

type OfEvents = PictureData & { readonly events: readonly ShownEvent[] }

interface KeptOptions {
  readonly url: QueryUrl
  readonly more: string
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
  const { drawn, between, gaps } = pictures(timeline)(data.events, key, () =>
    draw(query, data, options, context),
  )
  const drawnAt = (index: number) => drawn[index] ?? ''
  const listed = new Set(view.events.map(({ id }) => id))
  const valueOf = (one: PictureGap): string | Uint8Array => {
    switch (one.kind) {
      case 'mark': {
        const { plain, pale } = listed.has(one.event) ? one.here : one.elsewhere
        return drawnAt(selected === null || selected.has(one.event) ? plain : pale)
      }
      case 'kinds':
        return printHtml(html`${laneKinds(view, data, url, context)}`)
      case 'link':
        return printHtml(laneLink(one.lane.id ?? '', { by, query, links: { url } }))
      case 'count':
        return printHtml(html`${keptOf(one.lane.events, selected)}`)
    }
  }
  return place(
    between.flatMap((index, i) => [drawnAt(index), ...gaps.slice(i, i + 1).map(valueOf)]),
  )
}

const pictures = renderings<DrawnPicture>(({ drawn }) =>
  drawn.reduce((sum, { length }) => sum + length, 0),
)

function draw(
  query: ListView['query'],
  data: OfEvents,
  { url, more, low, kinds }: KeptOptions,
  context: CardContext,
): DrawnPicture {
  const texts: string[] = []
  const keep = (markup: Html): number => texts.push(printHtml(markup)) - 1
  const known: PictureGap[] = []
  const open = (one: PictureGap): Html => gap(String(known.push(one) - 1))
  const whole = { ...data, selected: null }
  const lanes = eventLanes({ query }, whole, { url, more }, context).map((lane) => ({
    ...lane,
    link: lane.id === undefined ? lane.link : open({ kind: 'link', lane }),
    counted: open({ kind: 'count', lane }),
  }))
  const options = {
    url,
    more,
    low,
    kinds: kinds && open({ kind: 'kinds' }),
    table: lanesTable(context),
    mark(event: string, write: (href: string, isPale: boolean) => Html): Html {
      const shades = (href: string): Shades => ({
        plain: keep(write(href, false)),
        pale: keep(write(href, true)),
      })
      const [here, elsewhere] = [shades(`#${event}`), shades(context.addresses.event(event))]
      return open({ kind: 'mark', event, here, elsewhere })
    },
  }
  const markup = withGaps(html`${eventPicture(lanes, whole, options, context)}`)
  const [between, gaps] = [0, 1].map((rest) => markup.filter((_, i) => i % 2 === rest))
  return {
    between: (between ?? []).map((part) => texts.push(part) - 1),
    gaps: (gaps ?? []).flatMap((index) => known[Number(index)] ?? []),
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
