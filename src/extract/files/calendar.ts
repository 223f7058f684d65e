// iCalendar (RFC 5545) as a table of its events. Private events and the addresses of people are never
// read; what a timeline cannot hold, such as repetitions, is told.
import { dayName, dayOf } from '../period.ts'
import { LostThings, type Table, type TableColumn, type TableRow } from '../table/table.ts'
import { ianaZone } from './zones.ts'

export const isCalendar = (text: string): boolean =>
  /^\s*BEGIN:VCALENDAR\b/i.test(text.slice(0, 200))

interface Property {
  readonly name: string
  readonly parameters: ReadonlyMap<string, string>
  readonly value: string
}

interface Component {
  readonly name: string
  readonly properties: Property[]
  readonly inner: string[]
}

/** Entries that are no events: RFC 5545, 3.6, and RFC 7953, 3.1. */
const otherComponents = new Set(['VTODO', 'VJOURNAL', 'VFREEBUSY', 'VAVAILABILITY'])

const columns: readonly TableColumn[] = [
  { header: 'UID', field: 'key' },
  { header: 'DTSTART', field: 'date' },
  { header: 'DTEND', field: 'endDate' },
  { header: 'SUMMARY', field: 'title' },
  { header: 'DESCRIPTION', field: 'summary' },
  { header: 'CATEGORIES', field: 'themes', namesActors: true },
  { header: 'LOCATION', field: 'place' },
  { header: 'URL', field: 'links' },
  { header: 'STATUS', field: 'status' },
  { header: 'COMMENT', field: 'note' },
]

/** Of our own calendars alone. */
const ownColumn: TableColumn = { header: 'X-EDTF', field: 'edtf' }

export function readCalendarFile(text: string): Table {
  const lost = new LostThings()
  const rows: TableRow[] = []
  const found = components(text)
  let at = 0
  for (const component of found) {
    if (component.name === 'VEVENT') {
      at += 1
      if (isPrivate(component)) lost.add('private-events')
      else rows.push(rowOf(component, at, lost))
    } else if (otherComponents.has(component.name)) lost.add('other-components')
  }
  const isOwn = rows.some(({ cells }) => (cells[columns.length] ?? '') !== '')
  // Those of our own calendars are made of the timeline.
  if (!isOwn && found.some(isNamed)) lost.add('about-calendar')
  return {
    name: '',
    columns: isOwn ? [...columns, ownColumn] : columns,
    rows: isOwn ? rows : rows.map((row) => ({ ...row, cells: row.cells.slice(0, -1) })),
    lost: lost.all(),
    ...(isOwn && { writer: 'ics' }),
  }
}

/** RFC 7986, 5.1 and 5.2, and the names that calendar programs had before it. */
const namesOfCalendar = ['NAME', 'X-WR-CALNAME', 'DESCRIPTION', 'X-WR-CALDESC']

const isNamed = (component: Component): boolean =>
  component.name === 'VCALENDAR' && namesOfCalendar.some((name) => valueOf(component, name) !== '')

const isPrivate = (component: Component): boolean =>
  /^(?:PRIVATE|CONFIDENTIAL)$/i.test(valueOf(component, 'CLASS'))

/** The calendar and its components, each with its own properties and the names of those inside it. */
function components(text: string): Component[] {
  const found: Component[] = []
  const open: Component[] = []
  for (const line of text.replaceAll(/\n[ \t]/g, '').split('\n')) {
    const property = readProperty(line)
    if (property === null) continue
    const name = property.value.trim().toUpperCase()
    if (property.name === 'BEGIN') {
      open.at(-1)?.inner.push(name)
      open.push({ name, properties: [], inner: [] })
    } else if (property.name === 'END') {
      const closed = open.pop()
      // Alarms and rules of zones belong to what holds them.
      if (closed !== undefined && open.length <= 1) found.push(closed)
    } else open.at(-1)?.properties.push(property)
  }
  return found
}

/** `NAME;PARAMETER=value:value`; a quoted parameter may hold colons. */
function readProperty(line: string): Property | null {
  const head = /^([A-Za-z0-9-]{1,80})/.exec(line)
  if (head === null) return null
  const parameters = new Map<string, string>()
  const parameter =
    /;([A-Za-z0-9-]{1,80})=((?:"[^"]{0,2000}"|[^";:]{0,2000})(?:,(?:"[^"]{0,2000}"|[^";:,]{0,2000}))*)/y
  let at = head[0].length
  for (;;) {
    parameter.lastIndex = at
    const match = parameter.exec(line)
    if (match === null) break
    parameters.set((match[1] ?? '').toUpperCase(), (match[2] ?? '').replaceAll('"', ''))
    at = parameter.lastIndex
  }
  if (line[at] !== ':') return null
  return { name: head[0].toUpperCase(), parameters, value: line.slice(at + 1) }
}

const find = ({ properties }: Component, name: string): Property | undefined =>
  properties.find((property) => property.name === name)

const valueOf = (component: Component, name: string): string =>
  find(component, name)?.value.trim() ?? ''

/** Of a property that may stand several times, such as COMMENT (RFC 5545, 3.8.1.4). */
const valuesOf = ({ properties }: Component, name: string): string[] =>
  properties.flatMap((one) => (one.name === name ? [one.value.trim()] : []))

/** RFC 5545, 3.3.11. */
const unescaped = (value: string): string =>
  value.replaceAll(/\\([nN,;\\])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))

const mailAddress = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/g

function rowOf(component: Component, at: number, lost: LostThings): TableRow {
  const has = (...names: readonly string[]) =>
    names.some((name) => find(component, name) !== undefined)
  if (has('RRULE', 'RDATE', 'EXRULE')) lost.add('recurrences', at)
  if (component.inner.includes('VALARM')) lost.add('alarms', at)
  const isWithPeople = component.inner.includes('PARTICIPANT')
  if (isWithPeople || has('ATTENDEE', 'ORGANIZER', 'CONTACT')) lost.add('people', at)
  if (/^TENTATIVE$/i.test(valueOf(component, 'STATUS'))) lost.add('tentative', at)
  if (has('ATTACH', 'IMAGE')) lost.add('images', at)
  if (has('GEO', 'X-APPLE-STRUCTURED-LOCATION')) lost.add('coordinates', at)
  if (has('RESOURCES', 'RELATED-TO', 'CONFERENCE')) lost.add('other-properties', at)
  const text = (name: string): string => {
    const plain = valuesOf(component, name).map(unescaped).join('\n')
    const without = plain.replaceAll(mailAddress, '…')
    if (without !== plain) lost.add('people', at)
    return without
  }
  const { date, end } = dates(component, at, lost)
  const uid = valueOf(component, 'UID')
  const instance = valueOf(component, 'RECURRENCE-ID')
  return {
    at,
    cells: [
      instance === '' ? uid : `${uid} ${instance}`,
      date,
      end,
      text('SUMMARY'),
      text('DESCRIPTION'),
      categories(component).join('\n'),
      text('LOCATION'),
      valueOf(component, 'URL'),
      /^CANCELLED$/i.test(valueOf(component, 'STATUS')) ? 'withdrawn' : '',
      text('COMMENT'),
      unescaped(valueOf(component, 'X-EDTF')),
    ],
  }
}

/** The values of a list, cut at commas; a backslash and what it escapes are one. */
const listed = (value: string): string[] => value.match(/(?:\\[\s\S]|\\$|[^,\\])+/g) ?? []

const categories = ({ properties }: Component): string[] =>
  properties
    .filter(({ name }) => name === 'CATEGORIES')
    .flatMap(({ value }) => listed(value).map((one) => unescaped(one).trim()))
    .filter((one) => one !== '')

interface Dates {
  readonly date: string
  readonly end: string
}

function dates(component: Component, at: number, lost: LostThings): Dates {
  const start = find(component, 'DTSTART')
  const first = start === undefined ? null : dayIn(start.value)
  const floating = () => lost.add('floating-times', at)
  if (start === undefined || first === null)
    return { date: start?.value ?? '', end: endAlone(component, floating) }
  const duration = valueOf(component, 'DURATION')
  const end = find(component, 'DTEND') ?? endAfter(start, duration)
  const last = end === undefined ? null : lastDay(end.value)
  const clock = clockIn(start.value)
  const date =
    clock === null ? dayName(first) : instantText(start, { day: dayName(first), clock }, floating)
  // What is no end is a fault of its row, told with its words.
  if (end === undefined || last === null)
    return { date, end: end?.value.trim() ?? (isLength(duration) ? '' : duration) }
  const endClock = clockIn(end.value)
  if (clock === null || endClock === null) {
    if (endClock !== null && endClock !== '00:00') lost.add('clock-ends', at)
    // Some programs write the day itself as its end.
    const isOneDay = last === first || last === first - 1
    return { date, end: isOneDay ? '' : dayName(last) }
  }
  const day = dayIn(end.value) ?? last
  if (day === first && end.parameters.get('TZID') === start.parameters.get('TZID')) {
    lost.add('clock-ends', at)
    return { date, end: '' }
  }
  return { date, end: instantText(end, { day: dayName(day), clock: endClock }, floating) }
}

/** The end of an event without a start: a length without one is told as it is written. */
function endAlone(component: Component, floating: () => void): string {
  const end = find(component, 'DTEND')
  const last = end === undefined ? null : lastDay(end.value)
  if (end === undefined || last === null) return end?.value.trim() ?? valueOf(component, 'DURATION')
  const clock = clockIn(end.value)
  const day = dayName(dayIn(end.value) ?? last)
  return clock === null ? dayName(last) : instantText(end, { day, clock }, floating)
}

/** The day before an end that is a day, or at midnight; null for what is no end. */
function lastDay(value: string): number | null {
  const day = dayIn(value)
  const clock = clockIn(value)
  return day === null || (clock !== null && clock !== '00:00') ? day : day - 1
}

/** A civil day; null for what is none. */
function dayIn(value: string): number | null {
  const match = /^(\d{4})(\d{2})(\d{2})/.exec(value.trim())
  if (match === null) return null
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  const found = dayOf(year, month, day)
  const isThere =
    month >= 1 && month <= 12 && dayName(found) === `${match[1]}-${match[2]}-${match[3]}`
  return isThere ? found : null
}

function clockIn(value: string): string | null {
  const match = /^\d{8}T(\d{2})(\d{2})(\d{2})/.exec(value.trim())
  return match === null ? null : `${match[1]}:${match[2]}${match[3] === '00' ? '' : `:${match[3]}`}`
}

const durationForm =
  /^\+?P(?:(\d{1,5})W|(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?)$/i

/** Of no length are those of no time at all. */
const isLength = (duration: string): boolean => durationForm.test(duration)

/** What DTEND would say in place of a duration such as P2D or PT72H (RFC 5545, 3.3.6); undefined without one. */
function endAfter({ value, parameters }: Property, duration: string): Property | undefined {
  const match = durationForm.exec(duration)
  const first = dayIn(value)
  if (match === null || first === null) return undefined
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0))
  const clock = /T(\d{2})(\d{2})(\d{2})/.exec(value)?.slice(1).map(Number) ?? []
  const [hour = 0, minute = 0, second = 0] = clock
  const length = (weeks * 7 + days) * daySeconds + hours * 3600 + minutes * 60 + seconds
  if (length === 0) return undefined
  const end = hour * 3600 + minute * 60 + second + length
  const day = dayName(first + Math.floor(end / daySeconds)).replaceAll('-', '')
  const rest = end % daySeconds
  const time = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join('')
  const zone = /Z\s*$/i.test(value) ? 'Z' : ''
  return { name: 'DTEND', parameters, value: clock.length > 0 ? `${day}T${time}${zone}` : day }
}

const daySeconds = 86_400

/** As the cells of a table are read; with the property itself where its zone is one of its own. */
function instantText(
  { value, parameters }: Property,
  { day, clock }: { readonly day: string; readonly clock: string },
  floating: () => void,
): string {
  if (/Z$/i.test(value.trim())) return `${day}T${clock}Z`
  const zone = parameters.get('TZID')
  if (zone === undefined) {
    floating()
    // A time of RFC 5545, of which nobody has to say whether its midnight is one.
    return clock === '00:00' ? `DTSTART:${value.trim()}` : `${day} ${clock}`
  }
  const known = ianaZone(zone)
  return known === null ? `DTSTART;TZID=${zone}:${value}` : `DTSTART;TZID=${known}:${value.trim()}`
}
