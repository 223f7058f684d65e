// The public JSON of the counts of a picture: events by lane and time, of a timeline and of what a filter
// finds. The OpenAPI description is derived from the schemas. No I/O.
import * as v from 'valibot'
import { Identifier } from '../../domain/document/identifier.ts'
import { printDay } from '../../domain/date/civil-day.ts'
import { binOf, binSizes, type BinSize, type LaneTimes } from '../../domain/query/lanes.ts'
import type { Text } from '../../domain/text/language-map.ts'
import { DayJson, LocalizedText, type Localize } from './event-json.ts'
import { EditionNumber, LinksJson } from './shared-json.ts'

const whole = v.pipe(v.number(), v.integer(), v.minValue(0))

const both = {
  count: v.pipe(whole, v.description('Number of events of the timeline.')),
  found: v.pipe(whole, v.description('How many of them the filter selects.')),
}

export const LaneTimesJson = v.object({
  ...both,
  bins: v.pipe(
    v.array(v.object({ from: DayJson, to: DayJson, ...both })),
    v.description(
      'By the bin that surely holds date.named, in order of time; bins without events are left out.',
    ),
  ),
  window: v.pipe(v.object(both), v.description('Those known only within several bins.')),
  undated: v.pipe(v.object(both), v.description('Those without a date.')),
})

export const LaneJson = v.object({
  id: Identifier,
  label: LocalizedText,
  ...LaneTimesJson.entries,
})

export const LanesJson = v.object({
  timeline: Identifier,
  edition: v.pipe(EditionNumber, v.description('The edition that the response was made from.')),
  by: v.pipe(
    v.picklist(['theme', 'actor']),
    v.description('Whether lanes stand for themes, or for people, groups and organizations.'),
  ),
  size: v.pipe(
    v.picklist(binSizes),
    v.description('The length of every bin, chosen by the span of the timeline.'),
  ),
  total: v.pipe(
    v.object({ ...both, relation: v.picklist(['eq', 'lte']) }),
    v.description('Each event once. relation is as in the answer with events.'),
  ),
  undated: v.pipe(v.object(both), v.description('Each event without a date once.')),
  lanes: v.pipe(
    v.array(LaneJson),
    v.description(
      'Those with most events, in the order of the timeline; none has the events without any. An event counts in each of its lanes, and in none for a group that it belongs to only through members.',
    ),
  ),
  rest: v.pipe(
    v.object({
      lanes: v.pipe(whole, v.description('How many others share this lane.')),
      ...LaneTimesJson.entries,
    }),
    v.description('Events of at least one other; each counts once.'),
  ),
  none: LaneTimesJson,
  links: LinksJson,
})

interface LanePair {
  readonly count: LaneTimes
  readonly found: LaneTimes
}

/** The bins of the timeline, each with what the filter finds in it. */
export function laneTimesJson({ count, found }: LanePair, size: BinSize) {
  return {
    count: totalOf(count),
    found: totalOf(found),
    bins: Array.from(count.bins, ([start, events]) => {
      const [from, end] = binOf(start, size)
      return {
        from: printDay(from),
        to: printDay(end - 1),
        count: events,
        found: found.bins.get(start) ?? 0,
      }
    }),
    window: { count: count.window, found: found.window },
    undated: { count: count.undated, found: found.undated },
  }
}

export const laneJson = (
  { id, label }: { readonly id: string; readonly label: Text },
  pair: LanePair,
  size: BinSize,
  localize: Localize,
) => ({ id, label: localize(label), ...laneTimesJson(pair, size) })

const totalOf = ({ bins, window, undated }: LaneTimes): number =>
  [...bins.values()].reduce((sum, count) => sum + count, window + undated)
