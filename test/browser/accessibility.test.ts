// Everybody can use pages and element: axe, the keyboard from top to bottom, and the tree that
// assistive technology reads. Snapshots of trees are renewed with `vitest run --update`.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { accessibilityTree } from './accessibility-tree.ts'
import { inspect, ofColor } from './axe.ts'
import { isFull } from '../support/extent.ts'
import { focused, walk, type Stop } from './keyboard.ts'
import { hostPage, openService, openSite, type Site } from './site.ts'
import { allOut, seed } from './timelines.ts'

const timeline = '/timelines/fusha-2020'
const mainPages = [timeline, `${timeline}/events/traffic-police-recalled`, `${timeline}/embed-code`]
const otherPages = [
  '/',
  `${timeline}?actor=cao-fuquan`,
  `${timeline}?from=2020-02-01&to=2020-02-10`,
  `${timeline}?q=%E6%B2%A1%E6%9C%89`,
  `${timeline}/editions`,
  `${timeline}/subscribe`,
  `${timeline}/embed`,
  '/timelines/none',
]
const languages = ['zh-Hans', 'en'] as const
interface Condition {
  readonly width: number
  readonly colorScheme: 'light' | 'dark'
}

const conditions: readonly Condition[] = [320, 390, 1280].flatMap((width) => [
  { width, colorScheme: 'light' },
  { width, colorScheme: 'dark' },
])

describe.skipIf('missing' in inject('chromium'))('accessibility', () => {
  let browser: Browser
  let service: Site
  let host: Site
  let body = ''

  beforeAll(async () => {
    browser = await launchChromium()
    service = await openService([seed])
    host = await openSite(() => hostPage(body))
  })
  afterAll(async () => {
    await browser.close()
    await Promise.all([service.close(), host.close()])
  })

  /** Loads once, and inspects under each condition, with everything unfolded. */
  async function inspectUnder(
    address: string,
    among: readonly Condition[],
    scope?: string,
  ): Promise<void> {
    const page = await browser.newPage({ bypassCSP: true })
    await page.goto(address)
    if (address.includes('embed-code') || address.startsWith(host.origin)) await drawn(page)
    await unfold(page)
    const widths = new Set<number>()
    for (const { width, colorScheme } of among) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      // At the same width the other scheme has the same markup in the same places.
      const isColored = widths.has(width)
      widths.add(width)
      const { passed, faults } = await inspect(page, {
        scope,
        ...(isColored && { rules: ofColor }),
      })
      const condition = `${address} at ${width} px, ${colorScheme}`
      expect(faults, condition).toEqual([])
      expect(passed, condition).toBeGreaterThan(isColored ? 0 : 10)
      const overflow = 'document.documentElement.scrollWidth - innerWidth'
      expect(await page.evaluate<number>(overflow), condition).toBeLessThanOrEqual(0)
    }
    await page.close()
  }

  const inEach = (paths: readonly string[]) =>
    paths.flatMap((path) =>
      languages.map(
        (lang) => `${service.origin}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`,
      ),
    )

  test('axe finds nothing on the main pages narrow and wide, light and dark, Chinese and English', async () => {
    // Each page in each language, or in one language after the other.
    const addresses = inEach(mainPages).filter((_, i) => isFull || [0, 3].includes(i % 4))
    await inTurns(addresses, (address) =>
      inspectUnder(address, isFull ? conditions : someFor(address)),
    )
  })

  test('axe finds nothing on the other pages', async () => {
    // Each width once, and both schemes.
    const some = conditions.filter((_, i) => (isFull ? [0, 3, 5] : [0]).includes(i))
    // Each page in one language after the other.
    const addresses = isFull
      ? inEach(otherPages).filter((_, i) => [0, 3].includes(i % 4))
      : otherPages.flatMap((path) => (path.includes('?') ? [] : [service.origin + path]))
    await inTurns(addresses, (address) => inspectUnder(address, some))
  })

  const ofElement = isFull ? languages : languages.slice(0, 1)
  test.each(ofElement)('axe finds nothing in the element, in %s', async (lang) => {
    body = `<main><h1>Host</h1>${element(`lang="${lang}"`)}</main>`
    await inspectUnder(host.origin, isFull ? conditions : someFor(lang), '"event-timeline"')
  })

  test('the tab key goes through the page from top to bottom and back', async () => {
    const page = await open(`${service.origin}${timeline}?lang=zh-Hans`)
    const stops = await walk(page, 'Tab')
    const names = stops.map(({ name }) => name)
    expect(names.slice(0, 2)).toEqual(['a 跳到事件列表', 'a Jishi 纪事'])
    const [subscribe, embed] = [names.indexOf('a 订阅日历'), names.indexOf('a 嵌入')]
    expect(names.slice(2, subscribe).every((name) => name.startsWith('a '))).toBe(true)
    expect([subscribe, embed]).toEqual([names.indexOf('a 另有19个') + 1, subscribe + 1])
    expect(names.at(-1)).toBe('a API 文档')
    expectEvents(stops, seed.events.length)
    expect(unseen(stops)).toEqual([])
    const wayBack = isFull ? names.length : 20
    const back = await walk(page, 'Shift+Tab', wayBack)
    expect(back.map(({ name }) => name)).toEqual(names.toReversed().slice(0, wayBack))
    expect(unseen(back)).toEqual([])
    await page.close()
  })

  test('the tab key goes into the element, through it and out of it', async () => {
    // Of few events where not all is tried: the cards of all are walked through on the page.
    body = `<button>before</button>${element(isFull ? '' : 'theme="all-out-2020"')}<button>after</button>`
    const page = await open(host.origin)
    await drawn(page)
    await page.waitForLoadState('networkidle')
    const stops = await walk(page, 'Tab')
    const names = stops.map(({ name }) => name)
    expect([names[0], names.at(-1)]).toEqual(['button before', 'button after'])
    expectEvents(stops, isFull ? seed.events.length : allOut)
    expect(unseen(stops)).toEqual([])
    await page.close()
  })

  test('a menu opens with the keyboard and closes with Escape', async () => {
    body = element('lang="zh-Hans"')
    for (const address of [`${service.origin}${timeline}?lang=zh-Hans`, host.origin]) {
      const page = await open(address)
      if (address === host.origin) await drawn(page)
      await page.locator('.menu-button').first().focus()
      await page.keyboard.press('Enter')
      const menu = page.locator('.menu:popover-open')
      await menu.waitFor()
      await page.keyboard.press('Tab')
      expect((await focused(page))?.name, address).toMatch(/^a .*\.ics/)
      await page.keyboard.press('Escape')
      await expect.poll(() => menu.count()).toBe(0)
      expect((await focused(page))?.name, address).toMatch(/^button /)
      await page.close()
    }
  })

  test.each([
    ['page', `${timeline}?lang=zh-Hans&theme=all-out-2020`],
    ['event', `${timeline}/events/traffic-police-recalled?lang=en`],
  ])('assistive technology reads the %s', async (name, path) => {
    const page = await open(service.origin + path)
    await expect(await accessibilityTree(page)).toMatchFileSnapshot(
      `./accessibility-trees/${name}.txt`,
    )
    await page.close()
  })

  test('assistive technology reads the element', async () => {
    body = `<h1>Host</h1>${element('theme="all-out-2020" lang="zh-Hans"')}`
    const page = await open(host.origin)
    await drawn(page)
    await page.waitForLoadState('networkidle')
    await expect(await accessibilityTree(page)).toMatchFileSnapshot(
      './accessibility-trees/element.txt',
    )
    await page.close()
  })

  const element = (attributes = '') =>
    `<script type="module" src="${service.origin}/widget/v1/event-timeline.js"></script><event-timeline src="${service.origin}${timeline}" loading="eager" ${attributes}></event-timeline>`

  const drawn = (page: Page) => page.locator('event-timeline article').first().waitFor()

  async function open(address: string): Promise<Page> {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
    })
    await page.goto(address)
    return page
  }
})

const unseen = (stops: readonly Stop[]): readonly string[] =>
  stops.filter(({ isSeen }) => !isSeen).map(({ name }) => name)

/** Each event is met once, in the order of the timeline: title, cited words, menu. */
function expectEvents(stops: readonly Stop[], count: number): void {
  const ids = [...new Set(stops.map(({ event }) => event))].filter((id) => id !== '')
  expect(ids).toHaveLength(count)
  const tags = stops
    .filter(({ event }) => event !== '')
    .map(({ name, event }) => `${name.split(' ')[0]} ${event}`)
  expect(tags).toEqual(ids.flatMap((id) => [`a ${id}`, `summary ${id}`, `button ${id}`]))
}

/** The narrowest in light; the other language has the widest in dark. */
const someFor = (address: string): readonly Condition[] =>
  conditions.filter((_, i) => i === (address.endsWith('zh-Hans') ? 0 : 5))

/** Opens what is folded, also in the element. */
const unfold = (page: Page): Promise<void> =>
  page.evaluate(`for (const root of [document, ...[...document.querySelectorAll('event-timeline')].map((one) => one.shadowRoot)])
    for (const details of root.querySelectorAll('details')) details.open = true`)

/** Two at a time, as there are processors. */
async function inTurns<Item>(
  items: readonly Item[],
  use: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items]
  const turn = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await use(item)
  }
  await Promise.all([turn(), turn()])
}
