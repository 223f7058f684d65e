// What the picture above a list shows: every event of the timeline, or, of many, counts by lane.
import { splitMonth } from '../../domain/date/month.ts'
import { civilDay } from '../../domain/date/civil-day.ts'
import { sumOf, type TimeCounts } from '../../domain/query/counts.ts'
import { everything } from '../../domain/query/event-query.ts'
import { binSizeFor, type BinSize, type LaneKind } from '../../domain/query/lanes.ts'
import type { Answer, EditionReader } from '../../edition/reader.ts'
import { idsOfKind, ownLanes } from '../../page/list/picture/lanes.ts'
import { foldText, hanFolder } from '../../domain/text/fold.ts'
import type { TimelineSummary } from '../../edition/summary.ts'
import type { HomeView, PictureData } from '../../page/view.ts'
import type { Store } from '../../store/read/store.ts'
import { maxMarked } from '../../picture/limits.ts'
import { queryString } from '../../address/addresses.ts'
import type { Selection } from '../request/selection.ts'

/** Of the whole timeline and of the selection, which needs no reading where it is everything. */
export async function pictureData(
  { reader, query }: Pick<Selection, 'reader' | 'query'>,
  by: LaneKind,
): Promise<PictureData> {
  const isWhole = queryString({ ...query, sort: 'date' }) === ''
  // Lanes stand for direct participation, so members do not count for their groups.
  const all = { ...everything, members: 'exclude' } as const
  const whole = await reader.answer(all, { limit: maxMarked, after: null }, { facets: true })
  if (whole.total > maxMarked) return countedPicture({ reader, query, isWhole }, whole, by)
  const found = isWhole ? null : await reader.answer(query, { limit: maxMarked, after: null })
  return {
    by,
    events: whole.events,
    selected: found && new Set(found.events.map(({ id }) => id)),
    counts: null,
  }
}

/** Counts alone, at no cost for each event of the answer. */
async function countedPicture(
  { reader, query, isWhole }: Pick<Selection, 'reader' | 'query'> & { readonly isWhole: boolean },
  { total, facets }: Answer,
  by: LaneKind,
): Promise<PictureData> {
  const { timeline } = reader.facts
  const counts = facets[by]
  const used = idsOfKind(by, { timeline }).filter((id) => (counts.get(id) ?? 0) > 0)
  const ids = ownLanes(used, counts)
  const others = used.filter((id) => !ids.includes(id))
  const lanes = { by, ids, others, size: sizeOf(facets) }
  const none = { limit: 0, after: null } as const
  const whole = (await reader.answer(everything, none, { lanes })).lanes
  const found = isWhole ? whole : (await reader.answer(query, none, { lanes })).lanes
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
    },
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

/** The sources of a timeline and how its events lie in time; undefined if it cannot be read. */
export async function glanceAt(store: Store, timeline: string): Promise<Glance | undefined> {
  const current = await store.current(timeline)
  if (!current.ok) return undefined
  const reader = current.value.value
  // One timeline whose parts cannot be read must not hide the others.
  return shapeOf(reader).catch(() => undefined)
}

async function shapeOf(reader: EditionReader): Promise<Glance> {
  const none = { limit: 0, after: null } as const
  const { facets } = await reader.answer(everything, none, { facets: true })
  const asked = { by: 'theme', ids: [], others: [], size: sizeOf(facets, glanceBins) } as const
  const { lanes } = await reader.answer(everything, none, { lanes: asked })
  return { sources: reader.facts.timeline.sources, size: lanes.size, times: lanes.none }
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
