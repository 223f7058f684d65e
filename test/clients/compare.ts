// Compares what a calendar client shows with what the timeline says.
// Usage: node test/clients/compare.ts <timeline> <columns> [misread] < rows
// A row has the columns, tabs between: id, start, end (the day after), title, categories (U+001F
// or a comma between). The order of rows is free. `misread` is the id of an event whose title the
// client is known to misread.
import { readFileSync } from 'node:fs'
import { printDay } from '../../src/domain/date/civil-day.ts'
import { byLanguage, type AuthoredText } from '../../src/domain/text/language-map.ts'
import { firstEdition } from '../support/first-edition.ts'
import { calendarDate } from '../../src/formats/icalendar/calendar-date.ts'
import { documents } from './documents.ts'

type Column = 'id' | 'start' | 'end' | 'title' | 'categories'
type Row = Readonly<Partial<Record<Column, string>>>

const [timeline = '', list = '', misread] = process.argv.slice(2)
const columns = list.split(',') as Column[]
const expected = expectedRows(timeline).toSorted(byKey)
const shown = readFileSync(0, 'utf8').split('\n').filter(Boolean).map(readRow).toSorted(byKey)

const faults = differences()
for (const fault of faults.slice(0, 10)) console.error(fault)
if (faults.length > 10) console.error(`and ${faults.length - 10} more`)
process.exitCode = faults.length === 0 ? 0 : 1

function differences(): string[] {
  if (expected.length === 0 || shown.length !== expected.length) {
    return [`${shown.length} events, not ${expected.length}`]
  }
  return expected.flatMap((row, index) =>
    columns
      .filter((column) => !agrees(column, row, shown[index]?.[column] ?? ''))
      .map(
        (column) =>
          `${row.id}: ${column} ${quote(shown[index]?.[column])}, not ${quote(row[column])}`,
      ),
  )
}

function agrees(column: Column, row: Row, found: string): boolean {
  const wanted = row[column] ?? ''
  if (column === 'title') {
    // The words of the date may follow.
    const isDated = found.startsWith(`${wanted}（`) && found.endsWith('）')
    return found === wanted || isDated || row.id === `${misread}.${timeline}@clients.example`
  }
  // Half of the readers keep escapes in categories, or do not part them at every comma.
  return column === 'categories' ? flat(found) === flat(wanted) : found === wanted
}

function flat(categories: string): string {
  return categories.replaceAll('\u001f', ',').replaceAll('\\', '')
}

function expectedRows(name: string): Row[] {
  const build = documents[name]
  if (build === undefined) throw new Error(`no timeline ${name}`)
  const document = build()
  const { events } = firstEdition(document)
  const labels = new Map<string, string>([
    ...document.themes.map(({ id, label }) => [id, inChinese(label)] as const),
    ...document.actors.map(({ id, name }) => [id, inChinese(name)] as const),
  ])
  return events.flatMap((event) => {
    const date = calendarDate(event, false)
    if (date === null) return []
    const categories = [...event.themes, ...event.actors].map((id) => labels.get(id) ?? id)
    return {
      id: `${event.id}.${name}@${document.authority.domain}`,
      start: printDay(date.start),
      end: printDay(date.end),
      title: cell(inChinese(event.title)),
      categories: [...new Set(categories)].map(cell).join('\u001f'),
    }
  })
}

function inChinese(text: AuthoredText): string {
  return byLanguage(text, 'zh-Hans')['zh-Hans'] ?? ''
}

/** As a client can show it: on one line, without control characters; the readers write tabs as blanks. */
function cell(text: string): string {
  const line = text.replace(/[\r\n\u0085\u2028\u2029]+/g, ' ')
  return line.replaceAll('\t', ' ').replace(/[^\P{Cc}\u0080-\u009f]/gu, '')
}

function readRow(line: string): Row {
  const cells = line.split('\t')
  return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))
}

/** By id, or by days and title where the client shows no ids. */
function byKey(a: Row, b: Row): number {
  const [left, right] = columns.includes('id') ? [a.id, b.id] : [dayKey(a), dayKey(b)]
  return (left ?? '') < (right ?? '') ? -1 : 1
}

function dayKey({ start, end, title = '' }: Row): string {
  return `${start} ${end} ${title.replace(/（[^（]*）$/, '')}`
}

function quote(text: string | undefined): string {
  return JSON.stringify(text)
}
