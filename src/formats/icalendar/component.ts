// Calendar components in the form of jCal (RFC 7265, 3.3 and 3.4). Both writers use this tree: jCal
// prints it unchanged, iCalendar as content lines.
import { escapeText, icsText } from './text.ts'

export type ValueType =
  | 'date'
  | 'date-time'
  | 'duration'
  | 'integer'
  | 'text'
  | 'unknown'
  | 'uri'
  | 'utc-offset'

export type Value = string | number

/** Name in lower case, no parameters other than the type, one or more values. */
export type Property = readonly [
  name: string,
  parameters: Readonly<Record<string, never>>,
  type: ValueType,
  ...values: readonly Value[],
]

export type Component = readonly [
  name: string,
  properties: readonly Property[],
  components: readonly Component[],
]

const none: Readonly<Record<string, never>> = {}

export function property(name: string, type: ValueType, ...values: readonly Value[]): Property {
  return [name, none, type, ...values]
}

/** A TEXT property (RFC 5545, 3.3.11). */
export function textProperty(name: string, ...texts: readonly string[]): Property {
  return property(name, 'text', ...texts.map(icsText))
}

/** A non-standard property, with its value as in iCalendar (RFC 7265, 5). */
export function unknownProperty(name: string, text: string): Property {
  return property(name, 'unknown', escapeText(icsText(text)))
}

/** A URI as serialized by the URL standard: ASCII, so it needs no escaping. */
export function uriProperty(name: string, uri: string): Property {
  return property(name, 'uri', new URL(uri).href)
}

/** An instant in UTC (RFC 3339) as DATE-TIME; a fraction of a second is dropped. */
export function instantProperty(name: string, instant: string): Property {
  return property(name, 'date-time', instant.replace(/(?:\.\d+)?Z$/, 'Z'))
}
