import type { ReportMessages } from '../../en/terminal/report.ts'
import { zhHantMerge } from './merge.ts'

export const zhHantReport: ReportMessages = {
  holds: ({ events, themes, actors, sources }) =>
    `${events}個事件，${themes}個主題，${actors}個人物、機構與地點，${sources}個來源`,
  size: ({ used, max, more }) => `${used} kB，上限 ${max} kB；約可再加${more}個同樣大小的事件`,
  tooLarge: ({ used, max }) =>
    `不計事件已有 ${used} kB，上限 ${max} kB：太大，無法發布；請縮短文字，或去掉沒有事件提到的人物、機構、地點和來源`,
  inParts: ({ used, max }) => `${used} kB，超過 ${max} kB：npx jishi publish 會分批上傳`,
  about: '照現在的樣子約 ',
  tooLargeVerdict: '太大',
  lookedUp: (found, all) => `${all}處引文中，在原文裡找到${found}處`,
  byWords: (otherwise) => `，其中${otherwise}處只是文字相近`,
  notLookedUp: (all) =>
    `${all}處引文中核對了0處：請把來源原文放到 sources/<來源>.txt，或用 --source 指明`,
  readAs: (encoding) => `以 ${encoding} 編碼讀取`,
  strange: '不屬於任何來源：請命名為 sources/<來源>.txt',
  otherWords: (words) => `原文此處文字不同：${words}`,
  advice: (hint) => `（${hint}）`,
  faults: (count) => `${count}處錯誤`,
  warnings: (count) => `${count}處提醒`,
  noFault: '沒有錯誤',
  unlisted: (number) => `另有${number}處只計數，未列出`,
  more: (count) => `另有${count}處：--json 列出全部`,
  moreCounted: (count) => `另有${count}處`,
  merge: zhHantMerge,
  authority: {
    nobody: (domain) =>
      `檔案的 "authority" 寫的是 ${domain}，這是只供舉例、無人擁有的網域。行事曆和訂閱源的永久識別碼由它構成，第一版之後不能再改：請寫你自己的網域`,
    other: (domain) =>
      `! 行事曆和訂閱源的永久識別碼將歸屬 ${domain}（"authority"），它不是此服務的網域，這一版之後不能再改：它是你的嗎？`,
  },
  words: {
    undoes: ({ what, edition, by }) => `! ${what}：撤銷了 ${by} 在第${edition}版的改動`,
    removed:
      '! 移除的事件，其網址傳回 410。是否應為撤回？寫 "status": "withdrawn" 則保留網頁，並說明事件有誤。',
    unknownBaseDocument: (file) =>
      `沒有哪一版的內容與 ${file} 相同：它從未發布，或只是與他人發布的內容合併過。請先併入最新一版，或用 --onto 指明已對照過的版本`,
    unknownBase:
      '無從知道此檔案始於哪一版，可能會撤銷他人此後發布的內容：請先對照，再用 --onto 指明版本',
  },
}
