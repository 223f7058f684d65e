// The words of Atom, RSS, JSON Feed and the corrections feed. A language that lacks one does not
// compile. Figures and names come in as text.
import { eventWords, type EventWords } from '../domain/words/event-words.ts'
import type { UiLanguage } from '../domain/text/ui-language.ts'

export interface FeedWords extends EventWords {
  readonly undated: string
  readonly disputed: string
  readonly disputedMark: string
  readonly withdrawnMark: string
  readonly withdrawnEvent: string
  readonly holdsBack: (shown: number, total: number, next: string) => string
  readonly setAside: (events: number) => string
  readonly corrections: (timeline: string) => string
}

const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`

export const feedWords: Readonly<Record<UiLanguage, FeedWords>> = {
  'zh-Hans': {
    ...eventWords['zh-Hans'],
    undated: '来源没有注明日期，只知道事情发生在报道之前。',
    disputed: '有争议：各来源说法不一，或有人提出异议。',
    disputedMark: '［有争议］',
    withdrawnMark: '［已撤回］',
    withdrawnEvent: '此事件已撤回，不再列入时间线。',
    holdsBack: (shown, total, next) => `共${total}个事件，本页${shown}个，其余见 ${next}`,
    setAside: (events) => `另有${events}个事件没有注明日期，未列入所选时段。`,
    corrections: (timeline) => `${timeline}：更正记录`,
  },
  'zh-Hant': {
    ...eventWords['zh-Hant'],
    undated: '來源沒有註明日期，只知道事情發生在報道之前。',
    disputed: '有爭議：各來源說法不一，或有人提出異議。',
    disputedMark: '［有爭議］',
    withdrawnMark: '［已撤回］',
    withdrawnEvent: '此事件已撤回，不再列入時間線。',
    holdsBack: (shown, total, next) => `共${total}個事件，本頁${shown}個，其餘見 ${next}`,
    setAside: (events) => `另有${events}個事件沒有註明日期，未列入所選時段。`,
    corrections: (timeline) => `${timeline}：更正記錄`,
  },
  en: {
    ...eventWords.en,
    undated: 'The source gives no date: it happened before the report.',
    disputed: 'Disputed: sources differ, or somebody objected.',
    disputedMark: ' [disputed]',
    withdrawnMark: ' [withdrawn]',
    withdrawnEvent: 'This event was withdrawn and is no longer part of the timeline.',
    holdsBack: (shown, total, next) =>
      `${plural(total, 'event', 'events')}, ${shown} of them on this page; the rest: ${next}`,
    setAside: (events) =>
      `${plural(events, 'event without a date is', 'events without a date are')} not counted in the chosen days.`,
    corrections: (timeline) => `${timeline}: corrections`,
  },
}
