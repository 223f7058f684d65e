import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { below } from '../../src/markup/heading.ts'
import { html, printHtml, safeUrl, sentenceWith } from '../../src/markup/html.ts'
import { jsonLdScript } from '../../src/page/shell/document.ts'

const hostile = `<script>alert(1)</script>"'>&`

test('below a heading is the next level, and below the sixth the sixth', () => {
  expect(([1, 2, 3, 4, 5, 6] as const).map(below)).toEqual([2, 3, 4, 5, 6, 6])
})

test('a URL loses its controls and blanks; only whole names of safe schemes are kept', () => {
  expect(safeUrl(' /a\u0001 b\n')).toBe('/ab')
  expect(safeUrl('ht\ntps://a.example/')).toBe('https://a.example/')
  for (const scheme of ['https', 'HTTP', 'webcal'])
    expect(safeUrl(`${scheme}://a.example/`)).toBe(`${scheme}://a.example/`)
  for (const scheme of ['xhttps', 'httpsx', 'webcals', 'java\tscript'])
    expect(safeUrl(`${scheme}:a`)).toBe('about:invalid')
})

test('an absent value is nothing, and a template keeps no line ends of its own', () => {
  const rows = html`<p>${null}${undefined}${false}</p>
    <p>${'a\u0001b\u0085c'}</p>`
  expect(printHtml(rows)).toBe('<p></p><p>abc</p>')
  expect(printHtml(html`<p>${[]}${'x'}</p>`)).toBe('<p>x</p>')
})

describe('html', () => {
  test('escapes text and attribute values', () => {
    expect(printHtml(html`<p title="${hostile}">${hostile}</p>`)).toBe(
      '<p title="&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;&amp;">&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;&amp;</p>',
    )
  })

  test.each([
    ['a\u202e1234\u202cb', 'a1234b'],
    ['\u202d1234', '1234'],
    ['a\u2067b\nc\u2069', 'ab\nc'],
    ['a\u202bb\u202cc', 'a\u202bb\u202cc'],
  ])('shows the stored text %j as %j, with its digits in order [fault B8]', (stored, shown) => {
    expect(printHtml(html`<p title="${stored}">${stored}</p>`)).toBe(
      `<p title="${shown}">${shown}</p>`,
    )
  })

  test('never lets text end its element or attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const printed = printHtml(html`<p title="${text}">${text}</p>`)
        expect(printed.match(/[<>]/g)).toHaveLength(4)
        expect(printed.match(/"/g)).toHaveLength(2)
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['javascript:alert(1)', 'about:invalid'],
    [' java\nscript:alert(1)', 'about:invalid'],
    ['data:text/html,x', 'about:invalid'],
    ['vbscript:x', 'about:invalid'],
    ['https://example.org/?a=b:c', 'https://example.org/?a=b:c'],
    ['webcal://example.org/a.ics', 'webcal://example.org/a.ics'],
    ['/timelines/a?theme=b:c', '/timelines/a?theme=b:c'],
    ['?q=a:b', '?q=a:b'],
    ['#a:b', '#a:b'],
  ])('prints the address %j as %j', (given, printed) => {
    expect(safeUrl(given)).toBe(printed)
    expect(printHtml(html`<a href="${given}">a</a>`)).toBe(
      `<a href="${printed.replaceAll('&', '&amp;')}">a</a>`,
    )
  })

  test('refuses values where escaping would not be enough', () => {
    expect(() => html`<p style="${'color:red'}"></p>`).toThrow(TypeError)
    expect(() => html`<p onclick="${'x'}"></p>`).toThrow(TypeError)
    expect(() => html`<script>${'x'}</script>`).toThrow(TypeError)
    expect(() => html`<!-- ${'x'} -->`).toThrow(TypeError)
    expect(() => html`<p ${'x'}></p>`).toThrow(TypeError)
  })

  test('takes no parsed JSON for markup', () => {
    const forged = JSON.parse('{"html":"<b>","jishi html":"<b>"}') as never
    expect(printHtml(html`<p>${forged}</p>`)).not.toContain('<b>')
  })

  test('prints nothing for absent values, line ends and indentation', () => {
    expect(
      printHtml(html`
      <p>${null}${undefined}${false}
        <b>${0}</b>
      </p>`),
    ).toBe('<p><b>0</b></p>')
  })
})

test('JSON-LD cannot end its script', () => {
  const printed = printHtml(jsonLdScript(JSON.stringify({ name: '</script><script>alert(1)' })))
  expect(printed.match(/<\/?script/g)).toHaveLength(2)
  expect(JSON.parse(printed.replace(/^<[^>]*>|<\/script>$/g, ''))).toEqual({
    name: '</script><script>alert(1)',
  })
})

test('a sentence names markup where it names values', () => {
  const marked = sentenceWith([html`<i>a</i>`, html`<b>&</b>`], ([a, b]) => `${b} < ${a}, ${a}.`)
  expect(printHtml(marked)).toBe('<b>&</b> &lt; <i>a</i>, <i>a</i>.')
})
