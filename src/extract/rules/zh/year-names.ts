// Chinese years: 2026年, 去年, 民国二十三年, 同治甲戌, 98年.
import { chineseNumber } from '../../text/numerals.ts'
import { before, matchAt, type NameRead } from '../../text/sticky.ts'
import type { CountedFrom, Count, Statement } from '../stated.ts'
import { readEra, type EraName } from './eras.ts'

const cn = '〇零一二三四五六七八九'
const small = '[一二三四五六七八九十廿卅]{1,3}'

/** Years that a number of four digits alone may name. */
const plausible = (year: number): boolean => year >= 1000 && year <= 2199

const writtenYear = new RegExp(
  `(公元前|西元前|公元|西元)? ?(\\d{1,4}|[${cn}]{4})(?= ?年)|(公元前|西元前|公元|西元) ?(${small}百?${small}|\\d{1,4})(?= ?年)`,
  'y',
)
const yearSign =
  / ?年(?!度(?:报告|报表|财报|计划|预算|决算|考核|审计|人物|总结|十大|目标)|级|龄|版(?![权画面税]|图(?!纸))|款(?![项待式])|代(?!表|理|替|办|课)|的?历史|的[文建][明城]史|来(?![到华校访自京])|之久)度?/y
/** 1850、1851或1853年: the year without its sign, where a list gives it. */
const listedYear = new RegExp(
  `(\\d{4})(?=(?: ?、 ?\\d{4}){0,4} ?(?:、|、?(?:或者?|以?及|和|与)) ?\\d{4}${yearSign.source})`,
  'y',
)
const relativeYear =
  /(大前|前一|后一|上一|下一|这一|第二|[今去前明后本当同次翌上来那该转]|(?<=(?:^|[,。;\n ]))是|隔(?=年(?!一|举|开花|体检|结果)))年(?!级|龄|[表谱鉴]|代(?!表)|度?同期)度?/y
const listedInEra = `(?=(?:、(?:${small}|\\d{1,3})){0,3}或者?(?:${small}|\\d{1,3}) ?年(?!级|代))`
const yearOfEra = new RegExp(
  `(?:皇帝|帝)?(元|[${cn}]{3}|(?:${small})?百零?${small}|${small}|\\d{1,3})(?: ?年(?!级|代|间)|${listedInEra})`,
  'y',
)
const years: Readonly<Record<string, readonly [CountedFrom, number]>> = {
  大前: ['source', -3],
  前: ['source', -2],
  去: ['source', -1],
  今: ['source', 0],
  本: ['source', 0],
  明: ['source', 1],
  来: ['source', 1],
  后: ['source', 2],
  上: ['text', -1],
  上一: ['text', -1],
  前一: ['text', -1],
  当: ['text', 0],
  同: ['text', 0],
  那: ['text', 0],
  是: ['text', 0],
  该: ['text', 0],
  这一: ['text', 0],
  次: ['text', 1],
  翌: ['text', 1],
  隔: ['text', 1],
  转: ['text', 1],
  第二: ['text', 1],
  后一: ['text', 1],
  下一: ['text', 1],
}

interface Year {
  readonly count: Count
  /** The first year of its era. */
  readonly era: number | null
}

export function readYear(text: string, at: number): NameRead<Year> | null {
  return (
    readWrittenYear(text, at) ??
    readListedYear(text, at) ??
    readRelativeYear(text, at) ??
    readEraYear(text, at) ??
    readNumberedYear(text, at) ??
    readYearOfEra(text, at)
  )
}

function readListedYear(text: string, at: number): NameRead<Year> | null {
  const match = matchAt(listedYear, text, at)
  const year = Number(match?.[1])
  if (match === null || !plausible(year) || /[\d.第每-]$/.test(before(text, at, 1))) return null
  return { value: { count: { at: year }, era: null }, end: at + match[0].length }
}

function readWrittenYear(text: string, at: number): NameRead<Year> | null {
  const match = matchAt(writtenYear, text, at)
  if (match === null || /[\d.第每]$|[A-Za-z]-$/.test(before(text, at, 2))) return null
  const era = match[1] ?? match[3] ?? ''
  const digits = match[2] ?? match[4] ?? ''
  const number = chineseNumber(digits)
  if (era === '' && (digits.length !== 4 || !plausible(number))) return null
  if (era === '' && /距今[约近已有达超过]{0,3}$/.test(before(text, at, 6))) return null
  const sign = matchAt(yearSign, text, at + match[0].length)
  if (sign === null || !(number > 0)) return null
  const year = era.endsWith('前') ? 1 - number : number
  return { value: { count: { at: year }, era: null }, end: at + match[0].length + sign[0].length }
}

function readRelativeYear(text: string, at: number): NameRead<Year> | null {
  const match = matchAt(relativeYear, text, at)
  if (match === null) return null
  const word = match[1] ?? ''
  const [from, add] = years[word] ?? ['source', 0]
  if (/^[前后]$/.test(word) && /[\d以之今战百千万数多]$/.test(before(text, at, 1))) return null
  // 十来年前 is a length of time.
  if (word === '来' && /[一二三四五六七八九十百千]$/.test(before(text, at, 1))) return null
  return { value: { count: { from, add }, era: null }, end: at + match[0].length }
}

function readEraYear(text: string, at: number): NameRead<Year> | null {
  const earlier = matchAt(beforeMinguo, text, at)
  if (earlier !== null) {
    const year = 1912 - chineseNumber(earlier[1] ?? '')
    return { value: { count: { at: year }, era: null }, end: at + earlier[0].length }
  }
  const named = readEra(text, at)
  const match = named && matchAt(yearOfEra, text, named.end)
  if (named !== null && match === null) return readCyclicYear(text, named)
  if (named === null || match === null) return null
  const number = chineseNumber(match[1] ?? '')
  const year = named.era.first + number - 1
  if (!(number > 0) || year > named.era.last) return null
  const end = afterSameYear(text, named.end + match[0].length, year)
  return { value: { count: { at: year }, era: named.era.first }, end }
}

const yearNumber = new RegExp(
  `(元|${small}|\\d{1,3})(?: ?年(?!级|代|[前后来多]|之)|${listedInEra})`,
  'y',
)

/** 十七年: the number of a year of an era named before it. */
export function readYearNumber(text: string, at: number): NameRead<number> | null {
  const match = matchAt(yearNumber, text, at)
  const number = chineseNumber(match?.[1] ?? '')
  return match === null || !(number > 0) ? null : { value: number, end: at + match[0].length }
}

const sameYear =
  /\((?:公元|西元|即)?(\d{4})年?\)(?=\d{1,2}月|[一二三四五六七八九十]{1,2}月|[春夏秋冬])/y

/** 大正10年（1921年）4月: the year again, between it and its month. */
function afterSameYear(text: string, at: number, year: number): number {
  const match = matchAt(sameYear, text, at)
  return match !== null && Number(match[1]) === year ? at + match[0].length : at
}

/** 民国前3年, 民前五年: so many years before 1912. */
const beforeMinguo = new RegExp(`民国?前(\\d{1,3}|${small}) ?年(?![内间])`, 'y')

const cyclic = /([甲乙丙丁戊己庚辛壬癸])([子丑寅卯辰巳午未申酉戌亥])(?:年|岁)?/y

/** 乾隆己卯: the year of that name in the sixty-year cycle; an era of more than sixty has some twice. */
function readCyclicYear(text: string, { era, end }: EraName): NameRead<Year> | null {
  const match = matchAt(cyclic, text, end)
  if (match === null) return null
  const stem = '甲乙丙丁戊己庚辛壬癸'.indexOf(match[1] ?? '')
  const branch = '子丑寅卯辰巳午未申酉戌亥'.indexOf(match[2] ?? '')
  const years = Array.from({ length: 62 }, (_, add) => era.first + add).filter(
    (year) => year <= era.last && (year - 4) % 10 === stem && (year - 4) % 12 === branch,
  )
  const [year] = years
  if (year === undefined || years.length > 1) return null
  return { value: { count: { at: year }, era: era.first }, end: end + match[0].length }
}

const bareYear =
  /(元|[二三四五六七八九]?十[一二三四五六七八九]?|一?百(?:零[一二三四五六七八九]|一十[一二三四五六七八九]?)|廿[一二三四五六七八九]?)年(?![后前来多余间之以内里时的个半代级龄期制])/y

const numberedYear = /[今去明前]\((\d{2,4})\)年/y

/** 明（117）年, as papers of Taiwan write: the number tells, by the era or by the calendar. */
function readNumberedYear(text: string, at: number): NameRead<Year> | null {
  const match = matchAt(numberedYear, text, at)
  if (match === null) return null
  const number = Number(match[1])
  const year = number < 200 ? number + 1911 : number
  return { value: { count: { at: year }, era: null }, end: at + match[0].length }
}

/** 六三年: two digits of a year; 七八年 may be seven or eight years. */
const spokenYear = /([三四五六七八九〇零])([〇零一二三四五六七八九])年(?![级前后来多代间内期])/y

function readSpokenYear(text: string, at: number): NameRead<Year> | null {
  const match = matchAt(spokenYear, text, at)
  if (match === null || !/(?:^|[,。;、\n“「『(在于从])$/.test(before(text, at, 1))) return null
  const [ten, one] = [match[1] ?? '', match[2] ?? ''].map((digit) => chineseNumber(digit))
  if (ten === undefined || one === undefined || one === ten + 1) return null
  return { value: { count: { short: ten * 10 + one }, era: null }, end: at + match[0].length }
}

const bareNumber =
  /(1[01]\d(?=年(?:\d{1,2}月|[初底春夏秋冬](?!天)))|\d{2})年(?![来前后多间内龄过了如不里磨风]|以[来前后内上]|[的之]?(?:历史|时间|期))/y

/** 109年 opens its clause: a year of the Republic of China, or a length of time. */
const bareMinguo =
  /(1[01]\d)年(?![来前后多间内龄过了如不里磨风度级代]|以[来前后内上]|[的之]?(?:历史|时间|期|传承|校庆|庆|寿)|[,。;、])/y

/** 四十二年 at the start of a clause: of the era named before, if one was. */
function readYearOfEra(text: string, at: number): NameRead<Year> | null {
  const digits = matchAt(bareNumber, text, at)
  if (digits !== null && mayBeYear(text, at, digits[1] ?? ''))
    return {
      value: { count: numberInEra(text, at, digits), era: null },
      end: at + digits[0].length,
    }
  const long = matchAt(bareMinguo, text, at)
  if (long !== null && /(?:^|[,。;、\n(])$/.test(before(text, at, 1)))
    return {
      value: { count: { inEra: Number(long[1]), orShort: 'number' }, era: null },
      end: at + long[0].length,
    }
  const spoken = readSpokenYear(text, at)
  if (spoken !== null) return spoken
  const match = matchAt(bareYear, text, at)
  if (match === null || !/(?:^|[,。;、\n至到-])$/.test(before(text, at, 1))) return null
  const inEra = chineseNumber(match[1] ?? '')
  return { value: { count: { inEra }, era: null }, end: at + match[0].length }
}

/** 98年 opens its clause; 113年6月 needs no more than that no figure stands before it. */
const mayBeYear = (text: string, at: number, digits: string): boolean =>
  digits.length > 2
    ? !/[\d.第每近约共满达逾超]$/.test(before(text, at, 1))
    : /(?:^|[,。;、\n至到(-])$/.test(before(text, at, 1))

/** 98年 may be of the era or of the century; 12年 alone is a length of time, 12年3月 is none. */
function numberInEra(text: string, at: number, match: RegExpExecArray): Count {
  const digits = match[1] ?? ''
  const inEra = Number(digits)
  if (digits.length > 2) return { inEra, orShort: 'minguo' }
  const isDate = /^(?:[05-9]\d|\d\d年(?:\d{1,2}月|[底初春夏秋冬]))/.test(text.slice(at, at + 6))
  return { inEra, orShort: isDate ? 'alone' : 'beside' }
}

const reign = /年间/y

/** 元祐年间, 光绪年间. */
export function readReign(text: string, at: number): NameRead<Statement> | null {
  const named = readEra(text, at)
  const match = named && matchAt(reign, text, named.end)
  if (named === null || match === null || named.era.last === Infinity) return null
  const { first, last } = named.era
  return { value: { is: 'years', first, last, era: true }, end: named.end + match[0].length }
}
