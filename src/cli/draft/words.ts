// The reasons of marks in the language of the person who reads them.
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import type { MarkWords } from '../../extract/draft/rows.ts'
import { en } from '../../extract/reasons/en.ts'
import { zhHans } from '../../extract/reasons/zh-hans.ts'
import { zhHant } from '../../extract/reasons/zh-hant.ts'
import { authoringMessages } from '../../messages/report.ts'

const reasons = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en } as const

export const markWords = (lang: UiLanguage): MarkWords => ({
  reasons: reasons[lang],
  ...authoringMessages[lang].draft.marks,
})
