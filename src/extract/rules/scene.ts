// What a text has named before a place: its running year, month, era and the date named last.
import { dayName, periodParts, yearOf, type Period } from '../period.ts'
import type { CivilDay } from '../../domain/date/civil-day.ts'
import {
  asLunar,
  calendarAfter,
  lunarMonthsAfter,
  type LunarMonths,
} from '../lunar/running-month.ts'
import type { Reason } from '../reasons/reason.ts'
import {
  monthNamedBy,
  statesYear,
  type MonthCalendar,
  type Name,
  type Phrase,
  type Statement,
} from './stated.ts'

/** What a clause says of time; `unsure`: its words may say that it looks ahead, or not. */
export type Tense = 'ahead' | 'past' | 'unsure' | null

/** Where in the text a statement stands, and what its clause says of time. */
export interface Spot {
  readonly sentence: number
  readonly paragraph: number
  readonly tense: Tense
  /** It opens its clause. */
  readonly opens: boolean
  /** It opens its line: an entry of a list. */
  readonly isEntry?: true
  /** Only 、 or 和 stands between it and the date before it. */
  readonly isListed?: true
  /** The year of the date that follows in its sentence, joined to it: 5 March and again on 2 April 2024. */
  readonly behind?: number
  /** The other end of its range. */
  readonly after?: Period
  readonly before?: Period
}

interface Named {
  readonly sentence: number
  readonly paragraph: number
}

export interface Focus extends Named {
  /** All readings of the date named last. */
  readonly periods: readonly Period[]
  readonly open: boolean
  /** It is a bound or a stretch, not a day on which something happened. */
  readonly bounds: boolean
  /** Words beside it that no rule reads may make it another day. */
  readonly doubtful?: boolean
}

export interface RunningYear extends Named {
  readonly year: number
  /** Its readings lie in several years. */
  readonly open: boolean
  /** It opened its clause, as the years of a narrative do. */
  readonly opens: boolean
  /** A month or day stood with it, or it opened its clause: it holds for the sentence. */
  readonly firm: boolean
  /** It heads its line (1879: …): it holds for all of it. */
  readonly heads: boolean
}

export interface Heading {
  readonly year: number
  readonly month: number | null
  /** Its month is that of a lunar day. */
  readonly isLunar?: true
  /** The first day of the entry that stood last under it. */
  readonly entry: CivilDay | null
  /** An entry went back: the list may have come to the next year without saying so. */
  readonly isPassed: boolean
}

/** The month named last; of a lunar one the civil month in which its day lies. */
type RunningMonth = RunningYear & { readonly month: number; readonly calendar: MonthCalendar }

/** So many days back are more than a list in slight disorder. */
const backDays = 60

/** Whether an entry stands so far before the last one under its heading that a new year may have begun. */
export const goesBack = ({ entry }: Heading, first: CivilDay): boolean =>
  entry !== null && entry - first > backDays

export interface Scene {
  /** The day on which the source appeared. */
  readonly day: CivilDay
  /** True where a named year goes on to later sentences (Chinese); English names it again. */
  readonly carries: boolean
  readonly focus: Focus | null
  readonly year: RunningYear | null
  /** The month named last, for bare days. */
  readonly month: RunningMonth | null
  readonly heading: Heading | null
  readonly lunarMonth: LunarMonths | null
  /** The first year of the era whose years go on. */
  readonly era: { readonly first: number } | null
  readonly century: number | null
  /** The text has named a day that is not the source's own. */
  readonly hasOtherDay: boolean
  /** The first day that the text named, if it lies just before the source: the story's own. */
  readonly story: CivilDay | null
  /** The day in the line above that holds nothing else: clock times under it are of that day. */
  readonly headDay: { readonly day: CivilDay; readonly paragraph: number } | null
  /** The day near the top of the text that is not the source's: a sitting printed on the day after. */
  readonly ownDay: CivilDay | null
  /** The day with which the line begins, as the entries of diaries do. */
  readonly entryDay: { readonly day: CivilDay; readonly paragraph: number } | null
  /** The first date of the sentence that named the last one. */
  readonly opening: Focus | null
  /** Something says that years without more are of the Republic of China. */
  readonly isMinguo: boolean
  /** The time of day named last, on whichever of these days. */
  readonly time: NamedTime | null
  /** The line in which the text named another zone than the timeline's for a time; null: for all of it. */
  readonly abroad: { readonly paragraph: number | null } | null
}

export interface NamedTime {
  readonly days: readonly CivilDay[]
  /** After midnight; of a part of the day its start. */
  readonly minute: number
  /** 下午3时, 3 p.m. and 下午, not 15时. */
  readonly namesHalf: boolean
}

export const openingScene = (day: CivilDay, carries: boolean, isMinguo = false): Scene => ({
  day,
  carries,
  focus: null,
  year: null,
  month: null,
  heading: null,
  lunarMonth: null,
  era: null,
  century: null,
  hasOtherDay: false,
  story: null,
  headDay: null,
  ownDay: null,
  entryDay: null,
  opening: null,
  isMinguo,
  time: null,
  abroad: null,
})

/** The day that heads the lines in which a clock time stands: of an entry, or just under the heading. */
export function dayAbove({ headDay, focus }: Scene, { isEntry, paragraph }: Spot): CivilDay | null {
  if (headDay === null) return null
  const isUnder = paragraph - headDay.paragraph <= 2 && focus?.paragraph !== paragraph
  return isEntry === true || isUnder ? headDay.day : null
}

/** What today and yesterday count from, if not from the source's day. */
export function ownDayOf({ entryDay, ownDay }: Scene, { paragraph }: Spot): CivilDay | null {
  return entryDay?.paragraph === paragraph ? entryDay.day : ownDay
}

interface Told {
  readonly names: readonly Statement[]
  readonly periods: readonly Period[]
  readonly open: boolean
  /** The words name a year, or one to count from: an inferred year does not go on. */
  readonly states: boolean
  /** Since, by, until: the year bounds something, it does not hold what follows. */
  readonly bounds: boolean
  readonly doubtful: boolean
  /** It stands before a colon at the start of its line. */
  readonly heads: boolean
}

/** The scene after a date was named. */
function remember(
  scene: Scene,
  { names, periods, open, states, bounds, doubtful, heads: headsLine }: Told,
  { sentence, paragraph, opens: isFirst }: Spot,
): Scene {
  const [first] = periods
  if (first === undefined) return scene
  const last = yearOf(first.last)
  const wide = first.last - first.first > 400
  const several = new Set(periods.map((period) => yearOf(period.last))).size > 1
  const opens = isFirst || (scene.year?.opens === true && scene.year.year === last)
  const firm = first.unit !== 'year' || (isFirst && !bounds)
  const isSame = scene.year?.year === last && scene.year.paragraph === paragraph
  const heads = headsLine || (scene.year?.heads === true && isSame)
  const year = { year: last, open: several, opens, firm, heads, sentence, paragraph }
  const months = new Set(periods.map((period) => dayName(period.last).slice(0, -3)))
  const narrow = first.last - first.first < 32 && !wide
  const focus = { periods, open, bounds, doubtful, sentence, paragraph }
  const calendar = calendarAfter(scene, names, { last: first.last, paragraph })
  // Before 1900 the days of a lunar month are not known, but that it is one.
  const isLunar = calendar === 'lunar' && names.some((name) => monthNamedBy(name) !== null)
  return {
    ...scene,
    focus,
    opening: scene.opening?.sentence === sentence ? scene.opening : focus,
    year: wide ? null : states ? year : scene.year,
    month:
      narrow || isLunar
        ? { ...year, open: months.size > 1, month: periodParts(first.last).month, calendar }
        : scene.month,
    century: Math.floor(last / 100),
    hasOtherDay: scene.hasOtherDay || (first.unit === 'day' && first.first !== scene.day),
    story: scene.story ?? (bounds ? null : storyDay(first, scene.day)),
  }
}

const storyDay = ({ unit, first }: Period, day: CivilDay): CivilDay | null =>
  unit === 'day' && first <= day && first >= day - 3 ? first : null

/** What the text has named in a phrase, and whether that is settled. */
interface ReadDate {
  readonly open: Reason | null
  readonly named: readonly Period[]
  readonly namedOpen: boolean
}

/** What is open for one of these may be another day than its first reading. */
const doubtfulRules: ReadonlySet<string> = new Set([
  'words-beside',
  'two-bases',
  'unread-between',
  'from-open',
  'other-zone',
])

interface Passed {
  readonly phrase: Phrase
  readonly composed: ReadDate
  readonly spot: Spot
  readonly heads: boolean
  /** It stands alone in its line. */
  readonly isAlone: boolean
  /** It opens its line, cut off from what follows: 十月三十一日：晴. 3 May: rain. */
  readonly isDiary: boolean
}

export function afterPhrase(
  scene: Scene,
  { phrase, composed, spot, heads, isAlone, isDiary }: Passed,
): Scene {
  const [first] = composed.named
  if (first === undefined) return scene
  const { stated } = phrase.to ?? phrase.from
  const states = statesYear(phrase.from.stated) || statesYear(stated)
  const { besides } = phrase.to ?? phrase.from
  const names = [stated, ...besides].map((name) => asLunar(name, scene, spot) ?? name)
  const told = {
    names,
    periods: composed.named,
    open: composed.namedOpen,
    states,
    bounds: isBound(phrase),
    doubtful: doubtfulRules.has(composed.open?.rule ?? 'written'),
    heads: phrase.headsLine === true,
  }
  const next = remember(scene, told, spot)
  const passed = headingAfter(scene.heading, composed.named, spot)
  const heading =
    heads && hasYear(first) ? headed(headingOf(first), states ? null : passed) : passed
  const entryDay = first.unit === 'day' ? { day: first.first, paragraph: spot.paragraph } : null
  const isDay = entryDay !== null && composed.open === null
  const headDay = isDay ? entryDay : null
  const isOwn = isDay && states && spot.paragraph < topLines && isShortlyBefore(first.first, scene)
  return {
    ...next,
    lunarMonth: lunarMonthsAfter(scene.lunarMonth, names, composed.named, composed.namedOpen),
    heading: heading === null ? null : withCalendar(heading, heads, next.month?.calendar),
    era: eraAfter(scene, stated),
    ...(isDiary ? { entryDay } : {}),
    ...(isAlone ? { headDay, ownDay: scene.ownDay ?? (isOwn ? first.first : null) } : {}),
  }
}

/** Lines in which a text tells its own day. */
const topLines = 6

const isShortlyBefore = (first: CivilDay, { day }: Scene): boolean =>
  first < day && first >= day - 7

/** Under a heading with its year a line such as 3月 heads what follows, in that year. */
const headed = (here: Heading, above: Heading | null): Heading =>
  above === null ? here : { ...above, month: here.month }

/** An era goes on until a year by another count is named. */
function eraAfter({ era }: Scene, stated: Statement): Scene['era'] {
  if (stated.is === 'years' && stated.begin !== undefined) return { first: stated.begin }
  const isDated = stated.is === 'calendar' || stated.is === 'lunar'
  if (!isDated || stated.year === undefined) return era
  if (stated.era !== undefined) return { first: stated.era }
  const goesOn = 'inEra' in stated.year || ('from' in stated.year && stated.year.from === 'text')
  return goesOn ? era : null
}

const isBound = ({ claim, to }: Phrase): boolean =>
  to !== undefined || (claim !== 'point' && claim !== 'lasted')

const hasYear = ({ unit }: Period): boolean => unit === 'day' || unit === 'month' || unit === 'year'

const headingOf = (period: Period): Heading => ({
  year: yearOf(period.first),
  month: period.unit === 'year' ? null : periodParts(period.first).month,
  entry: null,
  isPassed: false,
})

/** 11月29日, then 1月9日 at the start of a line: entries go on in time. */
function headingAfter(
  heading: Heading | null,
  named: readonly Period[],
  { isEntry }: Spot,
): Heading | null {
  const here = named.find(({ first }) => yearOf(first) === heading?.year)
  if (heading === null || isEntry !== true || here === undefined) return heading
  const isPassed = heading.isPassed || goesBack(heading, here.first)
  return { ...heading, entry: here.first, isPassed }
}

/** Of a heading that names its month the calendar holds for what stands under it. */
const withCalendar = (
  heading: Heading,
  heads: boolean,
  calendar: MonthCalendar | undefined,
): Heading => (heads && calendar === 'lunar' ? { ...heading, isLunar: true } : heading)

/** The scene in which the end of a range is read, behind its start. */
export function afterStart(
  scene: Scene,
  { stated, besides }: Name,
  start: Period,
  spot: Spot,
): Scene {
  const { sentence, paragraph } = spot
  const names = [stated, ...besides]
  const focus = { periods: [start], open: false, bounds: true, ...spot }
  const { year, month } = periodParts(start.last)
  const calendar = calendarAfter(scene, names, { last: start.last, paragraph })
  const running = { year, open: false, opens: false, firm: true, heads: false, sentence, paragraph }
  return {
    ...scene,
    focus,
    month: calendar === 'civil' ? scene.month : { ...running, month, calendar },
    lunarMonth: lunarMonthsAfter(scene.lunarMonth, names, [start], false),
    era: eraAfter(scene, stated),
  }
}
