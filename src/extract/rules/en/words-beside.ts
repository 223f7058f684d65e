// English words so close to a date that they may belong to it, though no rule reads them: what they leave
// open is for a person to settle.
import type { WordsAround } from '../grammar.ts'

const weekday = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
const monthName =
  '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|ember|ober)?\\.?'
const rough = '(?:about|around|c\\.|ca\\.|circa)'
const unit = '(?:minute|hour|day|night|week|weekend|fortnight|month|year|quarter|half|season)s?'

const earlierWords: readonly RegExp[] = [
  // 9/ before 10 March, 9, 10 and: numbers of a list or of a pair
  /\d(?:st|nd|rd|th)?(?: ?[/&-] ?|,? (?:and|to|or) |, )(?:the )?$/,
  // the first of May
  /\b(?:first|second|third|[a-z]+th) of (?:the )?$/i,
]

/** Of words that another rule has read, too. */
const contextWords: readonly RegExp[] = [
  // a year ago last Friday, a week on Tuesday, last week on Tuesday
  /\bago $/i,
  new RegExp(`\\b(?:ago|${unit}) (?:on|last|from|next|this) (?:the )?$`, 'i'),
  // two weeks after Easter, the Tuesday after Easter, three days into May
  new RegExp(
    `\\b(?:${unit}|${weekday}|morning|evening) (?:after|from|into|to|till|ended|ending|through|short of)(?: on)? (?:the )?$`,
    'i',
  ),
  // the day before 6 March, of which "before" was read with the day
  new RegExp(`\\b(?:${unit}|${weekday}) before(?: the)?$`, 'i'),
  // 5 March or 8 March 2019: one of two dates
  new RegExp(
    `(?:\\d|\\d(?:st|nd|rd|th)|\\b${monthName}|\\b${weekday}),? or (?:on |in )?(?:the )?(?:${rough} ?)?$`,
  ),
  // this time last year
  /\b(?:this|the same|around|at this) time,? (?:of )?$/i,
]

/** Three days before Christmas; before stands in the phrase. */
const counted = new RegExp(`\\b(?:${unit}|${weekday}|morning|evening|eve) $`, 'i')

const laterWords: readonly RegExp[] = [
  new RegExp(
    `^,? or (?:on |in )?(?:the )?(?:${rough} ?)?(?:\\d|${monthName}|${weekday}|early|mid|late|end|start|spring|summer|autumn|fall|winter)`,
  ),
  /^(?:-ish\b|-odd\b| or (?:so|thereabouts|\d|the (?:day|week|month|year) (?:before|after))| ?±|\/\d|-\d)/,
  /^ (?:and|or|to) '\d\d(?![\ds])/,
  // from 1843 until his death: an end that no rule reads
  /^,? (?:until|till|up to)(?![a-z])/,
  // tomorrow week, May week
  /^ (?:week|fortnight)\b/,
]

const weekdayAlone = new RegExp(`^${weekday}(?: (?:morning|afternoon|evening|night))?$`)

/** Last week of the season, the weekend after the flood: of something else than the source, or maybe. */
const relative = new RegExp(
  `^(?:(?:the )?(?:last|next|previous) )?(?:${weekday}|weekend|week|month|year)$`,
  'i',
)
const ofAnother = /^ of (?!(?:last|this|next) week\b)/
const weekendAlone = /^(?:the )?weekend$/i
const besideAnother = /^ (?:before|after|preceding|following|prior to)(?![a-z])/

const counting =
  /^ (?:before last|after next|(?:last|next)(?! (?:to|week|month|year|day)\b)|gone)(?![a-z])/

/** A week ago on Sunday, last week on Tuesday: one day by two names that no rule joins. */
const dayAfter = new RegExp(`^,? (?:on |last )?(?:the )?${weekday}`)

export function hasWordsBeside({ earlier, context, later, words }: WordsAround): boolean {
  if (earlierWords.some((one) => one.test(earlier)) || laterWords.some((one) => one.test(later)))
    return true
  if (contextWords.some((one) => one.test(context))) return true
  // On the Monday: of the week that the text tells of, not of the source's.
  if (/\b(?:on|by|until|from|since) the $/i.test(context) && weekdayAlone.test(words)) return true
  if (relative.test(words) && ofAnother.test(later)) return true
  if (weekendAlone.test(words) && besideAnother.test(later)) return true
  // Tuesday last, the Tuesday before last
  if (weekdayAlone.test(words) && counting.test(later)) return true
  if (/^(?:before|prior to|ahead of) /i.test(words) && counted.test(context)) return true
  return /(?: ago| week| month)$/i.test(words) && dayAfter.test(later)
}
