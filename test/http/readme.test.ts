// The commands of the README and of docs/ are run in order, and answer what stands below them.
import { exports } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import fusha from '../../data/fusha-2020/timeline.json'
import api from '../../docs/api.md?raw'
import publishing from '../../docs/publishing.md?raw'
import readme from '../../README.md?raw'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { routes } from '../../src/http/routes/table.ts'
import { curlLines, type CurlLine } from '../support/curl.ts'
import { codeBlocks, codeWords, section } from '../support/markdown.ts'
import { document, event } from '../support/document.ts'
import { get, origin, publish } from '../support/service.ts'

const shownOrigin = 'http://localhost:8787'

/** A command and the JSON that a page shows as its answer, directly below. */
interface Shown {
  readonly command: CurlLine
  readonly answer: string | null
}

function commandsOf(page: string): Shown[] {
  const blocks = codeBlocks(page)
  return blocks.flatMap((block, index) => {
    if (block.language !== 'sh') return []
    const commands = curlLines(block.code).filter(({ url }) => url.startsWith(shownOrigin))
    const next = blocks[index + 1]
    return commands.map((command, at) => ({
      command,
      answer: at === commands.length - 1 && next?.language === 'json' ? next.code : null,
    }))
  })
}

/** Each time a file is sent it holds another text, as after an edit. */
let edits = 0
function edited(url: string): string {
  const [, ...others] = document().events
  const events = [event({ title: `Edit ${++edits}` }), ...others]
  return JSON.stringify(document({ id: timelineOf(url), events }))
}

const timelineOf = (url: string): string => /\/timelines\/([a-z0-9-]+)/.exec(url)?.[1] ?? ''

function run({ method, url, headers, body }: CurlLine): Promise<Response> {
  const sent = body === null ? {} : { body: 'text' in body ? body.text : edited(url) }
  const request = new Request(url.replaceAll(shownOrigin, origin), { method, headers, ...sent })
  if (request.headers.has('authorization')) {
    expect(request.headers.get('authorization')).toBe('Bearer $PUBLISH_TOKEN')
    request.headers.set('authorization', 'Bearer editor-token')
  }
  return exports.default.fetch(request)
}

/** `…` stands for anything: a value, the other members of an object, the other items of an array. */
function expectShown(actual: unknown, shown: unknown, at = ''): void {
  if (shown === '…') expect(actual, at).toBeDefined()
  else if (Array.isArray(shown)) {
    const items = shown.filter((item) => item !== '…')
    const rest = items.length < shown.length
    expect(actual, at).toBeInstanceOf(Array)
    const found = actual as unknown[]
    if (!rest) expect(found.length, `${at}: number of items`).toBe(items.length)
    for (const [index, item] of items.entries()) expectShown(found[index], item, `${at}/${index}`)
  } else if (typeof shown === 'object' && shown !== null) {
    const found = (actual ?? {}) as Record<string, unknown>
    const { '…': rest, ...members } = shown as Record<string, unknown>
    for (const [key, value] of Object.entries(members))
      expectShown(found[key], value, `${at}/${key}`)
    if (rest === undefined)
      expect(Object.keys(found).toSorted(), at).toEqual(Object.keys(members).toSorted())
  } else expect(actual, at).toEqual(shown)
}

describe('documented commands', () => {
  test('of the README and the API answer what the pages show', async () => {
    await publish(fusha as unknown as TimelineDocument)
    expect(await checkPage('README.md', readme)).toBeGreaterThan(0)
    expect(await checkPage('docs/api.md', api)).toBeGreaterThan(2)
  })

  test('of publishing go from the first edition to a roll back', async () => {
    expect(await checkPage('docs/publishing.md', publishing)).toBeGreaterThan(4)
  })

  test('the address to embed, the calendar and the pages of the README are there', async () => {
    const addresses = new Set(
      Array.from(readme.matchAll(/(?:webcal|http):(\/\/localhost:8787[^\s"`']+)/g), ([, rest]) =>
        new URL(`http:${rest ?? ''}`).href.slice(shownOrigin.length),
      ),
    )
    expect(addresses.size).toBeGreaterThan(5)
    for (const path of addresses) {
      const response = await get(path)
      await response.body?.cancel()
      expect(response.status, path).toBe(200)
    }
  })
})

test('docs/api.md describes every header and every caching that the service sets', async () => {
  const timeline = document({ id: 'headers' })
  await publish(timeline)
  const at = `/v1/timelines/${timeline.id}`
  const first = timeline.events[0]?.id ?? ''
  const widget = { release: 'v1', file: 'event-timeline.js' }
  const values: Record<string, string> = {
    timeline: timeline.id,
    event: first,
    number: '1',
    ...widget,
  }
  const filled = (path: string): string =>
    path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? 'not-found')
  const requests: [path: string, init: RequestInit][] = [
    ...routes.flatMap(({ method, path }): [string, RequestInit][] =>
      ['OPTIONS', method, 'POST'].map((sent) => [filled(path), { method: sent }]),
    ),
    [at, { method: 'PUT', headers: { authorization: 'Bearer editor-token', 'if-match': '"1"' } }],
    [`${at}/head`, restoring({ edition: 1 })],
    [`${at}/events?limit=1`, {}],
    [`${at}/events?edition=9`, {}],
  ]
  const set = new Set<string>()
  const cached = new Set<string | null>()
  for (const [path, init] of requests) {
    const response = await exports.default.fetch(new Request(origin + path, init))
    await response.body?.cancel()
    for (const name of response.headers.keys()) set.add(name)
    cached.add(response.headers.get('cache-control'))
  }
  const told = codeWords(section(api, 'Headers')).map((word) => word.toLowerCase())
  const plain = ['content-type', 'content-length']
  expect(set.size).toBeGreaterThan(20)
  expect(set).toContain('location')
  expect([...set].filter((name) => !plain.includes(name) && !told.includes(name))).toEqual([])
  const caching = codeWords(section(api, 'Caching and conditional requests'))
  expect(cached.size).toBeGreaterThan(4)
  expect(caching).toEqual(expect.arrayContaining([...cached]))
})

const restoring = (body: object): RequestInit => ({
  method: 'PUT',
  body: JSON.stringify(body),
  headers: {
    authorization: 'Bearer editor-token',
    'content-type': 'application/json',
    'if-match': '"1"',
  },
})

/** Runs a page's commands in order; answers how many answers it shows. */
async function checkPage(name: string, page: string): Promise<number> {
  const shown = commandsOf(page)
  expect(shown.length, name).toBeGreaterThan(3)
  for (const { command, answer } of shown) await check(name, command, answer)
  return shown.filter(({ answer }) => answer !== null).length
}

async function check(page: string, command: CurlLine, answer: string | null): Promise<void> {
  const response = await run(command)
  const text = (await response.text()).replaceAll(origin, shownOrigin)
  const name = `${page}: ${command.line}\n${text.slice(0, 500)}`
  if (command.status === null) expect([200, 201, 204], name).toContain(response.status)
  else expect(response.status, name).toBe(command.status)
  if (answer !== null) expectShown(JSON.parse(text), JSON.parse(answer), name)
}
