// What the picture above a list shows: every event of the timeline, or, of many, counts by lane, which
// GET /v1/timelines/{timeline}/lanes gives, too.
import { failed, ok, type Result } from '../../domain/result.ts'
import { splitMonth } from '../../domain/date/month.ts'
import { civilDay } from '../../domain/date/civil-day.ts'
import { sumOf, type TimeCounts } from '../../domain/query/counts.ts'
import { everything } from '../../domain/query/event-query.ts'
import {
  binSizeFor,
  noTimes,
  type BinSize,
  type LaneCounts,
  type LaneKind,
  type LanesAsked,
  type LaneTimes,
} from '../../domain/query/lanes.ts'
import type { Text } from '../../domain/text/language-map.ts'
import type { Answer, EditionReader } from '../../edition/reader.ts'
import { idsOfKind } from '../../page/list/picture/lanes.ts'
import { askedIn, ownLanes } from '../../page/list/picture/own-lanes.ts'
import { foldText, hanFolder } from '../../domain/text/fold.ts'
import type { TimelineSummary } from '../../edition/summary.ts'
import { localizer } from '../../formats/json/event-json.ts'
import { laneJson, LanesJson, laneTimesJson } from '../../formats/json/lanes-json.ts'
import type { HomeView, PictureCounts, PictureData } from '../../page/view.ts'
import type { ReadFailure, Store } from '../../store/read/store.ts'
import { maxMarked } from '../../picture/limits.ts'
import { queryString, type AddressOptions } from '../../address/addresses.ts'
import type { Exchange } from '../request/exchange.ts'
import * as parameters from '../request/parameters.ts'
import { select, selectProblems, type Selection } from '../request/selection.ts'
import { conditional } from '../response/conditional.ts'
import { addressesOf, pageUrl, timelineUrl } from '../response/links.ts'
import { route } from '../route.ts'

const json = 'application/json; charset=utf-8'

/** Of the whole timeline and of the selection, which needs no reading where it is everything. */
export async function pictureData(
  { reader, query }: Pick<Selection, 'reader' | 'query'>,
  by: LaneKind,
): Promise<PictureData> {
  const isWhole = queryString({ ...query, sort: 'date' }) === ''
  const whole = await wholeOf(reader)
  if (whole.total > maxMarked) return countedPicture({ reader, query, isWhole }, whole, by)
  const found = isWhole ? null : await reader.answer(query, { limit: maxMarked, after: null })
  return {
    by,
    events: whole.events,
    selected: found && new Set(found.events.map(({ id }) => id)),
    counts: null,
  }
}

/** Everything of an edition, read once; without the events of those that are too many to be drawn. */
export async function wholeOf(reader: EditionReader): Promise<Answer> {
  const known = wholes.get(reader)
  if (known !== undefined) return known
  // Lanes stand for direct participation, so members do not count for their groups.
  const all = { ...everything, members: 'exclude' } as const
  const found = await reader.answer(all, { limit: maxMarked, after: null }, { facets: true })
  const whole = found.total > maxMarked ? { ...found, events: [] } : found
  wholes.set(reader, whole)
  return whole
}

const wholes = new WeakMap<EditionReader, Answer>()

/** Counts alone, at no cost for each event of the answer. */
async function countedPicture(
  { reader, query, isWhole }: Pick<Selection, 'reader' | 'query'> & { readonly isWhole: boolean },
  { total, facets }: Answer,
  by: LaneKind,
): Promise<PictureData & { readonly counts: PictureCounts }> {
  const { timeline } = reader.facts
  const counts = facets[by]
  const used = idsOfKind(by, { timeline }).filter((id) => (counts.get(id) ?? 0) > 0)
  const ids = ownLanes(used, counts, askedIn(query, by))
  const others = used.filter((id) => !ids.includes(id))
  const lanes = { by, ids, others, size: sizeOf(facets) }
  const whole = await wholeLanesOf(reader, lanes)
  const none = { limit: 0, after: null } as const
  const { lanes: found, atMost } = isWhole
    ? { lanes: whole }
    : await reader.answer(query, none, { lanes })
  return {
    by,
    events: null,
    selected: null,
    counts: {
      size: whole.size,
      ids,
      others: others.length,
      total,
      undated: facets.undated,
      whole,
      found,
      ...(atMost && { atMost }),
    },
  }
}

/** The lanes of everything, counted once for as long as the same ones are asked for. */
async function wholeLanesOf(reader: EditionReader, lanes: LanesAsked): Promise<LaneCounts> {
  const key = [lanes.by, ...lanes.ids].join(' ')
  const known = wholeLanes.get(reader)
  if (known?.key === key) return known.counts
  const counts = (await reader.answer(everything, { limit: 0, after: null }, { lanes })).lanes
  wholeLanes.set(reader, { key, counts })
  return counts
}

const wholeLanes = new WeakMap<
  EditionReader,
  { readonly key: string; readonly counts: LaneCounts }
>()

export const countedLanes = route({
  method: 'GET',
  path: '/v1/timelines/{timeline}/lanes',
  id: 'countLanes',
  summary: 'Counts of events by theme or actor and by time, as a picture of many events needs them',
  tag: 'read',
  parameters: {
    ...parameters.filter,
    lanes: parameters.lanes,
    lang: parameters.lang,
    edition: parameters.edition,
  },
  success: {
    200: {
      description: 'The counts of the timeline, and of what the filter selects',
      type: json,
      schema: LanesJson,
    },
  },
  problems: ['unknown-parameter', ...selectProblems],
  async handle(exchange) {
    const selected = await select(exchange)
    if (!selected.ok) return selected.failure
    const { reader, query, pinned, stale } = selected.value
    const { lanes: by = 'theme', lang, edition } = exchange.query
    const options = { lanes: by === 'actor' ? by : undefined, lang, edition }
    const { number } = reader.facts.edition
    const identity = `lanes ${number} ${queryString(query, options)}`
    return conditional(exchange, { identity, edition: number, pinned, stale }, async () => ({
      type: json,
      body: JSON.stringify(await lanesJson(exchange, selected.value, by, options)),
    }))
  },
})

async function lanesJson(
  exchange: Exchange,
  selection: Selection,
  by: LaneKind,
  options: AddressOptions,
) {
  const { reader, query } = selection
  const { timeline, edition } = reader.facts
  const none = { limit: 0, after: null } as const
  const isWhole = queryString({ ...query, sort: 'date' }) === ''
  const all = await reader.answer({ ...everything, members: 'exclude' }, none, { facets: true })
  const found = isWhole ? all : await reader.answer(query, none, { facets: true })
  const { counts } = await countedPicture({ reader, query, isWhole }, all, by)
  const { size } = counts
  const named = new Map<string, Text>(
    by === 'theme'
      ? timeline.themes.map(({ id, label }) => [id, label])
      : timeline.actors.map(({ id, name }) => [id, name]),
  )
  const localize = localizer(options.lang, timeline)
  const pairOf = (of: (lanes: LaneCounts) => LaneTimes | undefined) => ({
    count: of(counts.whole) ?? noTimes,
    found: of(counts.found) ?? noTimes,
  })
  return {
    timeline: timeline.id,
    edition: edition.number,
    by,
    size,
    total: {
      count: all.total,
      found: found.total,
      relation: found.atMost === true ? 'lte' : 'eq',
    },
    undated: { count: all.facets.undated, found: found.facets.undated },
    lanes: counts.ids.map((id, i) =>
      laneJson(
        { id, label: named.get(id) ?? {} },
        pairOf((of) => of.lanes[i]),
        size,
        localize,
      ),
    ),
    rest: {
      lanes: counts.others,
      ...laneTimesJson(
        pairOf((of) => of.rest),
        size,
      ),
    },
    none: laneTimesJson(
      pairOf((of) => of.none),
      size,
    ),
    links: lanesLinks(exchange, selection, options),
  }
}

function lanesLinks({ service }: Exchange, selection: Selection, options: AddressOptions) {
  const { reader, query } = selection
  const addresses = addressesOf(service, selection)
  return {
    self: addresses.lanes(query, options),
    timeline: timelineUrl(addresses, options),
    edition: addresses.edition(reader.facts.edition.number),
    events: addresses.events(query, { ...options, lanes: undefined })(null),
    page: pageUrl(addresses, { query, options }),
  }
}

/** By the months in which events stand; where none does, by those between which they lie. */
function sizeOf({ month, window }: TimeCounts, most?: number): BinSize {
  const months =
    sumOf(month) > 0 ? [...month.keys()] : [...window.keys()].flatMap((id) => id.split('/'))
  const days = months.map((name) => {
    const { year, month } = splitMonth(name)
    return civilDay(year, month, 1)
  })
  return days.length === 0 ? 'month' : binSizeFor(Math.min(...days), Math.max(...days) + 30, most)
}

/** The sources of a timeline and how its events lie in time. */
export async function glanceAt(
  store: Store,
  timeline: string,
): Promise<Result<Glance, ReadFailure>> {
  const current = await store.current(timeline)
  if (!current.ok) return current
  // One timeline whose parts cannot be read must not hide the others.
  return shapeOf(current.value.value).then(ok, () => failed('unavailable'))
}

async function shapeOf(reader: EditionReader): Promise<Glance> {
  const none = { limit: 0, after: null } as const
  const { facets } = await reader.answer(everything, none, { facets: true })
  const asked = { by: 'theme', ids: [], others: [], size: sizeOf(facets, glanceBins) } as const
  const { lanes } = await reader.answer(everything, none, { lanes: asked })
  return {
    sources: reader.facts.timeline.sources,
    resting: facets.source,
    size: lanes.size,
    times: lanes.none,
  }
}

type Glance = NonNullable<HomeView['timelines'][number]['glance']>

/** Most bars of a glance. */
const glanceBins = 60

/** The timelines whose title has all of these words, in any language. */
export async function withTitleWords(
  timelines: readonly TimelineSummary[],
  terms: readonly string[],
): Promise<readonly TimelineSummary[]> {
  if (terms.length === 0) return timelines
  const fold = (await hanFolder(terms)) ?? ((text: string) => text)
  return timelines.filter(({ title }) => {
    const text = fold(foldText(Object.values(title).join('\n')))
    return terms.every((term) => text.includes(fold(term)))
  })
}
