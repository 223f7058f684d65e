// The changes of a timeline, a theme, an actor or a source, in words of one language.
import type { FieldChange, PartChange, PartField } from '../domain/document/fields.ts'
import type { Text } from '../domain/text/language-map.ts'
import type { UiLanguage } from '../domain/text/ui-language.ts'
import { textDifferences, type Difference } from './changes.ts'
import { messages } from './languages.ts'
import type { Localizer } from './localizer.ts'

/** `主题`, `Theme`. */
export const partWord = ({ part }: Pick<PartChange, 'part'>, language: UiLanguage): string =>
  messages[language].terminal.parts[part]

const textFields = [
  'title',
  'description',
  'credit',
  'label',
  'name',
  'role',
  'publisher',
  'rights',
]

/** The differences of a change: one, or for a text one per changed language. */
export function partDifferences(
  { field, before, after }: FieldChange,
  localizer: Localizer,
): Difference[] {
  const { fields } = messages[localizer.ui].terminal
  const name = isPartField(field) ? fields[field] : field
  if (textFields.includes(field)) return textDifferences(name, { before, after }, localizer)
  const said = (value: unknown) => (value === null ? null : valueInWords(field, value, localizer))
  return [{ name, language: null, before: said(before), after: said(after) }]
}

const isPartField = (field: string): field is PartField => field in messages.en.terminal.fields

function valueInWords(field: string, value: unknown, localizer: Localizer): string {
  const { and } = messages[localizer.ui].events
  switch (field) {
    case 'memberOf':
      return (value as string[]).map(localizer.actor).join(and)
    case 'authors':
      return (value as string[]).join(and)
    case 'aliases':
      return Object.values(value as Record<string, string[]>)
        .flat()
        .join(and)
    case 'licence': {
      const { name, url = '' } = value as { name: Text; url?: string }
      return `${localizer.text(name)} ${url}`.trim()
    }
    default:
      return typeof value === 'string' ? value : JSON.stringify(value)
  }
}
