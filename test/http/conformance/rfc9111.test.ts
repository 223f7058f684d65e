// RFC 9111 on every route: what caches may keep, that no client can change what another one gets, and
// the headers of each surface (docs/api.md, "Headers").
import { beforeAll, describe, expect, test } from 'vitest'
import { compressesType } from '../../../src/host/cloudflare/compression.ts'
import type { Route } from '../../../src/http/route.ts'
import { isPage, reads, writes } from '../../support/addresses.ts'
import { document } from '../../support/document.ts'
import {
  createMemoryService,
  publicUrl,
  writing,
  type MemoryService,
} from '../../support/memory-service.ts'

let service: MemoryService

beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(document())
})

const seconds = (header: string | null, directive: string): number =>
  Number(new RegExp(`(?:^|, )${directive}=(\\d+)`).exec(header ?? '')?.[1])

/** Every kind of answer: of each route, and refused. */
const requests: [title: string, address: string, init: RequestInit][] = [
  ...reads.flatMap(([title, address]): [string, string, RequestInit][] => [
    [title, address, {}],
    [`HEAD of ${title}`, address, { method: 'HEAD' }],
    [`OPTIONS of ${title}`, address, { method: 'OPTIONS' }],
    [`304 of ${title}`, address, { headers: { 'if-none-match': '*' } }],
    [`412 of ${title}`, address, { headers: { 'if-match': '"x"' } }],
    [`PURGE of ${title}`, address, { method: 'PURGE' }],
    [`${title} with a parameter that is malformed`, `${withQuery(address)}lang=%ff`, {}],
  ]),
  ...writes.flatMap(([title, address, { method }]): [string, string, RequestInit][] => [
    [`${title} without a token`, address, { method }],
    [
      `${title} without a condition`,
      address,
      { method, headers: { authorization: 'Bearer editor-token' } },
    ],
    [
      `${title} on another edition`,
      address,
      { method, headers: writing(9), ...(method === 'DELETE' ? {} : { body: '{"edition":1}' }) },
    ],
    [`OPTIONS of ${title}`, address, { method: 'OPTIONS' }],
  ]),
  ['an unknown path', '/nothing', {}],
  ['an unknown timeline', '/v1/timelines/nothing/events.ics', {}],
  ['a page of an unknown timeline', '/timelines/nothing', {}],
  ['a write to an unknown path', '/nothing', { method: 'PUT' }],
  ['a long address', `/?${'x'.repeat(8192)}`, {}],
  ['an unknown oEmbed format', `/oembed?format=x&url=${publicUrl}/timelines/town-2020`, {}],
]

function withQuery(address: string): string {
  return address + (address.includes('?') ? '&' : '?')
}

const explicit = /^(?:no-store|public, max-age=\d+(?:, [a-z-]+(?:=\d+)?)*)$/

const isWrite = ({ method = 'GET' }: RequestInit): boolean =>
  !['GET', 'HEAD', 'OPTIONS'].includes(method)

test('there are at least 300 kinds of answers', () => {
  expect(requests.length).toBeGreaterThanOrEqual(300)
})

describe('every answer', () => {
  test.each(requests)(
    'RFC 9111, 5.2.2: %s says how long it may be kept',
    async (_, address, init) => {
      const response = await service.fetch(address, init)
      await response.arrayBuffer()
      const caching = response.headers.get('cache-control')
      expect(caching).toMatch(isWrite(init) || init.method === 'OPTIONS' ? /^no-store$/ : explicit)
      // They would switch off stale serving (RFC 5861, 4).
      expect(caching).not.toMatch(/s-maxage|must-revalidate|proxy-revalidate|no-cache|private/)
      expect(response.headers.has('expires')).toBe(false)
      expect(response.headers.has('pragma')).toBe(false)
      expect(response.headers.has('set-cookie')).toBe(false)
    },
  )

  test.each(requests)(
    '%s: nosniff, a referrer policy and CORS fit its surface',
    async (_, address, init) => {
      const response = await service.fetch(address, init)
      await response.arrayBuffer()
      const { headers, status } = response
      // A 304 only repeats what may have changed (RFC 9110, 15.4.5).
      expect(headers.get('x-content-type-options')).toBe(status === 304 ? null : 'nosniff')
      expect(headers.get('referrer-policy') ?? 'none').toMatch(
        status === 304 ? /^none$/ : /^no-referrer$|^strict-/,
      )
      const toldToAll = /^access-control-|^cross-origin-resource-policy$/
      const told = [...headers.keys()].filter((name) => isWrite(init) && toldToAll.test(name))
      expect(told).toEqual([])
      expect(headers.has('access-control-allow-credentials')).toBe(false)
      expect(headers.get('access-control-allow-origin') ?? '*').toBe('*')
    },
  )
})

describe.each(reads)('%s', (_, address, route) => {
  test('RFC 9111, 4.1: Vary names only what is negotiated', async () => {
    const response = await service.fetch(address)
    await response.arrayBuffer()
    expect(response.headers.get('vary')).toBe(
      isPage(route) ? 'Accept-Language' : isCompressed(route) ? 'Accept-Encoding' : null,
    )
    const named = await service.fetch(isPage(route) ? `${withQuery(address)}lang=en` : address)
    await named.arrayBuffer()
    expect(named.headers.has('vary')).toBe(isCompressed(route))
  })

  test('has the headers of its surface', async () => {
    const response = await service.fetch(address)
    await response.arrayBuffer()
    expect(Object.fromEntries(response.headers)).toMatchObject(surfaceOf(route))
  })

  test('is the same for hostile Host, X-Forwarded-*, Accept, Origin and Cookie', async () => {
    const plain = await service.fetch(address)
    const expected = [plain.status, Object.fromEntries(plain.headers), await plain.text()]
    for (const headers of hostile) {
      const response = await service.fetch(address, { headers })
      const answered = [
        response.status,
        Object.fromEntries(response.headers),
        await response.text(),
      ]
      expect(answered, JSON.stringify(headers)).toEqual(expected)
    }
  })
})

/** Whether the service compresses it, since Cloudflare does not. */
const isCompressed = ({ tag, path, success }: Route): boolean =>
  (tag === 'formats' || path.endsWith('/editions.atom')) &&
  ![success[200]?.type ?? ''].flat().some(compressesType)

const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern)

const dataPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox"

function surfaceOf(route: Route): Record<string, unknown> {
  if (isPage(route)) {
    return {
      'content-security-policy': matching(/^default-src 'none'; script-src .*trusted-types/),
      'permissions-policy': matching(/camera=\(\)/),
      'cross-origin-opener-policy': 'same-origin',
    }
  }
  const open = {
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  }
  if (route.path.startsWith('/widget')) return { ...open, 'content-security-policy': dataPolicy }
  return {
    ...open,
    'content-security-policy': dataPolicy,
    'access-control-expose-headers': expect.stringMatching(
      /^(?=.*\bETag\b)(?=.*\bLink\b)(?=.*\bJishi-Set-Aside\b)(?=.*\bRetry-After\b)/,
    ),
  }
}

const hostile: Record<string, string>[] = [
  { host: 'evil.example' },
  { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', 'x-forwarded-port': '1' },
  { forwarded: 'for=192.0.2.1;host=evil.example;proto=http', 'x-forwarded-for': '192.0.2.1' },
  { 'x-original-url': '/nothing', 'x-rewrite-url': '/nothing', 'x-http-method-override': 'PUT' },
  { accept: 'text/html, application/problem+json;q=0.1', origin: 'https://evil.example' },
  { origin: 'null', referer: 'https://evil.example/', cookie: 'session=1; lang=en' },
  { authorization: 'Bearer editor-token' },
  {
    'user-agent': '<script>alert(1)</script>',
    via: '1.1 evil',
    te: 'trailers',
    prefer: 'return=minimal',
  },
  {
    'cf-ipcountry': 'XX',
    'cf-connecting-ip': '192.0.2.1',
    'cdn-loop': 'evil',
    'x-real-ip': '192.0.2.1',
  },
]

describe('no cache can be poisoned', () => {
  test.each(reads)('%s is the same under another host', async (_, address) => {
    const asked = new URL(`http://evil.example:8080${address}`)
    const [other, plain] = [await service.at(asked.href), await service.fetch(address)]
    expect([other.status, Object.fromEntries(other.headers), await other.text()]).toEqual([
      plain.status,
      Object.fromEntries(plain.headers),
      await plain.text(),
    ])
  })

  test('a long host makes no address too long, since caches keep the answer for every host', async () => {
    const target = `/health?${'x'.repeat(8192 - '/health?'.length)}`
    const host = `http://${'a'.repeat(60)}.${'b'.repeat(60)}.example`
    for (const [address, status] of [
      [target, 200],
      [`${target}x`, 414],
    ] as const) {
      expect((await service.fetch(address)).status).toBe(status)
      expect((await service.at(host + address)).status).toBe(status)
    }
  })

  test('equal queries have equal tags and equal links, however they are spelled', async () => {
    const base = '/v1/timelines/town-2020/events'
    const spelled = [
      '?theme=reopening&theme=prevention',
      '?theme=prevention&theme=%E5%A4%8D%E5%B7%A5&match=possible&q=',
    ]
    const [one, two] = await Promise.all(spelled.map((query) => service.fetch(base + query)))
    expect(one?.headers.get('etag')).toBe(two?.headers.get('etag'))
    expect(await one?.text()).toBe(await two?.text())
  })

  test('parameters that nobody knows leave no trace', async () => {
    for (const path of [
      '/v1/timelines/town-2020/events.ics',
      '/timelines/town-2020',
      '/openapi.json',
    ]) {
      const [plain, marked] = [
        await service.fetch(path),
        await service.fetch(`${path}?utm_source=%3Cmark%3E&x=%e9`),
      ]
      expect([marked.status, Object.fromEntries(marked.headers), await marked.text()]).toEqual([
        plain.status,
        Object.fromEntries(plain.headers),
        await plain.text(),
      ])
    }
  })
})

describe('how long', () => {
  test.each([
    ['the newest edition', '/v1/timelines/town-2020/events', 30, 86_400],
    ['a feed of it', '/v1/timelines/town-2020/events.ics', 30, 86_400],
    ['a page of it', '/timelines/town-2020', 30, 86_400],
    ['a named edition', '/v1/timelines/town-2020/events?edition=1', 86_400, 86_400],
    ['one kept edition', '/v1/timelines/town-2020/editions/1', 86_400, 86_400],
    ['the reference page', '/docs', 30, 86_400],
    ['the newest widget', '/widget/v1/event-timeline.js', 3600, 86_400],
    ['a released widget', '/widget/1.0.0/event-timeline.js', 31_536_000, Number.NaN],
    ['nothing', '/nothing', 30, Number.NaN],
  ])('RFC 9111, 5.2.2.1 and RFC 5861, 4: %s', async (_, address, age, stale) => {
    const response = await service.fetch(address)
    await response.arrayBuffer()
    const caching = response.headers.get('cache-control')
    expect([seconds(caching, 'max-age'), seconds(caching, 'stale-if-error')]).toEqual([age, stale])
  })

  test('a cursor names its edition, and what follows it may be kept as long', async () => {
    const first = await service.fetch('/v1/timelines/town-2020/events?limit=1')
    const next = (await first.json<{ links: { next: string } }>()).links.next
    const response = await service.fetch(next.slice(publicUrl.length))
    await response.arrayBuffer()
    expect(seconds(response.headers.get('cache-control'), 'max-age')).toBe(86_400)
  })
})

describe('Fetch, 3.3: a preflight', () => {
  const preflight = {
    method: 'OPTIONS',
    headers: {
      origin: 'https://site.example',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'if-none-match',
    },
  }

  test.each(reads)('of %s is answered for reads only', async (_, address) => {
    const { headers } = await service.fetch(address, preflight)
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS')
    expect(headers.get('access-control-allow-headers')).toBe('If-None-Match')
    expect(headers.get('access-control-max-age')).toBe('86400')
  })

  test('of a path that takes writes only allows nothing', async () => {
    const { headers } = await service.fetch('/v1/timelines/town-2020/head', preflight)
    expect([headers.get('allow'), headers.has('access-control-allow-origin')]).toEqual([
      'PUT, OPTIONS',
      false,
    ])
  })
})
