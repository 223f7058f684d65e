import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  element,
  endTag,
  legalText,
  startTag,
  xmlDeclaration,
  xmlText,
} from '../../src/markup/xml.ts'
import { carried, readXml, textOf } from '../support/xml-reader.ts'
import { hostileText } from './hostile-feed.ts'

describe('element', () => {
  test('writes text, elements, or an empty element', () => {
    expect(element('a', {}, '1 < 2 & 3')).toBe('<a>1 &#x3C; 2 &#x26; 3</a>')
    expect(element('a', {}, [element('b'), xmlText('>')])).toBe('<a><b/>&gt;</a>')
    expect(element('a', {}, '')).toBe('<a></a>')
  })

  test('writes attributes in order and leaves out those without a value', () => {
    expect(element('a', { x: '"1"', y: undefined, z: '2' })).toBe('<a x="&#x22;1&#x22;" z="2"/>')
  })

  test('carries any text to a strict reader', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(textOf(readXml(element('a', {}, text)))).toBe(carried(text))
      }),
      { numRuns: 500 },
    )
  })

  test('carries any attribute to a strict reader, line ends and tabs included', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(readXml(element('a', { b: text })).attributes).toEqual({ b: carried(text) })
      }),
      { numRuns: 500 },
    )
  })

  test('is well-formed with all 65,536 code units', () => {
    const units = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join(' ')
    expect(textOf(readXml(element('a', { b: units }, units)))).toBe(carried(units))
  })
})

test('a document in parts reads as one element', () => {
  const document = `${xmlDeclaration}${startTag('a', { b: '<' })}${element('c')}${endTag('a')}\n`
  expect(readXml(document)).toEqual({
    name: 'a',
    attributes: { b: '<' },
    children: [{ name: 'c', attributes: {}, children: [] }],
  })
})

describe('legalText', () => {
  test('keeps what XML 1.0 allows, emoji and C1 controls included', () => {
    const text = 'a\t\n 中文😀\x7f\x85\ufdd0\u{1fffe}\ufeff'
    expect(legalText(text)).toBe(text)
  })

  test('drops C0 controls, U+FFFE and U+FFFF', () => {
    expect(legalText('a\0b\x0bc\x1fd\ufffee\uffff')).toBe('abcde')
  })

  test('replaces a lone surrogate and keeps a pair', () => {
    expect(legalText('\ud83d|\ude00|\ud83d\ude00')).toBe('\ufffd|\ufffd|😀')
  })

  test('writes every line end as LF', () => {
    expect(legalText('a\r\nb\rc\nd')).toBe('a\nb\nc\nd')
  })
})

describe('the strict reader of these tests', () => {
  test.each([
    ['<a>', /no .* at ""/],
    ['<a></b>', /no end tag of a/],
    ['<a/><b/>', /behind the root/],
    ['<a b=c/>', /no .* at " b=c/],
    ['<a b="1" b="2"/>', /two attributes b/],
    ['<a b="<"/>', /no .* at " b=/],
    ['<a>]]></a>', /]]> in text/],
    ['<a>&</a>', /no reference: &/],
    ['<a>&nbsp;</a>', /no reference: &nbsp;/],
    ['<a>&#0;</a>', /no reference: &#0;/],
    ['<a>\0</a>', /a character XML forbids/],
    ['<a>\uffff</a>', /a character XML forbids/],
    ['<a>\ud800</a>', /a character XML forbids/],
    ['a', /no .* at "a"/],
  ])('refuses %j', (text, message) => {
    expect(() => readXml(text)).toThrow(message)
  })
})
