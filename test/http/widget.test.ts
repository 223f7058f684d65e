// The released widget as browsers of other sites meet it (W3C Subresource Integrity; Fetch, CORS).
import { expect, test } from 'vitest'
import fusha from '../../data/fusha-2020/timeline.json'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import releases from '../../src/widget/released/releases.json'
import { get, origin, publish } from '../support/service.ts'

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  ts: 'text/plain; charset=utf-8',
  json: 'application/json',
}
const typeOf = (path: string): string => types[path.split('.').at(-1) ?? ''] ?? ''

const published = Object.entries(releases).flatMap(([version, files]) =>
  Object.entries(files).map(
    ([name, integrity]) => [`/widget/${version}/${name}`, integrity] as const,
  ),
)
const [newest, newestFiles] = Object.entries(releases).at(-1) ?? ['', {}]
const latest = Object.entries(newestFiles)
  .filter(([name]) => /^(?:event-timeline\.(?:js|d\.ts)|custom-elements\.json)$/.test(name))
  .map(([name, integrity]) => [`/widget/v1/${name}`, integrity] as const)

async function integrityOf(response: Response): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-384', await response.arrayBuffer()))
  return `sha384-${btoa(String.fromCodePoint(...hash))}`
}

test.each(published)('%s never changes, and any site may load it', async (path, integrity) => {
  const response = await get(path, { origin: 'https://site.example' })
  expect([response.status, response.headers.get('content-type')]).toEqual([200, typeOf(path)])
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  expect(await integrityOf(response)).toBe(integrity)
})

test.each(latest)('%s is the newest of its kind, kept for an hour', async (path, integrity) => {
  const response = await get(path)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, typeOf(path)])
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('cache-control')).toMatch(/^public, max-age=3600\b(?!.*immutable)/)
  expect(await integrityOf(response)).toBe(integrity)
})

test('three files stand under /widget/v1/, and nothing under versions that are not released', async () => {
  expect(latest).toHaveLength(3)
  for (const path of ['/widget/9.9.9/event-timeline.js', '/widget/v1/event-timeline.en.more.js']) {
    const response = await get(path)
    expect([path, response.status]).toEqual([path, 404])
    expect(response.headers.get('cache-control')).not.toContain('immutable')
  }
})

test('the code to embed names the newest file with its integrity', async () => {
  await publish(fusha as unknown as TimelineDocument)
  const html = await (await get('/timelines/fusha-2020/embed-code')).text()
  const path = `/widget/${newest}/event-timeline.js`
  const integrity = Object.fromEntries(published)[path] ?? ''
  expect(integrity).toMatch(/^sha384-[\w+/]{64}$/)
  expect(html).toContain(
    `src=&quot;${origin}${path}&quot; integrity=&quot;${integrity}&quot; crossorigin`,
  )
  expect(await integrityOf(await get(path))).toBe(integrity)
})
