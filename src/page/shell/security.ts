// The Content-Security-Policy of pages: only their own scripts and styles, by hash (CSP 3, 2.3.1).
import { copyCode, frameCode } from './scripts.ts'
import { takeAwayCode } from './take-away.ts'
import { detailStyle, lowStyle, pageStyle, referenceStyle } from '../style/generated.ts'

/**
 * `plain` pages copy text, `frame` is embedded in other sites, `builder` runs the widget and takes it away,
 * `reference` has styles of its own.
 */
export type PageKind = 'plain' | 'frame' | 'builder' | 'reference'

export async function contentSecurityPolicy(kind: PageKind): Promise<string> {
  const script = await hash(kind === 'frame' ? frameCode : copyCode)
  // The widget has a constructable style sheet, which CSP allows, and a Trusted Types policy.
  const builder = kind === 'builder'
  const more = kind === 'reference' ? referenceStyle : kind === 'frame' ? lowStyle : undefined
  return [
    "default-src 'none'",
    `script-src ${script}${builder ? ` ${await hash(takeAwayCode)} 'self'` : ''}`,
    `style-src ${await hash(pageStyle)} ${await hash(detailStyle)}${more === undefined ? '' : ` ${await hash(more)}`}`,
    'img-src data:',
    // The builder calls the API, and Lighthouse fetches /robots.txt from within the page.
    ...(kind === 'frame' ? [] : ["connect-src 'self'"]),
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${kind === 'frame' ? '*' : "'none'"}`,
    "require-trusted-types-for 'script'",
    builder ? 'trusted-types event-timeline' : "trusted-types 'none'",
  ].join('; ')
}

async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`
}
