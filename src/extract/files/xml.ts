// XML of office files, element by element. Names are compared without their prefix, which files choose
// freely. Entities of a document type are never expanded.
import { Parser } from 'saxen'

export interface XmlHandlers {
  /** Attributes by their names without prefix. */
  readonly open?: (name: string, attributeOf: (attribute: string) => string | undefined) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** False for what is not well-formed. */
export function walkXml(xml: string, { open, close, text }: XmlHandlers): boolean {
  let isWell = true
  const parser = new Parser()
  parser
    .on('openTag', (name, attributes, decode) => {
      open?.(localName(name), (wanted) => {
        const found = Object.entries(attributes()).find(([one]) => localName(one) === wanted)
        return found === undefined ? undefined : decode(found[1])
      })
    })
    .on('closeTag', (name) => close?.(localName(name)))
    .on('text', (value, decode) => text?.(decode(value)))
    .on('cdata', (value) => text?.(value))
    .on('warn', () => undefined)
    .on('error', () => {
      isWell = false
      parser.stop()
    })
  parser.parse(xml)
  return isWell
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
