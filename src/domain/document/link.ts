// Links out of a timeline. Only http and https, since a link ends up in pages and calendars.
import * as v from 'valibot'
import { issueMessage } from '../broken-rule.ts'
import { assignable, textLine } from '../text/text-schema.ts'

/**
 * True for an absolute http(s) URL without user information. Browsers read a backslash as a slash, and
 * leave out line ends and tabs, so that such an address leads elsewhere than it seems to.
 * @example isWebUrl('javascript:alert(1)') → false
 */
export function isWebUrl(value: string): boolean {
  if (!/^https?:\/\/[^\\\t\n\r]*$/i.test(value) || !URL.canParse(value)) return false
  const url = new URL(value)
  return url.username === '' && url.password === ''
}

/**
 * The one form in which a URL is stored and shown: that of the URL Standard (WHATWG, 4.5). A text that
 * is no URL stays as it is; editions of earlier versions may have one.
 * @example normalUrl('HTTPS://A.example:443/a b') → https://a.example/a%20b
 */
export const normalUrl = (value: string): string =>
  URL.canParse(value) ? new URL(value).href : value

export const WebUrl = v.pipe(
  v.string(),
  v.maxLength(2000, issueMessage('too-long', { max: 2000 })),
  assignable,
  v.check(isWebUrl, issueMessage('not-a-web-url')),
)

export const Link = v.strictObject({
  url: WebUrl,
  title: v.exactOptional(textLine(500)),
})
