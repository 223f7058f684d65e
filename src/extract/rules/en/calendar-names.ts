// English years, months and days: 17th October 2022, Oct. 28, 2024, March, the 1970s, 44 BC.
import { ordinalNumber } from '../../text/numerals.ts'
import { before, matchAt, type NameRead } from '../../text/sticky.ts'
import type { CenturyPart, Count, DecadePart, Statement } from '../stated.ts'

export type CalendarName = Extract<Statement, { is: 'calendar' }>

const monthNames = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
]
const month =
  /(January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)(?![a-z])/iy

/** A month by its name, with a capital. */
export function readMonth(text: string, at: number): NameRead<number> | null {
  if (!/[A-Z]/.test(text.charAt(at))) return null
  const match = matchAt(month, text, at)
  if (match === null) return null
  const number = monthNames.indexOf(match[0].slice(0, 3).toLowerCase()) + 1
  return { value: number, end: at + match[0].length }
}

const era = '(BCE?|B\\.C\\.(?:E\\.)?|CE|C\\.E\\.|AD|A\\.D\\.)(?![A-Za-z])'
const yearBefore = new RegExp(`(?:AD|A\\.D\\.) ?(\\d{1,4})(?![\\d,.]\\d|\\d)`, 'y')
const yearWithEra = new RegExp(`(\\d{1,5}) ?${era}`, 'y')
const fourDigits = /(\d{4})(?![\d%]|:\d|[.,]\d|-\d{3}|-(?!present|now|today)[A-Za-z]|[a-z])/y

/** '58: not '50s, nor the end of a word. */
const twoDigits = /'(\d{2})(?![\da-z'])/y

/** 2026, AD 43, 44 BC: a year where a date has told that one comes. */
export function readYear(text: string, at: number): NameRead<Count> | null {
  const first = matchAt(yearBefore, text, at)
  if (first !== null) return { value: { at: Number(first[1]) }, end: at + first[0].length }
  const named = matchAt(yearWithEra, text, at)
  if (named !== null) {
    const number = Number(named[1])
    const isBefore = (named[2] ?? '').startsWith('B')
    if (number > 9999 || number === 0) return null
    return { value: { at: isBefore ? 1 - number : number }, end: at + named[0].length }
  }
  const short = matchAt(twoDigits, text, at)
  if (short !== null) return { value: { short: Number(short[1]) }, end: at + short[0].length }
  const plain = matchAt(fourDigits, text, at)
  if (plain === null || Number(plain[1]) < 1000 || Number(plain[1]) > 2199) return null
  return { value: { at: Number(plain[1]) }, end: at + plain[0].length }
}

const dayNumber = /(?:the )?(\d{1,2})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d|-\d|[a-z])/y
const ofMonth = /(?: of)? /y
const yearAfter = /(?:,? (?:of )?|, ?)(?=\d|'\d|AD|A\.D)/y
const relativeYear =
  /,?(?: of)? (this|last|next|that|the (?:same|following|next|previous)) year(?![a-z])/y

function withYear(text: string, date: CalendarName, end: number): NameRead<CalendarName> {
  const gap = matchAt(yearAfter, text, end)
  const year = gap === null ? null : readYear(text, end + gap[0].length)
  if (year !== null && !/^ ?(?:a\.?m|p\.?m|people|homes)/i.test(text.slice(year.end, year.end + 7)))
    return { value: { ...date, year: year.value }, end: year.end }
  const named = matchAt(relativeYear, text, end)
  if (named === null) return { value: date, end }
  const word = named[1] ?? ''
  const add = /last|previous/.test(word) ? -1 : /next|following/.test(word) ? 1 : 0
  const from = /^th(?:at|e )/.test(word) ? 'text' : 'source'
  return { value: { ...date, year: { from, add } }, end: end + named[0].length }
}

function dayFirst(text: string, at: number): NameRead<CalendarName> | null {
  const day = matchAt(dayNumber, text, at)
  if (day === null) return null
  const gap =
    matchAt(ofMonth, text, at + day[0].length) ?? matchAt(/[-/.]/y, text, at + day[0].length)
  if (gap === null) return null
  const month = readMonth(text, at + day[0].length + gap[0].length)
  const number = Number(day[1])
  if (month === null || number < 1 || number > 31) return null
  const date: CalendarName = { is: 'calendar', month: { at: month.value }, day: number }
  if (gap[0].trim() === '' || gap[0] === ' of ') return withYear(text, date, month.end)
  // The point after Mar may be that of its short form.
  const end = text.startsWith('.', month.end - 1) ? month.end - 1 : month.end
  const year = joinedYear(text, gap[0] === '.' ? end : month.end, gap[0])
  if (year !== null) return { value: { ...date, year: year.value }, end: year.end }
  return gap[0] === '-' ? withYear(text, date, month.end) : null
}

const fullAfterSign = /[-/.](?=\d{4}(?!\d))/y
/** Not the first day of a list or a range: 5-Mar-20 April. */
const shortAfterSign =
  /[-/.](\d{2})(?![\d%-]|[.,:]\d|[A-Za-z]| (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))/y

/** 5-Mar-2020, 5-Mar-20: the year after the sign that also stands before the month. */
function joinedYear(text: string, at: number, sign: string): NameRead<Count> | null {
  if (text[at] !== sign) return null
  if (matchAt(fullAfterSign, text, at) !== null) return readYear(text, at + 1)
  const short = matchAt(shortAfterSign, text, at)
  return short && { value: { short: Number(short[1]) }, end: at + short[0].length }
}

const dayAfter = / (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d|-year|(?: ?[ap]\.?m)|[a-z])/y
const inYear =
  /(?:,? (?:of )?|-(?=\d{4}(?!\d|[-/]\d)))(?=(?:1[0-9]|20|21)\d\d(?!\d)|'\d\d(?!\d)|AD |\d+ BC)/y

function monthFirst(text: string, at: number): NameRead<CalendarName> | null {
  const month = readMonth(text, at)
  if (month === null) return null
  const day = matchAt(dayAfter, text, month.end)
  if (day !== null && Number(day[1]) >= 1 && Number(day[1]) <= 31) {
    const date: CalendarName = { is: 'calendar', month: { at: month.value }, day: Number(day[1]) }
    return withYear(text, date, month.end + day[0].length)
  }
  const date: CalendarName = { is: 'calendar', month: { at: month.value } }
  const gap = matchAt(inYear, text, month.end)
  const year = gap === null ? null : readYear(text, month.end + gap[0].length)
  if (year !== null) return { value: { ...date, year: year.value }, end: year.end }
  const named = matchAt(relativeYear, text, month.end)
  if (named !== null) return withYear(text, date, month.end)
  // That August is of the year named last.
  if (/\bthat $/i.test(before(text, at, 6)))
    return { value: { ...date, year: { from: 'text', add: 0 } }, end: month.end }
  return isMonth(text, at, month.end) ? { value: date, end: month.end } : null
}

const monthLead =
  /(?:^|\b)(?:in|since|by|until|till|from|to|through|during|of|last|next|this|following|early|late|mid-?|for|before|after|between|and|around|about|circa|c\.|ca\.|every|that|of|or|either)\s$/i
const oftenNames =
  /^(?:may|march|april|june|august|mar|jan|apr|jun|jul|aug|sep|sept|oct|nov|dec|feb)$/i

/** May and March are also words, April and June people: alone they need a preposition. */
function isMonth(text: string, at: number, end: number): boolean {
  const words = before(text, at, 10)
  if (
    /^(?: [A-Z][a-z]| Act|-[a-z])/.test(text.slice(end, end + 4)) &&
    !/^ (?:The|It|In|On|He|She|They|A |I )/.test(text.slice(end, end + 6))
  )
    return false
  if (words.endsWith('(') && text[end] === ')') return true
  if (/(?:Miss|Mrs|Mr|Ms|Theresa|Dr|Sir) $/.test(words)) return false
  return (
    monthLead.test(words) || (!oftenNames.test(text.slice(at, end)) && !/[A-Z][a-z]+ $/.test(words))
  )
}

/** A day, a month or a month with its year, in either order. */
export function readDate(text: string, at: number): NameRead<CalendarName> | null {
  return dayFirst(text, at) ?? monthFirst(text, at)
}

const isoDate = /(\d{4})-(\d{2})-(\d{2})(?!\d|-\d)/y
const slashes =
  /(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/])|(\d{1,2})([-.])(\d{1,2})\5(\d{4})(?![\d-]|\.\d)/y

export function readNumeric(text: string, at: number): NameRead<Statement> | null {
  const iso = matchAt(isoDate, text, at)
  if (iso !== null)
    return {
      value: {
        is: 'calendar',
        year: { at: Number(iso[1]) },
        month: { at: Number(iso[2]) },
        day: Number(iso[3]),
      },
      end: at + iso[0].length,
    }
  const match = matchAt(slashes, text, at)
  if (match === null || /[\d/$£€]$/.test(before(text, at, 1))) return null
  const numbers = [Number(match[1] ?? match[4]), Number(match[2] ?? match[6])] as const
  const [a, b] = numbers
  if (Math.min(a, b) < 1 || Math.min(a, b) > 12 || Math.max(a, b) > 31) return null
  const year = match[3] ?? match[7]
  // 1/2 without a year is a fraction; (10/14) in brackets is a date.
  if (year === undefined && before(text, at, 1) !== '(') return null
  const digits = Number(year)
  const full =
    year === undefined ? {} : { year: year.length === 2 ? { short: digits } : { at: digits } }
  return { value: { is: 'numeric', numbers, ...full }, end: at + match[0].length }
}

const decade =
  /(?:the )?(?:(early|mid|late)(?:-to-late|-to-mid)?[- ](?:the )?|(first|second|last|latter) half of (?:the )?)?(?:((?:1[0-9]|20)\d)0'?s|'(\d)0s|(twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies)(?![a-z])/iy
const tens = ['twent', 'thirt', 'fort', 'fift', 'sixt', 'sevent', 'eight', 'ninet']
const century =
  /(?:the )?(?:(early|mid|late)[- ](?:the )?|(first|second|third|fourth|1st|2nd|3rd|4th|last|latter|final) (half|quarter)(?: of)? (?:the )?)?((?:twenty-)?[a-z]{4,11}th|\d{1,2}(?:st|nd|rd|th)|first|second|third|fifth|eighth|ninth|twelfth|twenty-first)[- ]centur(?:y|ies)(?: (BCE?|AD|CE|B\.C\.(?:E\.)?|A\.D\.|C\.E\.)(?![a-z]))?/iy

const partOf = (word: string | undefined): { part?: DecadePart } =>
  word === undefined ? {} : { part: word.toLowerCase() as DecadePart }

const halfOf = (word: string | undefined): { part?: DecadePart } =>
  word === undefined ? {} : { part: /first|1st/i.test(word) ? 'first-half' : 'second-half' }

/** The last quarter of the 19th century. */
function fractionOf(nth: string | undefined, unit: string | undefined): { part?: CenturyPart } {
  if (nth === undefined || /half/i.test(unit ?? '')) return halfOf(nth)
  const number = /last|latter|final/i.test(nth) ? 4 : ordinalNumber(nth)
  return { part: `quarter-${number as 1 | 2 | 3 | 4}` }
}

/** the late 90s; the 60s alone may be degrees. */
const bareDecade = /(?:the )?(early|mid|late)[- ](\d)0s(?![a-z])/iy

export function readDecade(text: string, at: number): NameRead<Statement> | null {
  const match = matchAt(decade, text, at)
  const bare = match === null ? matchAt(bareDecade, text, at) : null
  // In her late 60s: an age.
  if (bare !== null && !/\b(?:his|her|their|my|our|your|aged) $/i.test(before(text, at, 7)))
    return {
      value: { is: 'decade', short: Number(bare[2]) * 10, ...partOf(bare[1]) },
      end: at + bare[0].length,
    }
  if (match !== null && !/[\d$£€]$/.test(before(text, at, 1))) {
    const [whole, part, half, full, short, word] = match
    const end = at + whole.length
    const given = { ...partOf(part), ...halfOf(half) }
    if (full !== undefined)
      return { value: { is: 'decade', first: Number(full) * 10, ...given }, end }
    // A person in her thirties is no decade.
    if (word !== undefined && !/(?:^|\s)the /i.test(whole)) return null
    const ten = short === undefined ? tens.indexOf((word ?? '').toLowerCase()) + 2 : Number(short)
    return { value: { is: 'decade', short: ten * 10, ...given }, end }
  }
  const hundred = matchAt(century, text, at)
  const number = hundred === null ? Number.NaN : ordinalNumber(hundred[4] ?? '')
  if (hundred === null || !(number >= 1 && number <= 22)) return null
  const isBefore = /^B/i.test(hundred[5] ?? '')
  return {
    value: {
      is: 'century',
      century: isBefore ? -number : number,
      ...partOf(hundred[1]),
      ...fractionOf(hundred[2], hundred[3]),
    },
    end: at + hundred[0].length,
  }
}

const yearLead =
  /(?:^|[\s("“”'-])(?:in|either|since|by|until|till|from|to|through|during|of|for|before|after|around|about|circa|c\.?|ca\.?|year|and|between|early|late|mid|or|into|than|pre|post|on|dated|back to|early-|mid-|late-|\d{4},)[\s-]?\(?$/i
/** Prepositions of time; after others a number may count things. */
const timeLead =
  /(?:^|[\s("“”'-])(?:in|by|since|until|till|during|within|throughout|all through|course of|circa|c\.|late|early|mid|back to|(?:early|late|recently|ago|back) as|(?:earlier|sooner|later) than)[\s-]?\(?$/i
const amount = /^\/|^ ?(?:%|per\b|miles|km\b|people|homes|houses|feet\b|ft\b|metres|meters|percent)/
const thing =
  /^ (?!onwards\b|was\b|is\b|has\b|as\b|its\b|his\b|this\b|shows\b|gives\b|says\b|names\b|makes\b|puts\b|plus\b|less\b|across\b|towards\b|perhaps\b|sees\b)[a-z]+s\b(?! (?:of|was|were)\b)/
const law =
  /(?:Acts?|Orders?|Regulations?|Bill|Treaty|Laws?|Codes?|Games|Olympics|Cup|Census|Convention|Agreement|Directive|Expo|Agenda|Vision|Plan|Rules|Strategy|Windows|Office|[Cc]lass of)(?: of)? $/

const unitNoun =
  /^ (?:metres?|meters?|feet|foot|miles?|hours?|words?|calories|volts?|watts?|rpm|cc|seasons?|people)\b/

const happenings =
  /^ (?:floods|fires|wildfires|storms|riots|protests|strikes|elections|talks|championships|celebrations|attacks|bombings|negotiations|excavations|works)(?![a-z])/

/** In a 1994 interview: which of them it was. Plural nouns are counted: the 1500 runners. */
const isAttribute = (text: string, at: number, end: number): boolean =>
  /^(?:1[6-9]|20)\d\d$/.test(text.slice(at, end)) &&
  /\b(?:an?|the|his|her|its|their|our|my|whose|that) $/i.test(before(text, at, 7)) &&
  (/^ [a-z]{3,}(?<!(?<![sui])s)(?![a-z-])/.test(text.slice(end, end + 24)) ||
    happenings.test(text.slice(end, end + 24))) &&
  !unitNoun.test(text.slice(end, end + 12))

/** 1879: heads an entry of a chronology. */
const entryYear = /((?:1\d|20)\d\d)(?=:(?:\s|$)| ?-{1,2} |\.? *\n)/y

/** 1978: a number alone is a year where a preposition or brackets say so. */
export function readYearAlone(text: string, at: number): NameRead<Count> | null {
  const year = readYear(text, at)
  const words = before(text, at, 24)
  const entry = /(?:^|\n|[.!?] )$/.test(words) ? matchAt(entryYear, text, at) : null
  if (entry !== null) return { value: { at: Number(entry[1]) }, end: at + 4 }
  if (year === null) return null
  if (isAttribute(text, at, year.end)) return year
  if ('short' in year.value)
    return /\b(?:in|of|since|until|by|and|from|to|summer|spring|autumn|winter|fall|class) $/i.test(
      words,
    )
      ? year
      : null
  if (/[\d$£€#/.,A-Za-z]$/.test(words.slice(-1)) && !/\bca?\.$/.test(words)) return null
  const hasEra = !/^\d{4}$/.test(text.slice(at, year.end))
  if (hasEra) return year
  if (law.test(words) || /\b(?:Nos?|Vol|pp?|[Ff]ig|[Cc]h)\. $/.test(words)) return null
  const inBrackets = words.endsWith('(') && /^[)-]/.test(text.slice(year.end, year.end + 1))
  const next = text.slice(year.end, year.end + 24)
  if (amount.test(next)) return null
  if (timeLead.test(words) || inBrackets) return year
  // Labels of things: Bequeathed 1937. Built 1871;
  if (/(?:^|[.;(]\s)[A-Z][a-z]+ed $/.test(words) && /^(?:[.;,)\n]|$)/.test(next)) return year
  return (yearLead.test(words) || /(?:^|[\n.] ?)$/.test(words)) && !thing.test(next) ? year : null
}
