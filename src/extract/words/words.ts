// The sentences of an import by language.
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import { enImport } from './en.ts'
import type { ImportWords } from './en.ts'
import { zhHansImport } from './zh-hans.ts'
import { zhHantImport } from './zh-hant.ts'

export const importWords: Readonly<Record<UiLanguage, ImportWords>> = {
  'zh-Hans': zhHansImport,
  'zh-Hant': zhHantImport,
  en: enImport,
}
