// Traditional Chinese: messages of feeds, calendars and files.
import type {
  CalendarMessages,
  FeedMessages,
  MarkdownMessages,
  TimelineJsMessages,
} from '../en/feeds.ts'

export const zhHantFeeds: FeedMessages = {
  stop: '。',
  disputed: '有爭議：各來源說法不一，或有人提出異議。',
  withdrawnEvent: '此事件已撤回，不再列入時間軸。',
  holdsBack: (shown, total, next) => `共${total}個事件，本頁${shown}個，其餘見 ${next}`,
  atMost: (total) => `至多${total}個事件：可能含有這些詞的事件太多，沒有逐一核對。`,
  asideAtMost: (sentence) => `至多${sentence}`,
  corrections: (timeline) => `${timeline}：更正紀錄`,
  leftOut: (editions) => `以下版本目前無法讀取，未列出：第${editions.join('、')}版`,
}

export const zhHantCalendar: CalendarMessages = {
  leftOut: (count, page) =>
    `有${count}個事件未列入行事曆：沒有日期、日期不夠明確、歷時過長，或超出行事曆所能表示的年份。全部事件：${page}`,
  heldBack: (count, page) =>
    `行事曆最多1 MB，最久沒有更動的${count}個事件未列入。全部事件：${page}`,
  tooLarge: (count, page) =>
    `有${count}個事件未列入行事曆：單個就超過1 MB，而行事曆最多1 MB。全部事件：${page}`,
  unread: (count, page) =>
    `行事曆只從最近修改的事件中選取，最久沒有修改的${count}個事件沒有查看。全部事件：${page}`,
}

export const zhHantMarkdown: MarkdownMessages = {
  filter: '篩選',
  months: '各月事件數',
  page: '網頁',
  next: '下一頁',
  licence: '授權',
  credit: '署名',
}

export const zhHantTimelineJs: TimelineJsMessages = {
  leftOut: (count) => `TimelineJS 無法顯示沒有日期或西元前的${count}個事件，這些事件見網頁：`,
}
