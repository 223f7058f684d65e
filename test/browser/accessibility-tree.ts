// The accessibility tree as Chromium gives it to assistive technology, as text that can be compared:
// role, name and what matters of the state. Containers without a meaning of their own and plain
// texts are left out.
import type { Page } from 'playwright-core'

/** Roles that say nothing, or whose cutting differs from one Chromium to the next. */
const silent =
  /^(?:none|generic|StaticText|InlineTextBox|LineBreak|ListMarker|LayoutTable.*|LabelText|DescriptionList.*|DisclosureTriangleGrouped)$/

const telling = new Set(['level', 'expanded', 'pressed', 'hasPopup', 'live', 'disabled'])

export async function accessibilityTree(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const lines: string[] = []
  const print = (id: string, depth: number): void => {
    const node = byId.get(id)
    if (node === undefined) return
    const role = String(node.role?.value ?? '')
    const isTold = !node.ignored && !silent.test(role)
    if (isTold) {
      const states = (node.properties ?? [])
        .filter(({ name, value }) => telling.has(name) && value.value !== false)
        .map(({ name, value }) => ` ${name}=${String(value.value)}`)
      const name = String(node.name?.value ?? '')
      lines.push(`${'  '.repeat(depth)}${role}${name === '' ? '' : ` "${name}"`}${states.join('')}`)
    }
    for (const child of node.childIds ?? []) print(child, isTold ? depth + 1 : depth)
  }
  for (const { nodeId, parentId } of nodes) if (parentId === undefined) print(nodeId, 0)
  await session.detach()
  return `${lines.join('\n')}\n`
}
