// Every query parameter of the service, defined once: routes declare them, the contract lists them,
// and handlers receive the output of their schemas.
import * as v from 'valibot'
import { readCursor, readListCursor } from '../../address/cursor.ts'
import { readClause } from '../../address/filter.ts'
import { sorts } from '../../address/canonical.ts'
import { broken, issueMessage, messageOf, type BrokenRule } from '../../domain/broken-rule.ts'
import { parseTerms } from '../../domain/query/search.ts'
import { parseWindowDay } from '../../domain/query/window.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { canonicalTag } from '../../domain/text/language-map.ts'
import { plainText } from '../../domain/text/text-schema.ts'
import { maxParameterLength, type Parameter } from './query-string.ts'

const text = v.string()

/** A whole number from 1 to `max`. */
export const wholeUpTo = (max: number) =>
  v.pipe(
    v.string(),
    v.regex(/^[1-9]\d{0,8}$/, issueMessage('whole-number', { max })),
    v.transform(Number),
    v.number(),
    v.integer(),
    v.minValue(1),
    v.maxValue(max, issueMessage('whole-number', { max })),
  )
const oneOf = <const Options extends readonly string[]>(...options: Options) =>
  v.picklist(options, issueMessage('one-of', { options }))

const boolean = v.pipe(
  v.picklist(['true', 'false'], issueMessage('one-of', { options: ['true', 'false'] })),
  v.transform((word) => word === 'true'),
  v.boolean(),
)

/** A boolean with words of its own: `yes` means true, `no` means false. */
const flag = (yes: string, no: string) =>
  v.pipe(
    v.picklist([yes, no], issueMessage('one-of', { options: [yes, no] })),
    v.transform((word) => word === yes),
  )

/** A schema from a reader of src/address; `form` is what JSON Schema can say about the text. */
const reading = <Value>(
  read: (text: string) => Result<Value, BrokenRule>,
  form: { readonly pattern?: string } = {},
) =>
  v.pipe(
    v.string(),
    v.metadata(form),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const value = read(dataset.value)
      if (value.ok) return value.value
      addIssue({ message: messageOf(value.failure) })
      return NEVER
    }),
  )

const limitOf = (what: string, max: number, usual = max) =>
  ({
    name: 'limit',
    description: `Maximum ${what} per response.`,
    schema: wholeUpTo(max),
    example: '20',
    default: String(usual),
  }) as const satisfies Parameter

/** A year, a month or a day. */
const windowDay = String.raw`^-?\d{4}(-\d{2}(-\d{2})?)?$`

/** Maximum and default number of events per response. */
export const maxEvents = 500
export const defaultEvents = 50

export const theme = {
  name: 'theme',
  description:
    'Themes, by id or by label in any language. A comma means any of them, several values mean all, a leading hyphen means none of them.',
  schema: reading(readClause),
  repeatable: true,
  example: '复工复产',
} as const satisfies Parameter
export const actor = {
  name: 'actor',
  description: 'Actors or places, by id, name or alias; combined as in theme.',
  schema: reading(readClause),
  repeatable: true,
  example: 'zhu-yuchen',
} as const satisfies Parameter
export const members = {
  name: 'members',
  description:
    'Whether an actor in actor stands for its members at any depth, too (include), or for itself alone (exclude).',
  schema: oneOf('include', 'exclude'),
  default: 'include',
} as const satisfies Parameter
export const source = {
  name: 'source',
  description:
    'Sources that an event cites, by id or by title in any language; combined as in theme.',
  schema: reading(readClause),
  repeatable: true,
  example: 'zhongshan-daily',
} as const satisfies Parameter
export const from = {
  name: 'from',
  description: 'First day of the date window: a day, or the first day of a month or year.',
  schema: reading((text) => parseWindowDay(text, 'first'), { pattern: windowDay }),
  example: '2020-02',
} as const satisfies Parameter
export const to = {
  name: 'to',
  description: 'Last day of the date window: a day, or the last day of a month or year.',
  schema: reading((text) => parseWindowDay(text, 'last'), { pattern: windowDay }),
  example: '2020-02-29',
} as const satisfies Parameter
export const match = {
  name: 'match',
  description:
    'Whether an event may have been (possible) or must have been (certain) in the date window.',
  schema: oneOf('possible', 'certain'),
  default: 'possible',
} as const satisfies Parameter
export const undated = {
  name: 'undated',
  description:
    'Whether a date window sets aside (exclude) or keeps (include) events without a date of their own.',
  schema: oneOf('exclude', 'include'),
  default: 'exclude',
} as const satisfies Parameter
export const q = {
  name: 'q',
  description:
    'Words that must all occur in title, summary, stated date, cited words, name of the place or roles of the actors, in any language. Case, width, accents and the shapes of quotation marks and dashes do not matter.',
  schema: reading(parseTerms),
  example: '复工',
} as const satisfies Parameter
export const titleWords = {
  ...q,
  description: 'Words that must all occur in the title of a timeline, in any language.',
  example: '阜沙',
} as const satisfies Parameter
export const sort = {
  name: 'sort',
  description: 'Oldest first (date), newest first (-date), or last changed first (-updated).',
  schema: oneOf(...sorts),
  default: 'date',
} as const satisfies Parameter

/** The filter parameters, the same on every surface. */
export const filter = { theme, actor, members, source, from, to, match, undated, q, sort } as const

export const lanes = {
  name: 'lanes',
  description: 'Whether the picture has lanes by theme, or by person and organization (actor).',
  schema: oneOf('theme', 'actor'),
  default: 'theme',
} as const satisfies Parameter

export const at = {
  name: 'at',
  description:
    'Where the page begins: at the events of a month, or of the first month of a year. What stands before them is on the pages before.',
  schema: reading((text) => parseWindowDay(text, 'first'), { pattern: windowDay }),
  example: '2020-02',
} as const satisfies Parameter

export const limit = limitOf('events', maxEvents, defaultEvents)
export const cursor = {
  name: 'cursor',
  description: 'Where to continue: copied from the next link of the previous response.',
  problem: 'invalid-cursor',
  schema: reading(readCursor),
} as const satisfies Parameter
/** Maximum and default number of timelines per response. */
export const maxTimelines = 100

export const timelinesLimit = limitOf('timelines', maxTimelines)
export const timelinesCursor = {
  ...cursor,
  schema: reading(readListCursor),
} as const satisfies Parameter
/** Maximum and default number of editions per response of the log; so many are kept at most. */
export const maxLogged = 100

export const editionsLimit = limitOf('editions', maxLogged)
/** In cursors of the log of editions, whose parts begin before an edition. */
export const editionsFilter = 'editions'

export const editionsCursor = {
  ...cursor,
  schema: reading((text) => {
    const read = readCursor(text)
    return read.ok && read.value.filter === editionsFilter
      ? ok(read.value.after)
      : failed(broken('not-a-cursor'))
  }),
} as const satisfies Parameter
export const facets = {
  name: 'facets',
  description: 'Whether to count the themes, actors, sources and months of the whole result.',
  schema: boolean,
  default: 'false',
} as const satisfies Parameter
export const lang = {
  name: 'lang',
  description:
    'The language of texts. Without it, the JSON API gives texts in all their languages, pages are in that of the browser, and other formats in that of the timeline.',
  schema: v.pipe(
    v.string(),
    v.regex(/^[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8}){0,3}$/, issueMessage('not-a-language-tag')),
    v.transform(canonicalTag),
  ),
  example: 'en',
} as const satisfies Parameter
export const edition = {
  name: 'edition',
  description: 'A kept edition instead of the newest one.',
  schema: wholeUpTo(999_999_999),
  example: '1',
} as const satisfies Parameter
export const vague = {
  name: 'vague',
  description:
    'Whether a format leaves out events that it cannot date well (exclude) or gives them a day (include).',
  schema: flag('include', 'exclude'),
  default: 'exclude',
} as const satisfies Parameter
export const bom = {
  name: 'bom',
  description:
    'Whether a CSV file begins with a byte order mark, which spreadsheets need (1) or not (0).',
  schema: flag('1', '0'),
  default: '1',
} as const satisfies Parameter
export const since = {
  name: 'since',
  description: 'The kept edition to compare the newest one with.',
  schema: wholeUpTo(999_999_999),
  required: true,
  example: '1',
} as const satisfies Parameter
export const ofTimeline = {
  name: 'timeline',
  description: 'The timeline whose pages are listed; without it, the sitemaps of all timelines.',
  schema: text,
  example: 'fusha-2020',
} as const satisfies Parameter
export const part = {
  name: 'part',
  description: 'Which 10,000 events of the timeline, from 1.',
  schema: wholeUpTo(999_999_999),
  default: '1',
} as const satisfies Parameter
export const dryRun = {
  name: 'dryRun',
  description: 'Whether to only check and compare, without publishing.',
  schema: boolean,
  default: 'false',
} as const satisfies Parameter
export const note = {
  name: 'note',
  description: 'A note on this edition for the log.',
  schema: plainText(maxParameterLength),
} as const satisfies Parameter
export const layout = {
  name: 'layout',
  description: 'The layout of the widget in the example.',
  schema: oneOf('auto', 'compact', 'picture'),
  default: 'auto',
} as const satisfies Parameter
export const url = {
  name: 'url',
  description: 'The address of a page of this service.',
  example: 'http://localhost:8787/timelines/fusha-2020',
  schema: text,
  required: true,
} as const satisfies Parameter
export const format = {
  name: 'format',
  description: 'The format of the response: json or xml; any other is answered with 501.',
  schema: text,
  default: 'json',
} as const satisfies Parameter
export const maxwidth = {
  name: 'maxwidth',
  description: 'Maximum width of the frame in pixels.',
  schema: wholeUpTo(100_000),
} as const satisfies Parameter
export const maxheight = {
  name: 'maxheight',
  description: 'Maximum height of the frame in pixels.',
  schema: wholeUpTo(100_000),
} as const satisfies Parameter
