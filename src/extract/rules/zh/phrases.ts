// Chinese phrases that state a date: a name or a range with the words that decide its kind.
import { before, matchAt, type NameRead } from '../../text/sticky.ts'
import {
  fiscalYear,
  type Claim,
  type Count,
  type Name,
  type Phrase,
  type YearOfEra,
} from '../stated.ts'
import { readDay } from './calendar-names.ts'
import { readYearNumber } from './year-names.ts'
import { readEntry } from './feast-names.ts'
import { readName, readSharedStart } from './names.ts'
import { fiscal, skipped } from './no-dates.ts'
import type { NameReading } from './statement.ts'
import { readWeekday } from './relative-names.ts'

export const trigger =
  /[全是\d〇零一二两三四五六七八九十百廿卅半今昨前明后去大上下本当同次翌第这那该来隔此其又再过时近不即日周星礼农阴旧夏古闰正腊冬年月岁头转公西除春元端中重清国劳儿妇植建教平圣初东南北汉魏晋宋齐梁陈隋唐元明永延汉和本阳嘉熹光兴黄太青景甘咸泰开仁义武贞显龙麟乾总上仪调耀淳弘垂天长万神圣先至宝广宝贞长大会乾僖文昭雍端淳道庆皇治熙绍崇政重宣靖炎隆嘉祥统德贞致顺洪宪成弘隆历昌启顺康雍道咸同光宣民令每逢历往发记早上凌傍深午夜晚立惊谷芒处白霜寒雨小夏秋民财F《〈]/g

const since =
  /(?:起(?!因(?:[是为系于调不尚在,。、;]|$))(?![诉火飞草航获落伏立源码点薪义劲步跑名初床])(?:,?至今)?|以来|[到至](?:现在|如今)|至今(?![年天日晚早晨春夏秋冬])|迄今)/y
const started = /开始|启动/y
const already = /[^,。;、!?\n]{0,8}?以来/y
const end =
  /(?:或?之前|或?以前|前(?!后|夕|往|来|期|任|锋|线|方|台|身|进|言|夜|述|提|沿|端|景|列|[一二两三四五六七八九十\d]{1,3}(?:个|天|日|名|位|强|季度|周|年)))/y
const until = /(?:为止|截止|终止|结束|届满|到期|止(?!步|损|血|跌))/y
const later = /(?:之后|以后|后(?![天续期来台方勤卫备果遗人代]))/y
const during = /(?:期间|间(?![隔断谍]|接(?![获到报受]))|全年|全月|内(?![部容外蒙科]))/y
const roughly = /(?:左右|前后|许)/y
const to = / ?(?:至|到|-{1,2}|~) ?(?!今(?![年天日晚早晨春夏秋冬]))/y
/** 来自, 亲自, 独自 are other words. */
const fromLead = /(?:自从|(?<![来源出取选亲独各发私擅])自|从)\s?$/
const asOfLead = /(?:截至|截止到|截止至|截止)(?:目前)? ?$/
const toLead = /(?:一?直到|直至|延续至|持续到|至|到)\s?$/
const toStop =
  /(?:推迟|延期|延后|提前|顺延|增|升|降|减|提高|提升|下降|上升|调整|改|移|扩大|扩展|扩|加|涨|跌|达|等|轮|想|说|谈|提|看|回|来|拿|收|接|遇|碰|受|得)(?:至|到)\s?$/
const spanLead =
  /(?:期|览|续|延长|直|有效|开放|放假|休|用|留|营业|最迟|最晚|不晚于|持|停|展)(?:至|到)\s?$/
const boundaryLead = /(?:^|[,。;:!?、"“”‘’'()\s—]|不晚于|最迟|最晚)(?:至|到)\s?$/
const aboutLead = /(?:大约|约为|约|大概)\s?$/
const aboutSecond = /(?:大约|约为|约|大概)?/y

interface Core {
  readonly start: number
  readonly end: number
  readonly from: Name
  readonly to?: Name
  /** 3日或5日: it happened on one of them. */
  readonly isEither?: true
}

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
      const core = { start: at, end: second.end, from: shared.value, to: second.value }
      if (!/或者? ?$/.test(before(reading.text, shared.end, 3))) return core
      return areInOrder(core.from, core.to) ? { ...core, isEither: true } : null
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

const or = / ?或者? ?/y

/** 3月3日或5日, 3月或4月: one event on either of two dates, the earlier first. */
function withOther(reading: NameReading, single: Core): Core | null {
  const link = matchAt(or, reading.text, single.end)
  if (link === null) return null
  const place = single.end + link[0].length
  const second = readName(reading, place) ?? dayInWords(reading, single.from, place)
  return second !== null && areInOrder(single.from, second.value)
    ? { ...single, end: second.end, to: second.value, isEither: true }
    : null
}

/** True for two days, months or years, of which the second lacks no part that the first has not told. */
function areInOrder({ stated: a }: Name, { stated: b, besides, clock }: Name): boolean {
  if (a.is !== 'calendar' || b.is !== 'calendar' || besides.length > 0 || clock !== undefined)
    return false
  if ([a, b].some(({ monthPart, yearPart, side }) => monthPart ?? yearPart ?? side)) return false
  const isAlike = (a.day === undefined) === (b.day === undefined)
  const namesMonth = a.month !== undefined || b.month === undefined
  const isMonth = b.day !== undefined || (a.month === undefined) === (b.month === undefined)
  if (!isAlike || !namesMonth || !isMonth) return false
  const differing = [
    [a.year, b.year ?? a.year],
    [a.month, b.month ?? a.month],
  ].find(([one, other]) => atOf(one) !== atOf(other))
  const [one, other] = differing?.map(atOf) ?? [a.day, b.day]
  return one !== undefined && other !== undefined && one < other
}

const atOf = (count: Count | undefined): number | undefined =>
  count !== undefined && 'at' in count ? count.at : undefined

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
  const link = matchAt(to, text, single.end + sign)
  if (link === null) return single
  const place = single.end + sign + link[0].length
  const about = matchAt(aboutSecond, text, place)?.[0].length ?? 0
  const second =
    yearOfSameEra(reading, single.from, place) ??
    readName(reading, place + about) ??
    weekdayEnd(reading, single.from, place) ??
    dayInWords(reading, single.from, place)
  if (second === null || !mayEnd(single.from, second.value)) return single
  return { ...single, end: second.end, to: second.value }
}

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
  if (from.stated.is !== 'calendar' || from.stated.day === undefined) return null
  const day = readDay(text, at)
  return day && { value: { stated: { is: 'calendar', day: day.value }, besides: [] }, end: day.end }
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

/** The words before and after a name, and what they claim. */
function withWords(text: string, core: Core): Phrase {
  const lead = leadBefore(text, core.start, core.end)
  const about = aboutLead.exec(before(text, core.start, 4))
  const trail =
    aroundFeast(text, core) ?? eitherOf(text, core, lead) ?? trailAfter(text, core, lead)
  const aboutWords = trail.about || about !== null
  const from = aboutWords && !hasTime(core.from) ? { ...core.from, about: true } : core.from
  const second = core.to !== undefined && about !== null ? { ...core.to, about: true } : core.to
  const leadLength = trail.usesLead ? lead.length : (about?.[0].length ?? 0)
  return {
    start: core.start - leadLength,
    end: trail.end,
    coreStart: core.start,
    coreEnd: core.end,
    from,
    ...(second === undefined ? {} : { to: second }),
    claim: trail.claim,
    ...(isCountToo(text, core, trail.claim) ? { doubt: 'day-or-count' as const } : {}),
    ...(trail.isVague === true ? { doubt: 'convention' as const } : {}),
    ...(trail.isUnsure === true ? { doubt: 'words-beside' as const } : {}),
  }
}

const isCountToo = (text: string, { from, start, end }: Core, claim: Claim): boolean =>
  claim === 'by' &&
  from.stated.is === 'calendar' &&
  from.stated.month === undefined &&
  from.stated.day !== undefined &&
  /^\d+ ?日$/.test(text.slice(start, end))

const hasTime = ({ stated, clock }: Name): boolean =>
  clock !== undefined || (stated.is === 'shift' && stated.unit === 'day')

interface Lead {
  readonly is: 'from' | 'as-of' | 'until' | 'by' | null
  readonly length: number
}

function leadBefore(text: string, at: number, end: number): Lead {
  const words = before(text, at, 10)
  const asOf = asOfLead.exec(words)
  if (asOf !== null) return { is: 'as-of', length: asOf[0].length }
  const from = fromLead.exec(words)
  if (from !== null) return { is: 'from', length: from[0].length }
  const to = toLead.exec(words)
  if (to === null || toStop.test(words)) return { is: null, length: 0 }
  if (spanLead.test(words) || /(?:直到|直至|延续至|持续到)\s?$/.test(words))
    return { is: 'until', length: to[0].length }
  // 开到6月30日为止: both words say it.
  const isClosed = text.startsWith('为止', end)
  return boundaryLead.test(words) || isClosed || at - to[0].length === 0
    ? { is: 'by', length: to[0].length }
    : { is: null, length: 0 }
}

interface Trail {
  readonly claim: Claim
  readonly end: number
  readonly usesLead: boolean
  readonly about: boolean
  /** Nobody can tell its bounds. */
  readonly isVague?: true
  /** What the words around it claim, no date of the profile holds. */
  readonly isUnsure?: true
}

const feastWords = /(?:节|除夕|元旦|元宵|端午|七夕|中秋|重阳|清明|冬至|国庆|五一|圣诞|新年)$/
const around = /(?:前后|前夕|期间|前夜|前一[天日晚]|后一[天日])/y

/** 清明节前后, 春节期间: about that day; how many days it means is not agreed. */
function aroundFeast(text: string, { start, end, to: second }: Core): Trail | null {
  const words = matchAt(around, text, end)
  if (words === null || second !== undefined || !feastWords.test(text.slice(start, end)))
    return null
  return { claim: 'point', end: end + words[0].length, usesLead: false, about: true, isVague: true }
}

/** 3日或5日; 截至3日或5日 and 3日或5日起 are for a person to settle. */
function eitherOf(text: string, core: Core, lead: Lead): Trail | null {
  if (core.isEither !== true) return null
  const isMore = [since, end, until, later, during].some((one) => matchAt(one, text, core.end))
  const isUnsure = lead.is !== null || isMore ? ({ isUnsure: true } as const) : {}
  return { claim: 'either', end: core.end, usesLead: false, about: false, ...isUnsure }
}

function trailAfter(text: string, core: Core, lead: Lead): Trail {
  const rough = matchAt(roughly, text, core.end)
  const at = core.end + (rough?.[0].length ?? 0)
  const trail = (claim: Claim, length: number, usesLead = true): Trail => ({
    claim,
    end: at + length,
    usesLead,
    about: rough !== null,
  })
  const { stated } = core.from
  if (stated.is === 'recent' || stated.is === 'day-of-year') return trail('point', 0, false)
  if (core.to !== undefined)
    return trail('lasted', matchAt(during, text, at)?.[0].length ?? 0, lead.is === 'from')
  if (lead.is === 'as-of') return trail('asOf', matchAt(until, text, at)?.[0].length ?? 0)
  const untilWords = lead.is === null ? null : matchAt(until, text, at)
  // 直到3月才贯通: it happened then.
  if (lead.is === 'until' && /^[^,。;]{0,6}才/.test(text.slice(at, at + 8)))
    return trail('point', 0, false)
  if (lead.is === 'until' || (lead.is === 'by' && untilWords !== null))
    return trail(
      'until',
      /^(?:为止|止)/.test(untilWords?.[0] ?? '') ? (untilWords?.[0].length ?? 0) : 0,
    )
  return trailOfName(text, core, lead, trail)
}

function trailOfName(
  text: string,
  core: Core,
  lead: Lead,
  trail: (claim: Claim, length: number, usesLead?: boolean) => Trail,
): Trail {
  const at = trail('point', 0).end
  const onwards = matchAt(since, text, at)
  if (onwards !== null) return trail('since', onwards[0].length)
  if (lead.is === 'by') return trail('by', matchAt(end, text, at)?.[0].length ?? 0)
  const ending = matchAt(end, text, at)
  if (ending !== null && core.from.stated.is !== 'weeks')
    return trail('by', ending[0].length, false)
  if (lead.is === 'from') {
    const words = matchAt(started, text, at) ?? matchAt(already, text, at)
    if (words !== null) return trail('since', words[0].length)
    // 从去年的8件增至…: one side of a comparison.
    const isDay =
      core.from.stated.is === 'shift' ||
      (/从\s?$/.test(before(text, core.start, 2)) && namesDay(core.from))
    return text.startsWith('的', at) || isDay ? trail('point', 0, false) : trail('since', 0)
  }
  const inside = matchAt(during, text, at)
  if (inside !== null) return trail('lasted', inside[0].length)
  const after = matchAt(later, text, at)
  if (after !== null && !isCounted(core.from)) return trail('after', after[0].length)
  return trail(lastsByItself(core.from) ? 'lasted' : 'point', 0, false)
}

const namesDay = ({ stated }: Name): boolean => stated.is === 'calendar' && stated.day !== undefined

const isCounted = ({ stated }: Name): boolean =>
  stated.is === 'shift' || stated.is === 'weeks' || stated.is === 'weekday'

/** Weeks, quarters and halves are told of as a whole. */
const lastsByItself = ({ stated }: Name): boolean =>
  (stated.is === 'shift' && stated.unit === 'week') ||
  stated.is === 'quarter' ||
  stated.is === 'years' ||
  (stated.is === 'calendar' && typeof stated.yearPart === 'object') ||
  (stated.is === 'weekday' && stated.weekday === 6.5)
