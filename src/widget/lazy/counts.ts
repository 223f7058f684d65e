// The picture of a timeline of more events than have marks of their own: bars of the counts that the API
// gives. Loaded where a timeline has so many.
import type { BinSize, LaneCounts, LaneKind, LaneTimes } from '../../domain/query/lanes.ts'
import { axisOfCounts, countPicture } from '../../page/list/picture/count-picture.ts'
import type { PictureCounts, PictureData } from '../../page/view.ts'
import { parsedDay } from '../api/answers.ts'

/** `GET /v1/timelines/{timeline}/lanes` */
export interface LanesAnswer {
  readonly edition: number
  readonly by: LaneKind
  readonly size: BinSize
  /** `relation`: of what is found, here and in each lane. */
  readonly total: Both & { readonly relation: 'eq' | 'lte' }
  readonly undated: Both
  readonly lanes: readonly (LaneAnswer & { readonly id: string })[]
  readonly rest: LaneAnswer & { readonly lanes: number }
  readonly none: LaneAnswer
}

/** Of the timeline, and of what the filter finds. */
interface Both {
  readonly count: number
  readonly found: number
}

interface LaneAnswer {
  readonly bins: readonly (Both & { readonly from: string })[]
  readonly window: Both
  readonly undated: Both
}

function picturedCounts(answer: LanesAnswer): PictureData & { readonly counts: PictureCounts } {
  const { by, size, lanes, rest, none, total, undated } = answer
  const countsBy = (of: keyof Both): LaneCounts => ({
    size,
    lanes: lanes.map((lane) => timesBy(lane, of)),
    rest: timesBy(rest, of),
    none: timesBy(none, of),
  })
  const counts = {
    size,
    ids: lanes.map(({ id }) => id),
    others: rest.lanes,
    total: total.count,
    undated: undated.count,
    whole: countsBy('count'),
    found: countsBy('found'),
    ...(total.relation === 'lte' && { atMost: true as const }),
  }
  return { by, events: null, selected: null, counts }
}

const timesBy = ({ bins, window, undated }: LaneAnswer, of: keyof Both): LaneTimes => ({
  bins: new Map(bins.map((bin) => [parsedDay(bin.from), bin[of]])),
  window: window[of],
  undated: undated[of],
})

export const countPart = { picturedCounts, axisOfCounts, countPicture }
export type CountPart = typeof countPart
