// Writes data/timeline.schema.json, the JSON Schema of the authoring document, for completion and
// checks in editors. `jishi check` has more rules than a schema can express.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import { Allowance } from '../domain/text/allowance.ts'
import { AuthoredActor } from '../domain/document/actor.ts'
import { Citation } from '../domain/document/citation.ts'
import { AuthoredEvent } from '../domain/document/event.ts'
import { Identifier } from '../domain/document/identifier.ts'
import { LanguageTag } from '../domain/text/text-schema.ts'
import { Link } from '../domain/document/link.ts'
import { AuthoredMeasure } from '../domain/document/measure.ts'
import { AuthoredSource } from '../domain/document/source.ts'
import { AuthoredTheme } from '../domain/document/theme.ts'
import { Authority, TimelineDocument } from '../domain/document/timeline.ts'
import { documentHelp, type FieldHelp } from './document-help.ts'

type Json = Readonly<Record<string, unknown>>

/** The text of the file, with a line break at the end. */
export function schemaText(): string {
  const { $schema, $defs, ...root } = toJsonSchema(TimelineDocument, {
    target: 'draft-2020-12',
    // Checks in code, such as the one for bidirectional controls, have no equivalent in JSON
    // Schema.
    errorMode: 'ignore',
    definitions: {
      Authority,
      Licence: TimelineDocument.entries.licence.wrapped,
      Theme: AuthoredTheme,
      Actor: AuthoredActor,
      Source: AuthoredSource,
      Event: AuthoredEvent,
      Measure: AuthoredMeasure,
      Citation,
      Link,
      Allowance,
      Identifier,
      LanguageTag,
    },
  }) as Json & { readonly $defs: Readonly<Record<string, Json>> }
  const definitions = Object.entries($defs).map(([name, schema]) => [name, helpful(schema, name)])
  const schema = { title: 'Timeline', $schema, ...helpful(root, 'Timeline') }
  const described = Object.fromEntries(definitions) as Json
  return `${JSON.stringify({ ...schema, $defs: described }, null, 2)}\n`
}

/** The schema with the help of its fields; the keywords of the schema come last. */
function helpful(schema: Json, name: string): Json {
  const help = Object.entries(documentHelp).find(([of]) => of === name)?.[1]
  const properties = schema['properties'] as Readonly<Record<string, Json>> | undefined
  if (help === undefined || properties === undefined) return schema
  const fields = Object.entries(properties).map(([field, given]) => {
    const own: FieldHelp | undefined = (help as Readonly<Record<string, FieldHelp>>)[field]
    if (own === undefined) throw new Error(`document-help.ts has no help for ${name}.${field}`)
    const { description, example } = own
    const defaultSnippets = [{ label: field, body: snippetOf(example, given) }]
    return [field, { description, examples: [example], defaultSnippets, ...withParts(given, name) }]
  })
  return { ...schema, properties: Object.fromEntries(fields) as Json }
}

/**
 * The example with its values to be filled in or chosen, in the syntax of editors: a number is
 * marked, since it stands without quotation marks.
 * @example ({ id: 'town', value: 3 }, {}) → { id: '${1:town}', value: '^${2:3}' }
 */
function snippetOf(example: unknown, schema: Json): unknown {
  if ('const' in schema) return example
  const choices = (schema['enum'] ?? (schema['items'] as Json | undefined)?.['enum']) as
    | readonly string[]
    | undefined
  let places = 0
  const place = (text: string) =>
    `\${${++places}${choices === undefined ? `:${text}` : `|${choices.join(',')}|`}}`
  const filled = (value: unknown): unknown => {
    if (typeof value === 'string') return place(value)
    if (typeof value === 'number') return `^${place(String(value))}`
    if (Array.isArray(value)) return choices === undefined ? value.map(filled) : [place('')]
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner)]))
  }
  return filled(example)
}

/** The parts of a measure are measures, too, but have no definition of their own. */
function withParts(schema: Json, name: string): Json {
  const items = schema['items'] as Json | undefined
  return items?.['properties'] === undefined ? schema : { ...schema, items: helpful(items, name) }
}

if (import.meta.main) {
  writeFileSync(join(import.meta.dirname, '../../data/timeline.schema.json'), schemaText())
}
