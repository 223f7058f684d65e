import type { AuthoringMessages } from '../tables/authoring.ts'

export const zhHantAuthoring: AuthoringMessages = {
  begin: {
    notAnId: (id, proposal) =>
      `${id} 不能作識別碼：識別碼由 a-z、0-9 和 - 組成，1至64個字元，首尾須是字母或數字${proposal === null ? '' : `，例如 ${proposal}`}`,
    taken: (folder) => `${folder} 已存在，未作任何更動：請另選識別碼，或繼續編寫那條時間線`,
    unwritable: (folder, why) => `無法寫入 ${folder}：${why}`,
    missing: '新時間線還需要',
    asks: {
      title: '讀者看到的標題',
      language: '文字所用的語言：zh-Hans、zh-Hant、en 或其他語言標籤',
      timeZone: '按哪個時區的日期記事，例如 Asia/Taipei',
      domain: '您或所屬單位持有的網域名稱，例如 timelines.example，用於永久識別碼，此後不再改變',
    },
    made: (file, sources) => `已建立 ${file}，一條尚無事件的有效時間線；來源原文放在 ${sources}`,
    next: '接下來：',
    steps: { preview: '邊寫邊看', check: '檢查錯誤', publish: '發布' },
  },
}
