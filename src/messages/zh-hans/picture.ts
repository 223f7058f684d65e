// Simplified Chinese: messages of the picture of time.
import type { PictureMessages } from '../en/picture.ts'

export const zhHansPicture: PictureMessages = {
  by: { theme: '按主题', actor: '按人物、机构' },
  none: { theme: '无主题', actor: '未提人物或机构' },
  more: {
    theme: (count) => `另外${count}个主题`,
    actor: (count) => `另外${count}个人物或机构`,
  },
  shortMonth: (_, month) => `${month}月`,
  dayOfMonth: (day) => `${day}日`,
  horizon: '来源刊发',
  feasts: {
    newYearsEve: '除夕',
    newYear: '春节',
    lanterns: '元宵',
    qingming: '清明',
    dragonBoats: '端午',
    qixi: '七夕',
    midAutumn: '中秋',
    doubleNinth: '重阳',
    winterSolstice: '冬至',
    laba: '腊八',
  },
  key: '图例',
  marks: {
    day: '某一天',
    span: '持续',
    since: '自某日起',
    asOf: '截至某日',
    until: '至某日为止',
    window: '其间某一天',
    undated: '没有日期',
    vague: '约略或存疑',
  },
  undatedColumn: '没有日期',
  windowColumn: '跨越多格',
  scale: (size, highest) =>
    `每格${{ day: '一天', week: '一周', month: '一个月', year: '一年', decade: '十年', century: '百年' }[size]}，最高${highest}个`,
  ownScale: (lane, highest) => `；“${lane}”一行比例不同，最高${highest}个`,
  table: '以表格显示',
  time: '时间',
  sentence: ({ total, undated, by, lanes }) =>
    `${total}个事件${{ theme: '按主题', actor: '按人物、机构' }[by]}分为${lanes.length}行：${lanes.map(([name, count]) => `${name}（${count}）`).join('、')}；${undated === 0 ? '都有日期' : `其中${total - undated}个有日期，${undated}个没有日期`}。`,
}
