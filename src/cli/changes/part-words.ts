// What changed in a timeline, a theme, an actor or a source, in words of one language.
import type { Text } from '../../domain/text/language-map.ts'
import {
  textDifferences,
  type ChangeSetting,
  type Difference,
} from '../../domain/words/change-words.ts'
import { eventWords } from '../../domain/words/event-words.ts'
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import type { FieldChange, PartChange, PartKind } from '../../domain/document/fields.ts'

type PartField =
  | 'aliases'
  | 'archivedUrl'
  | 'authority'
  | 'authors'
  | 'color'
  | 'credit'
  | 'description'
  | 'kind'
  | 'label'
  | 'language'
  | 'licence'
  | 'memberOf'
  | 'name'
  | 'published'
  | 'publisher'
  | 'rights'
  | 'role'
  | 'sha256'
  | 'timeZone'
  | 'title'
  | 'url'

interface PartWords {
  readonly parts: Readonly<Record<PartKind, string>>
  readonly fields: Readonly<Record<PartField, string>>
}

const partWords: Readonly<Record<UiLanguage, PartWords>> = {
  'zh-Hans': {
    parts: { timeline: '时间线', theme: '主题', actor: '相关方', source: '来源' },
    fields: {
      aliases: '别名',
      archivedUrl: '存档网址',
      authority: '标识归属',
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
  },
  'zh-Hant': {
    parts: { timeline: '時間線', theme: '主題', actor: '相關方', source: '來源' },
    fields: {
      aliases: '別名',
      archivedUrl: '存檔網址',
      authority: '標識歸屬',
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
  },
  en: {
    parts: { timeline: 'Timeline', theme: 'Theme', actor: 'Actor', source: 'Source' },
    fields: {
      aliases: 'Other names',
      archivedUrl: 'Archived copy',
      authority: 'Authority of identifiers',
      authors: 'Authors',
      color: 'Colour',
      credit: 'Credit',
      description: 'Description',
      kind: 'Kind',
      label: 'Label',
      language: 'Language',
      licence: 'Licence',
      memberOf: 'Member of',
      name: 'Name',
      published: 'Published',
      publisher: 'Publisher',
      rights: 'Rights',
      role: 'Role',
      sha256: 'SHA-256 of its text',
      timeZone: 'Time zone',
      title: 'Title',
      url: 'Address',
    },
  },
}

/** `主题`, `Theme`. */
export const partWord = ({ part }: Pick<PartChange, 'part'>, language: UiLanguage): string =>
  partWords[language].parts[part]

const textFields = [
  'title',
  'description',
  'credit',
  'label',
  'name',
  'role',
  'publisher',
  'rights',
]

/** One difference, but of a text one for each language that changed. */
export function partDifferences(
  { field, before, after }: FieldChange,
  told: ChangeSetting,
): Difference[] {
  const { fields } = partWords[told.language]
  const name = isPartField(field) ? fields[field] : field
  if (textFields.includes(field)) return textDifferences(name, { before, after }, told)
  const said = (value: unknown) => (value === null ? null : valueInWords(field, value, told))
  return [{ name, language: null, before: said(before), after: said(after) }]
}

const isPartField = (field: string): field is PartField => field in partWords.en.fields

function valueInWords(field: string, value: unknown, told: ChangeSetting): string {
  const { and } = eventWords[told.language]
  switch (field) {
    case 'memberOf':
      return (value as string[]).map(told.names.actorName).join(and)
    case 'authors':
      return (value as string[]).join(and)
    case 'aliases':
      return Object.values(value as Record<string, string[]>)
        .flat()
        .join(and)
    case 'licence': {
      const { name, url = '' } = value as { name: Text; url?: string }
      return `${told.names.say(name)} ${url}`.trim()
    }
    default:
      return typeof value === 'string' ? value : JSON.stringify(value)
  }
}
