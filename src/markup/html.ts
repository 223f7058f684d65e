// HTML that is escaped by construction: the tag `html` escapes every value for its place, so that a
// template cannot forget it. Values are allowed only in text and in quoted attributes. Pure.
import { cleanText, partsOf } from './template.ts'

const content: unique symbol = Symbol.for('jishi html')

/**
 * Markup made by `html`. The key is a symbol, so that parsed JSON cannot pass for it; the symbol is
 * registered, since the widget consists of several files.
 */
export interface Html {
  readonly [content]: string
}

export type HtmlValue =
  | Html
  | string
  | number
  | null
  | undefined
  | false
  | readonly (Html | null | undefined | false)[]

/**
 * Markup from a template. Text and attribute values are escaped; a value at the start of an `href`,
 * `src`, `action` or `cite` is checked as a URL; inside a tag, only markup made by `html` is
 * allowed. Absent values (null, undefined, false) print nothing; line breaks and indentation are
 * removed.
 * @example printHtml(html`<b title="${'"'}">${'A & B'}</b>`) → <b title="&quot;">A &amp; B</b>
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const { parts, isUrl } = partsOf(strings, values)
  let text = parts[0] ?? ''
  values.forEach((value, i) => {
    text += print(value, isUrl[i]) + (parts[i + 1] ?? '')
  })
  return { [content]: text }
}

/** Constant markup of this project, such as a style sheet. Never for data. */
export const constantMarkup = (text: string): Html => ({ [content]: text })

/** The markup as text. */
export const printHtml = (markup: Html): string => markup[content]

/**
 * The URL if it is relative or has a safe scheme; otherwise `about:invalid`. Control characters and
 * white space are removed first, as a browser does (WHATWG URL, 4.4).
 */
export function safeUrl(url: string): string {
  const bare = url.replace(/[\p{Cc}\s]+/gu, '')
  const scheme = /^([^/?#:]*):/.exec(bare)?.[1]
  return scheme === undefined || /^(?:https?|webcal)$/i.test(scheme) ? bare : 'about:invalid'
}

function print(value: HtmlValue, isUrl?: boolean): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'object') {
    if (!Array.isArray(value)) return (value as Html)[content]
    return (value as readonly (Html | null | undefined | false)[])
      .map((part) => print(part, isUrl))
      .join('')
  }
  return escape(isUrl ? safeUrl(String(value)) : String(value))
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escape = (text: string): string =>
  cleanText(text).replace(/[&<>"']/g, (character) => references[character] ?? '')

/**
 * A sentence of the messages, which are plain text, with markup where it names its values.
 * @example sentenceWith([html`<i>a</i>`], ([name]) => `in ${name}.`) → in <i>a</i>.
 */
export function sentenceWith(
  values: readonly Html[],
  sentence: (names: readonly string[]) => string,
): Html {
  // Private use characters stand for the values: only values could contain them, and they are not in it.
  const text = sentence(values.map((_, i) => `\uE000${i}\uE001`))
  return html`${text.split(/\uE000(\d+)\uE001/).map((part, i) => (i % 2 === 0 ? html`${part}` : (values[Number(part)] ?? html``)))}`
}
