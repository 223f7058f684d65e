// Chinese clock times and parts of the day: 下午4时, 凌晨3时许, 18:00, 中午.
import { chineseNumber } from '../../text/numerals.ts'
import { matchAt, type NameRead } from '../../text/sticky.ts'
import type { StatedClock } from '../stated.ts'

const parts =
  '凌晨|清晨|清早|早晨|早上|一早|上午|午前|中午|正午|午间|午后|下午|傍晚|晚上|晚间|夜间|夜里|夜晚|深夜|午夜|入夜|白天'
const short =
  '[晚夜](?![会报餐饭点期年宴间上于婚辈稻了班市景色总校]|自习|高峰)|[早晨](?=[,。;、)\\d至到~-]|在|举行|发生|从|由|抵|有|的|出现)'
const partOfDay = new RegExp(` ?(?:的)?(${parts}|${short})`, 'y')
const numbers = '\\d{1,2}|零|[一二三四五六七八九十两]{1,3}'
const clock = new RegExp(
  ` ?(${numbers})(?:[时点](?!间|段|候|刻|期)(?:(${numbers})分|(整)|(半)|(\\d{2})(?!\\d))?|:([0-5]\\d)(?::[0-5]\\d)?(?![:\\d]))(?:\\d{1,2}秒)?`,
  'y',
)
const about = / ?(?:许|左右|前后|多|之?前)/y

export interface DayTime {
  readonly clock?: StatedClock
  /** A part of the day or a clock time was read. */
  readonly part: string
}

/** Nothing read is no reading. */
export function readDayTime(text: string, at: number): NameRead<DayTime> | null {
  const part = matchAt(partOfDay, text, at)
  const from = at + (part === null ? 0 : part[0].length)
  const time = readClock(text, from, part?.[1] ?? '')
  if (time !== null) return { value: { clock: time.value, part: part?.[1] ?? '' }, end: time.end }
  return part === null ? null : { value: { part: part[1] ?? '' }, end: from }
}

/** The minute at which a part of the day begins: 下午 is 720. */
export const startOfPart = (part: string): number =>
  /[夜晚]/.test(part) ? 1080 : /下午|午后|[中正]午|午间|傍晚/.test(part) ? 720 : 0

export function readClock(text: string, at: number, part: string): NameRead<StatedClock> | null {
  const match = matchAt(clock, text, at)
  if (match === null) return null
  const [whole, hourText = '', minuteText, , half, shortMinutes, colonMinutes] = match
  const hour = toDayHour(chineseNumber(hourText), part)
  const minute =
    half === undefined ? chineseNumber(minuteText ?? shortMinutes ?? colonMinutes ?? '0') : 30
  if (!(hour <= 24) || !(minute < 60) || (hour === 24 && minute > 0)) return null
  const end = at + whole.length
  const vague = matchAt(about, text, end)
  const isOpen = part === '' && !/^[0零]/.test(hourText) && hour > 0 && hour <= 12
  const halfOfDay = part !== '' ? 'named' : isOpen ? 'open' : undefined
  return {
    value: {
      minute: hour * 60 + minute,
      exact: vague === null,
      ...(halfOfDay === undefined ? {} : { half: halfOfDay }),
    },
    end: end + (vague === null || vague[0].endsWith('前') ? 0 : vague[0].length),
  }
}

/** The hour of 24 that an hour is in a part of the day: 3 in the 下午 is 15. */
export function toDayHour(hour: number, part: string): number {
  if (part === '凌晨') return hour === 12 ? 0 : hour
  if (/中午|正午|午间/.test(part)) return hour < 4 ? hour + 12 : hour
  if (/[夜晚]/.test(part)) {
    // Twelve at night ends the day; one to four belong to the night that ends with it.
    if (hour === 12) return 24
    return hour >= 5 && hour < 12 ? hour + 12 : hour
  }
  return /下午|午后|傍晚/.test(part) && hour >= 1 && hour < 12 ? hour + 12 : hour
}
