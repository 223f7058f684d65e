// What axe-core finds on a page that shows its events, in the light, on a phone and on a desk.
import axe from 'axe-core'
import type { Browser } from 'playwright-core'
import { inTime, open, quiet, type Opening } from './visit.ts'

export const widths = [390, 1280] as const

export interface Findings {
  /** Rules that are violated, with their impact. */
  readonly violations: readonly string[]
  /** Places where the contrast cannot be told. */
  readonly unclear: number
}

/** Null where no event is shown in time. */
export async function findingsOf(
  browser: Browser,
  opening: Opening,
  width: number,
): Promise<Findings | null> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width, height: 800 },
    colorScheme: 'light',
    // axe is code of ours within the page, which its policy forbids.
    bypassCSP: true,
  })
  const page = await context.newPage()
  const shown = await inTime(
    open(page, opening)
      .then(() => quiet(page))
      .then(() => true),
  )
  if (shown === null) return null
  await page.addScriptTag({ content: axe.source })
  const { violations, incomplete, passes } = await page.evaluate<axe.AxeResults>('axe.run()')
  await context.close()
  if (passes.length === 0) throw new Error(`axe saw nothing of ${opening.address.url}`)
  return {
    violations: violations.map(({ id, impact }) => `${id} (${impact ?? 'unknown'})`),
    unclear: incomplete
      .filter(({ id }) => id === 'color-contrast')
      .reduce((sum, { nodes }) => sum + nodes.length, 0),
  }
}
