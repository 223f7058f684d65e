// What a page is on paper.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { citation, document, event, source } from '../support/document.ts'
import { openService, type Site } from './site.ts'
import { busy, seed } from './timelines.ts'
import { visit as visitPage, type Visit } from './visit.ts'

const timeline = '/timelines/fusha-2020'

/** An event with a link and a source that it quotes, and one whose source it names alone. */
const linked = document({
  id: 'linked',
  sources: [
    source({ id: 'quoted', url: 'https://news.example/quoted?a=1&b=2' }),
    source({ id: 'named', url: 'https://news.example/named' }),
  ],
  events: [
    event({
      id: 'quoting',
      citations: [citation({ source: 'quoted' })],
      links: [{ url: 'https://more.example/reading', title: { en: 'Further reading' } }],
    }),
    event({ id: 'naming', citations: [{ source: 'named' }] }),
  ],
})

describe.skipIf('missing' in inject('chromium'))('pages on paper', () => {
  let browser: Browser
  let service: Site

  beforeAll(async () => {
    browser = await launchChromium()
    service = await openService([seed, busy, linked])
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

  test('print shows every quotation with its source, and no controls', async () => {
    await visit(timeline, { viewport: { width: 800, height: 900 } }, async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
      const heights = (selector: string) =>
        page.evaluate<number[]>(
          `[...document.querySelectorAll('${selector}')].map((one) => one.getBoundingClientRect().height)`,
        )
      for (const selector of ['blockquote', 'blockquote footer']) {
        const found = await heights(selector)
        expect(found).toHaveLength(31)
        expect(Math.min(...found)).toBeGreaterThan(12)
      }
      for (const selector of ['.lane-kinds', '.filter', '.menu-button', 'summary'])
        expect(await page.locator(selector).first().isVisible(), selector).toBe(false)
      expect(
        await page.evaluate("getComputedStyle(document.querySelector('.etl')).backgroundColor"),
      ).toBe('rgb(255, 255, 255)')
    })
  })

  test('print ends with edition and licence, and with no empty sheet', async () => {
    const lastText = `(() => {
      const main = document.querySelector('main')
      const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      const bottoms = []
      while (texts.nextNode()) {
        range.selectNode(texts.currentNode)
        bottoms.push(range.getBoundingClientRect().bottom)
      }
      return main.getBoundingClientRect().bottom - Math.max(...bottoms)
    })()`
    for (const path of [
      timeline,
      `${timeline}/events/ten-million-yuan-relief`,
      `${timeline}/editions`,
    ])
      await visit(`${path}?lang=en`, {}, async (page) => {
        await page.emulateMedia({ media: 'print' })
        expect(await page.evaluate<number>(lastText), path).toBeLessThan(24)
        if (path !== timeline) return
        const shown = (await page.locator('.footer').innerText()).trim()
        expect(shown).toMatch(/^Edition 1 · Updated 2026-10-01\s/)
        expect(shown).not.toMatch(/Subscribe|Editions|English/)
        expect(await page.locator('.footer a:visible').count()).toBe(1)
      })
  })

  test('print keeps nothing together that would leave a sheet half empty', async () => {
    const tall = `[...document.querySelectorAll('.etl *')].filter((one) => {
      const { breakInside } = getComputedStyle(one)
      const most = one.matches('.lane') ? 900 : 320
      return breakInside === 'avoid' && one.getBoundingClientRect().height > most
    }).map((one) => one.outerHTML.slice(0, 60))`
    const a4 = { width: 718, height: 1047 }
    for (const path of [timeline, '/timelines/busy', `${timeline}/events/ten-million-yuan-relief`])
      await visit(path, { viewport: a4 }, async (page) => {
        await page.emulateMedia({ media: 'print' })
        expect(await page.evaluate<string[]>(tall), path).toEqual([])
      })
  })

  test('print tells the address of every source and link of an event', async () => {
    const links = `[...document.querySelectorAll(':is(article, .detail-section) a[rel~="ugc"]')]
      .map((one) => [one.getAttribute('href'), getComputedStyle(one, '::after').content])`
    const [quoted, named] = linked.sources.map(({ url }) => url)
    const reading = 'https://more.example/reading'
    for (const [path, told] of [
      ['/timelines/linked', [quoted, named, reading]],
      ['/timelines/linked/events/quoting', [quoted, reading]],
      ['/timelines/linked/events/naming', [named]],
    ] as const)
      await visit(path, {}, async (page) => {
        await page.emulateMedia({ media: 'print' })
        const found = await page.evaluate<[string, string][]>(links)
        expect(found.map(([href]) => href).toSorted(), path).toEqual(told.toSorted())
        for (const [href, content] of found) expect(content, path).toBe(`" <${href}>"`)
      })
  })
})
