// Dates in words, always explicit: 2020年2月1日至10日, 1–10 February 2020. One writer a language.
import { en } from './en.ts'
import { datesOf, inOneYear, type DateWriter, type Spoken } from '../date/civil-date.ts'
import type { UiLanguage } from '../text/ui-language.ts'
import { zhHans } from './zh-hans.ts'
import { zhHant } from './zh-hant.ts'

const writers: Readonly<Record<UiLanguage, DateWriter>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
}

/** `自2020年1月24日起`, `from 24 January 2020 onwards`. */
export function dateWords(spoken: Spoken, language: UiLanguage): string {
  return writers[language](spoken, true)
}

/**
 * `自1月24日起`, `from 24 January onwards`, for a place that has named the year already. The same as
 * `dateWords` where a date names more than one year, or a year alone.
 */
export function shortDateWords(spoken: Spoken, language: UiLanguage): string {
  return writers[language](spoken, !inOneYear(datesOf(spoken)))
}
