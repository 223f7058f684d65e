// docs/data-model.md and docs/privacy.md against the schemas, the rules and the list of terms.
import { toJsonSchema } from '@valibot/to-json-schema'
import type * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { AuthoredActor } from '../../src/domain/document/actor.ts'
import { checkDocument } from '../../src/domain/check/rules.ts'
import { Citation } from '../../src/domain/document/citation.ts'
import { AuthoredEvent } from '../../src/domain/document/event.ts'
import { faultReasons } from '../../src/domain/check/fault.ts'
import { Link } from '../../src/domain/document/link.ts'
import { AuthoredMeasure } from '../../src/domain/document/measure.ts'
import { privateTerms } from '../../src/domain/check/privacy.ts'
import { AuthoredSource } from '../../src/domain/document/source.ts'
import { AuthoredTheme } from '../../src/domain/document/theme.ts'
import { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { codeBlocks, codeWords, section, tableRows } from '../support/markdown.ts'
import { readText } from '../support/pages.ts'

const page = readText('docs/data-model.md')

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly additionalProperties?: Schema | boolean
  readonly enum?: readonly string[]
  readonly maxLength?: number
  readonly maxItems?: number
  readonly maximum?: number
}

const objects: Readonly<Record<string, v.GenericSchema>> = {
  Timeline: TimelineDocument,
  Theme: AuthoredTheme,
  Actor: AuthoredActor,
  Source: AuthoredSource,
  Event: AuthoredEvent,
  Measure: AuthoredMeasure,
  Citation,
  Link,
}

/** What stands in a field's row: its name, whether it is bold, and the rest. */
function rowsOf(heading: string): Map<string, { required: boolean; text: string }> {
  return new Map(
    tableRows(section(page, heading)).flatMap(([names = '', ...rest]) =>
      codeWords(names).map((name) => [
        name,
        { required: names.includes(`**\`${name}\`**`), text: rest.join(' ') },
      ]),
    ),
  )
}

/** The limits of a field, those of its items and languages included; not of objects within. */
function limitsOf(schema: Schema): number[] {
  const { maxLength, maxItems, maximum, anyOf = [], items, additionalProperties } = schema
  if (schema.properties !== undefined) return []
  return [
    ...[maxLength, maxItems, maximum].filter((limit) => limit !== undefined),
    ...[
      ...anyOf,
      ...(items === undefined ? [] : [items]),
      ...(typeof additionalProperties === 'object' ? [additionalProperties] : []),
    ].flatMap(limitsOf),
  ]
}

const choicesOf = (schema: Schema): readonly string[] => [
  ...(schema.enum ?? []),
  ...(schema.items?.enum ?? []),
]

describe('docs/data-model.md', () => {
  test.each(Object.entries(objects))('%s: every field, its need, its limits', (heading, object) => {
    const schema = toJsonSchema(object, { errorMode: 'ignore' }) as Schema
    const fields = Object.entries(schema.properties ?? {})
    const rows = rowsOf(heading)
    expect(fields.length).toBeGreaterThan(1)
    for (const [name, { text }] of rows) expect(text, name).toMatch(/\S \S/)
    expect([...rows.keys()].toSorted()).toEqual(fields.map(([name]) => name).toSorted())
    for (const [name, field] of fields) {
      const row = rows.get(name)
      expect(row?.required, name).toBe(schema.required?.includes(name) ?? false)
      // The limit of a URL is that of the type, told once.
      const limits = limitsOf(field).filter(
        (limit) => !(row?.text.startsWith('URL') && limit === 2000),
      )
      for (const limit of limits) expect(row?.text, name).toMatch(new RegExp(`\\b${limit}\\b`))
      for (const choice of choicesOf(field)) expect(row?.text, name).toContain(`\`${choice}\``)
    }
  })

  test('lists every reason of a fault, and no other', () => {
    const told = tableRows(section(page, 'Faults')).flatMap(([names = '']) => codeWords(names))
    expect(told.length).toBeGreaterThan(20)
    expect(told.toSorted()).toEqual([...faultReasons].toSorted())
  })

  test('shows a whole document that has no fault', () => {
    const [example] = codeBlocks(section(page, 'Example'))
    expect(checkDocument(JSON.parse(example?.code ?? ''))).toMatchObject({ ok: true })
  })
})

describe('docs/privacy.md', () => {
  test('repeats the list of private terms', () => {
    const spellings = (term: string): string[] =>
      [
        term.replaceAll('[sz]', 's').replace('u?', 'u'),
        term.replaceAll('[sz]', 'z').replace('u?', ''),
      ].filter((spelling, index, both) => both.indexOf(spelling) === index)
    const rows = Object.entries(privateTerms).map(([group, { zh, en }]) => [
      group,
      zh.replaceAll(' ', '、'),
      en.split('|').flatMap(spellings).join(', '),
    ])
    expect(rows.length).toBeGreaterThan(3)
    expect(tableRows(section(readText('docs/privacy.md'), 'Terms'))).toEqual(rows)
  })
})
