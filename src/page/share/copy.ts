// Text to copy: a field that can be selected without JavaScript, and a button where there is some.
import { constantMarkup, html, type Html } from '../../markup/html.ts'
import type { Setting } from '../context.ts'
import { pageWords } from '../words/choose.ts'

/** Shows the buttons and lets each copy the field before it. */
export const copyCode = `for(const b of document.querySelectorAll('[data-copied]')){b.hidden=false;b.onclick=async()=>{const f=b.previousElementSibling;f.select();try{await navigator.clipboard.writeText(f.value)}catch{document.execCommand('copy')}const t=b.textContent;b.textContent=b.dataset.copied;setTimeout(()=>{b.textContent=t},2e3)}}`

export const copyScript: Html = constantMarkup(`<script>${copyCode}</script>`)

export function copyField(label: string, text: string, { words, speech }: Setting): Html {
  return html`
    <div class="copy">
      <label>${label}<textarea readonly rows="${rowsOf(text)}" spellcheck="false" dir="ltr">${text}</textarea></label>
      <button type="button" class="chip" data-copied="${words.copied}" aria-label="${pageWords[speech.ui].copy}${words.colon}${label}" hidden>${pageWords[speech.ui].copy}</button>
    </div>`
}

/** Rows that show a text without scrolling, in a field of usual width. */
const rowsOf = (text: string): number =>
  Math.min(
    16,
    text.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / 64)), 0),
  )
