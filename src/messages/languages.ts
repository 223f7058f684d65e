// The table of languages: a language is a folder, its tag (domain/text/ui-language.ts) and a row
// here. The element is built from the folders and does not include this table. English declares what a
// language must have: without one of its messages another does not compile. Numbers and names are
// passed as text; everything is escaped where it is printed.
import type { BrokenRule } from '../domain/broken-rule.ts'
import type { UiLanguage } from '../domain/text/ui-language.ts'
import { enChanges, enFields } from './en/changes.ts'
import { enDates } from './en/dates.ts'
import { enEvents } from './en/events.ts'
import { enCalendar, enFeeds, enMarkdown, enTimelineJs } from './en/feeds.ts'
import { enCards, enControls } from './en/list.ts'
import { enPages } from './en/pages.ts'
import { enProblems } from './en/problems.ts'
import { enReference } from './en/reference.ts'
import { enTools } from './en/tools.ts'
import { enWidget } from './en/widget.ts'
import { zhHansChanges, zhHansFields } from './zh-hans/changes.ts'
import { zhHansDates } from './zh-hans/dates.ts'
import { zhHansEvents } from './zh-hans/events.ts'
import { zhHansCalendar, zhHansFeeds, zhHansMarkdown, zhHansTimelineJs } from './zh-hans/feeds.ts'
import { zhHansCards, zhHansControls } from './zh-hans/list.ts'
import { zhHansPages } from './zh-hans/pages.ts'
import { zhHansProblems } from './zh-hans/problems.ts'
import { zhHansReference } from './zh-hans/reference.ts'
import { zhHansTools } from './zh-hans/tools.ts'
import { zhHansWidget } from './zh-hans/widget.ts'
import { zhHantChanges, zhHantFields } from './zh-hant/changes.ts'
import { zhHantDates } from './zh-hant/dates.ts'
import { zhHantEvents } from './zh-hant/events.ts'
import { zhHantCalendar, zhHantFeeds, zhHantMarkdown, zhHantTimelineJs } from './zh-hant/feeds.ts'
import { zhHantCards, zhHantControls } from './zh-hant/list.ts'
import { zhHantPages } from './zh-hant/pages.ts'
import { zhHantProblems } from './zh-hant/problems.ts'
import { zhHantReference } from './zh-hant/reference.ts'
import { zhHantTools } from './zh-hant/tools.ts'
import { zhHantWidget } from './zh-hant/widget.ts'
import type { Translation } from '../domain/text/translation.ts'

/** The name of the product, which is the same in every language. */
export const productName = 'Jishi 纪事'

const en = {
  dates: enDates,
  events: enEvents,
  fields: enFields,
  changes: enChanges,
  list: { ...enCards, ...enControls },
  pages: enPages,
  reference: enReference,
  feeds: enFeeds,
  calendar: enCalendar,
  markdown: enMarkdown,
  timelineJs: enTimelineJs,
  tools: enTools,
  widget: enWidget,
  problems: enProblems,
}

/** All messages of one language. */
export type Messages = Translation<typeof en>

export const messages: Readonly<Record<UiLanguage, Messages>> = {
  'zh-Hans': {
    dates: zhHansDates,
    events: zhHansEvents,
    fields: zhHansFields,
    changes: zhHansChanges,
    list: { ...zhHansCards, ...zhHansControls },
    pages: zhHansPages,
    reference: zhHansReference,
    feeds: zhHansFeeds,
    calendar: zhHansCalendar,
    markdown: zhHansMarkdown,
    timelineJs: zhHansTimelineJs,
    tools: zhHansTools,
    widget: zhHansWidget,
    problems: zhHansProblems,
  },
  'zh-Hant': {
    dates: zhHantDates,
    events: zhHantEvents,
    fields: zhHantFields,
    changes: zhHantChanges,
    list: { ...zhHantCards, ...zhHantControls },
    pages: zhHantPages,
    reference: zhHantReference,
    feeds: zhHantFeeds,
    calendar: zhHantCalendar,
    markdown: zhHantMarkdown,
    timelineJs: zhHantTimelineJs,
    tools: zhHantTools,
    widget: zhHantWidget,
    problems: zhHantProblems,
  },
  en,
}

export interface RuleInWords {
  /** What is wrong, with proposals if there are any. */
  readonly detail: string
  readonly hint?: string
}

/**
 * @example (broken('whole-number', { max: 500 }), 'en') → { detail: 'must be a whole number from 1 to 500' }
 */
export function ruleInWords(
  { rule, values, proposals = [] }: BrokenRule,
  language: UiLanguage,
): RuleInWords {
  const { rules, hints, propose } = messages[language].problems
  const sentence = fill(rules[rule], values)
  const detail = proposals.length === 0 ? sentence : sentence + propose(proposals)
  const hint = hints[rule]
  return hint === undefined ? { detail } : { detail, hint: fill(hint, values) }
}

/** The type of a rule's values agrees with that of its sentence (messages/en/problems.ts). */
const fill = (sentence: string | ((values: never) => string), values: object): string =>
  typeof sentence === 'string' ? sentence : sentence(values as never)
