// What a calendar and a clock show in a time zone: the one use of Intl in the date model.
import { splitDay, type CivilDay } from './civil-day.ts'

/** Local date and time of day. */
export interface CivilTime {
  readonly day: CivilDay
  /** Whole minutes after midnight. */
  readonly minute: number
}

/**
 * What calendar and clock show at so many seconds since 1970.
 * @example (-62_135_596_800, 'America/New_York') → the day of 0000-12-31, 19:03
 */
export function civilTimeAt(seconds: number, timeZone: string): CivilTime {
  const shown = { month: 0, day: 0, hour: 0, minute: 0 }
  for (const { type, value } of clockIn(timeZone).formatToParts(seconds * 1000)) {
    if (type in shown) shown[type as keyof typeof shown] = Number(value)
  }
  // Local time is within a day of UTC, so the day of the month identifies the day without an era.
  const utcDay = Math.floor(seconds / 86_400)
  const day = [utcDay - 1, utcDay + 1].find((near) => splitDay(near).day === shown.day) ?? utcDay
  return { day, minute: shown.hour * 60 + shown.minute }
}

/**
 * HTML, schema.org and `Date` want the minutes of an offset, which ISO 8601 may leave out.
 * @example '2020-03-13T07:45+08' → '2020-03-13T07:45+08:00'
 */
export const withWholeOffset = (instant: string): string =>
  instant.includes('T') ? instant.replace(/[+-]\d\d$/, '$&:00') : instant

interface Clock {
  readonly timeZone: string
  readonly format: Intl.DateTimeFormat
}

/** Cached: creating a clock takes 30 times as long as reading it, and a timeline needs only one. */
let lastClock: Clock | null = null

/** Formats an instant as year, month, day, hour and minute of the time zone, in ASCII digits. */
function clockIn(timeZone: string): Intl.DateTimeFormat {
  if (lastClock?.timeZone !== timeZone) lastClock = { timeZone, format: newClock(timeZone) }
  return lastClock.format
}

function newClock(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: 'numeric',
    minute: 'numeric',
  })
}
