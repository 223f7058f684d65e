// The scripts of pages, as text: pages work without them, and the policy of contents names each by its
// hash (security.ts).
import { constantMarkup, type Html } from '../../markup/html.ts'

/**
 * Shows the buttons and lets each copy the field beside it. Where there is no clipboard (no TLS) or it
 * is forbidden, the older way copies what is selected; where that is forbidden, too, the text stays
 * selected for the reader to copy.
 */
export const copyCode = `
const statuses = document.querySelectorAll('.copy-field [role=status]')
const copy = async (field, button) => {
  try {
    await navigator.clipboard.writeText(field.value)
  } catch {
    field.focus()
    field.select()
    if (!document.execCommand('copy')) return false
    button.focus()
  }
  return true
}
for (const status of statuses) {
  const [field, button] = status.parentElement.querySelectorAll('textarea, button')
  button.hidden = false
  button.onclick = async () => {
    for (const one of statuses) one.textContent = ''
    const isCopied = await copy(field, button)
    status.textContent = isCopied ? status.dataset.copied : status.dataset.failed
  }
}
`

/**
 * Tells the host the height, and where an event lies that the address points to. The height is told at
 * once, and not only when the frame is drawn, as a ResizeObserver does: out of view it never is.
 */
export const heightCode = `
const say = (message) => parent.postMessage({ type: 'etl', ...message }, '*')
let last
const sayHeight = () => {
  const height = Math.ceil(document.body.getBoundingClientRect().height)
  if (height !== last) say({ height })
  last = height
}
sayHeight()
new ResizeObserver(sayHeight).observe(document.body)
const sayPlace = () => {
  const event = document.getElementById(location.hash.slice(1))
  if (event) say({ top: Math.round(event.getBoundingClientRect().top + scrollY) })
}
addEventListener('hashchange', sayPlace)
addEventListener('load', sayPlace)
`

/** Code without a value of anybody's in it. */
const script = (code: string): Html => constantMarkup(`<script>${code}</script>`)

export const copyScript: Html = script(copyCode)
export const heightScript: Html = script(heightCode)
