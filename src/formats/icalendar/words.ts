// What a calendar says in words of its own, in each language of the interface.
import type { UiLanguage } from '../../domain/text/ui-language.ts'

export interface CalendarWords {
  /** A title with the date in words, which stand in their own order. */
  dated(title: string, words: readonly string[]): string
  leftOut(count: number, page: string): string
}

const chinese = {
  dated: (title: string, words: readonly string[]) => `${title}（${words.join('，')}）`,
}

export const calendarWords: Readonly<Record<UiLanguage, CalendarWords>> = {
  'zh-Hans': {
    ...chinese,
    leftOut: (count, page) =>
      `有${count}个事件的日期过于模糊，或超出日历所能表示的年份，未列入日历。全部事件：${page}`,
  },
  'zh-Hant': {
    ...chinese,
    leftOut: (count, page) =>
      `有${count}個事件的日期過於模糊，或超出日曆所能表示的年份，未列入日曆。全部事件：${page}`,
  },
  en: {
    dated: (title, words) => `${title} (${words.join(', ')})`,
    leftOut: (count, page) =>
      `${events(count)} left out: too vaguely dated for a calendar, or beyond its years. All events: ${page}`,
  },
}

function events(count: number): string {
  return count === 1 ? '1 event' : `${count} events`
}
