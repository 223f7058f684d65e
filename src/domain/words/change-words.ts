// What an edition changed in an event, field by field, in words of one language.
import type { EventStatus, TimelineEvent } from '../document/event.ts'
import type { Text } from '../text/language-map.ts'
import type { ChangedDate, EventField, FieldChange } from '../document/fields.ts'
import { dateInWords } from './date-words.ts'
import { eventWords } from './event-words.ts'
import { measureWords } from './measure-words.ts'
import { uiLanguages, type UiLanguage } from '../text/ui-language.ts'

/** The language of the words, and the texts and names of the timeline in the language of contents. */
export interface ChangeSetting {
  readonly language: UiLanguage
  readonly names: {
    readonly say: (text: Text) => string
    readonly themeLabel: (id: string) => string
    readonly actorName: (id: string) => string
  }
}

/** One difference in words; null where the field was or is absent. */
export interface Difference {
  readonly name: string
  /** The tag of the language of a text; null: it is in the words of `ChangeSetting.language`. */
  readonly language: string | null
  readonly before: string | null
  readonly after: string | null
}

/** The change as programs are told it: of a date EDTF, kind and the words in every language. */
export function changeWithWords(change: FieldChange): FieldChange {
  if (change.field !== 'date') return change
  const [before, after] = [change.before, change.after].map((date) => {
    const { edtf, kind } = date as ChangedDate
    const words = uiLanguages.map((tag) => [tag, dateInWords(date as ChangedDate, tag)] as const)
    return { edtf, kind, words: Object.fromEntries(words) }
  })
  return { ...change, before, after }
}

/** One difference, but of a text one for each language that changed. */
export function differencesIn(change: FieldChange, told: ChangeSetting): Difference[] {
  const { field } = change
  const { fields } = eventWords[told.language]
  const name = isField(field) ? fields[field] : field
  if (!isText(field)) {
    const said = (value: unknown) => (isAbsent(value) ? null : valueInWords(field, value, told))
    return [{ name, language: null, before: said(change.before), after: said(change.after) }]
  }
  return textDifferences(name, change, told)
}

/** One difference for each language in which a text, or its absence, changed. */
export function textDifferences(
  name: string,
  change: Pick<FieldChange, 'before' | 'after'>,
  told: Pick<ChangeSetting, 'language'>,
): Difference[] {
  const { beside } = eventWords[told.language]
  const [before, after] = [change.before as Text | null, change.after as Text | null]
  const tags = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return Array.from(tags, (tag) => ({
    name: tag === told.language ? name : name + beside(tag),
    language: tag,
    before: before?.[tag] ?? null,
    after: after?.[tag] ?? null,
  })).filter((difference) => difference.before !== difference.after)
}

const isField = (field: string): field is EventField => field in eventWords.en.fields

const isText = (field: string): boolean => ['title', 'summary', 'note'].includes(field)

const isAbsent = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0)

function valueInWords(field: string, value: unknown, told: ChangeSetting): string {
  const { language, names } = told
  const { and, comma, quote, statuses } = eventWords[language]
  switch (field) {
    case 'date':
      return dateInWords(value as ChangedDate, language)
    case 'statedDate':
      return value as string
    case 'themes':
      return (value as string[]).map(names.themeLabel).join(and)
    case 'actors':
      return (value as string[]).map(names.actorName).join(and)
    case 'place':
      return names.actorName(value as string)
    case 'measures': {
      const measures = value as TimelineEvent['measures']
      return measures.map((measure) => measureWords(measure, language, names.say)).join(comma)
    }
    case 'citations':
      return (value as TimelineEvent['citations']).map(({ exact }) => quote(exact)).join(comma)
    case 'links':
      return (value as TimelineEvent['links']).map(({ url }) => url).join(' ')
    case 'status':
      return statuses[value as EventStatus]
    default:
      return JSON.stringify(value)
  }
}
