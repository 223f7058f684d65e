// The element's controls as a reader without a mouse uses them, and its attributes as scripts set them.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { hostPage, openService, openSite, type Site } from './site.ts'
import { long, seed } from './timelines.ts'
import { visit as visitPage, type Visit } from './visit.ts'

describe.skipIf('missing' in inject('chromium'))('the controls of the element', () => {
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

  const element = (attributes = 'loading="eager"', timeline = 'fusha-2020') =>
    `<event-timeline src="${service.origin}/timelines/${timeline}" lang="en" ${attributes}></event-timeline>`

  const visit = (
    markup: string,
    use: (page: Page) => Promise<void>,
    options: Partial<Visit> = {},
  ): Promise<void> => {
    body = `<script type="module" src="${service.origin}/widget/v1/event-timeline.js"></script>${markup}`
    return visitPage(
      browser,
      `${host.origin}/`,
      {
        origins: [host.origin, service.origin],
        viewport: { width: 1000, height: 900 },
        before: `globalThis.told = []; for (const name of ['load', 'filter', 'error']) addEventListener('etl:' + name, () => told.push(name))`,
        ...options,
      },
      use,
    )
  }

  const drawn = (page: Page) => page.locator('event-timeline article').first().waitFor()
  const told = (page: Page) => page.evaluate<string[]>('told')
  const active = (page: Page) =>
    page.evaluate<string | undefined>(
      "document.querySelector('event-timeline').shadowRoot.activeElement?.textContent.trim()",
    )

  test('a gap whose page failed is filled when its button is pressed again', async () => {
    await visit(
      element('loading="eager"', 'long'),
      async (page) => {
        await drawn(page)
        await page.route(/cursor=/, (route) => route.abort())
        const gap = page.locator('event-timeline .month-gap button').last()
        await gap.focus()
        await expect.poll(() => told(page)).toContain('error')
        await page.unroute(/cursor=/)
        await page.keyboard.press('Enter')
        await expect.poll(() => active(page)).toBe('Event 200')
        expect(await page.locator('event-timeline .load-state').isVisible()).toBe(false)
      },
      { viewport: { width: 800, height: 100 }, excused: /Failed to load|<event-timeline>/ },
    )
  })

  test('a filter whose list needs a file that does not come leaves what is shown whole', async () => {
    await visit(
      element('loading="eager" q="Event 200"', 'long'),
      async (page) => {
        await drawn(page)
        const count = page.locator('event-timeline .event-count')
        const before = await count.textContent()
        await page.route(/long\.js/, (route) => route.abort())
        await page.locator('event-timeline .conditions a').first().click()
        const state = page.locator('event-timeline .load-state')
        await state.getByText('This is what was loaded before.').waitFor()
        expect(await count.textContent()).toBe(before)
        expect(await page.locator('event-timeline .conditions a').count()).toBeGreaterThan(0)
        await page.unroute(/long\.js/)
        await state.getByRole('button').click()
        await expect.poll(() => state.isVisible()).toBe(false)
        expect(await count.textContent()).not.toBe(before)
      },
      { excused: /Failed to load|<event-timeline>|ERR_FAILED/ },
    )
  })

  test('the menu opens for one event after another, and its button closes it, by keyboard', async () => {
    await visit(element(), async (page) => {
      await drawn(page)
      const button = (index: number) => page.locator('event-timeline .menu-button').nth(index)
      const menu = page.locator('event-timeline .menu')
      const distance = async () => {
        const [a, b] = [await menu.boundingBox(), await button(3).boundingBox()]
        return Math.abs((a?.y ?? Infinity) - (b?.y ?? 0))
      }
      await button(0).press('Enter')
      await menu.waitFor()
      await button(3).press('Enter')
      const id = await page.locator('event-timeline article').nth(3).getAttribute('id')
      await expect
        .poll(() => menu.getByText('Permalink').getAttribute('href'))
        .toContain(`/events/${id}`)
      await expect.poll(distance).toBeLessThan(400)
      await menu.getByRole('link').first().focus()
      await page.keyboard.press('Escape')
      await menu.waitFor({ state: 'hidden' })
      const focused = "document.querySelector('event-timeline').shadowRoot.activeElement"
      expect(await page.evaluate(`${focused}?.closest('article')?.id`)).toBe(id)
      expect(await page.evaluate(`${focused}.matches('.menu-button')`)).toBe(true)
      await button(3).press('Enter')
      await menu.waitFor()
      await button(3).press('Enter')
      await menu.waitFor({ state: 'hidden' })
    })
  })

  test('a filter stays where the page’s address cannot take it', async () => {
    const before =
      "globalThis.told = []; addEventListener('etl:filter', () => told.push('filter')); history.pushState = () => { throw new DOMException('refused', 'SecurityError') }"
    await visit(
      element('loading="eager" sync="hash"'),
      async (page) => {
        await drawn(page)
        await page.locator('event-timeline .lane-name').nth(1).click()
        await page.locator('event-timeline .lane-name[aria-current]').waitFor()
        await expect
          .poll(() => page.locator('event-timeline article').count())
          .toBeLessThan(seed.events.length)
        expect(await told(page)).toEqual(['filter'])
      },
      { before },
    )
  })

  test('a filter, and loading anew, show the edition that was published since, in its title, too', async () => {
    await visit(element('loading="eager" layout="compact"'), async (page) => {
      await drawn(page)
      const published = async (title: string, number: number) => {
        await page.unrouteAll()
        await page.route('**/v1/timelines/fusha-2020*', async (route) => {
          const response = await route.fetch()
          const answer = (await response.json()) as { edition: { published: string } }
          const edition = { ...answer.edition, number }
          await route.fulfill({ response, json: { ...answer, title: { en: title }, edition } })
        })
        await page.route('**/v1/timelines/fusha-2020/events?*', async (route) => {
          const response = await route.fetch()
          const answer = (await response.json()) as object
          await route.fulfill({ response, json: { ...answer, edition: number } })
        })
      }
      const title = page.locator('event-timeline .title')
      const footer = page.locator('event-timeline .footer')
      await published('The second title', 2)
      await page.locator('event-timeline .chips a', { hasText: 'All out' }).click()
      await expect.poll(() => title.textContent()).toBe('The second title')
      await expect.poll(() => footer.textContent()).toContain('Edition 2')
      expect(await title.count()).toBe(1)
      await expect.poll(() => active(page)).toContain('All out')
      await published('The third title', 3)
      await page.evaluate("document.querySelector('event-timeline').reload()")
      await expect.poll(() => title.textContent()).toBe('The third title')
      await page.locator('event-timeline .menu-button').first().click()
      const citation = page.locator('event-timeline [data-copy]')
      expect(await citation.getAttribute('data-copy')).toContain('edition 3')
      expect(await told(page)).toEqual(['load', 'filter', 'load', 'load'])
    })
  })

  test('loading="eager" starts it, and starts nothing again; nor does an attribute that stays', async () => {
    await visit(`<p style="height:5000px"></p>${element('')}`, async (page) => {
      const set = (name: string, value: string) =>
        page.evaluate(
          `document.querySelector('event-timeline').setAttribute('${name}', '${value}')`,
        )
      await set('loading', 'eager')
      await drawn(page)
      expect(await told(page)).toEqual(['load'])
      await page.locator('event-timeline .lane-name').nth(1).click()
      const chosen = page.locator('event-timeline .lane-name[aria-current]')
      await chosen.waitFor()
      await set('lang', 'en')
      await set('loading', 'lazy')
      await set('loading', 'eager')
      await page.evaluate('new Promise(requestAnimationFrame)')
      expect(await chosen.count()).toBe(1)
      expect(await told(page)).toEqual(['load', 'filter'])
    })
  })

  test('it is not busy once it is removed', async () => {
    await visit('', async (page) => {
      await page.route('**/v1/**', () => undefined)
      const busy = await page.evaluate(`(async () => {
        await customElements.whenDefined('event-timeline')
        const one = document.createElement('event-timeline')
        one.setAttribute('src', '${service.origin}/timelines/fusha-2020')
        one.setAttribute('loading', 'eager')
        document.body.append(one)
        const during = one.getAttribute('aria-busy')
        one.remove()
        return [during, one.getAttribute('aria-busy')]
      })()`)
      expect(busy).toEqual(['true', null])
    })
  })
})
