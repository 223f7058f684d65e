// Traditional Chinese: messages of a list of events and of a filter in words.
import type { CardMessages, ControlMessages, QueryMessages } from '../tables.ts'
import { chineseYear } from '../chinese-dates.ts'

export const zhHantCards: CardMessages = {
  and: '、',
  colon: '：',
  count: (events) => `共 ${events} 則事件`,
  all: '全部',
  byTheme: '依主題篩選',
  filter: '更多篩選',
  year: chineseYear,
  stated: '原文寫作',
  cited: (passages) => (passages === 1 ? '原文' : `原文 ${passages} 處`),
  who: '相關人物與機構',
  menu: '行事曆與分享',
  subscribe: '訂閱行事曆',
  checkSource: '核對原文出處',
  archived: '存檔',
  disputed: '有爭議',
  undated: '原文未寫明日期',
  more: '後面的事件',
  source: '來源',
  translated: '（標題為譯文）',
  month: (year, month) => `${chineseYear(year)}${month}月`,
  weekday: (day) => `週${'一二三四五六日'[day - 1]}`,
}

export const zhHantControls: ControlMessages = {
  setAside: (events) => `另有 ${events} 則事件原文未寫明日期，未依時間篩選。`,
  showThem: '一併顯示',
  withMembers: (group) => `${group}及其成員`,
  alone: (group) => `僅${group}本身`,
  empty: '沒有符合篩選條件的事件。',
  noEvents: '還沒有事件。',
  reset: '清除篩選',
  actor: '人物與機構',
  any: '不限',
  theme: '主題',
  from: '起始日',
  to: '截止日',
  words: '關鍵詞',
  apply: '篩選',
  shortMonth: (_, month) => `${month}月`,
  place: '地點',
  figures: '數據',
  ics: '下載 .ics（Apple、Outlook）',
  google: '加入 Google 日曆',
  outlook: '加入 Outlook 行事曆',
  permalink: '固定連結',
  copyCitation: '複製引用',
  copied: '已複製',
  copyFailed: '瀏覽器不允許複製。文字已選取，請自行複製。',
  embed: '嵌入',
}

export const zhHantQueries: QueryMessages = {
  or: '或',
  and: '、',
  not: '非',
  quoted: (term) => `「${term}」`,
  since: (day) => `自${day}起`,
  until: (day) => `至${day}`,
}
