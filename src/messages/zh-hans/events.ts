// Simplified Chinese: messages of an event and of its changes.
import { nestedQuotes } from '../../domain/text/nested-quotes.ts'
import type { EventMessages } from '../tables.ts'

export const zhHansEvents: EventMessages = {
  colon: '：',
  comma: '，',
  and: '、',
  beside: (words) => `（${words}）`,
  quote: (words) => `“${nestedQuotes(words)}”`,
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
    actors: '人物、机构与地点',
    place: '地点',
    measures: '数据',
    citations: '原文',
    links: '链接',
    status: '状态',
    note: '编者说明',
  },
  statuses: {
    confirmed: '已确认',
    disputed: '有争议',
    withdrawn: '已撤回',
  },
  source: '来源',
  translated: '（标题系译文）',
}
