// What the schemas of a document check beyond shapes is a rule, whose words each language has.
import { expect, test } from 'vitest'
import { ruleOfMessage, type RuleName } from '../../src/domain/broken-rule.ts'
import { checkDocument } from '../../src/domain/check/rules.ts'
import { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { ruleInWords } from '../../src/messages/languages.ts'
import { citation, document, event } from '../support/document.ts'

test('every check of the schemas has a rule, and no sentence in its place', () => {
  const sentences = new Set<unknown>()
  const seen = new Set<object>()
  const visit = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null || seen.has(schema)) return
    seen.add(schema)
    const { message, kind } = schema as { message?: unknown; kind?: unknown }
    if (kind !== undefined && typeof message === 'string') sentences.add(ruleOfMessage(message))
    Object.values(schema).forEach(visit)
  }
  visit(TimelineDocument)
  expect(sentences.size).toBeGreaterThan(10)
  expect(sentences).not.toContain(null)
})

test('a list that is too long or too short is told as a list, never in characters', () => {
  const rules = new Map<string, RuleName | undefined>()
  const seen = new Set<object>()
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    seen.add(value)
    const { pipe = [] } = value as { pipe?: readonly Piped[] }
    if (pipe[0]?.type === 'array') {
      for (const { type, message } of pipe.filter(({ type }) => /^(?:max|min)_length$/.test(type)))
        rules.set(`${path} ${type}`, ruleOfMessage(message ?? '')?.rule)
    }
    for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`)
  }
  visit(TimelineDocument, '')
  expect([...rules.keys()].join()).toContain('allow')
  for (const [place, rule] of rules)
    expect(['too-many', 'too-few', 'no-citation', 'no-language'], place).toContain(rule)
})

/** A step of a pipe of valibot. */
interface Piped {
  readonly type: string
  readonly message?: string
}

test('context without cited words is told as words that are missing', () => {
  const citations = [{ source: citation().source, prefix: '镇报' }]
  const checked = checkDocument(document({ events: [event({ citations })] }))
  expect(
    checked.ok ? [] : checked.failure.map(({ broken }) => ruleInWords(broken, 'en').detail),
  ).toEqual(['lacks exact, the cited words to which prefix, suffix, start and end belong'])
})
