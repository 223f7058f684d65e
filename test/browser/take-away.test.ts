// What the embed page saves and copies of its preview, whatever a browser allows.
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { openService, type Site } from './site.ts'
import { seed } from './timelines.ts'
import { visit as visitPage } from './visit.ts'

describe.skipIf('missing' in inject('chromium'))('the embed page', () => {
  let browser: Browser
  let service: Site

  beforeAll(async () => {
    browser = await launchChromium()
    service = await openService([seed])
  })
  afterAll(async () => {
    await browser.close()
    await service.close()
  })

  const visit = (query: string, use: (page: Page) => Promise<void>): Promise<void> =>
    visitPage(
      browser,
      `${service.origin}/timelines/fusha-2020/embed-code?${query}`,
      { origins: [service.origin, `blob:${service.origin}`], acceptDownloads: true },
      use,
    )

  const status = (page: Page) => page.locator('.take-away [role=status]')
  const button = (page: Page, name: string) => page.locator('.take-away button', { hasText: name })

  async function saved(page: Page, name: string): Promise<Buffer> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, name).click(),
    ])
    expect(download.suggestedFilename()).toBe(`fusha-2020.${name.slice(-3).toLowerCase()}`)
    await expect.poll(() => status(page).textContent()).toBe('Saved to your downloads')
    return readFile(await download.path())
  }

  test('saves the picture as SVG that needs no style sheet', async () => {
    await visit('lang=en', async (page) => {
      const markup = (await saved(page, 'Save as SVG')).toString()
      expect(markup).not.toMatch(
        /foreignObject|<style|<script|class=|var\(|href=|light-dark|color-mix/,
      )
      const names = await page
        .locator('event-timeline .lane-name > span:first-child')
        .allTextContents()
      // The page's own policy forbids to parse.
      const other = await browser.newPage()
      const drawn = await other.evaluate<{ texts: string; marks: number; isDrawn: boolean }>(
        `(() => {
          const { documentElement: root } = new DOMParser().parseFromString(SAVED, 'image/svg+xml')
          return {
            texts: [...root.querySelectorAll('text')].map((one) => one.textContent).join(''),
            marks: root.querySelectorAll('circle, rect').length,
            isDrawn: root.localName === 'svg' && root.querySelector('parsererror') === null,
          }
        })()`.replace('SAVED', () => JSON.stringify(markup)),
      )
      await other.close()
      expect(drawn.isDrawn).toBe(true)
      for (const name of names)
        expect(drawn.texts.replaceAll(' ', '')).toContain(name.replaceAll(' ', ''))
      expect(drawn.marks).toBeGreaterThan(40)
    })
  })

  test('saves the picture as PNG of twice its size, in more than one colour', async () => {
    await visit('lang=en&layout=picture', async (page) => {
      const bytes = await saved(page, 'Save as PNG')
      expect(bytes.subarray(1, 4).toString()).toBe('PNG')
      const box = await page.locator('event-timeline .picture').boundingBox()
      expect(bytes.readUInt32BE(16)).toBeGreaterThan(2 * (box?.width ?? Infinity))
      // An empty picture of this size is smaller.
      expect(bytes.length).toBeGreaterThan(20_000)
      expect(await button(page, 'Copy as text').isHidden()).toBe(true)
    })
  })

  const conditions = [
    ['with a clipboard', '', 'Copied'],
    [
      'where the clipboard is forbidden',
      "navigator.clipboard.write = async () => { throw new DOMException('', 'NotAllowedError') }",
      'Copied',
    ],
    [
      'where all copying is forbidden',
      'document.execCommand = () => false',
      'Your browser does not allow copying. The text is selected for you to copy.',
    ],
  ] as const

  test('copies its events as text with links, and says so, whatever is allowed', async () => {
    await visit('lang=en&theme=epidemic-control', async (page) => {
      await button(page, 'Copy as text').waitFor()
      const titles = await page.locator('event-timeline [part=title] a').allTextContents()
      expect(titles.length).toBeGreaterThan(3)
      for (const [name, code, said] of conditions) {
        await page.evaluate(code)
        await button(page, 'Copy as text').click()
        await expect.poll(() => status(page).textContent(), { message: name }).toBe(said)
        const { html, plain } = said === 'Copied' ? await pasted(page) : await selected(page)
        for (const title of titles) {
          expect(plain, name).toContain(title.trim())
          expect(html, name).toContain(`>${title.trim().replaceAll('&', '&amp;')}</a>`)
        }
        expect(html, name).toMatch(/<a href="http[^"]*\/timelines\/fusha-2020\/events\//)
        expect(html, name).not.toMatch(/<script|style=.*url/)
      }
    })
  })

  test.each([
    [
      'en',
      /^Special fund: 10,000,000 yuan \(Newcomer bonuses: 5,000,000 yuan, Free health checks [^()]+\)$/m,
      /^Newcomer|yuanNewcomer/m,
    ],
    ['zh-Hans', /^专项资金：1000万元（新人红包：500万元，[^（）]+）$/m, /^新人红包|元新人/m],
  ])(
    'copies the parts of a figure behind it, and only there, in %s',
    async (lang, figure, again) => {
      await visit(`lang=${lang}&theme=work-resumption`, async (page) => {
        const copy = page.locator('.take-away button').nth(2)
        await copy.waitFor()
        await copy.click()
        await expect.poll(() => status(page).textContent()).not.toBe('')
        const { plain } = await pasted(page)
        expect(plain).toMatch(figure)
        expect(plain).not.toMatch(again)
      })
    },
  )

  test.each(['zh-Hans', 'zh-Hant'])('offers it in %s', async (lang) => {
    await visit(`lang=${lang}`, async (page) => {
      await page.locator('.take-away button').first().waitFor()
      expect(await page.locator('.take-away button:visible').count()).toBe(3)
    })
  })

  test('offers nothing without scripts, and no picture where the layout has none', async () => {
    await visit('lang=en&layout=compact', async (page) => {
      await button(page, 'Copy as text').waitFor()
      expect(await page.locator('.take-away button:visible').count()).toBe(1)
    })
    const options = { origins: [service.origin], javaScriptEnabled: false }
    const address = `${service.origin}/timelines/fusha-2020/embed-code`
    await visitPage(browser, address, options, async (page) => {
      expect(await page.locator('.take-away').isHidden()).toBe(true)
    })
  })
})

/** What pasting gives to a program that takes formatted text. */
async function pasted(page: Page): Promise<{ html: string; plain: string }> {
  await page.evaluate(`addEventListener('paste', (event) => {
    const [html, plain] = ['text/html', 'text/plain'].map((type) => event.clipboardData.getData(type))
    globalThis.taken = { html, plain }
    event.preventDefault()
  }, { once: true })`)
  await page.keyboard.press('Control+V')
  return page.evaluate('taken')
}

/** What is selected in the page. */
const selected = (page: Page) =>
  page.evaluate<{ html: string; plain: string }>(`(() => {
    const holder = document.createElement('div')
    holder.append(getSelection().getRangeAt(0).cloneContents())
    return { html: holder.innerHTML, plain: getSelection().toString() }
  })()`)
