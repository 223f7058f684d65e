// One word for one thing, in every message of every language: words that must not occur, marks of the
// right script, and English plurals.
import { describe, expect, test } from 'vitest'
import { uiLanguages, type UiLanguage } from '../../src/domain/text/ui-language.ts'
import { messages } from '../../src/messages/languages.ts'
import {
  authoringMessages,
  commandMessages,
  doctorMessages,
  reportMessages,
  sentenceMessages,
} from '../../src/messages/report.ts'

const url = 'https://timelines.example/x'

/** Values for messages that take some, among them 0, 1 and 31. */
const given: readonly unknown[][] = [0, 1, 31].map((number) => [number, number, url])
const texts: readonly unknown[][] = ['0', '1', '31'].map((number) => [number, number, url])
const citation = {
  title: '名《名》',
  date: '2020年',
  sources: [{ title: '名', publisher: '社', published: '2020年' }],
  timeline: '名',
  edition: 1,
  published: '2026年',
  url,
}

/** Every text of the table: `name: text`. A message that takes values is called with several. */
function* spoken(message: unknown, name: string): Generator<readonly [name: string, text: string]> {
  if (typeof message === 'string') yield [name, message]
  else if (typeof message === 'function') {
    for (const values of [...given, ...texts, [citation]]) {
      const made = call(message as (...values: unknown[]) => unknown, values)
      if (typeof made === 'string') yield [`${name}(${String(values[0])})`, made]
    }
  } else if (typeof message === 'object' && message !== null)
    for (const [key, inner] of Object.entries(message)) yield* spoken(inner, `${name}.${key}`)
}

/** Null for values that the message does not take. */
function call(message: (...values: unknown[]) => unknown, values: readonly unknown[]): unknown {
  try {
    return message(...values)
  } catch {
    return null
  }
}

const all = (language: UiLanguage) => [...spoken(messages[language], language)]
const lines = (language: UiLanguage) => all(language).map(([name, text]) => `${name}: ${text}`)

/** Words that must not occur, and the ones to use. */
const words: Readonly<Record<UiLanguage, Readonly<Record<string, string>>>> = {
  'zh-Hans': {
    '条事件|则事件|件事件': '个事件',
    '相关方|相关人物|人物与机构': '人物、机构与地点',
    引文: '原文',
    // Digits are 数字; they are spoken of where one is wrong.
    '^(?!zh-Hans\\.problems).*数字': '数据',
    '原文未写明日期|没有注明日期|未注明日期': '原文没有日期',
    '原文无日期|来源没有写明日期': '没有日期',
    '报道之前|不晚于报道': '不晚于见报之日',
    '后面的|翻页|版式|紧凑|随宽度': '后续、分页、布局、精简、自适应',
    '撤下|下线': '下架',
    参与者: '人物、机构与地点',
    您: '你',
    本文档: '本时间线',
    '看不懂|差错|没能|没有应答|催促|忙闲': '浏览器与日历应用里的说法',
    地址: '网址',
    不再改动: '固定不变',
    '西元|時|線|個|點|說|關|檔|報導': '简体',
    '[「」『』]': '“”',
  },
  'zh-Hant': {
    '則事件|條事件|件事件': '個事件',
    時間線: '時間軸',
    '相關方|相關人物|人物與機構': '人物、機構與地點',
    引文: '原文',
    數據: '數字',
    關鍵詞: '關鍵字',
    '版式|緊湊|後面的|翻頁': '版面、精簡、後續、分頁',
    存檔: '封存',
    報道: '報導',
    記錄: '紀錄',
    公元: '西元',
    '撤下|下線': '下架',
    參與者: '人物、機構與地點',
    您: '你',
    磁盤: '磁碟',
    超時: '逾時',
    丟失: '遺失',
    發送: '傳送',
    腳本: '指令碼',
    示例: '範例',
    運行者: '管理者',
    關系: '關係',
    // Of others, such as Google 日曆, it is the name.
    '日曆(?:最多|已|和)|未列入日曆': '行事曆',
    '帳戶|日程|標識|軟件|信息|默認|組件|鏈接|打開|粘貼|通過|搜索|網絡|視頻|屏幕|文件|數據庫|程序':
      '臺灣用語',
    '原文未寫明日期|沒有註明日期|未註明日期': '原文沒有日期',
    '原文無日期|來源沒有寫明日期': '沒有日期',
    '看不懂|差錯|沒能|催促|忙閒': '瀏覽器與行事曆裡的說法',
    '[“”]': '「」',
    '[时间线个条说关点档来这为与该从实现无页]': '繁體',
  },
  en: {
    'makes no sense|\\bthis time\\b|in no list|there is not|of nobody|to be done|hurry|the real thing':
      'the words of the field',
    'stores? does not|keeps one height|scripts of others': 'the words of the field',
    '\\bmend': 'fix, correct',
    'isation|ising\\b|ised\\b|organis': '-ize',
    "\\w'\\w": '’',
    // Of JSON and of headers " is a sign of their own.
    '^(?!en\\.problems).*: .*"': '“”',
    '[“][^”]*$': 'a closing mark',
    Words$: 'Search',
    'happened before the report': 'no later than the report',
    'Quotations|^en\\.events\\.fields\\.actors: Who':
      'Cited words; People, organizations and places',
  },
}

describe.each(uiLanguages)('the messages in %s', (language) => {
  test('are many', () => {
    expect(all(language).length).toBeGreaterThan(250)
  })

  test.each(Object.entries(words[language]))('have no %s: %s [fault 2.3]', (pattern) => {
    const wrong = new RegExp(pattern, 'u')
    expect(lines(language).filter((line) => wrong.test(line))).toEqual([])
  })
})

/** The same words for the same things on the command line, whose quotations are words of their own. */
const terminalWords: Readonly<Record<UiLanguage, RegExp>> = {
  'zh-Hans': /条事件|件事件|应答|撤下|下线|参与者|您|本文档|差错|没能|不再改动/,
  'zh-Hant':
    /則事件|條事件|時間線|關鍵詞|沒有應答|撤下|下線|參與者|您|磁盤|超時|丟失|發送|腳本|示例|運行者|關系|日曆|文件|報道|記錄|公元|帳戶|軟件|默認|鏈接/,
  en: /makes no sense|in no list|\bmend|stores? does not|isation|ised\b|organis/,
}

test.each(uiLanguages)('%s on the command line has the words of pages [fault 2.3]', (language) => {
  const tables = [
    authoringMessages,
    commandMessages,
    doctorMessages,
    reportMessages,
    sentenceMessages,
  ].map((table) => table[language])
  const said = [...spoken(tables, language)].map(([name, text]) => `${name}: ${text}`)
  expect(said.length).toBeGreaterThan(300)
  expect(said.filter((line) => terminalWords[language].test(line))).toEqual([])
})

const chinese = ['zh-Hans', 'zh-Hant'] as const
test.each(chinese)('%s has the marks of Chinese beside Chinese [fault 2.3]', (language) => {
  // No half-width mark beside a Chinese character, no blank between such a character and a digit.
  const half = /\p{Script=Han}[,:;!?()]|[,;!?()]\p{Script=Han}|\p{Script=Han} \d|\d \p{Script=Han}/u
  expect(lines(language).filter((line) => half.test(line))).toEqual([])
  const unpaired = ([, text]: readonly [string, string]) =>
    ['（）', '《》', '“”', '「」', '［］'].some(
      ([open = '', close = '']) => text.split(open).length !== text.split(close).length,
    )
  expect(all(language).filter(unpaired)).toEqual([])
})

test('English counts in the singular and in the plural [fault 2.3]', () => {
  const ones = all('en').filter(([name]) => name.endsWith('(1)'))
  expect(ones.length).toBeGreaterThan(10)
  const wrong = /\b1 (?:events|passages|cited passages)\b/
  // A message that takes a number is given its text, too, and the other way round.
  const right = new Set(ones.filter(([, text]) => !wrong.test(text)).map(([name]) => name))
  expect(ones.filter(([name]) => !right.has(name))).toEqual([])
  const many = all('en').filter(([name]) => /\((?:0|31)\)$/.test(name))
  expect(many.filter(([, text]) => /\b(?:0|31) (?:event|passage)\b/.test(text))).toEqual([])
})

test('each event has one word for its parts: in lists, pages, changes and the terminal [fault 2.3]', () => {
  for (const language of uiLanguages) {
    const { list, fields, pages, changes } = messages[language]
    const lower = (text: string) => text.toLowerCase()
    expect(fields.actors).toBe(list.actor)
    expect(list.who).toBe(list.actor)
    expect(lower(pages.fields.actors)).toBe(lower(list.actor))
    expect(fields.place).toBe(list.place)
    expect(fields.measures).toBe(list.figures)
    expect(lower(pages.fields.measures)).toBe(lower(list.figures))
    expect(fields.note).toBe(pages.note)
    expect(changes.partNames.theme).toBe(list.theme)
    expect(changes.partNames.source).toBe(list.source)
  }
})
