// How a language writes figures.
import type { Measure } from '../../domain/document/measure.ts'

/** Writes a figure in one language: what comes before its unit, and what after. */
export type FigureWriter = (
  figure: Pick<Measure, 'value' | 'valueTo' | 'bound' | 'approximate'>,
  unit: string,
) => readonly [before: string, after: string]
