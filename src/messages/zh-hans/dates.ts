// Dates in Simplified Chinese: the words in which it differs from Traditional. Those that both share,
// such as 截至 and 自…起, are in ../chinese/dates.ts.
import { chineseWriter } from '../chinese/dates.ts'
import type { DateWriter } from '../writers.ts'

/** 约2020年2月, 不晚于2020年3月13日, 2020年1月27日至3月13日间某日. */
export const zhHansDates: DateWriter = /* @__PURE__ */ chineseWriter({
  era: '公元',
  about: '约',
  between: '间',
  within: '内',
  endUnknown: '，结束时间不详',
  untilThen: '为止',
  notLaterThan: '不晚于',
})
