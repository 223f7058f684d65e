// Dates in Traditional Chinese: the words in which it differs from Simplified. Those that both share,
// such as 截至 and 自…起, are in ../chinese/dates.ts.
import type { DateWriter } from '../writers.ts'
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
