// Content coding of what Cloudflare does not compress by itself.
import { beforeAll, describe, expect, test } from 'vitest'
import fusha from '../../data/fusha-2020/timeline.json'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { formats } from '../../src/formats/all-formats.ts'
import { compressesType } from '../../src/host/cloudflare/compression.ts'
import { createMemoryService, type MemoryService } from '../support/memory-service.ts'

const base = '/v1/timelines/fusha-2020'
const ours = formats.filter(({ mediaType }) => !compressesType(mediaType))
const addresses = [
  ...ours.map(({ extension }) => `${base}/events.${extension}`),
  `${base}/editions.atom`,
]
const gzip = { 'accept-encoding': 'br, gzip' }

let service: MemoryService

beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(fusha as unknown as TimelineDocument)
})

const headersOf = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
  const response = await service.fetch(path, { headers, method })
  await response.arrayBuffer()
  return response
}

test('calendars, Atom, JSON Feed, CSV, Markdown and NDJSON are left to us', () => {
  expect(ours.map(({ name }) => name)).toEqual([
    'ics',
    'atom',
    'json-feed',
    'csv',
    'markdown',
    'jcal',
    'ndjson',
  ])
})

describe.each(addresses)('%s', (path) => {
  test('is compressed for a client that takes gzip, with a tag of its own', async () => {
    const [plain, zipped] = [await headersOf(path), await headersOf(path, gzip)]
    expect(plain.headers.has('content-encoding')).toBe(false)
    expect(zipped.headers.get('content-encoding')).toBe('gzip')
    const tag = plain.headers.get('etag') ?? ''
    expect(zipped.headers.get('etag')).toBe(tag.replace(/"$/, '-gzip"'))
    for (const { headers } of [plain, zipped]) expect(headers.get('vary')).toBe('Accept-Encoding')
    const head = await headersOf(path, gzip, 'HEAD')
    expect(head.headers.get('etag')).toBe(zipped.headers.get('etag'))
  })

  test('is known by either tag, whichever the client would get', async () => {
    const [plain, zipped] = [await headersOf(path), await headersOf(path, gzip)]
    for (const tag of [plain.headers.get('etag') ?? '', zipped.headers.get('etag') ?? '']) {
      for (const accepted of [{}, gzip]) {
        for (const known of [tag, `W/${tag}`]) {
          const again = await headersOf(path, { ...accepted, 'if-none-match': known })
          expect(again.status).toBe(304)
          expect(again.headers.get('etag')).toBe(tag)
          expect(again.headers.get('vary')).toBe('Accept-Encoding')
          expect(again.headers.has('content-encoding')).toBe(false)
        }
      }
      expect((await headersOf(path, { 'if-match': tag })).status).toBe(200)
    }
  })
})

test.each([
  ['gzip', true],
  ['x-gzip', true],
  ['deflate, gzip;q=0.5', true],
  ['*', true],
  ['br', false],
  ['identity', false],
  ['gzip;q=0, *', false],
  ['', false],
])('Accept-Encoding: %s', async (accepted, isZipped) => {
  const { headers } = await headersOf(`${base}/events.ics`, { 'accept-encoding': accepted })
  expect(headers.has('content-encoding')).toBe(isZipped)
})

test.each(['/events', '/events.rss', '/events.jsonld', '/events.timelinejs.json'])(
  '%s is left to the platform',
  async (path) => {
    const { headers } = await headersOf(base + path, gzip)
    expect([headers.has('content-encoding'), headers.has('vary')]).toEqual([false, false])
  },
)

test('what is too small is sent as it is', async () => {
  const { headers } = await headersOf(`${base}/events.csv?q=nothing-at-all`, gzip)
  expect(headers.has('content-encoding')).toBe(false)
})
