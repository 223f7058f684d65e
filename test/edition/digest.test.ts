import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCursor, writeCursor } from '../../src/address/cursor.ts'
import { canonicalJson, documentDigest, sha256 } from '../../src/edition/digest.ts'
import { wrap, unwrap } from '../../src/edition/envelope.ts'
import { storedForm } from '../../src/edition/stored-form.ts'
import { fingerprint } from '../../src/address/fingerprint.ts'

describe('canonical JSON', () => {
  test('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const turned = Object.fromEntries(Object.entries(object).toReversed())
        expect(canonicalJson(turned)).toBe(canonicalJson(object))
        expect(JSON.parse(canonicalJson(object))).toEqual(JSON.parse(JSON.stringify(object)))
      }),
    )
  })

  test('RFC 8785, 3.2.3: sorts keys by UTF-16 code units', () => {
    expect(canonicalJson({ '\u{1f600}': 1, '\ufb33': 2, '€': 3, '1': 4 })).toBe(
      '{"1":4,"€":3,"\u{1f600}":1,"\ufb33":2}',
    )
  })
})

test('SHA-256 is that of FIPS 180-4', async () => {
  expect(await sha256('abc')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
})

test('the digest of a document does not depend on where its schema lies', async () => {
  expect(await documentDigest({ $schema: '../x', a: 1 })).toBe(await documentDigest({ a: 1 }))
  expect(await documentDigest({ a: 2 })).not.toBe(await documentDigest({ a: 1 }))
})

describe('an envelope', () => {
  const content = { edition: 3, title: '小镇' }

  test('gives back what was wrapped under its key', async () => {
    expect(await unwrap('head/a', await wrap('head/a', content))).toEqual({
      ok: true,
      value: { content, form: storedForm },
    })
  })

  test('is refused under another key', async () => {
    expect(await unwrap('head/b', await wrap('head/a', content))).toEqual({
      ok: false,
      failure: 'other-key',
    })
  })

  test('is refused with any bit flipped or any part cut off', async () => {
    const bytes = new TextEncoder().encode(await wrap('head/a', content))
    let damaged = 0
    for (let index = 0; index < bytes.length; index++) {
      for (let bit = 0; bit < 8; bit++) {
        const flipped = bytes.slice()
        flipped[index] = (flipped[index] ?? 0) ^ (1 << bit)
        const result = await unwrap('head/a', new TextDecoder().decode(flipped))
        expect(result.ok && JSON.stringify(result.value.content) !== JSON.stringify(content)).toBe(
          false,
        )
        if (!result.ok) damaged++
      }
      expect((await unwrap('head/a', new TextDecoder().decode(bytes.slice(0, index)))).ok).toBe(
        false,
      )
    }
    expect(damaged).toBeGreaterThan(bytes.length * 7)
  })
})

describe('a cursor', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(fc.nat(999_999_998), fc.nat(9_999_999), fc.string(), (number, after, text) => {
        const cursor = { edition: number + 1, after, filter: fingerprint(text) }
        expect(readCursor(writeCursor(cursor))).toEqual({ ok: true, value: cursor })
      }),
    )
  })

  test.each(['', 'x', '????', btoa('0.1.a'), btoa('1.1'), btoa('1.-1.a'), 'A'.repeat(200)])(
    '%s is none',
    (text) => {
      expect(readCursor(text).ok).toBe(false)
    },
  )
})

test('the fingerprint is FNV-1a of 64 bits', () => {
  // Offset basis and the published value of "a" (draft-eastlake-fnv), in two halves.
  const halves = (text: string) => [fingerprint(text).slice(0, -7), fingerprint(text).slice(-7)]
  expect(halves('')).toEqual([(0xcbf29ce4).toString(36), (0x84222325).toString(36)])
  expect(halves('a')).toEqual([(0xaf63dc4c).toString(36), (0x8601ec8c).toString(36)])
})

test('the halves of a fingerprint cannot run together: the second has 7 digits', () => {
  const small = Array.from({ length: 1000 }, (_, number) => fingerprint(String(number)))
    .map((name) => name.slice(-7))
    .filter((half) => half.startsWith('0'))
  expect(small.length).toBeGreaterThan(100)
  for (const half of small) expect(Number.parseInt(half, 36)).toBeLessThan(36 ** 6)
})
