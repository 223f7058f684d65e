// The changes of an event, field by field, in words of one language.
import type { EventStatus, TimelineEvent } from '../domain/document/event.ts'
import { versionIn, type Text } from '../domain/text/language-map.ts'
import type { ChangedDate, EventField, FieldChange } from '../domain/document/fields.ts'
import { dateInWords } from './dates.ts'
import { messages } from './languages.ts'
import type { Localizer } from './localizer.ts'
import { measureInWords } from './measures.ts'
import { uiLanguages } from '../domain/text/ui-language.ts'

/** One difference in words; null if the field was or is absent. */
export interface Difference {
  readonly name: string
  /** The language tag of a text of the timeline; null for words of the messages. */
  readonly language: string | null
  readonly before: string | null
  readonly after: string | null
}

/** The change for JSON: a date has EDTF, kind and the words in every UI language. */
export function changeWithWords(change: FieldChange): FieldChange {
  if (change.field !== 'date') return change
  const [before, after] = [change.before, change.after].map((date) => {
    const { edtf, kind } = date as ChangedDate
    const words = uiLanguages.map((tag) => [tag, dateInWords(date as ChangedDate, tag)] as const)
    return { edtf, kind, words: Object.fromEntries(words) }
  })
  return { ...change, before, after }
}

/** The differences of a change: one, or for a text one per changed language. */
export function differencesInWords(change: FieldChange, localizer: Localizer): Difference[] {
  const { field } = change
  const { fields } = messages[localizer.ui].events
  const name = isField(field) ? fields[field] : field
  if (!isText(field)) {
    const said = (value: unknown) =>
      isAbsent(value) ? null : valueInWords(field, value, localizer)
    return [{ name, language: null, before: said(change.before), after: said(change.after) }]
  }
  return textDifferences(name, change, localizer)
}

/** One difference per language in which a text was added, changed or removed. */
export function textDifferences(
  name: string,
  change: Pick<FieldChange, 'before' | 'after'>,
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

const isField = (field: string): field is EventField => field in messages.en.events.fields

const isText = (field: string): boolean => ['title', 'summary', 'note'].includes(field)

const isAbsent = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0)

function valueInWords(field: string, value: unknown, localizer: Localizer): string {
  const { ui } = localizer
  const { events } = messages[ui]
  const { and, comma, quote, statuses } = events
  switch (field) {
    case 'date':
      return dateInWords(value as ChangedDate, ui)
    case 'statedDate':
      return value as string
    case 'themes':
      return (value as string[]).map(localizer.theme).join(and)
    case 'actors':
      return (value as string[]).map(localizer.actor).join(and)
    case 'place':
      return localizer.actor(value as string)
    case 'measures': {
      const measures = value as TimelineEvent['measures']
      return measures.map((measure) => measureInWords(measure, events, localizer)).join(comma)
    }
    case 'citations':
      return (value as TimelineEvent['citations'])
        .map(({ source, exact }) =>
          exact === undefined ? titleOf(source, localizer) : quote(exact),
        )
        .join(comma)
    case 'links':
      return (value as TimelineEvent['links']).map(({ url }) => url).join(' ')
    case 'status':
      return statuses[value as EventStatus]
    default:
      return JSON.stringify(value)
  }
}

function titleOf(id: string, { source, sourceTitle }: Localizer): string {
  const known = source(id)
  return known === undefined ? id : sourceTitle(known)
}
