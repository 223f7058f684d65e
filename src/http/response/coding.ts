// Content coding (RFC 9110, 8.4) of answers that the platform does not compress by itself.
import { choicesOf } from '../request/accept.ts'

/** Maximum octets of an answer that is compressed; below the minimum it is not worth a header. */
export const maxCompressedBytes = 1_000_000
const minCompressed = 1_000

/** True if a client with this Accept-Encoding takes gzip (RFC 9110, 12.5.3); not if it has none. */
export function acceptsGzip(acceptEncoding: string): boolean {
  const codings = choicesOf(acceptEncoding)
  const named = codings.find(({ type }) => /^(?:x-)?gzip$/i.test(type))
  return (named ?? codings.find(({ type }) => type === '*') ?? { q: 0 }).q > 0
}

/** True for a file of known size that is neither too small nor too large. */
export const isCompressible = (body: string | Uint8Array | ReadableStream): boolean =>
  body instanceof Uint8Array && body.length >= minCompressed && body.length <= maxCompressedBytes
