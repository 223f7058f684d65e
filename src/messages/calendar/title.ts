// The title of an event in a calendar: with its status unless it is confirmed, and with its date in words wherever the days alone would say more
// than the source. Calendar files and the forms of calendar services use the same.
import { isToTheDay, type DayClaim } from '../../domain/date/claims.ts'
import { calendarDays } from '../../domain/date/calendar-days.ts'
import { printClock } from '../../domain/date/civil-day.ts'
import type { StatedWords } from '../../domain/date/stated.ts'
import type { When } from '../../domain/date/when.ts'
import type { EventStatus } from '../../domain/document/event.ts'
import type { ControlMessages } from '../en/list.ts'
import { withStatus } from './status.ts'

/** What the title says of an event; every `TimelineEvent` is one. */
export interface CalendarEvent {
  readonly when: DayClaim & Pick<When, 'precision' | 'minute'>
  readonly statedDate?: string
  readonly status: EventStatus
}

export interface TitleDate {
  readonly explicit: string
  /** The source's own words beside it (domain/date/stated.ts). */
  readonly stated: StatedWords | null
}

/**
 * @example ('Twelve resumed', an event as of 24 February, { explicit: 'as of 24 February 2020', stated: null }, words) →
 * 'Twelve resumed (as of 24 February 2020)'
 */
export function calendarTitle(
  title: string,
  event: CalendarEvent,
  date: TitleDate,
  words: Pick<ControlMessages, 'datedTitle' | 'statusMarks'>,
): string {
  const marked = withStatus(title, event, words)
  return misleads(event) ? words.datedTitle(marked, wordsOf(event, date)) : marked
}

/** True if the days that a calendar shows would look more certain than they are. */
function misleads({ when, statedDate }: CalendarEvent): boolean {
  if (!isToTheDay(when) || when.precision === 'instant') return true
  if (when.kind === 'point') return false
  // A span shows its own days, unless they only approximate words such as 2月上旬, or are too many.
  return when.kind !== 'span' || statedDate !== undefined || calendarDays(when) === null
}

/**
 * The source's own words and the explicit date; of an instant without such words the time alone, since the
 * calendar shows its day.
 */
function wordsOf({ when }: CalendarEvent, { stated, ...date }: TitleDate): readonly string[] {
  const { explicit } = date
  if (stated === null) return [when.minute === undefined ? explicit : printClock(when.minute)]
  const words = stated.words.replace(/[\r\n\u0085\u2028\u2029]+/g, ' ')
  // The day of a time stands beside it, unless the words are of that day: then the calendar shows its year.
  const isSameTime = when.minute !== undefined && explicit.endsWith(words)
  if (isSameTime || words.includes(explicit)) return [words]
  return stated.isHere ? [words, explicit] : [explicit, words]
}
