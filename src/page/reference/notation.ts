// The notation of types on the reference page: that of TypeScript, with bounds behind it. It is the
// same in every language.
import { html, type Html } from '../../markup/html.ts'
import { nameOf, type NotedSchema } from './contract.ts'

/**
 * A type as markup; names of schemas are links to their sections.
 * @example typeNotation({ type: 'integer', minimum: 1, maximum: 500 }) → integer 1…500
 */
export function typeNotation(schema: NotedSchema): Html {
  if (schema.$ref !== undefined) {
    const name = nameOf(schema.$ref)
    return html`<a href="#${schemaAnchor(name)}">${name}</a>`
  }
  if (schema.const !== undefined) return html`${JSON.stringify(schema.const)}`
  if (schema.enum !== undefined)
    return html`${schema.enum.map((value) => JSON.stringify(value)).join(' | ')}`
  if (schema.anyOf !== undefined) return joined(schema.anyOf.map(typeNotation), ' | ')
  if (schema.type === 'array') return listNotation(schema.items ?? {})
  if (schema.type === 'object') return objectNotation(schema)
  return html`${[schema.type ?? 'any', ...bounds(schema)].join(' ')}`
}

export const schemaAnchor = (name: string): string => `schema-${name}`

const listNotation = (item: NotedSchema): Html =>
  (item.anyOf ?? item.enum) === undefined
    ? html`${typeNotation(item)}[]`
    : html`(${typeNotation(item)})[]`

function objectNotation({ properties, required, additionalProperties }: NotedSchema): Html {
  if (properties === undefined || Object.keys(properties).length === 0) {
    const value = typeof additionalProperties === 'object' ? additionalProperties : {}
    return html`{ [string]: ${typeNotation(value)} }`
  }
  const members = Object.entries(properties).map(
    ([name, member]) =>
      html`${name}${required?.includes(name) !== true && '?'}: ${typeNotation(member)}`,
  )
  return html`{ ${joined(members, ', ')} }`
}

const joined = (parts: readonly Html[], separator: string): Html =>
  html`${parts.map((part, i) => html`${i > 0 && separator}${part}`)}`

function bounds(schema: NotedSchema): string[] {
  const { format, pattern, minimum, maximum, minLength, maxLength } = schema
  return [
    ...(format === undefined ? [] : [format]),
    ...range(minimum, maximum),
    ...range(minLength, maxLength),
    ...(pattern === undefined ? [] : [`/${pattern}/`]),
  ]
}

function range(least: number | undefined, most: number | undefined): string[] {
  if (least === undefined && most === undefined) return []
  if (most === undefined) return [`≥ ${least}`]
  return [least === undefined ? `≤ ${most}` : `${least}…${most}`]
}
