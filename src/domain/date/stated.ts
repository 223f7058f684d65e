// The source's own words for a date: in which language they are, and whether they only repeat it.
import type { Source } from '../document/source.ts'
import type { TimelineEvent } from '../document/event.ts'
import { uiLanguageOf, type UiLanguage } from '../text/ui-language.ts'
import { isToTheDay, type DayClaim } from './claims.ts'
import { printClock, printDay } from './civil-day.ts'
import { publicationDate } from './publication.ts'
import type { When } from './when.ts'

/** The source's own words for a date, beside the explicit date. */
export interface StatedWords {
  readonly words: string
  readonly language: string
  /** True if they are in the language of the output: they then stand before the explicit date. */
  readonly isHere: boolean
}

/** An output in which dates stand in words. */
export interface DateOutput {
  readonly ui: UiLanguage
  /** The language of words whose source is not known. */
  readonly fallback: string
  readonly sourceOf: (id: string) => Pick<Source, 'language'> | undefined
  /** All forms of the explicit date in another language. */
  readonly spoken: (language: UiLanguage) => readonly string[]
}

/**
 * The source's words for a date where they stand beside the explicit date: null without any, and where
 * they are the same or, in another language, only repeat it.
 * @example ({ statedDate: '截至2月24日', … }, 'as of 24 February 2020', output) → null
 */
export function statedBeside(
  event: Pick<TimelineEvent, 'statedDate' | 'citations'> & {
    readonly when: Parameters<typeof repeatsDate>[1]
  },
  explicit: string,
  { ui, fallback, sourceOf, spoken }: DateOutput,
): StatedWords | null {
  const { statedDate: words, when } = event
  if (words === undefined || words === explicit) return null
  const language = statedLanguage(event, sourceOf, fallback)
  const isHere = isOneLanguage(language, ui)
  const near = uiLanguageOf(language)
  const isRepeated = !isHere && repeatsDate(words, when, near === null ? [] : spoken(near))
  return isRepeated ? null : { words, language, isHere }
}

/**
 * The language of the words for a date: that of the source whose cited passage has them. `fallback`
 * where that source is not known.
 * @example ({ statedDate: '2月上旬', … }, sources, 'en') → 'zh-Hans'
 */
export function statedLanguage(
  { statedDate, citations }: Pick<TimelineEvent, 'statedDate' | 'citations'>,
  sourceOf: (id: string) => Pick<Source, 'language'> | undefined,
  fallback: string,
): string {
  const stating =
    citations.find(({ exact }) => statedDate !== undefined && exact?.includes(statedDate)) ??
    citations[0]
  return sourceOf(stating?.source ?? '')?.language ?? fallback
}

/**
 * True if the words are the explicit date in their own language, or the end of that of a day.
 * @example ('2月3日', a day, ['2020年2月3日']) → true
 */
export function repeatsDate(
  stated: string,
  when: DayClaim & Pick<When, 'minute'>,
  spoken: readonly string[],
): boolean {
  const bare = stated.replace(/\s+/g, '')
  const { kind, earliest, minute } = when
  const isDay = kind === 'point' && earliest !== null && isToTheDay(when)
  // The day and the time that the page shows, which of an instant are those of the timeline's zone.
  const [day, clock] = numericOf(stated)
  if (isDay && day === printDay(earliest)) {
    if (clock === undefined || (minute !== undefined && clock === printClock(minute))) return true
  }
  return spoken.some((words) => {
    const explicit = words.replace(/\s+/g, '')
    const rest = explicit.endsWith(bare) ? explicit.slice(0, -bare.length) : null
    return rest === '' || (isDay && rest !== null && !/\d$/.test(rest))
  })
}

/**
 * True of an undated event of which a source says nothing but that it had happened: without words for
 * its date, and bounded by the day of a source that it cites. Of another, such as one that the source
 * puts before 1550, it would be false to say that the source has no date, or that the report is all
 * that bounds it.
 * @example ({ when: [..2020-03-13], citations, … }, sources, 'Asia/Shanghai') → true
 */
export const isBoundedByReport = (
  {
    when,
    statedDate,
    citations,
  }: Pick<TimelineEvent, 'statedDate' | 'citations'> & {
    readonly when: Pick<When, 'edtf' | 'kind'>
  },
  sourceOf: (id: string) => Pick<Source, 'published'> | undefined,
  timeZone: string,
): boolean =>
  when.kind === 'undated' &&
  statedDate === undefined &&
  citations.some(({ source: id }) => {
    const source = sourceOf(id)
    return (
      source !== undefined && when.edtf === `[..${publicationDate(source.published, timeZone)}]`
    )
  })

/**
 * A whole day in figures from the year on, and its clock time, if any; empty of other words.
 * @example '2020/03/13 07:45' → ['2020-03-13', '07:45']
 */
function numericOf(text: string): readonly [day?: string, clock?: string] {
  const [, day, clock] = /^(-?\d{4}[-/.]\d\d[-/.]\d\d)(?:[ T](\d\d:\d\d))?$/.exec(text) ?? []
  if (day === undefined) return []
  const written = day.slice(0, 1) + day.slice(1).replaceAll(/[/.]/g, '-')
  return clock === undefined ? [written] : [written, clock]
}

/** True if both tags are of one language, in whatever script or region. */
export const isOneLanguage = (one: string, other: string): boolean =>
  one.split('-')[0]?.toLowerCase() === other.split('-')[0]?.toLowerCase()
