// From an article to events: `new --from`, `draft`, `import` of its table, `cite`.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { jishi } from '../support/jishi.ts'

let place: string
let folder: string
let count = 0

const article =
  '河埠桥通车\n\n昨天上午9时，河埠桥通车。桥于2029年3月动工，“12月底”合龙。镇长说：“=1”\n春天，桥头种了树。\n'

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'jishi-draft-'))
})
afterAll(() => rm(place, { recursive: true }))

const timeline = [
  '--title',
  '河埠',
  '--language',
  'zh-Hans',
  '--time-zone',
  'Asia/Shanghai',
  '--domain',
  'timelines.example',
]
const about = ['--title', '河埠桥通车', '--publisher', '-', '--published', '2031-05-06']

beforeEach(async () => {
  count += 1
  folder = join(place, `t-${count}`)
  await jishi(['new', `t-${count}`, '--in', place, ...timeline])
  await writeFile(join(place, 'bridge.txt'), article)
})

const readDocument = async (): Promise<TimelineDocument> =>
  JSON.parse(await readFile(join(folder, 'timeline.json'), 'utf8')) as TimelineDocument

type Row = Readonly<
  Record<
    'keep' | 'date' | 'kind' | 'stated' | 'reason' | 'readings' | 'sentence' | 'title' | 'source',
    string
  >
>

const readRows = async (file = 'draft.csv'): Promise<Row[]> =>
  parse<Row>(await readFile(join(folder, file), 'utf8'), { columns: true, bom: true })

const draft = (...more: readonly string[]) =>
  jishi(['draft', join(place, 'bridge.txt'), '--into', folder, ...more])

/** Fills the table in as a person does in a spreadsheet. */
async function fillIn(fill: (row: Row) => Partial<Row>): Promise<void> {
  const rows = (await readRows()).map((row) => ({ ...row, ...fill(row) }))
  const columns = Object.keys(rows[0] ?? {}) as (keyof Row)[]
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))]
  const text = lines
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\r\n')
  await writeFile(join(folder, 'draft.csv'), text)
}

test('keeps the text, prints the dates, and writes a table in which nothing is chosen', async () => {
  const { code, stdout } = await draft(...about, '--yes')
  expect(code).toBe(0)
  expect(stdout).toMatch(
    /^3 {2,}昨天上午9时 +2031-05-05T09:00\+08:00 +counted from the source’s day/m,
  )
  expect(stdout).toMatch(/^3 +12月底 +open +vague words.*: \[2029-12-21\.\.2029-12-31\]/m)
  expect(stdout).toContain(`jishi import ${join(folder, 'draft.csv')} --into ${folder}`)
  expect(await readFile(join(folder, 'sources/bridge.txt'), 'utf8')).toBe(article)
  const sha256 = createHash('sha256').update(article).digest('hex')
  expect((await readDocument()).sources).toEqual([
    { id: 'bridge', title: '河埠桥通车', published: '2031-05-06', language: 'zh-Hans', sha256 },
  ])
  const rows = await readRows()
  expect(rows.map(({ keep, title, source }) => [keep, title, source])).toEqual(
    rows.map(() => ['', '', 'bridge']),
  )
  expect(rows.slice(0, 3).map(({ date, stated, readings }) => [stated, date, readings])).toEqual([
    ['昨天上午9时', '2031-05-05T09:00+08:00', '2031-05-05T09:00+08:00 point'],
    ['2029年3月', '2029-03', '2029-03 point'],
    ['12月底', '', '[2029-12-21..2029-12-31] point'],
  ])
  for (const { sentence, stated } of rows) {
    expect(article).toContain(sentence)
    expect(sentence).toContain(stated)
  }
})

test('asks for title, publisher and day, and writes nothing before yes', async () => {
  const asked = await draft('--json')
  expect(asked.code).toBe(1)
  const { questions } = JSON.parse(asked.stdout) as {
    questions: { id: string; choices: { value: string }[] }[]
  }
  expect(questions.map(({ id }) => id)).toEqual([
    'source/title',
    'source/publisher',
    'source/published',
  ])
  expect(questions[0]?.choices).toMatchObject([{ value: '河埠桥通车' }])
  const wrong = await draft('--title', 'x', '--publisher', '-', '--published', '昨天')
  expect(wrong).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('昨天 is no day, month or year'),
  })
  expect((await draft(...about)).stderr).toContain('--yes')
  expect(existsSync(join(folder, 'sources/bridge.txt'))).toBe(false)
  expect(existsSync(join(folder, 'draft.csv'))).toBe(false)
  expect((await readDocument()).sources).toEqual([])
})

test('takes answers from a file, and makes the folder of sources where there is none', async () => {
  await rm(join(folder, 'sources'), { recursive: true })
  const answers = join(place, 'answers.json')
  await writeFile(
    answers,
    JSON.stringify({
      'source/title': '桥',
      'source/publisher': '镇报',
      'source/published': '2031-05-06',
    }),
  )
  expect((await draft('--answers', answers, '--yes')).code).toBe(0)
  expect((await readDocument()).sources).toMatchObject([{ title: '桥', publisher: '镇报' }])
})

test('reads GB18030 and says so; an id that is taken by another text is refused', async () => {
  const bytes = Buffer.from('bad3b2bac7c532303331c4ea35d4c235c8d5cda8b3b5a1a3', 'hex')
  await writeFile(join(place, 'bridge.txt'), bytes)
  const { code, stdout } = await draft(...about, '--yes')
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('GB18030') })
  expect(await readFile(join(folder, 'sources/bridge.txt'), 'utf8')).toBe(
    '河埠桥2031年5月5日通车。',
  )
  await writeFile(join(place, 'bridge.txt'), article)
  const other = await draft(...about, '--yes', '--output', join(folder, 'two.csv'))
  expect(other).toMatchObject({ code: 1, stderr: expect.stringContaining('another text') })
})

test('a table that is there is not written over, and the same text is drafted again without questions', async () => {
  await draft(...about, '--yes')
  expect((await draft('--yes')).stderr).toContain('is there already')
  expect((await draft('--yes', '-o', join(folder, 'again.csv'))).code).toBe(0)
  expect(await readRows('again.csv')).toEqual(await readRows())
  expect((await readDocument()).sources).toHaveLength(1)
})

test('what is kept of the table becomes events whose words and places are found', async () => {
  await draft(...about, '--yes')
  await fillIn(({ stated, date }) => ({
    keep: stated === '2029年3月' ? '' : 'x',
    title: `事件：${stated}`,
    date:
      stated === '12月底' ? '[2029-12-21..2029-12-31]' : date === '' ? '[2031-03..2031-05]' : date,
  }))
  const read = await jishi(['import', join(folder, 'draft.csv'), '--into', folder, '--yes'])
  expect(read).toMatchObject({ code: 0 })
  const { events } = await readDocument()
  expect(events.map(({ date, statedDate }) => [date, statedDate])).toContainEqual([
    '2031-05-05T09:00+08:00',
    '昨天上午9时',
  ])
  expect(events.some(({ statedDate }) => statedDate === '2029年3月')).toBe(false)
  const points = Array.from(article)
  for (const { citations } of events)
    for (const { exact, start, end, supports } of citations) {
      expect(points.slice(start, end).join('')).toBe(exact)
      expect(supports).toEqual(['date', 'title'])
    }
  const checked = await jishi(['check', folder])
  expect(checked.code).toBe(0)
  expect(checked.stdout).toContain(`${events.length} of ${events.length} quotations found`)
  expect((await jishi(['cite', folder])).stdout).toContain('nothing to fill in')
})

test.each([
  ['--published', '2031-05-07', 'published: 2031-05-06'],
  ['--title', '别的', 'title: 河埠桥通车'],
  ['--publisher', '晚报', 'publisher: -'],
  ['--language', 'en', 'language: zh-Hans'],
])('%s %s is refused where the timeline has the source otherwise', async (option, value, fact) => {
  await draft(...about, '--yes')
  const again = ['--yes', '-o', join(folder, 'again.csv')]
  const denied = await draft(option, value, ...again)
  expect(denied).toMatchObject({ code: 1, stderr: expect.stringContaining(`bridge with ${fact}:`) })
  expect(existsSync(join(folder, 'again.csv'))).toBe(false)
  await writeFile(
    join(folder, 'answers.json'),
    JSON.stringify({ [`source/${option.slice(2)}`]: value }),
  )
  const file = ['--answers', join(folder, 'answers.json')]
  expect(await draft(...file, ...again)).toMatchObject({ code: 1 })
  expect(await draft(...about, '--language', 'zh-Hans', ...again)).toMatchObject({ code: 0 })
})

test('a day is taken where the source has only a year', async () => {
  await draft(...about, '--yes')
  const text = await readFile(join(folder, 'timeline.json'), 'utf8')
  await writeFile(join(folder, 'timeline.json'), text.replace('"2031-05-06"', '"2031"'))
  const again = await draft('--published', '2031-05-07', '--yes', '-o', join(folder, 'again.csv'))
  expect(again).toMatchObject({ code: 0 })
  expect((await readRows('again.csv')).map(({ date }) => date)).toContain('2031-05-06T09:00+08:00')
})

test('a table in which nothing is marked says so, and not that the timeline has it', async () => {
  await draft(...about, '--yes')
  const rows = await readRows()
  const { code, stdout } = await jishi(['import', join(folder, 'draft.csv'), '--into', folder])
  expect(code).toBe(0)
  const words = `${rows.length} rows were left out. Rows are taken that have x in “keep”.`
  expect(stdout).toContain(words)
  expect((await readDocument()).events).toEqual([])
})

test('new makes the folder with an article in one step', async () => {
  const made = await jishi([
    'new',
    'at-once',
    '--in',
    place,
    ...timeline,
    '--from',
    join(place, 'bridge.txt'),
    '--article-title',
    '河埠桥通车',
    '--publisher',
    '-',
    '--published',
    '2031-05-06',
  ])
  expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining('昨天上午9时') })
  folder = join(place, 'at-once')
  expect((await readRows()).length).toBeGreaterThan(2)
  expect((await jishi(['check', folder])).code).toBe(0)
})

test('cite fills in, asks which of several places, and lists what is lost', async () => {
  await draft(...about, '--yes')
  const document = await readDocument()
  const event = (id: string, exact: string) => ({
    id,
    date: '2031',
    title: id,
    themes: [],
    actors: [],
    citations: [
      {
        source: 'bridge',
        exact,
      },
    ],
  })
  const file = join(folder, 'timeline.json')
  const events = [
    event('one', '河埠桥通车。'),
    event('two', '河埠桥'),
    event('three', '桥头种了花'),
  ]
  await writeFile(file, JSON.stringify({ ...document, events }))
  const asked = await jishi(['cite', folder])
  expect(asked.code).toBe(1)
  expect(asked.stderr).toContain('"place/two/0": ""')
  expect(asked.stdout).toContain('passage-absent')
  expect(asked.stdout).toContain('write 桥头种了 (')
  const answers = join(place, 'places.json')
  await writeFile(answers, JSON.stringify({ 'place/two/0': '14' }))
  const done = await jishi(['cite', folder, '--answers', answers, '--yes', '--json'])
  expect(JSON.parse(done.stdout)).toMatchObject({ ok: true, written: true, looked: 3 })
  const cited = (await readDocument()).events.map(({ citations }) => citations[0])
  expect(cited[0]).toMatchObject({ start: 14, end: 20, supports: ['title'] })
  expect(cited[1]).toMatchObject({ start: 14, end: 17 })
  expect(cited[2]).not.toHaveProperty('start')
})

test.each([
  ['report.pdf', '%PDF-1.7\n', 'it is a PDF'],
  ['page.html', '<!doctype html><title>x</title>', 'it is a web page: copy its text'],
  ['blank.txt', '\n \n', 'it is empty'],
  ['long.txt', 'x'.repeat(5_000_001), 'it is larger than 5 MB'],
  [
    'club.ics',
    'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n',
    'is iCalendar, no article: npx jishi import',
  ],
  [
    'utf-16.ics',
    Buffer.from('BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n', 'utf16le'),
    'is iCalendar, no article: npx jishi import',
  ],
  [
    'rows.ndjson',
    '{"date":"2020","title":"x"}\n{"date":"2021","title":"y"}\n',
    'is NDJSON, no article: npx jishi import',
  ],
])('%s is refused, and it is said what reads it', async (name, content, words) => {
  const path = join(place, name)
  await writeFile(path, content)
  const { code, stderr } = await jishi(['draft', path, '--into', folder, ...about])
  expect({ code, stderr }).toMatchObject({ code: 2 })
  expect(stderr).toContain(words)
})

test.each([
  [['--language', 'Chinese'], 'source/language'],
  [['--title', '桥'.repeat(600)], 'source/title'],
  [['--publisher', '报'.repeat(600)], 'source/publisher'],
] as const)('draft asks again for what the check refuses: %s', async (options, id) => {
  const before = await readDocument()
  const { code, stdout } = await draft(...about, ...options, '--yes', '--json')
  expect(code).toBe(1)
  const { questions } = JSON.parse(stdout) as { questions: { id: string; problem?: string }[] }
  expect(questions).toMatchObject([
    { id, problem: expect.stringContaining(options[1].slice(0, 7)) },
  ])
  expect(await readDocument()).toEqual(before)
  expect(existsSync(join(folder, 'draft.csv'))).toBe(false)
})

test('new asks again for a title of its article that the check refuses, and makes nothing', async () => {
  const { code, stderr } = await jishi([
    'new',
    'too-long',
    '--in',
    place,
    ...timeline,
    '--from',
    join(place, 'bridge.txt'),
    '--article-title',
    'x'.repeat(600),
    '--publisher',
    '-',
    '--published',
    '2031-05-06',
  ])
  expect({ code, stderr }).toMatchObject({ code: 1 })
  expect(stderr).toContain('"source/title": ""')
  expect(existsSync(join(place, 'too-long'))).toBe(false)
})
