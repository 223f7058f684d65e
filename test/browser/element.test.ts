// The element under every condition of a reader and of the network. What it does for its host is in
// widget.test.ts, what the documentation shows in embedding.test.ts.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { sampled } from '../support/extent.ts'
import { hostPage, openService, openSite, type Site } from './site.ts'
import { allOut, long, rightToLeft, seed } from './timelines.ts'
import { visit as visitPage, type Visit } from './visit.ts'

describe.skipIf('missing' in inject('chromium'))('the element', () => {
  let browser: Browser
  let service: Site
  let host: Site
  let body = ''

  beforeAll(async () => {
    browser = await launchChromium()
    service = await openService([seed, rightToLeft, long])
    host = await openSite(() => hostPage(body))
  })
  afterAll(async () => {
    await browser.close()
    await Promise.all([service.close(), host.close()])
  })
  beforeEach(() => {
    service.requests.length = 0
  })

  const element = (attributes = '', timeline = 'fusha-2020') =>
    `<event-timeline src="${service.origin}/timelines/${timeline}" lang="zh-Hans" ${attributes}><a href="/fallback">fallback</a></event-timeline>`

  const visit = (
    markup: string,
    options: Partial<Visit>,
    use: (page: Page) => Promise<void>,
  ): Promise<void> => {
    body = `<script type="module" src="${service.origin}/widget/v1/event-timeline.js"></script>${markup}`
    return visitPage(
      browser,
      `${host.origin}/`,
      {
        origins: [host.origin, service.origin],
        viewport: { width: 1000, height: 900 },
        before: `globalThis.told = []; for (const name of ['load', 'render', 'filter', 'toggle', 'error']) addEventListener('etl:' + name, ({ detail }) => told.push([name, detail]))`,
        ...options,
      },
      use,
    )
  }

  const articles = (page: Page) => page.locator('event-timeline article')
  const drawn = (page: Page) => articles(page).first().waitFor()
  const told = (page: Page) => page.evaluate<[string, Record<string, unknown>][]>('told')
  const api = '**/v1/timelines/**'
  const asked = () => service.requests.filter((path) => path.startsWith('/v1/'))

  test('a long list is filled before it is printed', async () => {
    await visit(
      element('loading="eager" lang="en"', 'long'),
      { viewport: { width: 800, height: 300 } },
      async (page) => {
        await drawn(page)
        expect(await articles(page).count()).toBeLessThan(100)
        await page.pdf()
        expect(await articles(page).count()).toBe(long.events.length)
      },
    )
  })

  describe('while its service fails', () => {
    const excused = /Failed to load resource|^<event-timeline> /

    test('says so, keeps its child, and loads when it is asked to try again', async () => {
      await visit('', { excused }, async (page) => {
        await page.route(api, (route) => route.abort())
        await page.evaluate(
          `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(element('loading="eager"'))})`,
        )
        const state = page.locator('event-timeline .load-state')
        await state.getByRole('button', { name: '重试' }).waitFor()
        expect(await page.getByText('fallback').isVisible()).toBe(true)
        expect((await told(page)).map(([name]) => name)).toEqual(['error'])
        await page.unroute(api)
        await state.getByRole('button').click()
        await drawn(page)
        expect(await state.isVisible()).toBe(false)
        expect(await page.getByText('fallback').isVisible()).toBe(false)
      })
    })

    test('keeps what was loaded, says that it is stale, and catches up', async () => {
      await visit(element('loading="eager"'), { excused }, async (page) => {
        await drawn(page)
        const before = await articles(page).count()
        await page.route(api, (route) => route.fulfill({ status: 503, body: '{}' }))
        await page.locator('event-timeline .lane-name', { hasText: '奋战2020' }).click()
        const state = page.locator('event-timeline .load-state')
        await state.getByText('服务器暂时不可用。').waitFor()
        expect(await state.textContent()).toContain('显示的是先前载入的内容。')
        expect(await articles(page).count()).toBe(before)
        expect((await told(page)).at(-1)?.[0]).toBe('error')
        await page.unroute(api)
        await state.getByRole('button').click()
        await expect.poll(() => articles(page).count()).toBe(allOut)
        expect(await state.isVisible()).toBe(false)
      })
    })
  })

  test('a shared address whose filter no longer holds can be cleared', async () => {
    await visit('', { excused: /Failed to load resource|^<event-timeline> / }, async (page) => {
      const markup = JSON.stringify(element('loading="eager" sync="hash"'))
      await page.evaluate(
        `location.hash = 'fusha-2020?theme=gone'; document.body.insertAdjacentHTML('beforeend', ${markup})`,
      )
      const state = page.locator('event-timeline .load-state')
      await state.getByText('没有这个主题').waitFor()
      await state.getByRole('link', { name: '清除筛选' }).press('Enter')
      await drawn(page)
      expect(await state.isVisible()).toBe(false)
      expect(new URL(page.url()).hash).toBe('')
      // So it is for a list that is shown already, to which Back returns.
      await page.goBack()
      await state.getByText('没有这个主题').waitFor()
      expect(await state.textContent()).toContain('显示的是先前载入的内容。')
      await state.getByRole('link', { name: '清除筛选' }).click()
      await expect.poll(() => state.isVisible()).toBe(false)
    })
  })

  test('says why it can never show what is asked for, and offers no second try [fault 6.2]', async () => {
    const wrong = [
      element('loading="eager" theme="nothing"'),
      element('loading="eager" from="2020-02-30"').replace('zh-Hans', 'en'),
      element('loading="eager"', 'unknown'),
      element('loading="eager"', 'Fusha'),
    ]
    const heard: string[] = []
    await visit('', { excused: /Failed to load resource|^<event-timeline> / }, async (page) => {
      page.on('console', (message) => heard.push(message.text()))
      await page.evaluate(
        `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(wrong.join(''))})`,
      )
      const states = page.locator('event-timeline .load-state')
      const texts = async () =>
        (await states.allTextContents()).map((text) => text.replaceAll(/\s+/g, ' ').trim())
      await expect
        .poll(texts)
        .toEqual([
          expect.stringMatching(/^参数.*：theme：.*没有这个主题$/),
          expect.stringMatching(/^A .*: from: no such day/),
          expect.stringMatching(/^这个网址没有内容：/),
          expect.stringMatching(/^无法显示时间线：src /),
        ])
      expect(await states.getByRole('button').count()).toBe(0)
      for (const child of await page.getByText('fallback').all())
        expect(await child.isVisible()).toBe(true)
      const isAsked = /^\/v1\/timelines\/(?:fusha-2020|unknown)/
      expect(asked().filter((path) => !isAsked.test(path))).toEqual([])
      const errors = (await told(page)).map(([, detail]) => detail)
      expect(errors.map(({ message }) => message).toSorted()).toEqual((await texts()).toSorted())
      for (const message of await texts()) expect(heard).toContain(`<event-timeline> ${message}`)
      expect(errors.map(({ status, type }) => [status, type].join(' ')).toSorted()).toEqual([
        ' ',
        expect.stringMatching(/^400 .*invalid-parameter$/),
        expect.stringMatching(/^400 .*invalid-parameter$/),
        expect.stringMatching(/^404 .*not-found$/),
      ])
    })
  })

  test('shows at most `limit` events, and links to all of them', async () => {
    await visit(element('loading="eager" limit="5"'), {}, async (page) => {
      await drawn(page)
      await page.evaluate('scrollTo(0, document.body.scrollHeight)')
      expect(await articles(page).count()).toBe(5)
      expect(await page.locator('event-timeline .month-gap').count()).toBe(0)
      const all = page.locator('event-timeline footer a', { hasText: '全部31个事件' })
      expect(await all.getAttribute('href')).toContain('/timelines/fusha-2020')
    })
  })

  test('a `limit` that is none is left out of account', async () => {
    for (const limit of sampled(['0', '501', 'many'], 3)) {
      const excused = /^<event-timeline> ignores limit=/
      await visit(element(`loading="eager" limit="${limit}"`), { excused }, async (page) => {
        await drawn(page)
        expect(await page.locator('event-timeline .month').count()).toBe(5)
      })
    }
  })

  test('waits until it comes near, unless it is eager', async () => {
    await visit(`<div style="height:5000px"></div>${element()}`, {}, async (page) => {
      await page.waitForFunction("customElements.get('event-timeline') !== undefined")
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))')
      expect(asked()).toEqual([])
      await page.evaluate('scrollTo(0, 4500)')
      await drawn(page)
      expect(asked().length).toBeGreaterThan(0)
    })
  })

  test('compact leaves summaries and overview out, and the level of headings is the site’s', async () => {
    await visit(element('loading="eager" layout="compact" heading-level="3"'), {}, async (page) => {
      await drawn(page)
      expect(await page.locator('event-timeline .event-summary').first().isVisible()).toBe(false)
      expect(await page.locator('event-timeline .picture').count()).toBe(0)
      const levels = await page.evaluate(
        "[...new Set([...document.querySelector('event-timeline').shadowRoot.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => tagName))]",
      )
      expect(levels).toEqual(['H3', 'H4', 'H5'])
    })
  })

  test('print shows every event, quotation and source', async () => {
    await visit(
      element('loading="eager"'),
      { viewport: { width: 800, height: 300 } },
      async (page) => {
        await drawn(page)
        await page.pdf()
        expect(await articles(page).count()).toBe(31)
        await page.emulateMedia({ media: 'print' })
        for (const selector of ['blockquote', 'blockquote footer']) {
          const heights = await page.evaluate<number[]>(
            `[...document.querySelector('event-timeline').shadowRoot.querySelectorAll('${selector}')].map((one) => one.getBoundingClientRect().height)`,
          )
          expect(heights).toHaveLength(31)
          expect(Math.min(...heights)).toBeGreaterThan(12)
        }
        expect(await page.locator('event-timeline .picture').isVisible()).toBe(true)
        // Headings that stick would be printed over the event to which the page was scrolled.
        const positions = await page.evaluate<string[]>(
          "[...document.querySelector('event-timeline').shadowRoot.querySelectorAll('[part~=month]')].map((one) => getComputedStyle(one).position)",
        )
        expect(new Set(positions)).toEqual(new Set(['static']))
      },
    )
  })

  test('forced colours keep the markers; reduced motion moves nothing', async () => {
    await visit(
      element('loading="eager"'),
      { forcedColors: 'active', reducedMotion: 'reduce' },
      async (page) => {
        await drawn(page)
        const [marker, moving] = await page.evaluate<[string, string[]]>(`(() => {
          const root = document.querySelector('event-timeline').shadowRoot
          const isMoving = (one) => getComputedStyle(one).transitionDuration !== '0s' || getComputedStyle(one).animationName !== 'none'
          return [
            getComputedStyle(root.querySelector('.dot')).strokeWidth,
            [...root.querySelectorAll('.etl *')].filter(isMoving).map(({ outerHTML }) => outerHTML.slice(0, 80)),
          ]
        })()`)
        expect(marker).toBe('1.5px')
        expect(moving).toEqual([])
      },
    )
  })

  test('text of twice the size needs no scrolling sideways', async () => {
    await visit(
      element('loading="eager"'),
      { viewport: { width: 640, height: 900 } },
      async (page) => {
        const session = await page.context().newCDPSession(page)
        await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
        await page.reload()
        await drawn(page)
        expect(
          await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'),
        ).toBeLessThanOrEqual(0)
      },
    )
  })

  test('takes the direction of its site', async () => {
    await visit(
      `<div dir="rtl">${element('loading="eager"', 'right-to-left')}</div>`,
      {},
      async (page) => {
        await drawn(page)
        const box = (selector: string) =>
          page.locator(`event-timeline article ${selector}`).first().boundingBox()
        expect((await box('.event-date'))?.x).toBeGreaterThan(
          (await box('.event-body'))?.x ?? Infinity,
        )
        expect(
          await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'),
        ).toBe(0)
      },
    )
  })

  test('prints the same dates in every time zone, those of the page', async () => {
    const texts: string[] = []
    for (const timezoneId of sampled(['America/New_York', 'Asia/Shanghai'], 2))
      await visit(element('loading="eager"'), { timezoneId }, async (page) => {
        await drawn(page)
        await page.pdf()
        texts.push((await page.locator('event-timeline .event-date').allTextContents()).join())
      })
    await visitPage(
      browser,
      `${service.origin}/timelines/fusha-2020?lang=zh-Hans`,
      { origins: [service.origin] },
      async (page) => {
        texts.push((await page.locator('.event-date').allTextContents()).join())
      },
    )
    expect(texts[0]).toContain('2020-03-13 07:45')
    expect(new Set(texts).size).toBe(1)
  })

  test.each(sampled(['zh-Hant', 'en'], 2))(
    'says the same as the page of the service in %s',
    async (lang) => {
      const all = (root: string) =>
        `[...${root}.querySelectorAll('article')].map((one) => one.textContent.replace(/\\s+/g, ' '))`
      await visit(element('loading="eager"').replace('zh-Hans', lang), {}, async (page) => {
        await drawn(page)
        await page.pdf()
        const own = await page.evaluate<string[]>(
          all("document.querySelector('event-timeline').shadowRoot"),
        )
        await page.goto(`${service.origin}/timelines/fusha-2020?lang=${lang}`)
        // Menus stand in the page and are loaded by the element.
        await page.evaluate("for (const one of document.querySelectorAll('.menu')) one.remove()")
        expect(own).toHaveLength(31)
        expect(own).toEqual(await page.evaluate(all('document')))
      })
    },
  )

  test('put in and taken out again and again, it leaves no node and no listener', async () => {
    await visit('', {}, async (page) => {
      const session = await page.context().newCDPSession(page)
      await session.send('Performance.enable')
      const rounds = async (count: number) => {
        await page.evaluate(`(async () => {
          for (let round = 0; round < ${count}; round++) {
            document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(element('loading="eager"'))})
            const one = document.querySelector('event-timeline')
            await new Promise((done) => one.addEventListener('etl:render', done))
            one.remove()
          }
        })()`)
        await page.waitForLoadState('networkidle')
      }
      const held = async () => {
        await session.send('HeapProfiler.collectGarbage')
        const { metrics } = await session.send('Performance.getMetrics')
        const value = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0
        return { nodes: value('Nodes'), listeners: value('JSEventListeners') }
      }
      await rounds(2)
      const early = await held()
      expect(early.nodes).toBeGreaterThan(5)
      await rounds(10)
      // One of them has thousands of nodes and a dozen listeners. What is only weakly held, or by a task
      // that is not over yet, goes with a later collection.
      await expect
        .poll(async () => {
          const { nodes, listeners } = await held()
          return nodes - early.nodes < 50 && listeners - early.listeners < 3
        })
        .toBe(true)
    })
  })
})
