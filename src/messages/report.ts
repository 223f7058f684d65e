// The sentences of the report about a document: what it holds, what was looked up, how much room is left.
import type { UiLanguage } from '../domain/text/ui-language.ts'
import { enReport, type ReportMessages } from './en/report.ts'
import { zhHansReport } from './zh-hans/report.ts'
import { zhHantReport } from './zh-hant/report.ts'

export const reportMessages: Readonly<Record<UiLanguage, ReportMessages>> = {
  'zh-Hans': zhHansReport,
  'zh-Hant': zhHantReport,
  en: enReport,
}
