// Extraction and cells against annotated articles and cells that stand beside the repository, in
// ../shared/gold; left out where they are not. The bounds lie a little under what is reached.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type TestContext } from 'vitest'
import type { ColumnSettings } from '../../src/extract/cell/answer.ts'
import { readCell } from '../../src/extract/cells.ts'
import { marksOf } from '../../src/extract/marks.ts'

const gold = join(import.meta.dirname, '../../../shared/gold')

function needGold({ skip }: TestContext): void {
  if (!existsSync(gold)) skip('left out: ../shared/gold is not there')
}

interface Article {
  readonly language: string
  readonly published: string
}

/** Zones whose clocks show the articles' offsets. */
const zones: Readonly<Record<string, string>> = {
  '+08:00': 'Asia/Shanghai',
  '-05:00': 'Etc/GMT+5',
  '+01:00': 'Europe/London',
  '+00:00': 'Europe/London',
}

function predictions(): string {
  const folder = join(gold, 'articles')
  const names = readdirSync(folder).filter((name) => /^article-\d+\.json$/.test(name))
  return names.flatMap((name) => articleLines(folder, name.slice(0, -5))).join('\n')
}

function articleLines(folder: string, article: string): string[] {
  const { language, published } = JSON.parse(
    readFileSync(join(folder, `${article}.json`), 'utf8'),
  ) as Article
  const text = readFileSync(join(folder, `${article}.txt`), 'utf8')
  const timeZone = zones[published.slice(-6)] ?? 'UTC'
  return marksOf(text, { day: published.slice(0, 10), language, timeZone }).map((mark) => {
    const { start, end, isEvent, readings, state } = mark
    const said = { article, start, end, isEvent, edtf: readings[0]?.date ?? null }
    return JSON.stringify({ ...said, kind: readings[0]?.kind ?? null, ready: state === 'ready' })
  })
}

interface Score {
  readonly value: number
  readonly isEvent: number
  readonly ready: number
  readonly onNegatives: number
}

/** The figures that the scorer prints for each language. */
function scores(): Readonly<Record<string, Score>> {
  const folder = mkdtempSync(join(tmpdir(), 'jishi-gold-'))
  const file = join(folder, 'predictions.jsonl')
  writeFileSync(file, predictions())
  const scorer = [join(gold, 'score.mjs'), join(gold, 'articles'), file]
  const { stdout } = spawnSync(process.execPath, scorer, { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  const parts = stdout.split(/^(?=\w+: \d+ articles$)/m).filter((part) => part.trim() !== '')
  return Object.fromEntries(parts.map((part) => [part.split(':')[0], scoreOf(part)]))
}

function scoreOf(part: string): Score {
  const figure = (expression: RegExp) => Number(expression.exec(part)?.[1] ?? Number.NaN)
  return {
    value: figure(/span\+value.*F1 ([\d.]+)/),
    isEvent: figure(/isEvent.*F1 ([\d.]+)/),
    ready: figure(/ready marks that are right: ([\d.]+)/),
    onNegatives: figure(/listed negatives: (\d+)/),
  }
}

test('the annotated articles are read', (context) => {
  needGold(context)
  const { zh, en } = scores()
  for (const score of [zh, en]) {
    expect(score?.value).toBeGreaterThanOrEqual(0.98)
    expect(score?.isEvent).toBeGreaterThanOrEqual(0.97)
    expect(score?.ready).toBeGreaterThanOrEqual(0.98)
    expect(score?.onNegatives).toBe(0)
  }
})

const orders: Readonly<Record<string, 'mdy' | 'dmy'>> = {
  mdy: 'mdy',
  dmy: 'dmy',
  'en-US': 'mdy',
  'en-GB': 'dmy',
}

function settingsOf(hint: string): ColumnSettings {
  const hints = new Map(hint.split(';').map((one) => one.split('=', 2) as [string, string]))
  const order = [...hints.keys()].map((key) => orders[key]).find((one) => one !== undefined)
  const serials = (['excel', 'excel1904', 'unix'] as const).find((key) => hints.has(key))
  const [timeZone, day, pivot] = [hints.get('tz'), hints.get('published'), hints.get('pivot')]
  return {
    ...(order === undefined ? {} : { order }),
    ...(serials === undefined ? {} : { serials }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(day === undefined ? {} : { day }),
    ...(pivot === undefined ? {} : { pivot: Number(pivot) }),
    ...(hints.has('roc') ? { calendar: 'minguo' as const } : {}),
  }
}

/** Rows of conventions are open: a person confirms their first proposal. */
const conventions = /by convention|meteorological season|the two years tell/

function judge(row: string): { readonly isRight: boolean; readonly isGuess: boolean } {
  const [cell = '', hint = '', expected = '', , also = '', reason = ''] = row.split('\t')
  const answer = readCell(cell, settingsOf(hint))
  const right = [expected, ...also.split('|')].filter((date) => date !== '')
  const first = answer.readings[0]?.date.replace(/^\//, '../') ?? ''
  const isAsked = expected === 'AMBIGUOUS' || conventions.test(reason)
  if (expected === 'REFUSE' || isAsked) {
    const isGuess = answer.state === 'ready'
    const isNamed = !conventions.test(reason) || right.includes(first)
    return { isRight: answer.state === (isAsked ? 'open' : 'refused') && isNamed, isGuess }
  }
  return { isRight: answer.state === 'ready' && right.includes(first), isGuess: false }
}

test('the cells are read, and nothing is answered where a person has to be asked', (context) => {
  needGold(context)
  const rows = readFileSync(join(gold, 'date-cells.tsv'), 'utf8').trimEnd().split('\n').slice(1)
  expect(rows.length).toBeGreaterThan(200)
  const judged = rows.map((row) => ({ row, ...judge(row) }))
  expect(judged.filter(({ isGuess }) => isGuess)).toEqual([])
  expect(judged.filter(({ isRight }) => isRight).length / rows.length).toBeGreaterThanOrEqual(0.98)
})
