import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { AuthoredActor } from '../../src/domain/document/actor.ts'
import { Citation } from '../../src/domain/document/citation.ts'
import { AuthoredEvent } from '../../src/domain/document/event.ts'
import { Link } from '../../src/domain/document/link.ts'
import { AuthoredMeasure } from '../../src/domain/document/measure.ts'
import { AuthoredSource } from '../../src/domain/document/source.ts'
import { AuthoredTheme } from '../../src/domain/document/theme.ts'
import { Authority, TimelineDocument } from '../../src/domain/document/timeline.ts'
import { schemaText } from '../../src/assets/document-schema.ts'

const committed = readFileSync(new URL('../../data/timeline.schema.json', import.meta.url), 'utf8')

interface ObjectSchema {
  readonly properties: Record<string, object>
  readonly required: string[]
}

interface Schema {
  readonly $schema: string
  readonly $defs: Record<string, ObjectSchema>
}

interface Field {
  readonly description?: string
  readonly examples?: readonly unknown[]
  readonly defaultSnippets?: readonly { readonly label: string; readonly body: unknown }[]
}

const schemas: Readonly<Record<string, { readonly entries: Record<string, v.GenericSchema> }>> = {
  Timeline: TimelineDocument,
  Authority,
  Licence: TimelineDocument.entries.licence.wrapped,
  Theme: AuthoredTheme,
  Actor: AuthoredActor,
  Source: AuthoredSource,
  Event: AuthoredEvent,
  Measure: AuthoredMeasure,
  Citation,
  Link,
}

/** Every field of every object in a schema, wherever it is nested, with its place. */
function fieldsIn(schema: unknown, place = ''): [place: string, field: Field][] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]): [string, Field][] => {
    const own = key === 'properties' ? Object.entries(value as Record<string, Field>) : []
    return [
      ...own.map(([field, given]): [string, Field] => [`${place}.${field}`, given]),
      ...(['examples', 'defaultSnippets'].includes(key) ? [] : fieldsIn(value, `${place}.${key}`)),
    ]
  })
}

describe('data/timeline.schema.json', () => {
  it('is what `node src/assets/document-schema.ts` writes', () => {
    expect(committed).toBe(schemaText())
  })

  it('carries lengths, numbers and patterns', () => {
    const { $schema, $defs } = JSON.parse(committed) as Schema
    expect($schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect($defs['Identifier']).toHaveProperty('pattern')
    expect($defs['Theme']?.properties['color']).toMatchObject({
      type: 'integer',
      minimum: 0,
      maximum: 11,
    })
    expect($defs['Citation']?.properties['exact']).toMatchObject({
      type: 'string',
      minLength: 1,
      maxLength: 5000,
    })
    expect($defs['Event']?.properties['actors']).toMatchObject({ maxItems: 64 })
    expect($defs['Event']?.required).toContain('citations')
  })

  it('has a description, an example and a snippet for every field', () => {
    const fields = fieldsIn(JSON.parse(committed))
    expect(fields.length).toBeGreaterThan(70)
    for (const [place, { description = '', examples = [], defaultSnippets = [] }] of fields) {
      expect(description, place).toMatch(/^[A-Z].*\.$/)
      expect([examples.length, defaultSnippets.length], place).toEqual([1, 1])
      expect(defaultSnippets[0]?.body, place).toBeDefined()
    }
  })

  it('gives examples and snippets that the fields accept', () => {
    for (const [name, { entries }] of Object.entries(schemas)) {
      const properties = Object.entries(definition(name))
      expect(properties.map(([field]) => field).toSorted()).toEqual(Object.keys(entries).toSorted())
      for (const [field, { examples = [], defaultSnippets = [] }] of properties) {
        for (const value of [examples[0], filledIn(defaultSnippets[0]?.body)]) {
          expect(
            v.safeParse(entries[field]!, value).issues,
            `${name}.${field}: ${JSON.stringify(value)}`,
          ).toBe(undefined)
        }
      }
    }
  })
})

function definition(name: string): Record<string, Field> {
  const { properties, $defs } = JSON.parse(committed) as Schema & ObjectSchema
  return name === 'Timeline' ? properties : ($defs[name]?.properties ?? {})
}

/** What a snippet holds when its first choices are taken; `^` stands before what is not a text. */
function filledIn(body: unknown): unknown {
  if (typeof body === 'string') {
    const text = body.replace(/\$\{\d+(?::([^}]*)|\|([^,|]*)[^}]*)\}/g, (_, shown, first) =>
      String(shown ?? first),
    )
    return text.startsWith('^') ? JSON.parse(text.slice(1)) : text
  }
  if (Array.isArray(body)) return body.map(filledIn)
  if (typeof body !== 'object' || body === null) return body
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [String(filledIn(key)), filledIn(value)]),
  )
}
