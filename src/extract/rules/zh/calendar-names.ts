// Chinese months, days and their parts: 同月22日, 11月初, 2023年下半年.
import { chineseNumber } from '../../text/numerals.ts'
import { before, matchAt, type NameRead } from '../../text/sticky.ts'
import type { CountedFrom, Count, MonthPart, Statement, YearPart } from '../stated.ts'

export type CalendarName = Extract<Statement, { is: 'calendar' }>

const small = '[一二三四五六七八九十廿卅]{1,3}'

const writtenMonth = new RegExp(
  `(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|元(?=月(?!球|宵))) ?月(?!龄|刊|薪|嫂|饼|子|革命|天(?!气)|兵变|流火|攻势|起义|政变|风暴|花)份?`,
  'y',
)
const relativeMonth =
  /(上上个?|上个?|下下个?|下个?|本|这个?|当|同|次|翌|该|那个?|隔)月(?!刊|饼|球|宫|亮|台|嫂)份?/y

const months: Readonly<Record<string, readonly [CountedFrom, number]>> = {
  上上: ['source', -2],
  上: ['source', -1],
  本: ['source', 0],
  这: ['source', 0],
  下: ['source', 1],
  下下: ['source', 2],
  当: ['text', 0],
  同: ['text', 0],
  该: ['text', 0],
  那: ['text', 0],
  次: ['text', 1],
  翌: ['text', 1],
  隔: ['text', 2],
}

export function readMonth(text: string, at: number): NameRead<Count> | null {
  const written = matchAt(writtenMonth, text, at)
  if (written !== null) {
    if (/(?:[\d.第每几数个百·]|(?<!周|星期|礼拜)[一二三四五六七八九十])$/.test(before(text, at, 3)))
      return null
    // 一月一次, 一月两回 are a rate.
    if (
      /^一月[一两]/.test(text.slice(at, at + 3)) &&
      !/^一月[一二]十?[日号]/.test(text.slice(at, at + 5))
    )
      return null
    const number = chineseNumber(written[1] ?? '')
    return { value: { at: number }, end: at + written[0].length }
  }
  const match = matchAt(relativeMonth, text, at)
  if (match === null) return null
  const [from, add] = months[(match[1] ?? '').replace('个', '')] ?? ['source', 0]
  return { value: { from, add }, end: at + match[0].length }
}

const writtenDay = new RegExp(`(3[01]|[12]\\d|0?[1-9]|${small}) ?[日号]`, 'y')
/** 8月30、31日: the day without its sign, where a list gives it. */
const listedDay = /(3[01]|[12]\d|0?[1-9])(?=(?:[、和及](?:3[01]|[12]\d|0?[1-9])){1,4}[日号])/y

export function readDay(text: string, at: number): NameRead<number> | null {
  const match = matchAt(writtenDay, text, at) ?? matchAt(listedDay, text, at)
  if (match === null) return null
  const day = chineseNumber(match[1] ?? '')
  return day >= 1 && day <= 31 ? { value: day, end: at + match[0].length } : null
}

const tenDays: Readonly<Record<string, MonthPart>> = {
  第一: 'week-1',
  第二: 'week-2',
  第三: 'week-3',
  第四: 'week-4',
  最后一: 'week-last',
  上中旬: 'first-twenty',
  中上旬: 'first-twenty',
  中下旬: 'last-twenty',
  上旬: 'first-ten',
  中旬: 'second-ten',
  下旬: 'last-ten',
  初: 'early',
  中: 'mid',
  底: 'end',
  末: 'end',
}
const monthPart =
  /(第[一二三四](?=个?(?:周|星期)(?![一二三四五六日末]))|最后一(?=个?(?:周|星期)(?![一二三四五六日末]))|上中旬|中上旬|中下旬|[上中下]旬|初(?![一二三四五六七八九十步审评中稿赛选始衷期级试学次])|[底末](?![部层价线板盘代端尾梢期])|中(?![国学心医队考介午央小级秋旬部文方东巴科原途断标奖签共亚美日韩英欧非华山石外老青有举秀进]))/y

export function readMonthPart(text: string, at: number): NameRead<MonthPart> | null {
  const match = matchAt(monthPart, text, at)
  const part = match && tenDays[match[1] ?? '']
  return match === null || part === null || part === undefined
    ? null
    : {
        value: part,
        end:
          at + match[0].length + (matchAt(weekSign, text, at + match[0].length)?.[0].length ?? 0),
      }
}

const weekSign = /(?<=[一二三四])个?(?:周|星期)/y

const seasons: Readonly<Record<string, YearPart>> = {
  春: 'spring',
  夏: 'summer',
  秋: 'autumn',
  冬: 'winter',
  底: 'end',
  末: 'end',
  年底: 'end',
  年末: 'end',
  岁末: 'end',
  初: 'start',
  年初: 'start',
  中: 'mid',
  年中: 'mid',
}
const seasonYear = /([今去明])(?=[春夏秋冬](?!装|令|奥|运|晚|节|耕|种|季学期|粮|收))/y

/** 今春, 去冬: the year before a season. */
export function readSeasonYear(text: string, at: number): NameRead<Count> | null {
  const match = matchAt(seasonYear, text, at)
  if (match === null) return null
  const add = match[1] === '今' ? 0 : match[1] === '去' ? -1 : 1
  return { value: { from: 'source', add }, end: at + 1 }
}

const quarter = /(?:第([一二三四1-4])季|([一二三四])季度|(首)季)度?(?!报|刊|节|稻|版)/y
const quarters = /(?:前|头)([二两三2-3])个?季度/y
const half = /([上下前后])半年/y
const firstMonths = /[前头首]([一二两三四五六七八九十]{1,2}|\d{1,2})个?月(?!龄)/y
const partOfYear = /年[底末初中](?![一二三四五六七八九十])|岁末/y
const yearEnd = /年[底末初](?![一二三四五六七八九十])|年中(?=[,。;、)]|$)|岁末/y
const season =
  /([春夏秋冬])(?:天|(?!天)(?:日|季(?!学期|招|运|高考|赛|攻势|行动|传染|防|会|拍))?(?![祭季运晚节耕种茶联招卷考游风城江装粮收播灌奥令训笋汛衣泳至眠虫分菊]))/y

const twoMonths = /([一二三四五六七八九])([二三四五六七八九十])月(?:间|份)?/y

/** 三四月间: two months by their numbers. */
function readTwoMonths(text: string, at: number): NameRead<YearPart> | null {
  const match = matchAt(twoMonths, text, at)
  const [first, second] = [match?.[1] ?? '', match?.[2] ?? ''].map(chineseNumber)
  if (match === null || first === undefined || second !== first + 1) return null
  if (/[\d第每几数个一二三四五六七八九十百、]$/.test(before(text, at, 1))) return null
  return { value: { months: [first, second] }, end: at + match[0].length }
}

/** Parts of a year; `bare` where no year stands before them. */
export function readYearPart(text: string, at: number, bare: boolean): NameRead<YearPart> | null {
  const two = readTwoMonths(text, at)
  if (two !== null) return two
  const one = matchAt(quarter, text, at)
  // Without a year 第三季 may be of a show.
  if (one !== null && !(bare && one[0].endsWith('季') && one[0].startsWith('第'))) {
    const first = (chineseNumber(one[1] ?? one[2] ?? '一') - 1) * 3 + 1
    return { value: { months: [first, first + 2] }, end: at + one[0].length }
  }
  const many = matchAt(quarters, text, at)
  if (many !== null) {
    const last = chineseNumber(many[1] ?? '') * 3
    return { value: { months: [1, last] }, end: at + many[0].length }
  }
  const halves = matchAt(half, text, at)
  if (halves !== null) {
    const first = /[上前]/.test(halves[1] ?? '')
    return { value: { months: first ? [1, 6] : [7, 12] }, end: at + halves[0].length }
  }
  const end = matchAt(bare ? yearEnd : partOfYear, text, at)
  if (end !== null && !/[\d前后]$/.test(before(text, at, 1)))
    return partOf(end[0], at + end[0].length)
  return bare ? null : readPartOfNamedYear(text, at)
}

const partOf = (word: string, end: number): NameRead<YearPart> | null => {
  const part = seasons[word]
  return part === undefined ? null : { value: part, end }
}

/** 2028年中完工; not 2028年中国. */
const middle = /(中)(?=完[工成]|竣工|落成|通车|开[放工业幕通]|投产|建成|启用|交付|前)/y

function readPartOfNamedYear(text: string, at: number): NameRead<YearPart> | null {
  const months = matchAt(firstMonths, text, at)
  if (months !== null) {
    const last = chineseNumber(months[1] ?? '')
    if (last >= 1 && last <= 12) return { value: { months: [1, last] }, end: at + months[0].length }
  }
  const match =
    matchAt(season, text, at) ?? matchAt(middle, text, at) ?? matchAt(monthPart, text, at)
  return match === null ? null : partOf(match[1] ?? '', at + match[0].length)
}
