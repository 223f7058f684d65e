// English: the sentences of an import and of asking in the terminal.
import type { DateKind } from '../../domain/date/kinds.ts'
import type { Translation } from '../../domain/text/translation.ts'
import { en } from '../reasons/en.ts'
import { enFiles, enLost } from './en-files.ts'

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`

type Order = 'mdy' | 'dmy' | 'ymd'
type Serials = 'excel' | 'excel1904' | 'unix'

const order = {
  mdy: 'month, day, year',
  dmy: 'day, month, year',
  ymd: 'year, month, day',
} as const
const serials = {
  excel: 'day numbers of Excel (1900 system)',
  excel1904: 'day numbers of Excel (1904 system)',
  unix: 'seconds or milliseconds since 1970',
} as const
const lists = { themes: 'theme', actors: 'actor or place', sources: 'source' } as const
const several = { themes: 'themes', actors: 'actors and places', sources: 'sources' } as const

/** Of an import that writes no event: numbers of events and rows. */
interface NothingWritten {
  readonly unchanged: number
  readonly leftOut: number
  readonly bad: number
  readonly keep: string | null
}

/** The first of many. */
const some = (items: readonly string[], most = 8): string =>
  items.length > most
    ? `${items.slice(0, most).join('; ')}; and ${items.length - most} more`
    : items.join('; ')

/** The rows, or how many there are where they are not named. */
function rowNumbers(rows: readonly number[], number: number): string {
  if (rows.length === 0) return number > 1 ? ` (${number})` : ''
  const shown = rows.slice(0, 12).join(', ')
  const rest = rows.length > 12 ? ` and ${rows.length - 12} more` : ''
  return ` (${rows.length === 1 ? 'row' : 'rows'} ${shown}${rest})`
}

export type ImportWords = Translation<typeof enImport>

export const enImport = {
  reasons: en,
  asking: {
    noAnswer: (given: string) => `“${given}” is no answer to this`,
    choose: (most: number) => (most === 1 ? '1, or' : `1 to ${most}, or`),
    later: 'Enter to leave it open',
    open: (number: number) =>
      `${count(number, 'question is', 'questions are')} open, and nothing was written:`,
    more: (number: number) => `… and ${number} more: --json lists all`,
    how: 'Answer them in a terminal, or in a JSON file of these names and values, for --answers <file>.',
    /** Ids of answers; `meant` is of one alone. */
    unasked: (ids: readonly string[], meant: string | null) =>
      `--answers: nothing asked for ${ids.map((id) => `“${id}”`).join(', ')}${meant === null ? '' : `; did you mean “${meant}”?`}`,
  },
  fields: {
    date: 'date, or first day',
    endDate: 'last day',
    edtf: 'the date as EDTF, which counts while first and last day agree with it',
    kind: 'kind of the date',
    statedDate: 'the source’s words for the date',
    title: 'title',
    summary: 'summary',
    themes: 'themes',
    actors: 'who takes part',
    place: 'place',
    links: 'links',
    note: 'note',
    status: 'status',
    source: 'source',
    sourceLink: 'address of the source',
    publisher: 'publisher of the source',
    authors: 'authors of the source',
    published: 'day on which the source appeared',
    citedWords: 'words of the source',
    id: 'id of the event',
    key: 'key by which the row is known again',
    keep: 'whether the row is kept',
    none: 'not kept',
  },
  eventFields: {
    date: 'date',
    statedDate: 'stated date',
    title: 'title',
    summary: 'summary',
    themes: 'themes',
    actors: 'actors',
    place: 'place',
    citations: 'sources',
    links: 'links',
    status: 'status',
    measures: 'measures',
    note: 'note',
    allow: 'allowances',
  },
  questions: {
    sheet: 'Which sheet has the events?',
    header: (cells: readonly string[]) =>
      `Does the first row name the columns? ${cells.join(' | ')}`,
    column: (header: string, samples: readonly string[]) =>
      `What does the column “${header}” hold?${samples.length === 0 ? '' : ` ${samples.join(' | ')}`}`,
    unmarked: (header: string) =>
      `No row is marked in column “${header}”, which would choose rows. Which are imported?`,
    columns: (field: string) => `More than one column is “${field}”. Which one is it?`,
    missing: (field: string) => `No column is “${field}”. Which one is it?`,
    calendar: (header: string, example: string) =>
      `Column “${header}”: of which calendar are years such as in ${example}?`,
    serials: (header: string, example: string) =>
      `Column “${header}”: what do numbers such as ${example} count?`,
    moved: (number: number, example: { readonly edtf: string; readonly days: string }) =>
      `${count(number, 'event is', 'events are')} on another day than X-EDTF says, which is the same only in another time zone: ${example.days}, and ${example.edtf}. Which counts?`,
    midnight: (header: string, example: string) =>
      `Column “${header}”: no cell has another time than 00:00, as in ${example}. Are these days, or did it happen at midnight?`,
    order: (header: string, example: string) =>
      `Column “${header}”: in which order are the parts of ${example}?`,
    century: (header: string, example: string, years: readonly string[]) =>
      `Column “${header}”: which century has a year of two digits, such as ${years.join(' or ')} in ${example}?`,
    stretches: (
      header: string,
      { example, count: number }: { readonly example: string; readonly count: number },
    ) =>
      `Column “${header}”: ${count(number, 'cell names', 'cells name')} a longer time, such as ${example}. Did these events happen at some time within, or last all of it?`,
    date: (
      header: string,
      { text, at, why }: { readonly text: string; readonly at: number; readonly why: string },
    ) => `“${text}” (column “${header}”, row ${at}): which date is it? ${why}`,
    vague: (header: string, number: number, examples: readonly string[]) =>
      `Column “${header}”: ${number} cells have words whose bounds are only convention. Usual is: ${some(examples)}`,
    newNames: (list: 'themes' | 'actors', names: readonly string[]) =>
      `${count(names.length, `${lists[list]} is`, `${several[list]} are`)} new: ${some(names)}`,
    newName: (list: 'themes' | 'actors', name: string) =>
      `The ${lists[list]} “${name}” is new. Who or what is it?`.replace(
        'Who or what',
        list === 'themes' ? 'What' : 'Who or what',
      ),
    language:
      'In which language are the texts of the file? They are of one, and it does not say which.',
    source: 'Where is it said? No column names the source.',
    sourceTitle: 'The title of the source',
    sourcePublished: 'When did the source appear?',
    sourcePublisher: 'Who published the source?',
    published: 'When did the sources appear? No column says it.',
    cut: (header: string, number: number, examples: readonly string[]) =>
      `Column “${header}”: ${count(number, 'cell has', 'cells have')} 、 or | within: ${some(examples)}. Is that one source, or several?`,
    repeated: (number: number, at: number, before: number) =>
      `${count(number, 'row has', 'rows have')} the date and title of an earlier one, such as row ${at} of row ${before}. The same events again?`,
    known: (number: number) =>
      `${count(number, 'row has', 'rows have')} the date and title of an event that the timeline has already. The same?`,
    same: (title: string, at: number) =>
      `Is “${title}” (row ${at}) an event that the timeline has already?`,
    both: (event: string, field: string) =>
      `${event}: ${field} was changed in the table and in the timeline. Which counts?`,
    differs: (event: string, field: string) =>
      `${event}: ${field} of the table and of the timeline differ. Which counts?`,
    vanished: (titles: readonly string[]) =>
      `${count(titles.length, 'event is', 'events are')} no longer in the table: ${some(titles)}`,
    returned: (titles: readonly string[]) =>
      `${count(titles.length, 'event is', 'events are')} withdrawn in the timeline, but in the table again: ${some(titles)}`,
    deleted: (number: number) =>
      `${count(number, 'row belongs to an event', 'rows belong to events')} that somebody has taken out of the timeline since.`,
    about: (field: 'title' | 'description', text: string) =>
      `The file has a ${field} for the timeline: ${text.length > 80 ? `${text.slice(0, 79)}…` : text}`,
  },
  choices: {
    headerYes: 'yes',
    headerNo: 'no, it is an event',
    sheet: (name: string, rows: number) => `${name}, ${count(rows, 'row')}`,
    unmarked: { all: 'all rows', none: 'none, until rows are marked with x' },
    minguo: 'of the Republic of China (民國): year 1 is 1912',
    twoDigits: (date: string) => `two digits of the usual calendar, such as ${date}`,
    noDates: 'they are no dates',
    undated: 'none: the events are dated only by their source, as on or before its day',
    serial: (system: Serials, date: string) => `${serials[system]}: ${date}`,
    order: (how: Order, date: string) => `${order[how]}: ${date}`,
    century: (first: number, last: number) => `${first} to ${last}`,
    midnight: { day: 'days, without a time', time: 'at midnight' },
    moved: { days: 'the days: they were moved', edtf: 'X-EDTF: the calendar is of another zone' },
    once: 'at some time within',
    lasted: 'all of it',
    reading: (date: string, kind: DateKind) => (kind === 'span' ? `${date}, all of it` : date),
    leaveOut: 'leave the row out',
    leaveAllOut: 'leave these rows out',
    asUsual: 'take them as usual',
    addAll: 'add all',
    each: 'ask one by one',
    noneKept: 'do not keep',
    add: 'add it',
    sameAs: (name: string, id: string) => `the same as ${name} (${id})`,
    rowIsSource: 'each row is a source itself, such as an article',
    ownLanguage: (tag: string) => `that of the timeline: ${tag}`,
    newSource: 'a source that the timeline does not have yet',
    noPublisher: 'unknown',
    publishedAsDated: 'on the date of their row',
    cut: { one: 'one source: the sign is part of its title', several: 'several sources' },
    skipRepeated: 'yes: leave the later ones out',
    keepRepeated: 'no: keep them all',
    sameEvents: 'the same: change those',
    newEvents: 'others: add them',
    sameEvent: (title: string, date: string, id: string) => `${title}, ${date} (${id})`,
    newEvent: 'no: it is a new one',
    table: (value: string) => `the table: ${value}`,
    document: (value: string) => `the timeline: ${value}`,
    keepVanished: 'keep it in the timeline',
    withdrawVanished: 'mark it as withdrawn',
    restoreReturned: 'it is no longer withdrawn',
    keepReturned: 'it stays withdrawn',
    leaveDeleted: 'leave them out',
    addAgain: 'add them again',
    keepAbout: 'keep that of the timeline',
    takeAbout: 'take it',
  },
  /** What may be answered in words. */
  free: {
    date: 'or a date, such as 2020-02-24, 2020-02 or [2020-02-01..2020-02-10]',
    published: 'a day, month or year: 2020-03-13, 2020-03, 2020',
    title: 'its title',
    name: 'or its name',
    language: 'or another tag, such as en, zh-Hans, pt-BR',
    sourceId: 'or the id of another source',
  },
  /** Of a column, told in the report. */
  settled: {
    minguo: (header: string) => `“${header}”: years are of the Republic of China`,
    twoDigits: (header: string) => `“${header}”: years are of the usual calendar`,
    serials: (header: string, system: Serials) => `“${header}”: numbers are ${serials[system]}`,
    moved: (
      rows: readonly { readonly at: number; readonly edtf: string; readonly days: string }[],
    ) =>
      `${count(rows.length, 'event was', 'events were')} moved without X-EDTF, which is left aside: ${some(rows.map(({ at, edtf, days }) => `row ${at} is ${days}, not ${edtf}`))}`,
    midnight: (header: string, how: 'day' | 'time') =>
      `“${header}”: 00:00 is ${how === 'day' ? 'no time: the cells are days' : 'midnight'}`,
    order: (header: string, how: Order) => `“${header}”: ${order[how]}`,
    orderTold: (
      header: string,
      how: Order,
      cells: readonly { readonly text: string; readonly at: number }[],
    ) =>
      `“${header}”: ${order[how]}, since ${cells.map(({ text, at }) => `${text} (row ${at})`).join(' and ')} can be nothing else`,
    noOrder: (header: string, cells: readonly [string, string]) =>
      `“${header}”: ${cells[0]} and ${cells[1]} have different orders, so each doubtful date is asked`,
    century: (header: string, first: number, last: number) =>
      `“${header}”: years of two digits are ${first} to ${last}`,
    stretches: (header: string, how: 'once' | 'lasted', number: number) =>
      `“${header}”: ${count(number, 'longer time', 'longer times')}, ${how === 'once' ? 'some time within' : 'all of it'}`,
    vague: (header: string, number: number, examples: readonly string[]) =>
      `“${header}”: ${count(number, 'vague date')} as usual: ${some(examples)}`,
    vagueOut: (header: string, number: number) =>
      `“${header}”: ${count(number, 'row')} with vague dates left out`,
    noYear: (
      header: string,
      {
        count: number,
        example,
        date,
      }: { readonly count: number; readonly example: string; readonly date: string },
    ) =>
      `“${header}”: ${count(number, 'cell has', 'cells have')} no year and ${number === 1 ? 'is' : 'are'} the latest such date not after the source: ${example} is ${date}`,
    publishedAsDated: (titles: readonly string[]) =>
      `${count(titles.length, 'new source')} appeared on the date of ${titles.length === 1 ? 'its row' : 'their rows'}: ${some(titles)}`,
    noYearOfEnd: (
      header: string,
      {
        count: number,
        example,
        date,
      }: { readonly count: number; readonly example: string; readonly date: string },
    ) =>
      `“${header}”: ${count(number, 'cell has', 'cells have')} no year and ${number === 1 ? 'is' : 'are'} the first such date not before the start: ${example} is ${date}`,
    cut: (
      header: string,
      how: 'one' | 'several',
      { count: number, examples }: { readonly count: number; readonly examples: readonly string[] },
    ) =>
      `“${header}”: ${count(number, 'cell')} with 、 or | ${number === 1 ? 'is' : 'are'} ${how === 'one' ? 'the title of one source' : 'cut into several sources'}: ${some(examples)}`,
    before: (answers: readonly string[]) => `as answered before: ${some(answers)}`,
    noDate: (number: number) =>
      `${count(number, 'row has', 'rows have')} no date: on or before the day on which the source appeared`,
    /** `beside`: the column that counts, of which each row has `counts`; null for the date. */
    otherwise: (
      header: string,
      beside: string | null,
      rows: readonly { readonly at: number; readonly text: string; readonly counts: string }[],
    ) =>
      `“${header}” says otherwise than ${beside === null ? 'the date' : `“${beside}”`}, which counts: ${some(rows.map(({ at, text, counts }) => `row ${at} is ${counts}, not “${text}”`))}`,
    partOfAll: (number: number) =>
      `the file has ${count(number, 'event', 'events')} of more: what is not in it stays as it is`,
    partsStay: (list: 'themes' | 'actors' | 'sources', ids: readonly string[]) =>
      `${count(ids.length, `${lists[list]} stays`, `${several[list]} stay`)} as the timeline has ${ids.length === 1 ? 'it' : 'them'}: ${some(ids)}`,
  },
  faults: {
    noTitle: 'no title',
    noEvent: 'not an event: id, date, title, themes, actors and citations',
    noDate: 'no date, and no source whose day could bound it',
    date: (cell: string, why: string) => `“${cell}”: ${why}`,
    ends: {
      backwards: (start: string, end: string) => `no time lasts from “${start}” to “${end}”`,
      'no-start': (start: string) => `“${start}” does not say when it began`,
      'no-end': (...[, end]: [start: string, end: string]) => `“${end}” does not say when it ended`,
    },
    kind: (cell: string) =>
      `“${cell}” is no kind of date: point, span, since, asOf, until or undated`,
    kindOfForm: (kind: DateKind, date: string, usual: DateKind) =>
      `${date} is ${usual}, not ${kind}`,
    status: (cell: string) => `“${cell}” is no status: confirmed, disputed or withdrawn`,
    id: (cell: string) => `“${cell}” is no id: a-z, 0-9 and hyphens`,
    noSource: 'no source',
    noPublished: 'nothing says when its source appeared',
    wordsOfSources: (words: number, sources: number) =>
      `${count(words, 'line')} of cited words for ${count(sources, 'source')}: it is open which is whose`,
    addressesOfSources: (addresses: number, sources: number) =>
      `${count(addresses, 'address', 'addresses')} for ${count(sources, 'source')}: it is open which is whose`,
    repeatedKey: (before: number) => `the same id or key as row ${before}`,
  },
  lost: enLost,
  /** A note of an event whose source has these words for its date, but is not cited with them. */
  statedNote: (words: string) => `The date is given as “${words}”.`,
  report: {
    read: ({
      name,
      form,
      encoding,
      rows,
    }: {
      readonly name: string
      readonly form: string
      readonly encoding: string | null
      readonly rows: number
    }) => `${name}: ${form}${encoding === null ? '' : `, ${encoding}`}, ${count(rows, 'row')}`,
    column: (header: string, field: string) => `${header} → ${field}`,
    notKept: (headers: readonly string[]) => `not kept: ${headers.join(', ')}`,
    lost: (what: string, rows: readonly number[], number: number) =>
      `not kept: ${what}${rowNumbers(rows, number)}`,
    told: (what: string, rows: readonly number[], number: number) =>
      `${what}${rowNumbers(rows, number)}`,
    counts: ({
      added,
      changed,
      unchanged,
      withdrawn,
      leftOut,
      bad,
    }: {
      readonly added: number
      readonly changed: number
      readonly unchanged: number
      readonly withdrawn: number
      readonly leftOut: number
      readonly bad: number
    }) =>
      [
        count(added, 'new event'),
        `${changed} changed`,
        ...(unchanged > 0 ? [`${unchanged} as before`] : []),
        ...(withdrawn > 0 ? [`${withdrawn} withdrawn`] : []),
        ...(leftOut > 0 ? [`${count(leftOut, 'row')} left out`] : []),
        ...(bad > 0 ? [`${count(bad, 'row')} with faults`] : []),
      ].join(', '),
    names: (list: 'themes' | 'actors' | 'sources', names: readonly string[]) =>
      `new: ${count(names.length, lists[list], several[list])}: ${some(names)}`,
    badRow: (at: number, reasons: readonly string[]) => `row ${at}: ${reasons.join('; ')}`,
    badRows: (number: number, rest: string) =>
      `${count(number, 'row has', 'rows have')} faults, so that nothing was written: mend them, or take the others with --good-rows, which puts these into ${rest}`,
    rest: (number: number, file: string) => `${count(number, 'row')} with faults: ${file}`,
    restTaken: (file: string) =>
      `${file} is there already, and its rows may have been mended: import it, or move it away`,
    writeRest: (number: number, file: string) =>
      `Write ${count(number, 'row')} with faults to ${file}?`,
    moreRows: (number: number) =>
      `… and ${count(number, 'more row', 'more rows')}: --json lists all`,
    /** `keep`: the header of the column that says which rows are taken. */
    nothing: ({ unchanged, leftOut, bad, keep }: NothingWritten) => {
      if (unchanged > 0 && leftOut === 0)
        return bad > 0
          ? 'The timeline has all other rows already.'
          : 'Nothing to write: the timeline has all of it already.'
      const there = unchanged > 0 ? [`the timeline has ${count(unchanged, 'event')} already`] : []
      const out = leftOut > 0 ? [`${count(leftOut, 'row was', 'rows were')} left out`] : []
      const why = [...there, ...out].join(', ') || 'no row could be taken'
      return `Nothing is new: ${why}.${keep === null ? '' : ` Rows are taken that have x in “${keep}”.`}`
    },
    write: (file: string, events: number) => `Write ${file}, with ${count(events, 'event')}?`,
    written: (file: string) => `Written: ${file}`,
    unwritten: 'nothing was written',
    needsYes: 'nothing was written: --yes writes it',
    next: 'Next:',
  },
  files: enFiles,
}
