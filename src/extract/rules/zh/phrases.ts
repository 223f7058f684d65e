// Chinese phrases that state a date: a name or a range with the words that decide its kind.
import { before, matchAt, type NameRead } from '../../text/sticky.ts'
import {
  fiscalYear,
  areAlike,
  areInOrder,
  type Count,
  type Name,
  type Phrase,
  type Statement,
  type YearOfEra,
} from '../stated.ts'
import { readDay } from './calendar-names.ts'
import { asOfLead, withWords, type Core } from './claims.ts'
import { readYearNumber } from './year-names.ts'
import { readEntry, readLunarDay } from './feast-names.ts'
import { readName, readSharedStart } from './names.ts'
import { fiscal, skipped } from './no-dates.ts'
import type { NameReading } from './statement.ts'
import { readWeekday } from './relative-names.ts'

export const trigger =
  /[全是\d〇零一二两三四五六七八九十百廿卅半今昨前明后去大上下本当同次翌第这那该来隔此其又再过时近不即日周星礼农阴旧夏古闰正腊冬年月岁头转公西除春元端中重清国劳儿妇植建教平圣初东南北汉魏晋宋齐梁陈隋唐元明永延汉和本阳嘉熹光兴黄太青景甘咸泰开仁义武贞显龙麟乾总上仪调耀淳弘垂天长万神圣先至宝广宝贞长大会乾僖文昭雍端淳道庆皇治熙绍崇政重宣靖炎隆嘉祥统德贞致顺洪宪成弘隆历昌启顺康雍道咸同光宣民令每逢历往发记早上凌傍深午夜晚立惊谷芒处白霜寒雨小夏秋民财F《〈]/g

const to = / ?(?:至|到|-{1,2}|~) ?(?!今(?![年天日晚早晨春夏秋冬]))/y
const aboutSecond = /(?:大约|约为|约|大概)?/y

const entryYears = /(1\d{3}|20\d{2}) ?[-~至到] ?(1\d{3}|20\d{2})(?= ?: ?\D| {1,2}[^\d\s])/y

/** 1911-1913 建校舍 at the start of a line: the years of an entry. */
function readEntryYears(text: string, at: number): Omit<Core, 'start'> | null {
  const match = /(?:^|\n)[ *·•-]{0,3}$/.test(before(text, at, 4))
    ? matchAt(entryYears, text, at)
    : null
  if (match === null) return null
  const [from, to] = [match[1], match[2]].map((year): Name => ({
    stated: { is: 'calendar', year: { at: Number(year) } },
    besides: [],
  }))
  return from === undefined || to === undefined ? null : { end: at + match[0].length, from, to }
}

/** A name or a range at a place. */
function readCore(reading: NameReading, at: number): Core | null {
  const years = readEntryYears(reading.text, at)
  if (years !== null) return { start: at, ...years }
  const shared = readSharedStart(reading, at)
  if (shared !== null) {
    const second = readName(reading, shared.end)
    if (second !== null) {
      const end = ofSameEra(shared.value, second.value)
      const core = { start: at, end: second.end, from: shared.value, to: end }
      if (!/或者? ?$/.test(before(reading.text, shared.end, 3))) return core
      return eitherCore(core, [core.from, core.to])
    }
  }
  const pair = twoDays(reading, at)
  if (pair !== null) return pair
  const first = readName(reading, at)
  if (first === null) return null
  const single = { start: at, end: first.end, from: first.value }
  const { stated } = first.value
  if (stated.is === 'years' && stated.era === true) return reignWithYears(reading, single)
  if (stated.is === 'recent' || stated.is === 'day-of-year') return single
  return withOther(reading, single) ?? withEnd(reading, single)
}

/** 公元前5至3世纪: both are before Christ. */
function ofSameEra({ stated: from }: Name, end: Name): Name {
  if (from.is !== 'century' || end.stated.is !== 'century') return end
  const { century } = end.stated
  return from.century < 0 && century > 0
    ? { ...end, stated: { ...end.stated, century: -century } }
    : end
}

const listed = / ?(?:或者?|、) ?/y

/** 3月3日或5日, 3月或4月, 3日、4日或5日: one event on either of these dates, the earliest first. */
function withOther(reading: NameReading, single: Core): Core | null {
  const { text } = reading
  const names = [single.from]
  let { end } = single
  for (let link = matchAt(listed, text, end); link !== null; link = matchAt(listed, text, end)) {
    const place = end + link[0].length
    const about = matchAt(aboutSecond, text, place)?.[0].length ?? 0
    const name =
      yearOfSameEra(reading, single.from, place + about) ??
      readName(reading, place + about) ??
      dayInWords(reading, single.from, place + about)
    if (name === null) return null
    names.push(about > 0 ? { ...name.value, about: true } : name.value)
    ;({ end } = name)
    if (link[0].includes('或')) return eitherCore({ ...single, end }, names)
  }
  return null
}

/** Of dates that stand in order, each as far as those before it tell its parts. */
function eitherCore(single: Core, names: readonly Name[]): Core | null {
  const others = names.slice(1, -1)
  const to = names.at(-1)
  const isOrdered = names.every(
    (name, place) => place === 0 || areInOrder(names[place - 1] ?? name, name),
  )
  if (to === undefined || !isOrdered || !areAlike(names.slice(1))) return null
  return { ...single, to, isEither: true, ...(others.length > 0 && { others }) }
}

const pairOfDays = /(昨今|今明|明后)(?:两|这两)?[天日](?!报)/y
const pairStarts: Readonly<Record<string, number>> = { 昨今: -1, 今明: 0, 明后: 1 }

const dayOn = (add: number): Name => ({
  stated: { is: 'shift', from: 'source', unit: 'day', add },
  besides: [],
})

/** 今明两天. */
function twoDays({ text }: NameReading, at: number): Core | null {
  const match = matchAt(pairOfDays, text, at)
  if (match === null) return null
  const add = pairStarts[match[1] ?? ''] ?? 0
  return { start: at, end: at + match[0].length, from: dayOn(add), to: dayOn(add + 1) }
}

const begun = /(?:起|开始)?/y

function withEnd(reading: NameReading, single: Core): Core {
  const { text } = reading
  const sign = matchAt(begun, text, single.end)?.[0].length ?? 0
  const link = matchAt(to, text, single.end + sign) ?? turn(reading, single)
  if (link === null) return single
  const place = single.end + sign + link[0].length
  const about = matchAt(aboutSecond, text, place)?.[0].length ?? 0
  const second =
    yearOfSameEra(reading, single.from, place) ??
    readName(reading, place + about) ??
    weekdayEnd(reading, single.from, place) ??
    dayInWords(reading, single.from, place)
  if (second === null || !mayEnd(single.from, second.value)) return single
  const other = about > 0 ? { ...second.value, about: true } : second.value
  return { ...single, end: second.end, to: other }
}

/** 19世纪末20世纪初, 6月底7月初: without a word between them. */
function turn({ text }: NameReading, { from, end }: Core): RegExpExecArray | null {
  if (!isPart(from.stated, /^(?:end|late)$/)) return null
  const begins =
    /(?=(?:\d{1,4}|[一二三四五六七八九十]{1,3}|次|翌)(?:世纪|年代?|月)(?:的?初|[年月]初|早期))/y
  return matchAt(begins, text, end)
}

const isPart = (stated: Statement, part: RegExp): boolean =>
  [
    ...(stated.is === 'calendar' ? [stated.monthPart, stated.yearPart] : []),
    ...(stated.is === 'decade' || stated.is === 'century' ? [stated.part] : []),
  ].some((one) => typeof one === 'string' && part.test(one))

/** 下周二至周四. */
function weekdayEnd({ text }: NameReading, from: Name, at: number): NameRead<Name> | null {
  const day = from.stated.is === 'weekday' ? readWeekday(text, at) : null
  return day && { value: { stated: day.value, besides: [] }, end: day.end }
}

/** 民国十二年至十七年, 105年至107年: the second year is of the era of the first. */
function yearOfSameEra({ text }: NameReading, from: Name, at: number): NameRead<Name> | null {
  if (from.stated.is !== 'calendar' || from.stated.year === undefined) return null
  const { year, era, month } = from.stated
  if (month !== undefined || (era === undefined && !('inEra' in year))) return null
  const number = readYearNumber(text, at)
  if (number === null) return null
  const second: Count =
    era !== undefined
      ? { at: era + number.value - 1 }
      : { ...(year as YearOfEra), inEra: number.value }
  const flags = era === undefined ? {} : { era }
  return {
    value: { stated: { is: 'calendar', year: second, ...flags }, besides: [] },
    end: number.end,
  }
}

/** 四月二十日至二十三日: behind a day a number is a day. */
function dayInWords({ text }: NameReading, from: Name, at: number): NameRead<Name> | null {
  const { stated } = from
  const ofLunar = stated.is === 'lunar' && stated.day !== 'all' ? readLunarDay(text, at) : null
  if (ofLunar !== null) return { value: { stated: ofLunar.value, besides: [] }, end: ofLunar.end }
  if (stated.is !== 'lunar' && (stated.is !== 'calendar' || stated.day === undefined)) return null
  const day = readDay(text, at)
  const inWords = /^\d/.test(text.slice(at)) ? {} : { inWords: true as const }
  return (
    day && {
      value: { stated: { is: 'calendar', day: day.value, ...inWords }, besides: [] },
      end: day.end,
    }
  )
}

/** A day ends with a day, a year with a year; not 3月5日-2019年. */
function mayEnd(from: Name, second: Name): boolean {
  const { stated: end } = second
  if (end.is === 'recent' || end.is === 'clock') return false
  const start = from.stated
  if (start.is === 'calendar' && end.is === 'calendar')
    return start.day === undefined || end.day !== undefined || end.monthPart !== undefined
  return true
}

/** 元祐年间（1086年至1094年）. */
function reignWithYears(reading: NameReading, single: Core): Core {
  const { text } = reading
  if (text[single.end] !== '(') return single
  const inside = readCore(reading, single.end + 1)
  if (inside?.to === undefined || text[inside.end] !== ')') return single
  return { ...inside, start: single.start, end: inside.end + 1 }
}

const publication = /(?:发稿时?|本报截稿时?|记者发稿时?)(?:为止|止)?/y

export function phraseAt(
  text: string,
  at: number,
  now: number,
): Phrase | { readonly skipTo: number } | null {
  const reading = { text, now }
  const year = matchAt(fiscal, text, at)
  if (year !== null && !/\d$/.test(before(text, at, 1))) return fiscalYear(at, year[0])
  const skipTo = skipped(reading, at)
  if (skipTo !== null) return { skipTo }
  const core = readCore(reading, at)
  if (core !== null) return withWords(text, core)
  const entry = readEntry(text, at)
  if (entry === null) return null
  const place = { start: at, end: entry.end, coreStart: at, coreEnd: entry.end }
  return { ...place, from: { stated: entry.value, besides: [] }, claim: 'point', isEntry: true }
}

/** 截至发稿时. */
export function publicationAt(text: string, at: number): Phrase | null {
  const lead = asOfLead.exec(before(text, at, 6))
  const match = matchAt(publication, text, at)
  if (match === null || lead === null) return null
  const from: Name = { stated: { is: 'source' }, besides: [] }
  const endAt = at + match[0].length
  return {
    start: at - lead[0].length,
    end: endAt,
    coreStart: at,
    coreEnd: endAt,
    from,
    claim: 'asOf',
  }
}
