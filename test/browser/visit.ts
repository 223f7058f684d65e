// Visits of the tests: a page in a context of its own, and what it may never do.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'

export interface Visit extends BrowserContextOptions {
  /** Origins that the page may ask. */
  readonly origins: readonly string[]
  /** Complaints that belong to what is tested, such as a request that fails. */
  readonly excused?: RegExp
  /** Code that runs before the page's own. */
  readonly before?: string
  /** Other names of origins: what asks for the one reaches the other. */
  readonly reaching?: Readonly<Record<string, string>>
}

/**
 * Opens an address and hands the page to `use`. Expects that nothing was written to the console,
 * that nobody but `origins` was asked, and that nothing was stored.
 */
export async function visit(
  browser: Browser,
  address: string,
  { origins, excused, before, reaching = {}, ...options }: Visit,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ locale: 'zh-CN', ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  const foreign: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith('data:') && !origins.some((origin) => url.startsWith(`${origin}/`)))
      foreign.push(url)
  })
  if (before !== undefined) await page.addInitScript(before)
  for (const [name, origin] of Object.entries(reaching))
    await page.route(`${name}/**`, async (route) => {
      const url = route.request().url().replace(name, origin)
      await route.fulfill({ response: await route.fetch({ url }) })
    })
  await page.goto(address)
  await use(page)
  expect(complaints.filter((text) => !excused?.test(text))).toEqual([])
  expect(foreign).toEqual([])
  expect(await context.cookies()).toEqual([])
  if (options.javaScriptEnabled !== false) expect(await page.evaluate(stored)).toEqual([])
  await context.close()
}

/** Names of everything that a page has stored. */
const stored = `(async () => [
  ...Object.keys(localStorage),
  ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map(({ name }) => name),
  // Pages without TLS have neither of the two.
  ...((await globalThis.caches?.keys()) ?? []),
  ...((await navigator.serviceWorker?.getRegistrations()) ?? []).map(({ scope }) => scope),
])()`
