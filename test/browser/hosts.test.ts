// The element and the frame on ten kinds of pages of others: where it stands between other things,
// how wide it is, and which colours it has. SCREENSHOTS=<folder> keeps a picture of each.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { citation, document, event } from '../support/document.ts'
import { launchChromium } from '../support/chromium.ts'
import { isFull, sampled } from '../support/extent.ts'
import { hostPage, openService, openSite, type Site } from './site.ts'
import { allOut, seed } from './timelines.ts'
import { visit as visitPage, type Visit } from './visit.ts'

/** With a licence, links and line breaks. */
const linked = document({
  id: 'linked',
  title: { en: 'A town' },
  credit: { en: 'Town archive' },
  licence: { name: { en: 'CC BY 4.0' }, url: 'https://licence.example/by' },
  events: [
    event({
      id: 'first',
      date: '2020-02-01',
      kind: 'point',
      title: { en: 'First' },
      summary: { en: 'One line.\nAnother line.' },
      citations: [citation()],
      links: [
        { url: 'https://other.example/report', title: { en: 'The report' } },
        { url: 'https://other.example/bare' },
      ],
    }),
    event({ id: 'second', date: '2020-02-02', kind: 'point', title: { en: 'Second' } }),
  ],
})

/** A lane for each of twelve themes: with bars by count, with marks, and with titles. */
const twelve = [400, 130, 24].map((count) =>
  document({
    id: `twelve-${count}`,
    themes: Array.from({ length: 12 }, (_, i) => ({
      id: `t${i}`,
      label: { en: `Theme ${i}` },
      color: i % 8,
    })),
    events: Array.from({ length: count }, (_, i) =>
      event({
        id: `e${i}`,
        date: `${2000 + (i % 17)}-0${1 + (i % 9)}-${10 + (i % 18)}`,
        kind: 'point',
        title: { en: `What happened in the town, part ${i}` },
        themes: [`t${i % 12}`],
      }),
    ),
  }),
)

const endless = document({
  id: 'endless',
  events: Array.from({ length: isFull ? 10_001 : 1 }, (_, i) =>
    event({ id: `e${i}`, date: '2020-02-01', kind: 'point', title: { en: `Event ${i}` } }),
  ),
})

const filler = '<p>Lorem ipsum dolor sit amet, consectetur.</p>'

/** Each with two elements or one, and the widths that they may have in a window of 1000 pixels. */
const hosts: readonly (readonly [string, (element: string) => string, number, number])[] = [
  [
    'a grid of 1fr 1fr',
    (one) =>
      `<div style="display:grid;grid-template-columns:1fr 1fr;gap:20px">${one}<div>${one}</div></div>`,
    480,
    492,
  ],
  [
    'a row',
    (one) => `<div style="display:flex;gap:20px">${filler}${one}<div>${one}</div></div>`,
    300,
    500,
  ],
  ['a float', (one) => `<div style="float:left;max-width:45%">${one}</div>${filler}`, 400, 450],
  [
    'a table and a grid of auto auto',
    (one) =>
      `<table><tr><td>${filler}<td>${one}</table><div style="display:grid;grid-template-columns:auto auto">${one}${filler}</div>`,
    300,
    900,
  ],
  ['a dialog', (one) => `<dialog open>${one}</dialog>`, 600, 960],
  [
    'a sidebar',
    (one) =>
      `<div style="display:grid;grid-template-columns:minmax(0,1fr) 280px">${filler}<aside>${one}</aside></div>`,
    280,
    280,
  ],
  [
    'a dark site',
    (one) => `<style>:root{color-scheme:dark;background:#111}</style>${one}`,
    980,
    1000,
  ],
  ['a light site', (one) => `<style>:root{background:#fff}</style>${one}`, 980, 1000],
  [
    'a site from right to left',
    (one) =>
      `<div dir="rtl" lang="ar"><p>مرحبا</p>${one.replace('lang="en"', 'lang="zh-Hans"')}</div>`,
    980,
    1000,
  ],
  ['a root of 62.5 %', (one) => `<style>html{font-size:62.5%}</style>${one}`, 980, 1000],
]

const light = 'rgb(251, 250, 247)'
const dark = 'rgb(20, 21, 24)'

describe.skipIf('missing' in inject('chromium'))('on a page of others', () => {
  let browser: Browser
  let service: Site
  let host: Site
  let body = ''

  beforeAll(async () => {
    browser = await launchChromium()
    service = await openService([seed, linked, ...twelve, endless])
    host = await openSite(() => hostPage(body))
  })
  afterAll(async () => {
    await browser.close()
    await Promise.all([service.close(), host.close()])
  })

  const element = (attributes = '', timeline = 'fusha-2020') =>
    `<event-timeline src="${service.origin}/timelines/${timeline}" lang="en" loading="eager" ${attributes}><a href="/">fallback</a></event-timeline>`

  const visit = (
    markup: string,
    options: Partial<Visit>,
    use: (page: Page) => Promise<void>,
  ): Promise<void> => {
    body = `<script type="module" src="${service.origin}/widget/v1/event-timeline.js"></script>${markup}`
    const origins = [host.origin, service.origin]
    return visitPage(
      browser,
      `${host.origin}/`,
      { origins, viewport: { width: 1000, height: 900 }, ...options },
      use,
    )
  }

  const drawn = async (page: Page) => {
    const elements = await page.locator('event-timeline').all()
    for (const one of elements) await one.locator('.provenance').waitFor()
    return elements
  }
  const background = (page: Page) =>
    page.evaluate<string>(
      "getComputedStyle(document.querySelector('event-timeline').shadowRoot.querySelector('.etl')).backgroundColor",
    )
  const overflow = (page: Page) =>
    page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')

  test.each(hosts)('stands in %s, and on a phone [fault 8.3]', async (name, wrap, least, most) => {
    await visit(wrap(element('theme="all-out-2020"')), {}, async (page) => {
      for (const one of await drawn(page)) {
        const width = (await one.boundingBox())?.width ?? 0
        expect(width).toBeGreaterThanOrEqual(least)
        expect(width).toBeLessThanOrEqual(most)
        expect(await one.locator('article').count()).toBe(allOut)
      }
      const sizes = await page.evaluate<string[]>(
        "[...document.querySelectorAll('event-timeline')].map(({ shadowRoot }) => getComputedStyle(shadowRoot.querySelector('.etl')).fontSize)",
      )
      expect([...new Set(sizes)]).toEqual(['16px'])
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      const folder = process.env['SCREENSHOTS']
      if (folder !== undefined)
        await page.screenshot({ path: `${folder}/${name.replaceAll(/\W+/g, '-')}.png` })
      await page.setViewportSize({ width: 375, height: 700 })
      for (const one of await drawn(page))
        expect((await one.boundingBox())?.width).toBeLessThanOrEqual(375)
      expect(await overflow(page)).toBeLessThanOrEqual(0)
    })
  })

  test.each(['rtl', 'ltr'])(
    'texts of a site %s keep their own direction [fault 8.10]',
    async (direction) => {
      const one = element('theme="all-out-2020"').replace('lang="en"', 'lang="zh-Hans"')
      await visit(`<div dir="${direction}">${one}</div>`, {}, async (page) => {
        await drawn(page)
        // The first and the last character on one line: the last one stands at the right.
        const reversed = await page.evaluate<string[]>(`(() => {
        const root = document.querySelector('event-timeline').shadowRoot
        const at = (node, place) => { const range = new Range(); range.setStart(node, place); range.setEnd(node, place + 1); return range.getBoundingClientRect() }
        const walker = document.createTreeWalker(root.querySelector('.etl'), NodeFilter.SHOW_TEXT)
        const reversed = []
        while (walker.nextNode()) {
          const node = walker.currentNode
          const text = node.data.trimEnd()
          if (text.trim().length < 2 || !node.parentElement.checkVisibility({ visibilityProperty: true })) continue
          const [last, before] = [at(node, text.length - 1), at(node, text.length - 2)]
          if (last.width === 0 || last.y !== before.y) continue
          if (last.x < before.x) reversed.push(text)
        }
        return reversed
      })()`)
        expect(reversed).toEqual([])
      })
    },
  )

  test('no English text has a typeface of Chinese, no Chinese one lacks it [fault 8.10]', async () => {
    await visit(
      element('theme="all-out-2020"') +
        element('theme="all-out-2020" class="zh"').replace('lang="en"', 'lang="zh-Hans"'),
      {},
      async (page) => {
        await drawn(page)
        const families = await page.evaluate<string[]>(
          "[...document.querySelectorAll('event-timeline')].map(({ shadowRoot }) => [...shadowRoot.querySelectorAll('.title a, .month > h3, .date, blockquote p')].map((one) => [one.lang || one.closest('[lang]').lang, getComputedStyle(one).fontFamily.includes('CJK')].join(' '))).flat()",
        )
        expect([...new Set(families)].toSorted()).toEqual(['en false', 'zh-Hans true'])
      },
    )
  })

  const schemes = [
    ['', '', light],
    [':root{color-scheme:dark}', '', dark],
    [':root{color-scheme:light}', '', light],
    [':root{color-scheme:light dark}', '', dark],
    ['', 'color-scheme="dark"', dark],
    ['', 'color-scheme="auto"', dark],
    [':root{color-scheme:dark}', 'color-scheme="light"', light],
  ] as const

  test.each(sampled(schemes, 2))(
    'where the site says "%s" and the element %s, it is %s for a reader whose system is dark [fault 8.4]',
    async (style, attribute, expected) => {
      await visit(
        `<style>${style}</style>${element(attribute)}`,
        { colorScheme: 'dark' },
        async (page) => {
          await drawn(page)
          expect(await background(page)).toBe(expected)
        },
      )
    },
  )

  test('a site that switches takes the element along, which keeps its filter [fault 8.4]', async () => {
    await visit(element(), {}, async (page) => {
      const [one] = await drawn(page)
      await one?.locator('.lane-name', { hasText: 'all out' }).click()
      await expect.poll(() => one?.locator('article').count()).toBe(allOut)
      await page.evaluate("document.documentElement.style.colorScheme = 'dark'")
      expect(await background(page)).toBe(dark)
      await page.evaluate(
        "document.querySelector('event-timeline').setAttribute('color-scheme', 'light')",
      )
      expect(await background(page)).toBe(light)
      expect(await one?.locator('article').count()).toBe(allOut)
    })
  })

  test.each([
    ['the element', () => element('', 'linked'), 'event-timeline'],
    [
      'the frame',
      () =>
        `<iframe src="${service.origin}/timelines/linked/embed?lang=en" width="100%" height="900"></iframe>`,
      'iframe',
    ],
  ])(
    '%s says source, licence, credit and edition, and leads to all of it [fault 8.5]',
    async (_, markup, tag) => {
      await visit(markup(), {}, async (page) => {
        const inner = tag === 'iframe' ? page.frameLocator('iframe') : page.locator(tag)
        const line = inner.locator('.provenance')
        await line.waitFor()
        const text = (await line.textContent()) ?? ''
        for (const part of ['Source: ', 'CC BY 4.0', 'Town archive', 'Edition 1'])
          expect(text).toContain(part)
        const hrefs: string[] = []
        for (const link of await line.locator('a').all())
          hrefs.push(new URL((await link.getAttribute('href')) ?? '', service.origin).href)
        const whole = `${service.origin}/timelines/linked`
        expect(hrefs).toContain('https://licence.example/by')
        expect(hrefs.some((href) => href.startsWith(`${whole}/editions`))).toBe(true)
        expect(hrefs.some((href) => href === whole || href === `${whole}?lang=en`)).toBe(true)
      })
    },
  )

  test('the picture alone is some 400 pixels high, with twelve lanes, too, and shows each of them', async () => {
    for (const { id } of sampled([...twelve, seed], 4)) {
      const frame = `<iframe src="${service.origin}/timelines/${id}/embed?lang=en&layout=picture" width="100%" height="900"></iframe>`
      await visit(element('layout="picture"', id) + frame, {}, async (page) => {
        await drawn(page)
        const inFrame = page.frameLocator('iframe')
        for (const [name, all, lanes] of [
          ['element', page.locator('event-timeline .etl'), page.locator('event-timeline li.lane')],
          ['frame', inFrame.locator('.etl'), inFrame.locator('li.lane')],
        ] as const) {
          const height = (await all.boundingBox())?.height ?? Infinity
          expect(height, `${name} of ${id}`).toBeLessThan(430)
          expect(height, `${name} of ${id}`).toBeGreaterThan(290)
          const last = lanes.last().locator('.lane-name')
          await last.focus()
          expect(await last.evaluate((one) => one.matches(':focus')), id).toBe(true)
          await last.click({ trial: true })
        }
      })
    }
  })

  test('cards show the links of events, and the lines of summaries [fault 8.8] [fault 8.14]', async () => {
    await visit(element('', 'linked'), {}, async (page) => {
      await drawn(page)
      const links = page.locator('event-timeline #first .event-links a')
      expect(await links.allTextContents()).toEqual(['The report', 'https://other.example/bare'])
      expect(await links.first().getAttribute('href')).toBe('https://other.example/report')
      expect(await page.locator('event-timeline #second .event-links').count()).toBe(0)
      const lines = await page.evaluate<number>(
        "((one) => Math.round(one.clientHeight / parseFloat(getComputedStyle(one).lineHeight)))(document.querySelector('event-timeline').shadowRoot.querySelector('.event-summary'))",
      )
      expect(lines).toBe(2)
    })
  })

  test('a `limit` shows so many events, and a link to all of the filter', async () => {
    await visit(element('theme="all-out-2020" limit="2"'), {}, async (page) => {
      const [one] = await drawn(page)
      expect(await one?.locator('article').count()).toBe(2)
      const all = one?.getByRole('link', { name: `All ${allOut} events` })
      expect(await all?.getAttribute('href')).toBe(
        `${service.origin}/timelines/fusha-2020?theme=all-out-2020&lang=en`,
      )
    })
  })

  test.runIf(isFull)(
    'a list of more than 10,000 events ends after the first, with a link',
    async () => {
      await visit(element('', endless.id), {}, async (page) => {
        const [one] = await drawn(page)
        expect(await one?.locator('article').count()).toBe(150)
        expect(await one?.locator('.footer a').first().textContent()).toBe('All 10001 events')
        expect(await one?.locator('.month-gap').count()).toBe(0)
      })
    },
  )

  test('two elements filter each by itself', async () => {
    await visit(element() + element('', 'linked'), {}, async (page) => {
      const [first, second] = await drawn(page)
      await first?.locator('.lane-name', { hasText: 'all out' }).click()
      await expect.poll(() => first?.locator('article').count()).toBe(allOut)
      expect(await second?.locator('article').count()).toBe(2)
    })
  })

  test('is hidden with what it stands in', async () => {
    const tab = `<div id="tab" style="visibility:hidden;pointer-events:none">${element()}</div>`
    await visit(tab, {}, async (page) => {
      const title = page.locator('event-timeline h2')
      await page.locator('event-timeline .provenance').waitFor({ state: 'attached' })
      expect(await title.isVisible()).toBe(false)
      const pressed = () =>
        page.evaluate(
          "getComputedStyle(document.querySelector('event-timeline').shadowRoot.querySelector('.etl')).pointerEvents",
        )
      expect(await pressed()).toBe('none')
      await page.evaluate("tab.style.cssText = ''")
      expect(await title.isVisible()).toBe(true)
      expect(await pressed()).toBe('auto')
    })
  })

  test('speaks the language around the shadow tree that it stands in', async () => {
    const around = '<div lang="zh-Hant" id="around"></div>'
    await visit(element() + around, {}, async (page) => {
      await page.evaluate(`(() => {
        const one = document.querySelector('event-timeline')
        one.removeAttribute('lang')
        around.attachShadow({ mode: 'open' }).append(one)
      })()`)
      await page.getByText('共31個事件').waitFor()
    })
  })

  test('moves to another document with its styles', async () => {
    await visit(`${element()}<iframe id="other"></iframe>`, {}, async (page) => {
      await drawn(page)
      await page.evaluate(
        "other.contentDocument.body.append(document.querySelector('event-timeline'))",
      )
      await page.frameLocator('#other').locator('.provenance').waitFor()
      const margin = await page.evaluate(
        "getComputedStyle(other.contentDocument.querySelector('event-timeline').shadowRoot.querySelector('h2')).marginTop",
      )
      expect(margin).toBe('0px')
    })
  })
})
