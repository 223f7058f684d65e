// Every query parameter of the service, once: routes refer to them, the contract lists them.
import * as v from 'valibot'
import { canonicalTag, plainText } from '../../domain/text/language-map.ts'
import { maxParameterLength, type Parameter } from './query-string.ts'

const text = v.string()
const whole = (most: number) =>
  v.pipe(
    v.string(),
    v.regex(/^[1-9]\d{0,8}$/, 'must be a whole number'),
    v.check((value) => Number(value) <= most, `must be at most ${most}`),
  )
const oneOf = (...options: string[]) => v.picklist(options, `must be ${options.join(' or ')}`)

/** Events of one answer. */
export const mostEvents = 500
export const usualEvents = 50

export const theme: Parameter = {
  name: 'theme',
  description:
    'Themes, by id or by label in any language. A comma means any of them, repeating the parameter means and, a leading hyphen none of them.',
  schema: text,
  repeatable: true,
  example: '复工复产',
}
export const actor: Parameter = {
  name: 'actor',
  description: 'Actors or places, by id, name or alias; combined as for theme.',
  schema: text,
  repeatable: true,
  example: 'zhu-yuchen',
}
export const from: Parameter = {
  name: 'from',
  description: 'First day of the window: a day, or the first day of a month or year.',
  schema: text,
  example: '2020-02',
}
export const to: Parameter = {
  name: 'to',
  description: 'Last day of the window: a day, or the last day of a month or year.',
  schema: text,
  example: '2020-02-29',
}
export const match: Parameter = {
  name: 'match',
  description: 'Whether an event may (possible) or must (certain) have been in the window.',
  schema: oneOf('possible', 'certain'),
}
export const undated: Parameter = {
  name: 'undated',
  description:
    'Whether events without a date of their own are set aside (exclude) or kept (include) in a window.',
  schema: oneOf('exclude', 'include'),
}
export const q: Parameter = {
  name: 'q',
  description:
    'Words that all occur in title, summary, stated date, cited words or place, in any language; at least two Chinese characters a word.',
  schema: text,
  example: '复工',
}
export const sort: Parameter = {
  name: 'sort',
  description: 'Oldest first (date) or newest first (-date).',
  schema: oneOf('date', '-date'),
}

/** The filter grammar, the same everywhere. */
export const filterParameterTable: readonly Parameter[] = [
  theme,
  actor,
  from,
  to,
  match,
  undated,
  q,
  sort,
]

export const limit: Parameter = {
  name: 'limit',
  description: `Events of one answer, 1 to ${mostEvents}; ${usualEvents} where it is absent.`,
  schema: whole(mostEvents),
  example: '20',
}
export const cursor: Parameter = {
  name: 'cursor',
  description: 'Where the answer goes on: taken from the link next of the answer before.',
  schema: text,
}
export const facets: Parameter = {
  name: 'facets',
  description: 'Whether to count the themes and actors of the whole answer.',
  schema: oneOf('true', 'false'),
}
export const lang: Parameter = {
  name: 'lang',
  description: 'The language of texts; without it texts are given in all their languages.',
  schema: v.pipe(
    v.string(),
    v.regex(
      /^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8}){0,3}$/,
      'must be a language tag such as zh-Hans or en',
    ),
  ),
  canonical: canonicalTag,
  example: 'en',
}
export const edition: Parameter = {
  name: 'edition',
  description: 'A kept edition instead of the newest one.',
  schema: whole(999_999_999),
  example: '1',
}
export const vague: Parameter = {
  name: 'vague',
  description:
    'Whether a format leaves out events that it cannot date well (exclude) or gives them a day (include).',
  schema: oneOf('exclude', 'include'),
}
export const bom: Parameter = {
  name: 'bom',
  description:
    'Whether a CSV file begins with a byte order mark, which spreadsheets need (1) or not (0).',
  schema: oneOf('0', '1'),
}
export const since: Parameter = {
  name: 'since',
  description: 'The kept edition with which the newest one is compared.',
  schema: whole(999_999_999),
  required: true,
  example: '1',
}
export const dryRun: Parameter = {
  name: 'dryRun',
  description: 'Whether to check and compare only, and publish nothing.',
  schema: oneOf('true', 'false'),
}
export const note: Parameter = {
  name: 'note',
  description: 'A word on this edition for the log.',
  schema: plainText(maxParameterLength),
}
export const layout: Parameter = {
  name: 'layout',
  description: 'How the widget is laid out in the example.',
  schema: oneOf('auto', 'compact'),
}
export const url: Parameter = {
  name: 'url',
  description: 'The address of a page of this service.',
  schema: text,
  required: true,
}
export const format: Parameter = {
  name: 'format',
  description: 'The form of the answer.',
  schema: text,
}
export const maxwidth: Parameter = {
  name: 'maxwidth',
  description: 'Width in pixels that the frame must not exceed.',
  schema: whole(100_000),
}
export const maxheight: Parameter = {
  name: 'maxheight',
  description: 'Height in pixels that the frame must not exceed.',
  schema: whole(100_000),
}
