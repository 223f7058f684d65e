// What Cloudflare compresses between its network and a reader
// (developers.cloudflare.com/speed/optimization/content/compression), of the types of this service.
const compressed: ReadonlySet<string> = new Set([
  'application/javascript',
  'application/json',
  'application/ld+json',
  'application/rss+xml',
  'image/svg+xml',
  'text/css',
  'text/html',
  'text/javascript',
  'text/plain',
  'text/xml',
])

/**
 * True if answers of this media type are compressed on their way. The runtime compresses any other
 * answer that has a `Content-Encoding`, since `encodeBody` of a Response is `automatic`.
 * @example compressesType('text/calendar; charset=utf-8') → false
 */
export const compressesType = (type: string): boolean =>
  compressed.has(type.split(';', 1)[0]?.trim().toLowerCase() ?? '')

/**
 * What the client accepts: Cloudflare replaces the header by its own, and keeps the client's here
 * (developers.cloudflare.com/workers/runtime-apis/request, `clientAcceptEncoding`); '' if it has none.
 */
export const acceptEncodingOf = (request: Request): string =>
  (request.cf?.clientAcceptEncoding as string | undefined) ??
  request.headers.get('accept-encoding') ??
  ''
