// A strict reader of XML 1.0 without document types: it throws at the first character that is not
// well-formed. For tests of the output of writers.

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

/** Char of XML 1.0, 2.2. */
export const isXmlCharacter = (code: number): boolean =>
  code === 0x9 ||
  code === 0xa ||
  code === 0xd ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  code >= 0x10000

/** A text as XML 1.0 can carry it, character by character (2.2, 2.11). */
export const carried = (text: string): string =>
  Array.from(text.replace(/\r\n?/g, '\n'), (character) => {
    const code = character.codePointAt(0)!
    if (code >= 0xd800 && code <= 0xdfff) return '\ufffd'
    return isXmlCharacter(code) ? character : ''
  }).join('')

export function readXml(text: string): XmlElement {
  for (const character of text) {
    if (!isXmlCharacter(character.codePointAt(0)!)) throw new Error('a character XML forbids')
  }
  const input = text.replace(/\r\n?/g, '\n')
  const declaration = /^<\?xml version="1\.0" encoding="utf-8"\?>\s*/.exec(input)
  const state = { input, at: declaration?.[0].length ?? 0 }
  const root = readElement(state)
  if (state.input.slice(state.at).trim() !== '') throw new Error('something behind the root')
  return root
}

/** The text of an element and its descendants. */
export const textOf = (node: XmlElement | string): string =>
  typeof node === 'string' ? node : node.children.map(textOf).join('')

/** All descendants of that name, in document order. */
export const all = (node: XmlElement, name: string): XmlElement[] =>
  node.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...all(child, name)],
  )

/** The children of that name. */
export const childrenOf = (node: XmlElement, name: string): XmlElement[] =>
  node.children.filter((child) => typeof child !== 'string').filter((child) => child.name === name)

/** The text of the only child of that name. */
export function only(node: XmlElement, name: string): string {
  const found = childrenOf(node, name)
  if (found.length !== 1) throw new Error(`${found.length} elements ${name} in ${node.name}`)
  return textOf(found[0]!)
}

interface State {
  readonly input: string
  at: number
}

const name = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?'
const startOfTag = new RegExp(`<(${name})`, 'y')
const attribute = new RegExp(`\\s+(${name})="([^"<]*)"`, 'y')
const endOfStartTag = /\s*(\/?)>/y
const text = /[^<]+/y
const endTag = new RegExp(`</(${name})\\s*>`, 'y')

function match(state: State, sticky: RegExp): RegExpExecArray | null {
  sticky.lastIndex = state.at
  const found = sticky.exec(state.input)
  if (found) state.at = sticky.lastIndex
  return found
}

function take(state: State, sticky: RegExp): RegExpExecArray {
  const found = match(state, sticky)
  if (found) return found
  throw new Error(`no ${sticky} at ${JSON.stringify(state.input.slice(state.at, state.at + 40))}`)
}

function readElement(state: State): XmlElement {
  const name = take(state, startOfTag)[1]!
  const attributes: Record<string, string> = {}
  for (let found = match(state, attribute); found; found = match(state, attribute)) {
    const [, key, value] = found
    if (Object.hasOwn(attributes, key!)) throw new Error(`two attributes ${key}`)
    attributes[key!] = expand(value!.replace(/[\t\n]/g, ' '))
  }
  const isEmpty = take(state, endOfStartTag)[1] === '/'
  return { name, attributes, children: isEmpty ? [] : readContent(state, name) }
}

function readContent(state: State, name: string): (XmlElement | string)[] {
  const children: (XmlElement | string)[] = []
  while (!state.input.startsWith('</', state.at)) {
    if (state.input[state.at] === '<') {
      children.push(readElement(state))
    } else {
      const [characters] = take(state, text)
      if (characters.includes(']]>')) throw new Error(']]> in text')
      children.push(expand(characters))
    }
  }
  if (take(state, endTag)[1] !== name) throw new Error(`no end tag of ${name}`)
  return children
}

const predefined: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

function expand(text: string): string {
  return text.replace(
    /&(?:#x([\da-fA-F]+);|#(\d+);|(\w+);)?/g,
    (reference, hex, decimal, entity) => {
      if (entity in predefined) return predefined[entity]!
      const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : Number.NaN
      if (!isXmlCharacter(code)) throw new Error(`no reference: ${reference}`)
      return String.fromCodePoint(code)
    },
  )
}
