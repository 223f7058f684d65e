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
  const unclear = incomplete.filter(({ id }) => id === 'color-contrast')
  return {
    passed: passes.length,
    faults: [...violations, ...unclear].map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
  }
}
