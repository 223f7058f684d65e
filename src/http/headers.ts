// The headers of each surface, in one place (docs/api.md, "Headers").

/** On every read, also on a 304: readable from everywhere. */
export const readableHeaders: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'ETag, Link, RateLimit, RateLimit-Policy, Retry-After, Cache-Status, Jishi-Edition, Jishi-Total',
  'cross-origin-resource-policy': 'cross-origin',
}

/** On every read of data: readable from everywhere, harmless when opened in a browser. */
export const dataHeaders: Readonly<Record<string, string>> = {
  ...readableHeaders,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** On answers to writes: nobody else's business. */
export const writeHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

export const noStore = 'no-store'

/** Answers from the newest edition. Neither s-maxage nor must-revalidate: they switch off stale serving. */
export const currentCache = 'public, max-age=30, stale-while-revalidate=60, stale-if-error=86400'

/** Answers from a named edition: they never change, but a takedown must reach them. */
export const pinnedCache = 'public, max-age=86400, stale-if-error=86400'

/** Answers that only a deploy changes. */
export const staticCache = 'public, max-age=3600, stale-if-error=86400'

/** The reference page: its viewer is served by ourselves and writes inline styles. */
export const docsHeaders: Readonly<Record<string, string>> = {
  'cache-control': staticCache,
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** The viewer's scripts and styles. */
export const viewerHeaders: Readonly<Record<string, string>> = {
  'cache-control': staticCache,
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** Pages for people; the policy of contents depends on the page (src/page/shell/security.ts). */
export const pageHeaders: Readonly<Record<string, string>> = {
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
}

/** Files of the widget, for every site; a released file never changes. */
export const widgetHeaders = (isReleased: boolean): Readonly<Record<string, string>> => ({
  'access-control-allow-origin': '*',
  'cache-control': isReleased ? 'public, max-age=31536000, immutable' : staticCache,
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
})
