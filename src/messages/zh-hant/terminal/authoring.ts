import type { AuthoringMessages } from '../../en/terminal/authoring.ts'

export const zhHantAuthoring: AuthoringMessages = {
  begin: {
    notAnId: (id, proposal) =>
      `${id} 不能作識別碼：識別碼由 a-z、0-9 和 - 組成，1至64個字元，首尾須是字母或數字${proposal === null ? '' : `，例如 ${proposal}`}`,
    taken: (folder) => `${folder} 已存在，未作任何更動：請另選識別碼，或繼續編寫那條時間軸`,
    onlyWithArticle: (options) => `${options.join('、')}：沒有 --from <文章>，不起作用`,
    unwritable: (folder, why) => `無法寫入 ${folder}：${why}`,
    other: '或寫出其他答案',
    asks: {
      title: '讀者看到的標題？',
      language: '文字用什麼語言？寫語言標籤，例如 zh-Hant 或 en',
      timeZone: '按哪個時區的日期記事？例如 Asia/Taipei',
      domain: '你或所屬單位持有的網域名稱？例如 timelines.example，用於永久識別碼，此後不再改變',
    },
    made: (file, sources) => `已建立 ${file}，一條尚無事件的有效時間軸；來源原文放在 ${sources}`,
    next: '接下來：',
    steps: { preview: '邊寫邊看', check: '檢查錯誤', publish: '發布' },
  },
  draft: {
    asks: {
      title: '文章的標題？',
      publisher: '由誰發表？',
      published: '何時發表？「昨天」等說法從那一天推算。',
    },
    free: {
      title: '或寫出標題',
      publisher: '或寫出名稱',
      published: '或寫出日期，只知年月的寫年月：2020-03-13、2020-03、2020',
    },
    noPublisher: '未寫明',
    notADay: (answer) => `${answer} 不是年月日：請寫作 2020-03-13、2020-03 或 2020 的樣子`,
    marks: {
      perhapsNoEvent: '可能不是事件',
      perhapsElsewhere: '可能不屬於這篇文章',
      joint: '；',
    },
    headings: ['行', '原文', '日期', '理由'],
    open: '待定',
    found: (ready, open) => `共${ready + open}處日期：${ready}處已確定，${open}處待定`,
    otherText: (source, command) =>
      `時間軸已有來源 ${source}，但原文不同：請用 --source 另取識別碼；若是更正後的原文，請放到原處，再用 ${command} 重新核對引文`,
    otherFacts: (source, facts) =>
      `時間軸裡來源 ${source} 記作 ${facts.join('，')}：請在那裡更改，或去掉該選項`,
    tableTaken: (file) => `${file} 已存在：請先匯入，或用 --output 另取檔名`,
    textTaken: (file) => `${file} 已存在，且原文不同：請用 --source 為這個來源另取識別碼`,
    notAnId: (id) => `${id} 不能作來源的識別碼：請用 --source 指定`,
    write: (files) => `寫入 ${files}？`,
    needsYes: '尚未寫入任何內容：加 --yes 寫入',
    unwritten: '未寫入任何內容',
    written: (files) => `已寫入：${files}`,
    next: (table) => `請在 ${table} 中為每個事件的 keep 一欄填 x，寫上標題，並確定待定的日期；然後`,
  },
  cite: {
    looked: (found, all) => `${all}處引文中找到${found}處`,
    filled: (number) => `補全了${number}處引文`,
    changed: (source) => `${source} 的原文與引用時不同：其中的引文已全部重新查找`,
    lost: (number) => `${number}處引文沒有找到，附最接近的原文`,
    whichPlace: (event, words) => `${event}：「${words}」在原文中出現多次，引用的是哪一處？`,
    noTexts: '沒有可供查找的原文：請把來源原文放到 sources/<來源>.txt',
    write: (file) => `寫入 ${file}？`,
    written: (file) => `已寫入 ${file}`,
    nothing: '沒有需要補全的內容',
  },
}
