// The words before and after a Chinese name of a date, and what they claim: 截至, 自…起, 约, 期间.
import { before, matchAt } from '../../text/sticky.ts'
import { isOfSome, type Claim, type Name, type Phrase } from '../stated.ts'

export interface Core {
  readonly start: number
  readonly end: number
  readonly from: Name
  readonly to?: Name
  readonly others?: readonly Name[]
  /** 3日或5日: it happened on one of them. */
  readonly isEither?: true
}

const since =
  /(?:起(?!因(?:[是为系于调不尚在,。、;]|$))(?![诉火飞草航获落伏立源码点薪义劲步跑名初床])(?:,?至今)?|以来|[到至](?:现在|如今)|至今(?![年天日晚早晨春夏秋冬])|迄今)/y
const started = /开始|启动/y
const already = /[^,。;、!?\n]{0,8}?以来/y
const end =
  /(?:或?之前|或?以前|前(?!后|夕|往|来|期|任|锋|线|方|台|身|进|言|夜|述|提|沿|端|景|列|[一二两三四五六七八九十\d]{1,3}(?:个|天|日|名|位|强|季度|周|年)))/y
const until = /(?:为止|截止|终止|结束|届满|到期|止(?!步|损|血|跌))/y
const later = /(?:之后|以后|后(?![天续期来台方勤卫备果遗人代]))/y
const throughout = /[全整]年|[全整]月/y
/** 2月间 says that it was in February, not that it went on through it; 某日, that it was one day. */
const during = /(?:期间|间(?![隔断谍]|接(?![获到报受])))(?:的?某一?[天日月年])?/y
/** At some time of it. */
const within = /[之以]?内(?![部容外蒙科地陆河存需政战衣销流])/y
const roughly = /(?:左右|前后|许)/y
/** 来自, 亲自, 独自 are other words. */
const fromLead = /(?:自从|(?<![来源出取选亲独各发私擅])自|从)\s?$/
export const asOfLead = /(?:截至|截止到|截止至|截止)(?:目前)? ?$/
const noLater = /(?:不晚于|不迟于|[最至]迟[于在]?|最晚[于在]?)\s?$/
const noEarlier = /不早于\s?$/
const toLead = /(?:一?直到|直至|延续至|持续到|至|到)\s?$/
const toStop =
  /(?:推迟|延期|延后|提前|顺延|增|升|降|减|提高|提升|下降|上升|调整|改|移|扩大|扩展|扩|加|涨|跌|达|等|轮|想|说|谈|提|看|回|来|拿|收|接|遇|碰|受|得)(?:至|到)\s?$/
const spanLead =
  /(?:期|览|续|延长|直|有效|开放|放假|休|用|留|营业|最迟|最晚|不晚于|持|停|展)(?:至|到)\s?$/
const boundaryLead = /(?:^|[,。;:!?、"“”‘’'()\s—]|不晚于|最迟|最晚)(?:至|到)\s?$/
const aboutLead = /(?:大约|约为|约|大概)\s?$/
/** The words before and after a name, and what they claim. */
export function withWords(text: string, core: Core): Phrase {
  const { lead, about, length } = beforeName(text, core)
  const trail =
    aroundFeast(text, core) ?? eitherOf(text, core, lead) ?? trailAfter(text, core, lead)
  const isLed = about || (trail.about && core.to === undefined)
  const from = isLed && !hasTime(core.from) ? { ...core.from, about: true } : core.from
  // 3月至5月左右: the words may be said of the last alone, and 约3月至5月 of the first.
  const to = core.to !== undefined && trail.about ? { ...core.to, about: true } : core.to
  const marks = [from, ...(core.others ?? []), ...(to === undefined ? [] : [to])]
  return {
    start: core.start - (trail.usesLead ? length : leadOfAbout(text, core)),
    end: trail.end,
    coreStart: core.start,
    coreEnd: core.end,
    from,
    ...(to === undefined ? {} : { to }),
    ...(core.others === undefined ? {} : { others: core.others }),
    claim: trail.claim,
    ...(isOfSome(marks, about || trail.about) && { doubt: 'scope-of-mark' as const }),
    ...(isCountToo(text, core, trail.claim) ? { doubt: 'day-or-count' as const } : {}),
    ...(trail.mayBeOnce === true ? { doubt: 'lasted-or-once' as const } : {}),
    ...(trail.isVague === true ? { doubt: 'convention' as const } : {}),
    ...(trail.isUnsure === true ? { doubt: 'words-beside' as const } : {}),
  }
}

/** 10日前 may be ten days ago, 2月内 within two months. */
function isCountToo(text: string, { from: { stated }, start, end }: Core, claim: Claim): boolean {
  const words = text.slice(start, end)
  if (stated.is !== 'calendar' || stated.year !== undefined) return false
  return stated.month === undefined
    ? claim === 'by' && stated.day !== undefined && /^\d+ ?日$/.test(words)
    : /^\d+ ?月$/.test(words) && matchAt(within, text, end) !== null
}

const hasTime = ({ stated, clock }: Name): boolean =>
  clock !== undefined || (stated.is === 'shift' && stated.unit === 'day')

/** The length of 约 directly before a name. */
const leadOfAbout = (text: string, { start }: Core): number =>
  aboutLead.exec(before(text, start, 4))?.[0].length ?? 0

/** 截至约2019年, 约自2019年起: 约 may stand on either side of the word before a name. */
function beforeName(text: string, core: Core) {
  const inner = leadOfAbout(text, core)
  const at = core.start - inner
  const lead = leadBefore(text, at, core.end)
  const outer = lead.is === null ? null : aboutLead.exec(before(text, at - lead.length, 4))
  const length = inner + lead.length + (outer?.[0].length ?? 0)
  return { lead, about: inner > 0 || outer !== null, length }
}

interface Lead {
  readonly is: 'from' | 'as-of' | 'until' | 'by' | 'after' | null
  readonly length: number
}

function leadBefore(text: string, at: number, end: number): Lead {
  const words = before(text, at, 10)
  const asOf = asOfLead.exec(words)
  if (asOf !== null) return { is: 'as-of', length: asOf[0].length }
  const from = fromLead.exec(words)
  if (from !== null) return { is: 'from', length: from[0].length }
  const latest = noLater.exec(words)
  if (latest !== null) return { is: 'by', length: latest[0].length }
  const earliest = noEarlier.exec(words)
  if (earliest !== null) return { is: 'after', length: earliest[0].length }
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
  /** It went on through that time, or happened once in it. */
  readonly mayBeOnce?: true
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
  const rough = matchAt(roughly, text, core.end)
  const at = core.end + (rough?.[0].length ?? 0)
  const isMore = [since, end, until, later, during, throughout, within].some((one) =>
    matchAt(one, text, at),
  )
  const isUnsure = lead.is !== null || isMore ? ({ isUnsure: true } as const) : {}
  return { claim: 'either', end: at, usesLead: false, about: rough !== null, ...isUnsure }
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
  if (core.to !== undefined) return trailOfRange(text, at, lead, trail)
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

type MakeTrail = (claim: Claim, length: number, usesLead?: boolean) => Trail

/** 3月至5月 lasted; 3月至5月间 may be some day within, and 3月至5月间某日 is. */
function trailOfRange(text: string, at: number, lead: Lead, trail: MakeTrail): Trail {
  const words = (matchAt(during, text, at) ?? matchAt(within, text, at))?.[0]
  const told = trail('lasted', words?.length ?? 0, lead.is === 'from')
  if (words === undefined) return told
  return words.includes('某') ? { ...told, claim: 'point' } : { ...told, mayBeOnce: true }
}

function trailOfName(text: string, core: Core, lead: Lead, trail: MakeTrail): Trail {
  const at = trail('point', 0).end
  const onwards = matchAt(since, text, at)
  if (onwards !== null) return trail('since', onwards[0].length)
  if (lead.is === 'after') return trail('after', 0)
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
  const whole = matchAt(throughout, text, at)
  if (whole !== null) return trail('lasted', whole[0].length)
  const claim = lastsByItself(core.from) ? 'lasted' : 'point'
  const inside = matchAt(during, text, at) ?? matchAt(within, text, at)
  if (inside !== null) return trail(inside[0].includes('某') ? 'point' : claim, inside[0].length)
  const after = matchAt(later, text, at)
  if (after !== null && !isCounted(core.from)) return trail('after', after[0].length)
  // 光绪年间, 二三十年代
  const isAge = core.from.stated.is === 'years'
  return { ...trail(claim, 0, false), ...(isAge && { mayBeOnce: true }) }
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
