// What the schemas of a document check beyond shapes is a rule, whose words each language has.
import { expect, test } from 'vitest'
import { ruleOfMessage } from '../../src/domain/broken-rule.ts'
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

test('context without cited words is told as words that are missing', () => {
  const citations = [{ source: citation().source, prefix: '镇报' }]
  const checked = checkDocument(document({ events: [event({ citations })] }))
  expect(
    checked.ok ? [] : checked.failure.map(({ broken }) => ruleInWords(broken, 'en').detail),
  ).toEqual(['lacks exact, the cited words to which prefix, suffix, start and end belong'])
})
