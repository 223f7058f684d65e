// Tables as people bring them, and what an import tells of them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { planLines, resultLines } from '../../src/cli/import/report.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { readFile } from '../../src/extract/files/read-file.ts'
import { noMemory } from '../../src/extract/table/again.ts'
import { planImport, type ImportPlan } from '../../src/extract/table/plan.ts'
import { importWords } from '../../src/extract/words/words.ts'
import { checkDocument } from '../../src/domain/check/rules.ts'
import { document } from '../support/document.ts'
import { articleTable, chronicleTable } from '../support/tables.ts'

const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../fixtures/import', name), 'utf8')

interface Reported {
  readonly plan: ImportPlan
  readonly lines: readonly string[]
}

/** What the command prints of an import into an empty timeline. */
function reported(
  content: string,
  answers: object,
  overrides: Partial<TimelineDocument> = {},
): Reported {
  const found = readFile(new TextEncoder().encode(content))
  if (!found.ok) throw new Error('it cannot be read')
  const into = document({
    title: '时间线',
    themes: [],
    actors: [],
    sources: [],
    events: [],
    ...overrides,
  })
  const lang = into.language === 'en' ? 'en' : 'zh-Hans'
  const setting = { document: into, memory: noMemory, words: importWords[lang] }
  const plan = planImport(found.value.tables, {
    ...setting,
    answers: new Map(Object.entries(answers)),
  })
  const about = planLines(plan, { given: 'file', found: found.value, lang })
  if (plan.result === null)
    return {
      plan,
      lines: [...about, ...plan.questions.map(({ id, words }) => `? ${id}: ${words}`)],
    }
  // Nothing that was asked before is asked again.
  const memory = plan.result.memory
  const again = planImport(found.value.tables, {
    ...setting,
    document: plan.result.document,
    memory,
    answers: new Map(),
  })
  expect(again.questions).toEqual([])
  expect(again.result).toMatchObject({ added: [], changed: [], withdrawn: [] })
  expect(checkDocument(plan.result.document)).toMatchObject({ ok: true })
  const result = resultLines(plan.result, { document: into, lang, faults: [] })
  return { plan, lines: [...about, ...result] }
}

const source = {
  'source/title': '石桥乡志',
  'source/published': '2016',
  'source/publisher': 'none',
}

test('a chronicle of 400 bullets asks five questions and keeps every line', () => {
  const table = chronicleTable(400)
  expect(reported(table, {}).lines.slice(1)).toEqual([
    '  时间 → 日期或开始日期',
    '  大事 → 标题',
    '  内容 → 摘要',
    '  分类 → 主题',
    '  地点 → 地点',
    '  备注 → 备注',
    '? source/title: 来源的标题',
    '? source/published: 来源是何时发表的？',
    '? source/publisher: 来源由谁发布？',
    '? stretches/时间: “时间”列：有140格是一段时间，如 1949年3月。这些事是发生在其中某时，还是持续了整段时间？',
    '? new/themes: 有4个新的主题：建设；教育；文化；水利',
    '? new/actors: 有4个新的人物、机构与地点：上湾村；柳岸村；石桥村；下湾村',
  ])
  const answers = {
    ...source,
    'stretches/时间': 'once',
    'vague/时间': 'usual',
    'new/themes': 'add',
    'new/actors': 'add',
  }
  const { lines, plan } = reported(table, answers)
  expect(lines.slice(7, 18)).toEqual([
    '  “时间”：140格写的是一段时间，作发生在其中某时理解',
    '  “时间”：40格模糊的说法按惯例：1951年春 = [1951-03..1951-05]；1950年年底 = [1950-11..1950-12]',
    '新增400个事件，改动0个',
    '  新增4个主题：建设；教育；文化；水利',
    '  新增4个人物、机构与地点：上湾村；柳岸村；石桥村；下湾村',
    '  新增1个来源：石桥乡志',
    '  + 1949-01-01  上湾村修渠（第1条） (1949-01-01-a)',
    '  + 1949-02-02  柳岸村架桥（第2条） (1949-02-02-a)',
    '  + 1949-03  石桥村通电（第3条） (1949-03-a)',
    '  + 1949  下湾村建校（第4条） (1949-a)',
    '  + [1949-05-11..1949-05-20]  上湾村办厂（第5条） (1949-05-a)',
  ])
  expect(plan.result?.document.events[0]?.links).toEqual([
    { url: 'https://archive.example/chronicle/1', title: '村志' },
  ])
  expect(plan.result?.document.events[8]?.date).toBe('1950-09/1950-11')
})

test('a list of 1,500 articles makes a source of each, and names the rows that it cannot read', () => {
  const answers = {
    'column/No.': 'none',
    'column/Word count': 'none',
    'missing/date': 'Publication Date',
    source: 'row',
    'new/themes': 'add',
  }
  const { lines, plan } = reported(articleTable(1500), answers, {
    language: 'en',
    timeZone: 'America/New_York',
  })
  expect(lines.slice(8, 13)).toEqual([
    '  not kept: No., Word count',
    '  “Publication Date”: month, day, year, since 1/13/2004 (row 14) can be nothing else',
    '1490 new events, 0 changed, 10 rows with faults',
    '  new: 4 themes: News; Arts; Local; Weather',
    expect.stringMatching(/^ {2}new: 1490 sources: Council .*; and 1482 more$/),
  ])
  expect(lines.slice(-11)).toEqual([
    '  ! row 212: “n.d.”: no date can be read',
    '  ! row 423: “n.d.”: no date can be read',
    '  ! row 500: no title',
    '  ! row 634: “n.d.”: no date can be read',
    '  ! row 845: “n.d.”: no date can be read',
    '  ! row 999: no title',
    '  ! row 1056: “n.d.”: no date can be read',
    '  ! row 1267: “n.d.”: no date can be read',
    '  ! row 1478: “n.d.”: no date can be read',
    '  ! row 1498: no title',
    '  976 of 5120 kB; about 9089 more like these',
  ])
  expect(plan.result?.document.sources[0]).toEqual({
    id: 'council-votes-on-the-old-mill-part-1',
    title: 'Council votes on the old mill, part 1',
    authors: ['Ada Moss'],
    published: '2004-01-01',
    url: 'https://news.example/2004/01/1',
    language: 'en',
  })
})

test('the calendar of a society tells what it does not keep, and nothing of what is private', () => {
  const { lines } = reported(fixture('society.ics'), {
    ...source,
    'new/themes': 'add',
    'new/actors': 'add',
  })
  expect(lines.slice(10)).toEqual([
    '  COMMENT → 备注',
    '  未保留：重复：只保留第一次（第4行）',
    '  未保留：提醒（第6行）',
    '  未保留：受邀者和组织者及其地址（第6、9行）',
    '  未保留：结束的钟点（第6、7行）',
    '  未保留：“暂定”标记（第7行）',
    '  没有时区的钟点，按时间线的时区读取（第7行）',
    '  未保留：私人事件',
    '  未保留：待办、日志等不是事件的条目',
    '  未保留：日历的名称和说明',
    '新增8个事件，改动0个',
    '  新增6个主题：会务；普查；古桥；会刊；展览；讲座',
    '  新增2个人物、机构与地点：柳岸小学；石桥乡',
    '  新增1个来源：石桥乡志',
    '  + 1987-09-12  学会成立 (1987-09-12-a)',
    '  + 1988-04-01/1988-05-31  第一次古桥普查，记录全乡石桥二十三座，拓印碑文九种，绘制位置草图 (1988-04-01-a)',
    '  + 1995-03-01  会刊《柳岸文史》创刊 (1995-03-01-a)',
    '  + 1988-09-12  会庆 (1988-09-12-a)',
    '  + 2003-05-01/2003-05-07  旧照片展 (2003-05-01-a)',
    '  + 2015-06-06T14:30:00+08:00  讲座：石桥的年代 (2015-06-06-a)',
    '  + 2016-01-10T09:00+08:00  理事会 (2016-01-10-a)',
    '  + 2024-03-01T01:00Z  与县志办线上会 (2024-03-01-a)',
    expect.stringContaining('上限 5120 kB'),
  ])
})

test('slides of TimelineJS keep links for media, and tell what has no address', () => {
  const answers = {
    source: 'new',
    ...source,
    'stretches/start_date': 'once',
    'new/themes': 'add',
    'timeline/title': 'take',
    'timeline/description': 'keep',
  }
  const { lines, plan } = reported(fixture('harbour.json'), answers, {
    language: 'en',
    timeZone: 'Europe/London',
  })
  expect(lines.slice(9)).toEqual([
    '  “start_date”: 2 longer times, some time within',
    '  not kept: eras',
    '  not kept: media and background of the title slide',
    '  not kept: credits of media (row 1)',
    '  not kept: backgrounds (row 3)',
    '  not kept: media without an address (row 4)',
    '  not kept: times of day at which it ended (row 5)',
    '  not kept: images and embedded media, of which the address is kept where there is one (row 2)',
    '5 new events, 0 changed',
    '  new: 4 themes: Building; Weather; Ferry; Museum',
    '  new: 1 source: 石桥乡志',
    '  + 1871  A landing stage is planned (a-landing-stage-is-planned)',
    '  + 1874-06/1876-09  The quay is built (the-quay-is-built)',
    '  + 1901-03-12  The storm (the-storm)',
    '  + 1948  The ferry ends (the-ferry-ends)',
    '  + 2019-05-04T11:00+01:00  The museum opens (the-museum-opens)',
    expect.stringContaining('of 5120 kB'),
  ])
  expect(plan.result?.document.events.map(({ links = [] }) => links.map(({ url }) => url))).toEqual(
    [
      ['https://harbour.example/plan.jpg'],
      ['https://harbour.example/accounts', 'https://video.example/embed/quay'],
      [],
      [],
      [],
    ],
  )
})
