// Style sheets that no CSP blocks. Each is made once for a document and shared by all elements in it:
// an element may move to another document, such as that of a window which the page has opened.
//
// They are written in rem, whose size the page sets; many set 62.5 %. In the element it is replaced
// by the size that the reader has set: 1em where nothing is inherited from the page.

const rem = '--etl-rem'

/** Returns a function that adds the style to a shadow root. */
export function sharedStyle(style: string): (root: ShadowRoot) => void {
  const sheets = new WeakMap<Document, CSSStyleSheet>()
  return ({ adoptedStyleSheets, ownerDocument }) => {
    let sheet = sheets.get(ownerDocument)
    if (!sheet) {
      const view = ownerDocument.defaultView as typeof globalThis
      try {
        view.CSS.registerProperty({
          name: rem,
          syntax: '<length>',
          inherits: true,
          initialValue: '16px',
        })
      } catch {
        // Another sheet, or another version of the element, has registered it in this document.
      }
      sheet = new view.CSSStyleSheet()
      sheet.replaceSync(style.replace(/(-?[\d.]+)rem/g, `calc($1*var(${rem}))`))
      sheets.set(ownerDocument, sheet)
    }
    if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet)
  }
}
