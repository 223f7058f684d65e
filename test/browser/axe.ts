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

/** The rules that look at colours. */
export const ofColor: readonly string[] = ['color-contrast', 'link-in-text-block']

interface Inspecting {
  /** Code of what is inspected. */
  readonly scope?: string | undefined
  /** By default all that are on. */
  readonly rules?: readonly string[]
}

/** Inspects what is on the page now. The context must bypass the policy of the page. */
export async function inspect(
  page: Page,
  { scope = 'document', rules }: Inspecting = {},
): Promise<Inspection> {
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(axe.source)
  const options = {
    resultTypes: ['violations', 'incomplete'],
    // Nobody reads them, and to find short ones takes a sixth of the time.
    selectors: false,
    ...(rules && { runOnly: rules }),
  }
  const { passes, violations, incomplete } = await page.evaluate<AxeResults>(
    `axe.run(${scope}, ${JSON.stringify(options)})`,
  )
  // What lies under the text of a drawing axe never tells: that is computed here.
  const unclear = incomplete.flatMap(({ id, nodes }) => {
    const untold = nodes.filter(({ html }) => !html.startsWith('<text'))
    return id === 'color-contrast' && untold.length > 0 ? [{ id, nodes: untold }] : []
  })
  return {
    passed: passes.length,
    faults: [
      ...[...violations, ...unclear].map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      ...(await page.evaluate<readonly string[]>(faintTexts)),
    ],
  }
}

/** Texts of drawings with less than 4.5:1 on the background, which their outline has, too. */
const faintTexts = `(() => {
  const roots = [document, ...[...document.querySelectorAll('event-timeline')].flatMap(({ shadowRoot }) => shadowRoot ?? [])]
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  const light = (color) => {
    canvas.fillStyle = color
    canvas.fillRect(0, 0, 1, 1)
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  return roots.flatMap((root) => [...root.querySelectorAll('.picture text')].flatMap((text) => {
    const [a, b] = [getComputedStyle(text).fill, getComputedStyle(text.closest('.etl')).backgroundColor].map(light)
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    return ratio < 4.5 ? ['color-contrast: ' + text.textContent + ' has ' + ratio.toFixed(2)] : []
  }))
})()`
