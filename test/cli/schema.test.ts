import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { schemaText } from '../../src/assets/document-schema.ts'

const committed = readFileSync(new URL('../../data/timeline.schema.json', import.meta.url), 'utf8')

interface Schema {
  readonly $schema: string
  readonly $defs: Record<
    string,
    { readonly properties: Record<string, object>; readonly required: string[] }
  >
}

describe('data/timeline.schema.json', () => {
  it('is what `node src/assets/document-schema.ts` writes', () => {
    expect(committed).toBe(schemaText())
  })

  it('carries lengths, numbers and patterns', () => {
    const { $schema, $defs } = JSON.parse(committed) as Schema
    expect($schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect($defs['Identifier']).toHaveProperty('pattern')
    expect($defs['Theme']?.properties['color']).toEqual({
      type: 'integer',
      minimum: 0,
      maximum: 11,
    })
    expect($defs['Citation']?.properties['exact']).toEqual({
      type: 'string',
      minLength: 1,
      maxLength: 5000,
    })
    expect($defs['Event']?.properties['actors']).toMatchObject({ maxItems: 64 })
    expect($defs['Event']?.required).toContain('citations')
  })
})
