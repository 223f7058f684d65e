// The dates of a column: what all its cells have in common is settled once, by a cell that leaves no
// choice or by a person; what is then still open is asked by its words. Nothing is settled in silence.
import type { DateKind } from '../../domain/date/kinds.ts'
import type { CellAnswer, ColumnSettings, DateOrder } from '../cell/answer.ts'
import { dayAtMidnight, hasClock } from '../cell/clock.ts'
import { namesBothEnds, namesSomeDay, readCell } from '../cells.ts'
import { ordersOf } from '../date-order.ts'
import { reasonInWords } from '../reasons/reason.ts'
import type { Asker } from './asker.ts'
import { withKind, type RowDate } from './row-date.ts'

export interface DateCell {
  readonly text: string
  /** Where its row stands. */
  readonly at: number
  /** The day of the row's source, if it is known. */
  readonly day?: string | undefined
  /** True if the row says of which kind the date is: then nothing is asked about it. */
  readonly hasKind?: boolean
}

/** What was settled for a column, in words. */
export interface ReadColumn {
  readonly settled: readonly string[]
  /** By `at`: a date, null while it is open, or why there is none. */
  readonly dates: ReadonlyMap<number, ReadDate>
}

export type ReadDate =
  | { readonly is: 'date'; readonly value: RowDate }
  | { readonly is: 'open' }
  /** A person leaves the row out. */
  | { readonly is: 'left-out' }
  | { readonly is: 'refused'; readonly why: string }

interface ColumnOfDates {
  readonly header: string
  readonly cells: readonly DateCell[]
  readonly timeZone: string
  /** False for days of publication, of which nothing is said but when. */
  readonly asksStretches: boolean
}

export function readDates(column: ColumnOfDates, asker: Asker): ReadColumn {
  const settled: string[] = []
  const open: string[] = []
  let settings: ColumnSettings = { timeZone: column.timeZone }
  // The century before the order: until it is known, 5/3/20 has more than two readings.
  for (const settle of [
    settleMidnight,
    settleCalendar,
    settleSerials,
    settlePivot,
    settleOrder,
    settleStretches,
  ]) {
    const found = settle(column, settings, asker)
    if (found === 'open') open.push(settle.name)
    else if (found !== null) {
      settings = { ...settings, ...found.settings }
      settled.push(found.words)
    }
  }
  // Whether longer times lasted does not change what else is open.
  const isOpen = open.some((name) => name !== settleStretches.name)
  const vague = open.length > 0 ? 'open' : settleVague(column, settings, asker)
  if (vague !== null && vague !== 'open') settled.push(vague.words)
  const context = {
    column,
    settings,
    isOpen,
    vague: vague === 'open' ? vague : (vague?.how ?? null),
  }
  const dates = new Map(column.cells.map((cell) => [cell.at, readOne(cell, context, asker)]))
  const yearless = isOpen ? [] : column.cells.filter((cell) => isYearless(cell, settings))
  const [one] = yearless
  if (one !== undefined)
    settled.push(
      asker.words.settled.noYear(column.header, {
        count: yearless.length,
        example: one.text.trim(),
        date: dateOf(read(one, settings)),
      }),
    )
  return { settled, dates }
}

function isYearless(cell: DateCell, settings: ColumnSettings): boolean {
  const answer = read(cell, settings)
  return answer.state === 'ready' && answer.rule.rule === 'nearest-before'
}

interface Found {
  readonly settings: ColumnSettings
  readonly words: string
}

type Settle = (
  column: ColumnOfDates,
  settings: ColumnSettings,
  asker: Asker,
) => Found | 'open' | null

const read = (cell: DateCell, settings: ColumnSettings): CellAnswer =>
  readCell(cell.text, cell.day === undefined ? settings : { ...settings, day: cell.day })

const openBy = (column: ColumnOfDates, settings: ColumnSettings, rule: string): DateCell[] =>
  column.cells.filter((cell) => {
    const answer = read(cell, settings)
    return answer.state === 'open' && answer.rule.rule === rule
  })

/** Programs write a day as 00:00 of it: where no cell has another time, a person knows which it is. */
const settleMidnight: Settle = (column, _, asker) => {
  const cells = column.cells.filter(({ text }) => hasClock(text))
  const [first] = cells
  if (first === undefined || cells.some(({ text }) => dayAtMidnight(text) === null)) return null
  const { words } = asker
  const answer = asker.ask({
    id: `midnight/${column.header}`,
    words: words.questions.midnight(column.header, first.text.trim()),
    choices: (['day', 'time'] as const).map((value) => ({
      value,
      words: words.choices.midnight[value],
    })),
  })
  if (answer === null) return 'open'
  const midnight = answer as 'day' | 'time'
  return { settings: { midnight }, words: words.settled.midnight(column.header, midnight) }
}

/** 108/3/5 is of the Republican calendar, or is no date; 98/3/5 may also be of 1998. */
const settleCalendar: Settle = (column, settings, asker) => {
  const cells = column.cells.filter(
    (cell) =>
      (/^\s*1[01]\d ?年\s?\d/.test(cell.text)
        ? read(cell, settings).state === 'open'
        : /^\s*\d{2,3}[-/.]\d{1,2}[-/.]\d{1,2}\s*$/.test(cell.text) &&
          (['dmy', 'mdy'] as const).every((order) => !mayBe(order, cell, settings))) &&
      read(cell, { ...settings, calendar: 'minguo' }).state === 'ready',
  )
  const [first] = cells
  if (first === undefined) return null
  const { words } = asker
  const usual = cells.every((cell) => mayBe('ymd', cell, settings))
    ? dateOf(read(first, { ...settings, order: 'ymd', pivot: 2000 }))
    : null
  const other =
    usual === null
      ? { value: 'none', words: words.choices.noDates }
      : { value: 'two-digits', words: words.choices.twoDigits(usual) }
  const answer = asker.ask({
    id: `calendar/${column.header}`,
    words: words.questions.calendar(column.header, first.text.trim()),
    choices: [{ value: 'minguo', words: words.choices.minguo }, other],
  })
  if (answer === null) return 'open'
  if (answer === 'none') return null
  return answer === 'minguo'
    ? { settings: { calendar: 'minguo' }, words: words.settled.minguo(column.header) }
    : { settings: {}, words: words.settled.twoDigits(column.header) }
}

const settleSerials: Settle = (column, settings, asker) => {
  const [first] = openBy(column, settings, 'number-alone')
  if (first === undefined) return null
  const { words } = asker
  const example = first.text.trim()
  const choices = (['excel', 'excel1904', 'unix'] as const).flatMap((serials) => {
    const answer = readCell(example, { ...settings, serials })
    return answer.state === 'ready' && plausible(answer.date)
      ? [{ value: serials, words: words.choices.serial(serials, answer.date) }]
      : []
  })
  const answer = asker.ask({
    id: `numbers/${column.header}`,
    words: words.questions.serials(column.header, example),
    choices: [...choices, { value: 'none', words: words.choices.noDates }],
  })
  if (answer === null) return 'open'
  if (answer === 'none') return null
  const serials = answer as NonNullable<ColumnSettings['serials']>
  return { settings: { serials }, words: words.settled.serials(column.header, serials) }
}

const plausible = (date: string): boolean => /^(?:1[6-9]|20|21)\d\d-/.test(date)

const mayBe = (order: DateOrder, cell: DateCell, settings: ColumnSettings): boolean =>
  read(cell, { ...settings, order }).state !== 'refused'

/** A number above 12 tells; where two cells contradict each other, nothing is settled. */
const settleOrder: Settle = (column, settings, asker) => {
  const [first] = openBy(column, settings, 'two-orders')
  if (first === undefined) return null
  const { words } = asker
  const found = ordersOf(column.cells, (order, cell) => mayBe(order, cell, settings))
  if (found.is === 'none')
    return { settings: {}, words: words.settled.noOrder(column.header, found.between) }
  if (found.is === 'one') {
    const { order, since } = found
    asker.found.set(`order/${column.header}`, order)
    return { settings: { order }, words: words.settled.orderTold(column.header, order, since) }
  }
  const answer = asker.ask({
    id: `order/${column.header}`,
    words: words.questions.order(column.header, first.text.trim()),
    choices: found.orders.map((order) => ({
      value: order,
      words: words.choices.order(order, dateOf(read(first, { ...settings, order }))),
    })),
  })
  if (answer === null) return 'open'
  const order = answer as DateOrder
  return { settings: { order }, words: words.settled.order(column.header, order) }
}

const dateOf = (answer: CellAnswer): string => answer.readings[0]?.date ?? '…'

const settlePivot: Settle = (column, settings, asker) => {
  const [first] = openBy(column, settings, 'year-of-two-digits')
  if (first === undefined) return null
  const { words } = asker
  const answer = asker.ask({
    id: `century/${column.header}`,
    words: words.questions.century(
      column.header,
      first.text.trim(),
      yearsIn(read(first, settings)),
    ),
    choices: [2000, 1900, 1970, 1930].map((pivot) => ({
      value: String(pivot),
      words: words.choices.century(pivot, pivot + 99),
    })),
  })
  if (answer === null) return 'open'
  const pivot = Number(answer)
  return { settings: { pivot }, words: words.settled.century(column.header, pivot, pivot + 99) }
}

/** 20 and 23 of 20/1/23, of which either may be the year. */
const yearsIn = ({ readings }: CellAnswer): string[] => [
  ...new Set(readings.map(({ date }) => date.slice(2, 4))),
]

/** Ten days, quarters, weeks, months and years: lasted through, or some day within. */
const settleStretches: Settle = (column, settings, asker) => {
  if (!column.asksStretches) return null
  const cells = column.cells.filter((cell) => cell.hasKind !== true && isStretch(cell, settings))
  const [first] = cells
  if (first === undefined) return null
  const { words } = asker
  const answer = asker.ask({
    id: `stretches/${column.header}`,
    words: words.questions.stretches(column.header, {
      example: first.text.trim(),
      count: cells.length,
    }),
    choices: [
      { value: 'once', words: words.choices.once },
      { value: 'lasted', words: words.choices.lasted },
    ],
  })
  if (answer === null) return 'open'
  const stretches = answer as 'once' | 'lasted'
  return {
    settings: { stretches },
    words: words.settled.stretches(column.header, stretches, cells.length),
  }
}

function isStretch(cell: DateCell, settings: ColumnSettings): boolean {
  const lasted = read(cell, { ...settings, stretches: 'lasted' })
  if (lasted.state === 'refused') return false
  const once = read(cell, { ...settings, stretches: 'once' })
  return (
    !namesBothEnds(cell.text) &&
    !namesSomeDay(cell.text) &&
    (dateOf(lasted) !== dateOf(once) || isMonthOrYear(dateOf(once)))
  )
}

/** A bare month or year is the form that may be a point or a span. */
const isMonthOrYear = (date: string): boolean => /^-?\d{4}(?:-\d{2})?[?~%]?$/.test(date)

/** Seasons, the beginning and end of a time: more of them than a person wants to be asked one by one. */
const severalVague = 3

interface SettledVague {
  readonly how: 'usual' | 'skip'
  readonly words: string
}

/** Once for all words whose bounds are only convention; null where each is asked. */
function settleVague(
  column: ColumnOfDates,
  settings: ColumnSettings,
  asker: Asker,
): SettledVague | 'open' | null {
  const cells = openBy(column, settings, 'convention').filter(
    (cell) => read(cell, settings).readings.length > 0,
  )
  const texts = new Set(cells.map(({ text }) => text.trim()))
  if (texts.size < severalVague) return null
  // One of each kind of words, whatever its digits.
  const kinds = new Map(
    cells
      .toReversed()
      .map((cell) => [cell.text.replaceAll(/[\d〇一二三四五六七八九十]+/g, '#'), cell]),
  )
  const examples = [...kinds.values()].map(
    (cell) => `${cell.text.trim()} = ${dateOf(read(cell, settings))}`,
  )
  const { words } = asker
  const answer = asker.ask({
    id: `vague/${column.header}`,
    words: words.questions.vague(column.header, cells.length, examples),
    choices: [
      { value: 'usual', words: words.choices.asUsual },
      { value: 'each', words: words.choices.each },
      { value: 'skip', words: words.choices.leaveAllOut },
    ],
  })
  if (answer === null) return 'open'
  if (answer === 'each') return null
  return answer === 'skip'
    ? { how: 'skip', words: words.settled.vagueOut(column.header, cells.length) }
    : { how: 'usual', words: words.settled.vague(column.header, cells.length, examples) }
}

interface OneContext {
  readonly column: ColumnOfDates
  readonly settings: ColumnSettings
  /** While a question about the column is open, its cells are not asked one by one. */
  readonly isOpen: boolean
  /** What holds for all words whose bounds are only convention. */
  readonly vague: 'usual' | 'skip' | 'open' | null
}

function readOne(
  cell: DateCell,
  { column, settings, isOpen, vague }: OneContext,
  asker: Asker,
): ReadDate {
  const answer = read(cell, settings)
  if (answer.state === 'ready')
    return dated(answer.date, answer.kind, namesSomeDay(cell.text) ? {} : settings)
  const why = reasonInWords(answer.rule, asker.words.reasons)
  if (answer.state === 'refused') return isOpen ? { is: 'open' } : { is: 'refused', why }
  if (isOpen) return { is: 'open' }
  const [first] = answer.readings
  if (vague !== null && answer.rule.rule === 'convention' && first !== undefined) {
    if (vague === 'usual') return dated(first.date, first.kind, settings)
    return vague === 'skip' ? { is: 'left-out' } : { is: 'open' }
  }
  const text = cell.text.trim()
  const told = asker.read(
    {
      id: `date/${column.header}/${text}${dependsOnDay(cell, settings) ? `@${cell.day}` : ''}`,
      words: asker.words.questions.date(column.header, { text, at: cell.at, why }),
      choices: [
        ...answer.readings.map(({ date, kind }) => ({
          value: isMonthOrYear(date) && kind === 'span' ? `${date} span` : date,
          words: asker.words.choices.reading(date, kind),
        })),
        { value: 'skip', words: asker.words.choices.leaveOut },
      ],
      free: asker.words.free.date,
    },
    (given) => (given === 'skip' ? { is: 'left-out' as const } : givenDate(given, settings)),
  )
  return told ?? { is: 'open' }
}

/** True if the proposals follow from the day of the row's source. */
function dependsOnDay(cell: DateCell, settings: ColumnSettings): boolean {
  if (cell.day === undefined) return false
  return proposals(read(cell, settings)) !== proposals(readCell(cell.text, settings))
}

const proposals = ({ readings }: CellAnswer): string => readings.map(({ date }) => date).join(' ')

function dated(date: string, kind: DateKind, { stretches }: ColumnSettings): ReadDate {
  const lasts = stretches === 'lasted' && isMonthOrYear(date)
  const stated = lasts ? 'span' : kind
  return { is: 'date', value: withKind(date, stated) }
}

/** `2020-02 span`, EDTF, or a cell that leaves no choice. */
function givenDate(given: string, settings: ColumnSettings): ReadDate | null {
  const [date = '', kind] = given.split(/ (?=(?:span|point)$)/)
  const answer = readCell(date, settings)
  if (answer.state !== 'ready') return null
  return { is: 'date', value: withKind(answer.date, (kind as DateKind | undefined) ?? answer.kind) }
}
