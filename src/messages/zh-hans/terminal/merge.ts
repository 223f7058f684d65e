import type { MergeMessages } from '../../en/terminal/merge.ts'

export const zhHansMerge: MergeMessages = {
  meanwhile: ({ number, by, time, note }) =>
    `其间有人发布了第${number}版（${by}，${time}${note === undefined ? '' : `：${note}`}）`,
  since: (edition) => `第${edition}版以来：`,
  allChosen: (notKept) =>
    `${notKept === null ? '无从知道此文件始于哪一版' : `第${notKept}版已不再保留`}，分不清各处是谁改的：凡有不同，都须选择。`,
  bothChanged: ({ index, all }) => `请选择（第${index}处，共${all}处）：`,
  question: '留我的（m）还是对方的（t）？大写：其余各处也照此办理。[m/t/M/T] ',
  toChoose: (count) => `须选择（${count}处）：`,
  moreChoices: (count) => `……另有${count}处；--json 列出全部`,
  hasFaults: '与你的文件合并后有错误：',
  merged: '（已与之合并）',
  sides: { base: '原来', mine: '我的', theirs: '对方' },
  event: '事件',
  absent: '没有',
  present: (fields) => (fields === '' ? '有' : `有，其中 ${fields}`),
  follows: (uses) => `用到它的各处随之而定：${uses}`,
  order: '，次序',
  orderOf: {
    timeline: '次序',
    event: '事件的次序',
    theme: '主题的次序',
    actor: '人物、机构与地点的次序',
    source: '来源的次序',
  },
  unchanged: (file) => `${file} 未作改动。`,
  hasAll: ({ edition, timeline, file }) =>
    `无须发布：与 ${file} 合并后，${timeline} 的第${edition}版没有变化`,
  takenDown: ({ timeline, number }) =>
    `第${number}版已将 ${timeline} 下架，发布会使它重新上架。若确有此意，请用 --onto ${number} 说明`,
  notFound: ({ timeline, edition, newest }) =>
    `${timeline} 没有第${edition}版：${newest === null ? '它还没有任何版本' : `最新的是第${newest}版`}。若是刚刚发布的，请稍等一分钟；否则请用 --onto 指明你的文件始于哪一版`,
  goOn: '接下来怎么办：没有覆盖任何内容，你的文件也未改动。',
  asksOnTerminal: '在终端里运行、不带 --yes，会逐处询问',
  getsNewest: (file) => `取得最新一版，以便把其中的改动并入 ${file}`,
  getsMerged: '取得合并后的文件',
}
