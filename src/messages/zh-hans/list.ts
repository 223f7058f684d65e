// Simplified Chinese: messages of a list of events and of a filter in words.
import type { CardMessages, ControlMessages, QueryMessages } from '../tables.ts'
import { chineseYear } from '../chinese-dates.ts'

export const zhHansCards: CardMessages = {
  and: '、',
  colon: '：',
  count: (events) => `共 ${events} 条事件`,
  all: '全部',
  byTheme: '按主题筛选',
  filter: '更多筛选',
  year: chineseYear,
  stated: '原文写作',
  cited: (passages) => (passages === 1 ? '原文' : `原文 ${passages} 处`),
  who: '相关人物与机构',
  menu: '日历与分享',
  subscribe: '订阅日历',
  checkSource: '核对原文出处',
  archived: '存档',
  disputed: '有争议',
  undated: '原文未写明日期',
  more: '后面的事件',
  source: '来源',
  translated: '（标题系译文）',
  month: (year, month) => `${chineseYear(year)}${month}月`,
  weekday: (day) => `周${'一二三四五六日'[day - 1]}`,
}

export const zhHansControls: ControlMessages = {
  setAside: (events) => `另有 ${events} 条事件原文未写明日期，未按时间筛选。`,
  showThem: '一并显示',
  withMembers: (group) => `${group}及其成员`,
  alone: (group) => `仅${group}本身`,
  empty: '没有符合筛选条件的事件。',
  noEvents: '还没有事件。',
  reset: '清除筛选',
  actor: '人物与机构',
  any: '不限',
  theme: '主题',
  from: '起始日',
  to: '截止日',
  words: '关键词',
  apply: '筛选',
  shortMonth: (_, month) => `${month}月`,
  place: '地点',
  figures: '数据',
  ics: '下载 .ics（Apple、Outlook）',
  google: '加入 Google 日历',
  outlook: '加入 Outlook 日历',
  permalink: '固定链接',
  copyCitation: '复制引用',
  copied: '已复制',
  copyFailed: '浏览器不允许复制。文字已选中，请自行复制。',
  embed: '嵌入',
}

export const zhHansQueries: QueryMessages = {
  or: '或',
  and: '、',
  not: '非',
  quoted: (term) => `“${term}”`,
  since: (day) => `自${day}起`,
  until: (day) => `至${day}`,
}
