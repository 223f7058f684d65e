// Records as JSON: one a line (NDJSON), of ours and of others, or one alone.
import { describe, expect, it } from 'vitest'
import { readFile } from '../../../src/extract/files/read-file.ts'
import { importWords } from '../../../src/extract/words/words.ts'
import { printedLines } from '../../../src/cli/document/lines-document.ts'
import { document, event, source } from '../../support/document.ts'
import { madeOf, planOf } from '../../support/import.ts'

const into = document({ events: [], sources: [source({ published: '2030-01-01' })] })
const answers = { source: 'town-news' }
const [opened, closed] = [
  '{"date":"2020-02-05","title":"Opened"}',
  '{"date":"2020-02-06","title":"Closed"}',
]

const made = (content: string) =>
  madeOf(content, { into, answers }).document.events.map(({ date, title }) => [date, title])

function problemWith(content: string): string {
  const found = readFile(new TextEncoder().encode(content))
  if (found.ok) throw new Error(`it was read as ${found.value.form}`)
  return found.failure(importWords.en.files, '')
}

describe('flat records', () => {
  it.each([
    ['one a line', `${opened}\n${closed}\n`],
    ['with empty lines, CR LF and no end', `\r\n${opened}\r\n  \r\n\r\n${closed}`],
    ['behind a byte order mark', `\ufeff${opened}\n${closed}\n`],
    ['in a list', `[${opened},\n${closed}]`],
    ['as the events of an object', `{"events":[${opened},${closed}]}`],
  ])('are rows of a table: %s', (_, content) => {
    expect(made(content)).toEqual([
      ['2020-02-05', 'Opened'],
      ['2020-02-06', 'Closed'],
    ])
  })

  it.each([
    ['as a line', `${opened}\n`],
    ['as an object over several lines', '{\n  "日期": "2020-02-05",\n  "标题": "Opened"\n}\n'],
  ])('may be one alone: %s', (_, content) => {
    expect(made(content)).toEqual([['2020-02-05', 'Opened']])
  })

  it('are told by their line', () => {
    const { result } = planOf(`${opened}\n\n{"date":"2020-02-30","title":"Never"}\n`, {
      into,
      answers,
    })
    expect(result?.bad).toMatchObject([{ at: 3 }])
  })

  it.each([
    [`${opened}\n${closed}\n{"date":"2020\n`, 3],
    [`{"date":"2020"\n\n${opened}\n${closed}\n`, 1],
    [`${opened}\n\n${opened},\n${closed}\n`, 3],
    [`${opened}\n42\n`, 2],
  ])('of which a line is broken are refused with its number: %j', (content, line) => {
    expect(problemWith(content)).toBe(
      `line ${line} is not a JSON object: in NDJSON each line is one record`,
    )
  })

  it('that hold more than texts and numbers are refused with the row and its member', () => {
    expect(problemWith(`${opened}\n\n{"date":"2020","geo":{"lat":1}}\n`)).toContain('row 3: “geo”')
  })

  it.each([
    ['{"a":1}', 'of no form that is known'],
    ['{}', 'of no form that is known'],
    ['{"type":"about:blank","title":"Not found","status":404}', 'of no form that is known'],
    ['[1,2]', 'of no form that is known'],
    ['{\n "date": "2020",\n "title": A\n}', 'none, from line 3 on'],
    [`[\n${opened},\n${closed}\n`, 'none, from line'],
  ])('are not what any other JSON is: %j', (content, words) => {
    expect(problemWith(content)).toContain(words)
  })
})

describe('our own events', () => {
  const whole = document({ events: [event({ id: 'a' }), event({ id: 'b', date: '2020' })] })
  const empty = { ...whole, events: [] }

  it('are read from a document as NDJSON, with its sources, whatever empty lines it has', () => {
    const lines = printedLines(whole).replaceAll('\n', '\r\n\r\n')
    const other = { ...empty, sources: [], themes: [], actors: [] }
    const { document: read } = madeOf(lines, { into: other })
    expect(read.events).toEqual(whole.events)
    expect(read.sources).toEqual(whole.sources)
    expect(madeOf(lines, { into: whole })).toMatchObject({ changed: [], added: [] })
  })

  it('are rows with faults where a line is none', () => {
    const [, first, second] = printedLines(whole).split('\n')
    const { added, bad } = madeOf(`${first}\n${opened}\n\n${second}\n`, { into: empty })
    expect(added).toEqual(['a', 'b'])
    expect(bad).toMatchObject([{ at: 2, reasons: [expect.stringContaining('not an event')] }])
  })
})
