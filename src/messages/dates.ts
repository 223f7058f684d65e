// Dates in words, always explicit: 2020年2月1日至10日, 1–10 February 2020. One writer per language.
// Words are made when a date is shown, so that a correction of the words changes no event.
import {
  civilDateOf,
  datesOf,
  inOneYear,
  type CivilDate,
  type WrittenDate,
} from '../domain/date/civil-date.ts'
import { statedBeside, type StatedWords } from '../domain/date/stated.ts'
import type { TimelineEvent } from '../domain/document/event.ts'
import type { UiLanguage } from '../domain/text/ui-language.ts'
import { messages } from './languages.ts'
import type { Localizer } from './localizer.ts'
import type { DateWriter } from './writers.ts'

/**
 * A date in words, without the source's own words.
 * @example dateInWords(event.when, 'en') → 'from 24 January 2020 onwards'
 */
export const dateInWords = (when: WrittenDate, language: UiLanguage): string =>
  writtenIn(when, language).full

/**
 * `自1月24日起`, `from 24 January onwards`, for places that already show the year of the anchor. The
 * same as `dateInWords` if a date names more than one year, or only a year.
 */
export const shortDateInWords = (when: WrittenDate, language: UiLanguage): string =>
  writtenIn(when, language).short

/** The explicit date of an event in words, and the source's own words beside it. */
export function datesInWords(
  event: TimelineEvent,
  { source, ui }: Pick<Localizer, 'source' | 'ui'>,
): { readonly explicit: string; readonly stated: StatedWords | null } {
  const { when } = event
  const explicit = dateInWords(when, ui)
  const stated = statedBeside(event, explicit, {
    ui,
    fallback: ui,
    sourceOf: source,
    spoken: (language) => [dateInWords(when, language), shortDateInWords(when, language)],
  })
  return { explicit, stated }
}

/** True if the short words differ, which is the same in every language. */
export const hasShortWords = (when: WrittenDate): boolean => inOneYear(datesOf(civilDateOf(when)))

interface Written {
  readonly full: string
  readonly short: string
}

/** Cached per event, language and isolate. */
const known = new WeakMap<WrittenDate, Map<UiLanguage, Written>>()

function writtenIn(when: WrittenDate, language: UiLanguage): Written {
  const byLanguage = known.get(when) ?? new Map<UiLanguage, Written>()
  known.set(when, byLanguage)
  const written = byLanguage.get(language) ?? write(civilDateOf(when), messages[language].dates)
  byLanguage.set(language, written)
  return written
}

function write(date: CivilDate, writer: DateWriter): Written {
  const full = writer(date, true)
  return { full, short: inOneYear(datesOf(date)) ? writer(date, false) : full }
}
