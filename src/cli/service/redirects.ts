// Redirects of reads, which are followed one by one: whose answer it is decides what a failure means, and
// of an address that does not answer `fetch` would not say who redirected to it.

/** As many as fetch follows (Fetch, 4.4). */
const most = 20

/** The last redirect to another host; null while all answers are of the host that was called. */
export interface Followed {
  elsewhere: { readonly status: number; readonly location: string } | null
}

/**
 * Fails as fetch does; `followed` tells, also then, where the request was sent. It has no token, and no body.
 * @example await fetchFollowing(new URL('https://a.example/v1'), {}, followed) // followed.elsewhere: { status: 302, location: 'https://b.example/v1' }
 */
export async function fetchFollowing(
  url: URL,
  request: RequestInit,
  followed: Followed,
): Promise<Response> {
  let at = url
  for (let count = 0; ; count++) {
    const response = await fetch(at, { ...request, redirect: 'manual' })
    const next = nextOf(response, at)
    if (next === null || count === most) return response
    await response.body?.cancel()
    if (next.origin !== url.origin)
      followed.elsewhere = { status: response.status, location: next.href }
    at = next
  }
}

/** Null of what is no redirect that can be followed (RFC 9110, 15.4). */
function nextOf({ status, headers }: Response, at: URL): URL | null {
  const location = headers.get('location')
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return null
  const next = URL.parse(location, at.href)
  return next !== null && /^https?:$/.test(next.protocol) ? next : null
}
