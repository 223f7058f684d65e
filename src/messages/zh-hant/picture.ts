// Traditional Chinese: messages of the picture of time.
import type { PictureMessages } from '../en/picture.ts'

export const zhHantPicture: PictureMessages = {
  by: { theme: '依主題', actor: '依人物、機構' },
  none: { theme: '無主題', actor: '未提人物或機構' },
  more: {
    theme: (count) => `另外${count}個主題`,
    actor: (count) => `另外${count}個人物或機構`,
  },
  shortMonth: (_, month) => `${month}月`,
  dayOfMonth: (day) => `${day}日`,
  horizon: '來源刊發',
  feasts: {
    newYearsEve: '除夕',
    newYear: '春節',
    lanterns: '元宵',
    qingming: '清明',
    dragonBoats: '端午',
    qixi: '七夕',
    midAutumn: '中秋',
    doubleNinth: '重陽',
    winterSolstice: '冬至',
    laba: '臘八',
  },
  key: '圖例',
  marks: {
    day: '某一天',
    span: '持續',
    since: '自某日起',
    asOf: '截至某日',
    until: '至某日為止',
    window: '其間某一天',
    undated: '沒有日期',
    vague: '約略或存疑',
  },
  undatedColumn: '沒有日期',
  windowColumn: '跨越多格',
  scale: (size, highest) =>
    `每格${{ day: '一天', week: '一週', month: '一個月', year: '一年', decade: '十年', century: '百年' }[size]}，最高${highest}個`,
  ownScale: (lane, highest) => `；「${lane}」一列比例不同，最高${highest}個`,
  table: '以表格顯示',
  time: '時間',
  sentence: ({ total, undated, by, lanes }) =>
    `${total}個事件${{ theme: '依主題', actor: '依人物、機構' }[by]}分為${lanes.length}列：${lanes.map(([name, count]) => `${name}（${count}）`).join('、')}；${undated === 0 ? '都有日期' : `其中${total - undated}個有日期，${undated}個沒有日期`}。`,
}
