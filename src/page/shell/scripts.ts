// The scripts of pages, as text. Pages work without them, and the Content-Security-Policy allows
// each by its hash (security.ts).
import { constantMarkup, type Html } from '../../markup/html.ts'
import { takeAwayCode } from './take-away.ts'

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
 * happens while it is out of view. A hidden frame may have been laid out by nobody when it has
 * loaded: Chromium says 0 then, which WordPress takes for no answer and keeps the frame hidden, so
 * the frame looks again, ever less often, until there is a height to tell.
 *
 * WordPress appends `#?secret=…` to the address, perhaps after the id of an event, and knows
 * messages of its own (wp-embed.js): `height`, of which it takes 200 to 1000 pixels, `link`, which
 * it follows to the frame's host alone, and `ready`, which asks for the height again. Its sandbox
 * allows scripts alone: no window opens and no form is sent, so links are reported, and the form is
 * an address. Links of the picture are elements of SVG, whose `href` and `target` are no texts.
 */
export const frameCode = `
const fragment = () => /^#?([^#?]*)#?(?:[?]secret=([a-zA-Z0-9]+))?/.exec(location.hash)
const secret = () => fragment()[2]
const say = (message) => parent.postMessage({ type: 'etl', ...message }, '*')
const sayToWordPress = (message, value) => {
  if (secret()) parent.postMessage({ message, value, secret: secret() }, '*')
}
let last
const sayHeight = () => {
  const height = Math.ceil(document.body.getBoundingClientRect().height)
  if (height === 0 || height === last) return
  last = height
  say({ height })
  sayToWordPress('height', height)
}
const sayHeightAgain = () => {
  last = null
  sayHeight()
}
const whenLaidOut = (use, wait = 16) => {
  if (document.body.getBoundingClientRect().height > 0) use()
  else setTimeout(whenLaidOut, wait, use, 2 * wait)
}
sayHeight()
new ResizeObserver(sayHeight).observe(document.body)
const sayPlace = () => {
  const event = document.getElementById(fragment()[1])
  if (!event) return
  say({ top: Math.round(event.getBoundingClientRect().top + scrollY) })
  if (!secret()) return
  document.querySelector('.highlighted')?.classList.remove('highlighted')
  event.closest('details')?.setAttribute('open', '')
  event.classList.add('highlighted')
  event.scrollIntoView()
}
addEventListener('hashchange', sayPlace)
addEventListener('load', () =>
  whenLaidOut(() => {
    sayHeightAgain()
    sayPlace()
  })
)
addEventListener('message', ({ source, data }) => {
  if (source === parent && data?.message === 'ready') whenLaidOut(sayHeightAgain)
})
const addressOf = (link) => new URL(link.getAttribute('href'), document.baseURI)
const open = (url) => location.assign(secret() ? url + '#?secret=' + secret() : url)
addEventListener('click', (event) => {
  const control = event.target.closest('a, form button')
  if (!control || event.metaKey || event.ctrlKey || event.shiftKey) return
  const { form } = control
  if (form) {
    event.preventDefault()
    if (!form.reportValidity()) return
    const fields = [...new FormData(form)].filter(([, value]) => value !== '')
    const query = new URLSearchParams(fields).toString()
    open(form.action.replace(/[?#].*/, '') + (query && '?' + query))
  } else if (secret()) {
    event.preventDefault()
    const url = addressOf(control)
    const titled = control.closest('article') ?? document
    const told = url.host === location.host ? url : addressOf(titled.querySelector('[part=title] a, .title a'))
    if (control.getAttribute('target') !== '_self') return sayToWordPress('link', told.href)
    open(url.href)
    // An address that is there already changes nothing, but the reader may have scrolled away.
    if (url.hash) sayPlace()
  }
})
`

/** For constant code only: no value is inserted. */
const script = (code: string): Html => constantMarkup(`<script>${code}</script>`)

export const copyScript: Html = script(copyCode)
export const takeAwayScript: Html = script(takeAwayCode)
export const frameScript: Html = script(frameCode)
