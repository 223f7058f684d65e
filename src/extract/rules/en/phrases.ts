// English phrases that state a date: a name or a range with the words that decide its kind.
import { before, matchAt } from '../../text/sticky.ts'
import {
  areAlike,
  areInOrder,
  fiscalYear,
  type Name,
  type Phrase,
  type Statement,
} from '../stated.ts'
import { withWords, type Core } from './claims.ts'
import { partBeforeAt, readEntryTime, readTimeAlone } from './clock-names.ts'
import { readName, readSharedRange, type SharedRange } from './names.ts'

const starters = [
  'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun',
  'JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|MON|TUE|WED|THU|FRI|SAT|SUN',
  'today|yesterday|tomorrow|tonight|earlier|later|so far|recently|in recent|the|a|an|this|that|last|next|noon|midday|midnight|early|mid|late|end|beginning|start|middle|spring|summer|autumn|fall|winter|first|second|third|fourth|final|week|month|year|same|every|each|not long ago',
  'w\\/[cbe]|morning of|afternoon of|evening of|night of|late evening|overnight|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|fifth|ninth|twelfth|previous|following|shortly|about|around|just',
  'Candlemas|Lady Day|Midsummer|Lammas|Michaelmas|All Saints|Martinmas|Ash Wed|Shrove|Pancake|Palm|Maundy|Ascension|Whit|Pentecost|Trinity|Corpus|Advent|Remembrance|Republic|Gandhi|Burns|Guy|May Day|Twelfth|Canada|Australia|Anzac|New Year|Christmas|Boxing|Halloween|Bonfire|Easter|Good Friday|Thanksgiving|Independence|Juneteenth|Veterans|Armistice|Valentine|St|Labor|Labour|Memorial|Fourth|AD|A\\.D\\.|Q[1-4]|H[12]|fiscal|financial|tax|school|academic|FY|AY|Act',
]
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const words = starters.join('|').split('|')
const openers = [...new Set([...words, ...words.map(capital)])].join('|')
export const trigger = new RegExp(
  `(?<![A-Za-z\\d$£€.,/:-])(?:\\d|(?:${openers}))|(?<=\\d-|[a-z]-)(?=[12]\\d{3})|(?<=,)(?=\\d{4})|(?<=\\bca?\\.)(?=\\d{3,4})|(?<=early-|mid-|late-|pre-|post-)\\d|'\\d0s|'\\d\\d(?![\\da-z'])`,
  'g',
)

const habit =
  /(?:every|each)(?: (?:other|single|second))? (?:[A-Z]?[a-z]+)(?:,? (?:from |between |at )?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)?(?: ?(?:to|-|until|and) ?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)?)?)?/iy
const weekdayName = '(?:Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun|Wed|Thu|Sat)(?:day)?s?'
const weekdays = new RegExp(
  `${weekdayName},? ?(?:to|through|thru|till|until|-|and|&|or) ?${weekdayName}(?![a-z])`,
  'y',
)
const plural = /(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days(?![a-z])/y
const season = /(?:the )?(?:\d{4}(?:[-/]\d{2,4})? (?:football|rugby|season)(?: season)?)/iy
/** Years that begin on a day that the text does not tell. */
const fiscal =
  /(?:the )?(?:(?:fiscal|financial|tax|school|academic)(?: year)? \d{4}(?:[-/]\d{2,4})?|\d{4}(?:[-/]\d{2,4})? (?:school|academic|financial|fiscal|tax) year|(?:FY|AY) ?'?\d{2,4}(?:[-/]\d{2,4})?)(?![\d-])/iy
/** Names of what happened in another year. */
const named =
  /Sept(?:ember|\.)? 11(?:th)?,? (?:attacks?|terror|hijack|families|memorial|victims)|Jan(?:uary|\.)? 6(?:th)?,? (?:attacks?|riots?|insurrection|hearings?|committee|defendants?|rioters?)|October Revolution|February Revolution/y
const phone = /\d{1,5}(?:[ -]\d{2,5}){2,4}/y
const compound =
  /\d{1,4}-(?:year|day|week|month|hour|minute|mile|metre|meter|ounce|foot|inch|strong|odd|(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)[A-Z][a-z])[a-z-]*/y

const clock = '\\d{1,2}(?:[:.]\\d\\d)? ?(?:[ap]\\.?m\\b\\.?)?'
/** 8 a.m. to 6 p.m. Monday through Friday: hours of a habit. */
const hours = new RegExp(
  `(?:${clock}|noon|midnight) ?(?:to|-|until|till|and) ?(?:\\d{1,2}(?:[:.]\\d\\d)? ?[ap]\\.?m\\b\\.?|noon|midnight)(?:,? (?:on )?${weekdayName},? ?(?:to|through|-|and|&) ?${weekdayName}(?![a-z]))?`,
  'iy',
)

/** Words that are no date though they look like one: where to go on. */
function skipped(text: string, at: number): number | null {
  for (const expression of [habit, plural, season, compound, hours, named]) {
    const match = matchAt(expression, text, at)
    if (match !== null) return at + match[0].length
  }
  const number = matchAt(phone, text, at)
  if (number !== null && !/^(?:\d{4}-\d{2}-\d{2}|\d{1,2}-\d{1,2}-\d{4})$/.test(number[0]))
    return at + number[0].length
  const days = matchAt(weekdays, text, at)
  if (days !== null && isPair(text, at, days[0])) return null
  // From Friday to Sunday is a stretch, Monday to Friday a habit.
  if (days !== null && (!/\b(?:from|between) $/i.test(before(text, at, 8)) || isHours(text, at)))
    return at + days[0].length
  return null
}

/** Set for, searched on Saturday and Sunday: two days in a row; open on Saturday and Sunday is a habit. */
const isPair = (text: string, at: number, words: string): boolean =>
  / (?:and|&) /.test(words) &&
  !words.endsWith('days') &&
  /\b(?:set|planned|scheduled|due|booked|billed) (?:for|on) $|\b(?:this|next|last|both|coming) $|\b[a-z]+ed on $/i.test(
    before(text, at, 20),
  )

/** Is open from Tuesday to Saturday: a habit, not a stretch. */
const isHours = (text: string, at: number): boolean =>
  /\b(?:(?:is|are|be|stays?) (?:also )?(?:open|closed|staffed|available)|opens|runs|operates)\b[^.;!?\d]{0,24}\b(?:from|between) $/i.test(
    before(text, at, 48),
  )

const roughly = '(?:about|around|c\\.|ca\\.|circa|approximately|roughly)'
const joints = new RegExp(
  `,? ?(?:(-{1,2}|to|through|thru|until|till|up to) ?|(and|or) )(?:the )?(?:(${roughly}) ?(?=[A-Z\\d])|(at least) )?`,
  'iy',
)

function readCore(text: string, at: number): Core | null {
  const nightOf = partBeforeAt(text, at)
  const shared = readSharedRange(text, at + nightOf)
  if (shared !== null) {
    const { from, to, joint, days } = shared.value
    if (joint === 'or') return oneOfDays({ start: at, end: shared.end }, shared.value)
    const core = { start: at, end: shared.end, from, to, joint }
    // June/July, 3/4 July: on one of them, or on both; the night of 3/4 July is one.
    if (joint === '/' && nightOf === 0 && (days === undefined || isStretch(text, at, days)))
      return { ...core, doubt: 'lasted-or-once' }
    if (joint !== 'and' && joint !== '&' && joint !== '/' && (days?.length ?? 2) < 3) return core
    return isStretch(text, at, days ?? []) ? core : { ...core, doubt: 'two-dates' }
  }
  const first = readName(text, at) ?? timeAlone(text, at)
  if (first === null) return null
  if (first.value.stated.is === 'clock') return { start: at, end: first.end, from: first.value }
  const single = { start: at, end: first.end, from: first.value }
  return monthsOfEntry(text, single) ?? withOthers(text, single) ?? withEnd(text, single)
}

const isDated = ({ stated }: Name): boolean =>
  stated.is === 'calendar' && stated.month !== undefined

const onDay = (name: Name, day: number | undefined): Name => ({
  ...name,
  stated: { ...name.stated, day } as Statement,
})

/** 3, 5 or 8 July: it happened on one of these days, in whatever order they stand. */
function oneOfDays(place: Pick<Core, 'start' | 'end'>, { from, to, days = [] }: SharedRange): Core {
  const sorted = [...new Set(days)].toSorted((a, b) => a - b)
  const others = sorted.slice(1, -1).map((day) => onDay(dayAlone, day))
  const ends = { from: onDay(from, sorted[0]), to: onDay(to, sorted.at(-1)) }
  const core = { ...place, ...ends, joint: 'or', isEither: true as const }
  return others.length > 0 ? { ...core, others } : core
}

const dayAlone: Name = { stated: { is: 'calendar' }, besides: [] }

const listed = new RegExp(
  `(?:,? (or) (?:(?:on|in) )?|, (?:(?:on|in) )?)(?:the )?(?:(${roughly}) ?)?(?=[A-Z\\d])`,
  'y',
)

/** In June or July 2020, 3 July or 8 August: one event on either of these dates, the earliest first. */
function withOthers(text: string, single: Core): Core | null {
  const names = [single.from]
  let { end } = single
  for (let link = matchAt(listed, text, end); link !== null; link = matchAt(listed, text, end)) {
    const name =
      readName(text, end + link[0].length) ?? yearAfter(text, single, end + link[0].length)
    if (name === null) return null
    // June 2020 or 2021 may be June of both; on 6 June 2020 or in 2021 is not.
    const isYear = name.value.stated.is === 'calendar' && name.value.stated.month === undefined
    if (isYear && isDated(single.from) && !/ (?:on|in) /.test(link[0])) return null
    names.push(link[2] === undefined ? name.value : { ...name.value, about: true })
    ;({ end } = name)
    if (link[1] !== undefined) return eitherCore({ ...single, end }, names)
  }
  return null
}

/** Of dates that stand in order. The last may name the year of all. */
function eitherCore(single: Core, names: readonly Name[]): Core | null {
  const others = names.slice(1, -1)
  const to = names.at(-1)
  const isOrdered = names.every(
    (name, place) => place === 0 || areInOrder(names[place - 1] ?? name, name, true),
  )
  if (to === undefined || !isOrdered || !areAlike(names.slice(0, -1))) return null
  return { ...single, to, joint: 'or', isEither: true, ...(others.length > 0 && { others }) }
}

/** 1963, January to March: the months of the year that opens the entry. */
function monthsOfEntry(text: string, { start, end, from: { stated } }: Core): Core | null {
  if (stated.is !== 'calendar' || stated.year === undefined || stated.month !== undefined)
    return null
  if (!/(?:^|\n|[.!?] )[ *•-]{0,3}$/.test(before(text, start, 4))) return null
  const gap = matchAt(/, (?=[A-Z])/y, text, end)
  const months = gap && readCore(text, end + gap[0].length)
  const { from, to } = months ?? {}
  if (months === null || from === undefined) return null
  if (![from, to].every((name) => name === undefined || isMonthAlone(name.stated))) return null
  const inYear = (name: Name): Name => ({
    ...name,
    stated: { ...name.stated, year: stated.year } as Statement,
  })
  const core = { start, end: months.end, from: inYear(from) }
  return to === undefined ? core : { ...core, to: inYear(to) }
}

const isMonthAlone = (stated: Statement): boolean =>
  stated.is === 'calendar' &&
  stated.month !== undefined &&
  stated.year === undefined &&
  stated.side === undefined

function timeAlone(text: string, at: number): ReturnType<typeof readName> {
  const entry = readEntryTime(text, at)
  if (entry !== null)
    return { value: { stated: { is: 'clock' }, besides: [], clock: entry.value }, end: entry.end }
  const time = readTimeAlone(text, at)
  if (time === null) return null
  return {
    value: { stated: { is: 'clock', isNear: true }, besides: [], clock: time.value },
    end: time.end,
  }
}

/** 19 and 20 February, 9, 10 and 11 January are a stretch; 5 and 20 March are two days. */
function isStretch(text: string, at: number, days: readonly number[]): boolean {
  if (days.length % 2 === 0 && /\bbetween (?:the )?$/i.test(before(text, at, 12))) return true
  return (
    days.length > 1 && days.every((day, place) => place === 0 || day === (days[place - 1] ?? 0) + 1)
  )
}

function withEnd(text: string, single: Core): Core {
  const link = matchAt(joints, text, single.end)
  if (link === null) return single
  const lead = before(text, single.start, 18)
  const isBetween = /\bbetween (?:the |about |early |late )?$/i.test(lead)
  const [, range, pair, rough, atLeast] = link
  const joint = (range ?? pair ?? '').toLowerCase()
  const isPairOfDays =
    joint === 'and' &&
    single.from.stated.is === 'weekday' &&
    /^[A-Z]/.test(text.slice(single.start))
  if (joint === 'or' || ((joint === 'and') !== isBetween && !isPairOfDays)) return single
  if (link[0].trim() === '--') return single
  const place = single.end + link[0].length
  const second = readName(text, place) ?? yearAfter(text, single, place)
  // 2018 - 25 December 2018: an entry of that year.
  const isStretch = !joint.startsWith('-') || stretchLead.test(lead)
  if (second === null || !mayEnd(single.from.stated, second.value.stated, isStretch)) return single
  if (isPairOfDays && !isBetween && !areNeighbours(single.from.stated, second.value.stated))
    return single
  const to = rough === undefined ? second.value : { ...second.value, about: true }
  const core = { ...single, end: second.end, to, joint }
  return atLeast === undefined ? core : { ...core, doubt: 'words-beside' }
}

/** Saturday and Sunday are a stretch; Monday and Thursday are two days. */
const areNeighbours = (a: Statement, b: Statement): boolean =>
  a.is === 'weekday' &&
  b.is === 'weekday' &&
  b.side === undefined &&
  b.weekday === (a.weekday % 7) + 1

/** The year of an end stands where a preposition stands before it: from 1995 to 2003. */
function yearAfter(text: string, single: Core, at: number): ReturnType<typeof readName> {
  const year = /^(\d{4})(?![\d:%]|[.,]\d)/.exec(text.slice(at, at + 6))
  if (year === null || single.from.stated.is !== 'calendar') return null
  return {
    value: { stated: { is: 'calendar', year: { at: Number(year[1]) } }, besides: [] },
    end: at + 4,
  }
}

const stretchLead = new RegExp(`\\b(?:from|between|for) (?:the |${roughly} ?)?$`, 'i')

/** A day ends with a day, a month with a month, unless both tell their years. */
function mayEnd(start: Statement, end: Statement, isStretch: boolean): boolean {
  if (end.is === 'recent') return false
  if (start.is === 'calendar' && end.is === 'calendar') {
    const areWhole = start.year !== undefined && end.year !== undefined
    if (areWhole && (start.month !== undefined || isStretch)) return true
    // From September 1939 to 1945.
    if (start.month !== undefined && end.month === undefined && end.year !== undefined) return true
    if ((start.month === undefined) !== (end.month === undefined))
      return start.yearPart !== undefined || end.yearPart !== undefined
    return (
      (start.day === undefined) === (end.day === undefined) ||
      start.monthPart !== undefined ||
      end.monthPart !== undefined
    )
  }
  // 2018 - Remembrance Sunday: an entry of that year, not a stretch.
  const isYear =
    start.is === 'calendar' && start.month === undefined && start.yearPart === undefined
  if (isYear) return /^(?:decade|century|years|shift|source)$/.test(end.is)
  return start.is !== 'recent'
}

export function phraseAt(text: string, at: number): Phrase | { readonly skipTo: number } | null {
  const year = matchAt(fiscal, text, at)
  if (year !== null) return fiscalYear(at, year[0])
  const skipTo = skipped(text, at)
  if (skipTo !== null) return { skipTo }
  const core = readCore(text, at)
  return core === null ? null : withWords(text, core)
}
