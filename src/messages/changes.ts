// What editions changed, in words of one language: counts, parts, and differences field by field.
import type { ChangeCounts, PartChange } from '../domain/document/changes.ts'
import {
  valueKindOf,
  type ChangedDate,
  type FieldChange,
  type FieldValues,
  type PartKind,
  type ValueKind,
} from '../domain/document/fields.ts'
import { versionIn, type Text } from '../domain/text/language-map.ts'
import { uiLanguages, type UiLanguage } from '../domain/text/ui-language.ts'
import { dateInWords } from './dates.ts'
import { messages } from './languages.ts'
import type { Localizer } from './localizer.ts'
import { measureInWords } from './measures.ts'

/** One difference in words; null if the field was or is absent. */
export interface Difference {
  readonly name: string
  /** The language tag of a text of the timeline; null for words of the messages. */
  readonly language: string | null
  readonly before: string | null
  readonly after: string | null
}

/** What the words of counts have to know of an edition. */
interface Counted {
  /** The first one begins the timeline; absent in a comparison of any two editions. */
  readonly number?: number
  /** True where the counts are upper bounds. */
  readonly isBounded?: true
}

/**
 * How much an edition changed, also from the counts of the log.
 * @example ({ added: 1, changed: 2, … }, 'en', { number: 4 }) → '1 event added, 2 events changed'
 */
export function countsInWords(
  counts: ChangeCounts,
  ui: UiLanguage,
  { number, isBounded }: Counted,
): string {
  const { events, changes: words } = messages[ui]
  const { added, changed, withdrawn, removed, parts } = counts
  const said = [
    added > 0 && words.added(added),
    changed > 0 && words.changed(changed),
    withdrawn > 0 && (removed === undefined ? words.leftOut : words.withdrawn)(withdrawn),
    removed !== undefined && removed > 0 && words.removed(removed),
    parts !== undefined && parts > 0 && words.parts(parts),
  ].filter((words) => words !== false)
  if (said.length > 0)
    return isBounded ? words.atMost(said.join(events.comma)) : said.join(events.comma)
  if (number === 1) return words.begins
  return parts === undefined ? words.noEvent : words.nothing
}

/** What its entry says of an edition besides counts; undefined of one that was published as usual. */
export function stampInWords(
  { removes, restores }: { readonly removes?: true; readonly restores?: number },
  ui: UiLanguage,
): string | undefined {
  const words = messages[ui].changes
  if (removes === true) return words.takesDown
  return restores === undefined ? undefined : words.restores(restores)
}

/** Why the changes of an edition are only counted. */
export const whyCounted = (
  { isBounded, isUnlisted }: { readonly isBounded?: true; readonly isUnlisted?: true },
  ui: UiLanguage,
): string => messages[ui].changes[isBounded ? 'notCompared' : isUnlisted ? 'notListed' : 'tooMany']

/** What happened to which kind of part: `New theme`, `Theme`, `Theme removed`. */
export function partInWords(
  { part, change }: Pick<PartChange, 'part' | 'change'>,
  ui: UiLanguage,
): string {
  const { partNames, partChanges } = messages[ui].changes
  return partChanges[change](partNames[part])
}

/** The change for JSON: a date has EDTF, kind and the words in every UI language. */
export function changeWithWords(part: PartKind, change: FieldChange): FieldChange {
  if (valueKindOf(part, change.field) !== 'date') return change
  const [before, after] = [change.before, change.after].map((date) => {
    const { edtf, kind } = date as ChangedDate
    const words = uiLanguages.map((tag) => [tag, dateInWords(date as ChangedDate, tag)] as const)
    return { edtf, kind, words: Object.fromEntries(words) }
  })
  return { ...change, before, after }
}

/**
 * The differences of a field: one, or for a text one for each language in which it was added, changed
 * or removed.
 * @example ('theme', { field: 'label', … }, localizer) → [{ name: 'Label', before: 'Work', … }]
 */
export function differencesInWords(
  part: PartKind,
  change: FieldChange,
  localizer: Localizer,
): Difference[] {
  const { field, before, after } = change
  const names: ReadonlyMap<string, string> = new Map(Object.entries(messages[localizer.ui].fields))
  const name = names.get(field) ?? field
  const kind = valueKindOf(part, field)
  if (kind === 'text') return textDifferences(name, change, localizer)
  const said = (value: unknown): string | null =>
    isAbsent(value) ? null : valueInWords(kind, value, localizer)
  return [{ name, language: null, before: said(before), after: said(after) }]
}

function textDifferences(
  name: string,
  change: FieldChange,
  { ui }: Pick<Localizer, 'ui'>,
): Difference[] {
  const { beside } = messages[ui].events
  const [before, after] = [change.before as Text | null, change.after as Text | null]
  const tags = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return Array.from(tags, (tag) => ({
    name: tag === ui ? name : name + beside(tag),
    language: tag,
    before: versionIn(before, tag) ?? null,
    after: versionIn(after, tag) ?? null,
  })).filter((difference) => difference.before !== difference.after)
}

const isAbsent = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0)

/** A field that this version does not know is printed as JSON. */
function valueInWords(kind: ValueKind | undefined, value: unknown, localizer: Localizer): string {
  const write = kind === undefined ? JSON.stringify : writers[kind]
  return (write as (value: unknown, localizer: Localizer) => string)(value, localizer)
}

/** Maximum names of an order. The first one always differs. */
const maxPlaces = 10

type Writers = {
  readonly [Kind in ValueKind]: (value: FieldValues[Kind], localizer: Localizer) => string
}

const writers: Writers = {
  text: (text, localizer) => localizer.text(text),
  date: (date, { ui }) => dateInWords(date, ui),
  words: (words) => words,
  themeIds: (ids, { ui, theme }) => ids.map(theme).join(messages[ui].events.and),
  actorIds: (ids, { ui, actor }) => ids.map(actor).join(messages[ui].events.and),
  actorId: (id, { actor }) => actor(id),
  figures(measures, localizer) {
    const { events } = messages[localizer.ui]
    const figures = measures.map((measure) => measureInWords(measure, events, localizer))
    return figures.join(events.comma)
  },
  citations(citations, localizer) {
    const { quote, comma } = messages[localizer.ui].events
    return citations
      .map(({ source, exact }) => (exact === undefined ? titleOf(source, localizer) : quote(exact)))
      .join(comma)
  },
  links: (links) => links.map(({ url }) => url).join(' '),
  status: (status, { ui }) => messages[ui].changes.statuses[status],
  actorKind: (kind, { ui }) => messages[ui].pages.actorKinds[kind],
  aliases: (aliases, { ui }) => Object.values(aliases).flat().join(messages[ui].events.and),
  names: (names, { ui }) => names.join(messages[ui].events.and),
  licence: ({ name, url = '' }, { text }) => `${text(name)} ${url}`.trim(),
  authority: ({ domain, date }) => `${domain}, ${date}`,
  order(placed, { text }) {
    const names = placed.slice(0, maxPlaces).map(({ name }) => text(name))
    return [...names, ...(placed.length > maxPlaces ? ['…'] : [])].join(' · ')
  },
  color: String,
  plain: (value) => value,
}

function titleOf(id: string, { source, sourceTitle }: Localizer): string {
  const known = source(id)
  return known === undefined ? id : sourceTitle(known)
}
