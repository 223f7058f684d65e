// `jishi doctor` against a service that is well, and against each of what it looks for.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { UiLanguage } from '../../src/domain/text/ui-language.ts'
import { doctorMessages, sentenceMessages } from '../../src/messages/report.ts'
import { misconfiguredApp } from '../../src/http/misconfigured.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { document, event } from '../support/document.ts'
import { jishi, type Variables } from '../support/jishi.ts'
import { ownService } from '../support/own.ts'
import { codeWords, tableRows } from '../support/markdown.ts'
import {
  createMemoryService,
  createMemoryStorage,
  publicUrl,
  type MemoryServiceOptions,
} from '../support/memory-service.ts'
import type { RealService } from '../support/real-service.ts'

const { version } = packageJson
const doctorChecks = Object.keys(doctorMessages.en.checks)
let real: RealService

/** Enough for a calendar that is worth compressing. */
const many = (title: string) =>
  Array.from({ length: 20 }, (_, index) => event({ id: `e${index}`, title }))

/** What stands between the service and its readers. */
type Proxy = (request: Request, response: Response) => Response | Promise<Response>

interface Start {
  readonly service?: MemoryServiceOptions
  readonly proxy?: Proxy
  /** Keys of values that the store has lost. */
  readonly lost?: readonly string[]
  /** The address that the service believes in, unless it is its own. */
  readonly believed?: string
}

/** Three editions of one timeline, and one of another. */
async function start({ service = {}, proxy, lost = [], believed }: Start = {}): Promise<void> {
  const storage = createMemoryStorage()
  const editor = await createMemoryService({ storage })
  for (const [base, title] of ['One', 'Two', 'Three'].entries())
    await editor.publish(document({ events: many(title) }), base)
  await editor.publish(document({ id: 'village' }), 0)
  for (const key of lost) storage.kv.stored.delete(key)
  const now = Date.now
  const assets = async () => Response.json({ info: { version } })
  real = await ownService({
    service: { storage, now, assets, ...service },
    async gate(request, response, pass) {
      const address = real.origin + request.url
      const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
        name,
        String(value),
      ])
      const sent = new Request(address, { method: request.method ?? 'GET', headers })
      const own = await pass()
      const seen = (await proxy?.(sent, own)) ?? own
      const text = (await seen.text()).replaceAll(publicUrl, believed ?? real.origin)
      response.writeHead(seen.status, Object.fromEntries(seen.headers))
      response.end(seen.headers.has('content-encoding') ? gzipSync(text) : text)
      return true
    },
  })
}

interface Check {
  readonly check: string
  readonly state: string
  readonly reason: string
  readonly detail: string
}

async function examine(variables: Variables = {}) {
  const { code, stdout } = await jishi(['doctor', real.origin, '--json'], variables)
  const { checks } = JSON.parse(stdout) as { checks: Check[] }
  const wrong = checks.filter(({ state }) => state === 'failed' || state === 'warning')
  return { code, checks, wrong: wrong.map(({ check, reason }) => `${check} ${reason}`) }
}

test('finds nothing where all is well, and writes nothing', async () => {
  await start()
  const { code, checks, wrong } = await examine()
  expect([code, wrong]).toEqual([0, []])
  expect(checks.map(({ check }) => check)).toEqual(doctorChecks)
  expect(checks.find(({ check }) => check === 'copies')?.detail).toContain('4 editions')
  expect(real.calls.filter((call) => /^(?:PUT|POST|DELETE)/.test(call))).toEqual([
    'POST /v1/repair',
    'PUT /v1/timelines/doctor?dryRun=true *',
  ])
})

test('says it in three languages, line by line', async () => {
  await start({ believed: 'http://localhost:1' })
  for (const [lang, words] of Object.entries(doctorMessages)) {
    const { code, stderr } = await jishi(['doctor', '--to', real.origin, '--lang', lang])
    expect(code).toBe(1)
    const lines = stderr.trimEnd().split('\n')
    expect(lines).toHaveLength(doctorChecks.length + 2)
    const said = words.otherAddress('http://localhost:1', real.origin)
    const { because } = sentenceMessages[lang as UiLanguage]
    expect(lines).toContain(`✗ ${because(words.checks['public-url'], said)}`)
    expect(lines.at(-1)).toBe(words.summary({ failed: 1, warnings: 0, passed: 10 }))
  }
})

const answerOf = (text: string, { status, headers }: Response): Response =>
  new Response(text === '' ? null : text, { status, headers })

const withHeaders = (response: Response, change: (headers: Headers) => void): Response => {
  const headers = new Headers(response.headers)
  change(headers)
  return new Response(response.body, { status: response.status, headers })
}

test.each<[string, string[], Start]>([
  ['another PUBLIC_URL', ['public-url otherAddress'], { believed: 'http://localhost:8787' }],
  [
    'a clock that is wrong',
    ['clock wrongClock'],
    { service: { now: () => Date.now() + 3_600_000 } },
  ],
  [
    'a contract of another version',
    ['version otherContract'],
    { service: { assets: async () => Response.json({ info: { version: '9.9.9' } }) } },
  ],
  ['no token that is valid', ['guard noTokens', 'token tokenRefused'], { service: { tokens: [] } }],
  [
    'a proxy that lets writes through',
    ['guard unguarded'],
    {
      proxy: ({ method }, own) => (method === 'POST' ? new Response('{}') : own),
    },
  ],
  [
    'a lost list',
    ['list unlisted'],
    {
      proxy: ({ url }, own) =>
        new URL(url).pathname === '/v1/timelines'
          ? Response.json({ type: `${publicUrl}/problems/store-unavailable` }, { status: 503 })
          : own,
    },
  ],
  ['a lost head', ['heads headsUnreadable'], { lost: ['head/village'] }],
  ['lost copies', ['copies copiesMissing'], { lost: ['edition/town-2020/1'] }],
  [
    'a list that is behind',
    ['heads headsBehind'],
    {
      proxy: async ({ url }, own) =>
        new URL(url).pathname === '/v1/timelines'
          ? answerOf((await own.text()).replace('"edition":3', '"edition":2'), own)
          : own,
    },
  ],
  [
    'a proxy that changes Cache-Control',
    ['caching cachingChanged'],
    {
      proxy: (_, own) => withHeaders(own, (headers) => headers.set('cache-control', 'no-cache')),
    },
  ],
  [
    'a proxy that drops tags',
    ['caching notConditional'],
    { proxy: (_, own) => withHeaders(own, (headers) => headers.set('etag', '"x"')) },
  ],
  [
    'a cache that ignores the query',
    ['caching queryIgnored'],
    {
      proxy: ({ url }, own) => (url.includes('unknown') ? Response.json({ timelines: [] }) : own),
    },
  ],
  [
    'a proxy that unpacks',
    ['compression notCompressed'],
    { proxy: (_, own) => withHeaders(own, (headers) => headers.delete('content-encoding')) },
  ],
])('finds %s', async (_, found, how) => {
  await start(how)
  const { code, wrong, checks } = await examine()
  expect(wrong).toEqual(found)
  expect(code).toBe(checks.some(({ state }) => state === 'failed') ? 1 : 0)
})

/** What each check asks for, by method and path. */
const asked: Readonly<Record<string, RegExp>> = {
  version: /^GET \/openapi\.json/,
  guard: /^POST \/v1\/repair/,
  token: /^PUT /,
  list: /^GET \/v1\/timelines$/,
  heads: /^GET \/v1\/timelines\/town-2020$/,
  copies: /^(?:GET|HEAD) \/v1\/timelines\/town-2020\/editions\/2$/,
  caching: /^GET \/v1\/timelines\?lang=en$/,
  compression: /events\.ics$/,
}

test.each(
  Object.keys(asked).flatMap((check) =>
    [302, 429, 500, 503].map((status) => [check, status] as const),
  ),
)('takes no redirect, overload or outage for a verdict: %s answered %i', async (check, status) => {
  let calls = 0
  await start({
    proxy: ({ method, url }, own) => {
      const { pathname, search } = new URL(url)
      const isAsked = asked[check]?.test(`${method} ${pathname}${search}`) === true
      // The first answer about caching is the one that others are compared with.
      return isAsked && (check !== 'caching' || ++calls > 1)
        ? new Response('busy', { status, headers: { 'retry-after': '60' } })
        : own
    },
  })
  const { code, wrong, checks } = await examine({ PUBLISH_TOKEN: 'editor-token' })
  expect(code).toBe(1)
  expect(wrong).toContain(`${check} notLookedAt`)
  const told = checks.filter((one) => one.check === check)
  expect(told.map(({ state }) => state)).toEqual(['failed'])
  expect(JSON.stringify(checks)).not.toContain('repair')
})

test('proposes commands for the service that was looked at', async () => {
  await start({ lost: ['edition/town-2020/1'] })
  const { checks } = await examine()
  expect(checks.find(({ check }) => check === 'copies')?.detail).toContain(
    `npx jishi repair --all --to ${real.origin}`,
  )
  const { code, stderr } = await jishi(['doctor', real.origin, '--to', 'http://localhost:1'])
  expect([code, stderr]).toEqual([2, expect.stringContaining('--to')])
})

test('names the settings of a service that is misconfigured, and nothing else [fault B13]', async () => {
  const app = misconfiguredApp(['PUBLIC_URL: must be set'])
  await start({ proxy: (request) => app.fetch(request) })
  const { code, checks } = await examine()
  expect(code).toBe(1)
  expect(checks).toMatchObject([{ check: 'address', state: 'failed', reason: 'misconfigured' }])
  expect(checks[0]?.detail).toContain('PUBLIC_URL: must be set')
})

test('ends with 4 where nothing answers, and with 1 where something else does', async () => {
  await start({ proxy: () => new Response('Hello', { status: 200 }) })
  expect(await examine()).toMatchObject({ code: 1, wrong: ['address otherService'] })
  await real.close()
  expect(await examine()).toMatchObject({ code: 4, wrong: ['address silent'] })
})

test('finds a token that is wrong, and never shows one', async () => {
  await start()
  const token = 'a-token-that-nobody-knows'
  const { wrong } = await examine({ PUBLISH_TOKEN: token })
  expect(wrong).toEqual(['token tokenRefused'])
  const { stdout, stderr } = await jishi(['doctor', real.origin], { PUBLISH_TOKEN: token })
  expect(stdout + stderr).not.toContain(token)
})

test('the checklist of a first deploy has every check', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/operations.md'), 'utf8')
  const names = tableRows(page).flatMap(([name = '']) => codeWords(name))
  expect(doctorChecks.filter((check) => !names.includes(check))).toEqual([])
})
