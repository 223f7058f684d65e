// Simplified Chinese: messages of the answers to tools.
import type { ToolMessages } from '../en/tools.ts'

export const zhHansTools: ToolMessages = {
  surely: '确定在此期间',
  possibly: '可能在此期间，来源的日期不够精确，无法断定',
  dated: '有日期',
  undated: '没有日期',
  none: '无。',
  elsewhere: (shown, total) => `这一部分列出其中${shown}个，共${total}个。`,
  listUndated: '加上 undated=include，可列出其中可能在此期间的事件。',
  continues: (shown, total, cursor) =>
    `共${total}个事件，这里列出${shown}个。其余的请用相同的参数加上 cursor=${cursor} 再次调用。`,
  goesOn: (shown, total, cursor) =>
    `共${total}条时间线，这里列出${shown}条。其余的请用相同的参数加上 cursor=${cursor} 再次调用。`,
  howToQuote: '引用时请照录这里的日期，不要说得更精确；说明哪些事件只是可能；并附上固定链接。',
  sources: '来源',
  others: (count) => `另有${count}个`,
  known: (ids) => `这里的时间线：${ids}`,
}
