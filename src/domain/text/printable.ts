/**
 * Removes characters that plain text formats cannot carry: C0 controls except TAB, LF and CR, and
 * DEL. An unpaired surrogate, which UTF-8 cannot encode, becomes U+FFFD.
 * @example printable('a\u0007b') → ab
 */
export function printable(text: string): string {
  return text.toWellFormed().replace(controls, '')
}

// oxlint-disable-next-line no-control-regex -- control characters are removed on purpose
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
