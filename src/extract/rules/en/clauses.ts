// What an English clause says of its date: whether it looks ahead, whether something lasted, and
// whether it puts anything on a timeline at all.
import type { TextClause } from '../grammar.ts'
import type { Tense } from '../scene.ts'
import type { Phrase } from '../stated.ts'

const ahead =
  /\b(?:will|won't|shall|going to|set (?:to|for)|due|expects?|plans? to|planning to|to be|(?:is|are) to|must|aims? to|hopes? to|needs? to|ha(?:s|ve) (?:until|to)|upcoming|forthcoming|deadline|(?:cancelled|canceled|postponed|called off)(?! (?:the|its|his|her|their|all|an?|plans|talks)\b)|intends?|open until|on (?:track|course) to|(?:is|are) in (?:effect|force)|looking (?:ahead|forward)|away to|booked for|if|unless|takes? (?:place|effect)|(?:calls|provides) for|envisages|apply|register|submit)\b|'ll\b/gi
/** The present of what is arranged, close to its date: the board meets Tuesday. */
const arranged =
  /\b(?:opens?|falls?|begins?|starts?|meets?|closes?|ends?|runs?|plays?|faces?|hosts?|returns?|votes?|resumes?|reopens?|launches|arrives?|leaves?|lasts|continues?|remains?|go(?:es)? on sale|runs? out|speaks?|holds?|is|are|performs?|airs?|premieres?|expires?|(?:goes|heads|comes)(?: [a-z]+){1,3})(?: (?:again|here|there|open|on sale|closed|back|online|free))?(?:,? (?:on|from|in|at|until|by|the|early|late|this|next|\d{1,2}(?::\d\d)?(?:-\d{1,2}(?::\d\d)?)? ?[ap]\.?m\.?))* ?$/i
const past =
  /(?<!\b(?:be|to be|get|been) )\b(?:was|were|had|did|didn't|said|told|been|began|held|found|fell|rose|took|came|went|made|left|won|lost|led|met|ran|saw|gave|got|built|sold|bought|spoke|wrote|broke|struck|hit|died|sent|brought|became|grew|drew|rang|sang|drank|flew|threw|blew|rode|wore|tore|spent|slept|swept|dealt|meant|taught|caught|thought|fought|sought|paid|laid|hung|stuck|sank|stole|chose|froze|woke|fled|spun|drove|shook|forgot|knew|lay|kept|felt|stood|heard|shut|cut|burst|put|set out|ha(?:s|ve) (?!until|to)[a-z]+|[a-z]{2,}[^e]ed|[a-z]+ied|released)\b/gi

function lastMatch(expression: RegExp, words: string): number {
  let last = -1
  for (const match of words.matchAll(expression)) last = match.index
  return last
}

function firstMatch(expression: RegExp, words: string): number {
  expression.lastIndex = 0
  const match = expression.exec(words)
  expression.lastIndex = 0
  return match === null ? Infinity : match.index
}

/** What looks like the past and is not: will be held, is planned, has been cancelled. */
const toCome =
  /\b(?:will|won't|would|shall|must|can|could|should|may|might|'ll|(?<=\b(?:is|are|be|due|set|scheduled|expected|planned|plans?|planning|hopes?|hoping|aims?|aiming|wants?|intends?|likely|about|needs?|promised|promises|agreed|pledged|vowed|seeks?|decided|ordered|has|have|deadline|time|until|ready|able|invited|asked|not|also|now) )to)(?: not| also| then| only)?(?: be| have been)? [a-z]+|\b(?:(?:has|have|had|is|are|was|were) )?(?:been |being |now |not )?(?:(?:arranged|fixed|slated|billed|pencilled in|timed|planned|scheduled|booked) for|if (?:[a-z]+ )?(?:bought|paid|made|received|sent|[a-z]+ed)|planned|scheduled|expected|(?:cancelled|canceled|postponed|called off)(?! (?:the|its|his|her|their|all|an?|plans|talks)\b)|invited|booked|set for|due)\b/gi
const marker = 'due'

const withMarkers = (words: string): string =>
  words.replace(toCome, (match) => marker.padEnd(match.length))

/** Was due then: over by now, or still to come. */
const wasDue =
  /\b(?:was|were|had been) (?:now |still |not |originally )?(?:due|set|scheduled|planned|expected|meant|supposed|to [a-z]+)\b[^.;!?]{0,40}$/i

export function tenseOf({ claim }: Phrase, clause: TextClause): Tense {
  if (wasDue.test(clause.before) || notice.test(clause.before)) return 'unsure'
  if (claim === 'asOf' || claim === 'since' || postponedFrom.test(clause.before)) return 'past'
  // Its hearing was on 9 March and its last on 30 June: the verb stands in an earlier clause.
  const tense =
    tenseOfClause(clause) ??
    tenseOfClause({ ...clause, before: clause.sentenceBefore, after: '', next: '' })
  if (claim !== 'by' && claim !== 'until') return movedTo.test(clause.before) ? 'unsure' : tense
  // Tickets bought before 20 October will be cheaper: the verb behind tells, too.
  const willLook = withMarkers(clause.after).includes(marker)
  // Has joined until 15 January: the end of what began may lie ahead.
  const hasBegun = claim === 'until' && /\bha(?:s|ve) [a-z]+\b[^.;]*$/.test(clause.before)
  return tense === 'past' && (willLook || hasBegun) ? 'unsure' : (tense ?? 'ahead')
}

/** Closed from 24 December: a notice without a subject may be of this year or the next. */
const notice = /^\s*(?:Open|Closed|Shut|Suspended|Cancelled)\b[^.;!?]{0,12}$/

/** Has been moved to 14 July: over by now, or still to come. */
const movedTo =
  /\b(?:moved|postponed|put (?:back|off)|rescheduled|brought forward|deferred|adjourned|delayed) (?:to|until|till|for) (?:the )?$/i

/** The verb nearest before the date tells, else the first after it. */
function tenseOfClause({ before, after, next }: TextClause): 'ahead' | 'past' | null {
  const words = withMarkers(before)
  const looks = lastMatch(ahead, words)
  const looked = lastMatch(past, words)
  // Monday is a holiday.
  if (/^\s*$/.test(before) && /^ (?:is|are) (?!when\b|the day\b)/.test(after)) return 'ahead'
  const near = arranged.exec(words)
  if (near !== null && near.index > looked) return 'ahead'
  if (looks !== looked) return looks > looked ? 'ahead' : 'past'
  const following = withMarkers(after.trim() === '' ? next : after)
  const willLook = firstMatch(ahead, following)
  const hasLooked = firstMatch(past, following)
  if (willLook === hasLooked) return null
  return willLook < hasLooked ? 'ahead' : 'past'
}

const lasting =
  /^[^,.;]{0,30}?\b(?:throughout|all (?:day|week|month|year)|daily|a total of|so far|averaged|in all)\b/i
const measured =
  /^ (?:was|were|saw|brought) (?:the |its |one of the )?(?:wettest|driest|hottest|coldest|busiest|warmest|worst|best|[a-z]+est)\b/
const rates =
  /\b(?:rainfall|rates?|sales|profits?|output|turnover|revenue|temperatures?|inflation|unemployment|attendance|production)\b[^.;]{0,30}$|^[^.;]{0,24}\b(?:rainfall|sales|profits?|output|revenue|temperatures?|inflation|averaged)\b/i

export const lasted = (
  { from: { stated }, doubt }: Phrase,
  { before, after }: TextClause,
): boolean =>
  (doubt === 'lasted-or-once' && goods.test(before)) ||
  (stated.is !== 'calendar' || stated.day === undefined
    ? lasting.test(after) ||
      measured.test(after) ||
      rates.test(before) ||
      (stated.is === 'decade' && rates.test(after))
    : false)

const dateline =
  /^\)? ?(?:\([A-Z][A-Za-z. ]{1,20}\) ?)?--? |^ ?--(?: |$)|^ \((?:Reuters|AP|AFP|PA)\)/
const cancelled =
  /\b(?:cancelled|canceled|postponed|called off|scrapped|not needed)\b(?![^.;]*\b(?:will|now|instead)\b)/i
const cancelledAfter =
  /^[^.;]{0,40}\b(?:was|were|is|are|been) (?:cancelled|canceled|postponed|called off|scrapped|not needed)\b/i
const postponedFrom =
  /\b(?:postponed|moved|delayed|rescheduled|put back|brought forward) from(?: the)? $/i
const supposed = /\b(?:if|unless|in case)\b[^.;!?]{0,60}$/i
const denied =
  /\b(?:will not|won't|cannot|can't|would not|wouldn't|did not|didn't)\b[^.;!?]{0,40}$/i
const had =
  /\bhad (?:hoped|planned|meant|intended|expected|wanted) to\b[^.;!?]{0,60}$|\bhad been (?:scheduled|planned|due|expected|meant|set)\b[^.;!?]{0,40}$|\b(?:originally|previously) (?:scheduled|planned|due|set)\b[^.;!?]{0,40}$/i
const compared =
  /\b(?:than|compared (?:with|to)|against|versus|(?:up|down) from|(?:[\d%][^.;]{0,30}|\b(?:is|are|was|were) )(?:up|down) on|(?:rise|rose|fall|fell|increase|drop) from|from [\d.,£$%]+[a-z]* in) (?:in )?(?:the )?$/i
/** (first half of 2023: £79.9m): the other side of a comparison. */
const beside = /\($/
const ofRule =
  /\b(?:rule|law|act|regulations?|legislation|ordinance|statute)s? (?:passed|adopted|enacted|introduced|signed|made)(?: into law)? (?:in|on) (?:the )?$/i
const wasTo = /\b(?:was|were|had been|supposed|meant|expected) (?:due )?to [a-z]+[^.;!?]{0,30}$/i
const putBack =
  /^[^.;]{0,30}\b(?:was|were|is|are|been) (?:put (?:back|off)|postponed|delayed|moved|cancelled|canceled|called off|scrapped)\b/i
const superlative =
  /\b(?:[a-z]{3,}est|first|worst|best|least|most [a-z]+|record|highest|lowest)\b[^.;,]{0,60}$/i
const rule =
  /\b(?:rule|law|act|regulations?|legislation|standard|bill)s? (?:that|which)\b[^.;]{0,20}\b(?:takes?|took|taking|comes?|came|coming) (?:into )?(?:effect|force)\b[^.;]{0,6}$/i
const object =
  /\b(?:best[- ]by|use[- ]by|sell[- ]by|expiry|lot|dated|dating (?:back )?(?:from|to)|dat(?:e|es|ed) (?:it|them|the [a-z]+) to|dates (?:back )?(?:from|to)|coins? of|bearing|inscribed|inscription|born|cop(?:y|ies) of|edition of|version of|census of|plan for|plans for|budget for)\b[^.;,]{0,24}$/i

/** Sold between two dates: what is recalled, not what happened. */
const goods =
  /\b(?:manufactured|produced|made|sold|purchased|issued|packaged|models?|vehicles)\b[^.;]{0,16}$/i

export function isEvent(phrase: Phrase, clause: TextClause): boolean {
  const { before, after } = clause
  if (
    dateline.test(after) &&
    /^(?:[A-Z., ]{1,30}|[A-Z][A-Za-z.' ]{1,24}, (?:[A-Z][A-Za-z.]*,? )?)\(?$/.test(before)
  )
    return false
  if (cancelled.test(before) || cancelledAfter.test(after)) return postponedTo(before)
  if (
    postponedFrom.test(before) ||
    had.test(before) ||
    (denied.test(before) && phrase.claim === 'by')
  )
    return false
  if (supposed.test(before) && !/\bwill\b/.test(before)) return false
  if (/^ if\b/.test(after) && /\b(?:may|might|could|would)\b/.test(before)) return false
  if (phrase.claim === 'since' && superlative.test(before)) return false
  if (rule.test(before) || ofRule.test(before)) return false
  if (beside.test(before) && after === '' && /^ ?[£$€]?\d/.test(clause.next)) return false
  if (wasTo.test(before) && putBack.test(after.trim() === '' ? clause.next : after)) return false
  if (isThing(phrase) && object.test(before)) return false
  if (isAttribute(phrase, clause)) return false
  if (phrase.to !== undefined && goods.test(before)) return false
  return phrase.claim !== 'point' || !compared.test(before)
}

const isThing = ({ from: { stated } }: Phrase): boolean =>
  stated.is === 'numeric' || stated.is === 'calendar' || stated.is === 'years'

/** In a 1994 interview, the 2019 election: the year tells which one. */
const isAttribute = (
  { claim, to, from: { stated } }: Phrase,
  { before, after }: TextClause,
): boolean =>
  claim === 'point' &&
  to === undefined &&
  stated.is === 'calendar' &&
  stated.month === undefined &&
  stated.yearPart === undefined &&
  /\b(?:an?|the|his|her|its|their|our|my|whose|that) $/i.test(before) &&
  /^ [a-z]{3,}/.test(after)

/** Postponed from March to May: the new date stands. */
const postponedTo = (before: string): boolean =>
  /\b(?:postponed|moved|delayed|deferred|put (?:back|off)|rescheduled|adjourned) (?:to|until|till|for) (?:the )?$/i.test(
    before,
  ) || /\buntil $/i.test(before)

export const leads = (phrase: Phrase, { before }: TextClause): boolean =>
  !(object.test(before) && isThing(phrase)) &&
  // The wettest since 2014: the story does not go on from there.
  !(phrase.claim === 'since' && superlative.test(before))
