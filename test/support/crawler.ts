// A crawler that follows every link it can find in pages, Markdown, sitemaps and Link headers, and
// honours robots.txt (RFC 9309), rel=nofollow and the robots meta element.

/** What was fetched: status and type by address. */
export type Crawled = ReadonlyMap<string, { readonly status: number; readonly type: string }>

export interface CrawlOptions {
  readonly origin: string
  readonly fetch: (path: string) => Promise<Response>
  /** False to follow everything, as a crawler does that honours nothing. */
  readonly honours?: boolean
  /** Where the crawl gives up. */
  readonly max?: number
}

/** Begins at `/` and at the sitemaps that robots.txt names. */
export async function crawl({
  origin,
  fetch,
  honours = true,
  max = 20_000,
}: CrawlOptions): Promise<Crawled> {
  const rules = await (await fetch('/robots.txt')).text()
  const isAllowed = honours ? readRobots(rules) : () => true
  const met = new Map<string, { status: number; type: string }>()
  const sitemaps = Array.from(rules.matchAll(/^Sitemap: (\S+)$/gm), ([, url = '']) => url)
  const waiting = [`${origin}/`, ...sitemaps]
  const known = new Set(waiting)
  for (let url = waiting.pop(); url !== undefined && met.size < max; url = waiting.pop()) {
    const response = await fetch(url.slice(origin.length))
    const type = (response.headers.get('content-type') ?? '').split(';', 1)[0] ?? ''
    met.set(url, { status: response.status, type })
    const links = [...linksOf(await response.text(), type, honours), ...inHeader(response)]
    for (const link of links) {
      const found = new URL(link, url)
      found.hash = ''
      if (found.origin !== origin || known.has(found.href)) continue
      known.add(found.href)
      if (isAllowed(found.pathname + found.search)) waiting.push(found.href)
    }
  }
  return met
}

const inHeader = ({ headers }: Response): string[] =>
  Array.from((headers.get('link') ?? '').matchAll(/<([^>]+)>/g), ([, url = '']) => url)

function linksOf(text: string, type: string, honours: boolean): string[] {
  switch (type) {
    case 'text/html':
      return linksOfPage(text, honours)
    case 'application/xml':
      return Array.from(text.matchAll(/<loc>([^<]+)<\/loc>/g), ([, url = '']) => decoded(url))
    case 'text/markdown':
      return Array.from(text.matchAll(/<(https?:[^>]+)>/g), ([, url = '']) => url)
    case 'text/plain':
      return Array.from(text.matchAll(/\]\((https?:[^)]+)\)/g), ([, url = '']) => url)
    default:
      return []
  }
}

function linksOfPage(html: string, honours: boolean): string[] {
  if (honours && /<meta name="robots" content="[^"]*nofollow/.test(html)) return []
  return Array.from(html.matchAll(/<(?:a|link)\b([^>]*)>/g), ([, attributes = '']) => attributes)
    .filter((attributes) => !honours || !/\brel="[^"]*nofollow/.test(attributes))
    .flatMap((attributes) => /\bhref="([^"]*)"/.exec(attributes)?.[1] ?? [])
    .map(decoded)
}

const decoded = (url: string): string =>
  url.replaceAll(/&(?:amp|#x26);/g, '&').replaceAll('&quot;', '"')

/** The rules for every crawler: the longest pattern that matches wins, and of equals Allow. */
export function readRobots(text: string): (path: string) => boolean {
  const rules = Array.from(
    text.matchAll(/^(Allow|Disallow): *(\S+)$/gm),
    ([, kind, path = '']) => ({
      allows: kind === 'Allow',
      length: path.length,
      pattern: new RegExp(`^${path.split('*').map(RegExp.escape).join('.*')}`),
    }),
  )
  return (path) => {
    const [best] = rules
      .filter(({ pattern }) => pattern.test(path))
      .toSorted((a, b) => b.length - a.length || Number(b.allows) - Number(a.allows))
    return best?.allows ?? true
  }
}
