// The preview pictures of shared links: a timeline, a filter of it, or one event in it.
import { queryString } from '../../address/addresses.ts'
import { spanOf, type TimeSpan } from '../../domain/date/claims.ts'
import { countBy } from '../../domain/query/counts.ts'
import { everything } from '../../domain/query/event-query.ts'
import { binOf } from '../../domain/query/lanes.ts'
import { themesWithColors } from '../../domain/document/theme-colors.ts'
import type { EditionReader } from '../../edition/reader.ts'
import type { PictureData } from '../../page/view.ts'
import { axisOf, type Axis } from '../../picture/axis.ts'
import { attestedDay, sourceDays } from '../../picture/claim.ts'
import { axisOfEvents, narrowest, packLane } from '../../picture/lanes.ts'
import { askedIn, ownLanes } from '../../page/list/picture/own-lanes.ts'
import { writePng, type Raster } from '../../picture/png.ts'
import { previewOf, previewSize, type PreviewLane } from '../../picture/preview.ts'
import * as parameters from '../request/parameters.ts'
import {
  chooseEdition,
  eventProblems,
  findEvent,
  select,
  selectProblems,
} from '../request/selection.ts'
import { conditional } from '../response/conditional.ts'
import { route } from '../route.ts'
import { pictureData } from './picture.ts'

const png = 'image/png'
const success = {
  200: { description: `PNG, ${previewSize.width} by ${previewSize.height} pixels`, type: png },
} as const

export const timelinePreview = route({
  method: 'GET',
  path: '/timelines/{timeline}/picture.png',
  id: 'getPreview',
  summary: 'The picture of a timeline or of a filter, as shared links show it',
  tag: 'pages',
  parameters: { ...parameters.filter, edition: parameters.edition },
  lenient: true,
  success,
  problems: selectProblems,
  async handle(exchange) {
    const selected = await select(exchange)
    if (!selected.ok) return selected.failure
    const { reader, query, pinned, stale } = selected.value
    const { number } = reader.facts.edition
    const identity = `preview ${number} ${queryString(query)}`
    return conditional(exchange, { identity, edition: number, pinned, stale }, async () => {
      const data = await pictureData({ reader, query }, 'theme')
      const { events, selected: kept } = data
      const span =
        events === null
          ? (await reader.answer(query, none, { span: true })).span
          : spanOf(events.filter(({ id }) => kept?.has(id) ?? true).map(({ when }) => when))
      return { type: png, body: await drawn(reader, data, askedIn(query, 'theme'), span) }
    })
  },
})

export const eventPreview = route({
  method: 'GET',
  path: '/timelines/{timeline}/events/{event}/picture.png',
  id: 'getEventPreview',
  summary: 'An event in the picture of its timeline, as shared links show it',
  tag: 'pages',
  parameters: { edition: parameters.edition },
  lenient: true,
  success,
  problems: eventProblems,
  async handle(exchange) {
    const chosen = await chooseEdition(exchange)
    if (!chosen.ok) return chosen.failure
    const { reader, pinned, stale } = chosen.value
    const found = await findEvent(exchange, reader)
    if (!found.ok) return found.failure
    const { number } = reader.facts.edition
    const identity = `preview ${number} event ${found.value.id}`
    return conditional(exchange, { identity, edition: number, pinned, stale }, async () => {
      const data = await pictureData({ reader, query: everything }, 'theme')
      const selected = new Set([found.value.id])
      const { themes, when } = found.value
      return { type: png, body: await drawn(reader, { ...data, selected }, themes, spanOf([when])) }
    })
  },
})

const none = { limit: 0, after: null } as const

/** The lanes of themes, those that have none of their own in one, as on the page; the span in digits. */
async function drawn(
  { facts }: Pick<EditionReader, 'facts'>,
  { events, selected, counts }: PictureData,
  asked: readonly string[],
  timeSpan: TimeSpan | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const { timeline } = facts
  const colors = new Map(themesWithColors(timeline.themes).map(({ id, color }) => [id, color]))
  const span = spanDigits(timeSpan)
  if (counts !== null) return writePng(countedPreview(counts, colors, span))
  const all = events ?? []
  const days = sourceDays(timeline.sources, timeline.timeZone)
  const pictured = new Map(
    all.map((event) => [
      event.id,
      { id: event.id, when: event.when, attested: attestedDay(event, days), title: '' },
    ]),
  )
  const axis = axisOfEvents([...pictured.values()])
  const numbers = countBy(all, ({ themes }) => themes)
  const own = ownLanes([...colors.keys()], numbers, asked)
  const ownIds = new Set(own)
  const laneOf = (color: number | null, held: typeof all): PreviewLane => {
    const shown = held.flatMap(({ id }) => pictured.get(id) ?? [])
    const packed = axis ? packLane(shown, axis, { width: narrowest.wide, titled: false }) : null
    const marks = packed?.marks.map(({ event, claim, row }) => ({
      claim,
      row,
      pale: selected !== null && !selected.has(event.id),
    }))
    return { color, rows: packed?.rows ?? 0, marks: marks ?? [], bars: [] }
  }
  const rest = all.filter(({ themes }) => themes.every((id) => !ownIds.has(id)))
  const lanes = [
    ...own.map((id) =>
      laneOf(
        colors.get(id) ?? null,
        all.filter(({ themes }) => themes.includes(id)),
      ),
    ),
    ...(rest.length > 0 ? [laneOf(null, rest)] : []),
  ]
  return writePng(previewOf(lanes, axis, span))
}

function countedPreview(
  { ids, size, whole, found }: NonNullable<PictureData['counts']>,
  colors: ReadonlyMap<string, number>,
  span: string,
): Raster {
  const lanes = [...whole.lanes, whole.rest, whole.none]
  const kept = [...found.lanes, found.rest, found.none]
  const starts = [...new Set(lanes.flatMap(({ bins }) => [...bins.keys()]))].toSorted(
    (a, b) => a - b,
  )
  const axis: Axis | null = axisOf(starts.map((start) => binOf(start, size)))
  const highest = Math.max(1, ...lanes.flatMap(({ bins }) => [...bins.values()]))
  const shown = kept.flatMap(({ bins }, i): PreviewLane[] =>
    lanes[i]?.bins.size
      ? [
          {
            color: colors.get(ids[i] ?? '') ?? null,
            rows: 0,
            marks: [],
            bars: Array.from(bins, ([start, count]) => {
              const [from, end] = binOf(start, size)
              return { from: axis?.at(from) ?? 0, to: axis?.at(end) ?? 0, tall: count / highest }
            }),
          },
        ]
      : [],
  )
  return previewOf(shown, axis, span)
}

/** None of a span that begins before Christ: digits of ISO 8601 would be a year off, and there are no words here. */
const spanDigits = (span: TimeSpan | null): string => {
  if (span === null || /^(?:-|0000)/.test(span.first)) return ''
  const { first, last } = span
  return first === last ? first : `${first}  ${last}`
}
