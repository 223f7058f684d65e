// Pages look as they did: screenshots against committed references. Another Chromium, or other fonts,
// draw letters otherwise: then the places and sizes of the main parts are compared, and that is told.
// UPDATE_SCREENSHOTS=1 vitest run --project browser test/browser/screenshots.test.ts renews them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { compareImages } from './comparison.ts'
import { fontsIn } from './fonts.ts'
import { openService, type Site } from './site.ts'
import { seed } from './timelines.ts'

const folder = new URL('./screenshots/', import.meta.url)
const isRenewing = process.env['UPDATE_SCREENSHOTS'] === '1'

const paths = {
  timeline: '/timelines/fusha-2020',
  event: '/timelines/fusha-2020/events/ten-million-yuan-relief',
}
const looks = [
  { name: 'timeline', path: paths.timeline, lang: 'zh-Hans' },
  { name: 'timeline', path: paths.timeline, lang: 'en' },
  { name: 'event', path: paths.event, lang: 'zh-Hans' },
]
/** Widths with the height that is compared. */
const windows = [
  { width: 1280, height: 900 },
  { width: 390, height: 1200 },
]
/** Of pixels. A changed word, colour or line is more; what letters vary by is less. */
const mostDifferent = 0.002

/** Left, top, width and height of the main parts, and the height of a line in them. */
type Layout = Readonly<Record<string, readonly number[]>>

interface Reference {
  /** What draws alike: Chromium's version and the fonts that were used. */
  readonly drawnBy: string
  readonly layouts: Readonly<Record<string, Layout>>
}

const parts = [
  'h1',
  'header',
  '.lead',
  '.chips',
  '.picture',
  '.month h2',
  'article',
  'article .event-date',
  'article .event-body',
  '.facts',
  'blockquote',
  '.neighbours',
  'footer.footer',
]

const layoutOf = (page: Page): Promise<Layout> =>
  page.evaluate<Layout>(`Object.fromEntries(${JSON.stringify(parts)}.flatMap((selector) => {
    const one = document.querySelector(selector)
    if (!one) return []
    const { left, top, width, height } = one.getBoundingClientRect()
    const line = parseFloat(getComputedStyle(one).lineHeight) || 0
    return [[selector, [left, top, width, height, line].map(Math.round)]]
  }))`)

describe.skipIf('missing' in inject('chromium'))('screenshots', () => {
  let browser: Browser
  let service: Site
  const reference = readReference()
  const layouts: Record<string, Layout> = {}
  let drawnBy = ''

  beforeAll(async () => {
    browser = await launchChromium()
    service = await openService([seed])
    drawnBy = await drawing()
    if (!isRenewing && drawnBy !== reference.drawnBy)
      console.warn(
        `\n!!! SCREENSHOTS ARE COMPARED BY THEIR LAYOUT ALONE. The references were drawn by ${reference.drawnBy}, these by ${drawnBy}.\n`,
      )
  })
  afterAll(async () => {
    if (isRenewing) write('reference.json', printed({ drawnBy, layouts }))
    await browser.close()
    await service.close()
  })

  async function drawing(): Promise<string> {
    const page = await browser.newPage()
    const fonts = new Set<string>()
    for (const lang of ['zh-Hans', 'en']) {
      await page.goto(`${service.origin}${paths.timeline}?lang=${lang}`)
      const selectors = ['h1', '.lead', '.event-date', '.event-summary', '.chip-count']
      for (const font of await fontsIn(page, selectors)) fonts.add(font)
    }
    await page.close()
    return `Chromium ${browser.version()} with ${[...fonts].toSorted().join(', ')}`
  }

  test('Chinese is drawn with Chinese fonts', () => {
    expect(drawnBy).toContain('Noto Sans CJK SC')
    expect(drawnBy).toContain('Noto Serif CJK SC')
  })

  test.each(looks)('$name in $lang looks as it did', async ({ name, path, lang }) => {
    const page = await browser.newPage({ reducedMotion: 'reduce' })
    const canvas = await browser.newPage()
    await page.goto(`${service.origin}${path}?lang=${lang}`)
    const faults: string[] = []
    for (const { width, height } of windows)
      for (const colorScheme of ['light', 'dark'] as const) {
        const title = `${name}-${lang}-${width}-${colorScheme}`
        await page.setViewportSize({ width, height })
        await page.emulateMedia({ colorScheme })
        const layout = await layoutOf(page)
        layouts[title] = layout
        const image = await page.screenshot()
        if (isRenewing) write(`${title}.png`, image)
        else if (drawnBy === reference.drawnBy)
          faults.push(...(await imageFaults(canvas, title, image)))
        else faults.push(...layoutFaults(title, layout, reference.layouts[title]))
      }
    expect(faults).toEqual([])
    await Promise.all([page.close(), canvas.close()])
  })
})

/** What differs is left in a folder for temporary files, to be looked at beside the reference. */
async function imageFaults(canvas: Page, title: string, image: Buffer): Promise<readonly string[]> {
  const { isSameSize, different } = await compareImages(canvas, read(`${title}.png`), image)
  if (isSameSize && different <= mostDifferent) return []
  const now = join(tmpdir(), `${title}.png`)
  writeFileSync(now, image)
  return [`${title}: ${(different * 100).toFixed(2)} % of the pixels differ, see ${now}`]
}

/** Lines break otherwise in other fonts: places along the line are near, heights within a quarter or a line. */
function layoutFaults(title: string, layout: Layout, before: Layout = {}): readonly string[] {
  const names = new Set([...Object.keys(layout), ...Object.keys(before)])
  return [...names].flatMap((name) => {
    const [left = Number.NaN, , width = Number.NaN, height = Number.NaN, line = 0] =
      layout[name] ?? []
    const [leftBefore = Number.NaN, , widthBefore = Number.NaN, heightBefore = Number.NaN] =
      before[name] ?? []
    const isNear =
      Math.abs(left - leftBefore) <= 8 &&
      Math.abs(width - widthBefore) <= 24 &&
      Math.abs(height - heightBefore) <= Math.max(24 + heightBefore / 4, line)
    return isNear ? [] : [`${title}, ${name}: ${layout[name]?.join()} was ${before[name]?.join()}`]
  })
}

const read = (name: string): Buffer => readFileSync(new URL(name, folder))

function write(name: string, content: string | Buffer): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL(name, folder), content)
}

/** One line for each screenshot, so that a change is seen. */
function printed({ drawnBy, layouts }: Reference): string {
  const lines = Object.entries(layouts).map(
    ([title, layout]) => `  ${JSON.stringify(title)}: ${JSON.stringify(layout)}`,
  )
  return `{\n"drawnBy": ${JSON.stringify(drawnBy)},\n"layouts": {\n${lines.join(',\n')}\n}}\n`
}

function readReference(): Reference {
  if (isRenewing) return { drawnBy: '', layouts: {} }
  return JSON.parse(read('reference.json').toString()) as Reference
}
