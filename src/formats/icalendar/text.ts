// Values of type TEXT (RFC 5545, 3.3.11): allowed characters and escaping.
import { printable } from '../../domain/text/printable.ts'

/** The text as TEXT allows it: printable, with LF for every line break. */
export function icsText(text: string): string {
  return printable(text).replace(/\r\n?/g, '\n')
}

/** Text on one line, also for readers that break lines by Unicode (UAX #14). */
export function oneLine(text: string): string {
  return icsText(text).replace(/[\n\u0085\u2028\u2029]+/g, ' ')
}

/** Colons and quotation marks are not escaped. */
export function escapeText(text: string): string {
  return text.replace(/[\\;,\n]/g, (special) => (special === '\n' ? '\\n' : `\\${special}`))
}
