// Traditional Chinese: messages of the command line for changes other than those of events.
import type { TerminalMessages } from '../tables.ts'

export const zhHantTerminal: TerminalMessages = {
  parts: { timeline: '時間軸', theme: '主題', actor: '人物、機構與地點', source: '來源' },
  fields: {
    aliases: '別名',
    archivedUrl: '封存網址',
    authority: '識別碼歸屬',
    authors: '作者',
    color: '顏色',
    credit: '署名',
    description: '簡介',
    kind: '類別',
    label: '名稱',
    language: '語言',
    licence: '授權',
    memberOf: '所屬',
    name: '名稱',
    published: '發布時間',
    publisher: '發布者',
    rights: '權利說明',
    role: '身分',
    sha256: '文字的 SHA-256',
    timeZone: '時區',
    title: '標題',
    url: '網址',
  },
}
