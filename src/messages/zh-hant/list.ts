// Traditional Chinese: messages of a list of events and of a filter in words.
import { nestedTitles } from '../../domain/text/nested-quotes.ts'
import type { CardMessages, ControlMessages, QueryMessages } from '../en/list.ts'
import { chineseYear } from '../chinese/dates.ts'
import { zhHantDates } from './dates.ts'
import { zhHantPicture } from './picture.ts'

export const zhHantCards: CardMessages = {
  and: '、',
  colon: '：',
  count: (events) => `共${events}個事件`,
  allEvents: (events) => `全部${events}個事件`,
  all: '全部',
  byTheme: '依主題篩選',
  filter: '更多篩選',
  reset: '清除篩選',
  year: (year) => chineseYear(year, '西元'),
  stated: '原文寫作',
  cited: (passages) => (passages === 1 ? '原文' : `原文${passages}處`),
  who: '人物、機構與地點',
  through: '因其成員列入',
  menu: '行事曆與分享',
  subscribe: '訂閱行事曆',
  checkSource: '核對原文出處',
  archived: '封存版',
  disputed: '有爭議',
  undated: '原文沒有日期',
  monthUnknown: '月份不詳',
  withoutDate: '沒有日期',
  lastChangedFirst: '最近修改的在前',
  more: '更多事件',
  source: '來源',
  translated: '（標題為譯文）',
  moreSources: (sources) => `另有${sources}個來源`,
  edition: (number) => `第${number}版`,
  links: '相關連結',
  wholeTimeline: '完整時間軸',
  month: (year, month) => `${chineseYear(year, '西元')}${month}月`,
  day: (year, month, day) => `${chineseYear(year, '西元')}${month}月${day}日`,
  picture: zhHantPicture,
  weekday: (day) => `週${'一二三四五六日'[day - 1]}`,
}

const zhHantQueries: QueryMessages = {
  date: zhHantDates,
  or: '或',
  and: '、',
  not: '不含',
  quoted: (term) => `「${term}」`,
  since: (day) => `自${day}起`,
  until: (day) => `至${day}`,
  withMembers: (group) => `${group}及其成員`,
  alone: (group) => `僅${group}本身`,
  membersExcluded: '不計群體成員',
  certain: '只列確定在所選日期內發生或持續的事件',
  undated: '包括沒有日期的事件',
  sorts: { '-date': '由新到舊', '-updated': '最近修改的在前' },
  edition: (number) => `第${number}版`,
  idle: (condition) => `${condition}（在此不起作用）`,
}

export const zhHantControls: ControlMessages = {
  setAside: (events) => `另有${events}個事件沒有日期，無法依時間篩選，未列出。`,
  showThem: '一併顯示',
  empty: '沒有符合篩選條件的事件。',
  noEvents: '還沒有事件。',
  queries: zhHantQueries,
  conditions: '篩選條件',
  remove: '移除',
  actor: '人物、機構與地點',
  any: '不限',
  theme: '主題',
  from: '起始日',
  to: '截止日',
  words: '關鍵字',
  form: {
    match: '時間範圍內',
    matches: { possible: '可能在內', certain: '確定在內' },
    undated: '沒有日期的事件',
    undatedChoices: { exclude: '不列出', include: '一併列出' },
    sort: '排序',
    sorts: { date: '由舊到新', '-date': '由新到舊', '-updated': '最近修改的在前' },
  },
  apply: '篩選',
  place: '地點',
  figures: '數字',
  datedTitle: (title, words) => `${title}（${words.join('，')}）`,
  ics: '下載 .ics（Apple、Outlook）',
  google: '加入 Google 日曆',
  outlook: '加入 Outlook 行事曆',
  permalink: '固定連結',
  copyCitation: '複製引用格式',
  citationFormat: '引用格式',
  citation: ({ title, date, sources, timeline, edition, published, url }) => {
    const origin = sources.map(
      (source) =>
        `${source.publisher ?? ''}${titled(source.title)}${source.translated}，${source.published}`,
    )
    const from = origin.length > 0 ? `來源：${origin.join('；')}。` : ''
    return `${titled(title)}（${date}）。${from}載${titled(timeline)}，第${edition}版，${published}，${url}`
  },
  statusMarks: { confirmed: '', disputed: '［有爭議］', withdrawn: '［已撤回］' },
  copied: '已複製',
  copyFailed: '瀏覽器不允許複製。文字已選取，請自行複製。',
  embed: '嵌入',
}

const titled = (title: string): string => `《${nestedTitles(title)}》`
