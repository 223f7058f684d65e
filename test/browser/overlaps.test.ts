// Random timelines in Chromium: where titles and marks really stand, with the widths that fonts give.
import * as fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { uiLanguages } from '../../src/domain/text/ui-language.ts'
import { pageStyle } from '../../src/page/style/generated.ts'
import { launchChromium } from '../support/chromium.ts'
import { drawnPicture, picturedEvents, viewOfPicture } from '../support/pictures.ts'
import { isFull } from '../support/extent.ts'

const widths = [320, 390, 768, 1280] as const
const timelines = fc.sample(picturedEvents, { numRuns: isFull ? 200 : 12, seed: 20_200_124 })
/** On one page, so that a browser lays out many at once. */
const together = 20

describe.skipIf('missing' in inject('chromium'))('the pictures of random timelines', () => {
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    browser = await launchChromium()
    page = await browser.newPage()
  })
  afterAll(() => browser.close())

  test.each(uiLanguages)(
    'in %s have no title over another title or mark, at any width',
    async (ui) => {
      let titles = 0
      for (let first = 0; first < timelines.length; first += together) {
        const pictures = timelines
          .slice(first, first + together)
          .map((events) => drawnPicture(viewOfPicture(events, ui)))
        await page.setContent(
          `<html lang="${ui}"><style>${pageStyle}</style><main class="etl"><header>${pictures.join('')}</header></main></html>`,
        )
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 })
          const seen = await page.evaluate<Seen>(overlaps)
          titles += seen.titles
          expect(seen.faults, `${ui} at ${width}, from timeline ${first} on`).toEqual([])
        }
      }
      expect(titles).toBeGreaterThan(100)
    },
  )
})

interface Seen {
  readonly titles: number
  readonly faults: readonly string[]
}

/**
 * Within each plot that is shown: titles over titles or marks of other events, titles that leave the
 * picture, and titles that their letters need more room for than they have.
 */
const overlaps = `(() => {
  const faults = []
  let titles = 0
  const over = (one, other) =>
    one.left < other.right - 1 && other.left < one.right - 1 &&
    one.top < other.bottom - 1 && other.top < one.bottom - 1
  /** Without the room above and below its letters. */
  const letters = (text) => {
    const { left, right, top, bottom } = text.getBoundingClientRect()
    const spare = (bottom - top) / 4
    return { left, right, top: top + spare, bottom: bottom - spare }
  }
  for (const plot of document.querySelectorAll('.plot')) {
    const frame = plot.closest('.picture').getBoundingClientRect()
    if (plot.getBoundingClientRect().height === 0) continue
    const marks = [...plot.querySelectorAll('a')].map((link) => {
      const text = link.querySelector('text')
      const shapes = [...link.querySelectorAll('circle, line, rect:not(.back)')]
      return {
        name: link.querySelector('title').textContent,
        text: text && letters(text),
        natural: text,
        shapes: shapes.map((shape) => shape.getBoundingClientRect()),
      }
    })
    for (const [i, one] of marks.entries()) {
      if (!one.text) continue
      titles++
      if (one.text.left < frame.left - 12 || one.text.right > frame.right + 12)
        faults.push('leaves the picture: ' + one.name)
      for (const [j, other] of marks.entries()) {
        if (i === j) continue
        if (j > i && other.text && over(one.text, other.text)) faults.push(one.name + ' | ' + other.name)
        if (other.shapes.some((shape) => over(one.text, shape))) faults.push(one.name + ' over the mark of ' + other.name)
      }
      const given = one.natural.getComputedTextLength()
      one.natural.removeAttribute('textLength')
      const natural = one.natural.getComputedTextLength()
      if (natural > given * 1.1) faults.push('squeezed from ' + natural.toFixed(0) + ' to ' + given.toFixed(0) + ': ' + one.name)
      one.natural.setAttribute('textLength', given)
    }
  }
  return { titles, faults: faults.slice(0, 8) }
})()`
