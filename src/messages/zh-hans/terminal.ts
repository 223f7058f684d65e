// Simplified Chinese: messages of the command line for changes other than those of events.
import type { TerminalMessages } from '../tables.ts'

export const zhHansTerminal: TerminalMessages = {
  parts: { timeline: '时间线', theme: '主题', actor: '人物、机构与地点', source: '来源' },
  fields: {
    aliases: '别名',
    archivedUrl: '存档网址',
    authority: '标识符归属',
    authors: '作者',
    color: '颜色',
    credit: '署名',
    description: '简介',
    kind: '类别',
    label: '名称',
    language: '语言',
    licence: '许可',
    memberOf: '所属',
    name: '名称',
    published: '发布时间',
    publisher: '发布者',
    rights: '权利说明',
    role: '身份',
    sha256: '文本的 SHA-256',
    timeZone: '时区',
    title: '标题',
    url: '网址',
  },
}
