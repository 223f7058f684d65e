// The reference page in a browser: everybody can use it, in light and dark, on a phone, by keyboard and
// in their language, under the policy of pages. [fault 8.13]
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { uiLanguages } from '../../src/domain/text/ui-language.ts'
import { launchChromium } from '../support/chromium.ts'
import { inspect } from './axe.ts'
import { isFull } from '../support/extent.ts'
import { openService, type Site } from './site.ts'
import { seed } from './timelines.ts'
import { visit } from './visit.ts'

/** An inspection of this long page takes seconds: where not all is tried, one of a few of its operations is made. */
const scope = isFull ? 'document' : "{ exclude: ['.operation:nth-of-type(n + 3)'] }"
const languages = isFull ? uiLanguages : (['zh-Hans'] as const)
const conditions = (
  [
    { width: 320, colorScheme: 'dark' },
    { width: 1280, colorScheme: 'light' },
  ] as const
).slice(0, isFull ? 2 : 1)

const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')

describe.skipIf('missing' in inject('chromium'))('the reference page', () => {
  let browser: Browser
  let service: Site

  beforeAll(async () => {
    browser = await launchChromium()
    service = await openService([seed])
  })
  afterAll(async () => {
    await browser.close()
    await service.close()
  })

  test.each(languages)('in %s has no fault that axe finds [fault 8.13]', async (lang) => {
    const page = await browser.newPage({ bypassCSP: true })
    await page.goto(`${service.origin}/docs?lang=${lang}`)
    // Words have other widths in each language, and the same colours.
    for (const { width, colorScheme } of conditions.slice(0, lang === 'zh-Hans' ? 2 : 1)) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      const { passed, faults } = await inspect(page, { scope })
      expect(faults, `${width} px, ${colorScheme}`).toEqual([])
      expect(passed).toBeGreaterThan(10)
      expect(await overflow(page)).toBeLessThanOrEqual(0)
    }
    await page.close()
  })

  test('is one request under its policy, and fits a phone with text of twice the size', async () => {
    service.requests.length = 0
    const origins = [service.origin]
    const viewport = { width: 320, height: 900 }
    await visit(browser, `${service.origin}/docs`, { origins, viewport }, async (page) => {
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans')
      expect(service.requests).toEqual(['/docs'])
      const session = await page.context().newCDPSession(page)
      await session.send('Page.enable')
      await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
      await page.reload()
      expect(await overflow(page)).toBeLessThanOrEqual(0)
    })
  })

  test('leads by keyboard from a group to an operation and to its schema', async () => {
    const address = `${service.origin}/docs?lang=en`
    await visit(browser, address, { origins: [service.origin] }, async (page) => {
      const follow = async (href: string) => {
        await page.locator(`a[href="${href}"]`).first().focus()
        await page.keyboard.press('Enter')
        await expect.poll(() => new URL(page.url()).hash).toBe(href)
        expect(await page.locator(`${href}:target`).count()).toBe(1)
      }
      await follow('#tag-read')
      await follow('#listEvents')
      await follow('#schema-Events')
      await follow('#schema-Event')
    })
  })

  test('its links to try lead to answers', async () => {
    const address = `${service.origin}/docs?lang=en`
    await visit(browser, address, { origins: [service.origin] }, async (page) => {
      const hrefs = await page.evaluate<string[]>(
        `[...document.querySelectorAll('a[href^="/v1"], a[href^="/timelines"]')].map(({ href }) => href)`,
      )
      expect(hrefs.length).toBeGreaterThan(30)
      const answers = await Promise.all(
        hrefs.map(async (href) => `${(await fetch(href)).status} ${href}`),
      )
      expect(answers.filter((text) => !text.startsWith('200 '))).toEqual([])
    })
  })
})
