// The words before and after an English name of a date, and what they claim: since, by, c., onwards.
import { before, matchAt } from '../../text/sticky.ts'
import { isOfSome, type Claim, type Name, type Phrase, type Statement } from '../stated.ts'

export interface Core {
  readonly start: number
  readonly end: number
  readonly from: Name
  readonly to?: Name
  /** 3, 5 or 8 July: the dates between the first and the last of which it is one. */
  readonly others?: readonly Name[]
  readonly isEither?: true
  readonly joint?: string
  readonly doubt?: 'two-dates' | 'words-beside' | 'lasted-or-once'
}

const leads: readonly (readonly [RegExp, Claim | 'between' | 'from'])[] = [
  [
    /\b(?:up until|until|till|up to|as late as)(?: about| around| at least| the end of)? (?:the )?$/i,
    'until',
  ],
  [/\b(?:no earlier than|not earlier than|no sooner than|not before)(?: the)? $/i, 'after'],
  [/(?<!\ball )\bthrough(?: to)? (?:the )?$/i, 'until'],
  [/\bsince(?: about| around| at least)? (?:the )?$/i, 'since'],
  [/\b(?:as of|as at|as on)(?: about| around)? (?:the )?$/i, 'asOf'],
  [/\b(?:by|no later than|not later than|on or before)(?: about| around)? (?:the )?$/i, 'by'],
  // Two weeks after Easter, the Tuesday after it: counted from it.
  [
    /(?<!\b(?:minute|hour|day|night|week|fortnight|month|year|[A-Z][a-z]+day|morning|evening)s? )\b(?:after|later than|post)(?: about| around)? (?:the )?$|\bpost-$/i,
    'after',
  ],
  [/\b(?:prior to|ahead of|before)(?: about| around)? (?:the )?$/i, 'by'],
  [/\b(?:between)(?: about| around)? (?:the )?$/i, 'between'],
  [/\bfrom(?: about| around)? (?:the )?$/i, 'from'],
]
const atBound = /,? at (?:the )?(?:very )?(?:latest|earliest)(?![a-z])/y
const onwards = /,? (?:onwards?|forward|on(?=[,.;]))/y
const present =
  /(?: ?- ?| to (?:the )?)(?:present(?: day)?|today|now|date)(?![a-z])|-(?=[\s,.;)]|$)/y
const about = /(?:(?<!\/)\b(?:c|ca|circa|around|about|approximately|roughly)\b\.? ?)$/i
/** During 2020 something may have happened once: only these say that it went on through it. */
const throughout =
  /\b(?:throughout|over(?! the course of)|all through|(?:most|much|all|the whole|the rest) of)(?: the)? $/i
/** Sometime between 1850 and 1853: on one day of that time. */
const atSomeTime =
  /\b(?:some ?time|at some (?:point|time|date|stage)|(?:some|one|a) day|at an (?:unknown|unrecorded) (?:date|time))(?: (?:in|during|within))? $/i

/** A rise from 2014, postponed from September: not the start of anything. */
const noStart =
  /(?:postponed|moved|delayed|down|up|rose|rise|risen|fell|fallen|rescheduled|different|dated?|photo|newspapers?|letters|photograph|image|letter|dating|dates|increase|increased|decrease|coin|report|apart|far|footage|relic|survivor|memories|emails?|data|figures?|putting|pushed|brought forward) from(?: the)? $/i
const notUntil = /(?:\bnot|n't|\bnever|\bno one|\bnobody|\bonly|\bwaited?)\b[^.;!?\n]{0,60}$/i

const putOff =
  /\b(?:put off|postpone|delay|defer|adjourn)(?:s|d|ed|ing)?\b[^.;!?\n]{0,60} (?:until|till)(?: the)? $|\b(?:postponed|delayed|put (?:off|back)|deferred|adjourned|moved|rescheduled) (?:until|till)(?: the)? $/i

export function withWords(text: string, core: Core): Phrase {
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
    ...(core.others === undefined ? {} : { others: core.others }),
    ...(core.doubt === undefined ? {} : { doubt: core.doubt }),
  }
  if (core.to !== undefined) {
    const marks = [from, ...(core.others ?? []), core.to]
    const isSaid = rough !== null && core.doubt === undefined
    const doubt = isOfSome(marks, isSaid) ? { doubt: 'scope-of-mark' as const } : {}
    // By 3 or 8 July: what that claims, no date of the profile holds.
    const unsure = lead === undefined ? doubt : { doubt: 'words-beside' as const }
    if (core.isEither === true)
      return { ...phrase, ...unsure, start, end: core.end, claim: 'either' }
    const ranged = lead?.[1] === 'between' || lead?.[1] === 'from'
    const at = ranged ? start - leadWords.length : start
    const isOnce = atSomeTime.test(before(text, at, 40))
    const mayBeOnce =
      lead?.[1] === 'between' && !isOnce && core.doubt === undefined
        ? { doubt: 'lasted-or-once' as const }
        : {}
    const claim = isOnce ? 'point' : 'lasted'
    return { ...phrase, ...mayBeOnce, ...doubt, start: at, end: core.end, claim }
  }
  const whole = before(text, core.start, 90)
  const { claim, end, usesLead } = claimOf(text, core, lead?.[1], whole)
  if (claim === 'onwards' && usesLead && isAgeOfThing(core, whole))
    return { ...phrase, doubt: 'words-beside', start, end, claim: 'point' }
  return { ...phrase, start: usesLead ? start - leadWords.length : start, end, claim }
}

/** A jug from the 5th century: when it was made. Closed from the 1920s: since then. */
const isAgeOfThing = ({ from: { stated } }: Core, words: string): boolean =>
  (stated.is === 'century' || stated.is === 'decade') &&
  /(?<!\b(?:[a-z]+ed|[a-z]+ing|open|shut|built|held|ran|was|were|is|are|be|here|there|it|them|city|town|especially|particularly|mainly|largely|probably|possibly|but|and|which|that)) from (?:about |around |the )*$/i.test(
    words,
  ) &&
  /[a-z]\s+from (?:about |around |the )*$/i.test(words)

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
  const bound = matchAt(atBound, text, end)
  if (bound !== null) {
    const claim = /latest/.test(bound[0]) ? 'by' : 'after'
    return { claim, end, usesLead: lead === claim }
  }
  const more = matchAt(onwards, text, end)
  if (more !== null)
    return { claim: 'onwards', end: end + more[0].length, usesLead: lead === 'from' }
  if (lead === 'until' && (notUntil.test(words) || putOff.test(words)))
    return { claim: 'point', end, usesLead: false }
  if (lead === 'from')
    return noStart.test(words.replace(about, '')) || from.clock !== undefined
      ? { claim: 'point', end, usesLead: false }
      : { claim: 'onwards', end, usesLead: true }
  if (lead === undefined || lead === 'between')
    return { claim: lastsByItself(from, words) ? 'lasted' : 'point', end, usesLead: false }
  // Shortly after 3 p.m. on 5 May it is that day.
  if (lead === 'after' && (from.clock !== undefined || from.stated.is === 'clock'))
    return { claim: 'point', end, usesLead: false }
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
