// The sentences of the command line in every language: the report about a document, and those of the
// commands with which one is written.
import type { UiLanguage } from '../domain/text/ui-language.ts'
import { enCommands, type CommandMessages } from './en/terminal/commands.ts'
import { zhHansCommands } from './zh-hans/terminal/commands.ts'
import { zhHantCommands } from './zh-hant/terminal/commands.ts'
import { enSentences, type SentenceMessages } from './en/terminal/sentences.ts'
import { zhHansSentences } from './zh-hans/terminal/sentences.ts'
import { zhHantSentences } from './zh-hant/terminal/sentences.ts'
import { enAuthoring, type AuthoringMessages } from './en/terminal/authoring.ts'
import { enDoctor, type DoctorMessages } from './en/terminal/doctor.ts'
import { enReport, type ReportMessages } from './en/terminal/report.ts'
import { zhHansAuthoring } from './zh-hans/terminal/authoring.ts'
import { zhHansDoctor } from './zh-hans/terminal/doctor.ts'
import { zhHansReport } from './zh-hans/terminal/report.ts'
import { zhHantAuthoring } from './zh-hant/terminal/authoring.ts'
import { zhHantDoctor } from './zh-hant/terminal/doctor.ts'
import { zhHantReport } from './zh-hant/terminal/report.ts'

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

/** Of the help, and of commands that were typed wrong. */
export const commandMessages: Readonly<Record<UiLanguage, CommandMessages>> = {
  'zh-Hans': zhHansCommands,
  'zh-Hant': zhHantCommands,
  en: enCommands,
}

/** Of what commands say while they run and at their end. */
export const sentenceMessages: Readonly<Record<UiLanguage, SentenceMessages>> = {
  'zh-Hans': zhHansSentences,
  'zh-Hant': zhHantSentences,
  en: enSentences,
}
