// Traditional Chinese: messages of an event and of its changes.
import { nestedCorners } from '../../domain/text/nested-quotes.ts'
import type { EventMessages } from '../tables.ts'

export const zhHantEvents: EventMessages = {
  colon: '：',
  comma: '，',
  and: '、',
  beside: (words) => `（${words}）`,
  quote: (words) => `「${nestedCorners(words)}」`,
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
    actors: '人物、機構與地點',
    place: '地點',
    measures: '數字',
    citations: '原文',
    links: '連結',
    status: '狀態',
    note: '編者說明',
  },
  statuses: {
    confirmed: '已確認',
    disputed: '有爭議',
    withdrawn: '已撤回',
  },
  source: '來源',
  translated: '（標題為譯文）',
}
