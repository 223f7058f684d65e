// Simplified Chinese: messages of a list of events and of a filter in words.
import { nestedTitles } from '../../domain/text/nested-quotes.ts'
import type { CardMessages, ControlMessages, QueryMessages } from '../en/list.ts'
import { chineseYear } from '../chinese/dates.ts'
import { zhHansDates } from './dates.ts'
import { zhHansPicture } from './picture.ts'

export const zhHansCards: CardMessages = {
  and: '、',
  colon: '：',
  count: (events) => `共${events}个事件`,
  allEvents: (events) => `全部${events}个事件`,
  all: '全部',
  byTheme: '按主题筛选',
  filter: '更多筛选',
  reset: '清除筛选',
  year: (year) => chineseYear(year, '公元'),
  stated: '原文写作',
  cited: (passages) => (passages === 1 ? '原文' : `原文${passages}处`),
  who: '人物、机构与地点',
  through: '因其成员列入',
  menu: '日历与分享',
  subscribe: '订阅日历',
  checkSource: '核对原文出处',
  archived: '存档',
  disputed: '有争议',
  undated: '原文没有日期',
  monthUnknown: '月份不详',
  withoutDate: '没有日期',
  lastChangedFirst: '最近修改的在前',
  more: '更多事件',
  source: '来源',
  translated: '（标题系译文）',
  moreSources: (sources) => `另有${sources}个来源`,
  edition: (number) => `第${number}版`,
  links: '相关链接',
  wholeTimeline: '完整时间线',
  month: (year, month) => `${chineseYear(year, '公元')}${month}月`,
  day: (year, month, day) => `${chineseYear(year, '公元')}${month}月${day}日`,
  picture: zhHansPicture,
  weekday: (day) => `周${'一二三四五六日'[day - 1]}`,
}

const zhHansQueries: QueryMessages = {
  date: zhHansDates,
  or: '或',
  and: '、',
  not: '不含',
  quoted: (term) => `“${term}”`,
  since: (day) => `自${day}起`,
  until: (day) => `至${day}`,
  withMembers: (group) => `${group}及其成员`,
  alone: (group) => `仅${group}本身`,
  membersExcluded: '不计群体成员',
  certain: '只列确定在所选日期内发生或持续的事件',
  undated: '包括没有日期的事件',
  sorts: { '-date': '由新到旧', '-updated': '最近修改的在前' },
  edition: (number) => `第${number}版`,
  idle: (condition) => `${condition}（在此不起作用）`,
}

export const zhHansControls: ControlMessages = {
  setAside: (events) => `另有${events}个事件没有日期，无法按时间筛选，未列出。`,
  showThem: '一并显示',
  empty: '没有符合筛选条件的事件。',
  noEvents: '还没有事件。',
  queries: zhHansQueries,
  conditions: '筛选条件',
  remove: '移除',
  actor: '人物、机构与地点',
  any: '不限',
  theme: '主题',
  from: '起始日',
  to: '截止日',
  words: '关键词',
  form: {
    match: '时间范围内',
    matches: { possible: '可能在内', certain: '确定在内' },
    undated: '没有日期的事件',
    undatedChoices: { exclude: '不列出', include: '一并列出' },
    sort: '排序',
    sorts: { date: '由旧到新', '-date': '由新到旧', '-updated': '最近修改的在前' },
  },
  apply: '筛选',
  place: '地点',
  figures: '数据',
  datedTitle: (title, words) => `${title}（${words.join('，')}）`,
  ics: '下载 .ics（Apple、Outlook）',
  google: '加入 Google 日历',
  outlook: '加入 Outlook 日历',
  permalink: '固定链接',
  copyCitation: '复制引用格式',
  citationFormat: '引用格式',
  citation: ({ title, date, sources, timeline, edition, published, url }) => {
    const origin = sources.map(
      (source) =>
        `${source.publisher ?? ''}${titled(source.title)}${source.translated}，${source.published}`,
    )
    const from = origin.length > 0 ? `来源：${origin.join('；')}。` : ''
    return `${titled(title)}（${date}）。${from}载${titled(timeline)}，第${edition}版，${published}，${url}`
  },
  statusMarks: { confirmed: '', disputed: '［有争议］', withdrawn: '［已撤回］' },
  copied: '已复制',
  copyFailed: '浏览器不允许复制。文字已选中，请自行复制。',
  embed: '嵌入',
}

const titled = (title: string): string => `《${nestedTitles(title)}》`
