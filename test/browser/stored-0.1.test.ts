// The released element of version 0.1, as it stands on pages of others, over a store that version 0.1
// has written: it shows what it showed, and asks for what the fixtures say that it reads.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import values from '../fixtures/stored-0.1/values.json' with { type: 'json' }
import widget from '../fixtures/stored-0.1/widget.json' with { type: 'json' }
import { launchChromium } from '../support/chromium.ts'
import { startRealService, type RealService } from '../support/real-service.ts'
import { hostPage, openSite, type Site } from './site.ts'

const files: Readonly<Record<string, string>> = widget.files
const released = join(import.meta.dirname, '../fixtures/stored-0.1/widget')

test('the fixtures hold the files as they were released', () => {
  const names = readdirSync(released)
  expect(names.length).toBeGreaterThan(5)
  for (const name of names) {
    const hash = createHash('sha384').update(readFileSync(join(released, name)))
    expect([name, `sha384-${hash.digest('base64')}`]).toEqual([name, files[name]])
  }
})

/** As the build lays out the assets. */
function assetOf({ url }: Request): Response {
  const name = /^\/widget\/(?:v1|1\.0\.0)\/([\w.-]+\.js)$/.exec(new URL(url).pathname)?.[1]
  if (name === undefined) return new Response('', { status: 404 })
  const headers = { 'content-type': 'text/javascript; charset=utf-8' }
  return new Response(readFileSync(join(released, name), 'utf8'), { headers })
}

describe.skipIf('missing' in inject('chromium'))('the element of version 0.1', () => {
  let browser: Browser
  let real: RealService
  let host: Site

  beforeAll(async () => {
    browser = await launchChromium()
    real = await startRealService({ service: { assets: async (request) => assetOf(request) } })
    for (const { key, ...value } of values) real.service.kv.stored.set(key, value)
    host = await openSite(({ url }) => {
      const { search } = new URL(url)
      const file = '/widget/1.0.0/event-timeline.js'
      const integrity = widget.files['event-timeline.js']
      return hostPage(
        `<script type="module" src="${real.origin}${file}" integrity="${integrity}" crossorigin></script>
         <event-timeline src="${real.origin}/timelines/town-2020" loading="eager" lang="en" ${decodeURIComponent(search.slice(1))}></event-timeline>`,
      )
    })
  })
  afterAll(async () => {
    await browser.close()
    await Promise.all([real.close(), host.close()])
  })

  test('shows a timeline of a store of version 0.1', async () => {
    real.calls.length = 0
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    const article = page.locator('event-timeline article')
    const visit = async (attributes: string): Promise<void> => {
      await page.goto(`${host.origin}/?${encodeURIComponent(attributes)}`)
      await article.first().waitFor()
    }
    await visit('')
    expect(await article.count()).toBe(2)
    expect(await article.first().textContent()).toContain('Party branches are formed')
    expect(await article.first().textContent()).toContain('1–10 February')
    // A request that has not left by the next visit never does.
    await Promise.all([
      page.waitForResponse((response) => response.url().includes('theme=prevention')),
      page.locator('event-timeline .chip').nth(1).click(),
    ])
    await page.locator('event-timeline .chip[aria-current]').waitFor()
    await visit('theme="prevention" from="2020-02-20"')
    await visit('limit="1"')
    const asked = real.calls
      .map((call) => call.split(' ')[1])
      .filter((path) => path?.startsWith('/v1/'))
    expect(new Set(asked)).toEqual(new Set(widget.exchanges.map(({ request }) => request)))
    expect(complaints).toEqual([])
    await page.close()
  })
})
