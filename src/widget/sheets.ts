// Style sheets that no CSP stops. Each is made once and shared by all elements of the page.

/** Answers what gives the style to an element. */
export function sharedStyle(style: string): (root: ShadowRoot) => void {
  let sheet: CSSStyleSheet | undefined
  return ({ adoptedStyleSheets }) => {
    if (!sheet) {
      sheet = new CSSStyleSheet()
      sheet.replaceSync(style)
    }
    if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet)
  }
}
