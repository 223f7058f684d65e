// Which fonts Chromium really uses, as its developer tools tell.
import type { Page } from 'playwright-core'

/** Families in the first element of each selector, sorted, each once. */
export async function fontsIn(
  page: Page,
  selectors: readonly string[],
): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument')
  const families = new Set<string>()
  for (const selector of selectors) {
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector })
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
    for (const { familyName } of fonts) families.add(familyName)
  }
  await session.detach()
  return [...families].toSorted()
}
