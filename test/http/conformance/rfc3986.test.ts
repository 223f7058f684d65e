// RFC 3986 and RFC 9110, 4: which addresses are the same, which are others, and how long one may be.
import { beforeAll, describe, expect, test } from 'vitest'
import { isPage, reads } from '../../support/addresses.ts'
import { document } from '../../support/document.ts'
import { createMemoryService, type MemoryService } from '../../support/memory-service.ts'
import { problemOf } from '../../support/service.ts'

let service: MemoryService

beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(document())
})

const statusOf = async (address: string, init?: RequestInit): Promise<number> => {
  const response = await service.fetch(address, init)
  await response.arrayBuffer()
  return response.status
}

const whole = async (address: string) => {
  const response = await service.fetch(address)
  return [response.status, Object.fromEntries(response.headers), await response.text()]
}

describe.each(reads.filter(([title]) => title !== 'GET /'))('%s', (_, address, route) => {
  const [path = '', query = ''] = address.split('?')
  const tail = query === '' ? '' : `?${query}`

  test('RFC 3986, 6.2.2.2: unreserved characters may be percent-encoded', async () => {
    const at = path.search(/[a-z]/)
    const code = path.charCodeAt(at).toString(16)
    const encoded = `${path.slice(0, at)}%${code}${path.slice(at + 1)}${tail}`
    expect(await whole(encoded)).toEqual(await whole(address))
    const dotted = `${path.replaceAll('.', '%2E').replaceAll('-', '%2d')}${tail}`
    expect(await whole(dotted)).toEqual(await whole(address))
  })

  test('RFC 3986, 5.2.4: dot segments lead nowhere else', async () => {
    expect(await whole(`/nothing/..${path}${tail}`)).toEqual(await whole(address))
    expect(await whole(`/%2e${path}${tail}`)).toEqual(await whole(address))
  })

  test('RFC 3986, 6.2.1: other spellings are other addresses, and there is nothing', async () => {
    const others = [
      ...(isPage(route) ? [] : [`${path}/`]),
      `/${path}`,
      path.replace(/(.)\//, '$1//'),
      path.replace(/(.)\//, '$1%2F'),
      path.replace(/[a-z]/, (letter) => letter.toUpperCase()),
      `${path}%00`,
      `${path}%20`,
      `${path};x=1`,
      `${path}%3F`,
      `${path}%23`,
      `${path}%`,
      `${path}%ff`,
    ].filter((other) => other !== path)
    for (const other of others) expect([other, await statusOf(other + tail)]).toEqual([other, 404])
  })

  test.runIf(isPage(route))('RFC 9110, 15.4.9: a slash behind a page redirects to it', async () => {
    const response = await service.fetch(`${path}/${tail}`)
    expect([response.status, response.headers.get('location')]).toEqual([308, address])
  })

  test('RFC 9110, 15.5.15: an address of n bytes is read, of n + 1 it is 414', async () => {
    const padded = (bytes: number) => {
      const start = `${address}${query === '' ? '?' : '&'}x=`
      return start + 'y'.repeat(bytes - start.length)
    }
    const read = route.lenient === true ? 200 : 400
    expect(await statusOf(padded(8192))).toBe(read)
    expect(await statusOf(padded(8193))).toBe(414)
    expect(await statusOf(padded(8193), { method: 'HEAD' })).toBe(414)
    expect(await statusOf(padded(8193), { method: 'PUT' })).toBe(414)
  })

  test('is not read with a query that is not UTF-8 where that matters', async () => {
    const [known] = Object.values(route.parameters)
    if (known === undefined) return
    const response = await service.fetch(`${path}?${known.name}=%e9`)
    expect(response.status).toBe(400)
    expect(await response.text()).toMatch(
      isPage(route) ? /^<!doctype html>/i : /invalid-parameter"/,
    )
  })
})

test('RFC 9110, 15.5.15: bytes are counted, not characters', async () => {
  const address = (count: number) => `/health?${'é'.repeat(count)}`
  const most = Math.floor((8192 - '/health?'.length) / '%C3%A9'.length)
  expect(await statusOf(address(most))).toBe(200)
  expect(await statusOf(address(most + 1))).toBe(414)
})

test.each([
  '/v1/timelines/..%2f..%2fsecret',
  '/v1/timelines/town-2020%2Fevents',
  '/v1/timelines/town-2020/events/..%2f..%2fhead',
  '/v1/timelines/__proto__',
  '/v1/timelines/constructor/events.ics',
  '/v1/timelines/town-2020/events/__proto__',
  '/v1/timelines/town-2020/events/constructor.ics',
  '/v1/timelines/town-2020/events/.ics',
  '/v1/timelines/town-2020/events.exe',
  '/v1/timelines/town-2020/editions/0',
  '/v1/timelines/town-2020/editions/01',
  '/v1/timelines/town-2020/editions/-1',
  '/v1/timelines/town-2020/editions/1e3',
  '/v1/timelines/town-2020/editions/1.0',
  '/v1/timelines/town-2020/editions/99999999999',
  '/problems/constructor',
  '/problems/toString',
  '/problems/..%2fhealth',
  '/docs/..%2f..%2fwrangler.toml',
  '/docs/%2e%2e%2fpackage.json',
  '/reference/en.txt',
  '/widget/v1/..%2f..%2freference%2fen.txt',
  '/widget/manifest.json',
  '/widget/v1',
  '/v1',
  '/v2/timelines',
  '/.well-known/nothing',
  '/apple-touch-icon.png',
  '/.env',
])('RFC 9110, 15.5.5: %s is nothing', async (address) => {
  expect(await problemOf(await service.fetch(address))).toMatchObject({
    status: 404,
    name: 'not-found',
  })
})

test.each([
  '%00',
  'a%01',
  '%0d%0aset-cookie:x',
  '%C2%85',
  '%7f',
  '%ff',
  '%',
  'a%2f',
  '%5Cevil.example',
])(
  'a path of %s and a slash is answered without an error, and sent back as it was [fault B6]',
  async (segment) => {
    const response = await service.fetch(`/timelines/${segment}/`)
    expect([308, 404]).toContain(response.status)
    const location = response.headers.get('location') ?? `/timelines/${segment}`
    expect(location.toLowerCase()).toBe(`/timelines/${segment}`.toLowerCase())
  },
)
