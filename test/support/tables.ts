// Tables as people bring them, made by rules so that they are long and always the same: a chronicle that
// was bullets of Markdown, and the list of articles of a newspaper's archive. Everything is invented.

const pick = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index % items.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

const quoted = (cell: string): string =>
  /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

const lines = (rows: readonly (readonly string[])[]): string =>
  `${rows.map((row) => row.map(quoted).join(',')).join('\n')}\n`

const two = (number: number): string => String(number).padStart(2, '0')

/** How chroniclers of a village write a day, from exact to vague. */
function chronicleDate(index: number): string {
  const [year, month, day] = [1949 + Math.floor(index / 6), (index % 12) + 1, (index % 28) + 1]
  return pick(
    [
      `${year}年${month}月${day}日`,
      `${year}-${two(month)}-${two(day)}`,
      `${year}年${month}月`,
      `${year}年`,
      `${year}年${month}月${pick(['上旬', '中旬', '下旬'], index)}`,
      `${year}.${month}.${day}`,
      `${year}年${pick(['春', '秋', '年底', '初'], index)}`,
      `${year}年${month}月${day}日`,
      `${year}年${month}月至${Math.min(month + 2, 12)}月`,
      `截至${year}年${month}月${day}日`,
    ],
    index,
  )
}

const works = [
  '修渠',
  '架桥',
  '通电',
  '建校',
  '办厂',
  '植树',
  '修谱',
  '开市',
  '防汛',
  '修路',
] as const
const villages = ['上湾村', '下湾村', '石桥村', '柳岸村'] as const

/** Bullets of a village chronicle, turned into a table: `- **1951年3月**：…[来源](…)`. */
export function chronicleTable(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const [work, village] = [pick(works, index), pick(villages, index * 3)]
    const link = index % 5 === 0 ? `，见[村志](https://archive.example/chronicle/${index + 1})` : ''
    return [
      chronicleDate(index),
      `${village}${work}（第${index + 1}条）`,
      `**${village}**${work}，出工${(index % 90) + 10}人${link}。`,
      pick(['建设', '教育；文化', '水利', ''], index),
      village,
      index % 7 === 0 ? '村志原稿字迹不清' : '',
    ]
  })
  return lines([['时间', '大事', '内容', '分类', '地点', '备注'], ...rows])
}

/** The list of articles that an archive exports: dates of the United States, links, bylines, some gaps. */
export function articleTable(count: number): string {
  const names = ['Ada Moss', 'Ben Carr', 'Cleo Dunn', 'Dev Rao'] as const
  const subjects = [
    'Council votes on',
    'Fire damages',
    'School opens',
    'Flood closes',
    'Museum buys',
  ] as const
  const things = [
    'the old mill',
    'Harbour Road',
    'a new library',
    'the ferry',
    'twelve prints',
  ] as const
  const rows = Array.from({ length: count }, (_, index) => {
    const [month, day, year] = [(index % 12) + 1, (index % 28) + 1, 2004 + Math.floor(index / 100)]
    const date = index % 211 === 210 ? 'n.d.' : `${month}/${day}/${year}`
    const title = `${pick(subjects, index)} ${pick(things, Math.floor(index / 5))}, part ${index + 1}`
    return [
      String(index + 1),
      date,
      index % 499 === 498 ? '' : title,
      index % 9 === 0 ? `<p>${title}, <em>reported</em> on page ${(index % 40) + 1}.</p>` : '',
      pick(names, index),
      `https://news.example/${year}/${two(month)}/${index + 1}`,
      pick(['News', 'Arts|Local', 'Local', 'Weather'], index),
      String(300 + index),
    ]
  })
  return lines([
    ['No.', 'Publication Date', 'Headline', 'Abstract', 'Byline', 'URL', 'Section', 'Word count'],
    ...rows,
  ])
}
