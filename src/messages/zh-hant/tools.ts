// Traditional Chinese: messages of the answers to tools.
import type { ToolMessages } from '../en/tools.ts'

export const zhHantTools: ToolMessages = {
  surely: '確定在此期間',
  possibly: '可能在此期間，來源的日期不夠精確，無法斷定',
  dated: '有日期',
  undated: '沒有日期',
  none: '無。',
  elsewhere: (shown, total) => `這一部分列出其中${shown}個，共${total}個。`,
  listUndated: '加上 undated=include，可列出其中可能在此期間的事件。',
  continues: (shown, total, cursor) =>
    `共${total}個事件，這裡列出${shown}個。其餘的請用相同的參數加上 cursor=${cursor} 再次呼叫。`,
  goesOn: (shown, total, cursor) =>
    `共${total}條時間軸，這裡列出${shown}條。其餘的請用相同的參數加上 cursor=${cursor} 再次呼叫。`,
  howToQuote: '引用時請照錄這裡的日期，不要說得更精確；說明哪些事件只是可能；並附上固定連結。',
  sources: '來源',
  others: (count) => `另有${count}個`,
  known: (ids) => `這裡的時間軸：${ids}`,
}
