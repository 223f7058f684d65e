// SHA-256 digests of texts and documents (FIPS 180-4), and the canonical JSON that is hashed. Pure,
// except for the Web Crypto call, which both Workers and Node provide.

/**
 * JSON with sorted keys and no white space, so that equal values have equal text (as in RFC 8785;
 * keys are sorted by UTF-16 code units, 3.2.3).
 * @example canonicalJson({ b: 1, a: 2 }) → {"a":2,"b":1}
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    isPlainObject(inner) ? sortedKeys(inner) : inner,
  )
}

/** SHA-256 of the text in UTF-8, as 64 lower-case hexadecimal digits. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The digest of an authoring document; documents with the same content have the same digest. */
export function documentDigest(document: object): Promise<string> {
  const { $schema: _, ...content } = document as { $schema?: unknown }
  return sha256(canonicalJson(content))
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const sortedKeys = (object: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(object).toSorted(([a], [b]) => (a < b ? -1 : 1)))
