import type { ReportMessages } from '../../en/terminal/report.ts'
import { zhHansMerge } from './merge.ts'

export const zhHansReport: ReportMessages = {
  holds: ({ events, themes, actors, sources }) =>
    `${events}个事件，${themes}个主题，${actors}个人物、机构与地点，${sources}个来源`,
  size: ({ used, max, more }) => `${used} kB，上限 ${max} kB；约可再加${more}个同样大小的事件`,
  tooLarge: ({ used, max }) =>
    `不计事件已有 ${used} kB，上限 ${max} kB：太大，无法发布；请缩短文字，或去掉没有事件提到的人物、机构、地点和来源`,
  inParts: ({ used, max }) => `${used} kB，超过 ${max} kB：npx jishi publish 会分批上传`,
  about: '照现在的样子约 ',
  tooLargeVerdict: '太大',
  lookedUp: (found, all) => `${all}处引文中，在原文里找到${found}处`,
  byWords: (otherwise) => `，其中${otherwise}处只是文字相近`,
  notLookedUp: (all) =>
    `${all}处引文中核对了0处：请把来源原文放到 sources/<来源>.txt，或用 --source 指明`,
  readAs: (encoding) => `按 ${encoding} 编码读取`,
  strange: '不属于任何来源：请命名为 sources/<来源>.txt',
  otherWords: (words) => `原文此处文字不同：${words}`,
  advice: (hint) => `（${hint}）`,
  faults: (count) => `${count}处错误`,
  warnings: (count) => `${count}处提醒`,
  noFault: '没有错误',
  unlisted: (number) => `另有${number}处只计数，未列出`,
  more: (count) => `另有${count}处：--json 列出全部`,
  moreCounted: (count) => `另有${count}处`,
  merge: zhHansMerge,
  authority: {
    nobody: (domain) =>
      `文件的 "authority" 写的是 ${domain}，这是只供举例、无人拥有的域名。日历和订阅源的永久标识由它构成，第一版之后不能再改：请写你自己的域名`,
    other: (domain) =>
      `! 日历和订阅源的永久标识将归属 ${domain}（"authority"），它不是此服务的域名，这一版之后不能再改：它是你的吗？`,
  },
  words: {
    undoes: ({ what, edition, by }) => `! ${what}：撤销了 ${by} 在第${edition}版的改动`,
    removed:
      '! 移除的事件，其网址返回 410。是否应为撤回？写 "status": "withdrawn" 则保留网页，并说明事件有误。',
    unknownBaseDocument: (file) =>
      `没有哪一版的内容与 ${file} 相同：它从未发布，或只是与他人发布的内容合并过。请先并入最新一版，或用 --onto 指明已对照过的版本`,
    unknownBase:
      '无从知道此文件始于哪一版，可能会撤销他人此后发布的内容：请先对照，再用 --onto 指明版本',
  },
}
