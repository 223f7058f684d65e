// Numbers as digits, and the writers of figures of each language. The element includes all writers,
// because a unit in another language is written with the number words of that language.
import type { UiLanguage } from '../domain/text/ui-language.ts'
import { enFigures } from './en/figures.ts'
import type { FigureWriter } from './writers.ts'
import { zhHansFigures } from './zh-hans/figures.ts'
import { zhHantFigures } from './zh-hant/figures.ts'

export const figureWriters: Readonly<Record<UiLanguage, FigureWriter>> = {
  'zh-Hans': zhHansFigures,
  'zh-Hant': zhHantFigures,
  en: enFigures,
}
