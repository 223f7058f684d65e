// What stands in a cell behind its date: 下午 03:30:00, （周日）, 09:00-12:00. The date before it is read as if it
// stood alone.
import { dayPeriod, weekdayOf, type Period } from '../period.ts'
import { parseDay } from '../../domain/date/civil-day.ts'
import { plain } from '../reasons/reason.ts'
import { toDayHour } from '../rules/zh/clock-names.ts'
import { choiceOf, open, readingOf, type CellAnswer } from './answer.ts'

type Read = (cell: string) => CellAnswer

const partBefore =
  /^(.*\d) ?(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|晚|夜里|深夜) ?(\d{1,2})(:\d{2})(:\d{2})?$/

/** 2020/1/26 下午 03:30:00, as spreadsheets and forms write it; null without such a part of the day. */
export function readPartOfDay(
  cell: string,
  read: (cell: string) => CellAnswer | null,
): CellAnswer | null {
  const match = partBefore.exec(cell)
  if (match === null) return null
  const [, day = '', part = '', hour = '', minute = '', second = ''] = match
  const at = (hours: number) => read(`${day} ${hours}${minute}${second}`)
  const told = toDayHour(Number(hour), part)
  if (Number(hour) !== 12 || !/[上早晚夜]/.test(part)) return at(told)
  // Programs count 上午 12:05:00 from midnight; a person may mean noon, and 晚上 12:05 the end of the day.
  if (second !== '' && part === '上午') return at(0)
  const readings = (/[晚夜]/.test(part) ? [read(day)] : [at(0), at(12)]).flatMap((one) => one ?? [])
  const several = plain('half-of-day')
  const answer = readings.length === 0 ? null : choiceOf(readings, several)
  return answer?.state === 'ready' ? open(several, answer.readings) : answer
}

const weekdays = '一二三四五六日天'
const weekdayBehind =
  /^(.*[\d日号])(?:[ ,]?\(?(?:周|星期|礼拜)([一二三四五六日天])\)?| ?\(([一二三四五六日])\))( ?(?:\d|上午|中午|下午|晚|凌晨|早).*)?$/

/** 2020-01-26（周日）: open where the date has another weekday. */
export function readWeekdayBehind(cell: string, read: Read): CellAnswer | null {
  const match = weekdayBehind.exec(cell)
  if (match === null) return null
  const [, day = '', name, short, time = ''] = match
  const weekday = Math.min(weekdays.indexOf(name ?? short ?? '') + 1, 7)
  const answer = read(time === '' ? day : `${day} ${time.trimStart()}`)
  const fit = answer.readings.filter(({ date }) => isOn(weekday, date))
  const [only, ...more] = fit
  if (answer.state === 'refused') return null
  if (only === undefined)
    return open(plain('disagree'), [
      ...answer.readings,
      ...answer.readings.slice(0, 1).flatMap(({ date }) => nearestDays(weekday, date)),
    ])
  if (more.length > 0) return open(answer.rule, fit)
  return answer.state === 'ready'
    ? answer
    : { state: 'ready', date: only.date, kind: only.kind, rule: plain('agree'), readings: [only] }
}

function isOn(weekday: number, date: string): boolean {
  const day = parseDay(date.slice(0, 10))
  return day !== null && weekdayOf(day) === weekday
}

function nearestDays(weekday: number, date: string) {
  const day = parseDay(date.slice(0, 10))
  if (day === null || date.length > 10) return []
  const ahead = (weekday - weekdayOf(day) + 7) % 7
  const days: (Period | null)[] = (ahead <= 3 ? [ahead, ahead - 7] : [ahead - 7, ahead]).map(
    (add) => dayPeriod(day + add),
  )
  return days.flatMap((one) => (one === null ? [] : [readingOf(one.from, plain('disagree'))]))
}

const time =
  '(?:凌晨|早上|上午|中午|下午|傍晚|晚上|晚)? ?\\d{1,2}(?:(?::\\d{2}){1,2}|[时点](?:\\d{1,2}分?|半)?)(?: ?[AaPp]\\.?[Mm]\\.?)?|\\d{1,2} ?[AaPp]\\.?[Mm]\\.?'
const hours = new RegExp(
  `^(.*?[\\d日号])[ ,T]*(${time}) ?(?:-{1,2}|~|至|到|to|until) ?(${time})$`,
  'i',
)

/** 2020年1月26日 09:00-12:00: hours, which a timeline does not hold; when they began, and the day, are proposed. */
export function readHours(cell: string, read: Read): CellAnswer | null {
  const match = hours.exec(cell)
  if (match === null) return null
  const [, day = '', from = ''] = match
  const start = read(`${day} ${from}`)
  if (start.state === 'refused') return null
  const whole = read(day)
  return open(plain('hours'), [...start.readings, ...whole.readings])
}
