// How a language writes dates and figures.
import type { CivilDate } from '../domain/date/civil-date.ts'
import type { Measure } from '../domain/document/measure.ts'

/** Writes a date in one language; `withYear` may be false if its dates have months in one year. */
export type DateWriter = (date: CivilDate, withYear: boolean) => string

/** Writes a figure in one language: what comes before its unit, and what after. */
export type FigureWriter = (
  figure: Pick<Measure, 'value' | 'valueTo' | 'bound' | 'approximate'>,
  unit: string,
) => readonly [before: string, after: string]
