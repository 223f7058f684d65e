// Pages in a real browser, as the whole service serves them, under every condition of a reader.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { isFull } from '../support/extent.ts'
import { fontsIn } from './fonts.ts'
import { openService, type Site } from './site.ts'
import { allOut, busy, hostile, many, rightToLeft, seed } from './timelines.ts'
import { visit as visitPage, type Visit } from './visit.ts'

const timeline = '/timelines/fusha-2020'
const everyPage = [
  '/',
  timeline,
  `${timeline}?theme=work-resumption`,
  `${timeline}?actor=cao-fuquan`,
  `${timeline}/events/traffic-police-recalled`,
  `${timeline}/editions`,
  `${timeline}/subscribe`,
  `${timeline}/embed`,
]

/** What it says of the title, the time, the dates, the people and the source, and what it leads to. */
const firstScreen: Readonly<Record<string, readonly string[]>> = {
  'zh-Hans': ['阜沙2020', '50天', '个日期精确到日', '曹富全', '2020-03-13', '订阅日历', '嵌入'],
  'zh-Hant': ['阜沙2020', '50天', '個日期精確到日', '曹富全', '2020-03-13', '訂閱行事曆', '嵌入'],
  en: [
    'Fusha 2020',
    '50 days',
    'dated to the day',
    'Cao Fuquan',
    '2020-03-13',
    'Subscribe',
    'Embed',
  ],
}

describe.skipIf('missing' in inject('chromium'))('pages', () => {
  let browser: Browser
  let service: Site

  beforeAll(async () => {
    browser = await launchChromium()
    service = await openService([seed, many, rightToLeft, hostile, busy])
  })
  afterAll(async () => {
    await browser.close()
    await service.close()
  })

  const visit = (
    path: string,
    options: Partial<Visit>,
    use: (page: Page) => Promise<void>,
  ): Promise<void> =>
    visitPage(browser, service.origin + path, { origins: [service.origin], ...options }, use)

  const overflow = (page: Page): Promise<number> =>
    page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')

  test('each page is one request, stores nothing and asks nobody else', async () => {
    service.requests.length = 0
    const visits = everyPage.map((path) =>
      visit(path, {}, async (page) => {
        await page.waitForLoadState('networkidle')
        expect(await page.locator('h1').count(), path).toBe(1)
      }),
    )
    await Promise.all(visits)
    expect(service.requests.toSorted()).toEqual(everyPage.toSorted())
  })

  test('the page with the code to embed asks only its service, for the widget', async () => {
    await visit(`${timeline}/embed-code?lang=en`, {}, async (page) => {
      await page.locator('event-timeline article').first().waitFor()
      expect(await page.locator('textarea').count()).toBe(3)
    })
  })

  test('the first screen of a phone and of a desk says what, how long, how sure, who and from where', async () => {
    const ends = `[...document.querySelectorAll(
      'h1, .lead, .facts-line, .facts-line ~ p a, .facts-line ~ p time, .plot .dot,' +
      '.actions a[href*="/subscribe"], .actions a[href*="/embed-code"]'
    )].map((one) => [one.className.baseVal ?? one.textContent, one.getBoundingClientRect()])
      .filter(([, { width }]) => width > 0)
      .map(([name, { bottom }]) => [name.trim(), bottom])`
    const screens = async ([lang, told]: readonly [string, readonly string[]]): Promise<void> =>
      visit(`${timeline}?lang=${lang}`, {}, async (page) => {
        for (const [width, height] of [
          [390, 844],
          [1280, 800],
        ] as const) {
          await page.setViewportSize({ width, height })
          const shown = await page.evaluate<[string, number][]>(ends)
          const seen = shown.filter(([, bottom]) => bottom <= height).map(([name]) => name)
          for (const said of told) expect(seen.join('\n'), `${lang} ${width}`).toContain(said)
          expect(seen, `${lang} ${width}`).toContain('dot')
        }
      })
    await Promise.all(Object.entries(firstScreen).map(screens))
  })

  test('Chinese is set in Chinese fonts', async () => {
    await visit(timeline, {}, async (page) => {
      expect(await fontsIn(page, ['.lead'])).toContain('Noto Sans CJK SC')
      expect(await fontsIn(page, ['h1'])).toContain('Noto Serif CJK SC')
    })
  })

  test('text of twice the size needs no scrolling sideways', async () => {
    await visit(timeline, { viewport: { width: 640, height: 900 } }, async (page) => {
      const session = await page.context().newCDPSession(page)
      await session.send('Page.enable')
      await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
      await page.reload()
      expect(
        await page.evaluate<string>(
          "getComputedStyle(document.querySelector('.event-summary')).fontSize",
        ),
      ).toBe('32px')
      expect(await overflow(page)).toBeLessThanOrEqual(0)
    })
  })

  describe('in a window of 320 px with text of twice the size', () => {
    const pages = [
      timeline,
      `${timeline}/events/ten-million-yuan-relief`,
      `${timeline}/subscribe`,
      `${timeline}/embed-code`,
      `${timeline}/editions`,
    ].flatMap((path, i) => {
      const both = ['zh-Hans', 'en'].map((lang) => `${path}?lang=${lang}`)
      // Each page, in one language after the other, or in both.
      return isFull ? both : both.slice(i % 2).slice(0, 1)
    })

    test.each(pages)(
      '%s needs no scrolling sideways and keeps its lines readable',
      async (path) => {
        await visit(path, { viewport: { width: 320, height: 900 } }, async (page) => {
          const session = await page.context().newCDPSession(page)
          await session.send('Page.enable')
          await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
          await page.reload()
          if (path.includes('embed-code'))
            await page.locator('event-timeline article').first().waitFor()
          expect(await overflow(page)).toBeLessThanOrEqual(0)
          const widths = await page.evaluate<number[]>(
            "[...document.querySelectorAll('.content, .facts > dd, .copy-field > label, .clients h3')].map(({ clientWidth }) => clientWidth)",
          )
          expect(widths.length).toBeGreaterThan(0)
          expect(Math.min(...widths)).toBeGreaterThanOrEqual(150)
        })
      },
    )
  })

  test('dark mode has the dark colours', async () => {
    const colors = (page: Page) =>
      page.evaluate<string[]>(`(() => {
        const style = (selector) => getComputedStyle(document.querySelector(selector))
        return [style('.etl').backgroundColor, style('.etl').color, style('.theme-tag.theme-0').color]
      })()`)
    await visit(timeline, { colorScheme: 'dark' }, async (page) => {
      expect(await colors(page)).toEqual([
        'rgb(20, 21, 24)',
        'rgb(235, 232, 226)',
        'rgb(94, 200, 187)',
      ])
      await page.emulateMedia({ colorScheme: 'light' })
      expect(await colors(page)).toEqual([
        'rgb(251, 250, 247)',
        'rgb(29, 27, 24)',
        'rgb(11, 107, 98)',
      ])
    })
  })

  test('the head of a lane keeps to its column, whatever its words', async () => {
    for (const [path, width] of [
      ['/timelines/hostile', 1280],
      ['/timelines/busy', 1280],
      ['/timelines/busy', 320],
    ] as const)
      await visit(path, { viewport: { width, height: 900 } }, async (page) => {
        const beyond = await page.evaluate<string[]>(`[...document.querySelectorAll('.lane-name')]
          .filter((name) => {
            const box = name.getBoundingClientRect()
            const plots = name.parentElement.querySelector('.plots').getBoundingClientRect()
            return name.firstElementChild.getBoundingClientRect().right > box.right + 1 ||
              (box.right > plots.left + 1 && box.bottom > plots.top + 1)
          }).map(({ textContent }) => textContent)`)
        expect(beyond, `${path} at ${width}`).toEqual([])
      })
  })

  test('the way out of a filter stands in the line of its fields', async () => {
    await visit(`${timeline}?lang=en&q=town`, {}, async (page) => {
      const middle = async (selector: string) => {
        const box = await page.locator(`.filter form ${selector}`).boundingBox()
        return box ? box.y + box.height / 2 : Number.NaN
      }
      expect(Math.abs((await middle('a')) - (await middle('button')))).toBeLessThan(2)
    })
  })

  test('no text of the picture touches another, at any width', async () => {
    for (const [path, widths] of [
      [timeline, [320, 800]],
      [`${timeline}?lang=en`, [1280]],
      ['/timelines/many', [1280]],
    ] as const)
      await visit(path, {}, async (page) => {
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 })
          expect(await page.evaluate(touching), `${path} at ${width}`).toEqual([])
        }
      })
  })

  test('forced colours keep the marks and the chosen lane', async () => {
    await visit(`${timeline}?theme=all-out-2020`, { forcedColors: 'active' }, async (page) => {
      const seen = await page.evaluate<string[]>(`[
        getComputedStyle(document.querySelector('.theme-2 .dot')).fill,
        getComputedStyle(document.querySelector('.lane-name[aria-current]')).outlineWidth,
      ]`)
      expect(seen).toEqual(['rgb(179, 38, 30)', '2px'])
    })
  })

  test('reduced motion moves nothing', async () => {
    await visit(timeline, { reducedMotion: 'reduce' }, async (page) => {
      const moving = await page.evaluate<
        string[]
      >(`[...document.querySelectorAll('*')].filter((one) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one)
        return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior !== 'auto'
      }).map(({ outerHTML }) => outerHTML.slice(0, 80))`)
      expect(moving).toEqual([])
      await page.emulateMedia({ reducedMotion: 'no-preference' })
      expect(await page.evaluate('getComputedStyle(document.documentElement).scrollBehavior')).toBe(
        'smooth',
      )
    })
  })

  test('from right to left the dates stand at the right, and nothing overflows', async () => {
    const path = '/timelines/right-to-left'
    await visit(path, { viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.evaluate("document.documentElement.dir = 'rtl'")
      const left = async (selector: string) =>
        (await page.locator(`article ${selector}`).first().boundingBox())?.x ?? Number.NaN
      expect(await left('.event-date')).toBeGreaterThan(await left('.event-body'))
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      await page.setViewportSize({ width: 390, height: 900 })
      expect(await overflow(page)).toBeLessThanOrEqual(0)
    })
  })

  test('prints the same dates in every time zone of its readers', async () => {
    const texts: string[] = []
    for (const timezoneId of ['America/New_York', 'Asia/Shanghai'])
      await visit(timeline, { timezoneId }, async (page) => {
        texts.push((await page.locator('.event-date').allTextContents()).join())
      })
    expect(texts[0]).toContain('2020-03-13 07:45')
    expect(texts[0]).toBe(texts[1])
  })

  describe('without JavaScript', () => {
    const javaScriptEnabled = false

    test('chips filter, and the form filters with them', async () => {
      await visit(timeline, { javaScriptEnabled }, async (page) => {
        const asked = () =>
          Object.fromEntries(
            [...new URL(page.url()).searchParams].filter(([, value]) => value !== ''),
          )
        await page.locator('.lane-name', { hasText: '奋战2020' }).click()
        await expect.poll(asked).toEqual({ theme: 'all-out-2020' })
        await expect.poll(() => page.locator('article').count()).toBe(allOut)
        await page.locator('.filter summary').click()
        await page.locator('input[name=from]').fill('2020-03-12')
        await page.locator('.filter form').getByRole('button').click()
        await expect.poll(asked).toMatchObject({ theme: 'all-out-2020', from: '2020-03-12' })
        await page.waitForLoadState()
        expect(await page.locator('article').count()).toBeLessThan(3)
      })
    })

    test('quotations and menus open, hash links scroll', async () => {
      await visit(timeline, { javaScriptEnabled }, async (page) => {
        await page.locator('summary', { hasText: '原文' }).first().click()
        expect(await page.locator('blockquote').first().isVisible()).toBe(true)
        await page.locator('.menu-button').first().click()
        const items = page.locator('.menu:popover-open a')
        await expect.poll(() => items.count()).toBe(5)
        await page.keyboard.press('Escape')
        await expect.poll(() => items.count()).toBe(0)
        await page.goto(`${service.origin}${timeline}#all-out-2020-meeting`)
        await expect
          .poll(async () => (await page.locator('article:target').boundingBox())?.y)
          .toBeLessThan(200)
      })
    })

    test('pages turn, and go back to the beginning', async () => {
      await visit('/timelines/many?lang=en', { javaScriptEnabled }, async (page) => {
        const first = () => page.locator('article h3').first().textContent()
        expect(await page.locator('article').count()).toBe(100)
        for (const title of ['Event 100', 'Event 200']) {
          await page.locator('a[rel=next]').click()
          await expect.poll(first).toBe(title)
        }
        await page.locator('.link-row a').first().click()
        await expect.poll(first).toBe('Event 0')
      })
    })
  })
})

/** Pairs of texts of a picture of which one lies over the other. */
const touching = `(() => {
  const texts = [...document.querySelectorAll('.picture text')]
    .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0)
  return texts.flatMap((one, i) =>
    texts.slice(i + 1)
      .filter(({ box }) =>
        box.left < one.box.right - 1 && one.box.left < box.right - 1 &&
        box.top < one.box.bottom - 5 && one.box.top < box.bottom - 5)
      .map((other) => one.text + ' | ' + other.text))
})()`
