// Text to copy: a field that can be selected without JavaScript, and a button where there is some.
import { constantMarkup, html, type Html } from '../../markup/html.ts'
import type { Setting } from '../context.ts'
import { pageWords } from '../words/choose.ts'

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

export const copyScript: Html = constantMarkup(`<script>${copyCode}</script>`)

export function copyField(label: string, text: string, { words, speech }: Setting): Html {
  const { copy } = pageWords[speech.ui]
  return html`
    <div class="copy-field">
      <label>${label}<textarea readonly rows="${rowsOf(text)}" spellcheck="false" dir="ltr">${text}</textarea></label>
      <button type="button" class="chip" aria-label="${copy}${words.colon}${label}" hidden>${copy}</button>
      <p role="status" data-copied="${words.copied}" data-failed="${words.copyFailed}"></p>
    </div>`
}

/** Rows that show a text without scrolling, in a field of usual width. */
const rowsOf = (text: string): number =>
  Math.min(
    16,
    text.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / 64)), 0),
  )
