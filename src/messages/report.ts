// The sentences of the command line in every language: the report about a document, and those of the
// commands with which one is written.
import type { UiLanguage } from '../domain/text/ui-language.ts'
import { enAuthoring } from './en/authoring.ts'
import { enDoctor } from './en/doctor.ts'
import { enReport, type ReportMessages } from './en/report.ts'
import type { AuthoringMessages } from './tables/authoring.ts'
import type { DoctorMessages } from './tables/doctor.ts'
import { zhHansAuthoring } from './zh-hans/authoring.ts'
import { zhHansDoctor } from './zh-hans/doctor.ts'
import { zhHansReport } from './zh-hans/report.ts'
import { zhHantAuthoring } from './zh-hant/authoring.ts'
import { zhHantDoctor } from './zh-hant/doctor.ts'
import { zhHantReport } from './zh-hant/report.ts'

export const reportMessages: Readonly<Record<UiLanguage, ReportMessages>> = {
  'zh-Hans': zhHansReport,
  'zh-Hant': zhHantReport,
  en: enReport,
}

/** Of the commands with which a timeline is begun and filled. */
export const authoringMessages: Readonly<Record<UiLanguage, AuthoringMessages>> = {
  'zh-Hans': zhHansAuthoring,
  'zh-Hant': zhHantAuthoring,
  en: enAuthoring,
}

/** Of `jishi doctor`. */
export const doctorMessages: Readonly<Record<UiLanguage, DoctorMessages>> = {
  'zh-Hans': zhHansDoctor,
  'zh-Hant': zhHantDoctor,
  en: enDoctor,
}
