// Dates in Traditional Chinese.
import type { DateWriter } from '../tables/dates.ts'
import { chineseWriter } from '../chinese/dates.ts'

/** 約2020年2月, 不晚於2020年3月13日, 2020年1月27日至3月13日間某日. */
export const zhHantDates: DateWriter = /* @__PURE__ */ chineseWriter({
  era: '西元',
  about: '約',
  between: '間',
  within: '內',
  endUnknown: '，結束時間不詳',
  untilThen: '為止',
  notLaterThan: '不晚於',
})
