import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { filled, gap, withGaps } from '../../src/markup/gaps.ts'
import { html, printHtml, type Html } from '../../src/markup/html.ts'

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
      expect(printHtml(full)).toBe(printHtml(card(name, address, text)))
    }),
  )
})

test('gaps without a value are a bug', () => {
  expect(() => filled(withGaps(html`<p>${gap('name')}</p>`), () => undefined)).toThrow('name')
})
