// How a language writes dates.
import type { CivilDate } from '../../domain/date/civil-date.ts'

/** Writes a date in one language; `withYear` may be false if its dates have months in one year. */
export type DateWriter = (date: CivilDate, withYear: boolean) => string
