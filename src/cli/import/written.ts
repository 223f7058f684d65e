// What our writers of calendars and slide shows would write of the timeline in place of a file that may be one
// of theirs: what is the same in both was not edited.
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { nearestUiLanguage, uiLanguages } from '../../domain/text/ui-language.ts'
import { compile } from '../../edition/compile.ts'
import { readCalendarFile } from '../../extract/files/calendar.ts'
import { decodeReferences } from '../../extract/files/html.ts'
import { readTimelineJs } from '../../extract/files/timelinejs.ts'
import { languagesIn } from '../../extract/table/compared.ts'
import type { ColumnField, OwnWriter, Table } from '../../extract/table/table.ts'
import type { OwnDateWords } from '../../extract/twice/follows.ts'
import type { WrittenTable } from '../../extract/twice/unedited.ts'
import type { FormatInput } from '../../formats/format.ts'
import { ics } from '../../formats/icalendar/ics.ts'
import { timelineJs } from '../../formats/timelinejs.ts'
import { narrowingInWords } from './narrowing-in-words.ts'
import { dateInWords, shortDateInWords } from '../../messages/dates.ts'
import { isSameSlide } from './title-slide.ts'

/** For every other language of a request: texts are in the timeline's. */
const other = 'und'

/** Empty for every other file. In each language that the timeline or the service has. */
export function writtenTables(
  tables: readonly Table[],
  document: TimelineDocument,
): readonly WrittenTable[] {
  const [table] = tables
  const writer = table?.writer
  if (table === undefined || writer === undefined) return []
  const inputOf = inputsFor(table, document)
  const languages = new Set([
    document.language,
    ...languagesIn({ name: '', value: document }, document.language),
    ...uiLanguages,
    other,
  ])
  return [...languages].flatMap((language) =>
    // Slide shows say how many events they leave out.
    (writer === 'ics' ? [true] : [true, false]).flatMap((vague) => {
      const written = writerOf[writer](inputOf(language, vague))
      const told = language === other ? document.language : language
      return written === null
        ? []
        : [{ language: told, table: withAboutOf(table, written, language) }]
    }),
  )
}

/** The title slide of the file where it says what ours does: nothing of it was edited. */
function withAboutOf({ about }: Table, written: Table, language: string): Table {
  const [text, own] = [about?.description, written.about?.description]
  const isOurs =
    text !== undefined && own !== undefined && isSameSlide(text, own, nearestUiLanguage(language))
  return isOurs ? { ...written, about: { ...written.about, description: text } } : written
}

const writerOf: Readonly<Record<OwnWriter, (input: FormatInput) => Table | null>> = {
  ics: (input) => readCalendarFile(ics.write(input).replaceAll('\r\n', '\n')),
  timelinejs: (input) => readTimelineJs(JSON.parse(timelineJs.write(input))),
}

/** Nothing of an edition is read from a file. */
const edition = { number: 1, published: '2000-01-01T00:00:00Z' }

function inputsFor(table: Table, document: TimelineDocument) {
  const { timeline, events } = compile(document, null, { edition: 1, instant: edition.published })
  const listed = events
    .filter(({ status }) => status !== 'withdrawn')
    .map((event) => ({ ...event, revision: event.changed }))
  const addresses = addressesIn(table)
  const page = lastAddress(table.about?.description ?? '') ?? somewhere
  return (content: string, vague: boolean): FormatInput => ({
    timeline,
    edition,
    events: listed,
    total: listed.length,
    setAside: 0,
    filter: narrowingInWords(page, timeline, { ui: nearestUiLanguage(content), content }),
    language: nearestUiLanguage(content),
    content,
    vague,
    links: {
      self: page,
      subscription: page,
      page,
      format: () => page,
      event: (id) => addresses.get(id) ?? somewhere,
    },
  })
}

const somewhere = 'https://timeline.invalid/'

/** Those that the file gives to its events, by their ids. */
function addressesIn({ columns, rows }: Table): ReadonlyMap<string, string> {
  const cell = (cells: readonly string[], field: ColumnField): string =>
    cells[columns?.findIndex((column) => column.field === field) ?? -1] ?? ''
  return new Map(
    rows.flatMap(({ cells }) => {
      const [id = ''] = cell(cells, 'key').split('.')
      const found = [cell(cells, 'links'), lastAddress(cell(cells, 'summary')) ?? '']
      const address = found.find((one) => URL.canParse(one))
      return address === undefined ? [] : [[id, address] as const]
    }),
  )
}

/** Of the link with which our texts end, in HTML or alone on its line. */
function lastAddress(text: string): string | null {
  const found = /<a href="([^"<>]{1,4000})">[^<>]{0,4000}<\/a><\/p>$/.exec(text.slice(-9000))?.[1]
  const address =
    found === undefined ? text.slice(text.lastIndexOf('\n') + 1) : decodeReferences(found)
  return URL.canParse(address) ? address : null
}

/** Our words for a date in every language, as our files have them. */
export const writtenDates: OwnDateWords = (when) =>
  uiLanguages.flatMap((language) => [dateInWords(when, language), shortDateInWords(when, language)])
