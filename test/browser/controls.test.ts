// Every link, button and fold of every page and of the element is used, on a phone and a desk, in two
// languages; of those that each card has, some (`ALL_CASES=1`: all). Copying under every condition of a browser is in copy.test.ts.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { pages } from '../../src/http/routes/pages.ts'
import { launchChromium } from '../support/chromium.ts'
import { messages } from '../../src/messages/languages.ts'
import { isFull } from '../support/extent.ts'
import { hostPage, openService, openSite, type Site } from './site.ts'
import { seed } from './timelines.ts'
import { visit as visitPage } from './visit.ts'

/** Each language and each width once, each page under one of both; or all of all. */
const conditions = [
  { lang: 'zh-Hans', width: 390, isWhole: isFull },
  { lang: 'en', width: 1280, isWhole: false },
  ...(isFull
    ? [
        { lang: 'zh-Hans', width: 1280, isWhole: false },
        { lang: 'en', width: 390, isWhole: false },
      ]
    : []),
] as const
/** Of the many that cards repeat, each under one condition where all is tried; else the first four and the last. */
const some = (controls: readonly Locator[], isWhole: boolean): readonly Locator[] =>
  isWhole ? controls : [...controls.slice(0, 4), ...controls.slice(4).slice(-1)]

const addressOf = (path: string, lang: string): string =>
  `${path.replace('{timeline}', 'fusha-2020').replace('{event}', 'traffic-police-recalled')}?lang=${lang}`

describe.skipIf('missing' in inject('chromium'))('every control', () => {
  let browser: Browser
  let service: Site
  let host: Site
  let body = ''
  /** Statuses of addresses that were asked before. */
  const known = new Map<string, number>()

  beforeAll(async () => {
    browser = await launchChromium()
    service = await openService([seed])
    host = await openSite(() => hostPage(body))
  })
  afterAll(async () => {
    await browser.close()
    await Promise.all([service.close(), host.close()])
  })

  const visit = (
    address: string,
    width: number,
    use: (page: Page) => Promise<void>,
    excused?: RegExp,
  ) =>
    visitPage(
      browser,
      address,
      {
        origins: [service.origin, host.origin],
        viewport: { width, height: 900 },
        reducedMotion: 'reduce',
        permissions: ['clipboard-read', 'clipboard-write'],
        ...(excused && { excused }),
      },
      use,
    )

  /** Own links lead somewhere, in this language; those to others open nothing of this page to them. */
  async function expectLinks(page: Page, lang: string): Promise<void> {
    const links = await page.evaluate<readonly (readonly [string, string])[]>(
      `[document, ...[...document.querySelectorAll('event-timeline')].map(({ shadowRoot }) => shadowRoot)]
        .flatMap((root) => [...root.querySelectorAll(':not(event-timeline) > a')].map((a) => [new URL(a.getAttribute('href'), a.ownerDocument.baseURI).href, a.getAttribute('rel') ?? '']))`,
    )
    expect(links.length).toBeGreaterThan(0)
    const faults: string[] = []
    for (const [href, rel] of new Map(links)) {
      const { protocol, origin, pathname, hash } = new URL(href)
      if (protocol === 'webcal:' || origin === host.origin) continue
      if (origin !== service.origin) {
        if (!rel.includes('noopener')) faults.push(`${href} can reach this page`)
        continue
      }
      const address = href.replace(hash, '')
      const status = known.get(address) ?? (await fetch(address)).status
      known.set(address, status)
      if (status !== 200) faults.push(`${href} answers ${status}`)
      if (pathname.startsWith('/timelines/') && !href.includes('lang='))
        faults.push(`${href} loses the language`)
      if (hash === '' || pathname !== new URL(page.url()).pathname) continue
      if ((await page.locator(`[id="${hash.slice(1)}"]`).count()) !== 1)
        faults.push(`${href} leads nowhere`)
    }
    expect(faults).toEqual([])
    expect(links.some(([href]) => href.includes(`lang=${lang}`))).toBe(true)
  }

  /** Each fold opens and closes, each menu opens, and each copy is announced. */
  async function expectButtons(page: Page, isWhole: boolean): Promise<void> {
    for (const fold of some(await page.locator('summary:visible').all(), isWhole)) {
      const details = fold.locator('..')
      const wasOpen = (await details.getAttribute('open')) !== null
      await fold.click()
      await expect.poll(async () => (await details.getAttribute('open')) !== null).toBe(!wasOpen)
      await fold.click()
    }
    for (const button of some(await page.locator('.menu-button:visible').all(), isWhole)) {
      await button.click()
      const menu = page.locator('.menu:popover-open')
      await menu.getByRole('link').first().waitFor()
      await page.keyboard.press('Escape')
      await expect.poll(() => menu.count()).toBe(0)
    }
    for (const field of await page.locator('.copy-field').all()) {
      await field.getByRole('button').click()
      await expect.poll(() => field.getByRole('status').textContent()).toMatch(/Copied|已复制/)
    }
  }

  describe.each(conditions)('in $lang at $width px', ({ lang, width, isWhole }) => {
    const turn = conditions.findIndex((one) => one.lang === lang && one.width === width)
    const paths = pages.map(({ path }) => path).filter((_, i) => isFull || i % 2 === turn)
    test.each(paths)('of %s', async (path) => {
      await visit(service.origin + addressOf(path, lang), width, async (page) => {
        if (path.endsWith('embed-code'))
          await page.locator('event-timeline article').first().waitFor()
        await expectLinks(page, lang)
        // The element of a preview has one of its own once it is opened.
        const forms = await page.locator('form').count()
        await expectButtons(page, isWhole)
        for (let i = 0; i < forms; i++) {
          await page.goto(service.origin + addressOf(path, lang))
          const form = page.locator('form').nth(i)
          const fold = form.locator('xpath=ancestor::details[not(@open)]/summary')
          if ((await fold.count()) > 0) await fold.click()
          const [answer] = await Promise.all([
            page.waitForResponse((response) => response.request().isNavigationRequest()),
            form.locator('button:visible').click(),
          ])
          expect(answer.status()).toBe(200)
          await page.waitForLoadState()
          expect(page.url()).toContain(`lang=${lang}`)
        }
      })
    })

    test('of a page that cannot read its filter', async () => {
      const path = '/timelines/fusha-2020'
      const address = `${service.origin}${path}?theme=none&from=2020-03&lanes=actor&lang=${lang}`
      const words = lang === 'en' ? messages.en : messages['zh-Hans']
      const use = async (page: Page): Promise<void> => {
        const answerTo = async (press: Locator): Promise<readonly [number, string]> => {
          const [answer] = await Promise.all([
            page.waitForResponse((response) => response.request().isNavigationRequest()),
            press.click(),
          ])
          await page.waitForLoadState()
          return [answer.status(), page.url().slice(service.origin.length)]
        }
        // Another language says the same of it.
        const other = lang === 'en' ? '繁體' : 'English'
        const typed = 'theme=none&from=2020-03&lanes=actor'
        expect(await answerTo(page.getByRole('link', { name: other }))).toEqual([
          400,
          `${path}?${typed}&lang=${lang === 'en' ? 'zh-Hant' : 'en'}`,
        ])
        await page.goto(address)
        const reset = page.getByRole('link', { name: words.list.reset })
        expect(await answerTo(reset)).toEqual([200, `${path}?lanes=actor&lang=${lang}`])
        await page.goto(address)
        await page.locator('input[name=theme]').fill('all-out-2020')
        const [status, mended] = await answerTo(page.locator('form button'))
        expect(status).toBe(200)
        for (const kept of ['lanes=actor', `lang=${lang}`, 'from=2020-03', 'theme=all-out-2020'])
          expect(mended).toContain(kept)
        await page.goto(address)
        const home = page.getByRole('link', { name: words.pages.errorHome })
        expect(await answerTo(home)).toEqual([200, `/?lang=${lang}`])
      }
      await visit(address, width, use, /status of 400/)
    })

    test('of the element', async () => {
      body = `<script type="module" src="${service.origin}/widget/v1/event-timeline.js"></script><event-timeline lang="${lang}" loading="eager" src="${service.origin}/timelines/fusha-2020"><a href="/">x</a></event-timeline>`
      await visit(`${host.origin}/`, width, async (page) => {
        await page.locator('event-timeline .provenance').waitFor()
        await page.locator('event-timeline .filter summary').click()
        await page.locator('event-timeline form').waitFor()
        await page.locator('event-timeline .filter summary').click()
        await expectLinks(page, lang)
        await expectButtons(page, isWhole)
        const status = page.locator('event-timeline .event-count')
        for (const chip of some(await page.locator('event-timeline .lane-name').all(), isWhole)) {
          const number = (await chip.locator('.chip-count').textContent()) ?? ''
          await chip.click()
          // The new count is announced.
          await expect
            .poll(() => status.textContent())
            .toMatch(new RegExp(`(?<!\\d)${number}(?!\\d)`))
          expect(await status.getAttribute('role')).toBe('status')
          // Pressed again, it lets its theme go.
          await chip.click()
          await expect.poll(() => status.textContent()).toContain('31')
        }
      })
    })
  })
})
