// The words for what an event says and how an edition changes it: fields, figures, statuses, counts.
// A language that lacks one does not compile. Figures and names come in as text.
import type { EventStatus } from '../document/event.ts'
import type { EventField } from '../document/fields.ts'
import type { UiLanguage } from '../text/ui-language.ts'

export interface EventWords {
  /** Between a date and what happened then, and between a name and its value. */
  readonly colon: string
  readonly comma: string
  readonly and: string
  readonly beside: (words: string) => string
  readonly quote: (words: string) => string
  readonly figure: (value: string, unit: string) => string
  readonly about: (figure: string) => string
  readonly over: (figure: string) => string
  readonly under: (figure: string) => string
  readonly edition: (number: number) => string
  readonly added: (events: number) => string
  readonly changed: (events: number) => string
  readonly withdrawn: (events: number) => string
  readonly unchanged: string
  readonly none: string
  /** Of a field whose change its words do not show, such as the offsets of a quotation. */
  readonly inDetail: string
  readonly fields: Readonly<Record<EventField, string>>
  readonly statuses: Readonly<Record<EventStatus, string>>
}

const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`

export const eventWords: Readonly<Record<UiLanguage, EventWords>> = {
  'zh-Hans': {
    colon: '：',
    comma: '，',
    and: '、',
    beside: (words) => `（${words}）`,
    quote: (words) => `“${words}”`,
    figure: (value, unit) => value + unit,
    about: (figure) => `约${figure}`,
    over: (figure) => `${figure}以上`,
    under: (figure) => `近${figure}`,
    edition: (number) => `第${number}版`,
    added: (events) => `新增${events}个事件`,
    changed: (events) => `修改${events}个事件`,
    withdrawn: (events) => `撤回${events}个事件`,
    unchanged: '事件没有变化',
    none: '（无）',
    inDetail: '细节有改动',
    fields: {
      date: '日期',
      statedDate: '原文日期',
      title: '标题',
      summary: '摘要',
      themes: '主题',
      actors: '相关方',
      place: '地点',
      measures: '数字',
      citations: '引文',
      links: '链接',
      status: '状态',
      note: '说明',
    },
    statuses: {
      confirmed: '已确认',
      disputed: '有争议',
      withdrawn: '已撤回',
    },
  },
  'zh-Hant': {
    colon: '：',
    comma: '，',
    and: '、',
    beside: (words) => `（${words}）`,
    quote: (words) => `「${words}」`,
    figure: (value, unit) => value + unit,
    about: (figure) => `約${figure}`,
    over: (figure) => `${figure}以上`,
    under: (figure) => `近${figure}`,
    edition: (number) => `第${number}版`,
    added: (events) => `新增${events}個事件`,
    changed: (events) => `修改${events}個事件`,
    withdrawn: (events) => `撤回${events}個事件`,
    unchanged: '事件沒有變化',
    none: '（無）',
    inDetail: '細節有改動',
    fields: {
      date: '日期',
      statedDate: '原文日期',
      title: '標題',
      summary: '摘要',
      themes: '主題',
      actors: '相關方',
      place: '地點',
      measures: '數字',
      citations: '引文',
      links: '連結',
      status: '狀態',
      note: '說明',
    },
    statuses: {
      confirmed: '已確認',
      disputed: '有爭議',
      withdrawn: '已撤回',
    },
  },
  en: {
    colon: ': ',
    comma: ', ',
    and: ', ',
    beside: (words) => ` (${words})`,
    quote: (words) => `“${words}”`,
    figure: (value, unit) => `${value} ${unit}`,
    about: (figure) => `about ${figure}`,
    over: (figure) => `over ${figure}`,
    under: (figure) => `nearly ${figure}`,
    edition: (number) => `Edition ${number}`,
    added: (events) => `${plural(events, 'event', 'events')} added`,
    changed: (events) => `${plural(events, 'event', 'events')} changed`,
    withdrawn: (events) => `${plural(events, 'event', 'events')} withdrawn`,
    unchanged: 'no event changed',
    none: '(none)',
    inDetail: 'changed in detail',
    fields: {
      date: 'Date',
      statedDate: 'Date in the source’s words',
      title: 'Title',
      summary: 'Summary',
      themes: 'Themes',
      actors: 'Who',
      place: 'Place',
      measures: 'Figures',
      citations: 'Quotations',
      links: 'Links',
      status: 'Status',
      note: 'Note',
    },
    statuses: {
      confirmed: 'confirmed',
      disputed: 'disputed',
      withdrawn: 'withdrawn',
    },
  },
}
