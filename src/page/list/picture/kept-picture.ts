// The picture of a list on a page. A filter keeps the axis and the lanes and pales the rest, so that a
// picture is laid out once for an edition, a language and its lanes; what a filter changes stands in gaps:
// where marks lead and which are pale, and the heads of lanes.
import { renderings } from '../../../domain/renderings.ts'
import { everything } from '../../../domain/query/event-query.ts'
import { charactersOf, filled, gap, withGaps, type Gapped } from '../../../markup/gaps.ts'
import { html, type Html } from '../../../markup/html.ts'
import { maxLanes } from '../../../picture/limits.ts'
import type { CardContext } from '../../context.ts'
import { nofollow } from '../../shell/crawlers.ts'
import type { ListView, PictureData, ShownEvent } from '../../view.ts'
import type { QueryUrl } from '../chips.ts'
import { eventPicture } from './event-picture.ts'
import { chosenLanes, eventLanes, idsOfKind, keptOf, laneLink, type EventLane } from './lanes.ts'
import { lanesTable } from './lanes-table.ts'

interface DrawnPicture {
  readonly markup: Gapped
  readonly lanes: readonly EventLane[]
  readonly marks: readonly DrawnMark[]
}

interface DrawnMark {
  readonly event: string
  /** Where it leads: to the card on the page, or to the page of the event. */
  readonly here: Html
  readonly elsewhere: Html
  readonly plain: Gapped
  readonly pale: Gapped
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
  const { timeline, speech } = context
  const isOfAll = idsOfKind(by, context).length <= maxLanes
  const own = isOfAll ? [] : chosenLanes({ query }, data, context).own
  // The address of the whole list tells the kind of page, its edition and its language.
  const key = [url(everything), speech.ui, speech.content, by, ...own].join(' ')
  const { markup, lanes, marks } = pictures(timeline)(data.events, key, () =>
    drawn(query, data, options, context),
  )
  const listed = new Set(view.events.map(({ id }) => id))
  const markAt = (index: number): Html | undefined => {
    const mark = marks[index]
    if (mark === undefined) return undefined
    const { event, here, elsewhere, plain, pale } = mark
    const link = listed.has(event) ? here : elsewhere
    return filled(selected === null || selected.has(event) ? plain : pale, () => link)
  }
  return filled(markup, (name) => {
    const [kind, number] = name.split(' ')
    const index = Number(number)
    if (kind === 'mark') return markAt(index)
    if (kind === 'kinds') return html`${laneKinds(view, data, url, context)}`
    const { id = '', events = [] } = lanes[index] ?? {}
    return kind === 'link'
      ? laneLink(id, { by, query, links: { url } })
      : html`${keptOf(events, selected)}`
  })
}

const pictures = renderings<DrawnPicture>(({ markup, marks }) =>
  marks.reduce(
    (sum, { plain, pale }) => sum + charactersOf(plain) + charactersOf(pale),
    charactersOf(markup),
  ),
)

function drawn(
  query: ListView['query'],
  data: OfEvents,
  { url, more, low, kinds }: KeptOptions,
  context: CardContext,
): DrawnPicture {
  const marks: DrawnMark[] = []
  const whole = { ...data, selected: null }
  const lanes = eventLanes({ query }, whole, { url, more }, context)
  const open = lanes.map((lane, i) => ({
    ...lane,
    link: lane.id === undefined ? lane.link : gap(`link ${i}`),
    counted: gap(`count ${i}`),
  }))
  const options = {
    url,
    more,
    low,
    kinds: kinds && gap('kinds'),
    table: lanesTable(context),
    mark(event: string, write: (href: Html, isPale: boolean) => Html): Html {
      const [plain, pale] = [write(gap('href'), false), write(gap('href'), true)].map(withGaps)
      marks.push({
        event,
        here: html`#${event}`,
        elsewhere: html`${context.addresses.event(event)}`,
        plain: plain ?? [],
        pale: pale ?? [],
      })
      return gap(`mark ${marks.length - 1}`)
    },
  }
  const markup = withGaps(html`${eventPicture(open, whole, options, context)}`)
  return { markup, lanes, marks }
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
