// What browsers, feed readers and bots ask for by habit, without any link to it.
import { beforeAll, describe, expect, test } from 'vitest'
import { createMemoryService, type MemoryService } from '../support/memory-service.ts'

let service: MemoryService

beforeAll(async () => {
  service = await createMemoryService()
})

const browser = { headers: { accept: 'text/html,image/avif,*/*;q=0.8' } }

test('/favicon.ico is an icon, and is not sent twice', async () => {
  const response = await service.fetch('/favicon.ico', browser)
  const octets = new Uint8Array(await response.arrayBuffer())
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png'])
  // The signature of PNG, then the width and height of its header (PNG, 5.2 and 11.2.1).
  expect(Array.from(octets.slice(0, 4))).toEqual([0x89, 0x50, 0x4e, 0x47])
  expect([octets[19], octets[23]]).toEqual([32, 32])
  const known = { 'if-none-match': response.headers.get('etag') ?? '' }
  expect((await service.fetch('/favicon.ico', { headers: known })).status).toBe(304)
})

describe('other files', () => {
  test.each([
    '/apple-touch-icon.png',
    '/apple-touch-icon-precomposed.png',
    '/.well-known/security.txt',
    '/.well-known/change-password',
    '/.well-known/traffic-advice',
    '/.well-known',
    '/manifest.json',
    '/site.webmanifest',
    '/browserconfig.xml',
    '/ads.txt',
    '/wp-login.php',
    '/.env',
    '/.git/config.lock',
    '/v1/icon',
    '/timelines/town-2020/nothing.png',
  ])('%s is answered shortly, and may be kept', async (path) => {
    const response = await service.fetch(path, browser)
    expect([response.status, response.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json',
    ])
    expect((await response.text()).length).toBeLessThan(300)
    expect(response.headers.get('vary')).toBeNull()
    expect(response.headers.get('cache-control')).toMatch(/^public, max-age=/)
  })

  test.each(['/index.html', '/nothing', '/timelines', '/v1x', '/timelines/x/nothing.html'])(
    '%s is a page',
    async (path) => {
      const response = await service.fetch(path, browser)
      await response.text()
      expect([response.status, response.headers.get('content-type')]).toEqual([
        404,
        'text/html; charset=utf-8',
      ])
    },
  )
})

test.each([
  ['/timelines/town-2020', browser.headers, 405, 'text/html; charset=utf-8'],
  ['/timelines/town-2020', { accept: '*/*' }, 405, 'application/problem+json'],
  ['/v1/timelines', browser.headers, 405, 'application/problem+json'],
  ['/nothing', browser.headers, 404, 'application/problem+json'],
])('POST to %s with %j is %d, as %s', async (path, headers, status, type) => {
  const response = await service.fetch(path, { method: 'POST', headers, body: 'x' })
  await response.text()
  expect([response.status, response.headers.get('content-type')]).toEqual([status, type])
})
