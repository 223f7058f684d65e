// What a command writes differs from the file only where it changes something, however the file was saved.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { editedText } from '../../src/cli/document/edited-text.ts'
import { document, event } from '../support/document.ts'
import '../support/seed.ts'

const before = document({ events: [event({ id: 'a' }), event({ id: 'b' })] })
const after = {
  ...before,
  sources: before.sources.map((source) => ({ ...source, sha256: '0'.repeat(64) })),
  events: [...before.events, event({ id: 'c' })],
}

test.each([
  ['blanks', 2, '\n', ''],
  ['four blanks', 4, '\n', ''],
  ['tabs', '\t', '\n', ''],
  ['line ends of Windows', 2, '\r\n', ''],
  ['a byte order mark', '\t', '\r\n', '\uFEFF'],
  ['one line', 0, '\n', ''],
] as const)('a file with %s is written as it was', (_, unit, lineEnd, mark) => {
  const saved = (value: object): string =>
    `${mark}${JSON.stringify(value, null, unit)}\n`.replaceAll('\n', lineEnd)
  expect(editedText(saved(before), before, before)).toBe(saved(before))
  expect(editedText(saved(before), before, after)).toBe(saved(after))
})

test('what is set by hand stays as it is set, and what is new is set as what stands beside it', () => {
  const text = `{
  "id":"town", "title": "镇",
  "events": [
    { "id": "a", "citations": [{ "source": "s", "exact": "x" }] },

    { "id": "b",
      "citations": [
        { "exact": "y" }
      ] }
  ]
}`
  const value = JSON.parse(text) as { events: { citations: object[] }[] }
  const changed = {
    ...value,
    events: value.events.map((one) => ({
      ...one,
      citations: one.citations.map((citation) => ({ ...citation, supports: ['date', 'title'] })),
    })),
  }
  expect(editedText(text, value, changed)).toBe(
    text
      .replace('"exact": "x"', '"exact": "x", "supports": ["date", "title"]')
      .replace('"exact": "y"', '"exact": "y", "supports": ["date", "title"]'),
  )
})

/** A part of a document, or of what is not known. */
const { value: anyValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(1, 1.5, true, null, '', 'a', '"\\', '[{', '镇\n'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('id', 'a', 'b/c', '~', '1', '"', 'constructor'), tie('value'), {
      maxKeys: 4,
    }),
    fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c'), more: tie('value') }), {
      selector: ({ id }) => id,
    }),
  ),
}))
const objects = fc.dictionary(fc.constantFrom('id', 'events', 'title', '2'), anyValue)

test('whatever changes, the text holds what it should, and nothing else where nothing changes', () => {
  fc.assert(
    fc.property(
      objects,
      objects,
      fc.constantFrom(0, 1, '\t'),
      fc.record({ lineEnd: fc.constantFrom('\n', '\r\n'), mark: fc.constantFrom('', '\uFEFF') }),
      (one, other, unit, { lineEnd, mark }) => {
        const text = mark + JSON.stringify(one, null, unit).replaceAll('\n', lineEnd) + lineEnd
        expect(editedText(text, one, one)).toBe(text)
        const edited = editedText(text, one, other)
        expect(edited.startsWith(mark)).toBe(true)
        expect(JSON.parse(edited.slice(mark.length))).toEqual(other)
        expect(lineEnd === '\n' || !/[^\r]\n/.test(edited)).toBe(true)
      },
    ),
  )
})
