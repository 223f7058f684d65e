// Text to copy: a field that can be selected without JavaScript, and a button that a script
// reveals.
import { html, type Html } from '../../markup/html.ts'
import type { RenderContext } from '../context.ts'
import { messages } from '../../messages/languages.ts'

export function copyField(label: string, text: string, { words, speech }: RenderContext): Html {
  const { copy } = messages[speech.ui].pages
  return html`
    <div class="copy-field">
      <label>${label}<textarea readonly rows="${rowsOf(text)}" spellcheck="false" dir="ltr">${text}</textarea></label>
      <button type="button" class="chip" aria-label="${copy}${words.colon}${label}" hidden>${copy}</button>
      <p role="status" data-copied="${words.copied}" data-failed="${words.copyFailed}"></p>
    </div>`
}

/** Rows that show a text without scrolling, in a field of default width. */
const rowsOf = (text: string): number =>
  Math.min(
    16,
    text.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / 64)), 0),
  )
