// Documents that are read in parts, as JSON and as NDJSON: what is found in them is what is found in the
// same document when it is read whole.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadDocument, loadReadOnly } from '../../src/cli/document/load.ts'
import { reportOf, type CheckReport } from '../../src/cli/document/report.ts'
import { checkStream } from '../../src/cli/document/large/check-stream.ts'
import { citation, document, event, sourceText } from '../support/document.ts'
import { isFull } from '../support/extent.ts'
import { jishi } from '../support/jishi.ts'
import { folderOfFile } from '../support/own.ts'

const folder = folderOfFile()

function written(name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

const linesOf = ({ events, ...rest }: { readonly events: readonly unknown[] }): string =>
  [rest, ...events].map((value) => `${JSON.stringify(value)}\n`).join('')

/** What was found, apart from what depends on the form of the file. */
const found = ({ file: _, size, ...report }: CheckReport) => ({
  faults: report.faults.map((fault) => ({ ...fault, offset: undefined })),
  warnings: report.warnings,
  citations: report.citations && { ...report.citations, faults: [] },
  holds: report.holds,
  quoted: report.quoted,
  size: size?.isEstimated === true ? null : size,
})

async function whole(file: string) {
  const checked = await (file.endsWith('.ndjson') ? loadReadOnly(file) : loadDocument(file))
  if (!checked.ok) throw new Error(checked.failure)
  return found(reportOf(checked.value))
}

async function inParts(file: string, batchBytes: number) {
  const checked = await checkStream(file, { batchBytes })
  if (!checked.ok) throw new Error(checked.failure)
  return found(checked.value)
}

/** Events with and without faults, some of which concern what other events have. */
const events: readonly unknown[] = [
  event(),
  event({ id: 'branches-formed', title: 'two of one id' }),
  event({ id: 'b', date: '2020-02-30' }),
  event({ id: 'c', title: '119 and 12345', themes: ['reopenning', 'prevention', 'prevention'] }),
  event({ id: 'd', place: 'li-ming', actors: ['nobody', 'committee'] }),
  event({ id: 'e', citations: [citation({ exact: 'is not in the source' })] }),
  event({ id: 'f', citations: [citation({ source: 'elsewhere' })] }),
  event({ id: 'g', note: '受伤住院' }),
  { ...event({ id: 'h' }), kind: 'as-of', strange: 1 },
  { ...event({ id: 'i' }), measures: [{ label: 'x', value: 9_007_199_254_740_992 }] },
  { id: 'j' },
  null,
  7,
  '事件',
  [],
  event({ id: 'k', title: { 'zh-Hans': '引号"与\\，括号]}[{', en: 'A' } }),
]

const chosen = fc.array(fc.constantFrom(...events), { maxLength: 12 })
const unique = chosen.map((all) =>
  all.map((one, index) => {
    const isEvent = typeof one === 'object' && one !== null && 'date' in one
    return isEvent && index % 3 > 0 ? { ...one, id: `e-${index}` } : one
  }),
)
/** Of the document besides its events. */
const rest = fc.constantFrom({}, { timeZone: 'Beijing' }, { title: '' }, { themes: [] }, { x: [] })

describe('a document that is read in parts', () => {
  test('has the faults, warnings and numbers of the same one read whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        rest,
        unique,
        fc.constantFrom(1, 700, 100_000),
        fc.record({ indent: fc.constantFrom(0, 2), isTurned: fc.boolean() }),
        async (changes, some, batchBytes, { indent, isTurned }) => {
          const made = { ...document(), ...changes, events: some }
          // Events may stand in front of what they name.
          const turned = Object.fromEntries(Object.entries(made).toReversed())
          const text = JSON.stringify(isTurned ? turned : made, null, indent)
          const file = written('any.json', text)
          expect(await inParts(file, batchBytes)).toEqual(await whole(file))
          const ofLines = written('any.ndjson', linesOf(made))
          expect(await inParts(ofLines, batchBytes)).toEqual(await whole(ofLines))
        },
      ),
      { numRuns: isFull ? 100 : 25 },
    )
  })

  test('is not JSON where the same one read whole is not', async () => {
    const text = JSON.stringify(document({ events: [event(), event({ id: 'b' })] }), null, 1)
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: text.length - 1 }),
        fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '\\', '7', '\n'),
        fc.constantFrom(0, 1),
        fc.constantFrom(1, 100_000),
        async (at, put, cut, batchBytes) => {
          const file = written('torn.json', text.slice(0, at) + put + text.slice(at + cut))
          const expected = await whole(file)
          const isJson = !expected.faults.some((fault) => fault.reason === 'malformed-json')
          const mine = await inParts(file, batchBytes)
          expect(isJson ? [] : mine.faults).toEqual(isJson ? [] : expected.faults)
        },
      ),
      { numRuns: isFull ? 300 : 60 },
    )
  })

  test('has its citations looked up in the texts of its sources', async () => {
    const own = mkdtempSync(join(folder, 'cited-'))
    mkdirSync(join(own, 'sources'))
    writeFileSync(join(own, 'sources', 'town-news.txt'), sourceText)
    const file = join(own, 'town.json')
    const wrong = event({ id: 'wrong', citations: [citation({ exact: '另外的话' })] })
    writeFileSync(file, JSON.stringify(document({ events: [event(), wrong] })))
    const mine = await inParts(file, 1)
    expect(mine).toEqual(await whole(file))
    expect(mine.citations).not.toBeNull()
  })
})

describe('NDJSON', () => {
  test('is checked line by line: one that is not JSON hides no other', async () => {
    const [first, ...lines] = linesOf(document()).split('\n')
    const text = [first, '{"id":', '', ...lines.slice(0, -1), '{},{}', ''].join('\n')
    const file = written('lines.ndjson', text)
    const { faults, holds } = await inParts(file, 1000)
    expect(faults.map(({ pointer, reason, line }) => ({ pointer, reason, line }))).toEqual([
      { pointer: '/events/0', reason: 'malformed-json', line: 2 },
      { pointer: '/events/3', reason: 'malformed-json', line: 6 },
    ])
    expect(holds?.events).toBe(4)
  })

  test('is a document for check, in which places are those of the file', async () => {
    const file = written('town.ndjson', linesOf(document({ events: [event({ date: 'soon' })] })))
    const { code, stdout } = await jishi(['check', file])
    expect(code).toBe(1)
    expect(stdout).toContain(`${file}:2:32: /events/0/date (branches-formed) invalid-date`)
  })
})

describe('how far a file of more than 8 MB is checked', () => {
  const lines = linesOf(document({ events: [event(), event({ id: 'b' }), event({ id: 'c' })] }))
  const [head = '', ...rows] = lines.trimEnd().split('\n')
  const blanks = ' '.repeat(5_000_000)

  test('is told on standard error, apart from the report', async () => {
    const file = written('long.ndjson', [head, ...rows.map((row) => row + blanks)].join('\n'))
    const { code, stdout, stderr } = await jishi(['check', file])
    expect({ code, told: stderr.replaceAll(/\d+\.\d/g, (size) => `${Math.round(+size)}`) }).toEqual(
      {
        code: 0,
        told: 'checked 5 of 15 MB …\nchecked 10 of 15 MB …\nchecked 15 of 15 MB …\n',
      },
    )
    expect(stdout).not.toContain('MB …')
  })

  test('is told of JSON, and before anything is asked of the service', async () => {
    const text = `${head.slice(0, -1)},"events":[${rows.map((row) => row.replace('{', `{${blanks}`)).join()}]}`
    const file = written('long.json', text)
    const { stderr } = await jishi([
      'publish',
      file,
      '--to',
      'http://127.0.0.1:1',
      '--lang',
      'zh-Hans',
    ])
    const told = stderr.split('\n')
    expect(told.slice(0, 3)).toEqual(
      ['5.0', '10.0', '15.0'].map((size) => `已检查 ${size} MB，共 15.0 MB …`),
    )
  })

  test('is not told of a shorter one', async () => {
    const { stderr } = await jishi(['check', written('short.ndjson', lines)])
    expect(stderr).toBe('')
  })
})

test('a document of more faults than are counted is read to its end, and no further ones are kept', async () => {
  const many = Array.from({ length: 3000 }, (_, index) => ({ id: `e-${index}` }))
  const file = written('many.json', JSON.stringify(document({ events: many as never })))
  const { faults, holds } = await inParts(file, 2000)
  expect([faults.length, holds?.events]).toEqual([1001, 3000])
})

test('more warnings than are kept are counted by their reason', async () => {
  const title = Array.from({ length: 98 }, (_, index) => 1001 + index).join(' ')
  const warned = Array.from({ length: 12 }, (_, index) =>
    event({ id: `e-${index}`, title: title.slice(0, 489) }),
  )
  const file = written('warned.json', JSON.stringify(document({ events: warned })))
  const checked = await checkStream(file, { batchBytes: 1 })
  if (!checked.ok) throw new Error(checked.failure)
  const { warnings, unlisted } = checked.value
  expect([warnings.length, unlisted?.get('uncited-digits')]).toEqual([1001, 12 * 98 - 1001])
})
