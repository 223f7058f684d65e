// The rates above which requests are refused with 429, as the answer tells them.

/** Writes a minute from one address, of `WRITE_LIMIT` in wrangler.toml, which the Worker cannot read there. */
export const maxWrites = 60

/** Calls of tools a minute from one address, of `ASK_LIMIT` in wrangler.toml. */
export const maxCalls = 120

/**
 * The headers of a refusal for a minute (draft-ietf-httpapi-ratelimit-headers).
 * @example refusedForAMinute('write', 60) → { 'retry-after': '60', 'ratelimit-policy': '"write";q=60;w=60' }
 */
export const refusedForAMinute = (
  policy: string,
  quota: number,
): Readonly<Record<string, string>> => ({
  'retry-after': '60',
  'ratelimit-policy': `"${policy}";q=${quota};w=60`,
})

/**
 * The policy of one edition in so many milliseconds, in whole seconds.
 * @example intervalPolicy(4500) → '"publish";q=1;w=5'
 * @example intervalPolicy(200) → '"publish";q=5;w=1'
 */
export function intervalPolicy(interval: number): string {
  const quota = Math.max(1, Math.floor(1000 / interval))
  return `"publish";q=${quota};w=${Math.ceil(interval / 1000)}`
}
