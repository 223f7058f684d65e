// Chinese phrases that state a date: a name or a range with the words that decide its kind.
import { before, matchAt, type NameRead } from '../sticky.ts'
import { fiscalYear, type Claim, type Name, type Phrase } from '../stated.ts'
import { readEntry } from './feast-names.ts'
import { readName, readSharedStart } from './names.ts'
import type { NameReading } from './statement.ts'
import { readWeekday } from './relative-names.ts'

export const trigger =
  /[全\d〇零一二两三四五六七八九十百廿卅半今昨前明后去大上下本当同次翌第这那该来隔此其又再过时近不即日周星礼农阴旧夏古闰正腊冬年月岁头转公西除春元端中重清国劳儿妇植建教平圣初东南北汉魏晋宋齐梁陈隋唐元明永延汉和本阳嘉熹光兴黄太青景甘咸泰开仁义武贞显龙麟乾总上仪调耀淳弘垂天长万神圣先至宝广宝贞长大会乾僖文昭雍端淳道庆皇治熙绍崇政重宣靖炎隆嘉祥统德贞致顺洪宪成弘隆历昌启顺康雍道咸同光宣民令每逢历往发记早上凌傍深午夜晚立惊谷芒处白霜寒雨小夏秋民财F《〈]/g

const title = /[《〈][^》〉\n]{0,80}[》〉]/y
const habit =
  /(?:每年|每月|每个?星期|每周|每日|每天|每晚|每早|每逢|逢|历年|往年|历届|每到|每|常年)(?!次|个|人|名|户|家|位|项|场|所|件|辆|股|吨|亩|公)/y
const habitList = / ?(?:[、,和及至到~-]{1,2}|每[周月日天年]) ?/y
/** Periods whose ends no text gives: holidays, terms, fiscal years. */
const unnamed =
  /(?:(?:今|去|前|明|本|上|当|同|次)年|\d{4}年?)?(?:的)?(?:(?:春节|国庆节?|五一|元旦|中秋节?|端午节?|清明节?|劳动节|双节|圣诞)(?:假期|长假|连假|小长假|黄金周|假日)|(?<!年的?)(?:春节|国庆节?|五一|元旦|中秋节?|端午节?|清明节?|劳动节|双节|圣诞节?|农历新年)(?:期间)|[暑寒]假|[暑寒]期|春运|[春秋]季学期|第?[一二]学期|学年|财年|财政年度|汛期|入[汛夏冬秋春]|开春)(?:以来|期间|起)?/y
/** Years that begin on a day that the text does not tell: 2019-20学年, 109學年度, FY2020. */
const fiscal =
  /(?:(?:\d{4}(?:年? ?[-~至/] ?\d{2,4})?年?|民国\d{2,3}|\d{2,3})(?:学年度?|财年|财政年度|会计年度)|(?:FY|财年) ?\d{4}(?:[-/]\d{2,4})?)(?![\d-])/y
/** “21世纪的谜题”: a name of something. */
const quotedName = /\d{1,2}世纪的?[^"”」』,。;!?\n]{1,8}(?=["”」』])/y
/** 判处2年4月: a term, not the fourth month. */
const term = /\d{1,2}年\d{1,2}个?月(?=有期|徒刑|的?刑)|\d年\d{1,2}个?月/y
const scheme = /\d[·.+]\d{1,2}/y

/** Words that are no date though they look like one: where to go on. */
function skipped(reading: NameReading, at: number): number | null {
  const { text } = reading
  const quoted = matchAt(title, text, at)
  if (quoted !== null) return at + quoted[0].length
  const period = matchAt(unnamed, text, at)
  if (period !== null && !/\d$/.test(before(text, at, 1))) return at + period[0].length
  const name = matchAt(quotedName, text, at)
  if (name !== null && /["“「『]$/.test(before(text, at, 1))) return at + name[0].length
  const long = matchAt(term, text, at)
  if (long !== null && !/[\d〇零一二三四五六七八九十国元和正治成]$/.test(before(text, at, 1)))
    return at + long[0].length
  const sign = matchAt(scheme, text, at)
  if (
    sign !== null &&
    !/\d$/.test(before(text, at, 1)) &&
    !/^\.\d/.test(text.slice(at + sign[0].length, at + sign[0].length + 2))
  )
    return at + sign[0].length
  const often = matchAt(habit, text, at)
  if (often === null) return null
  return endOfHabit(reading, at + often[0].length)
}

const hours =
  / ?(?:凌晨|早上|上午|中午|下午|晚上|晚)?\d{1,2}(?:[时点](?:\d{1,2}分|半)?|:\d{2})(?: ?[至到~-]{1,2} ?(?:次日|当日|翌日)?(?:凌晨|早上|上午|中午|下午|晚上|晚)?\d{1,2}(?:[时点](?:\d{1,2}分|半)?|:\d{2}))?/y
const weekdayAlone =
  /(?:(?:周|星期|礼拜)?[一二三四五六日天末]|周)(?=[至到、,和及~\d下上晚早凌中无例固的]|$)/y

/** 每周一至周五9时至17时: the whole habit. */
function endOfHabit(reading: NameReading, at: number): number {
  const { text } = reading
  let place = at
  for (let count = 0; count < 6; count++) {
    const day = matchAt(weekdayAlone, text, place)
    const name = day === null ? readName(reading, place) : null
    const time = day === null && name === null ? matchAt(hours, text, place) : null
    const end =
      day === null ? (name?.end ?? place + (time?.[0].length ?? 0)) : place + day[0].length
    if (end === place) break
    place = end
    const more = matchAt(habitList, text, place)
    if (more !== null) place += more[0].length
  }
  return Math.max(place, at)
}

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
}

/** A name or a range at a place. */
function readCore(reading: NameReading, at: number): Core | null {
  const shared = readSharedStart(reading, at)
  if (shared !== null) {
    const second = readName(reading, shared.end)
    if (second !== null) return { start: at, end: second.end, from: shared.value, to: second.value }
  }
  const pair = twoDays(reading, at)
  if (pair !== null) return pair
  const first = readName(reading, at)
  if (first === null) return null
  const single = { start: at, end: first.end, from: first.value }
  const { stated } = first.value
  if (stated.is === 'years' && stated.era === true) return reignWithYears(reading, single)
  if (stated.is === 'recent' || stated.is === 'day-of-year') return single
  return withEnd(reading, single)
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
  const link = matchAt(to, text, single.end + sign)
  if (link === null) return single
  const place = single.end + sign + link[0].length
  const about = matchAt(aboutSecond, text, place)?.[0].length ?? 0
  const second = readName(reading, place + about) ?? weekdayEnd(reading, single.from, place)
  if (second === null || !mayEnd(single.from, second.value)) return single
  return { ...single, end: second.end, to: second.value }
}

/** 下周二至周四. */
function weekdayEnd({ text }: NameReading, from: Name, at: number): NameRead<Name> | null {
  const day = from.stated.is === 'weekday' ? readWeekday(text, at) : null
  return day && { value: { stated: day.value, besides: [] }, end: day.end }
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
  const trail = aroundFeast(text, core) ?? trailAfter(text, core, lead)
  const abroad = /(?:当地|[美英日韩法德俄东西]部?|北美|欧洲|格林尼治)(?:国|本)?时间 ?$/.test(
    before(text, core.start, 8),
  )
  const aboutWords = trail.about || about !== null
  const named = abroad ? withoutClock(core.from) : core.from
  const from = aboutWords && !hasTime(named) ? { ...named, about: true } : named
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
  }
}

const isCountToo = (text: string, { from, start, end }: Core, claim: Claim): boolean =>
  claim === 'by' &&
  from.stated.is === 'calendar' &&
  from.stated.month === undefined &&
  from.stated.day !== undefined &&
  /^\d+ ?日$/.test(text.slice(start, end))

/** A clock of another zone tells the day at most. */
function withoutClock({ stated, besides }: Name): Name {
  return { stated, besides }
}

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
