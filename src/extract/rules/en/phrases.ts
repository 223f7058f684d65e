// English phrases that state a date: a name or a range with the words that decide its kind.
import { before, matchAt } from '../../text/sticky.ts'
import { fiscalYear, type Claim, type Name, type Phrase, type Statement } from '../stated.ts'
import { partBeforeAt, readEntryTime, readTimeAlone } from './clock-names.ts'
import { readName, readSharedRange } from './names.ts'

const starters = [
  'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun',
  'JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|MON|TUE|WED|THU|FRI|SAT|SUN',
  'today|yesterday|tomorrow|tonight|earlier|later|so far|recently|in recent|the|a|an|this|that|last|next|noon|midday|midnight|early|mid|late|end|beginning|start|middle|spring|summer|autumn|fall|winter|first|second|third|fourth|final|week|month|year|same|every|each|not long ago',
  'w\\/[cbe]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|fifth|ninth|twelfth|previous|following|shortly|about|around|just',
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

interface Core {
  readonly start: number
  readonly end: number
  readonly from: Name
  readonly to?: Name
  readonly joint?: string
  readonly doubt?: 'two-dates'
}

const joints =
  /,? ?(?:(-{1,2}|to|through|thru|until|till|up to) ?|(and|or) )(?:the )?(?:about |around |at least )?/iy

function readCore(text: string, at: number): Core | null {
  const shared = readSharedRange(text, at + partBeforeAt(text, at))
  if (shared !== null) {
    const { from, to, joint, days } = shared.value
    if (
      joint !== 'and' &&
      joint !== '&' &&
      joint !== 'or' &&
      joint !== '/' &&
      (days?.length ?? 2) < 3
    )
      return { start: at, end: shared.end, from, to, joint }
    const core = { start: at, end: shared.end, from, to, joint }
    return isStretch(text, at, days ?? []) ? core : { ...core, doubt: 'two-dates' }
  }
  const first = readName(text, at) ?? timeAlone(text, at)
  if (first === null) return null
  if (first.value.stated.is === 'clock') return { start: at, end: first.end, from: first.value }
  const single = { start: at, end: first.end, from: first.value }
  return monthsOfEntry(text, single) ?? withEnd(text, single)
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
  if (days.length === 2 && /\bbetween (?:the )?$/i.test(before(text, at, 12))) return true
  return (
    days.length > 1 && days.every((day, place) => place === 0 || day === (days[place - 1] ?? 0) + 1)
  )
}

function withEnd(text: string, single: Core): Core {
  const link = matchAt(joints, text, single.end)
  if (link === null) return single
  const lead = before(text, single.start, 18)
  const isBetween = /\bbetween (?:the |about |early |late )?$/i.test(lead)
  const joint = (link[1] ?? link[2] ?? '').toLowerCase()
  const isPairOfDays =
    joint === 'and' &&
    single.from.stated.is === 'weekday' &&
    /^[A-Z]/.test(text.slice(single.start))
  if (joint === 'or' || ((joint === 'and') !== isBetween && !isPairOfDays)) return single
  if (link[0].trim() === '--') return single
  const second = readName(text, single.end + link[0].length) ?? numberAfter(text, single, link)
  if (second === null || !mayEnd(single.from.stated, second.value.stated)) return single
  if (isPairOfDays && !isBetween && !areNeighbours(single.from.stated, second.value.stated))
    return single
  return { ...single, end: second.end, to: second.value, joint }
}

/** Saturday and Sunday are a stretch; Monday and Thursday are two days. */
const areNeighbours = (a: Statement, b: Statement): boolean =>
  a.is === 'weekday' &&
  b.is === 'weekday' &&
  b.side === undefined &&
  b.weekday === (a.weekday % 7) + 1

/** The year of an end stands where a preposition stands before it: from 1995 to 2003. */
function numberAfter(
  text: string,
  single: Core,
  link: RegExpExecArray,
): ReturnType<typeof readName> {
  const at = single.end + link[0].length
  const year = /^(\d{4})(?![\d:%]|[.,]\d)/.exec(text.slice(at, at + 6))
  if (year === null || single.from.stated.is !== 'calendar') return null
  return {
    value: { stated: { is: 'calendar', year: { at: Number(year[1]) } }, besides: [] },
    end: at + 4,
  }
}

/** A day ends with a day, a month with a month. */
function mayEnd(start: Statement, end: Statement): boolean {
  if (end.is === 'recent') return false
  if (start.is === 'calendar' && end.is === 'calendar') {
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

const leads: readonly (readonly [RegExp, Claim | 'between' | 'from'])[] = [
  [
    /\b(?:up until|until|till|up to|as late as)(?: about| around| at least| the end of)? (?:the )?$/i,
    'until',
  ],
  [/\b(?:no earlier than|not earlier than|no sooner than|not before)(?: the)? $/i, 'after'],
  [/\bthrough(?: to)? (?:the )?$/i, 'until'],
  [/\bsince(?: about| around| at least)? (?:the )?$/i, 'since'],
  [/\b(?:as of|as at|as on)(?: about| around)? (?:the )?$/i, 'asOf'],
  [/\b(?:by|no later than|not later than|on or before)(?: about| around)? (?:the )?$/i, 'by'],
  [/\b(?:prior to|ahead of|before)(?: about| around)? (?:the )?$/i, 'by'],
  [/\b(?:between)(?: about| around)? (?:the )?$/i, 'between'],
  [/\bfrom(?: about| around)? (?:the )?$/i, 'from'],
]
const onwards = /,? (?:onwards?|forward|on(?=[,.;]))/y
const present =
  /(?: ?- ?| to (?:the )?)(?:present(?: day)?|today|now|date)(?![a-z])|-(?=[\s,.;)]|$)/y
const about = /(?:(?<!\/)\b(?:c|ca|circa|around|about|approximately|roughly)\b\.? ?)$/i
const throughout =
  /\b(?:during|throughout|over|all through|(?:most|much|all|the whole|the rest) of)(?: the)? $/i

export function phraseAt(text: string, at: number): Phrase | { readonly skipTo: number } | null {
  const year = matchAt(fiscal, text, at)
  if (year !== null) return fiscalYear(at, year[0])
  const skipTo = skipped(text, at)
  if (skipTo !== null) return { skipTo }
  const core = readCore(text, at)
  return core === null ? null : withWords(text, core)
}

/** A rise from 2014, postponed from September: not the start of anything. */
const noStart =
  /(?:postponed|moved|delayed|down|up|rose|rise|risen|fell|fallen|rescheduled|different|dated?|photo|newspapers?|letters|photograph|image|letter|dating|dates|increase|increased|decrease|coin|report|apart|far|footage|relic|survivor|memories|emails?|data|figures?|putting|pushed|brought forward) from(?: the)? $/i
const notUntil = /(?:\bnot|n't|\bnever|\bno one|\bnobody|\bonly|\bwaited?)\b[^.;!?\n]{0,60}$/i

const putOff =
  /\b(?:put off|postpone|delay|defer|adjourn)(?:s|d|ed|ing)?\b[^.;!?\n]{0,60} (?:until|till)(?: the)? $|\b(?:postponed|delayed|put (?:off|back)|deferred|adjourned|moved|rescheduled) (?:until|till)(?: the)? $/i

function withWords(text: string, core: Core): Phrase {
  const words = before(text, core.start, 28)
  const rough = about.exec(words)
  const base = rough === null ? words : words.slice(0, rough.index)
  const lead = leads.find(([expression]) => expression.test(base))
  const leadWords = lead === undefined ? '' : (lead[0].exec(base)?.[0] ?? '')
  const roughLength = rough === null ? 0 : rough[0].length
  const start = core.start - roughLength
  const from = rough !== null && mayBeRough(core.from) ? { ...core.from, about: true } : core.from
  const headsLine =
    /(?:^|\n|[.!?] )$/.test(before(text, core.start, 2)) &&
    /^(?::| -{1,2} |\.? *\n)/.test(text.slice(core.end, core.end + 5))
  const phrase = {
    ...(headsLine ? { headsLine } : {}),
    coreStart: core.start,
    coreEnd: core.end,
    from,
    ...(core.to === undefined ? {} : { to: core.to }),
    ...(core.doubt === undefined ? {} : { doubt: core.doubt }),
  }
  if (core.to !== undefined) {
    const ranged = lead?.[1] === 'between' || lead?.[1] === 'from'
    return {
      ...phrase,
      start: ranged ? start - leadWords.length : start,
      end: core.end,
      claim: 'lasted',
    }
  }
  const whole = before(text, core.start, 90)
  const { claim, end, usesLead } = claimOf(text, core, lead?.[1], whole)
  return { ...phrase, start: usesLead ? start - leadWords.length : start, end, claim }
}

const mayBeRough = ({ stated, clock }: Name): boolean =>
  clock === undefined &&
  (stated.is === 'calendar' || stated.is === 'decade' || stated.is === 'century')

interface Claimed {
  readonly claim: Claim
  readonly end: number
  readonly usesLead: boolean
}

function claimOf(
  text: string,
  core: Core,
  lead: Claim | 'between' | 'from' | undefined,
  words: string,
): Claimed {
  const { end, from } = core
  if (from.stated.is === 'recent') return { claim: 'point', end, usesLead: false }
  const ongoing = matchAt(present, text, end)
  if (ongoing !== null && isOpenRange(text, from.stated, end, ongoing))
    return { claim: 'since', end: end + ongoing[0].length, usesLead: lead === 'from' }
  const more = matchAt(onwards, text, end)
  if (more !== null)
    return { claim: 'onwards', end: end + more[0].length, usesLead: lead === 'from' }
  if (lead === 'until' && (notUntil.test(words) || putOff.test(words)))
    return { claim: 'point', end, usesLead: false }
  if (lead === 'from')
    return noStart.test(words) || from.clock !== undefined
      ? { claim: 'point', end, usesLead: false }
      : { claim: 'onwards', end, usesLead: true }
  if (lead === undefined || lead === 'between')
    return { claim: lastsByItself(from, words) ? 'lasted' : 'point', end, usesLead: false }
  return { claim: lead, end, usesLead: true }
}

/** 2010-present, 2010-: not the dash of a sentence. */
const isOpenRange = (
  text: string,
  stated: Statement,
  end: number,
  match: RegExpExecArray,
): boolean =>
  match[0] !== '-' ||
  (stated.is === 'calendar' &&
    stated.month === undefined &&
    /^-(?:\)|$)/.test(text.slice(end, end + 2)))

/** Weeks, quarters, halves and ages are told of as a whole. */
const lastsByItself = ({ stated }: Name, words: string): boolean =>
  throughout.test(words) ||
  (stated.is === 'shift' && (stated.unit === 'week' || stated.part === 'so-far')) ||
  stated.is === 'week-of' ||
  stated.is === 'ended' ||
  stated.is === 'quarter' ||
  stated.is === 'winter' ||
  (stated.is === 'weekday' && stated.weekday === 6.5)
