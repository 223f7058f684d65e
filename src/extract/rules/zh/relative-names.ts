// Chinese words for days counted from another: 昨晚, 次日, 两天后, 上周五, 近日.
import { chineseNumber } from '../../text/numerals.ts'
import { before, matchAt, type NameRead } from '../../text/sticky.ts'
import type { CountedFrom, Statement } from '../stated.ts'

const days: Readonly<Record<string, readonly [CountedFrom, number]>> = {
  大前天: ['source', -3],
  前天: ['source', -2],
  前日: ['source', -2],
  前晚: ['source', -2],
  昨: ['source', -1],
  今: ['source', 0],
  即: ['source', 0],
  明: ['source', 1],
  后天: ['source', 2],
  大后天: ['source', 3],
  当: ['text', 0],
  同: ['text', 0],
  同一天: ['text', 0],
  这天: ['text', 0],
  这一天: ['text', 0],
  那天: ['text', 0],
  那一天: ['text', 0],
  该日: ['text', 0],
  次: ['text', 1],
  翌: ['text', 1],
  隔: ['text', 1],
  第二天: ['text', 1],
  第三天: ['text', 2],
  后一天: ['text', 1],
  此后一天: ['text', 1],
  前一天: ['text', -1],
  前一日: ['text', -1],
  前一晚: ['text', -1],
  头一天: ['text', -1],
  此前一天: ['text', -1],
  此前一日: ['text', -1],
}
const dayWord =
  /(大[前后]天|此[前后]一[天日]|(?<![最以之])[前头后]一[天日晚]|[前后]天(?!井)|前日|前晚|第[二三]天|[这那]一?天|同一天|该日|[今昨明](?=起(?![来飞火])))|([今昨明当次翌隔即](?=[天日晚夜晨早])|同(?=[天日晚]))([天日晚夜晨早])/y
/** Names of papers and shows, and 当日有效. */
const noDay =
  /(?:报(?!道|名|告|到|警|送|考|价|案|捷|请|出|备)|有效|往返|达(?!到|成)|志(?!愿)|刊|头条|说法|关注)/y

export function readDayWord(text: string, at: number): NameRead<Statement> | null {
  const match = matchAt(dayWord, text, at)
  if (match === null) return null
  const [whole, full, short] = match
  const found = days[full ?? short ?? '']
  const end = at + whole.length
  if (found === undefined || matchAt(noDay, text, end) !== null) return null
  // 选字的那天: of an event, not of a date.
  if (/^[那这]一?天$/.test(whole) && before(text, at, 1) === '的') return null
  // 三天前天 is none, 以前天 neither.
  if (
    /^[前后][天日晚]/.test(whole) &&
    /[\d以之一两三四五六七八九十几数半]/.test(before(text, at, 1))
  )
    return null
  const [from, add] = found
  return { value: { is: 'shift', from, unit: 'day', add }, end }
}

const numberedDay = /([今昨明])\((\d{1,2})\)([日天晚早])/y

/** 昨（15）日, as papers of Taiwan write: a word with the day that it means. */
export function readNumberedWord(
  text: string,
  at: number,
): NameRead<{ readonly word: Statement; readonly day: Statement }> | null {
  const match = matchAt(numberedDay, text, at)
  if (match === null) return null
  const [from, add] = days[match[1] ?? ''] ?? ['source', 0]
  return {
    value: {
      word: { is: 'shift', from, unit: 'day', add },
      day: { is: 'calendar', day: Number(match[2]) },
    },
    end: at + match[0].length,
  }
}

const weekWord =
  /(上上|上|本|这|下下|下|当|隔(?=周[一二三四五六日末]))个?(?:周|星期|礼拜)([一二三四五六日天末])?(?!年(?!度|会|中|底)|刊|报(?!道|名|告|到|警)|边|围|岁)/y
const weeks: Readonly<Record<string, readonly [CountedFrom, number]>> = {
  上上: ['source', -2],
  上: ['source', -1],
  本: ['source', 0],
  这: ['source', 0],
  当: ['text', 0],
  隔: ['text', 1],
  下: ['source', 1],
  下下: ['source', 2],
}
const weekdays = '一二三四五六日'
const weekdayNumber = (character: string): number =>
  character === '末' ? 6.5 : character === '天' ? 7 : weekdays.indexOf(character) + 1

export function readWeek(text: string, at: number): NameRead<Statement> | null {
  const match = matchAt(weekWord, text, at)
  if (match === null) return null
  const [from, add] = weeks[match[1] ?? ''] ?? ['source', 0]
  const end = at + match[0].length
  if (match[2] === undefined) return { value: { is: 'shift', from, unit: 'week', add }, end }
  return { value: { is: 'weekday', weekday: weekdayNumber(match[2]), week: { from, add } }, end }
}

const weekday = /(?:周|星期|礼拜)([一二三四五六日天])(?![一二三四五六日])/y

export function readWeekday(text: string, at: number): NameRead<Statement> | null {
  const match = matchAt(weekday, text, at)
  if (match === null) return null
  return {
    value: { is: 'weekday', weekday: weekdayNumber(match[1] ?? '') },
    end: at + match[0].length,
  }
}

const count =
  /(?:(此前|此后|其后|随后|又过了?|再过|过了|时隔|又)?)(?:大?约)?(\d{1,3}|[一二两三四五六七八九十百半]{1,4})(?:个(半)?)?(小时|钟头|天|日|周年?|星期|礼拜|月|年)(半)?(?:(之?后|以后|之?前|以前)(?![一二三四五六七八九十]|往|来|[夕台后卫]))?/y

const units: Readonly<Record<string, 'hour' | 'day' | 'week' | 'month' | 'year'>> = {
  小时: 'hour',
  钟头: 'hour',
  天: 'day',
  日: 'day',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  月: 'month',
  年: 'year',
}

/** 两天后, 三年前, 又过了一周: so many days, weeks, months or years from another date. */
export function readCount(text: string, at: number): NameRead<Statement> | null {
  const match = matchAt(count, text, at)
  if (match === null) return null
  const [whole, lead = '', written = '', halfOne, unitWord = '', halfTwo, side = ''] = match
  const unit = units[unitWord]
  if (unit === undefined || halfOne !== undefined || halfTwo !== undefined) return null
  // 1月后 and 5日后 are dates; 1个月后 is a count.
  if (unit === 'month' && !whole.includes('个')) return null
  if (unit === 'day' && unitWord === '日' && /^\d/.test(written) && lead === '') return null
  const passed = /^(?:又?过了|再过|时隔|又过)/.test(lead)
  if (side === '' && !passed) return null
  if (/[\d.第每近超逾满达约几数多余十百千]$/.test(before(text, at, 1)) && lead === '') return null
  // 抢修九小时后: how long it took.
  if (unit === 'hour' && lead === '' && /[修战待救经时]$/.test(before(text, at, 1))) return null
  const back = side.includes('前')
  const base: CountedFrom = back && lead !== '此前' ? 'source' : 'text'
  const value = counted(chineseNumber(written), unit, back, base)
  const sameDay = matchAt(/的(?:今天|今日)/y, text, at + whole.length)
  if (sameDay !== null && value?.is === 'shift' && unit === 'year')
    return { value: { ...value, part: 'same-day' }, end: at + whole.length + sameDay[0].length }
  return value === null ? null : { value, end: at + whole.length }
}

function counted(
  number: number,
  unit: 'hour' | 'day' | 'week' | 'month' | 'year',
  back: boolean,
  from: CountedFrom,
): Statement | null {
  const sign = back ? -1 : 1
  if (number === 0.5)
    return unit === 'year' ? { is: 'shift', from, unit: 'month', add: sign * 6 } : null
  const most = { hour: 48, day: 366, week: 60, month: 120, year: 199 }[unit]
  if (!(number > 0) || number > most) return null
  if (unit === 'hour' && back) return null
  if (unit === 'week') return { is: 'weeks', from, add: sign * number }
  return { is: 'shift', from, unit, add: sign * number, ...(back ? {} : { amount: true }) }
}

const recent = /近日|日前|(?:前)?不久前|前不久/y

export function readRecent(text: string, at: number): NameRead<Statement> | null {
  const match = matchAt(recent, text, at)
  if (match === null) return null
  const last = before(text, at, 1)
  if (
    match[0] === '日前' &&
    /[\d一二三四五六七八九十几数多半节生假作当昨今明次翌同每末周该近]/.test(last)
  )
    return null
  if (/^(?:近日)(?:点|行)/.test(text.slice(at, at + 3))) return null
  return { value: { is: 'recent' }, end: at + match[0].length }
}

const relativeQuarter = /(前一|上一|后一|下一|[上本下])个?季度/y

export function readRelativeQuarter(text: string, at: number): NameRead<Statement> | null {
  const match = matchAt(relativeQuarter, text, at)
  if (match === null) return null
  const word = match[1] ?? ''
  const add = /[上前]/.test(word) ? -1 : /[下后]/.test(word) ? 1 : 0
  const from = /[前后]/.test(word) ? 'text' : 'source'
  return { value: { is: 'quarter', from, add }, end: at + match[0].length }
}

const wholeYear =
  /全年(?!无|级|龄|候|休|平均|总|任|开放|营业|通|不|都|皆|性|制|段|可|仅|期)|年内(?!部|瓦|容|最)/y

/** 全年 of the year that the text tells of; 年内: before the year is over. */
export function readWholeYear(text: string, at: number): NameRead<Statement> | null {
  const match = matchAt(wholeYear, text, at)
  if (match === null) return null
  if (/[\d一二三四五六七八九十百千万几数多半两近每今去前明后本当同次]$/.test(before(text, at, 1)))
    return null
  const from = match[0] === '全年' ? 'text' : 'source'
  return { value: { is: 'shift', from, unit: 'year', add: 0 }, end: at + match[0].length }
}

const ordinalWeekday = /(第[一二三四五]|最后一)个?(?:周|星期|礼拜)([一二三四五六日天])/y

/** 第一个周日, 最后一个星期五 after a month. */
export function readOrdinalWeekday(
  text: string,
  at: number,
): NameRead<{ readonly nth: number; readonly weekday: number }> | null {
  const match = matchAt(ordinalWeekday, text, at)
  if (match === null) return null
  const word = match[1] ?? ''
  const nth = word.startsWith('最') ? -1 : '一二三四五'.indexOf(word.charAt(1)) + 1
  return { value: { nth, weekday: weekdayNumber(match[2] ?? '') }, end: at + match[0].length }
}

const passedDays = /(今年)(?:已经?)?过[去了]{1,2}(?:整整)?(\d{1,3})天/y
const dayOfYear = /(今年)(?:的)?第(\d{1,3})天/y

/** 今年已经过去110天: the day of that number. */
export function readDayOfYear(text: string, at: number): NameRead<Statement> | null {
  const match = matchAt(passedDays, text, at) ?? matchAt(dayOfYear, text, at)
  const day = Number(match?.[2] ?? 0)
  if (match === null || day < 1 || day > 366) return null
  return { value: { is: 'day-of-year', day }, end: at + match[0].length }
}
