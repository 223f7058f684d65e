// What a text has named before a place: its running year, month, era and the date named last.
import { dayName, periodParts, yearOf, type Period } from '../period.ts'
import type { CivilDay } from '../../domain/date/civil-day.ts'

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
  /** The first day of the entry that stood last under it. */
  readonly entry: CivilDay | null
  /** An entry went back: the list may have come to the next year without saying so. */
  readonly isPassed: boolean
}

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
  readonly month: (RunningYear & { readonly month: number }) | null
  readonly heading: Heading | null
  readonly lunarMonth: { readonly month: number; readonly year: number } | null
  /** The first year of the era whose years go on. */
  readonly era: { readonly first: number } | null
  readonly century: number | null
  /** The text has named a day that is not the source's own. */
  readonly hasOtherDay: boolean
  /** The first day that the text named, if it lies just before the source: the story's own. */
  readonly story: CivilDay | null
}

export const openingScene = (day: CivilDay, carries: boolean): Scene => ({
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
})

export interface Told {
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
export function remember(
  scene: Scene,
  { periods, open, states, bounds, doubtful, heads: headsLine }: Told,
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
  return {
    ...scene,
    focus: { periods, open, bounds, doubtful, sentence, paragraph },
    year: wide ? null : states ? year : scene.year,
    month: narrow
      ? { ...year, open: months.size > 1, month: periodParts(first.last).month }
      : scene.month,
    century: Math.floor(last / 100),
    hasOtherDay: scene.hasOtherDay || (first.unit === 'day' && first.first !== scene.day),
    story: scene.story ?? (bounds ? null : storyDay(first, scene.day)),
  }
}

const storyDay = ({ unit, first }: Period, day: CivilDay): CivilDay | null =>
  unit === 'day' && first <= day && first >= day - 3 ? first : null
