// The walk through a text: phrases in order, each read in the scene that those before it made.
import { yearOf, type Period } from '../period.ts'
import type { CivilDay } from '../../domain/date/civil-day.ts'
import { countsFromText, doubtOfBase, mayCount, needsText, otherBase } from './bases.ts'
import { composePhrase, type Composed, type Place } from './compose.ts'
import type { TextClause, Grammar } from './grammar.ts'
import {
  asideStart,
  isAboveDates,
  isHeading,
  isSignature,
  isStamp,
  linesOf,
  type Line,
} from '../text/lines.ts'
import { composeFrom, eitherReading, isOfSource, isQuoted } from './quotation.ts'
import { afterPhrase, openingScene, ownDayOf, type Scene, type Spot } from './scene.ts'
import type { Phrase } from './stated.ts'
import { isOffsetOf } from './time-zone.ts'
import {
  inEitherZone,
  inOtherZone,
  isAllAbroad,
  withoutTime,
  withTimeOf,
  zoneAt,
  type NamedZone,
} from './time-of-day.ts'

export interface Walked {
  readonly phrase: Phrase
  readonly composed: Composed
  readonly isEvent: boolean
  readonly isAside: boolean
  /** It heads lines that begin with dates of their own, and nothing else happened then. */
  readonly isHeading: boolean
}

export interface Setting {
  readonly day: CivilDay
  readonly timeZone: string
  /** The language or the text says that 109年 is of the Republic of China. */
  readonly isMinguo: boolean
}

const opensClause = /^\s*(?:(?:in|by|on|from|since|during|at)\s)?(?:the\s)?$/i

/** What may stand before the first word of an entry. */
const bullet = /^[\s*#·•([【-]*$/

/** All that stands between two days of a list. */
const listSign = /^(?:、|、?(?:以?及|和|与))$/

/** What stands between the day of an entry and its text. */
const cutOff = /^(?: ?: ?| -{1,2} |\. | (?=[^\u0020-\u007e]))/

/** The longest words around a phrase that are looked at. */
const reach = 90

export function walk(
  text: string,
  grammar: Grammar,
  { day, timeZone, isMinguo }: Setting,
): Walked[] {
  const folded = grammar.fold(text)
  const lines = linesOf(folded)
  const aside = asideStart(folded, lines)
  const walked: Walked[] = []
  let scene = sceneBefore(folded, grammar, { day, timeZone, isMinguo })
  let line = 0
  let sentence = 0
  let counted = 0
  let taken = 0
  const phrases = [...phrasesOf(folded, grammar, yearOf(day))]
  for (const [index, found] of phrases.entries()) {
    const phrase = withDoubt(found, folded, grammar, taken)
    while ((lines[line + 1]?.start ?? Infinity) <= phrase.start) line += 1
    sentence += sentencesIn(folded.slice(counted, phrase.start), grammar)
    counted = phrase.start
    const clause = clauseAround(folded, phrase, grammar, lines[line]?.start ?? 0)
    const isEntry = bullet.test(folded.slice(lines[line]?.start ?? 0, phrase.start))
    const spot: Spot = {
      sentence,
      paragraph: line,
      tense: grammar.tenseOf(phrase, clause),
      opens: opensClause.test(clause.before),
      ...yearBehind(folded, phrase, phrases[index + 1], grammar),
      ...(isEntry && { isEntry }),
      ...(taken > 0 && listSign.test(folded.slice(taken, phrase.start)) && { isListed: true }),
    }
    if (phrase.isEntry === true && scene.heading === null) continue
    if (needsText(phrase) && !mayCount(phrase, scene, spot)) continue
    const place: Place = { scene, spot, timeZone }
    const zone = zoneAt(folded, phrase, grammar, { from: taken, day, timeZone })
    const told = lastedOr(phrase, grammar.lasted(phrase, clause))
    const read = readInZone(folded, told, place, zone)
    const between = folded.slice(Math.max(taken, phrase.start - reach), phrase.start)
    const composed = withBase(read, phrase, place, grammar.mayName.test(between))
    taken = phrase.end
    const here = lines[line] ?? { start: 0, end: folded.length }
    const about = { place: line, text: folded, next: phrases[index + 1], day }
    const { stamp, isAlone, isBare, heads } = inItsLine(here, phrase, composed.named[0], about)
    const isEvent = !stamp && !isBare && grammar.isEvent(phrase, clause)
    walked.push({ phrase, composed, isEvent, isAside: phrase.start >= aside, isHeading: isBare })
    // A time of a day that is itself in doubt is nothing to count from.
    const isDoubtful = phrase.from.stated.is === 'clock' && composed.open !== null
    const isDiary = isEntry && cutOff.test(folded.slice(phrase.end, phrase.end + 4))
    const isBracketed = isInParens(clause.sentenceBefore)
    if (!isBracketed) scene = { ...scene, abroad: abroadAfter(phrase, place, zone) }
    if (grammar.leads(phrase, clause) && !stamp && !isBracketed)
      scene = isDoubtful
        ? withoutTime(scene)
        : withTimeOf(
            afterPhrase(scene, { phrase, composed, spot, heads, isAlone, isDiary }),
            phrase,
            composed,
          )
  }
  return walked
}

/** What counts from the text is open where words before it may name another date. */
const withBase = (
  read: Composed,
  phrase: Phrase,
  { scene, spot }: Place,
  isUnread: boolean,
): Composed =>
  countsFromText(phrase) && read.open === null
    ? { ...read, open: doubtOfBase(scene, spot, isUnread) }
    : read

function sceneBefore(text: string, grammar: Grammar, { day, timeZone, isMinguo }: Setting): Scene {
  const abroad = isAllAbroad(text, grammar, { day, timeZone }) ? { paragraph: null } : null
  return { ...openingScene(day, grammar.carries, isMinguo), abroad }
}

interface AboutLine {
  readonly place: number
  readonly text: string
  readonly next: Phrase | undefined
  /** The source's. */
  readonly day: CivilDay
}

/** What a phrase is to its line: the article's own stamp, or the heading of what follows. */
function inItsLine(
  here: Line,
  phrase: Phrase,
  period: Period | undefined,
  { place, text, next, day }: AboutLine,
) {
  const stated = { phrase, text }
  const isAlone = isHeading(here, phrase, text)
  return {
    stamp:
      isStamp(here, place, stated, { period, day }) || isSignature(here, stated, { period, day }),
    isAlone,
    isBare: isAlone && isAboveDates(text, phrase, next),
    // The source's own day heads nothing: what its text tells may lie on either side of it.
    heads: isAlone && period?.first !== day,
  }
}

/**
 * In which line another zone was named for times that follow. The timeline's own ends that, as does a date
 * in another line.
 */
function abroadAfter(
  { from: { stated, clock } }: Phrase,
  { scene: { abroad, day }, spot: { paragraph }, timeZone }: Place,
  zone: NamedZone | null,
): Scene['abroad'] {
  const offset = clock?.offset
  if (zone !== null || offset !== undefined) {
    const isOwn = zone?.isOwn ?? isOffsetOf(offset ?? '', timeZone, [day, clock?.minute ?? 0])
    return isOwn ? null : { paragraph }
  }
  const holds = abroad?.paragraph === paragraph || abroad?.paragraph === null
  return holds || stated.is === 'clock' ? abroad : null
}

function readInZone(text: string, phrase: Phrase, place: Place, zone: NamedZone | null): Composed {
  const isAbroad = abroadAfter(phrase, place, zone) !== null
  if (!isAbroad || phrase.from.clock?.offset !== undefined) return readPhrase(text, phrase, place)
  if (zone?.isBeside === true) return readPhrase(text, inOtherZone(phrase), place)
  return inEitherZone(readPhrase(text, phrase, place))
}

function readPhrase(text: string, phrase: Phrase, place: Place): Composed {
  const { scene, spot } = place
  if (isQuoted(text, phrase)) return composeFrom(scene.story, phrase, place, 'day-of-quotation')
  if (isOfSource(phrase)) return composeFrom(ownDayOf(scene, spot), phrase, place, 'two-bases')
  const other = otherBase(phrase, scene, spot)
  if (other === null) return composePhrase(phrase, place)
  return eitherReading(
    composePhrase(phrase, { ...place, scene: other }),
    composePhrase(phrase, place),
    'two-bases',
  )
}

/** Closed in March and sold in June 2022: English may name the year of both at the second. */
function yearBehind(
  text: string,
  { end, from, to }: Phrase,
  next: Phrase | undefined,
  { carries }: Grammar,
): Pick<Spot, 'behind'> {
  if (carries || next === undefined || to !== undefined || from.besides.length > 0) return {}
  if (from.stated.is !== 'calendar' || from.stated.year !== undefined) return {}
  const { stated } = next.from
  if (stated.is !== 'calendar' || stated.month === undefined) return {}
  if (stated.year === undefined || !('at' in stated.year)) return {}
  const between = text.slice(end, next.start)
  return between.length < near * 2 && /^[^.;:!?\n]* (?:and|or|then|to)\b[^.;:!?\n]*$/.test(between)
    ? { behind: stated.year.at }
    : {}
}

/** Few words around a phrase are looked at for what may belong to it. */
const near = 20

function withDoubt(phrase: Phrase, text: string, grammar: Grammar, taken: number): Phrase {
  if (phrase.doubt !== undefined) return phrase
  const context = text.slice(Math.max(0, phrase.start - near), phrase.start)
  const earlier = text.slice(Math.max(taken, phrase.start - near), phrase.start)
  const later = text.slice(phrase.end, phrase.end + near)
  const words = text.slice(phrase.start, phrase.end)
  return grammar.hasWordsBeside({ earlier, context, later, words })
    ? { ...phrase, doubt: 'words-beside' }
    : phrase
}

function sentencesIn(text: string, { sentenceEnd }: Grammar): number {
  return text.match(sentenceEnd)?.length ?? 0
}

/** What stands in brackets is beside the story: 次日 does not count from it. */
const isInParens = (sentence: string): boolean =>
  sentence.lastIndexOf('(') > sentence.lastIndexOf(')')

/** Phrases of a text in order; they never overlap. */
function* phrasesOf(text: string, grammar: Grammar, now: number): Generator<Phrase> {
  let taken = 0
  const trigger = new RegExp(grammar.trigger.source, grammar.trigger.flags)
  for (;;) {
    const match = trigger.exec(text)
    if (match === null) return
    const at = match.index
    const read = grammar.phraseAt(text, at, now)
    if (read === null) {
      trigger.lastIndex = Math.max(trigger.lastIndex, at + 1)
      continue
    }
    if ('skipTo' in read) {
      trigger.lastIndex = Math.max(read.skipTo, at + 1)
      continue
    }
    const start = Math.max(read.start, taken)
    yield { ...read, start }
    taken = read.end
    trigger.lastIndex = Math.max(read.end, at + 1)
  }
}

function clauseAround(
  text: string,
  phrase: Phrase,
  grammar: Grammar,
  lineStart: number,
): TextClause {
  const earlier = text.slice(Math.max(lineStart, phrase.start - reach), phrase.start)
  const end = new RegExp(grammar.sentenceEnd.source)
  const later = text.slice(phrase.end, phrase.end + reach).split(end)[0] ?? ''
  const cut = grammar.clauseEnd
  const parts = later.split(cut)
  const sentence = earlier.split(end).at(-1) ?? ''
  return {
    before: earlier.split(cut).at(-1) ?? '',
    after: parts[0] ?? '',
    next: parts[1] ?? '',
    sentenceBefore: sentence,
  }
}

function lastedOr(phrase: Phrase, lasted: boolean): Phrase {
  if (!lasted || phrase.from.clock !== undefined) return phrase
  const { doubt, ...told } = phrase
  if (doubt === 'lasted-or-once') return { ...told, claim: 'lasted' }
  return phrase.claim === 'point' && phrase.to === undefined
    ? { ...phrase, claim: 'lasted' }
    : phrase
}
