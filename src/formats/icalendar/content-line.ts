// Content lines of iCalendar (RFC 5545, 3.1): escaped, and folded by octets of UTF-8.
import type { Component, Property, Value, ValueType } from './component.ts'
import { escapeText } from './text.ts'

const lineBreak = '\r\n'

/** Maximum octets per line, without the line break (RFC 5545, 3.1). */
const mostOctets = 75

export const beginLine = (type: string): string => `BEGIN:${type}${lineBreak}`
export const endLine = (type: string): string => `END:${type}${lineBreak}`

export function componentLines(component: Component): string {
  const lines: string[] = []
  addComponent(lines, component)
  return lines.join(lineBreak) + lineBreak
}

export function propertyLines(properties: readonly Property[]): string {
  const lines: string[] = []
  for (const property of properties) addFolded(lines, contentLine(property))
  return lines.join(lineBreak) + lineBreak
}

function addComponent(lines: string[], [name, properties, components]: Component): void {
  const type = name.toUpperCase()
  lines.push(`BEGIN:${type}`)
  for (const property of properties) addFolded(lines, contentLine(property))
  for (const component of components) addComponent(lines, component)
  lines.push(`END:${type}`)
}

function contentLine([name, , type, ...values]: Property): string {
  let line = name.toUpperCase() + typeParameter(name, type)
  let separator = ':'
  for (const value of values) {
    line += separator + valueText(type, value)
    separator = ','
  }
  return line
}

/** VALUE is needed if the type is not the default or there is no default (RFC 7986, 5.7 and 5.8). */
function typeParameter(name: string, type: ValueType): string {
  if (type === 'date') return ';VALUE=DATE'
  if (type === 'duration') return ';VALUE=DURATION'
  return name === 'source' ? ';VALUE=URI' : ''
}

function valueText(type: ValueType, value: Value): string {
  if (typeof value === 'number') return String(value)
  switch (type) {
    case 'text':
      return escapeText(value)
    case 'date':
      return value.slice(0, 4) + value.slice(5, 7) + value.slice(8)
    case 'date-time':
      return dateTimeText(value)
    case 'utc-offset':
      return value.replace(':', '')
    default:
      return value
  }
}

/** From `2020-03-13T07:45:00Z` to `20200313T074500Z`. */
function dateTimeText(value: string): string {
  const date = value.slice(0, 4) + value.slice(5, 7) + value.slice(8, 13)
  return date + value.slice(14, 16) + value.slice(17)
}

/** The physical lines of a content line, without their line breaks. */
export function addFolded(lines: string[], line: string): void {
  // A UTF-16 unit takes at most three octets.
  if (line.length * 3 > mostOctets || lineSeparators.test(line)) foldInto(lines, line)
  else lines.push(line)
}

/**
 * Never cuts inside a character, an escape pair or the name; next to white space, which some
 * readers trim, only if there is no other place. Also cuts after characters that readers in Python
 * treat as a line break, so that the text after them cannot be read as a line of its own.
 */
function foldInto(lines: string[], line: string): void {
  let start = 0
  let candidate = 0
  let octetsToCandidate = 0
  let at = line.indexOf(':') + 1
  let octets = at
  let previous = space
  while (at < line.length) {
    const code = line.charCodeAt(at)
    const size = octetsOf(code)
    const blank = isBlank(code)
    if (!blank && !isBlank(previous)) {
      candidate = at
      octetsToCandidate = octets
    }
    let mustCut = !blank && isLineSeparator(previous)
    while (mustCut || octets + size > mostOctets) {
      if (mustCut || candidate <= start) {
        candidate = at
        octetsToCandidate = octets
      }
      lines.push(piece(line, start, candidate))
      start = candidate
      // The space at the start of the next line counts.
      octets += 1 - octetsToCandidate
      mustCut = false
    }
    octets += size
    at += isPair(code) ? 2 : 1
    previous = code
  }
  lines.push(piece(line, start, line.length))
}

function piece(line: string, start: number, end: number): string {
  return start === 0 ? line.slice(0, end) : ` ${line.slice(start, end)}`
}

const space = 0x20
const backslash = 0x5c

/** True for the first unit of an escape pair or a surrogate pair, which has two UTF-16 units. */
function isPair(code: number): boolean {
  return code === backslash || (code >= 0xd800 && code <= 0xdbff)
}

/** UTF-8 octets of the character or escape pair that begins with this UTF-16 unit. */
function octetsOf(code: number): number {
  if (code < 0x80) return code === backslash ? 2 : 1
  if (code < 0x800) return 2
  return isPair(code) ? 4 : 3
}

const lineSeparators = /[\u0085\u2028\u2029]/

function isLineSeparator(code: number): boolean {
  return code === 0x85 || code === 0x2028 || code === 0x2029
}

/** Unicode white space, which readers in several languages trim like SPACE and TAB. */
function isBlank(code: number): boolean {
  if (code < 0x80) return code <= space
  if (code > 0x3000) return code === 0xfeff
  if (code < 0x2000) return code === 0x85 || code === 0xa0 || code === 0x1680
  return (
    code <= 0x200a ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  )
}
