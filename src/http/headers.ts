// The headers of each surface, in one place (docs/api.md, "Headers").

/**
 * For every answer, where the service is reached by HTTPS (RFC 6797). Not for subdomains, which may be
 * somebody else's. Browsers ignore it over HTTP, so that caches may keep it with the answer.
 */
export const transportPolicy = 'max-age=31536000'

/** Names everything that is made from a timeline, for caches that can forget by tag. */
export const cacheTag = (timeline: string): string => `timeline-${timeline}`

/** For every read, including a 304: any origin may read the response. */
export const readableHeaders: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'Age, Allow, Cache-Status, Content-Disposition, ETag, Jishi-Edition, Jishi-Held-Back, Jishi-Left-Out, Jishi-Set-Aside, Jishi-Total, Jishi-Total-Relation, Link, Retry-After',
  'cross-origin-resource-policy': 'cross-origin',
}

/** How many events an answer lacks, and why: total = shown + heldBack + leftOut. */
export interface AnswerCounts {
  /** Events that the query selects, on all pages. */
  readonly total: number
  /** True where the total, what is held back and what is set aside are upper bounds. */
  readonly atMost?: true
  /** Events of the total that this answer does not have: other pages, or its size, hold them back. */
  readonly heldBack: number
  /** Events that the format cannot show, or a withdrawn event. */
  readonly leftOut: number
  /** Undated events that the date window kept out of the total. */
  readonly setAside: number
}

/**
 * The same headers in every format, since some have no room to say it.
 * @example { total: 31, heldBack: 11, leftOut: 0, setAside: 2 } → { 'jishi-total': '31', … }
 */
export const countHeaders = ({ total, atMost, heldBack, leftOut, setAside }: AnswerCounts) => ({
  'jishi-total': String(total),
  'jishi-set-aside': String(setAside),
  'jishi-held-back': String(heldBack),
  'jishi-left-out': String(leftOut),
  ...(atMost && { 'jishi-total-relation': 'lte' }),
})

/** The names of the headers of `countHeaders`. */
export const countNames: readonly string[] = [
  ...Object.keys(countHeaders({ total: 0, heldBack: 0, leftOut: 0, setAside: 0 })),
  'jishi-total-relation?',
]

/** Headers of an answer that the service compresses where the host does not. */
export const codingNames = ['content-encoding?', 'vary?'] as const

/** For every read of data: any origin may read it, and it is harmless when opened in a browser. */
export const dataHeaders: Readonly<Record<string, string>> = {
  ...readableHeaders,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** For responses to writes: not cached and not readable from other origins. */
export const writeHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** What a response is for, which decides its headers. */
export type Surface = 'data' | 'write' | 'page' | 'widget'

export const noStore = 'no-store'

/** For the newest edition. No s-maxage or must-revalidate, since they disable serving stale. */
export const currentCache = 'public, max-age=30, stale-while-revalidate=60, stale-if-error=86400'

/** For a named edition: the response never changes, but a takedown must reach caches. */
export const pinnedCache = 'public, max-age=86400, stale-if-error=86400'

/** For responses that change only with a deploy. */
export const staticCache = 'public, max-age=3600, stale-if-error=86400'

/** HTML pages; the content security policy depends on the page (src/page/shell/security.ts). */
export const pageHeaders: Readonly<Record<string, string>> = {
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
}

/**
 * Of a page that stands in frames of other sites, also of those that are isolated from other origins and
 * therefore ask it of everything in them (HTML, 7.1.4). The page loads nothing.
 */
export const frameHeaders: Readonly<Record<string, string>> = {
  ...pageHeaders,
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'cross-origin',
}

/**
 * Files of the widget, which any site may load; a released file never changes. The policy holds for
 * a file that is opened by itself.
 */
export const widgetHeaders = (isReleased: boolean): Readonly<Record<string, string>> => ({
  'access-control-allow-origin': '*',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'referrer-policy': 'no-referrer',
  'cache-control': isReleased ? 'public, max-age=31536000, immutable' : staticCache,
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
})
