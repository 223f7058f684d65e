// JSON Pointer (RFC 6901): the address of a value in a document.

export type PointerToken = string | number

/**
 * The pointer of a path; empty for the whole document.
 * @example pointerOf(['a/b', 0]) → /a~1b/0
 */
export const pointerOf = (tokens: readonly PointerToken[]): string =>
  tokens.map((token) => `/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** The longest prefix of a path that exists in the value, so that its pointer resolves. */
export function existingPath(value: unknown, path: readonly PointerToken[]): PointerToken[] {
  const existing: PointerToken[] = []
  let here = value
  for (const token of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, token)) break
    here = (here as Record<PointerToken, unknown>)[token]
    existing.push(token)
  }
  return existing
}

/**
 * The value at a pointer; undefined where there is none.
 * @example valueAt({ a: [1] }, '/a/0') → 1
 */
export function valueAt(value: unknown, pointer: string): unknown {
  let here = value
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined
    here = (here as { readonly [Key in string]: unknown })[key]
  }
  return here
}
