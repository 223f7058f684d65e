// What a number shows in a spreadsheet. A date shows only the parts that its format names: 2020年2月 is a
// month, though the cell stores the first of it, and 3月6日 has no year.
import { splitDay, civilDay, printYear, twoDigits } from '../../domain/date/civil-day.ts'

/** The parts of a date that a format shows. */
export interface ShownParts {
  readonly year: boolean
  readonly month: boolean
  readonly day: boolean
  readonly time: boolean
  readonly seconds: boolean
}

/** Formats that files refer to by number (ECMA-376-1, 18.8.30); those from 27 on are of Chinese. */
const builtIn: ReadonlyMap<number, string> = new Map([
  [14, 'yyyy/m/d'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy/m/d h:mm'],
  ...[27, 36, 50, 52, 57].map((id): [number, string] => [id, 'yyyy"年"m"月"']),
  ...[28, 29, 51, 53, 54, 58].map((id): [number, string] => [id, 'm"月"d"日"']),
  [30, 'm-d-yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  ...[32, 33, 34, 35, 55, 56].map((id): [number, string] => [id, 'h:mm']),
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss'],
])

export const builtInFormat = (id: number): string | undefined => builtIn.get(id)

const isTime = (token: string | undefined): boolean => /^[hs]/.test(token ?? '')

/** Null for a format of numbers that are no dates. */
export function shownParts(format: string): ShownParts | null {
  const [first = ''] = sectionsOf(format)
  const code = first.toLowerCase()
  if (['', '@', 'general'].includes(code.trim()) || /[0#?]/.test(code.replaceAll(/s\.0+/g, 's')))
    return null
  const tokens = code.match(/a\/p|am\/pm|上午\/下午|y+|e+|m+|d+|h+|s+/g) ?? []
  if (tokens.length === 0) return null
  const parts = { year: false, month: false, day: false, time: false, seconds: false }
  tokens.forEach((token, index) => {
    const isMinute =
      /^m{1,2}$/.test(token) &&
      (isTime(tokens[index - 1]) || tokens[index + 1]?.startsWith('s') === true)
    if (/^[ye]/.test(token)) parts.year = true
    else if (token.startsWith('m') && !isMinute) parts.month = true
    // ddd and dddd are weekdays.
    else if (/^d{1,2}$/.test(token)) parts.day = true
    else if (isTime(token)) parts.time = true
    if (token.startsWith('s')) parts.seconds = true
  })
  return Object.values(parts).includes(true) ? parts : null
}

/** Sections for positive, negative and zero, without literals, colours and fillers. */
function sectionsOf(format: string): string[] {
  const plain = format
    .replaceAll(/"[^"]*"/g, ' ')
    .replaceAll(/\\./g, ' ')
    .replaceAll(/[_*]./g, ' ')
    .replaceAll(/\[(h+|m+|s+)\]/gi, '$1')
    .replaceAll(/\[[^\]]*\]/g, '')
  return plain.split(';')
}

/** The first day of the 1900 system is 1 January; it counts a 29 February 1900 that never was. */
const epochs = { excel: civilDay(1899, 12, 30), excel1904: civilDay(1904, 1, 1) } as const

/** @example shownDate(43862, shownParts('yyyy"年"m"月"'), 'excel') → '2020-02' */
export function shownDate(
  serial: number,
  { year, month, day, time, seconds }: ShownParts,
  system: keyof typeof epochs,
): string {
  const whole = Math.floor(serial)
  const clock = Math.round((serial - whole) * 86_400)
  const [hours, minutes] = [Math.floor(clock / 3600) % 24, Math.floor(clock / 60) % 60]
  const shownTime = `${twoDigits(hours)}:${twoDigits(minutes)}${seconds ? `:${twoDigits(clock % 60)}` : ''}`
  if (!year && !month && !day) return shownTime
  // A formula of an empty cell holds 0, of which no part is a date's.
  if (system === 'excel' && whole === 0) return '1900-01-00'
  if (system === 'excel' && whole === 60) return '1900-02-29'
  const early = system === 'excel' && whole < 60 ? 1 : 0
  const date = splitDay(epochs[system] + whole + early + Math.floor(clock / 86_400))
  const days = shownDays(date, { year, month, day })
  return time && day && year ? `${days} ${shownTime}` : days
}

function shownDays(
  date: ReturnType<typeof splitDay>,
  { year, month, day }: Pick<ShownParts, 'year' | 'month' | 'day'>,
): string {
  const [y, m, d] = [printYear(date.year), twoDigits(date.month), twoDigits(date.day)]
  if (year) return [y, ...(month ? [m, ...(day ? [d] : [])] : [])].join('-')
  return `${month ? `${date.month}月` : ''}${day ? `${date.day}日` : ''}`
}

/** As a spreadsheet writes a number without a format. */
export function shownNumber(text: string): string {
  const number = Number(text)
  if (!Number.isFinite(number)) return text
  const rounded = Number(number.toPrecision(15))
  return Math.abs(rounded) < 1e21
    ? rounded.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 15 })
    : String(rounded)
}
