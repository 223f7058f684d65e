// CSV (RFC 4180) for spreadsheets: one event per row, texts in one language. Cells that a
// spreadsheet would evaluate get a leading apostrophe, so CSV is not lossless; JSON is.
import { printDay, type CivilDay } from '../domain/date/civil-day.ts'
import type { TimelineEvent } from '../domain/document/event.ts'
import { sequenceOf } from '../domain/document/revision.ts'
import { dateInWords } from '../messages/dates.ts'
import { messages } from '../messages/languages.ts'
import { measureInWords } from '../messages/measures.ts'
import { clockTime } from './json/event-json.ts'
import type { FormatInput, Format } from './format.ts'
import { printable } from '../domain/text/printable.ts'
import { guardedCell } from '../domain/text/spreadsheet-cell.ts'
import { createLocalizer, type Localizer } from '../messages/localizer.ts'

/**
 * The CSV format.
 * @example csv.write(input) → a byte order mark, `"id","date","kind",…` and one line per event
 */
export const csv: Format = {
  name: 'csv',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  title: 'CSV',
  limit: { default: 10_000, max: 10_000 },
  write: (feed) => [...csvParts(feed)].join(''),
  parts: csvParts,
  continued: csvRows,
}

type Cell = string | number | undefined

interface RowContext extends Localizer {
  readonly feed: FormatInput
}

/** The columns in order; docs/formats.md describes each. */
const columns: Readonly<Record<string, (event: TimelineEvent, context: RowContext) => Cell>> = {
  id: (event) => event.id,
  date: ({ when }) => when.edtf,
  kind: ({ when }) => when.kind,
  stated_date: (event) => event.statedDate,
  date_in_words: ({ when }, { feed }) => dateInWords(when, feed.language),
  earliest: ({ when }) => dayCell(when.earliest),
  latest: ({ when }) => dayCell(when.latest),
  anchor: ({ when }) => dayCell(when.anchor),
  time: ({ when }) => (when.minute === undefined ? undefined : clockTime(when.minute)),
  precision: ({ when }) => when.precision,
  approximate: ({ when }) => String(when.approximate),
  uncertain: ({ when }) => String(when.uncertain),
  title: ({ title }, { text }) => text(title),
  summary: ({ summary }, { text }) => summary && text(summary),
  themes: ({ themes }) => list(themes),
  theme_labels: ({ themes }, { theme }) => list(themes.map(theme)),
  actors: ({ actors }) => list(actors),
  actor_names: ({ actors }, { actor }) => list(actors.map(actor)),
  place: ({ place }) => place,
  place_name: ({ place }, { actor }) => place && actor(place),
  measures: ({ measures }, context) =>
    list(measures.map((one) => measureInWords(one, messages[context.ui].events, context))),
  sources: ({ citations }) => list(citations.map(({ source }) => source)),
  cited_words: ({ citations }) => citations.map(({ exact = '' }) => exact).join('\n'),
  links: ({ links }) => list(links.map(({ url }) => url)),
  status: ({ status }) => status,
  note: ({ note }, { text }) => note && text(note),
  sequence: sequenceOf,
  modified: ({ revision }) => revision.instant,
  url: ({ id }, { feed }) => feed.links.event(id),
}

export const csvColumns: readonly string[] = Object.keys(columns)

/** Excel needs the byte order mark to recognise UTF-8. */
const byteOrderMark = '\ufeff'

/** The header line, then one line per event. */
export function* csvParts(feed: FormatInput): Generator<string> {
  yield (feed.bom === false ? '' : byteOrderMark) + record(csvColumns)
  yield* csvRows(feed)
}

function* csvRows(feed: FormatInput): Generator<string> {
  const { timeline, language, content } = feed
  const localizer = createLocalizer(timeline, { ui: language, content })
  const context: RowContext = { ...localizer, feed }
  for (const event of feed.events) {
    yield record(Object.values(columns).map((cell) => guarded(cell(event, context))))
  }
}

/** Texts are quoted, so that a spreadsheet keeps them unchanged; an absent value is empty. */
const record = (cells: readonly Cell[]): string => `${cells.map(field).join(',')}\r\n`

function field(cell: Cell): string {
  if (cell === undefined || cell === '') return ''
  return typeof cell === 'number' ? String(cell) : `"${cell.replaceAll('"', '""')}"`
}

const guarded = (cell: Cell): Cell =>
  typeof cell === 'string' ? guardedCell(printable(cell)) : cell

const dayCell = (day: CivilDay | null): Cell => (day === null ? undefined : printDay(day))

const list = (items: readonly string[]): string => items.join('; ')
