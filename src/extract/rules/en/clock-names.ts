// English clock times and parts of the day: 5:42 a.m., 3.20pm, noon, evening.
import { matchAt, type NameRead } from '../../text/sticky.ts'
import type { StatedClock } from '../stated.ts'
import { zoneAfterClock } from './zone-names.ts'

const twelve = /(\d{1,2})(?:[:.]([0-5]\d))? ?(?:([ap])\.m\.?|([ap])m)(?![a-z])/iy
const twentyFour = /([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?![\d:])/y
const iso = /T([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?(?![\d:])/y

/** The time of 2024-05-06T12:30:00Z, with the zone that it states. */
export function readIsoTime(text: string, at: number): NameRead<StatedClock> | null {
  const match = matchAt(iso, text, at)
  if (match === null) return null
  const offset = match[3]?.replace(/^(.\d\d):?(\d\d)$/, '$1:$2')
  const clock = { minute: Number(match[1]) * 60 + Number(match[2]), exact: true }
  return {
    value: offset === undefined ? clock : { ...clock, offset },
    end: at + match[0].length,
  }
}

const words = /(noon|midday|midnight)(?![a-z])/iy

export function readClock(text: string, at: number): NameRead<StatedClock> | null {
  const match = matchAt(twelve, text, at)
  if (match !== null) {
    const hour = Number(match[1])
    if (hour > 12 || hour === 0) return null
    const isAfternoon = (match[3] ?? match[4] ?? '').toLowerCase() === 'p'
    const minute = ((hour % 12) + (isAfternoon ? 12 : 0)) * 60 + Number(match[2] ?? 0)
    return { value: { minute, exact: true, half: 'named' }, end: at + match[0].length }
  }
  const word = matchAt(words, text, at)
  if (word !== null) {
    const isMidnight = word[0].toLowerCase() === 'midnight'
    // Midnight is the start of one day or the end of it.
    return {
      value: { minute: 720, exact: !isMidnight, half: 'named' },
      end: at + word[0].length,
    }
  }
  const clock = matchAt(twentyFour, text, at)
  if (clock === null) return null
  const minute = Number(clock[1]) * 60 + Number(clock[2])
  const half = /^(?:[1-9]|1[0-2])$/.test(clock[1] ?? '') ? { half: 'open' as const } : {}
  return { value: { minute, exact: true, ...half }, end: at + clock[0].length }
}

const about =
  /(?:at |from |by )?(?:about|around|approximately|shortly (?:after|before)|just (?:after|before)|nearly) /iy
const link =
  /(?:,? ?(?:at|from|around|about|by|shortly after|shortly before|just after|just before) |,? )/iy
const part =
  /,?(?: in the)? (?:early |late |mid-)?(morning|afternoon|evening|night|lunchtime|midday)(?![a-z])/iy

const universal = / \(?(?:UTC|GMT)\)?(?![A-Za-z+-])/y

/** A time or a part of the day after a day. */
export function readTimeAfter(text: string, at: number): NameRead<StatedClock | null> | null {
  const isoTime = readIsoTime(text, at)
  if (isoTime !== null) return isoTime
  const partWord = matchAt(part, text, at)
  const from = at + (partWord?.[0].length ?? 0)
  const gap = matchAt(link, text, from)
  const clock = gap === null ? null : readClock(text, from + gap[0].length)
  if (clock !== null) {
    const utc = matchAt(universal, text, clock.end)
    const zone = utc ?? matchAt(zoneAfterClock, text, clock.end)
    const isVague = /about|around|shortly|just/i.test(gap?.[0] ?? '')
    const exact = clock.value.exact && !isVague
    const offset = utc === null ? {} : { offset: 'Z' }
    const time = inPart(clock.value, partWord?.[1] ?? '')
    return { value: { ...time, exact, ...offset }, end: clock.end + (zone?.[0].length ?? 0) }
  }
  return partWord === null ? null : { value: null, end: from }
}

/** In the evening at 8:30: the words tell which half of the day is meant. */
function inPart(clock: StatedClock, part: string): StatedClock {
  if (part === '' || clock.half !== 'open') return clock
  const { minute } = clock
  const isLater = /noon|evening/i.test(part)
    ? minute < 720
    : /night/i.test(part)
      ? minute >= 300 && minute < 720
      : /lunchtime|midday/i.test(part) && minute < 240
  return { ...clock, minute: isLater ? minute + 720 : minute, half: 'named' }
}

const before = /(?:,? (?:on|of|local time on|on the)? ?(?:the )?|,? )/iy
const partBefore =
  /(?:the )?(?:(?:early (?:hours|mornings?)|late evening|mornings?|afternoons?|evenings?|nights?) of|overnight(?: on| of| from)?) (?:the )?/iy

/** A time before its day: 3.20pm on, the morning of. */
export function readTimeBefore(text: string, at: number): NameRead<StatedClock | null> | null {
  const vague = matchAt(about, text, at)
  const from = at + (vague?.[0].length ?? 0)
  const clock = readClock(text, from)
  if (clock !== null) {
    const utc = matchAt(universal, text, clock.end)
    const zone = utc ?? matchAt(zoneAfterClock, text, clock.end)
    const place = clock.end + (zone?.[0].length ?? 0)
    const gap = matchAt(before, text, place)
    if (gap === null) return null
    const exact = clock.value.exact && vague === null
    const offset = utc === null ? {} : { offset: 'Z' }
    return { value: { ...clock.value, exact, ...offset }, end: place + gap[0].length }
  }
  const word = matchAt(partBefore, text, at)
  return word === null ? null : { value: null, end: at + word[0].length }
}

/** The part of the day that stands before its day or days: the night of. */
export const partBeforeAt = (text: string, at: number): number =>
  matchAt(partBefore, text, at)?.[0].length ?? 0

const aloneBefore = /(?:^|[\s(])(?:at|around|about|by|after|before|until|as of) $|\($/i

/** 5 a.m.: …, 06:40 - … at the start of a line: an entry of the day that its heading names. */
export function readEntryTime(text: string, at: number): NameRead<StatedClock> | null {
  if (!/(?:^|\n)[ *•-]{0,3}$/.test(text.slice(Math.max(0, at - 4), at))) return null
  const vague = matchAt(about, text, at)
  const clock = readClock(text, at + (vague?.[0].length ?? 0))
  if (clock === null || !/^ ?(?::|-{1,2} )\s?/.test(text.slice(clock.end, clock.end + 4)))
    return null
  return {
    value: { ...clock.value, exact: clock.value.exact && vague === null },
    end: clock.end,
  }
}

/** Rain stopped play at 5.10pm: a time alone, of a day named just before. A bare 7:30 may be either half. */
export function readTimeAlone(text: string, at: number): NameRead<StatedClock> | null {
  if (!aloneBefore.test(text.slice(Math.max(0, at - 8), at))) return null
  const clock = readClock(text, at)
  if (clock === null) return null
  const words = text.slice(at, clock.end)
  if (/^\d{1,2}:\d\d$/.test(words) && clock.value.minute < 780) return null
  if (
    /^(?:-| to | and \d| each| every| on (?:week|[A-Z][a-z]+days))/.test(
      text.slice(clock.end, clock.end + 12),
    )
  )
    return null
  const isVague = !/\bat $|\($/i.test(text.slice(Math.max(0, at - 8), at))
  return { value: { ...clock.value, exact: clock.value.exact && !isVague }, end: clock.end }
}
