// English words for days counted from another: yesterday, a day later, last month, next Thursday.
import { englishNumber, ordinalNumber } from '../../text/numerals.ts'
import { before, matchAt, type NameRead } from '../../text/sticky.ts'
import type { CountedFrom, Statement } from '../stated.ts'
import { readMonth } from './calendar-names.ts'

const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const weekday = /(Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(day(?![a-z])|\.|(?![a-z]))/iy

export function readWeekdayName(text: string, at: number, short: boolean): NameRead<number> | null {
  if (!/[A-Z]/.test(text.charAt(at))) return null
  const match = matchAt(weekday, text, at)
  if (match === null || (!/day$/i.test(match[0]) && !short)) return null
  const start = (match[1] ?? '').slice(0, 3).toLowerCase()
  const number = weekdayNames.findIndex((name) => name.startsWith(start)) + 1
  return { value: number, end: at + match[0].length }
}

const side =
  /(?:(?:the )?(last|next|this(?: coming| past)?|coming|following|previous) )?(?=(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|weekend))/iy

/** Monday, last Friday, the following Monday, next weekend. */
export function readWeekday(text: string, at: number): NameRead<Statement> | null {
  const lead = matchAt(side, text, at)
  if (lead === null) return null
  const place = at + lead[0].length
  const isWeekend = /^weekend(?![a-z])/i.test(text.slice(place, place + 8))
  const name = isWeekend ? { value: 6.5, end: place + 7 } : readWeekdayName(text, place, false)
  const word = (lead[1] ?? '').toLowerCase()
  const isSaid =
    word !== '' || /\b(?:over|at|during|on|by|until) the $/i.test(before(text, place, 11))
  if (name === null || (isWeekend && !isSaid)) return null
  // The weekend of 7–8 March: its days stand behind it.
  if (isWeekend && matchAt(ofDays, text, name.end) !== null) return null
  if (word === '' && isName(text, at, name.end)) return null
  if (word === '' && isAnyOfThem(text, at, name.end)) return null
  const week = word === '' && !isWeekend ? matchAt(weekOn, text, name.end) : null
  if (week !== null) {
    const onWeeks = week[1] === 'week' ? 1 : 2
    return {
      value: { is: 'weekday', weekday: name.value, onWeeks },
      end: name.end + week[0].length,
    }
  }
  const value = sidedWeekday(name.value, word)
  return { value, end: name.end }
}

const ofDays =
  / of (?:the )?(?:\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d)/y

/** Monday week: a week after the coming Monday. */
const weekOn = / (week|fortnight)(?![a-z-])(?! (?:later|before|earlier|after|ago|of|long)\b)/y

const weekFrom = /(a week|a fortnight|two weeks) (?:on|from) (?=[A-Z]|today|tomorrow)/iy

/** A week on Friday, two weeks from tomorrow. */
export function readWeekFrom(text: string, at: number): NameRead<Statement> | null {
  const lead = matchAt(weekFrom, text, at)
  if (lead === null) return null
  const onWeeks = /^a week$/i.test(lead[1] ?? '') ? 1 : 2
  const place = at + lead[0].length
  const word = matchAt(/(today|tomorrow)(?![a-z'])/y, text, place)
  if (word !== null) {
    const add = onWeeks * 7 + (word[1] === 'today' ? 0 : 1)
    return { value: { is: 'shift', from: 'source', unit: 'day', add }, end: place + word[0].length }
  }
  const day = readWeekdayName(text, place, false)
  return day && { value: { is: 'weekday', weekday: day.value, onWeeks }, end: day.end }
}

/** On a wet Monday, every Tuesday, a Monday in September 1931: not one that the source counts from. */
const isAnyOfThem = (text: string, at: number, end: number): boolean =>
  /\b(?:every|each|per|one|any|an?)(?: [a-z]+){0,2} $/i.test(before(text, at, 24)) ||
  / (?:in|of) (?:[A-Z][a-z]+ |the )?(?:1[5-9]|20)\d\d/y.test(text.slice(end, end + 20))

/** Black Friday, Ash Wednesday, the Sunday Times. */
const isName = (text: string, at: number, end: number): boolean =>
  /\b(?:Black|Ash|Super|Palm|Whit|Maundy|Shrove|Giving|Cyber|Bloody|Man|Fat|Joe|Ruby) $/.test(
    before(text, at, 8),
  ) ||
  /^(?:'s)? (?:Times|Herald|Telegraph|Mirror|Express|Mail|Post|Night|School|League|Agreement|Club|Island)\b/.test(
    text.slice(end, end + 12),
  )

function sidedWeekday(number: number, word: string): Statement {
  if (number === 6.5 && (word === 'last' || word === 'next')) {
    const add = word === 'last' ? -1 : 1
    return { is: 'weekday', weekday: number, week: { from: 'source', add } }
  }
  if (word === 'following') return { is: 'weekday', weekday: number, side: 'following' }
  if (word === 'last' || word === 'this past' || word === 'previous')
    return { is: 'weekday', weekday: number, side: 'last' }
  if (word === 'next') return { is: 'weekday', weekday: number, side: 'next' }
  if (word === '') return { is: 'weekday', weekday: number }
  return { is: 'weekday', weekday: number, side: 'this' }
}

const dayWords =
  /(the day before yesterday|the day after tomorrow|earlier today|later today|today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening)|last night|(?:the |that )?same (?:day|morning|afternoon|evening|night)|that (?:day|morning|afternoon|evening|night)|later (?:that|the same) day|the (?:next|following) (?:day|morning|afternoon|evening|night)|next day|the (?:previous|preceding) (?:day|evening|night|afternoon|morning)|the day (?:before|after|earlier)|the night before|the next)(?![a-z])/iy

const dayShifts: readonly (readonly [RegExp, CountedFrom, number])[] = [
  [/^the day before yesterday/, 'source', -2],
  [/^the day after tomorrow/, 'source', 2],
  [/today|tonight|^this /, 'source', 0],
  [/^yesterday|^last night/, 'source', -1],
  [/^tomorrow/, 'source', 1],
  [/same|that/, 'text', 0],
  [/previous|preceding|before|earlier/, 'text', -1],
  [/next|following|after/, 'text', 1],
]

export function readDayWord(text: string, at: number): NameRead<Statement> | null {
  const match = matchAt(dayWords, text, at)
  if (match === null) return null
  const word = match[0].toLowerCase()
  const found = dayShifts.find(([words]) => words.test(word))
  if (found === undefined || word === 'the next') return null
  const end = at + match[0].length
  // The day before the vote counts from the vote, not from a date.
  if (
    /^the (?:day|night) (?:before|after)$/.test(word) &&
    /^ (?:[a-z]|[A-Z])/.test(text.slice(end, end + 2))
  )
    return null
  return { value: { is: 'shift', from: found[1], unit: 'day', add: found[2] }, end }
}

const number =
  '(\\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty)'
const unit = '(hour|day|week|fortnight|month|year|decade)s?'
const count = new RegExp(
  `${number} ${unit} (ago|from now|later|earlier|afterwards|before that|after that|previously)(?![a-z])`,
  'iy',
)

/** three days earlier, two weeks ago, a year later. */
export function readCount(text: string, at: number): NameRead<Statement> | null {
  const match = matchAt(count, text, at)
  if (match === null) return null
  const [whole, amount = '', unitWord = '', side = ''] = match
  if (
    /\b(?:than|(?<!\bt[ao]k(?:e|es|en|ing)? |\btook )over|about|around|nearly|almost|some|under|every|least|and) $/i.test(
      before(text, at, 14),
    ) &&
    side.toLowerCase() === 'ago'
  )
    return null
  const word = side.toLowerCase()
  const back = /ago|earlier|before|previously/.test(word)
  const from: CountedFrom = word === 'ago' || word === 'from now' ? 'source' : 'text'
  const add = englishNumber(amount) * (back ? -1 : 1)
  const value = counted(add, unitWord.toLowerCase(), from)
  const today = matchAt(/ (?:today|to the day)(?![a-z])/y, text, at + whole.length)
  if (today !== null && value?.is === 'shift' && value.unit === 'year')
    return { value: { ...value, part: 'same-day' }, end: at + whole.length + today[0].length }
  return value === null ? null : { value, end: at + whole.length }
}

function counted(add: number, word: string, from: CountedFrom): Statement | null {
  if (Number.isNaN(add)) return null
  if (word === 'fortnight') return { is: 'weeks', from, add: add * 2 }
  if (word === 'week') return { is: 'weeks', from, add }
  if (word === 'decade') return { is: 'shift', from, unit: 'year', add: add * 10 }
  if (word === 'hour' && (Math.abs(add) > 48 || from === 'source')) return null
  return { is: 'shift', from, unit: word as 'hour' | 'day' | 'month' | 'year', add }
}

const periods =
  /(?:(earlier|later|so far|late|early) )?(?:in )?(?:(the |that |the same )?(following|next|previous|preceding|same|that|last|this|current|coming|past) )(week|month|year|quarter|decade)(?![a-z-])/iy
const yearAround = /(?:the )?(year|month|week) (before|after|earlier|later)(?! [a-z])(?![a-z])/iy

/** last month, the following week, earlier this year, that year. */
export function readPeriod(text: string, at: number): NameRead<Statement> | null {
  const match = matchAt(periods, text, at)
  if (match === null) return readYearAround(text, at)
  const [whole, part = '', article = '', sideWord = '', unitWord = ''] = match
  // This year's budget names a thing, not a time.
  if (/^this$/i.test(sideWord) && part === '' && text.startsWith("'s", at + whole.length))
    return null
  const unit = unitWord.toLowerCase()
  // On the 21st of that month: the day is meant.
  if (unit === 'month' && /\d(?:st|nd|rd|th) of $/.test(before(text, at, 8))) return null
  const word = sideWord.toLowerCase()
  // The past year and the last week are lengths of time.
  if (unit === 'decade' || word === 'past') return null
  if (word === 'last' && (article.trim() === 'the' || /\bthe $/i.test(before(text, at, 4))))
    return null
  const [from, add] = baseOf(word, article.trim() !== '')
  const end = at + whole.length
  if (unit === 'quarter') return { value: { is: 'quarter', from, add }, end }
  const stated = partOfPeriod(part.toLowerCase(), unit as 'week' | 'month' | 'year', from, add)
  return { value: stated, end }
}

function baseOf(word: string, hasArticle: boolean): readonly [CountedFrom, number] {
  if (word === 'following') return ['text', 1]
  if (word === 'previous' || word === 'preceding') return ['text', -1]
  if (word === 'same' || word === 'that') return ['text', 0]
  if (word === 'next') return [hasArticle ? 'text' : 'source', 1]
  if (word === 'last') return ['source', -1]
  return ['source', word === 'coming' ? 1 : 0]
}

function partOfPeriod(
  part: string,
  unit: 'week' | 'month' | 'year',
  from: CountedFrom,
  add: number,
): Statement {
  if (part === '') return { is: 'shift', from, unit, add }
  if (part === 'late' || part === 'early') {
    if (unit === 'year')
      return { is: 'calendar', year: { from, add }, yearPart: part === 'late' ? 'late' : 'start' }
    return { is: 'shift', from, unit, add, part }
  }
  return {
    is: 'shift',
    from,
    unit,
    add,
    part: part === 'later' ? 'to-come' : part === 'earlier' ? 'earlier' : 'so-far',
  }
}

function readYearAround(text: string, at: number): NameRead<Statement> | null {
  const match = matchAt(yearAround, text, at)
  if (match === null || !/^the /i.test(match[0])) return null
  const add = /before|earlier/i.test(match[2] ?? '') ? -1 : 1
  const unit = (match[1] ?? '').toLowerCase() as 'year' | 'month' | 'week'
  return { value: { is: 'shift', from: 'text', unit, add }, end: at + match[0].length }
}

const recent = /(?:recently|in recent days|in recent weeks|the other day|not long ago)(?![a-z-])/iy

export function readRecent(text: string, at: number): NameRead<Statement> | null {
  const match = matchAt(recent, text, at)
  if (match === null || /\b(?:more|most|until|as|than|only) $/i.test(before(text, at, 6)))
    return null
  return { value: { is: 'recent' }, end: at + match[0].length }
}

const ordinalWeekday =
  /(?:the )?(first|second|third|fourth|fifth|last|final|\d(?:st|nd|rd|th)) (?=[A-Z])/iy
const ofMonth = / (?:of|in) (?:(next|this|last) month|)/y

/** the first Saturday of July. */
export function readOrdinalWeekday(text: string, at: number): NameRead<Statement> | null {
  const lead = matchAt(ordinalWeekday, text, at)
  if (lead === null) return null
  const day = readWeekdayName(text, at + lead[0].length, false)
  if (day === null) return null
  const of = matchAt(ofMonth, text, day.end)
  const month = of === null ? null : readMonth(text, day.end + of[0].length)
  if (month === null) return null
  const word = (lead[1] ?? '').toLowerCase()
  const nth = word === 'last' || word === 'final' ? -1 : ordinalNumber(word)
  const year = /^,? (\d{4})(?!\d)/.exec(text.slice(month.end, month.end + 8))
  return {
    value: {
      is: 'ordinal-weekday',
      nth,
      weekday: day.value,
      month: month.value,
      ...(year === null ? {} : { year: { at: Number(year[1]) } }),
    },
    end: month.end + (year?.[0].length ?? 0),
  }
}
