// Texts that try to become script, in every place that takes text, on every page and in the element.
// With ALL_CASES=1 all of them, else each element and each way out once.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { isFull } from '../support/extent.ts'
import { countRuns, dangers } from './inert.ts'
import { payloads } from './payloads.ts'
import { hostPage, openService, openSite, type Site } from './site.ts'
import { hostileWith } from './timelines.ts'

/** Fifteen elements after each of ten ways out: one row and one column. */
const some = payloads.filter((_, i) => i < 15 || i % 15 === 1 || i === 149)
const texts = isFull ? payloads : some
const events = texts.map((text, i) => [`hostile-${i}`, text] as const)

describe.skipIf('missing' in inject('chromium'))(`${texts.length} hostile texts`, () => {
  let browser: Browser
  let service: Site
  let host: Site
  let headers: Record<string, string> = {}

  beforeAll(async () => {
    browser = await launchChromium()
    service = await openService([hostileWith(texts)])
    host = await openSite(() =>
      hostPage(
        `<script type="module" src="${service.origin}/widget/v1/event-timeline.js"></script>
<event-timeline src="${service.origin}/timelines/hostile" loading="eager" lang="en"></event-timeline>`,
        headers,
      ),
    )
  })
  afterAll(async () => {
    await browser.close()
    await Promise.all([service.close(), host.close()])
  })

  /** One page for many addresses, with the policy of the site or without. */
  async function inPage(bypassCSP: boolean, use: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ bypassCSP })
    const page = await context.newPage()
    await page.addInitScript(countRuns)
    await use(page)
    await context.close()
  }

  test('there are as many as are promised', () => {
    expect(payloads).toHaveLength(150)
    expect(new Set(texts).size).toBe(isFull ? 150 : 25)
  })

  test('what runs would be seen', async () => {
    await inPage(true, async (page) => {
      await page.goto(`data:text/html,${encodeURIComponent(`${payloads[0]}${payloads[1]}`)}`)
      await expect
        .poll(async () => (await dangers(page)).filter((one) => one === 'ran'))
        .not.toEqual([])
    })
  })

  const policies = [
    ['with the policy', false],
    ['without the policy', true],
  ] as const
  /** What the policy stops is not seen without it: of many pages, the harder case is enough. */
  const policiesOfMany = policies.slice(1)

  test.each(policies)('stay inert on the pages of a timeline, %s', async (_, bypassCSP) => {
    await inPage(bypassCSP, async (page) => {
      const paths = [
        '/',
        ...['', '/editions', '/subscribe', '/embed', '/embed-code'].map(
          (path) => `/timelines/hostile${path}`,
        ),
      ]
      for (const path of paths) {
        await page.goto(`${service.origin}${path}?lang=en`)
        expect(await page.content(), path).toContain('alert(1)')
        if (path.endsWith('embed-code')) {
          // Its months are filled as they come near.
          await page.locator('event-timeline .month').first().scrollIntoViewIfNeeded()
          await page.locator('event-timeline article').first().waitFor()
        }
        expect(await dangers(page), path).toEqual([])
      }
    })
  })

  test.each(policiesOfMany)(
    'stay inert on the pages of events and in their JSON-LD, %s',
    async (_, bypassCSP) => {
      await inPage(bypassCSP, async (page) => {
        // Where there are many, each text is in the address of a page or on the page of an event.
        for (const [id, text] of events.filter((_, i) => !isFull || i % 2 === 0)) {
          await page.goto(`${service.origin}/timelines/hostile/events/${id}?lang=en`)
          expect(await page.locator('h1').textContent()).toBe(text)
          const jsonLd = await page.locator('script[type="application/ld+json"]').textContent()
          expect(jsonLd).not.toMatch(/</)
          expect(JSON.stringify(JSON.parse(jsonLd ?? ''))).toContain(JSON.stringify(text))
          expect(await dangers(page), id).toEqual([])
        }
      })
    },
  )

  test.each(policiesOfMany)('stay inert in the address of a page, %s', async (_, bypassCSP) => {
    const names = ['q', 'theme', 'actor', 'from', 'lang', 'cursor', 'layout', 'utm_source']
    await inPage(bypassCSP, async (page) => {
      for (const [i, text] of texts.filter((_, i) => !isFull || i % 2 === 1).entries()) {
        const path = ['', '/subscribe', '/embed', '/embed-code'][i % 4]
        const entries = { q: text, [names[i % names.length] ?? '']: text }
        const address = `/timelines/hostile${path}?${new URLSearchParams(entries).toString()}`
        await page.goto(service.origin + address)
        expect(await dangers(page), address).toEqual([])
      }
    })
  })

  test.each(['with Trusted Types required', 'without any policy'])(
    'stay inert in the element, %s',
    async (policy) => {
      headers = policy.startsWith('without')
        ? {}
        : {
            'content-security-policy': `default-src 'none'; script-src ${service.origin}; connect-src ${service.origin}; img-src data:; require-trusted-types-for 'script'; trusted-types event-timeline`,
          }
      await inPage(false, async (page) => {
        await page.goto(host.origin)
        const articles = page.locator('event-timeline article')
        await articles.first().waitFor()
        for (let filled = 0; filled < texts.length; filled = await articles.count()) {
          await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)')
          await expect
            .poll(() => articles.count())
            .toBeGreaterThan(Math.min(filled, texts.length - 1))
        }
        await articles.last().locator('.menu-button').click()
        await page.locator('event-timeline .menu:popover-open a').first().waitFor()
        const titles = await page.locator('event-timeline article h4').allTextContents()
        expect(titles).toEqual(texts)
        expect(await dangers(page)).toEqual([])
      })
    },
  )
})
