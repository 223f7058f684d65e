// The answers of the JSON API, as far as the widget reads them, converted for the renderer.
import type { Citation } from '../../domain/document/citation.ts'
import type { CivilDay } from '../../domain/date/civil-day.ts'
import type { StoredEvent } from '../../domain/document/event.ts'
import type { ColoredTheme } from '../../domain/document/theme.ts'
import type { Timeline } from '../../domain/document/timeline.ts'
import type { Counts, TimeCounts } from '../../domain/query/counts.ts'
import type { Text } from '../../domain/text/language-map.ts'
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import type { DateWords, EditionStamp, ShownEvent } from '../../page/view.ts'

/** `GET /v1/timelines/{timeline}` */
export interface TimelineAnswer extends Omit<Timeline, 'themes' | 'actors' | 'sources'> {
  readonly edition: EditionStamp & { readonly events: number }
  readonly themes: readonly (ColoredTheme & { readonly count: number })[]
  readonly actors: readonly (Timeline['actors'][number] & { readonly count: number })[]
  readonly sources: readonly (Timeline['sources'][number] & { readonly count: number })[]
}

/** `GET /v1/timelines/{timeline}/events` */
export interface EventsAnswer {
  readonly edition: number
  readonly total: { readonly value: number; readonly relation: 'eq' | 'lte' }
  readonly setAside: { readonly undated: number }
  readonly events: readonly EventAnswer[]
  readonly facets?: Readonly<
    Record<'theme' | 'actor' | 'source' | 'month' | 'window', readonly Counted[]>
  > & {
    readonly monthRest: { readonly undated: number }
  }
  readonly links: { readonly self: string; readonly next?: string }
}

interface Counted {
  readonly id: string
  readonly count: number
}

type EventAnswer = Omit<StoredEvent, 'position' | 'first' | 'changed' | 'when' | 'citations'> & {
  readonly through?: readonly string[]
  readonly citations: readonly Citation[]
  readonly date: Omit<ShownEvent['when'], 'earliest' | 'latest' | 'named' | 'minute'> & {
    readonly stated?: string
    readonly words: Text
    readonly short?: Text
    readonly earliest: string | null
    readonly latest: string | null
    readonly named: { readonly from: string; readonly to: string } | null
    readonly time?: string
  }
}

export function shownEvent({ date, ...event }: EventAnswer): ShownEvent {
  const { stated, earliest, latest, named, time, ...rest } = date
  return {
    ...event,
    ...(stated === undefined ? {} : { statedDate: stated }),
    when: {
      ...rest,
      earliest: earliest === null ? null : parsedDay(earliest),
      latest: latest === null ? null : parsedDay(latest),
      named: named && [parsedDay(named.from), parsedDay(named.to)],
      ...(time === undefined ? {} : { minute: minuteOf(time) }),
    },
  }
}

/** The words that the API sends with a date; English if it lacks the element's language. */
export function datesIn(language: UiLanguage): DateWords {
  const inWords = (words: Text | undefined) => words?.[language] ?? words?.en
  const full = (when: AnsweredDate) => inWords(when.words) ?? when.edtf
  return {
    full,
    short: (when: AnsweredDate) => inWords(when.short) ?? full(when),
    spoken: ({ words, short }: AnsweredDate, other) =>
      [words?.[other], short?.[other]].filter((one) => one !== undefined),
  }
}

/** A date with the words that `shownEvent` keeps on it. */
type AnsweredDate = ShownEvent['when'] & Pick<Partial<EventAnswer['date']>, 'words' | 'short'>

/** Without those of no event, which only the timeline itself lists. */
export const countsOf = (counted: readonly Counted[] = []): Counts =>
  new Map(counted.filter(({ count }) => count > 0).map(({ id, count }) => [id, count]))

export const timesOf = (facets: EventsAnswer['facets']): TimeCounts => ({
  month: countsOf(facets?.month),
  window: countsOf(facets?.window),
  undated: facets?.monthRest.undated ?? 0,
})

/** 465 for `07:45`. */
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Parses a checked day; years before 0 need six digits (ECMA-262, 21.4.1.32.1). */
export const parsedDay = (text: string): CivilDay =>
  Date.parse(text.replace(/^-/, '-00')) / 86_400_000
