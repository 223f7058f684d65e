// English: what can go wrong.
import type { RuleName, RuleValues } from '../../domain/broken-rule.ts'
import type { Translation } from '../../domain/text/translation.ts'
import { enProblemTypes } from './problem-types.ts'

const formsOf: Readonly<Record<string, string>> = {
  point: 'a point is a date, an instant, [a..b] or [a,b]',
  span: 'a span is a/b, a month or a year',
  since: 'a since is a/.. or a/',
  asOf: 'an asOf is ../b',
  until: 'an until is /b',
  undated: 'an undated is [..b]',
}

const meaningOf: Readonly<Record<string, string>> = {
  date: 'a date alone is a point',
  instant: 'an instant is a point',
  interval: 'a/b is a span',
  onwards: 'a/.. and a/ are a since',
  upTo: '../b is an asOf, /b is an until',
  within: '[a..b] is a point',
  before: '[..b] is undated',
  list: '[a,b] is a point',
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  Array: 'an array',
  Object: 'an object',
}

const tokens = {
  value: 'a value',
  key: 'a name in "quotation marks"',
  colon: 'a colon',
  'comma-or-brace': 'a comma or }',
  'comma-or-bracket': 'a comma or ]',
  end: 'nothing more',
  quote: 'the closing "',
} as const

const place = ({ line, column }: { readonly line: number; readonly column: number }): string =>
  `line ${line}, column ${column}`

/** A place in what edits leave as it is. */
const ofEdition = (where: string): string => `${where} of the edition`

const holderOf = ({ holder, isInEdition }: RuleValues['duplicate-id']): string =>
  isInEdition ? ofEdition(holder) : holder

/** `a, b or c` */
const alternatives = (options: readonly string[]): string =>
  options.length < 2 ? options.join('') : `${options.slice(0, -1).join(', ')} or ${options.at(-1)}`

type Sentence<Values> = object extends Values ? string : (values: Values) => string

/** The value that breaks the rule is the subject of the sentence and stands before it. */
type RuleSentences = { readonly [Rule in RuleName]: Sentence<RuleValues[Rule]> }

/** How to put it right, where the sentence does not say it. */
type RuleHints = { readonly [Rule in RuleName]?: string | ((values: RuleValues[Rule]) => string) }

const hints: RuleHints = {
  'unknown-theme': 'if it is missing, add it to the themes of the document',
  'unknown-actor': 'if it is missing, add it to the actors of the document',
  'unknown-source': 'if it is missing, add it to the sources of the document',
  'context-differs': 'write as prefix and suffix what stands next to it there, or leave them out',
  'wrong-sum': 'correct the parts or the whole, or leave out parts that are not all',
  'membership-cycle': 'leave out one of the memberships',
  'repeated-reference': 'leave it out here',
  'too-many-digits': 'write at most 15 digits, or use a larger unit',
  'passage-ambiguous': 'add a prefix, a suffix, or start and end',
  'passage-absent': 'cite the words of the source as they stand there',
  'after-source': ({ date }) => `write [..${date}] or an earlier day`,
  'inexact-number': 'use a larger unit',
  'ambiguous-name': 'use words that tell the two apart',
  'private-matter':
    'leave it out; where it is public business, name the term in allow, with the reason',
  'uncited-digits': 'correct it, cite the passage that has it, or give the reason in allow',
  'date-differs': 'correct the date, or the stated date',
  'uncited-words': 'cite the passage in which the source says so',
  'not-utf-8': 'save the file as UTF-8',
  'utf-16': 'save the file as UTF-8',
  'no-such-theme': 'the timeline lists its themes, with their ids and labels',
  'no-such-actor': 'the timeline lists its actors, with their ids and names',
  'no-such-source': 'the timeline lists its sources, with their ids and titles',
  'not-a-cursor': 'leave it out to begin with the first page',
}

export type ProblemMessages = Translation<typeof enProblems>

export const enProblems = {
  types: enProblemTypes,
  rules: {
    empty: 'empty: write a date such as 2020-01-26',
    'too-long': ({ max }) => `must be at most ${max} characters long`,
    'surrounding-space': 'surrounding space: write the date alone',
    'inner-space': 'a date has no space inside',
    'not-ascii': 'only digits, signs and letters of ASCII are used in a date',
    'not-a-date': 'not a date: write a year, month or day such as 2020, 2020-02 or 2020-02-15',
    'typed-date': 'not written as a date of the profile',
    'day-or-month':
      'could be the day or the month first: write the year, then the month, then the day',
    'decade-or-century': 'could be a decade or a century',
    'without-year': 'has no year: write year, month and day, such as 2020-12-05',
    'short-year': 'a year has four digits: write 2019, not 19',
    'unbounded-part':
      'early, mid and late have no agreed bounds: write the days that the source means, such as [2020-12-01..2020-12-10]',
    'exact-part':
      'what happened once in such a part of a month or year is a set, [2020-02-01..2020-02-10]; what lasted from its first day to its last is an interval, 2020-02-01/2020-02-10',
    'serial-number':
      'looks like the number by which a spreadsheet stores a day: show the cell as a date, and write that',
    'zero-part': '00 is no month and no day: leave out what is not known',
    'basic-format': 'basic format: hyphens and colons are needed, as in 2020-01-26 and 07:45',
    'year-digits': 'a year has four digits: 0987, or 198X for a decade and 19XX for a century',
    'year-range': 'years run from -9999 to 9999, in four digits',
    'no-year': 'no such year: AD 1, written 0001, follows 1 BC, written 0000',
    'no-month': 'no such month: months run from 01 to 12',
    'no-day': ({ month, days }) => `no such day: ${month} has ${days} days`,
    'two-digits': 'months and days have two digits',
    season:
      'seasons have no agreed bounds: write the months that the source means, [2020-03..2020-05] for what happened once in them, 2020-03/2020-05 for what lasted',
    week: 'not in the profile: write the days of the week, [2020-01-27..2020-02-02] for what happened once in it, 2020-01-27/2020-02-02 for what lasted',
    'ordinal-day': 'not in the profile: write month and day instead of the day of the year',
    'x-elsewhere':
      'not in the profile: X stands for the last one or two digits of a year alone, or XX for the whole day',
    'small-x': 'write X as a capital letter',
    'unspecified-part': 'not in the profile',
    'qualifier-place': 'not in the profile: ? ~ % stand once, at the end of a date; % is both',
    'time-without-offset': 'a time needs Z or an offset: 2020-03-13T07:45:00+08:00',
    'time-without-day': 'a time needs a whole day: 2020-03-13T07:45:00+08:00',
    'time-digits': 'a time has hours and minutes of two digits: 2020-03-13T07:45:00+08:00',
    'time-fraction': 'not in the profile: no fractions of a second',
    'no-time': 'no such time: hours run from 00 to 23, minutes and seconds from 00 to 59',
    'no-offset': 'no such offset: write Z, or hours up to 23 and minutes up to 59 such as +08:00',
    'qualified-instant': 'not in the profile: an instant has no ? ~ %',
    'time-in-interval': 'no times in intervals: write days',
    'x-in-interval': 'X forms are points: an interval has whole dates at its ends',
    'interval-without-bound': 'an interval needs a date at one end',
    'interval-parts': 'an interval has one slash, between two dates',
    'ends-before-start': 'ends before it starts',
    'range-alone':
      'a range is written a/b, a/.. or ../b for what lasted, [a..b] or [..b] for what happened once in it',
    'all-of-set': 'not in the profile: write an event for each date instead of { }',
    'set-bracket': 'a set begins with [ and ends with ], with nothing after it',
    'set-empty': 'a set needs dates: [a..b], [..b] or [a,b]',
    'set-of-one': 'a set of one date: write the date alone',
    'set-without-end': 'not in the profile: a set needs a latest date, [a..b]',
    'set-mixed': 'not in the profile: a set is a range, [a..b], or a list, [a,b]',
    'set-order': 'the dates of a list stand in order and do not overlap',
    'time-in-set': 'no times in a set: write days',
    'x-in-set': 'X forms are points: a set has whole dates',
    'form-not-of-kind': ({ form, kind }) =>
      `form does not fit kind: ${meaningOf[form]}, ${formsOf[kind]}`,
    'point-without-earliest':
      'a point needs an earliest bound: ../b is an asOf, /b is an until, [..b] is undated',
    'x-not-a-point': ({ kind }) => `X forms are points: ${formsOf[kind]}`,
    'day-not-a-span': `one day is a point: ${formsOf['span']}`,
    'unknown-field': 'is no field of this format',
    'missing-field': ({ field }) => `lacks the field ${field}`,
    'wrong-type': ({ expected }) => `must be ${typeNames[expected] ?? expected}`,
    'one-of': ({ options }) => `must be ${alternatives(options)}`,
    'too-short': ({ min }) => `must be at least ${min} character${min === 1 ? '' : 's'} long`,
    'too-many': ({ max }) => `must have at most ${max} entries`,
    'too-few': ({ min }) => `must have at least ${min} entries`,
    'at-most': ({ max }) => `must be at most ${max}`,
    'at-least': ({ min }) => `must be at least ${min}`,
    'not-whole': 'must be a whole number',
    'not-finite': 'must be a finite number',
    blank: 'must not be empty',
    'insecure-write':
      'The request came without TLS, so that others may have read the token: revoke it, and use https.',
    'other-timelines': 'The token is valid, but for other timelines.',
    'not-an-identifier':
      'must be 1 to 64 of a-z, 0-9 and -, beginning and ending with a letter or digit',
    'not-a-language-tag': 'must be a language tag such as zh-Hans or en',
    'not-a-web-url':
      'must be an http or https URL without user name, password, backslashes, tabs and line ends',
    'not-a-publication':
      'must be a day, month or year such as 2020-03-13, 2020-03 or 2020, or an instant with Z or an offset such as 2020-03-13T07:45:00+08:00',
    'not-a-sha256': 'must be 64 hexadecimal digits',
    'not-a-unit-code': 'must be a unit or currency code',
    'not-a-domain': 'must be a domain name',
    'not-a-calendar-date': 'must be a year, month or day',
    'no-such-calendar-date': 'no such day or month',
    'not-a-time-zone': 'must be a time zone of the IANA database, such as Asia/Shanghai or UTC',
    'start-without-end': 'start and end belong together',
    'context-without-words':
      'lacks exact, the cited words to which prefix, suffix, start and end belong',
    'no-citation': 'needs at least one citation',
    'no-language': 'must have an entry in at least one language',
    'text-or-texts': 'must be a text, or an object of texts by language',
    'duplicate-id': (values) => `is the id of ${holderOf(values)}, too`,
    'unknown-theme': 'names no theme of this document',
    'unknown-actor': 'names no actor of this document',
    'unknown-source': 'names no source of this document',
    'repeated-reference': 'stands twice in this list',
    'membership-cycle': 'closes a circle: somebody becomes a member of itself',
    'not-a-place': ({ kind }) => `must name an actor of kind place, not ${kind}`,
    'ambiguous-name': (values) =>
      `names the ${values.what} at ${holderOf(values)}, too, so that a filter could mean either`,
    'after-source': ({ date }) =>
      `lies after its latest source appeared, ${/-.*-/.test(date) ? 'on' : 'in'} ${date}: undated means known only to lie before`,
    'uncited-words': 'lies in no passage that this event cites',
    'wrong-sum': 'do not add up to the whole',
    'mixed-units': 'must be the unit of the whole',
    'empty-range': 'must be greater than value',
    'inexact-number': 'is too large to be kept to the digit',
    'private-matter': ({ term }) => `tells of somebody’s health or body: ${term}`,
    'other-timeline': 'is not the timeline of the address',
    'authority-changed':
      'is fixed at the first edition, since every permanent identifier contains it',
    'uncited-digits': ({ number, found }) =>
      `${number} stands in no passage that this event cites${found.length === 0 ? '' : `; they have ${found.join(', ')}`}`,
    'date-differs': ({ words }) => `does not have what the stated date says: ${words}`,
    'source-differs': ({ sha256 }) => `is not the SHA-256 of the given text, which is ${sha256}`,
    'passage-absent': 'does not stand in the source',
    'passage-ambiguous': 'stands in more than one place of the source',
    'digits-differ': ({ words }) => `stands in the source with other digits: ${words}`,
    'context-differs': 'stands in the source, but not with this prefix and suffix around it',
    'not-utf-8': 'is not valid UTF-8',
    'utf-16': 'is UTF-16',
    'not-a-text': 'is not a text in UTF-8, UTF-16 with a byte order mark, or GB18030',
    'duplicate-key': 'stands twice in its object',
    'forbidden-key': 'is a forbidden key',
    'too-deep': ({ max }) => `has more than ${max} arrays and objects inside each other`,
    'json-trailing-comma': (at) => `${place(at)}: a comma follows the last entry`,
    'json-comment': (at) => `${place(at)}: JSON has no comments`,
    'json-single-quote': (at) => `${place(at)}: texts stand between "double quotation marks"`,
    'json-wide-mark': (at) =>
      `${place(at)}: a quotation mark, colon, comma or bracket of a text, where JSON has its own: " : , [ ] { }`,
    'json-word': (at) =>
      `${place(at)}: a word without quotation marks; JSON knows true, false and null alone`,
    'json-number': (at) =>
      `${place(at)}: a number is written with digits, such as 12, -3 or 0.5, without a plus sign or a leading zero`,
    'json-control': (at) => `${place(at)}: a line end or tab within a text; write it as \\n or \\t`,
    'json-escape': (at) => `${place(at)}: a backslash is followed by one of " \\ / b f n r t u`,
    'json-expected': ({ expected, ...at }) => `${place(at)}: ${tokens[expected]} was expected`,
    'json-ended': ({ expected, ...at }) =>
      `${place(at)}: the text ends too early; ${tokens[expected]} was expected`,
    'not-a-window-day': 'must be a day, month or year, such as 2020-02-01, 2020-02 or 2020',
    'ends-first': 'must not lie before the first day of the window',
    'no-such-theme': 'names no theme of this timeline',
    'no-such-actor': 'names no actor of this timeline',
    'no-such-source': 'names no source of this timeline',
    'whole-number': ({ max }) => `must be a whole number from 1 to ${max}`,
    'too-many-names': ({ max }) => `takes at most ${max} names separated by commas`,
    'too-many-clauses': ({ max }) => `may be repeated at most ${max} times`,
    'too-many-words': ({ max }) => `takes at most ${max} words`,
    'several-things': ({ ids }) => `may mean any of ${ids.join(', ')}: give one of these ids`,
    'not-a-cursor': 'is not a cursor of this service',
    'not-percent-encoded': 'the query string is not percent-encoded UTF-8',
    'unknown-name': ({ known }) =>
      known.length === 0
        ? 'is no parameter here; there are none'
        : `is no parameter here; there are ${known.join(', ')}`,
    'given-twice': 'may be given once',
    required: 'is required',
    'not-a-star': 'must be *',
    'not-with-if-match': 'does not go with If-Match',
    'not-an-edition-tag': 'must be one edition number in quotes',
    'not-a-head': 'the body must be { "edition": n, "note"?: text of at most 200 characters }',
    'no-such-timeline': 'No timeline was ever published at this address.',
    'too-broad':
      'has words that cannot be looked for in so many events: write longer ones, with at least two Chinese characters side by side, or fewer',
    'names-too-broad':
      'names too many to be looked for in so many events: give fewer of them, or leave out members with members=exclude',
    'no-such-event': 'The timeline has no such event: it is unknown, or was removed long ago.',
    'no-such-edition': 'No such edition is kept.',
    'edition-taken':
      'This edition was taken down. The timeline was published anew since then: ask for its newest edition.',
    'nothing-to-restore':
      'This edition took the timeline down, so it has nothing to restore: choose an earlier one.',
    'nothing-kept-before':
      'This edition took the timeline down, and no edition from before it is kept that could be restored. A publish brings the timeline back.',
    'no-such-problem': 'There is no problem of this type.',
    'no-such-page': 'The address in url is not that of a timeline or an event of this service.',
    'nothing-to-embed':
      'The address in url shows an error page. Open it to see what is wrong with it.',
    'withdrawn-event':
      'The event was withdrawn: its page says so, and no list has it that could be embedded.',
    'not-json': 'The body must be sent as application/json.',
    'other-charset': 'The body must be in UTF-8; charset, where it is given, says utf-8, once.',
    'encoded-body': 'must have no Content-Encoding',
    'part-of-a-body': 'must be absent: a document is sent whole',
    'cut-body': 'the body could not be read to its end',
    'body-size': ({ max }) => `The body may have at most ${max} bytes.`,
    'edition-size': ({ size, max }) =>
      `The edition would take ${size} bytes; at most ${max} are stored.`,
    'address-size': ({ max }) => `Path and query may have at most ${max} bytes.`,
    'one-edition-a-second': ({ seconds }) =>
      `A timeline takes at most one edition ${seconds === 1 ? 'a second' : `in ${seconds} seconds`}.`,
    'other-tag': 'What is served now has another entity tag than the one in If-Match.',
    'other-edition':
      'The timeline has another edition by now: get the newest one, take its changes over, and send the edition that you replace.',
    'later-edition':
      'The timeline has no such edition yet: send the number of the newest one, which is in edition.',
    'edition-there':
      'The timeline has an edition already: to replace it, send If-Match with its number, which is in edition, and no If-None-Match.',
    'no-edition-yet':
      'The timeline has no edition yet: send If-None-Match: * for the first one, and no If-Match.',
    'no-tag': 'This address has no entity tag, so no If-Match can hold: leave it out.',
    'not-a-lease': 'the body must be { "digest": "…", "bytes": n, "parts": n, "document": {…} }',
    'not-a-commit': 'the body must be { "root": {…}, "parts": n, "checksum": "…" }',
    'not-parts': 'Send parts as application/vnd.jishi.parts.',
    'not-a-frame': 'is not a line of JSON with part, bytes and sha256',
    'not-a-part-name': 'has a name that no part has, or that came twice',
    'part-checksum': 'differs from its checksum, or has the label of another part',
    'part-content': 'is not what a part of its kind contains',
    'part-alone': 'must come in one request with all the parts that hold the same events',
    'event-differs': 'is not what the event that was written compiles to',
    'event-revision': 'has a place or revisions that an event of this edition cannot have',
    'event-out-of-order': 'stands before the event that it follows in the order of dates',
    'parts-disagree': 'The parts contradict each other or the root.',
    'part-missing': 'is missing',
    'parts-differ': 'The parts that are stored are not those of the checksum.',
    'other-content': 'is stored already, with other content',
    'not-edits': 'Send edits as application/vnd.jishi.edits+json.',
    'not-an-edit':
      'the body must be { "put"?: […], "drop"?: ["…"], "themes"?: […], "actors"?: […], "sources"?: […], "texts"?: {…} }',
    'not-edited-texts':
      'must be an object of title, description, licence, credit and allowTerms, each of which may be absent',
    'unknown-event': 'is no event of this edition',
    'fixed-by-events': 'cannot be edited here, since events that are not read depend on it',
    'too-many-edits': ({ max }) =>
      `Since the upload more than ${max} events would be added or removed; a changed one counts as both. Publish all of them anew.`,
    'edits-length': ({ max }) =>
      `The events that are added or changed since the upload would have more than ${max} characters of JSON. Publish all of them anew.`,
    'lease-size': ({ max }) => `may announce at most ${max}`,
    'too-many-leases': ({ max }) => `There are ${max} leases already. Commit one, or give it up.`,
    'unusable-setting': ({ fault }) => fault,
    'not-a-key-here': 'must not be a key here',
    'offset-not-a-zone':
      'must be a time zone of the IANA database, such as Asia/Shanghai or UTC: an offset is none',
    'zone-spelling': ({ known }) => `is spelled ${known} in the IANA database`,
    'too-many-digits': 'has more digits than can be kept',
    'more-faults': ({ total, isMore, max }) =>
      `The document has ${isMore ? 'more than ' : ''}${total} faults, of which the first ${max} are listed. Nothing was published.`,
    invisible: 'shows nothing: write words that can be seen',
    'unpaired-surrogate': ({ name }) => `has an unpaired surrogate, ${name}: remove it`,
    'control-character': ({ name }) => `has the control character ${name}: remove it`,
    noncharacter: ({ name }) => `has the noncharacter ${name}: remove it`,
    'line-end': ({ name }) => `has a line end, ${name}: write it on one line`,
    'unclosed-direction': ({ name, closer }) =>
      `has ${name} without ${closer} in its line: remove it or close it`,
    'direction-override': ({ name }) =>
      `has ${name}, which forces the direction of what follows: remove it`,
    'stray-closer': ({ name }) => `has ${name}, which closes nothing: remove it`,
    'too-many-marks': ({ max, name }) =>
      `has more than ${max} combining marks on one character, ${name} among them: remove some`,
  } satisfies RuleSentences,
  hints,
  /** Follows a sentence: one proposal, or several. */
  propose: (proposals: readonly string[]) => `; write ${alternatives(proposals)}`,
  /** A place and its sentence, such as `from: …`. */
  at: (where: string, sentence: string) => `${where}: ${sentence}`,
  ofEdition,
  /** Separates sentences that follow each other on a line. */
  between: '; ',
  /** Heads the list of what is wrong with a form, followed by the form. */
  correct: 'What to correct:',
  /** One line on pages: parameters of the address that mean nothing here. */
  ignored: (names: readonly string[]) =>
    `Not understood in this address, and ignored: ${names.join(', ')}.`,
  /** A parameter whose name is not repeated. */
  aParameter: 'a parameter',
}
