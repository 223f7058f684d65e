import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maxDepth, parseJson, valueOffsets } from '../../src/domain/document/json.ts'
import { pointerOf } from '../../src/domain/document/pointer.ts'

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
const utf8 = (text: string) => new TextEncoder().encode(text)

describe('strict JSON', () => {
  it.each([
    ['an object', '{"a":[1,{"b":null}],"c":"\\"x\\\\"}'],
    ['equal keys in different objects', '[{"a":1},{"a":{"a":2}}]'],
    ['a key that is also a value', '{"a":"a","b":"a"}'],
    ['brackets inside strings', '{"a":"[[[{{{","b":"}]"}'],
    ['a string alone', '"x"'],
    [`${maxDepth} levels`, nested(maxDepth)],
  ])('accepts %s', (_, text) => {
    expect(parseJson(utf8(text))).toEqual({ ok: true, value: JSON.parse(text) })
    expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) })
  })

  it.each([
    ['a key twice', '{"a":1,"b":2,"a":3}', 'duplicate-key', '/a', 13],
    ['a key twice, once escaped', '{"a/b":{"c":1,"\\u0063":2}}', 'duplicate-key', '/a~1b/c', 14],
    ['a key twice in an array', '[0,{"x":1 , "x" : 2}]', 'duplicate-key', '/1/x', 12],
    ['__proto__ as a key', '{"a":{"__proto__":{"x":1}}}', 'forbidden-key', '/a/__proto__', 6],
    ['one level too many', nested(maxDepth + 1), 'too-deep', '/0'.repeat(maxDepth), maxDepth],
    ['half a million levels', nested(500_000), 'too-deep', '/0'.repeat(maxDepth), maxDepth],
  ])('refuses %s', (...[, text, reason, pointer, offset]) => {
    expect(parseJson(text)).toMatchObject({ ok: false, failure: { reason, pointer, offset } })
  })

  it.each([
    '',
    '{',
    '[1,]',
    '{"a":1,}',
    '{a:1}',
    '"\\',
    "'x'",
    '[1] 2',
    'NaN',
    '\ufeff\ufeff{}',
    '['.repeat(500_000),
  ])('refuses what is not JSON without repeating it (%#)', (text) => {
    const rule: unknown = expect.stringMatching(/^json-/)
    expect(parseJson(text)).toMatchObject({
      ok: false,
      failure: { reason: 'malformed-json', broken: { rule } },
    })
  })

  it.each([
    ['{\n  "id": "a",\n}', 'json-trailing-comma', 2, 12],
    ['[1, 2,]', 'json-trailing-comma', 1, 6],
    ['{\n  // mine\n  "id": "a"\n}', 'json-comment', 2, 3],
    ['{"id": "a" /* mine */}', 'json-comment', 1, 12],
    ['{\n  “id”: "a"\n}', 'json-wide-mark', 2, 3],
    ['{"id"：1}', 'json-wide-mark', 1, 6],
    ["{'id': 1}", 'json-single-quote', 1, 2],
    ['{"id": True}', 'json-word', 1, 8],
    ['{"id": 01}', 'json-number', 1, 8],
    ['{"id": "a\nb"}', 'json-control', 1, 10],
    ['{"id": "C:\\d"}', 'json-escape', 1, 11],
    ['{"id" "a"}', 'json-expected', 1, 7],
    ['{"id": ["a"', 'json-ended', 1, 12],
  ])('says of %j what is wrong, with line and column [fault 6.5]', (text, rule, line, column) => {
    expect(parseJson(text)).toMatchObject({
      failure: { reason: 'malformed-json', broken: { rule, values: { line, column } } },
    })
  })

  it('tells where a text that ends too early ends', () => {
    expect(parseJson('{"a":')).toMatchObject({
      failure: { offset: 5, broken: { rule: 'json-ended' } },
    })
  })

  it.each([
    [[0x22, 0xff, 0x22]],
    [[0x22, 0xc0, 0x80, 0x22]],
    [[0x22, 0xed, 0xa0, 0x80, 0x22]],
    [[0x22, 0xe4, 0xb8]],
  ])('refuses bytes that are not UTF-8 (%#)', (bytes) => {
    expect(parseJson(Uint8Array.from(bytes))).toMatchObject({
      ok: false,
      failure: { reason: 'invalid-utf-8' },
    })
  })

  it.each(['\ufeff{"a":"镇"}', '{"a":"镇"}', ' {}', '[1]'])(
    'knows UTF-16 by its marks: %j',
    (text) => {
      const little = Buffer.from(text, 'utf16le')
      for (const bytes of [little, Buffer.from(little).swap16()])
        expect(parseJson(bytes)).toMatchObject({
          failure: { reason: 'invalid-utf-8', broken: { rule: 'utf-16' } },
        })
    },
  )

  it('ignores one byte order mark (RFC 8259, 8.1)', () => {
    expect(parseJson(Uint8Array.from([0xef, 0xbb, 0xbf, 0x31]))).toEqual({ ok: true, value: 1 })
    expect(parseJson('\ufeff1')).toEqual({ ok: true, value: 1 })
  })

  it('agrees with JSON.parse on every JSON text', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), fc.nat({ max: 3 }), (text, indent) => {
        fc.pre(!text.includes('"__proto__":'))
        const value: unknown = JSON.parse(text)
        expect(parseJson(JSON.stringify(value, null, indent))).toEqual({ ok: true, value })
      }),
    )
  })

  it('never throws', () => {
    const input = fc.oneof(
      fc.string(),
      fc.uint8Array(),
      fc.string().map((text) => `{"a":"${text}"}`),
    )
    fc.assert(fc.property(input, (text) => typeof parseJson(text).ok === 'boolean'))
  })
})

describe('places in a JSON text', () => {
  it('knows where each value begins', () => {
    const text = '{ "a": [1, {"b/c": "x"}], "~": true }'
    const begins = [...valueOffsets(text)].map(([pointer, offset]) => [pointer, text[offset]])
    expect(begins).toEqual([
      ['', '{'],
      ['/a', '['],
      ['/a/0', '1'],
      ['/a/1', '{'],
      ['/a/1/b~1c', '"'],
      ['/~0', 't'],
    ])
  })

  it('escapes pointers (RFC 6901, 3)', () => {
    expect(pointerOf([])).toBe('')
    expect(pointerOf(['m~n', 'a/b', 0, ''])).toBe('/m~0n/a~1b/0/')
  })
})
