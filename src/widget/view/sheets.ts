// Style sheets that no CSP stops. Each is made once and shared by all elements of the page.
//
// They are written in rem, which is the size that a page has chosen; many choose 62.5 %. In the element
// it means the size that the reader has chosen: 1em where nothing of the page is inherited.

const rem = '--etl-rem'
try {
  CSS.registerProperty({ name: rem, syntax: '<length>', inherits: true, initialValue: '16px' })
} catch {
  // Another version of the element on this page has done it.
}

/** Answers what gives the style to an element. */
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
