// The scripts of pages, as text. Pages work without them, and the Content-Security-Policy allows
// each by its hash (security.ts).
import { constantMarkup, type Html } from '../../markup/html.ts'

/**
 * Shows the buttons and lets each copy the field beside it. If the clipboard API is missing (no
 * TLS) or denied, it falls back to execCommand; if that fails, too, the text stays selected for the
 * reader to copy.
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
 * Reports to the host page the height, and the position of the event that the fragment names. The
 * height is sent at once: a ResizeObserver fires only when the frame is rendered, which never
 * happens while it is out of view.
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

/** For constant code only: no value is inserted. */
const script = (code: string): Html => constantMarkup(`<script>${code}</script>`)

export const copyScript: Html = script(copyCode)
export const heightScript: Html = script(heightCode)
