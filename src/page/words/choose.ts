// The words of each language that the interface speaks.
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import { enCards, enControls, enPage } from './en.ts'
import type { ListWords, PageWords } from './words.ts'
import { zhHansCards, zhHansControls, zhHansPage } from './zh-hans.ts'
import { zhHantCards, zhHantControls, zhHantPage } from './zh-hant.ts'

export const listWords: Readonly<Record<UiLanguage, ListWords>> = {
  'zh-Hans': { ...zhHansCards, ...zhHansControls },
  'zh-Hant': { ...zhHantCards, ...zhHantControls },
  en: { ...enCards, ...enControls },
}

export const pageWords: Readonly<Record<UiLanguage, PageWords>> = {
  'zh-Hans': zhHansPage,
  'zh-Hant': zhHantPage,
  en: enPage,
}
