// The Content-Security-Policy of pages: nothing but what stands in them, by hash (CSP 3, 2.3.1).
import { copyCode, heightCode } from './scripts.ts'
import { detailStyle, pageStyle } from '../style/generated.ts'

/** `plain` pages copy text, `frame` stands in other sites, `builder` runs the widget itself. */
export type PageKind = 'plain' | 'frame' | 'builder'

export async function contentSecurityPolicy(kind: PageKind): Promise<string> {
  const script = await hash(kind === 'frame' ? heightCode : copyCode)
  // The widget sets a constructable style sheet, which needs no permission, and names its policy.
  const builder = kind === 'builder'
  return [
    "default-src 'none'",
    `script-src ${script}${builder ? " 'self'" : ''}`,
    `style-src ${await hash(pageStyle)} ${await hash(detailStyle)}`,
    'img-src data:',
    // The builder asks the service; and Lighthouse fetches /robots.txt as the page itself would.
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
