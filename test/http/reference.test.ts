// The reference page: every operation and schema of the contract is on it, its links lead somewhere and
// its commands run. [fault 8.13]
import { beforeAll, describe, expect, test } from 'vitest'
import fusha from '../../data/fusha-2020/timeline.json'
import { renderReferencePage } from '../../src/page/reference/page.ts'
import type { Contract } from '../../src/page/reference/contract.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { uiLanguages } from '../../src/domain/text/ui-language.ts'
import { routes } from '../../src/http/routes/table.ts'
import { curlLines } from '../support/curl.ts'
import { createMemoryService, publicUrl, type MemoryService } from '../support/memory-service.ts'
import { contract } from '../support/traffic.ts'

const pageIn = (ui: (typeof uiLanguages)[number]): string =>
  renderReferencePage({
    publicUrl,
    speech: { ui, content: ui, inAddress: true },
    contract: contract as unknown as Contract,
  })
const unescaped = (text: string): string =>
  text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')
const page = pageIn('en')
const commands = Array.from(page.matchAll(/<pre><code>(.*?)<\/code><\/pre>/gs), ([, code = '']) =>
  curlLines(unescaped(code)),
).flat()
const hrefs = Array.from(page.matchAll(/href="([^"]*)"/g), ([, href = '']) => unescaped(href))

let service: MemoryService

beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(fusha as unknown as TimelineDocument)
})

test.each(uiLanguages)('in %s it has every operation and every schema, each once', (ui) => {
  const ids = Array.from(pageIn(ui).matchAll(/ id="([^"]+)"/g), ([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const { components } = contract as unknown as Contract
  for (const name of [
    ...routes.map(({ id }) => id),
    ...Object.keys(components.schemas).map((name) => `schema-${name}`),
  ])
    expect(ids).toContain(name)
})

test('a text of the contract is marked as English where the page is in Chinese', () => {
  const text = 'Publish a document as the next edition'
  expect(pageIn('zh-Hans')).toContain(`<p lang="en">${text}</p>`)
  expect(page).toContain(`<p>${text}</p>`)
})

test('every link within the page has its target', () => {
  const anchors = hrefs.filter((href) => href.startsWith('#')).map((href) => href.slice(1))
  expect(anchors.length).toBeGreaterThan(80)
  for (const anchor of new Set(anchors)) expect(page).toContain(` id="${anchor}"`)
})

describe('its commands', () => {
  test('there is one for every operation', () => {
    expect(commands).toHaveLength(routes.length)
  })

  // What is uploaded in parts is packed first: test/http/uploads.test.ts.
  const runnable = commands.filter(({ url }) => !/\/(?:segments|parts)\b/.test(url))

  test.each(runnable)('$method $url', async ({ method, url, headers, body }) => {
    const sent = body === null ? {} : { body: 'text' in body ? body.text : JSON.stringify(fusha) }
    const told = { ...headers, ...(method !== 'GET' && { Authorization: 'Bearer editor-token' }) }
    // Every write is based on edition 1, as the page says.
    const asked = method === 'GET' ? service : await createMemoryService()
    if (asked !== service) await asked.publish(fusha as unknown as TimelineDocument)
    asked.clock.now += 10_000
    const response = await asked.at(url, { method, headers: told, ...sent })
    expect([response.status, await response.text()]).toEqual([200, expect.any(String)])
  })

  test('what can be tried is the address of the command', () => {
    const tried = hrefs.filter((href) => href.startsWith('/'))
    const asked = runnable.filter(({ method }) => method === 'GET').map(({ url }) => url)
    for (const url of asked) expect(tried).toContain(url.slice(publicUrl.length))
  })
})

test('it is in the language that is asked for, and names its own service', async () => {
  const assets = async ({ url }: Request) =>
    new Response(pageIn(url.includes('zh-Hant') ? 'zh-Hant' : 'en'))
  const elsewhere = await createMemoryService({ assets, publicUrl: 'https://other.example' })
  const response = await elsewhere.fetch('/docs?lang=zh-TW')
  expect(response.headers.get('content-language')).toBe('zh-Hant')
  expect(await response.text()).toContain('<html lang="zh-Hant">')
})
