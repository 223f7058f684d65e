import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createParts, filled, gap, withGaps } from '../../src/markup/gaps.ts'
import { html, printHtml, type Html } from '../../src/markup/html.ts'
import { encoded, inUtf8, joined } from '../../src/domain/text/pieces.ts'

const card = (name: string | Html, link: string | Html, text: string): Html =>
  html`<p id="_${name}"><a href="${link}">${text}</a>${name}</p>`

test('markup with filled gaps is the same as markup made with their values', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\u0001name\u0001', '\u0001', 'link', '&<>"\u0001'),
  )
  fc.assert(
    fc.property(anyText, anyText, anyText, (name, link, text) => {
      const made = withGaps(card(gap('name'), gap('link'), text))
      const address = `/${encodeURIComponent(link.toWellFormed())}`
      const full = filled(made, (gap) => html`${gap === 'name' ? name : address}`)
      expect(joined(full)).toBe(printHtml(card(name, address, text)))
    }),
  )
})

test('gaps without a value are a bug', () => {
  expect(() => filled(withGaps(html`<p>${gap('name')}</p>`), () => undefined)).toThrow('name')
})

test('parts that wait stand in their places', () => {
  const { put, within } = createParts()
  const [first, second] = [put(['<b>', ...inUtf8(['事'])]), put(['</b>'])]
  expect(joined(within(html`<p>${first}${'\u0001A\u0001'}${second}</p>`))).toBe('<p><b>事A</b></p>')
})

test('pieces are encoded as the text that they make, however they are cut and kept', () => {
  const piece = fc.record({
    text: fc.string({ unit: 'grapheme', maxLength: 5 }),
    times: fc.constantFrom(1, 1, 1, 3_000),
    isKept: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (all) => {
      const texts = all.map(({ text, times }) => text.repeat(times))
      const kept = inUtf8(texts)
      const pieces = all.map(({ isKept }, i) => (isKept ? kept[i]! : texts[i]!))
      const text = texts.join('')
      expect(encoded(pieces)).toEqual(new TextEncoder().encode(text))
      expect(joined(pieces)).toBe(text)
    }),
    { numRuns: 50 },
  )
})
