// Style sheets that no CSP blocks. Each is made once and shared by all elements of the page.
//
// They are written in rem, whose size the page sets; many set 62.5 %. In the element it is replaced
// by the size that the reader has set: 1em where nothing is inherited from the page.

const rem = '--etl-rem'
try {
  CSS.registerProperty({ name: rem, syntax: '<length>', inherits: true, initialValue: '16px' })
} catch {
  // Another version of the element on this page has registered it.
}

/** Returns a function that adds the style to a shadow root. */
export function sharedStyle(style: string): (root: ShadowRoot) => void {
  let sheet: CSSStyleSheet | undefined
  return ({ adoptedStyleSheets }) => {
    if (!sheet) {
      sheet = new CSSStyleSheet()
      sheet.replaceSync(style.replace(/(-?[\d.]+)rem/g, `calc($1*var(${rem}))`))
    }
    if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet)
  }
}
