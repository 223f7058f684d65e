// That every response of the HTTP tests is compared with the contract (test/support/check-traffic.ts),
// and that the comparison sees what is wrong. [fault 7.4]
import { beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../../src/http/routes/table.ts'
import { document } from '../support/document.ts'
import { createMemoryService, publicUrl, type MemoryService } from '../support/memory-service.ts'
import { checkTraffic } from '../support/traffic.ts'
import { watch } from '../support/watch.ts'

const base = '/v1/timelines/town-2020'
let service: MemoryService

beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(document())
})

test('every response of this project is compared with the contract [fault 7.4]', () => {
  expect(watch.response).toBe(checkTraffic)
})

describe('the comparison refuses', () => {
  const compare = (path: string, response: Response) =>
    checkTraffic(new Request(publicUrl + path), response)
  const changed = async (
    change: (body: Record<string, unknown>) => object,
    { path = base, headers = {}, status = 200 } = {},
  ) => {
    const answer = await service.fetch(path)
    const body = change(await answer.json<Record<string, unknown>>())
    const sent = new Headers(answer.headers)
    for (const [name, value] of Object.entries<string>(headers)) sent.set(name, value)
    return compare(path, new Response(JSON.stringify(body), { status, headers: sent }))
  }

  test('nothing of a real response', async () => {
    await expect(changed((body) => body)).resolves.toBeUndefined()
  })

  test.each<[what: string, told: RegExp, change: (body: Record<string, unknown>) => object]>([
    [
      'a member that the contract does not name',
      /has more, which/,
      (body) => ({ ...body, more: 1 }),
    ],
    ['a missing member', /lacks themes/, ({ themes: _, ...body }) => body],
    ['a value of another type', /\/timeZone: is no string/, (body) => ({ ...body, timeZone: 8 })],
    ['an id of another form', /\/id: breaks a bound/, (body) => ({ ...body, id: 'No id' })],
  ])('%s', async (_, told, change) => {
    await expect(changed(change)).rejects.toThrow(told)
  })

  test('a header that the contract does not name, and another media type', async () => {
    await expect(changed((body) => body, { headers: { 'x-more': '1' } })).rejects.toThrow(
      /the header x-more is not declared/,
    )
    await expect(
      changed((body) => body, { headers: { 'content-type': 'text/html' } }),
    ).rejects.toThrow(/the media type text\/html is not declared/)
  })

  test('a status, a missing header and an undeclared problem', async () => {
    await expect(compare(base, new Response(null, { status: 418 }))).rejects.toThrow(
      /the status 418 is not declared/,
    )
    await expect(compare(base, new Response(null, { status: 304 }))).rejects.toThrow(
      /the header etag is missing/,
    )
    const problem = await service.fetch(`${base}?x=1`)
    const type = `${publicUrl}/problems/invalid-timeline`
    const body = JSON.stringify({ type, title: 'x', status: 400 })
    await expect(
      compare(base, new Response(body, { status: 400, headers: problem.headers })),
    ).rejects.toThrow(/the problem invalid-timeline is not declared/)
  })
})

const presets = routes
  .filter(({ method, path }) => method === 'GET' && !path.includes('{number}'))
  .flatMap(({ path, parameters }) =>
    Object.values(parameters).flatMap((parameter) =>
      parameter.default === undefined || path === '/oembed'
        ? []
        : [[`${path} ${parameter.name}`, path, `${parameter.name}=${parameter.default}`] as const],
    ),
  )

test('there are many defaults', () => {
  expect(presets.length).toBeGreaterThan(40)
})

test.each(presets)('the default of %s is what its absence means', async (_, path, preset) => {
  const address = path.replace('{timeline}', 'town-2020').replace('{event}', 'branches-formed')
  const tagOf = async (query: string) => (await service.fetch(address + query)).headers.get('etag')
  expect(await tagOf(`?${preset}`)).toMatch(/^"/)
  expect(await tagOf(`?${preset}`)).toBe(await tagOf(''))
})
