// Walks a page with the tab key and tells what it meets, through shadow roots, too.
import type { Page } from 'playwright-core'

export interface Stop {
  /** `tag id-of-the-event`, or the tag with the text. */
  readonly name: string
  /** Id of the event it belongs to; empty outside of events. */
  readonly event: string
  /** Whether it lies within the window, not covered by anything, with a visible outline. */
  readonly isSeen: boolean
}

const here = `(async () => {
  // Smooth scrolling ends, and what became visible is drawn.
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  let one = document.activeElement
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement
  if (!one || one === document.body || one === document.documentElement) return null
  const { left, top, right, bottom } = one.getClientRects()[0]
  const x = left + Math.min(8, (right - left) / 2)
  const y = top + (bottom - top) / 2
  const above = one.getRootNode().elementFromPoint(x, y)
  const { outlineStyle, outlineWidth } = getComputedStyle(one)
  return {
    name: one.tagName.toLowerCase() + ' ' + (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().replaceAll(/\\s+/g, ' '),
    event: one.closest('article')?.id ?? '',
    isSeen:
      top >= -1 && bottom <= innerHeight + 1 && outlineStyle !== 'none' && outlineWidth !== '0px' &&
      (one === above || one.contains(above) || one.labels?.length > 0),
  }
})()`

/** Where the keyboard is; null where it is on nothing. */
export const focused = (page: Page): Promise<Stop | null> => page.evaluate<Stop | null>(here)

/** Presses the key until the end of the page, or `most` times. */
export async function walk(page: Page, key: 'Tab' | 'Shift+Tab', most = 400): Promise<Stop[]> {
  const stops: Stop[] = []
  while (stops.length < most) {
    await page.keyboard.press(key)
    const stop = await focused(page)
    if (stop === null) break
    stops.push(stop)
  }
  return stops
}
