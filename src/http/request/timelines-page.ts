// A part of the list of timelines, which is in the order of their ids.
import { writeListCursor } from '../../address/cursor.ts'
import type { TimelineSummary } from '../../edition/summary.ts'
import { maxTimelines } from './parameters.ts'

export interface TimelinesAsked {
  readonly limit?: number | undefined
  /** The id behind which the part begins. */
  readonly cursor?: string | undefined
}

export interface TimelinesPage {
  readonly shown: readonly TimelineSummary[]
  /** Number of timelines on all pages. */
  readonly total: number
  /** Cursor of the next part, if there is one. */
  readonly next?: string
  /** Everything that the part depends on. */
  readonly identity: string
}

/**
 * No timeline is repeated or skipped on the way, whatever is published meanwhile: a timeline keeps its
 * place.
 * @example [a, b, c], { limit: 2 } → { shown: [a, b], total: 3, next: 'YWZ0ZXIuYg', … }
 */
export function timelinesPage(
  timelines: readonly TimelineSummary[],
  { limit = maxTimelines, cursor }: TimelinesAsked,
): TimelinesPage {
  const rest = cursor === undefined ? timelines : timelines.filter(({ id }) => id > cursor)
  const shown = rest.slice(0, limit)
  const last = rest.length > limit ? shown.at(-1) : undefined
  const total = timelines.length
  const editions = shown.map(({ id, edition }) => `${id} ${edition}`).join()
  return {
    shown,
    total,
    ...(last && { next: writeListCursor(last.id) }),
    identity: `${total} ${limit} ${cursor ?? ''} ${editions}`,
  }
}
