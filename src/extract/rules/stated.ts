// What the words of a date state, before anything of text or source is added: the common form that
// the grammars of all languages make and that resolve.ts reads.

/** Counted from the source's day, or from the date that the text named last. */
export type CountedFrom = 'source' | 'text'

/** So many years or months on from a base: 去年 is -1 from the source. */
export interface Shifted {
  readonly from: CountedFrom
  readonly add: number
  /** The end of the year: of the source's year, or of the one that the text tells of. */
  readonly orText?: true
}

/** 四十二年 after 民国三十九年: a year of the era named before. */
export interface YearOfEra {
  readonly inEra: number
  /**
   * 98年: of the era, or of a century; `alone`: it may be read where no era was named.
   * 113年6月: of the Minguo era where none was named; nobody writes so of other eras.
   * `number`: 109年 alone, which may be a length of time.
   */
  readonly orShort?: 'beside' | 'alone' | 'minguo' | 'number'
}

/** '58, 98年: two digits of a year, whose century no word names. */
export interface ShortYear {
  readonly short: number
}

/** A year or month: itself, or counted. */
export type Count = { readonly at: number } | Shifted | YearOfEra | ShortYear

/** The last is of the last seven days. */
export type WeekOfMonth = 'week-1' | 'week-2' | 'week-3' | 'week-4' | 'week-last'

/** Parts of months. */
export type MonthPart =
  | 'first-ten'
  | 'second-ten'
  | 'last-ten'
  | 'first-twenty'
  | 'last-twenty'
  | WeekOfMonth
  | 'early'
  | 'mid'
  | 'late'
  | 'end'

/** Parts of years: months by number, those by convention by name. */
export type YearPart =
  | { readonly months: readonly [number, number] }
  | 'start'
  | 'early'
  | 'mid'
  | 'late'
  | 'end'
  | 'spring'
  | 'summer'
  | 'autumn'
  | 'winter'

export type DecadePart = 'start' | 'early' | 'mid' | 'late' | 'end' | 'first-half' | 'second-half'

export type CenturyPart = DecadePart | `quarter-${1 | 2 | 3 | 4}`

export type Statement =
  | {
      readonly is: 'calendar'
      readonly year?: Count
      /** The first year of the era that the words name: 民国二十三年. */
      readonly era?: number
      readonly month?: Count
      readonly day?: number
      /** 二十三日, 二月, not 23日: as months and days of the Chinese calendar are written, too. */
      readonly inWords?: true
      readonly monthPart?: MonthPart
      readonly yearPart?: YearPart
      /** last autumn, next March, the following summer. */
      readonly side?: 'last' | 'next' | 'this' | 'following'
    }
  | {
      readonly is: 'shift'
      readonly from: CountedFrom
      readonly unit: 'hour' | 'day' | 'week' | 'month' | 'year'
      readonly add: number
      /** 两年后: so many on, not 次年. */
      readonly amount?: true
      /** 今年以来: up to the base only. */
      readonly part?: MonthPart | 'so-far' | 'earlier' | 'to-come' | 'same-day'
    }
  /** 两周后: the day so many weeks on. */
  | { readonly is: 'weeks'; readonly from: CountedFrom; readonly add: number }
  | { readonly is: 'quarter'; readonly from: CountedFrom; readonly add: number }
  | {
      readonly is: 'weekday'
      /** 1 is Monday; 6.5 is the weekend. */
      readonly weekday: number
      /** The week in which it lies, from that of the base. */
      readonly week?: { readonly from: CountedFrom; readonly add: number }
      /** last Friday, next Friday, the following Friday. */
      readonly side?: 'last' | 'next' | 'following' | 'this'
      /** Monday week: so many weeks after the next. */
      readonly onWeeks?: number
    }
  | {
      readonly is: 'lunar'
      readonly year?: Count
      readonly month?: number
      /** 同月, 次月: so many months on from the lunar month named last. */
      readonly on?: number
      readonly leap: boolean
      /** 0: the last day of the month. */
      readonly day: number | 'all'
      /** 正月下旬. */
      readonly part?: MonthPart
      /** 二月廿三日: nothing says that it is no day of the civil month. */
      readonly orCivil?: true
      /** The first year of the era that the words name. */
      readonly era?: number
      /** 中秋, 大年初三: its month is not named. */
      readonly by?: 'feast' | 'new-year'
      /** 除夕: the eve of the first month that begins in the year. */
      readonly eve?: true
    }
  | {
      readonly is: 'feast'
      readonly name: MovableFeast
      /** Days from Easter Sunday: 49 is Whit Sunday. */
      readonly add?: number
      /** 立春. */
      readonly term?: string
      readonly year?: Count
      /** last Easter, next Thanksgiving. */
      readonly side?: 'last' | 'next' | 'this'
    }
  | {
      readonly is: 'ordinal-weekday'
      /** -1: the last. */
      readonly nth: number
      readonly weekday: number
      readonly month: number
      readonly year?: Count
      /** next Labor Day. */
      readonly side?: 'last' | 'next' | 'this'
    }
  | {
      readonly is: 'decade'
      /** Its first year, or its two digits where the century is not named. */
      readonly first?: number
      readonly short?: number
      readonly part?: DecadePart
    }
  | { readonly is: 'century'; readonly century: number; readonly part?: CenturyPart }
  /** A reign or an age, by its first and last year. */
  | {
      readonly is: 'years'
      readonly first: number
      readonly last: number
      readonly era?: true
      /** 二三十年代: no word names the century. */
      readonly isShort?: true
      /** The first year of the era whose years go on. */
      readonly begin?: number
    }
  | { readonly is: 'winter'; readonly first: number }
  | { readonly is: 'week-of'; readonly day: Statement; readonly isWeekend: boolean }
  /** FY2020, 2019-20学年: a year that begins on a day that the text does not tell. */
  | { readonly is: 'fiscal' }
  /** the quarter ended 31 March 2026. */
  | { readonly is: 'ended'; readonly months: number; readonly day: Statement }
  | { readonly is: 'day-of-year'; readonly day: number; readonly year?: Count }
  /** 03/15/26: both orders. */
  | {
      readonly is: 'numeric'
      readonly numbers: readonly [number, number]
      readonly year?: { readonly at: number } | ShortYear
    }
  | { readonly is: 'source' }
  | { readonly is: 'recent' }
  /** 8时20分: a clock time of the day named last. */
  /** `isNear`: only of a day in this sentence or the one before. */
  /** `isFar`: also of one named up to two lines before, which a person confirms. */
  | { readonly is: 'clock'; readonly isNear?: true; readonly isFar?: true }

/** Feasts that no number of month and day fixes. */
export type MovableFeast = 'easter' | 'thanksgiving' | 'advent' | 'solar-term'

export interface StatedClock {
  readonly minute: number
  /** False for 许, 约, about: the day alone is stated. */
  readonly exact: boolean
  /** Z or +08:00, where the words name it; else the timeline's zone holds. */
  readonly offset?: string
  /**
   * `named`: 下午3时, 3 p.m.; `open`: 4时30分, 4:30, which may be of either half of the day. Without it the
   * hours are those of 24: 16:30, 04:30.
   */
  readonly half?: 'named' | 'open'
}

/** True where words name a year, or something from which it follows. */
export function statesYear(stated: Statement): boolean {
  if (stated.is === 'calendar')
    return stated.year !== undefined || (stated.month !== undefined && 'from' in stated.month)
  if (stated.is === 'lunar' || stated.is === 'feast' || stated.is === 'ordinal-weekday')
    return stated.year !== undefined
  if (stated.is === 'numeric') return stated.year !== undefined
  if (stated.is === 'week-of' || stated.is === 'ended') return statesYear(stated.day)
  return stated.is !== 'clock' && stated.is !== 'recent'
}

/** By which calendar a month is named; null where none is. 二月廿三日 may be of either. */
export type MonthCalendar = 'civil' | 'lunar' | 'either'

export function monthNamedBy(stated: Statement): MonthCalendar | null {
  if (stated.is === 'numeric') return 'civil'
  if (stated.is === 'calendar' && stated.month !== undefined)
    return 'at' in stated.month ? (isLunarEra(stated) ? 'lunar' : 'civil') : null
  if (stated.is !== 'lunar' || stated.by === 'feast') return null
  if (stated.by === 'new-year' || stated.orCivil === true)
    return stated.month === undefined ? null : 'either'
  return stated.month === undefined && stated.on === undefined ? null : 'lunar'
}

/** Months of eras before 1912 are of the Chinese calendar; Japan's are civil from 1873 on. */
export const isLunarYear = (era: number, year: number): boolean =>
  year < 1912 && !(era === 1868 && year >= 1873)

/** 同治十三年十一月. */
export const isLunarEra = (stated: Statement): boolean =>
  stated.is === 'calendar' &&
  stated.era !== undefined &&
  stated.month !== undefined &&
  stated.year !== undefined &&
  'at' in stated.year &&
  isLunarYear(stated.era, stated.year.at)

/** A statement with what stands beside it. */
export interface Name {
  readonly stated: Statement
  /** Other names of the same: 今天（5月18日，周一）. */
  readonly besides: readonly Statement[]
  readonly clock?: StatedClock
  /** The minute at which a part of the day begins that is named without a time: 下午, evening. */
  readonly partFrom?: number
  readonly about?: boolean
  readonly uncertain?: boolean
}

/**
 * True for two days, months or years, of which the second lacks no part that the first has not told. In English
 * the year of both may stand behind the second, and prepositions tell days from months.
 */
export function areInOrder(
  { stated: a }: Name,
  { stated: b, besides, clock }: Name,
  isEnglish = false,
): boolean {
  if (besides.length === 0 && clock === undefined && areLunarInOrder(a, b)) return true
  if (a.is !== 'calendar' || b.is !== 'calendar' || besides.length > 0 || clock !== undefined)
    return false
  if ([a, b].some(({ monthPart, yearPart, side }) => monthPart ?? yearPart ?? side)) return false
  const areWhole = atOf(a.year) !== undefined && atOf(b.year) !== undefined
  if (isEnglish && areWhole) return areWholeInOrder(a, b)
  const isAlike = (a.day === undefined) === (b.day === undefined)
  const namesMonth = a.month !== undefined || b.month === undefined
  const isMonth = b.day !== undefined || (a.month === undefined) === (b.month === undefined)
  if (!isAlike || !namesMonth || !isMonth) return false
  const differing = [
    [a.year ?? (isEnglish ? b.year : undefined), b.year ?? a.year],
    [a.month, b.month ?? a.month],
  ].find(([one, other]) => atOf(one) !== atOf(other))
  const [one, other] = differing?.map(atOf) ?? [a.day, b.day]
  return one !== undefined && other !== undefined && one < other
}

/** On 26 January 2020 or in February 2020: of other precision, but none holds the other. */
function areWholeInOrder(...dates: readonly [CalendarStatement, CalendarStatement]): boolean {
  const [a, b] = dates.map(({ year, month, day }) => [atOf(year), atOf(month), day])
  const at = [0, 1, 2].find((part) => a?.[part] !== b?.[part])
  const [one, other] = at === undefined ? [] : [a?.[at], b?.[at]]
  return one !== undefined && other !== undefined && one < other
}

type CalendarStatement = Extract<Statement, { is: 'calendar' }>

/** 正月初三或十五: two days of one lunar month. */
const areLunarInOrder = (a: Statement, b: Statement): boolean => {
  const day = b.is === 'lunar' && b.month === undefined && b.on === undefined ? b.day : null
  const other = b.is === 'calendar' && b.month === undefined && b.inWords === true ? b.day : day
  return a.is === 'lunar' && typeof a.day === 'number' && typeof other === 'number' && a.day < other
}

const atOf = (count: Count | undefined): number | undefined =>
  count !== undefined && 'at' in count ? count.at : undefined

/** 约1月或2月: whether words before or behind several dates are said of all of them is not told. */
export const isOfSome = (names: readonly Name[], isSaid: boolean): boolean =>
  isSaid && !names.every(({ about }) => about === true)

/** True where all name the same parts: of 3月3日、4月4日或5日 the last would be of March. */
export const areAlike = (names: readonly Name[]): boolean => {
  if (names.every(({ stated }) => stated.is === 'calendar' && atOf(stated.year) !== undefined))
    return true
  const forms = names.map(({ stated }) =>
    stated.is === 'calendar'
      ? [stated.year, stated.month, stated.day].map((part) => part === undefined).join(' ')
      : stated.is,
  )
  return new Set(forms).size < 2
}

/** What the words around a name make of it. */
/** `onwards` is a since that may begin in the future; `either` happened on one of several dates. */
export type Claim =
  | 'point'
  | 'either'
  | 'lasted'
  | 'since'
  | 'onwards'
  | 'asOf'
  | 'until'
  | 'by'
  | 'after'

/** Words of a text that state a date: UTF-16 offsets, end exclusive. */
export interface Phrase {
  readonly start: number
  readonly end: number
  /** Where the name itself begins and ends, without the words that decide the kind. */
  readonly coreStart: number
  readonly coreEnd: number
  readonly from: Name
  readonly to?: Name
  /** Of 3日、4日或5日 the dates between the first and the last. */
  readonly others?: readonly Name[]
  readonly claim: Claim
  /** 春，…: a date only under a heading that names the year. */
  readonly isEntry?: true
  /** Words that may not be a date of this form at all: 10日前 may be ten days ago. */
  readonly doubt?:
    | 'day-or-count'
    | 'two-dates'
    | 'words-beside'
    | 'convention'
    | 'scope-of-mark'
    | 'lasted-or-once'
  /** 1879: at the start of a line: the year of what the line tells. */
  readonly headsLine?: true
}

/** FY2020, 109學年度: no text says when such a year begins, so that its words are all there is. */
export function fiscalYear(start: number, { length }: string): Phrase {
  const end = start + length
  return {
    start,
    end,
    coreStart: start,
    coreEnd: end,
    from: { stated: { is: 'fiscal' }, besides: [] },
    claim: 'point',
  }
}
