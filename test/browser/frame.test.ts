// The frame on a page of another site, with the script that the embed-code page gives its host, and
// what oEmbed says of it.
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { frameSnippet } from '../../src/page/share/snippets.ts'
import { launchChromium } from '../support/chromium.ts'
import { hostPage, openService, openSite, type Site } from './site.ts'
import { allOut, seed } from './timelines.ts'
import { visit as visitPage } from './visit.ts'

const timeline = '/timelines/fusha-2020'

describe.skipIf('missing' in inject('chromium'))('the frame', () => {
  let browser: Browser
  let service: Site
  let stranger: Site
  let host: Site
  let body = ''
  let headers: Record<string, string> = {}

  beforeAll(async () => {
    browser = await launchChromium()
    service = await openService([seed])
    host = await openSite(() => hostPage(body, headers))
    stranger = await openSite(() => hostPage('<p>stranger</p>'))
  })
  afterAll(async () => {
    await browser.close()
    await Promise.all([service.close(), host.close(), stranger.close()])
  })

  const source = (rest = '?lang=zh-Hans') => `${service.origin}${timeline}/embed${rest}`

  const visit = (
    markup: string,
    use: (page: Page) => Promise<void>,
    options: { javaScriptEnabled?: boolean; excused?: RegExp } = {},
  ): Promise<void> => {
    body = markup
    return visitPage(
      browser,
      `${host.origin}/`,
      {
        origins: [host.origin, service.origin, stranger.origin],
        viewport: { width: 800, height: 700 },
        ...options,
      },
      use,
    )
  }

  test('is shown on a page that is isolated from other origins', async () => {
    headers = {
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
    }
    // A page on loopback is a secure context, which isolation needs.
    await visit(`<iframe src="${source()}" width="600" height="500"></iframe>`, async (page) => {
      await page.frameLocator('iframe').locator('.provenance').waitFor()
      expect(await page.evaluate('crossOriginIsolated')).toBe(true)
    })
    headers = {}
  })

  const heightOf = async (page: Page, index = 0): Promise<number> =>
    (await page.locator('iframe').nth(index).boundingBox())?.height ?? 0

  /** Lets the contents of a frame tell their host something. */
  const tell = (frame: Frame | undefined, message: string): Promise<unknown> =>
    frame?.evaluate(`parent.postMessage(${message}, '*')`) ?? Promise.reject(new Error('no frame'))

  const contents = (page: Page, origin = service.origin): Frame | undefined =>
    page.frames().find((frame) => frame.url().startsWith(origin))

  /** As long as a message needs: one that is sent later has arrived. */
  const settled = (page: Page): Promise<unknown> =>
    page.evaluate(
      "new Promise((done) => { addEventListener('message', ({ data }) => data === 'last' && done()); postMessage('last', '*') })",
    )

  test('is as high as its contents, and follows them', async () => {
    await visit(frameSnippet(source(), '阜沙2020'), async (page) => {
      await expect.poll(() => heightOf(page)).toBeGreaterThan(2000)
      const frame = contents(page)
      const inner = 'Math.ceil(document.body.getBoundingClientRect().height)'
      const missing = async () =>
        Number(await frame?.evaluate<number>(inner)) - (await heightOf(page))
      await expect.poll(missing).toBe(0)
      const before = await heightOf(page)
      await frame?.evaluate(
        "for (const one of document.querySelectorAll('details')) one.open = true",
      )
      await expect.poll(() => heightOf(page)).toBeGreaterThan(before + 1000)
      await page.setViewportSize({ width: 390, height: 700 })
      await expect.poll(missing).toBe(0)
    })
  })

  test.each([
    ['nothing', '', 'light', 'normal'],
    ['color-scheme: dark', ':root { color-scheme: dark }', 'dark', 'dark'],
    ['color-scheme: light dark', ':root { color-scheme: light dark }', 'light dark', 'light dark'],
  ])('has the colours of a site that says %s [fault 8.4]', async (_, style, ours, others) => {
    const other = `<iframe src="${stranger.origin}/" height="50"></iframe>`
    const snippet = frameSnippet(source(), 'x')
    await visit(`<style>${style}</style>${other}${snippet}`, async (page) => {
      const schemes = await page.evaluate(
        "Array.from(document.querySelectorAll('iframe'), (frame) => getComputedStyle(frame).colorScheme)",
      )
      expect(schemes).toEqual([others, ours])
    })
  })

  test('is as high as its contents before it comes into view', async () => {
    const far = frameSnippet(source(), 'x').replace(' loading="lazy"', '')
    await visit(`<p style="height:9000px">above</p>${far}`, async (page) => {
      await expect.poll(() => heightOf(page)).toBeGreaterThan(2000)
      expect(await page.evaluate('scrollY')).toBe(0)
    })
  })

  test('keeps between 100 and 20,000 pixels, and takes numbers alone', async () => {
    await visit(frameSnippet(source(), 'x'), async (page) => {
      await expect.poll(() => heightOf(page)).toBeGreaterThan(2000)
      const frame = contents(page)
      for (const [message, height] of [
        ["{ type: 'etl', height: 5 }", 100],
        ["{ type: 'etl', height: 700 }", 700],
        ["{ type: 'etl', height: 1e9 }", 20_000],
      ] as const) {
        await tell(frame, message)
        await expect.poll(() => heightOf(page)).toBe(height)
      }
      for (const message of [
        "{ type: 'etl', height: '5' }",
        "{ type: 'etl', height: NaN }",
        "{ type: 'other', height: 5 }",
        'null',
        "'etl'",
      ])
        await tell(frame, message)
      await tell(frame, "{ type: 'etl', height: 300 }")
      await expect.poll(() => heightOf(page)).toBe(300)
    })
  })

  test('is changed by itself alone: neither by another frame nor by another origin', async () => {
    const second = source('?lang=zh-Hans&theme=all-out-2020')
    await visit(
      `${frameSnippet(source(), 'first')}${frameSnippet(second, 'second')}<iframe src="${stranger.origin}/" height="50"></iframe>`,
      async (page) => {
        await expect.poll(() => heightOf(page, 0)).toBeGreaterThan(2000)
        await page.locator('iframe').nth(1).scrollIntoViewIfNeeded()
        await expect.poll(() => heightOf(page, 1)).not.toBe(600)
        const [first, other] = [await heightOf(page, 0), await heightOf(page, 1)]
        expect(other).toBeLessThan(first)
        await tell(contents(page, stranger.origin), "{ type: 'etl', height: 5000 }")
        await page.evaluate("postMessage({ type: 'etl', height: 5000 }, '*')")
        await settled(page)
        expect(await heightOf(page, 2)).toBeLessThan(100)
        const within = page.frames().find((frame) => frame.url() === second)
        await tell(within, "{ type: 'etl', height: 444 }")
        await expect.poll(() => heightOf(page, 1)).toBe(444)
        expect(await heightOf(page, 0)).toBe(first)
      },
    )
  })

  test('an event that its address names comes into view on the host', async () => {
    const id = 'all-out-2020-meeting'
    await visit(
      `<p style="height:1000px">above</p>${frameSnippet(source(`?lang=zh-Hans#${id}`), 'x').replace(' loading="lazy"', '')}<p style="height:2000px">below</p>`,
      async (page) => {
        await expect.poll(() => heightOf(page)).toBeGreaterThan(2000)
        const y = async (event: string): Promise<number> =>
          (await page.frameLocator('iframe').locator(`#${event}`).boundingBox())?.y ?? Infinity
        await expect.poll(() => y(id)).toBeLessThan(300)
        expect(await page.evaluate<number>('scrollY')).toBeGreaterThan(1000)
        await contents(page)?.evaluate("location.hash = 'traffic-police-recalled'")
        const isInView = async () => {
          const top = await y('traffic-police-recalled')
          return top > -50 && top < 300
        }
        await expect.poll(isInView).toBe(true)
      },
    )
  })

  test('without scripts keeps its height and scrolls within', async () => {
    await visit(
      frameSnippet(source(), 'x'),
      async (page) => {
        await page.frameLocator('iframe').locator('article').first().waitFor()
        expect(await heightOf(page)).toBe(600)
      },
      { javaScriptEnabled: false },
    )
  })

  /** Presses what leads out of the frame, and gives the address of the page that opens beside the host. */
  const opened = async (page: Page, press: () => Promise<void>): Promise<string> => {
    const [popup] = await Promise.all([page.waitForEvent('popup'), press()])
    await popup.waitForLoadState()
    const { pathname, search } = new URL(popup.url())
    await popup.close()
    return pathname + search
  }

  test('links of the frame open beside the host', async () => {
    await visit(frameSnippet(source(), 'x'), async (page) => {
      const frame = page.frameLocator('iframe')
      const event = frame.locator('article').first()
      const id = await event.getAttribute('id')
      expect(await opened(page, () => frame.locator('h1 a').click())).toBe(
        `${timeline}?lang=zh-Hans`,
      )
      expect(await opened(page, () => event.locator('h3 a').click())).toBe(
        `${timeline}/events/${id}?lang=zh-Hans`,
      )
      await event.locator('.menu-button').click()
      const entry = event.getByRole('link', { name: '订阅日历' })
      expect(await opened(page, () => entry.click())).toBe(`${timeline}/subscribe?lang=zh-Hans`)
      const google = event.getByRole('link', { name: 'Google' })
      await page.context().route('https://calendar.google.com/**', (route) => route.fulfill({}))
      expect(await opened(page, () => google.click())).toMatch(
        /^\/calendar\/render\?action=TEMPLATE/,
      )
      expect(contents(page)?.url()).toBe(source())
    })
  })

  test('marks of the picture alone open the pages of their events beside the host', async () => {
    await visit(frameSnippet(source('?layout=picture&lang=en'), 'x'), async (page) => {
      const frame = page.frameLocator('iframe')
      for (const mark of [frame.locator('svg.plot a').first(), frame.locator('.ring').first()]) {
        const href = await mark.getAttribute('href')
        expect(await opened(page, () => mark.dispatchEvent('click'))).toBe(href)
        expect(href).toContain(`${timeline}/events/`)
      }
      expect(contents(page)?.url()).toBe(source('?layout=picture&lang=en'))
    })
  })

  test('marks beside their cards stay within', async () => {
    await visit(frameSnippet(source(), 'x'), async (page) => {
      const frame = page.frameLocator('iframe')
      for (const mark of [frame.locator('svg.plot a').last(), frame.locator('.ring').first()]) {
        const href = (await mark.getAttribute('href')) ?? ''
        expect(href).toMatch(/^#/)
        await mark.dispatchEvent('click')
        await expect.poll(() => contents(page)?.url()).toBe(source() + href)
      }
      expect(page.context().pages()).toHaveLength(1)
    })
  })

  test('its filter stays within: chips, notes and the form', async () => {
    await visit(frameSnippet(source(), 'x'), async (page) => {
      const frame = page.frameLocator('iframe')
      const search = () => decodeURIComponent(new URL(contents(page)?.url() ?? '').search)
      await frame.locator('.lane-name', { hasText: '奋战2020' }).click()
      await expect.poll(() => frame.locator('article').count()).toBe(allOut)
      expect(search()).toBe('?theme=all-out-2020&lang=zh-Hans')
      await frame.locator('summary', { hasText: '更多筛选' }).click()
      await frame.locator('input[name=from]').fill('2020-03-01')
      await frame.locator('form button').click()
      await expect.poll(search).toContain('from=2020-03-01')
      await frame.locator('.lane-name', { hasText: '奋战2020' }).click()
      await frame.getByRole('link', { name: '一并显示' }).click()
      await expect.poll(search).toContain('undated=include')
      await frame.locator('input[name=q]').fill('没有这样的词')
      await frame.locator('form button').click()
      await frame.locator('.empty a').click()
      await expect.poll(search).toBe('?lang=zh-Hans')
      await expect.poll(() => frame.locator('article').count()).toBe(31)
      expect(page.context().pages()).toHaveLength(1)
    })
  })

  test('a filter that it cannot read: one link clears it within, one leads beside the host', async () => {
    const excused = /status of 400/
    await visit(
      frameSnippet(source('?theme=zzz&lang=zh-Hans'), 'x'),
      async (page) => {
        const frame = page.frameLocator('iframe')
        const home = frame.getByRole('link', { name: '查看所有时间线' })
        expect(await opened(page, () => home.click())).toBe('/?lang=zh-Hans')
        await frame.getByRole('link', { name: '清除筛选' }).click()
        await expect.poll(() => frame.locator('article').count()).toBe(31)
        expect(contents(page)?.url()).toBe(source())
      },
      { excused },
    )
  })

  test('the page names its oEmbed addresses, and what they give works on a host', async () => {
    // A consumer reads the head as it was sent.
    const response = await fetch(`${service.origin}${timeline}?theme=all-out-2020&lang=zh-Hans`)
    const head = (await response.text()).split('</head>')[0] ?? ''
    const address = (type: string) =>
      new RegExp(`type="${type.replace('+', '\\+')}"[^>]* href="([^"]+)"`)
        .exec(head)?.[1]
        ?.replaceAll('&amp;', '&') ?? ''
    const json = (await (await fetch(address('application/json+oembed'))).json()) as {
      html: string
    }
    const xml = await (await fetch(address('text/xml+oembed'))).text()
    expect(xml).toContain('<oembed>')
    await visit(json.html, async (page) => {
      const frame = page.frameLocator('iframe')
      await frame.locator('article').first().waitFor()
      expect(await frame.locator('article').count()).toBe(allOut)
      const fromXml = await page.evaluate(
        `new DOMParser().parseFromString(${JSON.stringify(xml)}, 'text/xml').querySelector('html').textContent`,
      )
      expect(fromXml).toBe(json.html)
    })
  })
})
