// The lunar month that a text named last, and whether later days and months without more words may be of its
// calendar: 正月初三…二十三日.
import type { CivilDay } from '../../domain/date/civil-day.ts'
import { periodParts, type Period } from '../period.ts'
import { monthNamedBy, type MonthCalendar, type Statement } from '../rules/stated.ts'
import { civilToLunar, startOfLunarMonth } from './lunar-day.ts'

/** Months of the Chinese calendar by their first days: several while that is open, none before 1900. */
export interface LunarMonths {
  readonly firsts: readonly CivilDay[]
  readonly open: boolean
}

/** The month named last; of a lunar one the civil month in which its day lies. */
interface CalendarMonth {
  readonly year: number
  readonly month: number
  readonly calendar: MonthCalendar
  readonly sentence: number
  readonly paragraph: number
}

/** Of a scene, what tells by which calendar its days go on. */
interface Calendars {
  readonly month: CalendarMonth | null
  readonly heading: { readonly isLunar?: true } | null
}

interface Here {
  readonly sentence: number
  readonly paragraph: number
}

/** By which calendar days go on: 次日 and 2020年 change nothing, 正月初三（1月27日） leaves both. */
export function calendarAfter(
  { month }: Pick<Calendars, 'month'>,
  names: readonly Statement[],
  { last, paragraph }: { readonly last: CivilDay; readonly paragraph: number },
): MonthCalendar {
  const [stated] = names
  const named = new Set(names.flatMap((name) => monthNamedBy(name) ?? []))
  const [only] = named
  if (only === undefined) {
    // 29日, in another line and taken for a civil day: the next is as likely one.
    const isDay = stated?.is === 'calendar' && stated.day !== undefined
    const before = month?.calendar ?? 'civil'
    return isDay && before === 'lunar' && month?.paragraph !== paragraph ? 'either' : before
  }
  // 正月初三（1月27日）, 今天（腊月初十）
  const isBeside = only === 'lunar' && stated !== undefined && monthNamedBy(stated) === null
  if (named.size > 1 || isBeside) return 'either'
  // 1月20日动员，正月初三开工: the text tells its days by both.
  const { year, month: at } = periodParts(last)
  const isBoth =
    only === 'lunar' &&
    month !== null &&
    month.calendar !== 'lunar' &&
    month.paragraph === paragraph &&
    month.year === year &&
    month.month === at
  return isBoth ? 'either' : only
}

/** The lunar months that go on: after 除夕 comes the first. */
export function lunarMonthsAfter(
  before: LunarMonths | null,
  names: readonly Statement[],
  named: readonly Period[],
  open: boolean,
): LunarMonths | null {
  const stated = names.find((name) => name.is === 'lunar' || monthNamedBy(name) === 'lunar')
  if (stated === undefined) return before
  const isEve = stated.is === 'lunar' && stated.eve === true
  const firsts = named
    .filter(({ first }) => isOf(stated, first))
    .flatMap(({ first }) => (isEve ? first + 1 : (startOfLunarMonth(first) ?? [])))
  return { firsts: [...new Set(firsts)], open }
}

/** Of 二月廿三日, the reading that is of the Chinese calendar. */
function isOf(stated: Statement, first: CivilDay): boolean {
  if (stated.is !== 'lunar' || stated.orCivil !== true) return true
  const lunar = civilToLunar(first)
  const isMonth = stated.month === undefined || lunar?.month === stated.month
  return isMonth && (typeof stated.day !== 'number' || lunar?.day === stated.day)
}

/**
 * Whether a day without its month may be of the lunar month that was named last: 正月初三…二十三日, and in
 * figures only where the text has told no civil month, too.
 */
export function mayBeLunar(
  { month, heading }: Calendars,
  { paragraph }: Here,
  inWords: boolean,
): boolean {
  if (month === null || month.calendar === 'civil') return false
  if (inWords) return true
  const isHere = month.paragraph === paragraph || heading?.isLunar === true
  return month.calendar === 'lunar' && isHere
}

/**
 * A day or month without a year as one of the Chinese calendar, where that may be meant: 正月初三…二十三日,
 * 同月二十三日, 下旬, 三月. Null where nothing says so.
 */
export function asLunar(
  stated: Statement,
  scene: Calendars,
  here: Here,
): Extract<Statement, { is: 'lunar' }> | null {
  if (stated.is !== 'calendar' || stated.year !== undefined || stated.side !== undefined)
    return null
  const { month, day, inWords = false, monthPart: part } = stated
  if (stated.yearPart !== undefined) return null
  if (!mayBeLunar(scene, here, inWords || part !== undefined)) return null
  const isCounted = month !== undefined && 'from' in month
  if (isCounted && month.from === 'source' && month.orText !== true) return null
  const named = month !== undefined && 'at' in month ? month.at : null
  const goesOn = scene.month?.sentence === here.sentence && inWords && named !== null
  if (month !== undefined && !isCounted && !goesOn) return null
  return {
    is: 'lunar',
    ...(named !== null && { month: named }),
    ...(isCounted && { on: month.add }),
    leap: false,
    day: day ?? 'all',
    ...(part !== undefined && { part }),
    orCivil: true,
  }
}
