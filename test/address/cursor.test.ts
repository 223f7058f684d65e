import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { broken } from '../../src/domain/broken-rule.ts'
import {
  readCursor,
  readListCursor,
  writeCursor,
  writeListCursor,
} from '../../src/address/cursor.ts'

const invalid = { ok: false, failure: broken('not-a-cursor') }
const encoded = (text: string): string => btoa(text).replaceAll('=', '')

const characters = (of: string) => fc.constantFrom(...of.split(''))
const cursors = fc.record({
  edition: fc.integer({ min: 1, max: 999_999_999 }),
  after: fc.integer({ min: 0, max: 99_999_999 }),
  filter: fc.string({
    unit: characters('0123456789abcdefghijklmnopqrstuvwxyz'),
    minLength: 1,
    maxLength: 16,
  }),
})
const ids = fc.string({
  unit: characters('0123456789abcdefghijklmnopqrstuvwxyz-'),
  minLength: 1,
  maxLength: 64,
})

/** What clients do to a cursor that they should not touch. */
const spoilt = (cursor: string): readonly string[] => [
  '',
  ` ${cursor}`,
  `${cursor}\n`,
  `!${cursor}`,
  `${cursor}!`,
  `${cursor}=`,
  `${cursor.slice(0, 4)} ${cursor.slice(4)}`,
]

describe('a cursor', () => {
  test('is read as it was written, and needs no escapes', () => {
    fc.assert(
      fc.property(cursors, (cursor) => {
        const text = writeCursor(cursor)
        expect(text).toMatch(/^[A-Za-z0-9]+$/)
        expect(readCursor(text)).toEqual({ ok: true, value: cursor })
      }),
    )
  })

  test.each([
    ...spoilt(encoded('3.19.abc')),
    ...['3.19.abc!', '!3.19.abc', '3.19', '3.19.', '0.19.abc', '03.19.abc', '3.-1.abc'].map(
      encoded,
    ),
    ...['1234567890.1.a', '1.123456789.a', `1.1.${'a'.repeat(17)}`, '3.19.ABC'].map(encoded),
    encoded('after.town'),
    'a',
  ])('%j is none', (text) => {
    expect(readCursor(text)).toEqual(invalid)
  })
})

describe('a cursor of the list of timelines', () => {
  test('is read as it was written, and needs no escapes', () => {
    fc.assert(
      fc.property(ids, (id) => {
        const text = writeListCursor(id)
        expect(text).toMatch(/^[A-Za-z0-9]+$/)
        expect(readListCursor(text)).toEqual({ ok: true, value: id })
      }),
    )
  })

  test.each([
    ...spoilt(encoded('after.town')),
    ...['after.', 'after.Town', 'after.a b', 'xafter.town', 'after.town.', 'before.a'].map(encoded),
    encoded(`after.${'a'.repeat(65)}`),
    encoded('3.19.abc'),
    'a',
  ])('%j is none', (text) => {
    expect(readListCursor(text)).toEqual(invalid)
  })
})
