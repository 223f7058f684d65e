// A small writer of XML 1.0 that cannot write ill-formed text: data is only in attributes and in
// elements without children, and is escaped there. Its output is also valid HTML for elements that
// are not void, so the contents of entries use it too. Names are constants of the caller.

declare const written: unique symbol
/** Markup made by this writer; no other string has this type. */
export type Xml = string & { readonly [written]: true }

/** Attributes in order; those that are undefined are left out. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>

export const xmlDeclaration = '<?xml version="1.0" encoding="utf-8"?>\n' as Xml

/**
 * An element with text or child elements; without content, an empty element.
 * @example element('title', { type: 'text' }, 'A & B') → <title type="text">A &#x26; B</title>
 */
export function element(
  name: string,
  attributes: XmlAttributes = {},
  content?: string | readonly Xml[],
): Xml {
  const start = `<${name}${printAttributes(attributes)}`
  if (content === undefined) return `${start}/>` as Xml
  return `${start}>${typeof content === 'string' ? escapeText(content) : content.join('')}</${name}>` as Xml
}

/** The start tag of an element that is written in parts. */
export const startTag = (name: string, attributes: XmlAttributes = {}): Xml =>
  `<${name}${printAttributes(attributes)}>` as Xml

export const endTag = (name: string): Xml => `</${name}>` as Xml

/** Text among elements, escaped. */
export const xmlText = (text: string): Xml => escapeText(text) as Xml

/**
 * The text with only the characters of XML 1.0 (2.2 Char, 2.11): forbidden characters are removed,
 * a lone surrogate becomes U+FFFD, every line break becomes LF.
 */
export function legalText(text: string): string {
  if (!unusual.test(text)) return text
  return text.toWellFormed().replace(lineEnd, '\n').replace(forbidden, '')
}

// oxlint-disable-next-line no-control-regex -- control characters are what XML 1.0 forbids
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g
const lineEnd = /\r\n?/g
// oxlint-disable-next-line no-control-regex -- the characters that legalText changes
const unusual = /[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]/

// Hexadecimal references: the RSS Advisory Board's profile found that more readers treat them as
// characters of plain text than &amp; and &lt;. `>` is escaped because of `]]>` (XML 1.0, 2.4).
const references: Readonly<Record<string, string>> = {
  '&': '&#x26;',
  '<': '&#x3C;',
  '>': '&gt;',
  '"': '&#x22;',
  '\t': '&#x9;',
  '\n': '&#xA;',
}
const reference = (character: string): string => references[character] ?? ''

function escapeText(text: string): string {
  const legal = legalText(text)
  // Testing first is faster, since most texts have nothing to escape.
  return /[&<>]/.test(legal) ? legal.replace(/[&<>]/g, reference) : legal
}

/** Also escapes tab and line feed, which a parser would normalise to a space (XML 1.0, 3.3.3). */
function escapeAttribute(text: string): string {
  const legal = legalText(text)
  return /[&<>"\t\n]/.test(legal) ? legal.replace(/[&<>"\t\n]/g, reference) : legal
}

function printAttributes(attributes: XmlAttributes): string {
  let printed = ''
  for (const name in attributes) {
    const value = attributes[name]
    if (value !== undefined) printed += ` ${name}="${escapeAttribute(value)}"`
  }
  return printed
}
