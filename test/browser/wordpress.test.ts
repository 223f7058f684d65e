// A timeline in WordPress, whose sandbox allows scripts alone: an address that is pasted there.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { hostPage, openService, openSite, type Site } from './site.ts'
import { long, seed } from './timelines.ts'
import { visit as visitPage, type Visit } from './visit.ts'
import { embeddedByWordPress, wordPressScript } from './wordpress.ts'

const timeline = '/timelines/fusha-2020'
const secret = 'Ab3dEfGh1j'

describe.skipIf('missing' in inject('chromium'))('in WordPress', () => {
  let browser: Browser
  let service: Site
  let host: Site
  let body = ''

  beforeAll(async () => {
    browser = await launchChromium()
    service = await openService([seed, long])
    host = await openSite(() => hostPage(body))
  })
  afterAll(async () => {
    await browser.close()
    await Promise.all([service.close(), host.close()])
  })

  /** Pastes an address into a post, and opens the post. */
  async function post(
    path: string,
    use: (page: Page) => Promise<void>,
    more: Pick<Visit, 'before' | 'excused'> = {},
  ): Promise<void> {
    const address = encodeURIComponent(service.origin + path)
    const answer = await fetch(`${service.origin}/oembed?url=${address}&format=json`)
    const { html } = (await answer.json()) as { html: string }
    const embedded = embeddedByWordPress(html, secret)
    expect(embedded).toContain('<blockquote class')
    body = `<p>above</p>${embedded}<p>below</p><script>${wordPressScript}</script>`
    const origins = [host.origin, service.origin]
    await visitPage(
      browser,
      `${host.origin}/`,
      {
        origins,
        viewport: { width: 800, height: 1400 },
        reducedMotion: 'reduce',
        ...more,
      },
      use,
    )
  }

  const frameOf = (page: Page) => page.frameLocator('iframe')
  const address = (page: Page) =>
    decodeURIComponent(
      page
        .frames()
        .find((frame) => frame.url().startsWith(service.origin))
        ?.url() ?? '',
    ).slice(service.origin.length)

  test('the frame takes the place of the link, and as much height as it may [fault 8.2]', async () => {
    await post(`${timeline}?lang=zh-Hans`, async (page) => {
      await expect.poll(async () => (await page.locator('iframe').boundingBox())?.height).toBe(1000)
      expect(await page.locator('blockquote').isVisible()).toBe(false)
      expect(await page.locator('iframe').isVisible()).toBe(true)
      const quoted = page.locator('blockquote a')
      expect(await quoted.getAttribute('href')).toBe(`${service.origin}${timeline}?lang=zh-Hans`)
      expect(await quoted.textContent()).toBe((seed.title as Record<string, string>)['zh-Hans'])
    })
  })

  test('a short answer is as high as it is [fault 8.2]', async () => {
    await post(`${timeline}?q=nothing&layout=compact&lang=en`, async (page) => {
      const difference = async () => {
        const inner = await frameOf(page).locator('body').boundingBox()
        const outer = await page.locator('iframe').boundingBox()
        return Math.abs((inner?.height ?? 0) - (outer?.height ?? 0))
      }
      await frameOf(page).locator('.empty').waitFor()
      await expect.poll(difference).toBeLessThan(6)
      expect((await page.locator('iframe').boundingBox())?.height).not.toBe(600)
    })
  })

  test('a hidden frame that is laid out late tells its height when it has one', async () => {
    // Chromium does this by itself, once in a hundred visits or so.
    const late = `
      const { getBoundingClientRect } = Element.prototype
      let looks = 0
      Element.prototype.getBoundingClientRect = function () {
        if (top !== self && this === document.body && ++looks < 6) return new DOMRect()
        return getBoundingClientRect.call(this)
      }`
    await post(
      `${timeline}?q=nothing&layout=compact&lang=en`,
      async (page) => {
        await frameOf(page).locator('.empty').waitFor()
        await expect
          .poll(async () => (await page.locator('iframe').boundingBox())?.height)
          .toBeGreaterThan(600)
      },
      { before: late },
    )
  })

  test('the frame of an event shows the event [fault 8.2]', async () => {
    const id = 'zhu-merit-award'
    await post(`${timeline}/events/${id}?lang=en`, async (page) => {
      const event = frameOf(page).locator(`#${id}.highlighted`)
      await event.waitFor()
      const isInView = async () => {
        const frame = await page.locator('iframe').boundingBox()
        const box = await event.boundingBox()
        if (frame === null || box === null) return false
        return box.y >= frame.y && box.y + box.height <= frame.y + frame.height
      }
      await expect.poll(isInView).toBe(true)
      expect(address(page)).toBe(`${timeline}/embed?lang=en#${id}#?secret=${secret}`)
    })
  })

  test('chips, the form and its removal work, by mouse and by keyboard [fault 8.2]', async () => {
    await post(`${timeline}?lang=zh-Hans`, async (page) => {
      const frame = frameOf(page)
      const search = () => address(page).slice(`${timeline}/embed`.length)
      await frame.locator('.lane-name', { hasText: '奋战2020' }).click()
      await expect.poll(search).toBe(`?theme=all-out-2020&lang=zh-Hans#?secret=${secret}`)
      await frame.locator('summary', { hasText: '更多筛选' }).click()
      await frame.locator('input[name=from]').fill('2020-03-01')
      await frame.locator('form button').click()
      await expect
        .poll(search)
        .toBe(`?lang=zh-Hans&theme=all-out-2020&from=2020-03-01#?secret=${secret}`)
      await frame.locator('form a').click()
      await expect.poll(search).toBe(`?lang=zh-Hans#?secret=${secret}`)
      await frame.locator('summary', { hasText: '更多筛选' }).click()
      await frame.locator('input[name=q]').fill('复工')
      await frame.locator('input[name=q]').press('Enter')
      await expect.poll(search).toBe(`?lang=zh-Hans&q=复工#?secret=${secret}`)
      await frame.locator('.conditions a').first().click()
      await expect.poll(() => frame.locator('article').count()).toBe(31)
      // The frame still tells its height.
      await expect.poll(async () => (await page.locator('iframe').boundingBox())?.height).toBe(1000)
    })
  })

  test('a filter that is refused is mended or cleared within, and has its own height', async () => {
    const use = async (page: Page): Promise<void> => {
      const frame = frameOf(page)
      const height = async () => (await page.locator('iframe').boundingBox())?.height
      const search = () => address(page).slice(`${timeline}/embed`.length)
      const refuse = async (): Promise<void> => {
        // It is open where it has a filter.
        const folded = frame.locator('.filter:not([open]) > summary')
        if ((await folded.count()) > 0) await folded.click()
        await frame.locator('input[name=from]').fill('2020-03-13')
        await frame.locator('input[name=to]').fill('2020-01-01')
        await frame.locator('form button').click()
        await frame.getByRole('heading', { name: 'This filter could not be read' }).waitFor()
      }
      await refuse()
      await expect.poll(height).toBeLessThan(1000)
      await frame.locator('input[name=from]').fill('2020-03-06')
      await frame.locator('input[name=to]').fill('2020-03-06')
      await frame.locator('form button').click()
      await frame.locator('#all-out-2020-meeting').waitFor()
      expect(await frame.locator('article').count()).toBeLessThan(31)
      expect(search()).toContain(`#?secret=${secret}`)
      await refuse()
      await frame.getByRole('link', { name: 'Clear the filter' }).click()
      await expect.poll(() => frame.locator('article').count()).toBe(31)
      expect(search()).toBe(`?lang=en#?secret=${secret}`)
      await expect.poll(height).toBe(1000)
      expect(page.url()).toBe(`${host.origin}/`)
    }
    await post(`${timeline}?lang=en`, use, { excused: /status of 400/ })
  })

  test('marks of the picture lead to the cards of their events, again after scrolling away', async () => {
    await post(`${timeline}?lang=en`, async (page) => {
      const frame = frameOf(page)
      for (const mark of [frame.locator('svg.plot a').last(), frame.locator('.ring').first()]) {
        const id = (await mark.getAttribute('href'))?.slice(1)
        const card = frame.locator(`#${id}.highlighted`)
        const y = async () => Math.round((await card.boundingBox())?.y ?? Infinity)
        await mark.dispatchEvent('click')
        await card.waitFor()
        expect(await frame.locator('.highlighted').count()).toBe(1)
        expect(address(page)).toBe(`${timeline}/embed?lang=en#${id}#?secret=${secret}`)
        await expect.poll(y).toBeLessThan(1400)
        const there = await y()
        await frame.locator('h1').evaluate('scrollTo(0, 0)')
        await expect.poll(y).not.toBe(there)
        await mark.dispatchEvent('click')
        await expect.poll(y).toBe(there)
      }
      expect(page.url()).toBe(`${host.origin}/`)
    })
  })

  test('marks of the picture alone lead to the pages of their events', async () => {
    await post(`${timeline}?layout=picture&lang=en`, async (page) => {
      const mark = frameOf(page).locator('svg.plot a').first()
      const href = (await mark.getAttribute('href')) ?? ''
      expect(href).toContain('/events/')
      // WordPress follows a link only of the frame that has the focus.
      await page.locator('iframe').focus()
      await mark.dispatchEvent('click')
      await expect.poll(() => page.url()).toBe(service.origin + href)
    })
  })

  test('bars of counts filter within', async () => {
    await post('/timelines/long?lang=en', async (page) => {
      const bar = frameOf(page).locator('.bin').nth(1)
      const href = (await bar.getAttribute('href')) ?? ''
      expect(href).toContain('/embed?from=')
      await bar.dispatchEvent('click')
      await expect.poll(() => address(page)).toBe(`${href}#?secret=${secret}`)
      expect(page.url()).toBe(`${host.origin}/`)
    })
  })

  test('its own links lead the reader there, and those to others to the event [fault 8.2]', async () => {
    const event = `${timeline}/events/all-out-2020-meeting?lang=zh-Hans`
    const presses: Readonly<Record<string, (page: Page) => Promise<void>>> = {
      [`${timeline}?lang=zh-Hans`]: (page) => frameOf(page).locator('h1 a').click(),
      [event]: (page) => frameOf(page).locator('#all-out-2020-meeting h3 a').click(),
      [`${timeline}/subscribe?lang=zh-Hans`]: async (page) => {
        await frameOf(page).locator('.menu-button').first().click()
        await frameOf(page).getByRole('link', { name: '订阅日历' }).first().click()
      },
      // WordPress follows no link to another host: the event's page has it.
      [`${event} `]: async (page) => {
        const one = frameOf(page).locator('#all-out-2020-meeting')
        await one.locator('.menu-button').click()
        await one.getByRole('link', { name: 'Google' }).click()
      },
    }
    for (const [path, press] of Object.entries(presses))
      await post(`${timeline}?lang=zh-Hans`, async (page) => {
        await frameOf(page).locator('article').first().waitFor()
        await press(page)
        await expect.poll(() => page.url()).toBe(service.origin + path.trim())
      })
  })
})
