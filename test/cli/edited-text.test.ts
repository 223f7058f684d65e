// What an import writes differs from the file only where it changes something, however the file was saved.
import { expect, test } from 'vitest'
import { editedText } from '../../src/cli/document/edited-text.ts'
import { document, event } from '../support/document.ts'

const before = document({ events: [event({ id: 'a' }), event({ id: 'b' })] })
const after = { ...before, events: [...before.events, event({ id: 'c' })] }

test.each([
  ['blanks', 2, '\n', ''],
  ['four blanks', 4, '\n', ''],
  ['tabs', '\t', '\n', ''],
  ['line ends of Windows', 2, '\r\n', ''],
  ['a byte order mark', '\t', '\r\n', '\uFEFF'],
] as const)('a file with %s is written as it was', (_, unit, lineEnd, mark) => {
  const saved = (value: object): string =>
    `${mark}${JSON.stringify(value, null, unit)}\n`.replaceAll('\n', lineEnd)
  expect(editedText(saved(before), before, before)).toBe(saved(before))
  expect(editedText(saved(before), before, after)).toBe(saved(after))
})
