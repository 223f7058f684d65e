// How a table becomes events: columns, dates, names, sources, and the rows that are there already.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDocument } from '../../src/domain/check/rules.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { readCell } from '../../src/extract/cells.ts'
import { readFile } from '../../src/extract/files/read-file.ts'
import { noMemory } from '../../src/extract/table/again.ts'
import { planImport } from '../../src/extract/table/plan.ts'
import { importWords } from '../../src/extract/words/words.ts'
import { document, source } from '../support/document.ts'
import { workbook } from '../support/workbook.ts'

const into = (overrides: Partial<TimelineDocument> = {}) =>
  document({ events: [], sources: [source({ published: '2024-03-13' })], ...overrides })

function plan(
  content: string | Uint8Array,
  answers: object = {},
  document: TimelineDocument = into(),
  memory = noMemory,
) {
  const found = readFile(typeof content === 'string' ? new TextEncoder().encode(content) : content)
  if (!found.ok) throw new Error(found.failure(importWords.en.files, 'file'))
  return planImport(found.value.tables, {
    document,
    memory,
    answers: new Map(Object.entries({ source: 'town-news', ...answers })),
    words: importWords.en,
  })
}

const asked = (...given: Parameters<typeof plan>) => plan(...given).questions.map(({ id }) => id)

function made(...given: Parameters<typeof plan>) {
  const { result, questions } = plan(...given)
  if (result === null) throw new Error(`open: ${questions.map(({ id }) => id).join(', ')}`)
  return result
}

const dates = (...given: Parameters<typeof plan>) =>
  made(...given).document.events.map(({ date, kind }) =>
    kind === undefined ? date : `${date} ${kind}`,
  )

describe('columns', () => {
  it('are known in both languages, in any order, below a title of the table', () => {
    const { columns, lost, result } = plan(
      '大事记,,,\n標題,日期,備註,來源網址\n甲,2020-02-05,b,https://a.example/\n',
      { published: '2021' },
    )
    expect(columns.map(({ field }) => field)).toEqual(['title', 'date', 'note', 'sourceLink'])
    expect(lost).toEqual([{ what: 'rows-above', at: [1], count: 1 }])
    expect(result?.document.sources.at(-1)).toMatchObject({
      url: 'https://a.example/',
      published: '2021',
    })
  })

  it('that are not there any more change nothing, and emptied ones do', () => {
    const first = made('date,title,summary,note\n2020-02-05,a,Long.,b\n2020-02-06,z,Short.,y\n')
    const again = (table: string) => made(table, {}, first.document, first.memory).document.events
    const [a, z] = again('date,title,note\n2020-02-05,a,c\n2020-02-06,z,y\n')
    expect([a, z]).toMatchObject([{ summary: 'Long.', note: 'c' }, { summary: 'Short.' }])
    const emptied = 'date,title,summary,note\n2020-02-05,a,,b\n2020-02-06,z,Short.,y\n'
    expect(again(emptied)[0]).not.toHaveProperty('summary')
  })

  it('stand in two rows where one spans From and To', () => {
    const cells = ['When', '', 'What', 'From', 'To', 'What', '2020', '2021', 'Works'].map(
      (value, index) => ({ at: `${'ABC'.charAt(index % 3)}${Math.floor(index / 3) + 1}`, value }),
    )
    const { columns, rows } = plan(workbook({ cells: cells.filter(({ value }) => value !== '') }))
    expect(columns.map(({ field }) => field)).toEqual(['date', 'endDate', 'title'])
    expect(rows).toBe(1)
  })

  it('are asked where nobody knows them, twice the same, or missing', () => {
    expect(asked('date,title,mood\n2020,a,good\n')).toEqual(['column/mood'])
    expect(asked('date,title,headline\n2020-02-05,a,b\n')).toEqual(['columns/title'])
    expect(asked('date,mood\n2020-02-05,a\n', { header: 'yes', 'column/mood': 'note' })).toEqual([
      'missing/title',
    ])
    expect(asked('published,title\n2020-02-05,a\n')).toEqual(['missing/date'])
    expect(asked('2020-02-05\ta\n2020-02-06\tb\n')).toEqual(['header'])
    expect(
      dates('2020-02-05\ta\n2020-02-06\tb\n', {
        header: 'no',
        'column/A': 'date',
        'column/B': 'title',
      }),
    ).toEqual(['2020-02-05', '2020-02-06'])
  })

  it('have titles in several languages', () => {
    const { document } = made('日期,标题,标题（英文）,Summary (en)\n2020-02-05,甲,A,About\n')
    expect(document.events[0]).toMatchObject({
      title: { 'zh-Hans': '甲', en: 'A' },
      summary: { en: 'About' },
    })
  })

  it('of several sheets are those of the one that is chosen', () => {
    const cells = [{ at: 'A1', value: 'x' }]
    const row = (text: string) =>
      `<row r="1"><c r="A1" t="inlineStr"><is><t>date</t></is></c><c r="B1" t="inlineStr"><is><t>title</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>2020-02-05</t></is></c><c r="B2" t="inlineStr"><is><t>${text}</t></is></c></row>`
    const book = workbook({ cells, sheets: { Events: row('a'), Old: row('b') } })
    expect(asked(book)).toEqual(['sheet'])
    expect(made(book, { sheet: 'Old' }).document.events.map(({ title }) => title)).toEqual(['b'])
  })
})

describe('dates of a column', () => {
  const column = (...cells: readonly string[]) =>
    `date,title\n${cells.map((cell, index) => `"${cell}",t${index}`).join('\n')}\n`

  it('take their order from a cell that leaves no choice, and say which', () => {
    const { settled } = plan(column('3/6/2020', '14/6/2020'))
    expect(settled).toEqual([
      '“date”: day, month, year, since 14/6/2020 (row 3) can be nothing else',
    ])
    expect(dates(column('3/6/2020', '14/6/2020'))).toEqual(['2020-06-03', '2020-06-14'])
    expect(asked(column('3/6/2020', '4/6/2020'))).toEqual(['order/date'])
    expect(dates(column('3/6/2020', '4/6/2020'), { 'order/date': 'mdy' })).toEqual([
      '2020-03-06',
      '2020-04-06',
    ])
  })

  it('of years of two digits take their order from a cell, too', () => {
    const century = { 'century/date': '2000' }
    const { settled } = plan(column('5.3.20', '24.12.20', '6.4.20'), century)
    expect(settled).toEqual([
      '“date”: years of two digits are 2000 to 2099',
      '“date”: day, month, year, since 5.3.20 (row 2) and 24.12.20 (row 3) can be nothing else',
    ])
    expect(dates(column('5.3.20', '24.12.20', '6.4.20'), century)).toEqual([
      '2020-03-05',
      '2020-12-24',
      '2020-04-06',
    ])
    expect(asked(column('5.3.20', '6.4.20'), century)).toEqual(['order/date'])
  })

  it('are asked one by one where two cells contradict each other', () => {
    expect(asked(column('3/6/2020', '14/6/2020', '6/14/2020'))).toEqual(['date/date/3/6/2020'])
  })

  it('ask for the century, for what numbers count, and for the calendar', () => {
    expect(asked(column('5/31/99'))).toEqual(['century/date'])
    expect(dates(column('5/31/99'), { 'century/date': '1970' })).toEqual(['1999-05-31'])
    expect(asked(column('5-Mar-20', '31-Jan-20'))).toEqual(['century/date'])
    expect(dates(column('5-Mar-20', '31-Jan-20'), { 'century/date': '2000' })).toEqual([
      '2020-03-05',
      '2020-01-31',
    ])
    expect(asked(column('43862'))).toEqual(['numbers/date'])
    expect(dates(column('43862'), { 'numbers/date': 'excel' })).toEqual(['2020-02-01'])
    expect(asked(column('109/3/6'))).toEqual(['calendar/date'])
    for (const cell of ['109/3/6', '109年3月6日'])
      expect(dates(column(cell), { 'calendar/date': 'minguo' })).toEqual(['2020-03-06'])
  })

  it('leave years and days be where numbers are asked', () => {
    const cells = ['43833', '2020', '20200105']
    expect(asked(column(...cells), { 'stretches/date': 'once' })).toEqual(['numbers/date'])
    for (const serials of ['excel', 'unix'])
      expect(
        dates(column(...cells), { 'stretches/date': 'once', 'numbers/date': serials }).slice(1),
      ).toEqual(['2020', '2020-01-05'])
  })

  it('ask whether 00:00 is a time, where no cell has another', () => {
    const cells = ['2020-02-29 00:00:00', '2020-03-01', '2020-03-02 0:00']
    expect(asked(column(...cells))).toEqual(['midnight/date'])
    expect(dates(column(...cells), { 'midnight/date': 'day' })).toEqual([
      '2020-02-29',
      '2020-03-01',
      '2020-03-02',
    ])
    expect(dates(column(...cells), { 'midnight/date': 'time' })).toEqual([
      '2020-02-29T00:00:00+08:00',
      '2020-03-01',
      '2020-03-02T00:00+08:00',
    ])
    expect(plan(column(...cells), { 'midnight/date': 'day' }).settled).toEqual([
      '“date”: 00:00 is no time: the cells are days',
    ])
    expect(asked(column(...cells, '2020-03-03 14:30'))).toEqual([])
    expect(asked(column('2020-02-29T00:00:00Z'))).toEqual([])
  })

  it('of an ISO cell in a workbook are asked as those of text', () => {
    const sheet = (style: number) =>
      workbook({
        formats: ['yyyy-mm-dd', 'yyyy-mm-dd hh:mm'],
        cells: [
          { at: 'A1', value: 'date' },
          { at: 'B1', value: 'title' },
          { at: 'A2', value: '2020-02-29T00:00:00', type: 'd', style },
          { at: 'B2', value: 'a' },
        ],
      })
    expect(asked(sheet(2))).toEqual(['midnight/date'])
    expect(dates(sheet(1))).toEqual(['2020-02-29'])
  })

  it('ask whether a longer time lasted, but not where both of its ends are named', () => {
    expect(asked(column('2020年2月', '2020年2月上旬'))).toEqual(['stretches/date'])
    const once = { 'stretches/date': 'once' }
    const lasted = { 'stretches/date': 'lasted' }
    expect(dates(column('2020年2月', '2020年2月上旬'), once)).toEqual([
      '2020-02',
      '[2020-02-01..2020-02-10]',
    ])
    expect(dates(column('2020年2月', '2020年2月上旬'), lasted)).toEqual([
      '2020-02 span',
      '2020-02-01/2020-02-10',
    ])
    expect(dates(column('2020年2月至4月'))).toEqual(['2020-02/2020-04'])
  })

  it('that a cell gives no year are the latest before the source, which is said', () => {
    const { settled, result } = plan(column('3月5日', ''))
    expect(result?.document.events.map(({ date }) => date)).toEqual([
      '2024-03-05',
      '[..2024-03-13]',
    ])
    expect(settled).toEqual([
      '“date”: 1 cell has no year and is the latest such date not after the source: 3月5日 is 2024-03-05',
      '1 row has no date: on or before the day on which the source appeared',
    ])
    expect(made(column('13月')).bad).toMatchObject([{ at: 2 }])
  })

  it('end with their second column, where it is no earlier', () => {
    const table =
      'start,end,title\n2020-02-01,2020-02-03,a\n2020-02-01,至今,b\n2020-02,,c\n2020-03-01,2020-02-01,d\n'
    const { bad } = made(table, { 'stretches/start': 'once' })
    expect(dates(table, { 'stretches/start': 'once' })).toEqual([
      '2020-02-01/2020-02-03',
      '2020-02-01/..',
      '2020-02',
    ])
    expect(bad.map(({ at }) => at)).toEqual([5])
  })

  it('that end at an instant are days of the timeline’s zone, and the report counts lost times', () => {
    const table = `start,end,title
2020-01-31T16:00:00Z,2020-02-03T15:59:00Z,a
2020-01-31T16:00:00Z,2020-02-03T16:00:00Z,b
2020-02-01 09:00,2020-02-01 12:00,c
2020-02-01 22:00,2020-02-02 02:00,d
2020-02-01 09:00,2020-02-03,e
2020-02-01 09:00,2020-02-01,f
2020-02-01 12:00,2020-02-01 09:00,g
`
    const { lost } = plan(table)
    expect(dates(table)).toEqual([
      '2020-02-01/2020-02-03',
      '2020-02-01/2020-02-03',
      '2020-02-01T09:00+08:00',
      '2020-02-01T22:00+08:00',
      '2020-02-01/2020-02-03',
      '2020-02-01T09:00+08:00',
    ])
    expect(made(table).bad.map(({ at }) => at)).toEqual([8])
    expect(lost).toEqual([{ what: 'clock-ends', at: [2, 3, 4, 5, 6], count: 5 }])
  })

  it('keep the time of a cell of which the order is chosen', () => {
    const cells = column('3/4/2020 14:30', '14/6/2020', '6/14/2020')
    expect(
      plan(cells).questions.flatMap(({ choices }) => choices.map(({ value }) => value)),
    ).toEqual(['2020-03-04T14:30+08:00', '2020-04-03T14:30+08:00', 'skip'])
  })

  it('are in no document before they are settled', () => {
    const cell = fc.constantFrom(
      '2020-02-05',
      '2020年春',
      '3/6/2020',
      '5/6/20',
      '43862',
      '近日',
      '年初',
      '2020年2月',
      '109/3/6',
      '',
      '?',
      '2020-02-30',
      '1950年底',
      'early 2020',
      '3月5日',
    )
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (cells) => {
        const { result, questions } = plan(column(...cells), { repeated: 'keep' })
        expect(result === null).toBe(questions.length > 0)
        for (const { id, date } of result?.document.events ?? []) {
          const text = cells[(result?.rowOf.get(id) ?? 0) - 2] ?? ''
          const read = readCell(text, { day: '2024-03-13', timeZone: 'Asia/Shanghai' })
          expect(text === '' ? '[..2024-03-13]' : read.date).toBe(date)
        }
      }),
    )
  })
})

describe('names', () => {
  it('are those of the timeline by id, name and alias, in any form; near ones are offered', () => {
    const { document: timeline } = made(
      'date,title,themes,actors,place\n2020-02-05,a,防控；Reopening,鎮內企業|li-ming,小鎮\n',
      { 'themes/防控': 'prevention', 'actors/鎮內企業': 'enterprises' },
      into({ themes: document().themes, actors: document().actors, language: 'zh-Hans' }),
    )
    expect(timeline.events[0]).toMatchObject({
      themes: ['prevention', 'reopening'],
      actors: ['enterprises', 'li-ming'],
      place: 'town',
    })
    const near = plan('date,title,actors\n2020-02-05,a,镇内企\n')
    expect(near.questions).toMatchObject([
      {
        id: 'actors/镇内企',
        choices: [{ value: 'enterprises' }, { value: 'add' }, { value: 'none' }],
      },
    ])
  })

  it('are added only where somebody says so', () => {
    const table = 'date,title,themes\n2020-02-05,a,Trade; 水利\n'
    expect(asked(table)).toEqual(['new/themes'])
    expect(made(table, { 'new/themes': 'none' }).document.themes).toEqual(into().themes)
    expect(
      made(table, {
        'new/themes': 'each',
        'themes/Trade': 'add',
        'themes/水利': 'none',
      }).document.themes.at(-1),
    ).toEqual({ id: 'trade', label: 'Trade' })
  })
})

describe('sources', () => {
  it('are those of a column by title, and new ones with their day', () => {
    const table =
      '日期,标题,来源,发布日期,媒体,作者\n2020-02-05,甲,镇报,,,\n2020-02-06,乙,县志,1998,县志办,陆文；周山\n'
    const { document: timeline, bad } = made(table)
    expect(bad).toEqual([])
    expect(timeline.events.map(({ citations }) => citations)).toEqual([
      [{ source: 'town-news' }],
      [{ source: 'source-1998-a' }],
    ])
    expect(timeline.sources.at(-1)).toEqual({
      id: 'source-1998-a',
      title: '县志',
      publisher: '县志办',
      authors: ['陆文', '周山'],
      published: '1998',
      language: 'zh-Hans',
    })
  })

  it('give a stated date where their cited words have it, otherwise it is in the note', () => {
    const { document: timeline } = made(
      'date,title,stated date,quote\n2020-02-05,a,2月5日,他们2月5日成立\n2020-02-06,b,2月6日,\n',
    )
    expect(timeline.events[0]).toMatchObject({
      statedDate: '2月5日',
      citations: [{ exact: '他们2月5日成立' }],
    })
    expect(timeline.events[1]).toMatchObject({ note: 'The date is given as “2月6日”.' })
    expect(timeline.events[1]).not.toHaveProperty('statedDate')
  })

  it('take the rows that are kept of a draft of an article', () => {
    const draft =
      'keep,date,kind,stated,reason,readings,sentence,title,source\nx,2020-02-05,point,2月5日,written,2020-02-05 point,他们2月5日成立,成立,town-news\n,2020-02-06,point,2月6日,written,,x,y,town-news\nx,../2020-02-24,asOf,截至2月24日,written,,截至2月24日复工,复工,town-news\n'
    const { document: timeline, leftOut } = made(draft)
    expect(leftOut).toBe(1)
    expect(
      timeline.events.map(({ date, statedDate, citations }) => [date, statedDate, citations]),
    ).toEqual([
      ['2020-02-05', '2月5日', [{ source: 'town-news', exact: '他们2月5日成立' }]],
      ['../2020-02-24', '截至2月24日', [{ source: 'town-news', exact: '截至2月24日复工' }]],
    ])
  })
})

describe('hostile cells', () => {
  it('become text that passes the check, or a fault of their row', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '=HYPERLINK("x")',
        '__proto__',
        'constructor',
        '\u202eabc',
        '<img src=x onerror=alert(1)>',
        '[a](javascript:x)',
        '"',
        "'; --",
      ),
    )
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(
        fc.array(fc.tuple(hostile, hostile, hostile), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const content = `date,title,summary,themes\n${rows.map((row) => ['2020-02-05', ...row].map(quoted).join(',')).join('\n')}\n`
          const found = readFile(new TextEncoder().encode(content))
          if (!found.ok) return
          const { result } = planImport(found.value.tables, {
            document: into(),
            memory: noMemory,
            answers: new Map(
              Object.entries({ source: 'town-news', 'new/themes': 'add', repeated: 'keep' }),
            ),
            words: importWords.en,
          })
          if (result === null) return
          const checked = checkDocument(result.document)
          const places = checked.ok ? [] : checked.failure.map(({ pointer }) => pointer)
          expect(places.filter((pointer) => !/^\/(?:events|themes)\/\d+/.test(pointer))).toEqual([])
          expect(JSON.stringify(result.document)).not.toContain('"javascript:')
        },
      ),
    )
  })
})
