// The Accept headers (RFC 9110, 12.5).
import { parseAccept } from 'hono/utils/accept'

/** Maximum characters of an Accept header that are read; browsers send about 150. */
export const maxAcceptLength = 1000

/**
 * The choices of an Accept header, the most wanted first. Whole choices behind the limit are ignored.
 * @example choicesOf('zh-CN, en;q=0.5') → [{ type: 'zh-CN', q: 1, … }, { type: 'en', q: 0.5, … }]
 */
export function choicesOf(header: string | null): ReturnType<typeof parseAccept> {
  const all = header ?? ''
  if (all.length <= maxAcceptLength) return parseAccept(all)
  const begun = all.slice(0, maxAcceptLength)
  return parseAccept(begun.slice(0, Math.max(0, begun.lastIndexOf(','))))
}
