// axe-core within a page, through shadow roots, too.
import axe from 'axe-core'
import type { Page } from 'playwright-core'

type AxeResults = Record<
  'passes' | 'violations' | 'incomplete',
  { readonly id: string; readonly nodes: { readonly html: string }[] }[]
>

export interface Inspection {
  /** How many rules passed. */
  readonly passed: number
  /** Rules that are broken, and contrasts that cannot be told, with the first place of each. */
  readonly faults: readonly string[]
}

/** Inspects what is on the page now. The context must bypass the policy of the page. */
export async function inspect(page: Page, scope = 'document'): Promise<Inspection> {
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(axe.source)
  const { passes, violations, incomplete } = await page.evaluate<AxeResults>(
    `axe.run(${scope}, { resultTypes: ['violations', 'incomplete'] })`,
  )
  // axe tells nothing of letters in a drawing; `drawnContrasts` does.
  const unclear = incomplete
    .filter(({ id }) => id === 'color-contrast')
    .map(({ id, nodes }) => ({ id, nodes: nodes.filter(({ html }) => !html.startsWith('<text')) }))
    .filter(({ nodes }) => nodes.length > 0)
  return {
    passed: passes.length,
    faults: [...violations, ...unclear].map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
  }
}

/** Contrast of the letters in drawings with the ground of the list (WCAG 2.2, 1.4.3), lowest first. */
export const drawnContrasts = (page: Page): Promise<number[]> =>
  page.evaluate<number[]>(`(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    const luminance = (color) => {
      canvas.fillStyle = color
      canvas.fillRect(0, 0, 1, 1)
      const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    return [...document.querySelectorAll('.strip text')].map((text) => {
      const pair = [getComputedStyle(text).fill, getComputedStyle(text.closest('.etl')).backgroundColor].map(luminance)
      return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05)
    }).sort((one, other) => one - other)
  })()`)
