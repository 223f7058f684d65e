// What the preview adds to a page: a script that reloads it when the draft changes, and permission
// for just that in the page's Content-Security-Policy; and the page that shows faults.
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { CheckedDocument } from '../document/load.ts'
import { reportMessages } from '../../messages/report.ts'
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import type { Result } from '../../domain/result.ts'
import { listLines } from '../document/report.ts'
import { say } from '../terminal/speech.ts'

/** Where the page is notified of changes (Server-Sent Events). */
export const changesPath = '/preview-changes'

const scriptOf = (version: number): string =>
  `new EventSource('${changesPath}?since=${version}').onmessage = () => location.reload()`

/** The page with the script after its contents. */
export function withReload(page: string, version: number): string {
  const script = `<script>${scriptOf(version)}</script>`
  const end = page.lastIndexOf('</body>')
  return end < 0 ? page + script : page.slice(0, end) + script + page.slice(end)
}

/** The policy of a page, extended by the hash of the script and its connection. */
export function policyWithReload(policy: string, version: number): string {
  const directives = new Map(
    policy.split(';').flatMap((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/)
      return name === '' ? [] : [[name, values] as const]
    }),
  )
  const add = (name: string, value: string): void => {
    const values = (directives.get(name) ?? []).filter((given) => given !== "'none'")
    directives.set(name, [...new Set([...values, value])])
  }
  add('script-src', hashOf(scriptOf(version)))
  add('connect-src', "'self'")
  return Array.from(directives, ([name, values]) => [name, ...values].join(' ')).join('; ')
}

const style = `body { font: 16px/1.6 system-ui, sans-serif; margin: 2rem; max-width: 60rem }
li { margin-block: .5rem } code { color: #8a2a12 } @media (prefers-color-scheme: dark) {
body { background: #16181d; color: #e8e6e1 } code { color: #ff9d7a } }`

export const faultPolicy = `default-src 'none'; style-src ${hashOf(style)}; base-uri 'none'; frame-ancestors 'none'`

/** The faults of a draft that cannot be shown. */
export function faultPage(state: Result<CheckedDocument, string>, language: UiLanguage): string {
  const faults = state.ok ? state.value.faults : []
  const { preview: words } = say()
  const count = reportMessages[language].faults(faults.length)
  const title = escaped(state.ok ? words.title(state.value.file, count) : words.unreadable)
  const items = state.ok
    ? listLines(faults, language, { file: basename(state.value.file) })
    : [state.failure]
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>
<style>${style}</style></head><body><h1>${title}</h1>
<p>${words.reloads}</p>
<ol>${items.map((item) => `<li><code>${escaped(item)}</code></li>`).join('')}</ol></body></html>`
}

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`
}
