// Dates in words, always explicit: 2020年2月1日至10日, 1–10 February 2020. One writer a language. Words
// are made when a date is shown, so that mending them changes no event.
import {
  civilDateOf,
  datesOf,
  inOneYear,
  type CivilDate,
  type WrittenDate,
} from '../domain/date/civil-date.ts'
import type { UiLanguage } from '../domain/text/ui-language.ts'
import { messages } from './languages.ts'
import type { DateWriter } from './tables.ts'

/** `自2020年1月24日起`, `from 24 January 2020 onwards`, without the source's own words. */
export const dateInWords = (when: WrittenDate, language: UiLanguage): string =>
  writtenIn(when, language).full

/**
 * `自1月24日起`, `from 24 January onwards`, for a place that has named the year of the anchor already.
 * The same as `dateInWords` where a date names more than one year, or a year alone.
 */
export const shortDateInWords = (when: WrittenDate, language: UiLanguage): string =>
  writtenIn(when, language).short

/** True where the short words differ, which depends on no language. */
export const hasShortWords = (when: WrittenDate): boolean => inOneYear(datesOf(civilDateOf(when)))

/** The words of a date that no event has. */
export const civilDateInWords = (date: CivilDate, language: UiLanguage): string =>
  messages[language].dates(date, true)

interface Written {
  readonly full: string
  readonly short: string
}

/** Made once an event, language and isolate. */
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
