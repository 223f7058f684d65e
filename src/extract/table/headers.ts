// Which column holds what, by its header: words that people use in Chinese and English, whatever their
// case, width, form of characters, order and punctuation.
import { foldText } from '../../domain/text/fold.ts'
import { foldHan } from '../../domain/text/fold-han.ts'
import type { ColumnField } from './table.ts'

const synonyms: Readonly<Record<Exclude<ColumnField, 'none'>, string>> = {
  date: 'date, dates, day, when, event date, start, start date, begin date, date start, year, 日期, 时间, 年月日, 年份, 发生日期, 发生时间, 发生日, 时间节点, 事件日期, 事件时间, 开始日期, 开始时间, 起始日期, 起始时间, 日子',
  endDate: 'end, end date, date end, finish, 结束日期, 结束时间, 终止日期, 终止时间, 结束',
  edtf: 'x-edtf',
  kind: 'kind, date kind, 日期类型, 日期性质',
  statedDate:
    'stated, stated date, display date, date in source, date as stated, 原文日期, 日期原文, 日期原话, 原文时间, 显示日期',
  title:
    'title, headline, event, event title, name, heading, what, subject, 标题, 题目, 事件, 事件名称, 事件标题, 名称, 大事, 事项, 事由, 大事记, 纪事, 事迹, 篇名',
  summary:
    'summary, description, text, details, detail, content, body, abstract, 摘要, 概要, 内容, 事件内容, 描述, 说明, 正文, 详情, 简介, 经过, 内容摘要',
  themes:
    'theme, themes, topic, topics, category, categories, tag, tags, group, section, desk, 主题, 专题, 分类, 类别, 标签, 栏目',
  actors:
    'actor, actors, people, person, persons, who, participant, participants, organization, organizations, organisation, organisations, 人物, 相关人物, 参与者, 参与方, 参与单位, 单位, 机构, 主体, 涉及人物, 涉及单位, 涉及机构, 相关单位, 相关机构, 责任单位',
  place: 'place, location, where, venue, 地点, 地区, 位置, 场所, 地名, 发生地',
  links:
    'link, links, url, urls, href, web address, address, media, website, more, 链接, 网址, 相关链接, 延伸阅读, 网页',
  note: 'note, notes, remark, remarks, comment, comments, 备注, 注, 附注, 按语, 注释',
  status: 'status, 状态',
  source:
    'source, sources, reference, references, ref, citation, 来源, 出处, 资料来源, 信息来源, 文献来源, 消息来源',
  sourceLink: 'source url, source link, source address, 来源链接, 来源网址, 原文链接, 出处链接',
  publisher:
    'publisher, newspaper, outlet, media outlet, published by, 媒体, 发布者, 出版者, 报纸, 报刊, 刊物, 发布单位, 媒体名称',
  authors: 'author, authors, byline, reporter, reporters, 作者, 记者, 撰稿',
  published:
    'published, publication date, date published, pub date, source date, published on, 发布日期, 发布时间, 发表日期, 发表时间, 刊发日期, 出版日期, 来源日期, 见报日期, 见报日, 见报时间, 刊登日期, 刊发日, 刊登时间',
  citedWords:
    'quote, quotation, quoted words, cited words, words, sentence, passage, 引文, 原文, 原句, 引用, 句子, 原话, 摘录',
  id: 'id, event id, slug',
  key: 'key, uid, unique id, guid, record id, 编号, 条目编号, 档号, 索引号',
  keep: 'keep, 保留, 采用, 收录',
}

/** As headers are compared: letters, digits and characters alone. */
export const foldHeader = (header: string): string =>
  foldHan(foldText(header)).replaceAll(/[^\p{L}\p{N}#]/gu, '')

const known: ReadonlyMap<string, ColumnField> = new Map(
  Object.entries(synonyms).flatMap(([field, words]) =>
    words.split(', ').map((word) => [foldHeader(word), field as ColumnField] as const),
  ),
)

/** @example fieldOfHeader('標題') → 'title' */
export const fieldOfHeader = (header: string): ColumnField | null =>
  known.get(foldHeader(header)) ?? null
