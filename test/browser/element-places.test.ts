// The element in awkward places and moments: parents that shrink, slow and failing services, a keyboard
// that must not lose its place, a page that stands still while things arrive.
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { document, event } from '../support/document.ts'
import { launchChromium } from '../support/chromium.ts'
import { focused } from './keyboard.ts'
import { hostPage, openService, openSite, release, type Site } from './site.ts'
import { allOut, rightToLeft, seed } from './timelines.ts'
import { visit as visitPage, type Visit } from './visit.ts'

/** Those by which readers open a link elsewhere. */
const clicks: NonNullable<Parameters<Locator['click']>[0]>[] = [
  { modifiers: ['ControlOrMeta'] },
  { modifiers: ['Shift'] },
  { button: 'middle' },
]

const themed = document({
  id: 'themed',
  themes: Array.from({ length: 14 }, (_, i) => ({ id: `t-${i}`, label: `Theme ${i}` })),
  events: Array.from({ length: 14 }, (_, i) =>
    event({ id: `e-${i}`, date: '2020-02-01', kind: 'point', themes: [`t-${i}`] }),
  ),
})

describe.skipIf('missing' in inject('chromium'))('the element', () => {
  let browser: Browser
  let service: Site
  let host: Site
  let body = ''

  beforeAll(async () => {
    browser = await launchChromium()
    service = await openService([seed, rightToLeft, themed])
    host = await openSite(() => hostPage(body))
  })
  afterAll(async () => {
    await browser.close()
    await Promise.all([service.close(), host.close()])
  })

  const element = (attributes = '', timeline = 'fusha-2020') =>
    `<event-timeline src="${service.origin}/timelines/${timeline}" lang="zh-Hans" loading="eager" ${attributes}><a href="/fallback">fallback</a></event-timeline>`

  const visit = (
    markup: string,
    options: Partial<Visit> & { readonly path?: string },
    use: (page: Page) => Promise<void>,
  ): Promise<void> => {
    body = `<script type="module" src="${service.origin}/widget/v1/event-timeline.js"></script>${markup}`
    const { path = '/', ...others } = options
    return visitPage(
      browser,
      host.origin + path,
      {
        origins: [host.origin, service.origin],
        viewport: { width: 1000, height: 900 },
        before: `globalThis.told = []; addEventListener('etl:error', ({ detail }) => told.push(detail.message))
          globalThis.shifts = 0; new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shifts += value }).observe({ type: 'layout-shift', buffered: true })`,
        ...others,
      },
      use,
    )
  }

  const marks = (place: Page | FrameLocator) => place.locator('event-timeline .plot:visible a')
  const articles = (page: Page) => page.locator('event-timeline article')
  const drawn = (page: Page) => articles(page).first().waitFor()
  const state = (page: Page) => page.locator('event-timeline .load-state')
  const openFilter = async (page: Page) => {
    await page.locator('event-timeline .filter summary').click()
    await page.locator('event-timeline form').waitFor()
  }
  const excused = /Failed to load resource|net::ERR|^<event-timeline> /

  test.each([
    ['a dialog', (inner: string) => `<dialog open>${inner}</dialog>`],
    ['a row', (inner: string) => `<div style="display:flex"><p>x</p>${inner}</div>`],
    [
      'a column that centres',
      (inner: string) =>
        `<div style="display:flex;flex-direction:column;align-items:center">${inner}</div>`,
    ],
    ['a float', (inner: string) => `<div style="float:left">${inner}</div>`],
    ['a table', (inner: string) => `<table><tr><td>${inner}</td></tr></table>`],
  ])('has a width of its own in %s, and fits a phone', async (_, wrap) => {
    await visit(wrap(element('limit="3"')), {}, async (page) => {
      await drawn(page)
      const width = () =>
        page.evaluate<number>("document.querySelector('event-timeline').clientWidth")
      expect(await width()).toBeGreaterThan(600)
      await page.setViewportSize({ width: 375, height: 700 })
      expect(await width()).toBeGreaterThan(280)
      expect(await width()).toBeLessThanOrEqual(375)
    })
  })

  test('says that it loads, and shows while it filters', async () => {
    await visit('', {}, async (page) => {
      const answers: (() => void)[] = []
      await page.route('**/v1/timelines/**', async (route) => {
        await new Promise<void>((resolve) => answers.push(resolve))
        await route.continue()
      })
      await page.evaluate(
        `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(element())})`,
      )
      await state(page).waitFor()
      expect(await state(page).textContent()).toBe('正在载入时间线…')
      const isBusy = () => page.locator('event-timeline').getAttribute('aria-busy')
      expect(await isBusy()).toBe('true')
      await expect.poll(() => answers.length).toBe(2)
      for (const answer of answers) answer()
      await drawn(page)
      expect(await state(page).isVisible()).toBe(false)
      await expect.poll(isBusy).toBe(null)
    })
  })

  test('tells of a failure beside the filter, not below the list', async () => {
    await visit(element(), { excused }, async (page) => {
      await drawn(page)
      await page.route('**/v1/timelines/**', (route) => route.fulfill({ status: 503, body: '{}' }))
      await page.locator('event-timeline .lane-name', { hasText: '奋战2020' }).click()
      await state(page).getByRole('button').waitFor()
      const box = await state(page).boundingBox()
      expect(box?.y).toBeLessThan((await articles(page).first().boundingBox())?.y ?? 0)
      await page.unroute('**/v1/timelines/**')
      await state(page).getByRole('button').press('Enter')
      await expect.poll(() => articles(page).count()).toBe(allOut)
      expect((await focused(page))?.name).toContain('奋战2020')
    })
  })

  test('the keyboard keeps its place in form and notes', async () => {
    await visit(element(), {}, async (page) => {
      await drawn(page)
      await openFilter(page)
      const field = page.locator('event-timeline input[type=search]')
      await field.fill('没有这个词')
      await field.press('Enter')
      await page.locator('event-timeline .empty').waitFor()
      await expect.poll(async () => (await focused(page))?.name).toMatch(/^input/)
      await page.locator('event-timeline form a').press('Enter')
      await expect.poll(() => articles(page).count()).toBe(31)
      await expect.poll(async () => (await focused(page))?.name).toMatch(/^button/)
      await page.locator('event-timeline input[name=from]').fill('2020-02-01')
      await page.locator('event-timeline form button').click()
      await page.locator('event-timeline .notice a').press('Enter')
      await expect.poll(() => page.locator('event-timeline .notice a').count()).toBe(0)
      await expect.poll(async () => (await focused(page))?.name).toMatch(/^a 疫情防控/)
    })
  })

  test('the keyboard keeps its place where a chip of many is folded up again', async () => {
    await visit(element('layout="compact"', 'themed'), {}, async (page) => {
      await drawn(page)
      await page.locator('event-timeline .chips summary').press('Enter')
      await page.locator('event-timeline .chips .chips a').last().press('Enter')
      await expect.poll(() => articles(page).count()).toBe(1)
      await expect.poll(async () => (await focused(page))?.name).toMatch(/^summary 另外/)
    })
  })

  test('goes to the event of the address once, not at every filter', async () => {
    await visit(element(), { path: '/#report-published' }, async (page) => {
      await page.locator('event-timeline #report-published.highlighted').waitFor()
      await page.evaluate('scrollTo(0, 0)')
      await page.locator('event-timeline .lane-name', { hasText: '疫情防控' }).click()
      await expect.poll(() => articles(page).count()).toBe(19)
      await page.waitForLoadState('networkidle')
      expect(await page.evaluate('scrollY')).toBeLessThan(200)
    })
  })

  test('filters and leads to cards in a document without an address, and under <base>', async () => {
    await visit('', {}, async (page) => {
      await page.evaluate(
        `document.body.insertAdjacentHTML('beforeend', '<iframe width="900" height="800"></iframe>')
        document.querySelector('iframe').src = 'data:text/html,' + encodeURIComponent(${JSON.stringify(body + element())})`,
      )
      const frame = page.frameLocator('iframe')
      const cards = frame.locator('event-timeline article')
      await cards.first().waitFor()
      await frame.locator('event-timeline .filter summary').click()
      await frame.locator('event-timeline input[name=from]').fill('2020-02-01')
      await frame.locator('event-timeline form button').click()
      await expect.poll(() => cards.count()).toBeLessThan(31)
    })
    await visit(`<base href="/elsewhere/">${element()}`, {}, async (page) => {
      await drawn(page)
      await marks(page).first().dispatchEvent('click')
      await page.locator('event-timeline article.highlighted').waitFor()
      expect(page.url()).toBe(`${host.origin}/`)
    })
  })

  test.each([
    ['a plain one', ''],
    ['one with <base>', '<base href="/elsewhere/" target="_self">'],
    ['one without an address', 'srcdoc'],
  ])(
    'in a document such as %s marks open the pages of their events in new tabs',
    async (_, base) => {
      const isInner = base === 'srcdoc'
      await visit(isInner ? '' : base + element(), {}, async (page) => {
        if (isInner)
          await page.evaluate(
            `document.body.insertAdjacentHTML('beforeend', '<iframe width="900" height="800"></iframe>')
          document.querySelector('iframe').srcdoc = ${JSON.stringify(body + element())}`,
          )
        const place = isInner ? page.frameLocator('iframe') : page
        const cards = place.locator('event-timeline article')
        await cards.first().waitFor()
        const before = await cards.count()
        for (const mark of [marks(place).first(), place.locator('event-timeline .ring').first()]) {
          const href = (await mark.getAttribute('href')) ?? ''
          expect(href).toMatch(`${service.origin}/timelines/fusha-2020/events/`)
          for (const options of clicks) {
            const opened = page.context().waitForEvent('page')
            await mark.click({ ...options, force: true })
            const other = await opened
            await other.waitForURL(href)
            await other.close()
          }
        }
        expect(await place.locator('event-timeline .highlighted').count()).toBe(0)
        expect(await cards.count()).toBe(before)
        await marks(place).first().click({ force: true })
        await place.locator('event-timeline article.highlighted').waitFor()
      })
    },
  )

  test('with sync what the attributes say is not in the address, however they say it', async () => {
    const path = '/#fusha-2020?'
    await visit(element('sync="hash" theme="复工复产"'), { path }, async (page) => {
      await drawn(page)
      const lane = page.locator('event-timeline .lane-name', { hasText: '复工复产' })
      const hash = () => page.evaluate<string>('location.hash')
      for (const expected of ['', '#fusha-2020?', '']) {
        await lane.click()
        await expect.poll(hash).toBe(expected)
        await page.waitForLoadState('networkidle')
      }
    })
  })

  test.each(['q="复工"', 'actor="feng-suhua"', 'from="2020-02-01"', ''])(
    'with %s nothing moves while it loads',
    async (attributes) => {
      await visit(element(attributes), {}, async (page) => {
        await drawn(page)
        await page.waitForLoadState('networkidle')
        expect(await page.evaluate<number>('shifts')).toBeLessThanOrEqual(0.01)
      })
    },
  )

  test('nothing moves on a slow network either, where its child is read meanwhile', async () => {
    await visit('', {}, async (page) => {
      await page.route('**/v1/timelines/**', async (route) => {
        // After two frames what says that it loads has been painted.
        await page.evaluate(
          'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))',
        )
        await route.continue()
      })
      await page.evaluate(
        `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(element('q="复工"'))})`,
      )
      await state(page).waitFor()
      await drawn(page)
      await page.waitForLoadState('networkidle')
      expect(await page.evaluate<number>('shifts')).toBeLessThanOrEqual(0.01)
    })
  })

  test('names the file that cannot be loaded, and leaves nothing of it', async () => {
    await visit('', { excused }, async (page) => {
      await page.route(`**/widget/${release}/event-timeline.zh-Hans.js`, (route) => route.abort())
      await page.evaluate(
        `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(element())})`,
      )
      const file = `${service.origin}/widget/${release}/event-timeline.zh-Hans.js`
      await expect.poll(() => page.evaluate('told')).toEqual([`Error: cannot load ${file}`])
      expect(await page.locator('link[rel=modulepreload]').count()).toBe(0)
      expect(await page.getByText('fallback').isVisible()).toBe(true)
    })
  })

  test('dates keep their order on a site from right to left, and its texts their side', async () => {
    const markup = (direction: string) =>
      `<div dir="${direction}">${element('', 'right-to-left')}</div>`
    for (const direction of ['rtl', 'ltr'])
      await visit(markup(direction), {}, async (page) => {
        await drawn(page)
        const [first, last, ...sides] = await page.evaluate<number[]>(`(() => {
          const root = document.querySelector('event-timeline').shadowRoot
          const text = root.querySelector('article:has(.date-detail) .date').firstChild
          const at = (place) => { const range = new Range(); range.setStart(text, place); range.setEnd(text, place + 1); return range.getBoundingClientRect().x }
          const side = (selector) => { const range = new Range(); range.selectNodeContents(root.querySelector(selector)); const box = range.getBoundingClientRect(); const around = root.querySelector(selector).getBoundingClientRect(); return Math.round(box.left - around.left) }
          return [at(0), at(text.length - 1), side('.event-summary'), side('.event-body > :first-child')]
        })()`)
        expect(first).toBeLessThan(last ?? 0)
        // Both at the side where lines of the site begin.
        for (const side of sides) expect(side > 20).toBe(direction === 'rtl')
      })
  })
})
