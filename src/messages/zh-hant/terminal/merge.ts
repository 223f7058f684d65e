import type { MergeMessages } from '../../en/terminal/merge.ts'

export const zhHantMerge: MergeMessages = {
  meanwhile: ({ number, by, time, note }) =>
    `其間有人發布了第${number}版（${by}，${time}${note === undefined ? '' : `：${note}`}）`,
  since: (edition) => `第${edition}版以來：`,
  allChosen: (notKept) =>
    `${notKept === null ? '無從知道此檔案始於哪一版' : `第${notKept}版已不再保留`}，分不清各處是誰改的：凡有不同，都須選擇。`,
  bothChanged: ({ index, all }) => `請選擇（第${index}處，共${all}處）：`,
  question: '留我的（m）還是對方的（t）？大寫：其餘各處也照此辦理。[m/t/M/T] ',
  toChoose: (count) => `須選擇（${count}處）：`,
  moreChoices: (count) => `……另有${count}處；--json 列出全部`,
  hasFaults: '與你的檔案合併後有錯誤：',
  merged: '（已與之合併）',
  sides: { base: '原來', mine: '我的', theirs: '對方' },
  event: '事件',
  absent: '沒有',
  present: (fields) => (fields === '' ? '有' : `有，其中 ${fields}`),
  follows: (uses) => `用到它的各處隨之而定：${uses}`,
  order: '，次序',
  orderOf: {
    timeline: '次序',
    event: '事件的次序',
    theme: '主題的次序',
    actor: '人物、機構與地點的次序',
    source: '來源的次序',
  },
  unchanged: (file) => `${file} 未作改動。`,
  hasAll: ({ edition, timeline, file }) =>
    `無須發布：與 ${file} 合併後，${timeline} 的第${edition}版沒有變化`,
  takenDown: ({ timeline, number }) =>
    `第${number}版已將 ${timeline} 下架，發布會使它重新上架。若確有此意，請用 --onto ${number} 說明`,
  notFound: ({ timeline, edition, newest }) =>
    `${timeline} 沒有第${edition}版：${newest === null ? '它還沒有任何版本' : `最新的是第${newest}版`}。若是剛剛發布的，請稍等一分鐘；否則請用 --onto 指明你的檔案始於哪一版`,
  goOn: '接下來怎麼辦：沒有覆蓋任何內容，你的檔案也未改動。',
  asksOnTerminal: '在終端機裡執行、不帶 --yes，會逐處詢問',
  getsNewest: (file) => `取得最新一版，以便把其中的改動併入 ${file}`,
  getsMerged: '取得合併後的檔案',
}
