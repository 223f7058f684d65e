// Links out of a timeline. Only http and https, since a link ends up in pages and calendars.
import * as v from 'valibot'
import { assignable, textLine } from '../text/text-schema.ts'

/**
 * True for an absolute http(s) URL without user information.
 * @example isWebUrl('javascript:alert(1)') → false
 */
export function isWebUrl(value: string): boolean {
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return false
  const url = new URL(value)
  return url.username === '' && url.password === ''
}

export const WebUrl = v.pipe(
  v.string(),
  v.maxLength(2000, 'must be at most 2000 characters long'),
  assignable,
  v.check(isWebUrl, 'must be an http or https URL without user name and password'),
)

export const Link = v.strictObject({
  url: WebUrl,
  title: v.exactOptional(textLine(500)),
})
