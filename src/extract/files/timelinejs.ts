// TimelineJS, as its spreadsheet and as its JSON (timeline.knightlab.com/docs): the same events, as precise
// as they are given.
import {
  LostThings,
  type EndWords,
  type Table,
  type TableColumn,
  type TableRow,
} from '../table/table.ts'

/** The parts of a slide, as texts; absent parts are empty. */
interface Slide {
  readonly at: number
  readonly start: DateParts
  readonly end: DateParts
  /** Of the slide; of its start and end there may be others. */
  readonly display: string
  readonly headline: string
  readonly text: string
  readonly group: string
  readonly key: string
  readonly media: Media
}

interface Media {
  readonly url: string
  /** Where a click on it leads. */
  readonly link: string
  readonly caption: string
  readonly title: string
  readonly alt: string
  readonly credit: string
}

interface DateParts {
  readonly year: string
  readonly month: string
  readonly day: string
  readonly time: string
  readonly display?: string
}

const columns: readonly TableColumn[] = [
  { header: 'unique_id', field: 'key' },
  { header: 'start_date', field: 'date' },
  { header: 'end_date', field: 'endDate' },
  { header: 'display_date', field: 'statedDate' },
  { header: 'headline', field: 'title' },
  { header: 'text', field: 'summary' },
  { header: 'group', field: 'themes' },
  { header: 'media', field: 'links' },
]

function rowOf(slide: Slide, lost: LostThings): TableRow {
  const { at, start, end, display, headline, text, group, key, media } = slide
  if (end.time !== '') lost.add('clock-ends', at)
  if (media.credit !== '') lost.add('credits', at)
  if (start.year.startsWith('-')) lost.add('years-before-christ', at)
  const endWords = { whole: display, start: start.display ?? '', end: end.display ?? '' }
  return {
    at,
    ...(endWords.start + endWords.end !== '' && { endWords }),
    cells: [
      key,
      dateText(start),
      dateText({ ...end, time: '' }),
      allWords(endWords),
      headline,
      text,
      group,
      mediaCell(media, at, lost),
    ],
  }
}

/** Those for the whole, which the library shows in place of the others, and what they do not say. */
function allWords({ whole, start, end }: EndWords): string {
  const shown = end === '' ? start : `${start} – ${end}`.trimStart()
  const isMore = [start, end].some((words) => !whole.includes(words))
  return [whole, isMore ? shown : ''].filter((words) => words !== '').join('; ')
}

/** The library shows -44 as 44 BCE, which is the year -0043. */
function dateText({ year, month, day, time }: DateParts): string {
  if (year === '') return ''
  const number = Number(year)
  const isYear = Number.isInteger(number) && number !== 0 && Math.abs(number) <= 9999
  if (!isYear) return [year, month, day].filter((part) => part !== '').join('/')
  const astronomical = number < 0 ? number + 1 : number
  const written = `${astronomical < 0 ? '-' : ''}${String(Math.abs(astronomical)).padStart(4, '0')}`
  const parts = [written, ...(month === '' ? [] : [two(month), ...(day === '' ? [] : [two(day)])])]
  return `${parts.join('-')}${time === '' || day === '' ? '' : ` ${time}`}`
}

const two = (part: string): string => part.replace(/\.0$/, '').padStart(2, '0')

/** The address with its caption as a link; embedded HTML as it is, for its address; and where it leads. */
function mediaCell(media: Media, at: number, lost: LostThings): string {
  const { url, link } = media
  const isLink = isAddress(link)
  if (link !== '' && !isLink) lost.add('links-of-no-web-address', at)
  const named = isAddress(url)
  const texts = [media.caption, media.title, media.alt].map(plainText).filter((one) => one !== '')
  const [title, ...others] = new Set(texts)
  if (named ? others.length > 0 : title !== undefined) lost.add('media-texts', at)
  const address = named ? linkTo(url, title) : /(?:src|href)\s?=/i.test(url) ? url : ''
  if (url !== '' && address === '') lost.add('media-without-address', at)
  return [address, isLink && link !== url ? link : ''].filter((one) => one !== '').join('\n')
}

const isAddress = (text: string): boolean => /^https?:\/\//i.test(text)

const linkTo = (url: string, title: string | undefined): string =>
  title === undefined ? url : `<a href="${escaped(url)}">${escaped(title)}</a>`

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

const required = ['year', 'headline', 'text'] as const
const others = [
  'media',
  'enddate',
  'endyear',
  'displaydate',
  'mediacredit',
  'background',
  'type',
] as const

/** All columns of the sheet of Knight Lab, by the letters of their headers. */
const sheetColumns: ReadonlySet<string> = new Set([
  ...required,
  ...others,
  'month',
  'day',
  'time',
  'endmonth',
  'endday',
  'endtime',
  'mediacaption',
  'mediathumbnail',
  'alttext',
  'group',
])

/** Null for any other table. Its header stands in the first row. */
export function asTimelineJsSheet(table: Table): Table | null {
  const [header, ...rows] = table.rows
  if (header === undefined || table.columns !== null) return null
  const names = header.cells.map((cell) => cell.toLowerCase().replaceAll(/[^a-z]/g, ''))
  const isSheet =
    required.every((name) => names.includes(name)) &&
    others.filter((name) => names.includes(name)).length >= 2
  if (!isSheet) return null
  // Columns that somebody has added are read like those of any table.
  const added = header.cells.flatMap((cell, index) =>
    cell.trim() === '' || sheetColumns.has(names[index] ?? '') ? [] : [index],
  )
  const lost = new LostThings()
  let about: Table['about']
  const slides: TableRow[] = []
  for (const row of rows) {
    const cell = (name: string): string => row.cells[names.indexOf(name)]?.trim() ?? ''
    const type = cell('type').toLowerCase()
    if (type === 'era') lost.add('eras', row.at)
    if (cell('background') !== '') lost.add('backgrounds', row.at)
    if (cell('mediathumbnail') !== '') lost.add('thumbnails', row.at)
    if (type === 'title') about = aboutOf(cell('headline'), cell('text'))
    if (type === 'title' && cell('media') !== '') lost.add('title-slides')
    if (type === 'era' || type === 'title') continue
    const date = (end: string): DateParts => ({
      year: cell(`${end}year`),
      month: cell(`${end}month`),
      day: cell(`${end}day`),
      time: cell(`${end}time`),
    })
    const media = {
      url: cell('media'),
      link: '',
      caption: cell('mediacaption'),
      title: '',
      alt: cell('alttext'),
      credit: cell('mediacredit'),
    }
    const slide = {
      at: row.at,
      start: date(''),
      end: date('end'),
      display: cell('displaydate'),
      headline: cell('headline'),
    }
    const read = rowOf({ ...slide, text: cell('text'), group: cell('group'), key: '', media }, lost)
    slides.push({ ...read, cells: [...read.cells, ...added.map((at) => row.cells[at] ?? '')] })
  }
  return {
    name: table.name,
    columns: [...columns, ...added.map((at) => ({ header: header.cells[at]?.trim() ?? '' }))],
    rows: slides,
    lost: [...table.lost, ...lost.all()],
    ...(about && { about }),
  }
}

const aboutOf = (title: string, description: string): NonNullable<Table['about']> => ({
  ...(title !== '' && { title }),
  ...(description !== '' && { description }),
})

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A member as text; numbers are written out. */
function member(value: unknown, ...path: readonly string[]): string {
  let found: unknown = value
  for (const name of path)
    found = isObject(found) && Object.hasOwn(found, name) ? found[name] : undefined
  return typeof found === 'string' ? found.trim() : typeof found === 'number' ? String(found) : ''
}

/** The id that our own files give to their title slide. */
const ownTitle = '_title'

/** Null for any other JSON. */
export function readTimelineJs(value: unknown): Table | null {
  const events =
    isObject(value) && Array.isArray(value['events']) ? (value['events'] as unknown[]) : []
  if (!isObject(value) || !events.some((event) => isObject(event) && isObject(event['start_date'])))
    return null
  const lost = new LostThings()
  if (Array.isArray(value['eras']) && value['eras'].length > 0) lost.add('eras')
  const { title } = value
  if (isObject(title) && (title['media'] !== undefined || title['background'] !== undefined))
    lost.add('title-slides')
  const rows = events.map((event, index) => {
    const at = index + 1
    if (isObject(event) && event['background'] !== undefined) lost.add('backgrounds', at)
    if (member(event, 'media', 'thumbnail') !== '') lost.add('thumbnails', at)
    return rowOf(slideOf(event, at), lost)
  })
  const about = aboutOf(
    plainText(member(value, 'title', 'text', 'headline')),
    member(value, 'title', 'text', 'text'),
  )
  const isOwn = member(value, 'title', 'unique_id') === ownTitle
  return {
    name: '',
    columns,
    rows,
    lost: lost.all(),
    about,
    ...(isOwn && { writer: 'timelinejs' }),
  }
}

const plainText = (html: string): string => html.replaceAll(/<[^<>]{0,2000}>/g, '').trim()

function slideOf(event: unknown, at: number): Slide {
  const text = (...path: readonly string[]) => member(event, ...path)
  return {
    at,
    start: partsOf(event, 'start_date'),
    end: partsOf(event, 'end_date'),
    display: text('display_date'),
    headline: text('text', 'headline'),
    text: text('text', 'text'),
    group: text('group'),
    key: text('unique_id'),
    media: {
      url: text('media', 'url'),
      link: text('media', 'link'),
      caption: text('media', 'caption'),
      title: text('media', 'title'),
      alt: text('media', 'alt'),
      credit: text('media', 'credit'),
    },
  }
}

const clockPart = (text: string | undefined): string =>
  text === undefined || text === '' ? '00' : text.padStart(2, '0')

function partsOf(event: unknown, name: string): DateParts {
  const part = (one: string) => member(event, name, one)
  const [hour, minute, second] = ['hour', 'minute', 'second'].map(part)
  const time =
    hour === '' || hour === undefined
      ? ''
      : `${clockPart(hour)}:${clockPart(minute)}${second === '' ? '' : `:${clockPart(second)}`}`
  const display = part('display_date')
  return { year: part('year'), month: part('month'), day: part('day'), time, display }
}
