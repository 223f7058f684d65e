// Simplified Chinese: messages of feeds, calendars and files.
import type {
  CalendarMessages,
  FeedMessages,
  MarkdownMessages,
  TimelineJsMessages,
} from '../en/feeds.ts'

export const zhHansFeeds: FeedMessages = {
  stop: '。',
  disputed: '有争议：各来源说法不一，或有人提出异议。',
  withdrawnEvent: '此事件已撤回，不再列入时间线。',
  holdsBack: (shown, total, next) => `共${total}个事件，本页${shown}个，其余见 ${next}`,
  atMost: (total) => `至多${total}个事件：可能含有这些词的事件太多，没有逐一核对。`,
  asideAtMost: (sentence) => `至多${sentence}`,
  corrections: (timeline) => `${timeline}：更正记录`,
  leftOut: (editions) => `以下版本目前无法读取，未列出：第${editions.join('、')}版`,
}

export const zhHansCalendar: CalendarMessages = {
  leftOut: (count, page) =>
    `有${count}个事件未列入日历：没有日期、日期不够明确、历时过长，或超出日历所能表示的年份。全部事件：${page}`,
  heldBack: (count, page) => `日历最多1 MB，最久没有改动的${count}个事件未列入。全部事件：${page}`,
  tooLarge: (count, page) =>
    `有${count}个事件未列入日历：单个就超过1 MB，而日历最多1 MB。全部事件：${page}`,
  unread: (count, page) =>
    `日历只从最近改动的事件中选取，最久没有改动的${count}个事件没有查看。全部事件：${page}`,
}

export const zhHansMarkdown: MarkdownMessages = {
  filter: '筛选',
  months: '各月事件数',
  page: '网页',
  next: '下一页',
  licence: '许可',
  credit: '署名',
}

export const zhHansTimelineJs: TimelineJsMessages = {
  leftOut: (count) => `TimelineJS 无法显示没有日期或公元前的${count}个事件，这些事件见网页：`,
}
